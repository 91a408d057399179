"""Readings in, claims out: statements first, since they say whose word everything else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Event, Record, Relation, Statement, TimeExpression

if TYPE_CHECKING:
    from kg.articles_to_docs.reading import Reading

    Extractor = Callable[[Reading, Sequence[Statement]], tuple[Event | Relation, ...]]


def extractors() -> dict[str, Extractor]:
    """The extractors by name, in the order they run. Each is pure: a reading and its statements in, claims out."""
    from kg.docs_to_claims.events import find_events  # noqa: PLC0415
    from kg.docs_to_claims.relations import find_relations  # noqa: PLC0415

    return {"events": find_events, "relations": find_relations}


def claims(reading: Reading) -> Iterator[Record]:
    """All records of one article: the article, its entities, its claims, its time expressions."""
    from kg.docs_to_claims.confidence import calibrated, make_evidence  # noqa: PLC0415
    from kg.docs_to_claims.first_person import with_speakers  # noqa: PLC0415
    from kg.docs_to_claims.occasions import name_moments, share_dates  # noqa: PLC0415
    from kg.docs_to_claims.statements import find_statements  # noqa: PLC0415

    statements = name_moments(reading, share_dates(reading, find_statements(reading)))
    reading = with_speakers(reading, statements)
    found = [claim for extract in extractors().values() for claim in extract(reading, statements)]
    evidence = make_evidence(reading)
    yield reading.article
    yield from reading.entities
    yield from (calibrated(evidence, replace(s, claims=_inside(s, found))) for s in statements)
    yield from (calibrated(evidence, claim) for claim in found)
    yield from _time_expressions(reading)


def _inside(statement: Statement, found: Sequence[Event | Relation]) -> tuple[str, ...]:
    pieces = statement.parts or (statement.content,)
    out = []
    for claim in found:
        anchor = claim.trigger if isinstance(claim, Event) else claim.subject
        said = any(r.entity == statement.speaker.entity for r in claim.attributed_to)
        if said and any(p.start <= anchor.start and anchor.end <= p.end for p in pieces):
            out.append(claim.id)
    return tuple(out)


def _time_expressions(reading: Reading) -> Iterator[TimeExpression]:
    from kg.records import Span  # noqa: PLC0415

    article = reading.article
    for time in reading.times:
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        first = span[0] if span is not None and len(span) and not span[0].is_space else None
        sentence = reading.sentence_span(first) if first is not None else Span(time.text, time.start, time.end)
        yield TimeExpression(f"{article.id}:t{time.start}-{time.end}", article.id, sentence, time, "times")
