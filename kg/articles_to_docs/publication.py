"""When an article was published, as the page itself tells: its date line, its byline, or — with great care — its text.

Never today's date, and never a guess: a wrong date would shift every "on Friday" of the article, so doubt gives None.
What is looked at, in this order:

1. The stamps above the story and the date line of its first paragraph: "Published …" before a bare date before the
   day without a year of an agency's date line ("PORT BRAE, Oct 3"), whose year comes from the page's other dates.
   "Updated …" is not published; it counts only if it is the page's only date and the story tells of that weekday.
   A date in figures that can be read both ways needs a reason: its zone, another date, money, or a 24-hour clock.
2. The story: the latest date on which its first paragraphs report somebody to have spoken ("said on May 16"), when
   the story outside quotations keeps its time by dates (no "said on Tuesday", no "yesterday") and another full date
   on the page settles the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from kg.articles_to_docs.layout.stamps import WEEKDAYS, Stamp, clock, stamps
from kg.ontology import lexicon
from kg.records import Block

_STORY = ("standfirst", "body", "quote", "list")
_TOLD = ("body", "quote", "list", "caption", "credit", "standfirst")
_LEAD = 3  # paragraphs in which a story says what is new
_FRESH = timedelta(days=120)  # a picture's date settles the year of a date at most this long after it
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_FULL_CLOCK, _HALF_CLOCK = re.compile(r"\b[0-2]\d[:.h][0-5]\d\b"), re.compile(r"\d\s*[ap]\.?m\b")
_TODAY = re.compile(r"\b(?:today|yesterday|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    """A stamp with what stands around it: the words before it and behind it, up to the next stamp."""

    stamp: Stamp
    before: str
    after: str

    @property
    def updated(self) -> bool:
        return bool(_words("labels_updated").search(self.before)) and not self.published

    @property
    def published(self) -> bool:
        return bool(_words("labels_published").search(self.before))


def publication(text: str, blocks: Sequence[Block]) -> tuple[str | None, str | None]:
    r"""The date (``YYYY-MM-DD``) or date and time of publication, and where it was read: dateline, text or None.

    The time is there only if the stamp has one (``YYYY-MM-DDTHH:MM:SS``), with an offset if its zone is known.

    >>> page = "Ferry sinks off Port Brae\nPublished 18/05/2025, 00:12 BST"
    >>> publication(page, (Block("headline", 0, 25), Block("dateline", 26, 57)))
    ('2025-05-18T00:12:00+01:00', 'dateline')
    """
    head = [found for block in _head(text, blocks) for found in _found(text[block.start : block.end])]
    published = [f for f in head if f.published and f.stamp.year]
    plain = [f for f in head if not f.published and not f.updated and f.stamp.year]
    for found in (*published, *plain):
        day = _day(found, text)
        return (_with_clock(day, found), "dateline") if day else (None, None)
    for found in head:
        if found.stamp.year is None and not found.updated:
            day = _completed(found.stamp, text, blocks)
            return (day.isoformat(), "dateline") if day else (None, None)
    for found in head:
        day = _day(found, text) if found.updated and found.stamp.year else None
        if day and _weekday_told(day, text, blocks):
            return day.isoformat(), "dateline"
    for found in (f for block in _foot(blocks) for f in _found(text[block.start : block.end])):
        day = _day(found, text) if found.published and found.stamp.year else None
        if day:
            return _with_clock(day, found), "dateline"
    day = _inferred(text, blocks)
    return (day.isoformat(), "text") if day else (None, None)


def _head(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Stamped blocks above the story or opening its first paragraphs; those under the headline first, then those next
    above it.
    """
    headline = next((i for i, b in enumerate(blocks) if b.role == "headline"), -1)
    story = [i for i, b in enumerate(blocks) if b.role in ("body", "quote", "list")]
    last = story[min(_LEAD, len(story)) - 1] if story else len(blocks)
    first = story[0] if story else len(blocks)
    stamped = [
        i
        for i, b in enumerate(blocks[:last])
        if b.role in ("dateline", "byline") and (i < first or _opens(text, blocks, i))
    ]
    return [blocks[i] for i in sorted(stamped, key=lambda i: (i < headline, abs(i - headline)))]


def _foot(blocks: Sequence[Block]) -> list[Block]:
    """Stamped blocks right below the story, above the first teaser."""
    told = [i for i, b in enumerate(blocks) if b.role in _TOLD]
    below = blocks[told[-1] + 1 :] if told else ()
    end = next((i for i, b in enumerate(below) if b.role == "teaser"), len(below))
    return [b for b in below[:end] if b.role in ("dateline", "byline")]


def _opens(text: str, blocks: Sequence[Block], i: int) -> bool:
    """Whether a date line stands in the same line as the paragraph after it."""
    return i + 1 < len(blocks) and "\n" not in text[blocks[i].end : blocks[i + 1].start]


def _found(line: str) -> list[_Found]:
    found = list(stamps(line))
    ends = [0, *(stamp.end for stamp in found)]
    starts = [*(stamp.start for stamp in found), len(line)]
    return [
        _Found(s, line[ends[i] : s.start].lower(), line[s.end : starts[i + 1]].lower()) for i, s in enumerate(found)
    ]


def _listed(*keys: str) -> Any:  # noqa: ANN401 - what the word list holds there
    value: Any = lexicon("furniture")["stamp"]
    for name in keys:
        value = value[name]
    return value


@cache
def _words(*keys: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in _listed(*keys)) + r")(?!\w)")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(found: _Found, text: str) -> date | None:
    """The day of a stamp with a year; figures that can be read both ways need a reason to be read one way."""
    stamp = found.stamp
    if stamp.year is None:
        return None
    day_first = _date(stamp.year, stamp.month, stamp.day)
    if not stamp.figures:
        return day_first
    month_first = _date(stamp.year, stamp.day, stamp.month)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if stamp.weekday is not None and (day_first.weekday() == stamp.weekday) != (month_first.weekday() == stamp.weekday):
        return day_first if day_first.weekday() == stamp.weekday else month_first
    around = found.before + " " + found.after
    others = [s for s in stamps(text) if s.figures]
    says_day = bool(_words("figures", "day_first").search(around)) or any(s.day > 12 for s in others)
    says_month = bool(_words("figures", "month_first").search(around)) or any(s.month > 12 for s in others)
    if not (says_day or says_month):
        says_day = any(sign in text for sign in _listed("figures", "day_first_money")) and "$" not in text
    if not (says_day or says_month):
        says_day = bool(_FULL_CLOCK.search(around)) and not _HALF_CLOCK.search(around)
    if says_day == says_month:
        return None
    return day_first if says_day else month_first


def _with_clock(day: date, found: _Found) -> str:
    """The date with the time of day that stands right behind it, or right before it."""
    behind = re.split(_words("labels_updated"), found.after)[0][:24]
    before = re.split(r"[|·•]", found.before)[-1]
    time = clock(behind) or clock(before)
    if not time:
        return day.isoformat()
    zone = next((word for word in re.findall(r"[a-z]+", behind + " " + before) if word in _listed("offsets")), None)
    return f"{day.isoformat()}T{time}:00" + (_offset(_listed("offsets")[zone]) if zone else "")


def _offset(minutes: int) -> str:
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _full_dates(text: str, blocks: Iterable[Block]) -> list[date]:
    """The days written with month and year in the story and its captions, never in teasers; in page order."""
    days = []
    for block in blocks:
        if block.role in _TOLD:
            for stamp in stamps(text[block.start : block.end]):
                day = _date(stamp.year, stamp.month, stamp.day) if stamp.year and not stamp.figures else None
                if day and (stamp.weekday is None or stamp.weekday == day.weekday()):
                    days.append(day)
    return days


def _lead(text: str, blocks: Sequence[Block]) -> list[str]:
    return [text[b.start : b.end] for b in blocks if b.role in ("body", "list", "quote")][:_LEAD]


def _weekdays(paragraphs: Iterable[str]) -> set[int]:
    return {WEEKDAYS.index(found[1][:3].lower()) for paragraph in paragraphs for found in _WEEKDAY.finditer(paragraph)}


def _weekday_told(day: date, text: str, blocks: Sequence[Block]) -> bool:
    """Whether the story's first paragraphs tell of that day of the week."""
    return day.weekday() in _weekdays(_lead(text, blocks))


def _completed(stamp: Stamp, text: str, blocks: Sequence[Block]) -> date | None:
    """A day without its year: shortly after the page's latest full date, on a weekday that the lead tells of."""
    known = _full_dates(text, blocks)
    if not known:
        return None
    latest = max(known)
    told = {stamp.weekday} if stamp.weekday is not None else _weekdays(_lead(text, blocks)[:1])
    days = [d for d in (_date(latest.year + k, stamp.month, stamp.day) for k in (-1, 0, 1)) if d]
    if told:
        # A lead tells of the day itself or of the day before.
        days = [d for d in days if d.weekday() in told or (d - timedelta(days=1)).weekday() in told]
    return next((d for d in days if latest <= d <= latest + _FRESH), None)


def _inferred(text: str, blocks: Sequence[Block]) -> date | None:
    """The latest day on which the first paragraphs report somebody to have spoken; see the head of this module."""
    story = [text[b.start : b.end] for b in blocks if b.role in _STORY]
    own_words = [_QUOTED.sub(" ", p) for p in story]
    if any(_WEEKDAY.search(p) or _TODAY.search(p) for p in own_words):
        return None
    lead = [s for p in _lead(text, blocks) for s, before in _dated(p) if _reported(before)]
    told = [s for p in story for s, before in _dated(p) if _reported(before)]
    past = [s for p in story for s, before in _dated(p) if not _points_ahead(before)]
    if not lead:
        return None
    known = _full_dates(text, blocks)
    days = [_in_year(s, known) for s in told]
    latest = max((d for d in days if d), default=None)
    in_lead = {_in_year(s, known) for s in lead}
    if latest is None or None in days or latest not in in_lead:
        return None
    later = [d for d in (_in_year(s, known) for s in past) if d and d > latest]
    years = [int(y) for b in blocks if b.role in _STORY for y in _YEAR.findall(text[b.start : b.end])]
    return None if later or any(year > latest.year for year in years) else latest


def _dated(paragraph: str) -> list[tuple[Stamp, str]]:
    """The dates of a paragraph, each with the words before it in its sentence."""
    return [
        (s, re.split(r"[.!?;]\s|\n", paragraph[max(0, s.start - 80) : s.start])[-1].lower())
        for s in stamps(paragraph)
        if not s.figures
    ]


def _reported(before: str) -> bool:
    """Whether a date belongs to a reporting verb: at most a few words, and no comma, stand between them."""
    found = list(_words("told", "reporting").finditer(before))
    return (
        bool(found)
        and len(before[found[-1].end() :].split()) <= 5
        and "," not in before[found[-1].end() :]
        and not _points_ahead(before[found[-1].end() :])
    )


def _points_ahead(before: str) -> bool:
    return bool(_words("told", "ahead").search(" ".join(before.split()[-6:])))


def _in_year(stamp: Stamp, known: Sequence[date]) -> date | None:
    """The day of a stamp; without a year, in the one year that puts it shortly after a full date of the page."""
    if stamp.year:
        return _date(stamp.year, stamp.month, stamp.day)
    fits = {
        d
        for k in known
        for d in (_date(k.year, stamp.month, stamp.day), _date(k.year + 1, stamp.month, stamp.day))
        if d and k <= d <= k + _FRESH
    }
    return fits.pop() if len(fits) == 1 else None
