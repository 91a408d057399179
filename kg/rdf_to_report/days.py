"""Days as words, and the page of the calendar that a situation belongs on. A missing date stays missing."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def valid(day: str | None) -> bool:
    """Whether an ISO day is one of the calendar."""
    try:
        return bool(day and date.fromisoformat(day))
    except ValueError:
        return False


def in_words(first: str | None, last: str | None) -> str:
    """A stretch of days as a reader says it; "" where no day is known.

    >>> in_words("2025-03-14", "2025-03-14"), in_words("2025-03-17", "2025-03-22")
    ('14 March 2025', '17–22 March 2025')
    >>> in_words("2025-03-01", "2025-03-31"), in_words("2024-01-01", "2025-12-31")
    ('March 2025', '2024–2025')
    >>> in_words("2025-03-30", "2025-04-05"), in_words(None, "2025-03-14")
    ('30 March – 5 April 2025', 'by 14 March 2025')
    """
    if not valid(first) or not valid(last):
        known = first if valid(first) else last if valid(last) else None
        return f"{'from' if valid(first) else 'by'} {_day(known)}" if known else ""
    a, b = date.fromisoformat(first or ""), date.fromisoformat(last or "")
    if a >= b:
        return _day(first or "")
    whole_months = a.day == 1 and b.day == monthrange(b.year, b.month)[1]
    if whole_months and (a.month, b.month) == (1, 12):
        return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
    if whole_months:
        end = f"{MONTHS[b.month - 1]} {b.year}"
        start = MONTHS[a.month - 1] if a.year == b.year else f"{MONTHS[a.month - 1]} {a.year}"
        return end if (a.year, a.month) == (b.year, b.month) else f"{start} – {end}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{_day(last or '')}"
    start = f"{a.day} {MONTHS[a.month - 1]}" if a.year == b.year else _day(first or "")
    return f"{start} – {_day(last or '')}"


def _day(day: str) -> str:
    found = date.fromisoformat(day)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


@dataclass(frozen=True, slots=True, order=True)
class Leaf:
    """A page of the calendar: a month, a year for what no month is told of, or what is longer than a year.

    ``year`` is 0 for what is longer, ``month`` 0 for a year.
    """

    year: int
    month: int

    @property
    def name(self) -> str:
        """The name of its file.

        >>> Leaf(2025, 3).name, Leaf(2025, 0).name
        ('2025-03', '2025')
        """
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}" if self.year else "longer"

    @property
    def title(self) -> str:
        """What it is called."""
        if not self.year:
            return "Longer than a year"
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)


def leaf(first: str | None, last: str | None) -> Leaf | None:
    """The page for a stretch of days; None where no day is known.

    >>> leaf("2025-03-17", "2025-03-22"), leaf("2025-01-01", "2025-12-31")
    (Leaf(year=2025, month=3), Leaf(year=2025, month=0))
    >>> leaf(None, "2025-03-14"), leaf(None, None)
    (Leaf(year=2025, month=3), None)
    """
    known = [d for d in (first, last) if d and valid(d)]
    if not known:
        return None
    a, b = date.fromisoformat(known[0]), date.fromisoformat(known[-1])
    if a.year != b.year:
        return Leaf(0, 0)
    return Leaf(a.year, a.month if a.month == b.month else 0)


def order(first: str | None, last: str | None) -> tuple[str, str]:
    """Where a stretch of days stands in the calendar: by its first day, the shorter before the longer."""
    a, b = (d if d and valid(d) else "" for d in (first, last))
    return a or b or "9999", b or a
