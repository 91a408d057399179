"""What lies where: "the Hotel Mira in Lisbon", "Leiria, Portugal", "the Dutch city of Leiden", "Lisbon-based"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import conjuncts, coordination, preposition_objects
from kg.docs_to_claims.relations.found import SPACES, Tie
from kg.docs_to_claims.relations.lexicon import words
from kg.records import Entity

PREPOSITIONS = frozenset({"in", "near", "at", "on", "outside"})
_GAP = 4


def place_ties(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """The ties of a place, facility or organisation to what it lies in."""
    if entity.type not in SPACES and entity.type != "organization":
        return
    for where in _where(reading, token, entity):
        yield Tie(token, "nationality" if _is_home(reading, entity, where) else "located_in", where)


def _is_home(reading: Reading, entity: Entity, where: Token) -> bool:
    """Whether a country's name only says whose an organisation is: "Danish bank", not "Denmark-based bank"."""
    country = reading.entity(where)
    if entity.type != "organization" or country is None or country.type != "country":
        return False
    joined = where.i + 1 < len(reading.doc) and where.nbor(1).text in _HYPHENS
    return where.dep_ in ("amod", "compound", "nmod", "poss") and not joined


_HYPHENS = ("-", "–", "‑")


def _where(reading: Reading, token: Token, entity: Entity) -> Iterator[Token]:
    if token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.lemma_.lower() in words("site_noun")):
        yield from _behind(reading, token, entity)
    if token.pos_ == "PROPN":
        yield from _region(reading, token, entity)
    yield from _kind_before(reading, token, words("place_noun") if entity.type in SPACES else words("seat_noun"))
    if entity.type in SPACES or entity.type == "organization":
        for noun in _described(token, entity):
            for prep, x in preposition_objects(noun):
                if prep in PREPOSITIONS and (prep != "on" or _is_ground(reading, x)):
                    yield from conjuncts(x)
            yield from _based(reading, noun)
            yield from _owners(reading, noun, entity)
    yield from _based(reading, token)


def _behind(reading: Reading, token: Token, entity: Entity) -> Iterator[Token]:
    """A place behind the name ("the Hotel Mira in Lisbon"); behind an organisation only where its name is a site's,
    since "the UN in Geneva" says where it acted.
    """
    site = entity.type != "organization" or _is_site(token, entity)
    mention = reading.ref(token)
    if mention is None or not site or entity.type == "country":
        return
    for prep in children(token):
        right = prep.dep_ == "prep" and prep.lower_ in ("in", "near", "at") and prep.i > token.i
        placed = prep.lower_ == "in" or entity.type in ("place", "facility")
        if right and placed and mention.end <= prep.idx <= mention.end + 2:
            yield from (c for c in children(prep) if c.dep_ == "pobj")


def _is_site(token: Token, entity: Entity) -> bool:
    """Whether an organisation's name is a site's ("Mira Hospital"), or somebody is sent "to" or stands "at" it."""
    named = bool(_name_words(entity) & (words("site_noun") | words("seat_noun")))
    return named or (token.dep_ == "pobj" and token.head.lower_ in ("to", "at", "outside", "inside"))


def _region(reading: Reading, token: Token, entity: Entity) -> Iterator[Token]:
    """The rest of an address ("Leiria, Portugal"): a comma and a wider place right behind a place."""
    mention = reading.ref(token)
    if mention is None or entity.type not in ("place", "facility"):
        return
    after = reading.doc[token.i + 1 : token.i + 1 + _GAP]
    comma = next((t for t in after if t.idx == mention.end and t.text == ","), None)
    if comma is None:
        return
    for wider in reading.doc[comma.i + 1 : comma.i + 1 + _GAP]:
        found, other = reading.ref(wider), reading.entity(wider)
        if found is None or other is None or found.start > comma.idx + 2 or other.type not in ("place", "country"):
            continue
        if reading.mentions[wider.i][1].kind == "pronoun" or (entity.same_as and not other.same_as):
            return  # "New York, which"; "a clinic in Berlin, Mira House": no unknown place is wider than a known city
        if _closes(reading, wider, found.end) and not _is_listed(token, wider):
            yield wider
        return


def _closes(reading: Reading, wider: Token, end: int) -> bool:
    """Whether the address ends here: with punctuation, a preposition or verb, not with "and" or another noun."""
    behind = [t for t in reading.doc[wider.i + 1 : wider.i + 8] if t.idx >= end and not t.is_space]
    if not behind:
        return True
    if behind[0].text == "," and len(behind) > 1:  # "in Lisbon, Porto, and Faro" is a list
        more = next((i for i, t in enumerate(behind[1:], 1) if reading.entity(t) is not None), len(behind))
        joined = [t for t in behind[1 : more + 3] if t.pos_ == "CCONJ"]
        if any(t.tag_ == "VBP" for t in behind[more + 1 : more + 2]):
            return False  # "Arizona, Florida, Ohio vote": a list of a headline
        return not (joined and (joined[0] == behind[1] or all(t.pos_ in ("PROPN", "PUNCT") for t in behind[1:more])))
    return behind[0].pos_ not in ("CCONJ", "NOUN", "PROPN", "ADJ", "PART", "X")


def _is_listed(token: Token, wider: Token) -> bool:
    """Whether the two are members of one list: "Lisbon, Porto and Faro"."""
    every = {*coordination(token), *coordination(wider)}
    joined = any(c.dep_ == "cc" and c.i > min(t.i for t in every) for t in every for c in children(t))
    return (joined and wider in coordination(token)) or len(every) > 3


def _kind_before(reading: Reading, token: Token, kinds: frozenset[str]) -> Iterator[Token]:
    """A place before the kind: "the Dutch city of Leiden", "Norland's capital, Port Alder", "the Lisbon daily X"."""
    nouns: list[Token] = []
    if (entity := reading.entity(token)) is None or entity.type == "country":
        return  # "the Northern region of Norland" lies in Norland
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        nouns.append(token.head.head)
    if token.dep_ == "appos":
        nouns.append(token.head)
    nouns += [c for c in children(token) if c.dep_ in ("compound", "nmod") and c.i < token.i]
    if token.dep_ in ("compound", "nmod") and token.pos_ == "PROPN" and token.i + 1 == token.head.i:
        nouns.append(token.head)  # "Norland's Alder region"
    for noun in nouns:
        named = reading.entity(noun)
        if named is not None and named.id == entity.id and noun.pos_ == "PROPN":
            continue  # "the American Bank (AB)" is all name
        if noun.lemma_.lower() not in kinds or noun == token or _is_inside(reading, token, noun):
            continue
        for c in [*children(noun), *children(token)]:
            if c.dep_ == "compound" and noun.head.lower_ != "of" and token.head.lower_ == "of":
                continue  # "the San Francisco area of California": the city lies in the state
            modifies = c.dep_ in ("amod", "poss", "compound", "nmod") and c not in (noun, token)
            if modifies and _is_wider(reading, c) and not _is_inside(reading, token, c):
                yield c


def _is_ground(reading: Reading, token: Token) -> bool:
    """Whether what lies on a place lies in it: on an island, not on a gulf."""
    entity = reading.entity(token)
    told = {t.lemma_.lower() for t in token.subtree} | (_name_words(entity) if entity is not None else frozenset())
    return not told.isdisjoint(words("ground"))


def _is_inside(reading: Reading, token: Token, part: Token) -> bool:
    """Whether a word is part of the mention itself: "Port" in "the Port Alder district"."""
    mention = reading.ref(token)
    return mention is not None and mention.start <= part.idx < mention.end


def _owners(reading: Reading, noun: Token, entity: Entity) -> Iterator[Token]:
    """The place or country of a place ("Norland's capital") or an organisation ("a Danish bank") so described."""
    kind = noun.lemma_.lower()
    seated = entity.type == "organization" and kind in words("seat_noun")
    for c in children(noun) if seated or kind in words("place_noun") else ():
        modifies = c.dep_ in ("amod", "poss", "compound", "nmod") and _is_wider(reading, c)
        if modifies and (not seated or _is_home(reading, entity, c)):
            yield c


def _is_wider(reading: Reading, token: Token) -> bool:
    entity = reading.entity(token)
    return entity is not None and entity.type in ("place", "country")


def _described(token: Token, entity: Entity) -> Iterator[Token]:
    """The nouns of place or seat that an apposition or copula gives a name: "a village in X", "is a firm in X"."""
    told = [c for c in children(token) if c.dep_ == "appos" and c.i > token.i]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be" and not any(c.dep_ == "neg" for c in children(token.head)):
        told += [c for c in children(token.head) if c.dep_ == "attr"]
    for noun in told:
        if noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in (
            words("place_noun") | words("site_noun") | words("seat_noun")
        ):
            yield noun
    settled = entity.type == "country" or (entity.type == "place" and entity.same_as)
    if not settled and token.dep_ == "appos" and token.i > token.head.i:  # "a hospital in Berlin, Charité"
        above = token.head.head.head if token.head.dep_ == "pobj" else token.head
        if above.pos_ == "NOUN" and above.lemma_.lower() in words("site_noun"):
            yield above


def _based(reading: Reading, noun: Token) -> Iterator[Token]:
    """The place before "-based": "the Lisbon-based bank Nexora", "Nexora, a Lisbon-based bank"."""
    for c in children(noun):
        if c.dep_ not in ("amod", "compound", "nmod") or not c.lower_.endswith(("based", "headquartered")):
            continue
        yield from (x for x in children(c) if reading.entity(x))
        if c.i >= 2 and c.nbor(-1).text in _HYPHENS and reading.entity(c.nbor(-2)):
            yield c.nbor(-2)


def _name_words(entity: Entity) -> frozenset[str]:
    return frozenset(word.strip(".,").lower() for word in entity.name.split())
