"""What an event is about, as the text words it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles.participants import role_of
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Span


def topic(reading: Reading, trigger: Trigger, found: list[Slot]) -> Span | None:
    """What the event is about: the topic slot, else an object that is no participant, as written."""
    best = _stated(reading, trigger, found)
    if best is None:
        free = (t for s, t in found if s in ("object", "clause") and reading.ref(t) is None)
        best = next((t for t in free if t is not trigger.token), None)
    if best is None:
        return None
    tokens = _without_relative(best, [t for t in best.subtree if not t.is_space])
    if trigger.token in tokens:
        return None
    return reading.span(tokens[0], tokens[-1])


def _stated(reading: Reading, trigger: Trigger, found: list[Slot]) -> Token | None:
    return next((t for slot, t in found if role_of(trigger, slot) == "topic" and t.i not in reading.timed), None)


def _without_relative(head: Token, tokens: list[Token]) -> list[Token]:
    """A noun phrase without the relative clause and loose apposition that follow it; a clause as it is."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return _trim(tokens)
    cut = [c.left_edge.i for c in head.children if c.dep_ in ("relcl", "appos", "acl") and c.i > head.i]
    kept = [t for t in tokens if not cut or t.i < min(cut)]
    return _trim(kept or tokens)


def _trim(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens = tokens[1:]
    return tokens
