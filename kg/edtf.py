"""Dates as EDTF (ISO 8601-2:2019, levels 0 and 1): which days a value covers. Pure arithmetic, no parsing of prose."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CLOCK = re.compile(r"T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}(?::\d{2})?)?$")
_UNSPECIFIED = re.compile(r"(\d{3}X|\d{2}XX)")
_SEASON = re.compile(r"(\d{4})-2([1-4])")


def resolve_window(value: str) -> tuple[str, str] | None:
    """The earliest and the latest ISO day a value covers; None if it is not EDTF level 0 or 1, or is open-ended.

    Seasons are those of the northern half of the earth by whole months; winter begins in the year it is named after.
    ``~`` and ``?`` do not widen the window: how wide "about" is, nobody said.

    >>> resolve_window("2025-02")
    ('2025-02-01', '2025-02-28')
    >>> resolve_window("199X")
    ('1990-01-01', '1999-12-31')
    >>> resolve_window("2025-03-10/2025-03-16")
    ('2025-03-10', '2025-03-16')
    >>> resolve_window("2024-24")
    ('2024-12-01', '2025-02-28')
    >>> resolve_window("soon") is None
    True
    """
    first, slash, last = value.partition("/")
    try:
        if not slash:
            return _days(first)
        begin, end = _days(first), _days(last)
    except ValueError:  # no such day in the calendar
        return None
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def _days(value: str) -> tuple[str, str] | None:
    plain = _CLOCK.sub("", value.rstrip("~?%"))
    if _UNSPECIFIED.fullmatch(plain):
        return f"{plain.replace('X', '0')}-01-01", f"{plain.replace('X', '9')}-12-31"
    if found := _SEASON.fullmatch(plain):
        year, month = int(found[1]), 3 * int(found[2])
        end_year, end_month = (year, month + 2) if month < 12 else (year + 1, 2)
        return date(year, month, 1).isoformat(), _month_end(end_year, end_month)
    found = _DAY.fullmatch(plain)
    if not found:
        return None
    year = int(found[1])
    if not found[2]:
        return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    month = int(found[2])
    if not found[3]:
        return date(year, month, 1).isoformat(), _month_end(year, month)
    day = date(year, month, int(found[3])).isoformat()
    return day, day


def _month_end(year: int, month: int) -> str:
    return date(year, month, monthrange(year, month)[1]).isoformat()
