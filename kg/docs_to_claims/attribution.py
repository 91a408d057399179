"""Whose word a claim is: the chain of speakers whose content it stands in, nearest source first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from kg.docs_to_claims.statements.quotations import Quotation, find_quotations
from kg.records import Article, Ref, Statement


def covering(statements: Iterable[Statement], start: int, end: int) -> list[Statement]:
    """The statements whose content holds these characters, innermost first."""
    found = [s for s in statements if _holds(s, start, end) and not (s.cue.start < end and start < s.cue.end)]
    return sorted(found, key=lambda s: (s.content.end - s.content.start, s.content.start, s.speaker.start))


def _holds(statement: Statement, start: int, end: int) -> bool:
    pieces = statement.parts or (statement.content,)
    return any(p.start <= start and end <= p.end for p in pieces)


def chain(statements: Iterable[Statement], start: int, end: int) -> tuple[Ref, ...]:
    """The sources of what stands at these characters: speaker, who relays the speaker, then outer speakers."""
    out: dict[str, Ref] = {}
    for statement in covering(statements, start, end):
        for ref in (statement.speaker, *statement.reported_by):
            out.setdefault(ref.entity, ref)
    return tuple(out.values())


def quoted(article: Article, start: int, end: int) -> bool:
    """Whether these characters stand between quotation marks: somebody's words, known or not."""
    return any(q.inner_start <= start and end <= q.inner_end for q in _quotations(article))


@lru_cache(maxsize=4)
def _quotations(article: Article) -> tuple[Quotation, ...]:
    return find_quotations(article)
