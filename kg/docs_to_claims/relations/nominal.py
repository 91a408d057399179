"""Ties told by nouns: membership, family, nationality, founding, ownership, parts, allies.

"Ana Ruiz of the Green Party", "his wife, Ana Ruiz", "a Danish engineer", "Brilla, a unit of Nexora".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import conjuncts, coordination, preposition_objects
from kg.docs_to_claims.relations.descriptions import described
from kg.docs_to_claims.relations.found import TIED, Tie
from kg.docs_to_claims.relations.lexicon import tie_nouns, words
from kg.docs_to_claims.relations.validity import Validity, of_noun
from kg.records import Entity

_BODIES = ("organization", "group")


def nominal_ties(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """The ties that nouns around one mention tell of it; none of a mere thing."""
    if entity.type not in TIED:
        return
    yield from _affiliations(reading, token, entity)
    yield from _owned_people(reading, token, entity)
    yield from _own_body(reading, token, entity)
    yield from _state_owned(reading, token, entity)
    told = list(described(reading, token))
    if entity.type == "person":
        yield from _origin(token, told)
        yield from _family(reading, token, told)
        yield from _nationality(reading, token, told)
    yield from _described(reading, token, entity, told)


def _affiliations(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """People and their organisations, from the words right behind the name: "NAME of the Labour Party"."""
    mention = reading.ref(token)
    if entity.type != "person" or mention is None or token.pos_ not in ("PROPN", "NOUN"):
        return
    if reading.mentions[token.i][1].kind != "name":
        return
    behind = [t for t in reading.doc[token.i + 1 : token.i + 12] if not t.is_space and t.idx >= mention.end]
    prep = behind[0] if behind else None
    if prep is None or prep.lower_ not in ("of", "from") or not mention.end <= prep.idx <= mention.end + 1:
        return
    thing = _mention_at(reading, behind[1:])
    entity_of = reading.entity(thing) if thing is not None else None
    if thing is None or entity_of is None or (prep.lower_ == "from" and not _has_staff(entity_of)):
        return
    if _is_address(reading, thing):
        return
    bodies = list(conjuncts(thing))
    if any(t.lower_ == "respectively" for t in behind[1:3]):  # "NAME and NAME of respectively A and B"
        for person, body in zip(coordination(token)[-len(bodies) :], bodies, strict=False):
            yield from _affiliation(reading, person, body)
        return
    for part in bodies:
        yield from _affiliation(reading, token, part)


def _is_address(reading: Reading, thing: Token) -> bool:
    """Whether a country or place follows behind a comma: "NAME of Alder, Norland" comes from a place."""
    mention = reading.ref(thing)
    behind = [t for t in reading.doc[thing.i + 1 : thing.i + 5] if mention is not None and t.idx >= mention.end]
    if len(behind) < 2 or behind[0].text != ",":
        return False
    entity = next((e for t in behind[1:] if (e := reading.entity(t)) is not None), None)
    return entity is not None and entity.type in ("country", "place") and behind[1].pos_ == "PROPN"


def _has_staff(entity: Entity) -> bool:
    """Whether a name says that people belong to it; else "from" may say where something comes from."""
    return bool({w.strip(".,").lower() for w in entity.name.split()} & (words("employer") | words("membership")))


def _mention_at(reading: Reading, tokens: list[Token]) -> Token | None:
    """The head of the mention that begins these tokens, after articles and "respectively"."""
    while tokens and (tokens[0].pos_ == "DET" or tokens[0].pos_ == "ADV" or tokens[0].lower_ == "the"):
        tokens = tokens[1:]
    for token in tokens:
        mention = reading.ref(token)
        if mention is not None and tokens and mention.start in (tokens[0].idx, tokens[0].idx - 4):
            whole = token.dep_ not in ("compound", "nmod", "amod", "poss") or token.head.idx < mention.end
            return token if whole else None
    return None


def _affiliation(reading: Reading, person: Token, body: Token) -> Iterator[Tie]:
    entity = reading.entity(body)
    if entity is None or not (entity.type in _BODIES or _is_acronym(entity)):
        return
    name_words = {w.strip(".,").lower() for w in entity.name.split()}
    if name_words & words("employer") and not name_words & (words("membership") - words("employer")):
        yield Tie(person, "works_for", body)
    else:
        yield Tie(person, "member_of", body)


def _is_acronym(entity: Entity) -> bool:
    return entity.type == "other" and entity.name.isupper() and len(entity.name) > 1


def _owned_people(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """People and places by their owner: "DAB's Ana Ruiz and Tomas Berg", and "Norland's Port Alder"."""
    for c in children(token) if reading.pos[token.i] == "PROPN" else ():
        owner = reading.entity(c) if c.dep_ == "poss" else None
        if owner is None:
            continue
        if entity.type == "person":
            others = [t for t in token.conjuncts if t.i > token.i]
            for person in (token, *takewhile(lambda t: not any(x.dep_ == "poss" for x in children(t)), others)):
                yield from _affiliation(reading, person, c)
        elif entity.type in ("place", "facility", "organization") and owner.type in ("country", "place"):
            sited = {w.lower() for w in entity.name.split()} & (words("place_noun") | words("site_noun"))
            if entity.type == "organization" and owner.type != "country" and not sited:
                continue  # "Conway's Game" is no place's
            if owner.name.startswith(("St.", "St ", "Saint ")):  # "St. John's Church" is all one name
                continue
            yield Tie(token, "located_in", c)


def _state_owned(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """The state of "Norland's state-owned Brilla", "the Danish state-owned bank Brilla"."""
    if entity.type != "organization":
        return
    above = [token.head] if token.dep_ in ("appos", "compound") and token.head.i < token.i else []
    for noun in (token, *(c for c in children(token) if c.dep_ in ("compound", "nmod")), *above):
        kinds = [c for c in children(noun) if c.lower_ == "owned" and c.i >= 2 and c.nbor(-2).lower_ == "state"]
        for c in (*children(noun), *children(token)) if kinds else ():
            owner = reading.entity(c)
            if owner is not None and owner.type == "country" and c.i < kinds[0].i:
                yield Tie(c, "owns", token)


def _own_body(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """A person's party or union, named elsewhere: "her party, the Greens, lost"."""
    holding = token.lemma_ == "company" and any(c.lower_ == "holding" for c in children(token))
    if entity.type not in _BODIES or not (holding or token.lemma_.lower() in words("own_body")):
        return
    if not any(m.kind == "name" for m in entity.mentions):
        return
    for c in children(token):
        owner = reading.entity(c) if c.dep_ == "poss" else None
        if owner is not None and owner.type == "person":
            yield Tie(c, "owns" if holding else "member_of", token)


_Told = Sequence[tuple[Token, Validity]]
"""The nouns that describe a mention (see ``described``)."""


def _family(reading: Reading, token: Token, told: _Told) -> Iterator[Tie]:
    """Kinship: "his wife NAME", "his wife, the singer NAME, …", "NAME, daughter of NAME", "X's mother is NAME"."""
    for noun, held in _kin(reading, token, told):
        owners = [c for c in children(noun) if c.dep_ == "poss"]
        owners += [c for c in children(token) if c.dep_ == "poss"] if noun in children(token) else []
        owners += [t for p, x in preposition_objects(noun) if p == "of" for t in conjuncts(x)]
        lasting = held if held.time is None or held.time.value is None else replace(held, time=None)
        for owner in owners:
            yield Tie(token, "family_of", owner, lasting)


def _kin(reading: Reading, token: Token, told: _Told) -> Iterator[tuple[Token, Validity]]:
    found = dict(told)
    head = token
    for _ in range(2):  # "her husband, the conductor NAME"
        if head.dep_ not in ("appos", "compound", "nmod", "conj"):
            break
        if head.dep_ == "appos" or head.head.dep_ == "appos":
            above = head.head
            found.setdefault(above, of_noun(reading, above.left_edge, above))
        head = head.head
    if token.pos_ == "NOUN":
        found.setdefault(token, of_noun(reading, token.left_edge, token))
    for noun, held in found.items():
        if noun.lemma_.lower() in words("kin") and noun.pos_ in ("NOUN", "PROPN", "ADJ"):
            yield noun, held
        else:  # "her sister and campaign manager, NAME"
            kin = noun.head if noun.dep_ == "conj" else noun
            if kin.lemma_.lower() in words("kin") and kin != noun:
                yield kin, held


def _origin(token: Token, told: _Told) -> Iterator[Tie]:
    """Where somebody was born: "the Lisbon-born singer NAME"."""
    for noun in (token, *(n for n, _ in told)):
        for c in children(noun):
            if c.lower_ == "born" and c.i >= 2 and c.nbor(-1).text in ("-", "–"):
                yield Tie(token, "born_in", c.nbor(-2), BORN)


def _nationality(reading: Reading, token: Token, told: _Told) -> Iterator[Tie]:
    """A demonym before a noun that says what somebody is: "NAME, a Danish engineer", "Danish engineer NAME"."""
    nouns = [n for n, _ in told]
    if token.lemma_.lower() in words("national"):
        nouns.append(token)
    first = _before(reading, token)
    for noun in nouns:
        if noun.lemma_.lower() not in words("national"):
            continue
        own = [c for c in children(noun) if c.dep_ in ("amod", "compound", "nmod")]
        own += [c for c in children(token) if c.dep_ in ("amod", "compound", "nmod") and c.i < noun.i < token.i]
        for c in own:
            yield from _of_country(reading, token, c, titled=noun.i < token.i and noun.lemma_.lower() in _TITLES)
    if first is not None:
        yield from _of_country(reading, token, first, titled=False)
    if token.lemma_.lower() == "citizen":
        yield from (Tie(token, "nationality", x) for p, x in preposition_objects(token) if p == "of")


_TITLES = frozenset({"national", "international", "director", "diplomat"})
"""Before a name these end an office ("U.S. intelligence director"), which tells no nationality."""


def _of_country(reading: Reading, person: Token, demonym: Token, titled: bool) -> Iterator[Tie]:
    country = reading.entity(demonym)
    if country is not None and country.type == "country" and not titled:
        yield Tie(person, "nationality", demonym)


def _before(reading: Reading, token: Token) -> Token | None:
    """The demonym of "Danish engineer NAME" where the parser hangs noun and demonym elsewhere."""
    mention = reading.ref(token)
    if mention is None or token.pos_ != "PROPN":
        return None
    start = next((t.i for t in token.subtree if t.idx >= mention.start), token.i)
    run = []
    for before in reversed(reading.doc[max(0, start - 4) : start]):
        if before.pos_ not in ("NOUN", "ADJ", "PROPN") or (before.is_sent_start and before.pos_ == "PUNCT"):
            break
        run.append(before)
    if not run or run[0].lemma_.lower() not in words("national") - _TITLES:
        return None
    return next((t for t in run[1:] if t.pos_ in ("ADJ", "PROPN") and reading.entity(t) is not None), None)


def _described(reading: Reading, token: Token, entity: Entity, told: _Told) -> Iterator[Tie]:
    """What an apposition or copula says: "a member of X", "founder of X", "a native of X", "a subsidiary of X"."""
    for noun, held in told:
        predicate = tie_nouns().get(noun.lemma_.lower())
        if not predicate:
            continue
        related = [(p, t) for p, x in preposition_objects(noun) for t in conjuncts(x)]
        related += [("of", c) for c in children(noun) if c.dep_ in ("poss", "compound", "nmod", "amod")]
        if noun.i < token.i and noun.head == token:
            related += [("of", c) for c in children(token) if c.dep_ in ("poss", "compound", "nmod") and c.i < noun.i]
        for prep, thing in related:
            if thing == token or (other := reading.entity(thing)) is None:
                continue
            if prep in ("of", "in", "for") and _agrees(predicate, entity, other, prep):
                validity = held if predicate != "founded" else _done(held)
                yield Tie(token, predicate, thing, validity)


def _agrees(predicate: str, entity: Entity, other: Entity, prep: str) -> bool:
    if predicate == "leads":
        return prep == "of" and other.type in _BODIES
    if predicate == "member_of" and entity.type == "person":
        return other.type in _BODIES or (other.type == "other" and other.name.isupper())
    return True


BORN = Validity("occurred")


def _done(held: Validity) -> Validity:
    return Validity("occurred", held.modality, held.certainty, held.time)
