"""The bars of the time line: days, weeks, months … so many as a reader can tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

MOST = 60
# A news text of March tells of 1945, too: where months are too many, the bars leave out the earliest and the latest
# part of all days, and one bar at each end takes what lies beyond.
FINE = ("day", "week", "month")
EARLIEST, LATEST = 0.15, 0.02
UNITS = ("day", "week", "month", "quarter", "year", "decade")
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def periods(situations: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """``unit`` and ``bars``: rows of first and last day (ISO dates), the first of them open to the past if its first
    day is None, the last to the future. Without a date there is no bar.

    >>> periods([{"date": "2025-03-13"}, {"earliest": "2025-03-14", "latest": "2025-03-16"}])["bars"]
    [['2025-03-13', '2025-03-13'], ['2025-03-14', '2025-03-14']]
    """
    days = sorted(day for s in situations if (day := _day(s)))
    if not days:
        return {"unit": "day", "bars": []}
    low, high = days[0], days[-1]
    if not any(len(_starts(low, high, unit)) <= MOST for unit in FINE):
        low, high = days[int(len(days) * EARLIEST)], days[-1 - int(len(days) * LATEST)]
    unit = next((u for u in UNITS if len(_starts(low, high, u)) <= MOST), UNITS[-1])
    starts = _starts(low, high, unit)
    ends = [start - timedelta(days=1) for start in starts[1:]] + [_next(starts[-1], unit) - timedelta(days=1)]
    bars: list[list[str | None]] = [[a.isoformat(), b.isoformat()] for a, b in zip(starts, ends, strict=True)]
    if days[0] < starts[0]:
        bars.insert(0, [None, (starts[0] - timedelta(days=1)).isoformat()])
    if days[-1] > ends[-1]:
        bars.append([(ends[-1] + timedelta(days=1)).isoformat(), None])
    return {"unit": unit, "bars": bars}


def _day(situation: Mapping[str, Any]) -> date | None:
    """The day a situation is filed under: its own, else the first it may have been on; None outside the calendar."""
    given = situation.get("date") or situation.get("earliest") or situation.get("latest") or ""
    found = re.match(r"(?!0000)[0-8]\d{3}-\d\d-\d\d(?!\d)", given)
    return date.fromisoformat(found[0]) if found else None


def _starts(low: date, high: date, unit: str) -> list[date]:
    """The first days of the periods from that of ``low`` to that of ``high``; no more than are needed to see that
    they are too many.
    """
    starts = [_floor(low, unit)]
    while len(starts) <= MOST and (following := _next(starts[-1], unit)) <= high:
        starts.append(following)
    return starts


def _floor(day: date, unit: str) -> date:
    if unit == "day":
        return day
    if unit == "week":
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    size = MONTHS[unit]
    month = (day.year - day.year % 10) * 12 if unit == "decade" else (day.year * 12 + day.month - 1) // size * size
    return date(max(1, month // 12), month % 12 + 1, 1)


def _next(day: date, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=1 if unit == "day" else 7)
    month = (day.year - day.year % 10) * 12 + 120 if unit == "decade" else day.year * 12 + day.month - 1 + MONTHS[unit]
    return date(month // 12, month % 12 + 1, 1)
