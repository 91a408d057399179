"""How sure we are that the text says so: the evidence behind a claim, weighed as hand-annotated articles teach.

A claim's confidence is the share of claims with like evidence that annotators found in the text, too: a logistic
model over named factors, whose weights stand in ``ontology/confidence.toml`` and are fitted by
``python benchmarks/reliability.py --fit`` (Platt 1999, "Probabilistic outputs for support vector machines", for the
idea of a fitted logistic; Niculescu-Mizil & Caruana 2005 for reliability tables).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from kg.articles_to_docs.reading import Reading
from kg.ontology import folder
from kg.records import Event, Ref, Relation, Span, Statement

LEAST, MOST = 0.05, 0.95
LONG = 45
"""Tokens of a sentence that parses badly more often."""
Claim = TypeVar("Claim", bound=Event | Statement | Relation)
_BODIES = frozenset({"person", "organization", "country", "group"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reading as claims are weighed by it: how each mention names its entity, which entities are bodies, and what
    speaks for and against what each sentence tells.
    """

    reading: Reading
    kinds: Mapping[tuple[str, int, int], str]
    bodies: frozenset[str]
    sentences: Mapping[Span, tuple[str, ...]]


def make_evidence(reading: Reading) -> Evidence:
    """Index a reading's mentions."""
    kinds = {(e.id, m.start, m.end): m.kind for e in reading.entities for m in e.mentions}
    bodies = frozenset(e.id for e in reading.entities if e.type in _BODIES)
    return Evidence(reading, kinds, bodies, {s: tuple(_of_sentence(reading, s)) for s in reading.sentence_spans})


def calibrated(evidence: Evidence, claim: Claim) -> Claim:
    """The claim with its confidence: two decimals, so that the same text gives the same bytes on every machine."""
    kind = type(claim).__name__.lower()
    table = weights()[kind]
    score = table["base"] + sum(table.get(factor, 0.0) for factor in factors(evidence, claim))
    return replace(claim, confidence=round(min(MOST, max(LEAST, 1 / (1 + math.exp(-score)))), 2))


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight (log odds) of each factor by kind of claim; a factor without weight counts nothing."""
    with (folder() / "confidence.toml").open("rb") as file:
        return tomllib.load(file)


def factors(evidence: Evidence, claim: Event | Statement | Relation) -> tuple[str, ...]:
    """What speaks for and against a claim, by name, in a fixed order."""
    if isinstance(claim, Event):
        found = _of_event(evidence, claim)
    elif isinstance(claim, Statement):
        found = _of_statement(evidence, claim)
    else:
        found = _of_relation(evidence, claim)
    sentence = evidence.sentences.get(claim.sentence)
    if sentence is None:  # a claim told by several sentences
        sentence = tuple(_of_sentence(evidence.reading, claim.sentence))
    return tuple(dict.fromkeys([*found, *sentence]))


def _of_event(evidence: Evidence, event: Event) -> Iterator[str]:
    yield event.type
    token = evidence.reading.doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
    if token is not None and token.root.pos_ in ("NOUN", "PROPN"):
        yield "told by a noun"
    if event.subtype is None:
        yield "no narrower type"
    roles = {role.role for role in event.roles}
    yield "agent" if "agent" in roles else "no agent"
    yield f"{min(len(event.roles), 3)} participants"
    if not any(_is_body(evidence, role.ref) for role in event.roles):
        yield "only things"
    if any(_mentioned_as(evidence, role.ref) == "name" for role in event.roles):
        yield "a named participant"
    if any(_mentioned_as(evidence, role.ref) == "pronoun" for role in event.roles):
        yield "a pronoun"
    if event.place is not None:
        yield "place"
    if event.time is not None and event.time.value is not None:
        yield "date"
    if event.attributed_to:
        yield "attributed"
    if event.status not in ("occurred", "ongoing"):
        yield "unreal"
    if event.certainty != "certain":
        yield "uncertain"


def _of_statement(evidence: Evidence, statement: Statement) -> Iterator[str]:
    yield statement.mode
    yield f"speaker by {_mentioned_as(evidence, statement.speaker)}"
    if not _is_body(evidence, statement.speaker):
        yield "speaker is a thing"
    if statement.parts:
        yield "several pieces"
    if statement.content.end - statement.content.start < 40:
        yield "short content"
    if statement.confidence < 0.75:
        yield "weak pattern"


def _of_relation(evidence: Evidence, relation: Relation) -> Iterator[str]:
    yield relation.predicate.partition(":")[0]
    yield f"subject by {_mentioned_as(evidence, relation.subject)}"
    if isinstance(relation.object, Ref):
        yield f"object by {_mentioned_as(evidence, relation.object)}"
    if relation.status not in ("occurred", "ongoing"):
        yield "unreal"
    if relation.attributed_to:
        yield "attributed"


def _of_sentence(reading: Reading, sentence: Span) -> Iterator[str]:
    tokens = reading.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return
    if len(tokens) > LONG:
        yield "long sentence"
    if reading.block(tokens[0]).role in ("headline", "standfirst"):
        yield "headline"


def _is_body(evidence: Evidence, ref: Ref) -> bool:
    """Whether this is somebody or some body, not a thing or a place."""
    return ref.entity in evidence.bodies


def _mentioned_as(evidence: Evidence, ref: Ref) -> str:
    """The kind of the mention: name, nominal, pronoun or metonym."""
    return evidence.kinds.get((ref.entity, ref.start, ref.end), "nominal")
