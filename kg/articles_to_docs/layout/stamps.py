"""Dates and times as stamps of a page: written out or in figures, with what publication needs to know of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.ontology import lexicon

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<{m}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
    r"\b\.?,?\s+(?:the\s+)?)?"
)
_YEAR = r"(?:,?\s*(?P<{y}>(?:19|20)\d\d)(?!\d))?"
_DAY = r"(?P<{d}>[0-3]?\d)(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?<![\w/.-])" + _WEEKDAY + r"(?:"
    + r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)"
    + r"|(?P<f1>[0-3]?\d)(?P<sep>[/.-])(?P<f2>[0-3]?\d)(?P=sep)(?P<fy>(?:19|20)\d\d)(?![\d/])"
    + r"|" + _MONTH.format(m="m1") + r"\s+" + _DAY.format(d="d1") + r"(?![\d:]|\.\d)" + _YEAR.format(y="y1")
    + r"|" + _DAY.format(d="d2") + r"\s+(?:of\s+)?" + _MONTH.format(m="m2") + r"(?![a-z])" + _YEAR.format(y="y2")
    + r")",
    re.IGNORECASE,
)  # fmt: skip
_HALF = r"[ap]\.?m\b\.?"
_TIME = re.compile(
    rf"(?<![\d.:/])(?P<h>[0-2]?\d)(?:[:.h](?P<min>[0-5]\d))(?::[0-5]\d)?\s*(?P<half>{_HALF})?"
    rf"|(?<![\d.:/])(?P<h12>1?\d)\s*(?P<half12>{_HALF})",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as written. ``year`` None if it has none; ``day_first`` None in figures that can be read both ways.

    ``weekday`` counts from Monday = 0, as ``datetime.date`` does.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None = None
    figures: bool = False


def stamps(text: str) -> Iterator[Stamp]:
    """The dates in some text, in order. A date in figures is given day first; ``figures`` warns of the other reading.

    >>> [(s.year, s.month, s.day) for s in stamps("Fri 3 Oct 2025 to October 5")]
    [(2025, 10, 3), (None, 10, 5)]
    """
    for found in _DATE.finditer(text):
        stamp = _stamp(found)
        if 1 <= stamp.day <= 31 and (1 <= stamp.month <= 12 or (stamp.figures and stamp.month <= 31)):
            yield stamp


def _stamp(found: re.Match[str]) -> Stamp:
    weekday = WEEKDAYS.index(found["weekday"][:3].lower()) if found["weekday"] else None
    start, end = found.span()
    if found["iso"]:
        year, month, day = (int(part) for part in found["iso"].split("-"))
        return Stamp(start, end, year, month, day, weekday)
    if found["f1"]:
        return Stamp(start, end, int(found["fy"]), int(found["f2"]), int(found["f1"]), weekday, figures=True)
    which = "1" if found["m1"] else "2"
    year_text = found["y" + which]
    month = MONTHS[found["m" + which][:3].lower()]
    return Stamp(start, end, int(year_text) if year_text else None, month, int(found["d" + which]), weekday)


def clock(text: str) -> str | None:
    """The first time of day in some text, as ``HH:MM`` of the 24-hour clock; None if there is none.

    >>> clock("October 3, 4:20 PM GMT"), clock("19.42 EAT")
    ('16:20', '19:42')
    """
    for found in _TIME.finditer(text):
        hour, minute = int(found["h"] or found["h12"]), int(found["min"] or 0)
        half = (found["half"] or found["half12"] or "").lower()
        if half.startswith("p") and hour < 12:
            hour += 12
        elif half.startswith("a") and hour == 12:
            hour = 0
        if hour < 24:
            return f"{hour:02d}:{minute:02d}"
    return None


@cache
def _stamp_words() -> frozenset[str]:
    listed = lexicon("furniture")["stamp"]
    return frozenset(listed["words"]) | frozenset(listed["zones"])


def is_stamp(text: str) -> bool:
    """Whether some text is nothing but a date or a time of day with the words that go with it.

    >>> is_stamp("Published: 18:47, 12 November 2025"), is_stamp("On 12 November the ferry sank")
    (True, False)
    """
    if _FIGURE.search(text) is None:
        return False
    rest = _DATE.sub(" ", text)
    dated = rest != text
    rest, times = _TIME.subn(" ", rest)
    if not (dated or times):
        return False
    words = [word.lower().strip(".") for word in _WORD.findall(rest)]
    return all(word in _stamp_words() or word.isdigit() for word in words)
