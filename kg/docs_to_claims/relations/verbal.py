"""Ties told by a verb: "owns", "was founded by", "works for", "is based in"; which ends are tied is in the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles import fillers
from kg.docs_to_claims.events.syntax import child, conjuncts, is_passive, objects, preposition_objects, subject
from kg.docs_to_claims.relations.found import Tie
from kg.docs_to_claims.relations.lexicon import TieVerb, tie_verbs
from kg.docs_to_claims.relations.validity import of_clause

ACTS = frozenset({"founded", "born_in"})
"""Predicates told by an act, which has happened; the others last."""


def verbal_ties(reading: Reading, verb: Token) -> Iterator[Tie]:
    """The ties a verb tells of its arguments; nothing where it is negated or only may be so."""
    entries = tie_verbs().get(verb.lemma_.lower(), ())
    if not entries or not _is_told(verb):
        return
    passive = is_passive(verb) or verb.dep_ == "acomp"
    for entry in entries:
        lasting = entry.predicate not in ACTS
        if (entry.passive and not (passive or _is_participle(verb))) or (lasting and _is_progressive(verb)):
            continue
        name = f"other:{verb.lemma_.lower()}" if entry.predicate == "other" else entry.predicate
        lefts, rights = _ends(verb, entry.left, entry, passive), _ends(verb, entry.right, entry, passive)
        for left in lefts:
            for right in rights:
                if not entry.left_types or _type(reading, left) in entry.left_types:
                    clause = verb.head if verb.dep_ == "acomp" else verb
                    yield Tie(left, name, right, of_clause(reading, clause, lasting))


def _ends(verb: Token, place: str, entry: TieVerb, passive: bool) -> list[Token]:
    """The tokens at one end: of a passive the object is the grammatical subject and the subject stands behind "by"."""
    turned = passive and not entry.passive
    if place == "subject" and turned and entry.predicate != "born_in":
        found = [t for p, t in preposition_objects(verb) if p == "by"]
    elif place == "subject" or (place == "object" and turned):
        doer = subject(verb.head if verb.dep_ == "acomp" else verb)
        return fillers(doer, verb) if doer is not None else []
    elif place == "object":
        found = objects(verb)
    else:
        found = [t for p, t in preposition_objects(verb) if p == place]
    return [c for t in found for c in conjuncts(t)]


def _is_told(verb: Token) -> bool:
    """Asserted: no negation, no modal, no infinitive ("wants to own"), no condition."""
    if child(verb, "neg") is not None:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return not (any(h.tag_ == "MD" or h.lower_ == "to" for h in helpers) or marks & {"if", "unless", "whether"})


def _is_progressive(verb: Token) -> bool:
    """Whether the clause tells an act under way ("is leading the race") and no lasting tie."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in verb.children if c.dep_ == "aux")


def _is_participle(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("acl", "amod", "advcl", "relcl")


def _type(reading: Reading, token: Token) -> str:
    entity = reading.entity(token)
    return entity.type if entity is not None else ""
