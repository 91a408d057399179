"""A tie between two events that share a time or place, and how the anchors are handed along the ties."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Ref, Time

HARM = frozenset({"assault", "disaster", "life", "coerce"})
"""Event types of what harms and of the harm it does."""
COMPLEMENTS = frozenset({"dobj", "prep", "npadvmod", "advcl", "xcomp", "ccomp", "oprd", "attr", "acomp", "dative"})
"""Labels of what a verb takes behind it; without any, the verb shares what its conjunct takes."""
_ROUNDS = 3
"""An event may share with one that itself shares: as many steps reach."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Event ``inner`` takes what it lacks from event ``outer``.

    ``exact``: only a month or less, not a year; ``before``: only words that stand before this offset.
    """

    inner: int
    outer: int
    time: bool = True
    place: bool = True
    exact: bool = False
    before: int | None = None

    def covers(self, words: Time | Ref) -> bool:
        """Whether the tie reaches these words."""
        if self.before is not None and words.start >= self.before:
            return False
        return not self.exact or isinstance(words, Ref) or _is_narrow(words)


@dataclass(frozen=True, slots=True)
class Finder:
    """A rule that yields the ties of one event to others.

    ``labels``: the dependency labels its trigger's word or light verb must have, so that most rules need not look at
    most events; empty for any.
    """

    find: Callable[[Trigger, Mapping[int, int]], Iterator[Tie]]
    labels: frozenset[str] = frozenset()


def share(times: dict[int, Time], places: dict[int, Ref], ties: Sequence[Tie]) -> None:
    """Hand times and places along the ties to events that have none."""
    for _ in range(_ROUNDS):
        for tie in ties:
            if tie.time and tie.inner not in times and tie.outer in times and tie.covers(times[tie.outer]):
                times[tie.inner] = times[tie.outer]
            if tie.place and tie.inner not in places and tie.outer in places and tie.covers(places[tie.outer]):
                places[tie.inner] = places[tie.outer]


def _is_narrow(time: Time) -> bool:
    if time.value is None:
        return (time.timex or "XXXX-").startswith("XXXX-")  # "yesterday", "in May" of an article without a date
    return len(time.value) >= len("2025-01") and "/" not in time.value
