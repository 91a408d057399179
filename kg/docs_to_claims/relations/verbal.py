"""Ties told by a verb: "owns", "was founded by", "works for", "is based in"; which ends are tied is in the lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles import fillers
from kg.docs_to_claims.events.syntax import child, conjuncts, is_passive, objects, preposition_objects, subject
from kg.docs_to_claims.relations.found import Tie
from kg.docs_to_claims.relations.lexicon import TieVerb, tie_verbs, validity_words, words
from kg.docs_to_claims.relations.validity import ended, of_clause

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
        if entry.share and passive:
            continue
        if (entry.passive and not (passive or _is_participle(verb))) or (lasting and _is_progressive(verb)):
            continue
        name = f"other:{verb.lemma_.lower()}" if entry.predicate == "other" else entry.predicate
        lefts = _ends(reading, verb, entry.left, entry, passive)
        rights = _ends(reading, verb, entry.right, entry, passive)
        for left in lefts:
            for right in rights:
                if not entry.left_types or _type(reading, left) in entry.left_types:
                    clause = verb.head if verb.dep_ == "acomp" else verb
                    held = of_clause(reading, clause, lasting)
                    yield Tie(left, name, right, ended(held) if _is_span(verb) else held)


def _ends(reading: Reading, verb: Token, place: str, entry: TieVerb, passive: bool) -> list[Token]:
    """The tokens at one end: of a passive the object is the grammatical subject and the subject stands behind "by"."""
    turned = passive and not entry.passive
    if place == "subject" and turned and entry.predicate != "born_in":
        found = [t for p, t in preposition_objects(verb) if p == "by"]
    elif place == "object" and turned and (named := _before_participle(reading, verb)) is not None:
        return [named]
    elif place == "subject" or (place == "object" and turned):
        doer = subject(verb.head if verb.dep_ == "acomp" else verb)
        return fillers(doer, verb) if doer is not None else []
    elif place == "object":
        found = [t for o in objects(verb) for t in (_shared_in(o) if entry.share or _is_share(o) else [o])]
    else:
        found = [t for p, t in preposition_objects(verb) if p == place]
    return [c for t in found for c in conjuncts(t)]


def _is_span(verb: Token) -> bool:
    """Whether a gerund tells how a time was spent that is over: "following ten years working for Brilla"."""
    spent = (
        verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.head.lemma_.lower() in ("year", "decade", "month", "career")
    )
    return spent and verb.head.head.lower_ in ("after", "following", "before")


def _is_share(token: Token) -> bool:
    return token.lemma_.lower() in words("share")


def _shared_in(token: Token) -> list[Token]:
    """What a share is in: "owns 31% of Brilla", "holds a stake in Brilla"."""
    if not _is_share(token):
        return []
    return [t for p, t in preposition_objects(token) if p in ("of", "in")]


def _before_participle(reading: Reading, verb: Token) -> Token | None:
    """What is named right before a comma and a participle that hangs on no mention: "the Greens (G), then led by"."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl") or verb.head.i in reading.mentions:
        return None
    at = verb.i - 1
    while at > 0 and reading.doc[at].pos_ == "ADV":
        at -= 1
    if reading.doc[at].text != ",":
        return None
    at -= 1 + (reading.doc[at - 1].text == ")")
    return reading.doc[at] if at in reading.mentions else None


def _is_told(verb: Token) -> bool:
    """Asserted: no negation, no modal, no infinitive ("wants to own"), no condition."""
    if child(verb, "neg") is not None or (verb.tag_ == "VBG" and not _is_governed_well(verb)):
        return False
    marks = {c.lower_ for c in children(verb) if c.dep_ == "mark"}
    helpers = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    return not (any(h.tag_ == "MD" or h.lower_ == "to" for h in helpers) or marks & {"if", "unless", "whether"})


def _is_governed_well(gerund: Token) -> bool:
    """Whether what a gerund hangs on holds ("is credited with founding"), not what denies or doubts it ("was not
    responsible for founding", "denied owning", "was reputedly behind founding").
    """
    above = gerund
    for _ in range(_DEEP):
        if any(c.dep_ == "aux" for c in children(above)) and above == gerund:
            return True
        hedged = any(c.dep_ == "neg" or c.lower_ in validity_words("hearsay") for c in children(above))
        modal = any(c.tag_ == "MD" for c in children(above) if c.dep_ == "aux")
        if above != gerund and (hedged or modal or above.lemma_.lower() in validity_words("undone")):
            return False
        if above.head == above or (above != gerund and above.tag_ in ("VBD", "VBZ", "VBP")):
            break
        above = above.head
    return True


_DEEP = 5


def _is_progressive(verb: Token) -> bool:
    """Whether the clause tells an act under way ("is leading the race") and no lasting tie."""
    return verb.tag_ == "VBG" and any(c.lemma_ == "be" for c in children(verb) if c.dep_ == "aux")


def _is_participle(verb: Token) -> bool:
    return verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("acl", "amod", "advcl", "relcl")


def _type(reading: Reading, token: Token) -> str:
    entity = reading.entity(token)
    return entity.type if entity is not None else ""
