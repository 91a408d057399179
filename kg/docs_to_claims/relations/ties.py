"""Ties between two known entities: membership, place, family, ownership, founding, birth, nationality, occupation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles import fillers
from kg.docs_to_claims.events.syntax import child, conjuncts, is_passive, objects, preposition_objects, subject
from kg.ontology import lexicon
from kg.records import Entity

Tie = tuple[Token, str, Token]
"""(subject mention's head, predicate, object mention's head)."""

SPACES = frozenset({"place", "country", "facility"})
_VERBS = {
    "own": ("subject", "owns", "object"),
    "found": ("subject", "founded", "object"),
    "establish": ("subject", "founded", "object"),
    "lead": ("subject", "leads", "object"),
    "head": ("subject", "leads", "object"),
    "chair": ("subject", "leads", "object"),
    "occupy": ("object", "occupied_by", "subject"),
    "employ": ("object", "works_for", "subject"),
}
_TYPES = {
    "owns": (
        {"person", "organization", "country", "group"},
        {"organization", "facility", "product", "work", "place", "other"},
    ),
    "founded": ({"person", "organization", "group"}, {"organization", "work", "group"}),
    "leads": ({"person"}, {"organization", "group"}),
    "occupied_by": ({"place", "country", "facility"}, {"country", "organization", "group", "person"}),
    "works_for": ({"person", "group"}, {"organization", "person", "country"}),
    "member_of": ({"person", "group", "organization", "country"}, {"organization", "group"}),
    "located_in": ({"place", "facility", "organization", "country"}, {"place", "country"}),
    "part_of": ({"organization", "facility"}, {"organization"}),
    "family_of": ({"person"}, {"person"}),
    "born_in": ({"person"}, {"place", "country"}),
    "nationality": ({"person"}, {"country"}),
    "ally_of": ({"country", "person", "organization"}, {"country", "person", "organization"}),
}


@cache
def words(key: str) -> frozenset[str]:
    """One word class of ``ontology/lexicon/relations.toml``."""
    return frozenset(lexicon("relations")[key])


def ties(reading: Reading) -> Iterator[Tie]:
    """Every tie between two mentions, of the types its predicate asks for."""
    for token in reading.doc:
        for found in _from(reading, token):
            if _fits(reading, found):
                yield found


def _fits(reading: Reading, tie: Tie) -> bool:
    one, other = reading.entity(tie[0]), reading.entity(tie[2])
    if one is None or other is None or one.id == other.id:
        return False
    left, right = _TYPES[tie[1]]
    return one.type in left and other.type in right


def _from(reading: Reading, token: Token) -> Iterator[Tie]:
    if token.pos_ in ("VERB", "AUX"):
        yield from _verbal(token)
    entity = reading.entity(token)
    if entity is None:
        return
    yield from _of_phrases(reading, token, entity)
    yield from _possessors(reading, token, entity)
    yield from _places(reading, token, entity)
    yield from _family(reading, token, entity)
    yield from _nationality(reading, token, entity)
    yield from _apposed(token)


def _verbal(verb: Token) -> Iterator[Tie]:
    lemma = verb.lemma_.lower()
    told = child(verb, "neg") is None and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)
    if not told:
        return
    doer = subject(verb)
    pairs = list(preposition_objects(verb))
    passive = is_passive(verb)
    if lemma in _VERBS:
        agents = [t for p, t in pairs if p == "by"] if passive else [doer] if doer is not None else []
        things = ([doer] if doer is not None else []) if passive else objects(verb)
        first, predicate, _ = _VERBS[lemma]
        for agent in (a for x in agents for a in conjuncts(x)):
            for thing in (o for x in things for o in fillers(x, verb)):
                yield (agent, predicate, thing) if first == "subject" else (thing, predicate, agent)
    elif lemma == "belong" and doer is not None:
        yield from ((t, "owns", doer) for p, t in pairs if p == "to")
    elif lemma == "bear" and doer is not None:
        yield from ((doer, "born_in", t) for p, t in pairs if p in ("in", "at", "near"))
    elif lemma == "work" and doer is not None:
        yield from ((doer, "works_for", t) for p, t in pairs if p == "for")
    elif lemma in words("base") and doer is not None and passive:
        yield from ((doer, "located_in", t) for p, t in pairs if p in ("in", "at", "near"))


def _of_phrases(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """People and their organisations: "NAME of the Labour Party", "NAME from the Institute"."""
    if entity.type != "person" or token.pos_ != "PROPN":
        return
    for prep, thing in preposition_objects(token):
        if prep in ("of", "from"):
            for part in conjuncts(thing):
                yield from _affiliation(reading, token, part)


def _affiliation(reading: Reading, person: Token, organisation: Token) -> Iterator[Tie]:
    entity = reading.entity(organisation)
    if entity is None or entity.type not in ("organization", "group"):
        return
    name_words = {w.strip(".,").lower() for w in entity.name.split()}
    if name_words & words("employer") and not name_words & words("membership"):
        yield person, "works_for", organisation
    else:
        yield person, "member_of", organisation


def _possessors(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    for c in token.children:
        if c.dep_ not in ("poss", "compound", "nmod"):
            continue
        owner = reading.entity(c)
        if owner is None:
            continue
        if (
            c.dep_ == "poss"
            and entity.type == "person"
            and token.pos_ == "PROPN"
            and owner.type in ("organization", "group")
        ):
            for person in conjuncts(token):
                yield from _affiliation(reading, person, c)
        elif (
            c.dep_ == "poss"
            and entity.type in ("place", "facility", "organization")
            and owner.type in ("country", "place")
            and token.pos_ == "PROPN"
        ):
            yield token, "located_in", c


def _places(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """What lies where: "the Hotel Mira in Lisbon", "Leiria, Portugal", "the Dutch city of Leiden"."""
    if entity.type in ("place", "facility", "organization") and token.pos_ == "PROPN":
        for prep, thing in preposition_objects(token):
            if prep in ("in", "near", "at") and (prep == "in" or entity.type == "place"):
                yield token, "located_in", thing
        for c in token.children:
            if (
                c.dep_ in ("appos", "npadvmod")
                and c.i > token.i
                and c.i - token.i <= 4
                and entity.type != "organization"
            ):
                yield token, "located_in", c
    if entity.type in SPACES and token.dep_ == "pobj" and token.head.lower_ == "of":
        noun = token.head.head
        if noun.lemma_.lower() in words("place_noun"):
            yield from ((token, "located_in", c) for c in noun.children if c.dep_ in ("amod", "poss", "compound"))
    for c in token.children:
        if c.dep_ in ("amod", "compound", "nmod") and c.lower_.endswith(("based", "headquartered")):
            yield from ((token, "located_in", place) for place in _based(reading, c))


def _based(reading: Reading, token: Token) -> Iterator[Token]:
    for c in token.children:
        if c.dep_ in ("npadvmod", "compound", "nmod", "advmod", "amod") and reading.entity(c):
            yield c
    if token.i >= 2 and token.nbor(-1).text in ("-", "–", "‑") and reading.entity(token.nbor(-2)):
        yield token.nbor(-2)


def _family(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    """Kinship: "his wife NAME", "his wife, NAME, …", "NAME, daughter of NAME"."""
    if entity.type != "person":
        return
    kin = [c for c in token.children if c.lemma_.lower() in words("kin")]
    kin += [token.head] if token.dep_ == "appos" and token.head.lemma_.lower() in words("kin") else []
    kin += [token] if token.lemma_.lower() in words("kin") else []
    for noun in kin:
        for c in [*noun.children, *token.children]:
            if c.dep_ == "poss" and reading.entity(c):
                yield token, "family_of", c
        yield from ((token, "family_of", t) for p, t in preposition_objects(noun) if p == "of")


def _nationality(reading: Reading, token: Token, entity: Entity) -> Iterator[Tie]:
    if entity.type != "person":
        return
    nouns = [token, *(c for c in token.children if c.dep_ in ("appos", "compound", "nmod", "attr"))]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        nouns += [c for c in token.head.children if c.dep_ == "attr"]
    for noun in nouns:
        if noun.lemma_.lower() not in words("national") and not (noun == token and _has_national(token)):
            continue
        for c in noun.children:
            if (
                c.dep_ in ("amod", "compound", "nmod")
                and (country := reading.entity(c)) is not None
                and country.type == "country"
            ):
                yield token, "nationality", c


def _has_national(token: Token) -> bool:
    nouns = words("national") - {"national", "international", "director"}  # before a name these begin a title
    return any(
        c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN" and c.lemma_.lower() in nouns for c in token.children
    )


def _apposed(token: Token) -> Iterator[Tie]:
    """What an apposition or copula says: "a member of X", "founder of X", "a native of X", "a village in X"."""
    told = [c for c in token.children if c.dep_ == "appos" and c.i > token.i]
    if token.dep_ == "nsubj" and token.head.lemma_ == "be" and child(token.head, "neg") is None:
        told += [c for c in token.head.children if c.dep_ == "attr"]
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        told.append(token.head)
    told += [c for c in token.children if c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN"]
    for noun in (n for t in told for n in conjuncts(t)):
        lemma = noun.lemma_.lower()
        related = [(p, t) for p, x in preposition_objects(noun) for t in conjuncts(x)]
        related += [
            ("of", c)
            for c in [*noun.children, *(token.children if noun.head == token else ())]
            if c.dep_ == "poss" and c != noun
        ]
        for prep, thing in related:
            predicate = _predicate(lemma, prep)
            if predicate:
                yield token, predicate, thing


def _predicate(lemma: str, prep: str) -> str | None:
    if prep in ("of", "in"):
        for key, predicate in (
            ("member", "member_of"),
            ("founder", "founded"),
            ("owner", "owns"),
            ("native", "born_in"),
            ("kin", "family_of"),
        ):
            if lemma in words(key):
                return predicate
    if lemma in words("place_noun") and prep in ("in", "of", "near"):
        return "located_in"
    return None
