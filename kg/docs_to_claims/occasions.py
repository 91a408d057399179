"""One occasion, several sentences: a statement that goes on where the speaker's dated one left off shares its date.

"X said on 16 March that …. "…," X said on Radio Y. He also said …" is one telling. The date is the one the article
gives for it, with its own span; nothing is inferred where another speaker, or a limit of two sentences, comes between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.articles_to_docs.reading import Reading
from kg.records import Statement, Time

REACH = 2
"""Sentences between two statements of one occasion, at most."""


def share_dates(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each undated one with the date of the same speaker's statement right before it."""
    starts = [s.start_char for s in reading.sentences]
    order = {start: i for i, start in enumerate(starts)}
    out: list[Statement] = []
    last: tuple[str, int, Time] | None = None
    for statement in statements:
        number = _number(order, starts, statement.sentence.start)
        if statement.time is not None:
            last = (statement.speaker.entity, number, statement.time)
        elif last is not None and last[0] == statement.speaker.entity and 0 <= number - last[1] <= REACH:
            last = (last[0], number, last[2])
            out.append(replace(statement, time=replace(last[2], resolved_from="text")))
            continue
        else:
            last = None
        out.append(statement)
    return tuple(out)


def _number(order: dict[int, int], starts: Sequence[int], start: int) -> int:
    """The number of the sentence that starts here, or of the last one before."""
    return order.get(start, sum(s <= start for s in starts) - 1)
