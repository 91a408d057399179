"""Stretches of the calendar: a day, a week, a quarter … with EDTF value and TIMEX3 value (TimeML, ISO 24617-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

UNITS = ("day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century")
"""Calendar units from fine to coarse; a weekend is finer than a week only by name."""

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 12, "year": 12, "decade": 120, "century": 1200}
_SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Period:
    """One calendar unit, known by its first day. A winter belongs to the year it begins in."""

    unit: str
    first: date

    @property
    def edtf(self) -> str:
        """The value in EDTF level 0 or 1; seasons (northern, whole months), quarters, weeks … are intervals there."""
        first = self.first
        match self.unit:
            case "week":
                return f"{first.isoformat()}/{(first + timedelta(6)).isoformat()}"
            case "weekend":
                return f"{first.isoformat()}/{(first + timedelta(1)).isoformat()}"
            case "month":
                return first.isoformat()[:7]
            case "quarter" | "half":
                months = 2 if self.unit == "quarter" else 5
                return f"{first.isoformat()[:7]}/{first.year:04}-{first.month + months:02}"
            case "season":
                return f"{first.isoformat()[:7]}/{_plus_months(first, 2).isoformat()[:7]}"
            case "year":
                return f"{first.year:04}"
            case "decade":
                return f"{first.year // 10:03}X"
            case "century":
                return f"{first.year // 100:02}XX"
        return first.isoformat()

    @property
    def timex(self) -> str:
        """The value as TIMEX3 writes it: ``2025-W12``, ``2025-Q4``, ``2025-SP``, ``199``."""
        first = self.first
        year, week, _ = first.isocalendar()
        match self.unit:
            case "week":
                return f"{year:04}-W{week:02}"
            case "weekend":
                return f"{year:04}-W{week:02}-WE"
            case "quarter":
                return f"{first.year:04}-Q{first.month // 3 + 1}"
            case "half":
                return f"{first.year:04}-H{first.month // 6 + 1}"
            case "season":
                return f"{first.year:04}-{_SEASONS[first.month // 3 - 1]}"
            case "decade" | "century":
                return self.edtf.rstrip("X")
        return self.edtf

    def part(self, word: str) -> str:
        """The EDTF interval of the "early", "mid" or "late" third of a year or month; of another unit the whole.

        >>> Period("year", date(2026, 1, 1)).part("early"), Period("month", date(2025, 2, 1)).part("late")
        ('2026-01/2026-04', '2025-02-21/2025-02-28')
        """
        third = ("early", "mid", "late").index(word)
        if self.unit == "year":
            return f"{self.first.year:04}-{4 * third + 1:02}/{self.first.year:04}-{4 * third + 4:02}"
        if self.unit == "month":
            last = self.shifted(1).first - timedelta(1)
            begin = self.first.replace(day=10 * third + 1)
            return f"{begin.isoformat()}/{(last if third == 2 else begin + timedelta(9)).isoformat()}"
        return self.edtf

    def shifted(self, count: int) -> Period:
        """The unit ``count`` units later; a season moves by years. Raises OverflowError beyond the years 1-9999."""
        if self.unit in ("day", "week", "weekend"):
            return Period(self.unit, self.first + timedelta(count * (1 if self.unit == "day" else 7)))
        return Period(self.unit, _plus_months(self.first, count * _MONTHS[self.unit]))

    def within(self, unit: str) -> Period:
        """The unit of this kind in which the period begins.

        >>> Period("day", date(2025, 5, 14)).within("quarter").timex
        '2025-Q2'
        """
        first = self.first
        match unit:
            case "week":
                return Period(unit, first - timedelta(first.weekday()))
            case "weekend":
                return Period(unit, first - timedelta(first.weekday()) + timedelta(5))
            case "month":
                return Period(unit, first.replace(day=1))
            case "quarter" | "half":
                size = _MONTHS[unit]
                return Period(unit, date(first.year, (first.month - 1) // size * size + 1, 1))
            case "year":
                return Period(unit, date(first.year, 1, 1))
            case "decade":
                return Period(unit, date(max(1, first.year // 10 * 10), 1, 1))
            case "century":
                return Period(unit, date(max(1, first.year // 100 * 100), 1, 1))
        return Period("day", first)

    def moved(self, count: int, unit: str) -> Period | None:
        """``count`` units on from here, as exact as both the period and the unit are; None where that says nothing.

        A year after a quarter is a quarter; a year after a day is only known to lie in a year.
        """
        if unit == "fortnight":
            return self.moved(2 * count, "week")
        if unit in ("second", "minute", "hour"):
            days = {"second": 86400, "minute": 1440, "hour": 24}[unit]
            return Period("day", self.first + timedelta(int(count / days))) if self.unit == "day" else None
        if unit == "night":
            unit = "day"
        if unit == "day":
            return self.shifted(count) if self.unit == "day" else None
        if self.unit in ("day", "weekend"):
            return self.within(unit).shifted(count)
        if UNITS.index(unit) < UNITS.index(self.unit):
            return None
        if unit == "week":
            return self.shifted(count)
        if self.unit == "week":
            return self.within(unit).shifted(count)
        return Period(self.unit, _plus_months(self.first, count * _MONTHS[unit]))


def _plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, day.day)


def season(year: int, code: int) -> Period:
    """The season with this EDTF code (21 spring … 24 winter) of a year."""
    return Period("season", date(year, 3 * (code - 20), 1))


def day_of(year: int, month: int, day: int) -> Period | None:
    """The day, or None if the calendar has no such day."""
    try:
        return Period("day", date(year, month, day))
    except ValueError:
        return None
