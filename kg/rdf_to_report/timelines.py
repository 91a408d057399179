"""Timelines: entries by day, in the order of the calendar; what has no date stays apart and is given none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.rdf_to_report.days import Leaf, in_words, leaf, order, valid
from kg.rdf_to_report.directory import published
from kg.rdf_to_report.entries import Desk, Entry
from kg.rdf_to_report.graph import LASTING, Graph, Situation

# A timeline of so many entries has jumps, to at most so many months; beyond, to years.
LONG, JUMPS = 15, 12


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a stretch of days as the texts tell it, and what happened then. ``groups``: of its entries' marks.

    ``leaf`` is its page of the calendar, None where no day is told; ``id`` that of a day that is jumped to, else "".
    """

    title: str
    entries: tuple[Entry, ...]
    leaf: Leaf | None = None
    id: str = ""

    @property
    def groups(self) -> str:
        """The groups of statuses that occur, as class names."""
        return " ".join(sorted({f"has-{e.look.group}" for e in self.entries}))


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened on days that are told, and what has no date, by the day of its first report.

    ``jumps`` lead into a long timeline: title, id of a day, and how many entries there are from there to the next.
    """

    days: tuple[Day, ...]
    undated: tuple[Day, ...]
    jumps: tuple[tuple[str, str, int], ...] = ()

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(len(day.entries) for day in (*self.days, *self.undated))

    @property
    def groups(self) -> frozenset[str]:
        """The groups of statuses that occur in it."""
        return frozenset(e.look.group for day in (*self.days, *self.undated) for e in day.entries)


def timeline(desk: Desk, situations: Iterable[Situation], *, full: bool = False) -> Timeline:
    """The timeline of situations that happen; states and offices, which hold, are not on it."""
    happen = [s for s in situations if s.kind not in LASTING]
    make = desk.full if full else desk.brief
    dated = [s for s in happen if valid(s.first) or valid(s.last)]
    missing = [s for s in happen if not (valid(s.first) or valid(s.last))]
    days: dict[tuple[str, Leaf | None], list[Entry]] = {}
    for s in sorted(dated, key=lambda s: (order(s.first, s.last), _told(s, desk.graph))):
        days.setdefault((in_words(s.first, s.last), leaf(s.first, s.last)), []).append(make(s))
    undated: dict[str, list[Entry]] = {}
    for s in sorted(missing, key=lambda s: _told(s, desk.graph)):
        day = published(s, desk.graph.articles)
        undated.setdefault(in_words(day, day), []).append(make(s))
    return _with_jumps(
        Timeline(
            tuple(Day(title, tuple(entries), page) for (title, page), entries in days.items()),
            tuple(
                Day(f"Reported on {title}" if title else "In articles without a date", tuple(entries))
                for title, entries in undated.items()
            ),
        )
    )


def _with_jumps(made: Timeline) -> Timeline:
    """A long timeline with jumps to its months, or if these are too many to its years."""
    parts = [day.leaf or Leaf(0, 0) for day in made.days]
    if len(set(parts)) > JUMPS:
        parts = [Leaf(part.year, 0) for part in parts]
    counts: Counter[Leaf] = Counter()
    days = []
    for day, part in zip(made.days, parts, strict=True):
        days.append(day if part in counts else replace(day, id=f"d{part.name}"))
        counts[part] += len(day.entries)
    if made.entries < LONG or len(counts) < 3:
        return made
    return replace(made, days=tuple(days), jumps=tuple((p.title, f"d{p.name}", n) for p, n in counts.items()))


def _told(situation: Situation, graph: Graph) -> tuple[str, str, int, str]:
    """Where a situation is first told: day of publication, article, place in the text."""
    first = situation.claims[0] if situation.claims else None
    day = published(situation, graph.articles) or "9999"
    return day, first.article if first else "", first.begin if first else 0, situation.iri
