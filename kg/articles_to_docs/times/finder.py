"""Reads an article's symbols from left to right: the longest rule that means a time wins, close neighbours join."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from kg.articles_to_docs.reading import READABLE
from kg.articles_to_docs.times import clocks, dates, durations, parts, relative, years
from kg.articles_to_docs.times.grammar import Answer, Found, Hit, Rule, Telling, dated
from kg.articles_to_docs.times.periods import Period, day_of
from kg.articles_to_docs.times.scan import LOOKED_AT, scan
from kg.ontology import lexicon
from kg.records import Article, Time

RULES: tuple[Rule, ...] = (*dates.RULES, *years.RULES, *relative.RULES, *parts.RULES, *clocks.RULES, *durations.RULES)

_EDGE = re.compile(r"(?:t?eo|t?E-?eo|t?E-?|~|tUo|tPo)$")
_EARLIER = re.compile(r"[FJ]i?$")
_PART = re.compile(r"E?P")


def find_times(article: Article, doc: Doc) -> tuple[Time, ...]:
    """Every time expression of the article's readable blocks and date lines, in text order, without overlap.

    Values follow TimeML's TIMEX3 (ISO 24617-1) and EDTF (ISO 8601-2). ``doc`` is the parse of ``masked(article)``.
    """
    telling = Telling(article, doc, scan(article))
    blocks = [b for b in article.blocks if b.role in LOOKED_AT]
    starts = [b.start for b in blocks]
    end = 0
    for hit, rule in _hits(telling):
        first = hit.match.start()
        if first < end or hit.match.end() == first:
            continue
        telling.block = bisect_right(starts, telling.scan.starts[first]) - 1
        telling.headline = blocks[telling.block].role == "headline"
        try:
            answer = rule.read(hit, telling)
        except (OverflowError, ValueError):  # a day outside the years 1-9999
            continue
        if answer is None:
            continue
        found = _widened(
            Found(answer, first, hit.match.end(), telling.block, blocks[telling.block].role in READABLE), end, telling
        )
        end = found.end
        if (least := _least(telling, found)) is not None:
            telling.found.append(least)
        telling.found.append(_joined(telling, found))
    return tuple(_time(f, telling) for f in telling.found)


def _hits(telling: Telling) -> list[tuple[Hit, Rule]]:
    hits = [
        (match.start(), -match.end(), order, match, rule)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(telling.scan.symbols)
    ]
    hits.sort(key=lambda h: h[:3])
    return [(Hit(telling.scan, match), rule) for _, _, _, match, rule in hits]


def _widened(found: Found, floor: int, telling: Telling) -> Found:
    """The expression with what shades it: "early 2024", "the end of the year", "Friday night", "around 1990"."""
    answer, first, end = found.answer, found.first, found.end
    symbols, scan = telling.scan.symbols, telling.scan
    if answer.period is None or answer.type == "DURATION":
        return found
    if answer.type == "DATE" and answer.period.unit == "day" and (part := _PART.match(symbols, end)):
        end = part.end()
        answer = _at_part(answer, scan.word(end - 1))
    left = symbols[floor:first]
    before = _EDGE.search(left)
    if before is None and symbols[first] in "TdtPv" and (early := _EARLIER.search(left)):
        before = early if symbols[first] in "Tdv" or early[0].endswith("i") else None
    shaded = None
    if before is not None:
        shaded = _shaded(answer, before[0], scan.words(floor + before.start(), first))
    if before is None or shaded is None:
        return replace(found, answer=answer, end=end)
    return replace(found, answer=shaded, first=floor + before.start(), end=end)


def _shaded(answer: Answer, marks: str, words: list[str]) -> Answer | None:
    """The answer as the words before it change it; None if they do not belong to it."""
    period = answer.period
    day = period is not None and period.unit == "day"
    if period is None or (marks.startswith("tU") and (not day or words[1] not in ("week", "weekend", "month"))):
        return None
    if marks == "~":
        if words == ["about"] and answer.source != "text":
            return None  # "ask her about last year"
        plain = answer.type == "DATE" and answer.value and "/" not in answer.value
        return replace(answer, value=f"{answer.value}~".replace("~~", "~")) if plain else answer
    if marks == "tUo":
        period = period.within(words[1])
        return replace(answer, value=period.edtf, timex=period.timex, period=period)
    if marks == "tPo":
        return _at_part(answer, words[1]) if day and answer.type == "DATE" else None
    if "E" in marks and "e" not in marks and answer.type == "DATE":
        return replace(answer, value=period.part(words[1 if words[0] == "the" else 0]))
    return None if "e" in marks and words[-1] != "of" else answer


def _at_part(answer: Answer, word: str) -> Answer:
    part = lexicon("times")["dayparts"][word]
    return replace(answer, type="TIME", timex=f"{answer.timex}T{part}")


def _joined(telling: Telling, found: Found) -> Found:
    """The expression with the one before it where both are one: "9 p.m. on Friday", "a week after 3 May"."""
    if not telling.found or telling.found[-1].block != found.block:
        return found
    last = telling.found[-1]
    between = telling.scan.symbols[last.end : found.first]
    a, b = last.answer, found.answer
    if len(between) > 2:
        return found
    if between in (")", ")i") and a.clock and _is_day(b) and b.type == "DATE":
        _redate_clocks(telling, b)
        return found
    joined: Answer | None = None
    if between in ("", ",", "i", ",i", "@", ",@"):
        if a.clock and b.clock is None and _is_day(b) and b.type in ("DATE", "TIME"):
            joined = replace(clocks.at_clock(a.clock, b.period, telling), source=b.source, year_given=b.year_given)
        elif a.clock and not between and b.type == "DATE" and b.period is None and b.timex is None:
            joined = Answer("TIME", None, f"T{a.clock}", clock=a.clock)  # "2:30 the next day", of no known day
        elif (
            not between and telling.scan.word(last.end - 1) == "day" and b.type == "DATE" and _is_day(a) and _is_day(b)
        ):
            joined = b  # "the end of the day Saturday"
        elif between in ("", ",") and _completes(a, b) and "M" in telling.scan.symbols[found.first : found.end].upper():
            joined = _in_year(a, b)
        elif b.clock and a.clock is None and _is_day(a):
            joined = replace(clocks.at_clock(b.clock, a.period, telling), source=a.source, year_given=a.year_given)
    elif (
        between in ("h", "-")
        and a.type == b.type == "DATE"
        and _spans(telling.scan.word(last.first - 1), telling.scan.word(last.end))
    ):
        weekdays = telling.scan.symbols[last.first] == telling.scan.symbols[found.first] == "W"
        joined = _interval(a, _next_after(a, b) if weekdays else b)
    elif between in ("A", "B", "b") and a.amount and b.period is not None and b.type == "DATE":
        joined = _counted(a.amount, -1 if between == "B" else 1, b)
    if joined is None:
        return found
    telling.found.pop()
    return Found(joined, last.first, found.end, found.block, found.told)


def _least(telling: Telling, found: Found) -> Found | None:
    """The 60 of "between 60 and 90 days": a duration of its own, its unit told later."""
    first, amount = found.first, found.answer.amount
    if found.answer.type != "DURATION" or amount is None or first < 3:
        return None
    word, link = telling.scan.word(first - 2), telling.scan.word(first - 1)
    if (telling.scan.word(first - 3), link) not in (("between", "and"), ("from", "to")) or not word.isdigit():
        return None
    answer = Answer("DURATION", None, durations.duration(word, amount[1]), amount=(int(word), amount[1]))
    return Found(answer, first - 2, first - 1, found.block, found.told)


def _completes(a: Answer, b: Answer) -> bool:
    """Whether a year is told before a day that lacks one: "last year August 8"."""
    in_year = a.period is not None and a.period.unit == "year" and a.type == "DATE" and "/" not in (a.value or "/")
    return in_year and b.type == "DATE" and _is_day(b) and not b.year_given


def _in_year(a: Answer, b: Answer) -> Answer | None:
    if a.period is None or b.period is None:
        return None
    day = b.period.first
    return dated(day_of(a.period.first.year, day.month, day.day), a.source or "text", year_given=True)


def _redate_clocks(telling: Telling, day: Answer) -> None:
    """Give the day told after them to clock times in two zones: "at 22:00 local time (2100 UTC) on Tuesday"."""
    index, after = len(telling.found) - 1, ")"
    while index >= 0 and (clock := telling.found[index].answer.clock) and after[:1] in (")", "("):
        answer = replace(clocks.at_clock(clock, day.period, telling), source=day.source)
        telling.found[index] = replace(telling.found[index], answer=answer)
        index -= 1
        after = telling.scan.symbols[telling.found[index].end : telling.found[index + 1].first]


def _spans(before: str, link: str) -> bool:
    """Whether the words before and between two dates make them one stretch."""
    return (
        not link.isalpha()
        or link == "through"
        or ((link == "and") == (before == "between") and before in ("between", "from"))
    )


def _is_day(answer: Answer) -> bool:
    period, value = answer.period, answer.value
    return period is not None and period.unit == "day" and value is not None and "/" not in value


def _next_after(a: Answer, b: Answer) -> Answer:
    """The weekday in the week after the first one: "from Thursday to Tuesday"."""
    if a.period is None or b.period is None or b.period.unit != "day" or not _is_day(a):
        return b
    day = a.period.shifted((b.period.first - a.period.first).days % 7)
    return replace(b, period=day, value=day.edtf, timex=day.timex)


def _interval(a: Answer, b: Answer) -> Answer | None:
    if a.period is None or b.period is None or not a.value or not b.value or "~" in a.value + b.value:
        return None
    first, last = a.period, b.period
    if b.year_given and not a.year_given and first.unit in ("day", "month", "season"):
        day = first.first
        first = Period(first.unit, date(last.first.year, day.month, min(day.day, 28) if day.month == 2 else day.day))
        if first.first > last.first:
            first = Period(first.unit, first.first.replace(year=last.first.year - 1))
    if first.first >= last.first:
        return None
    begin, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
    value = f"{begin}/{end}"
    return Answer("DATE", value, value, b.source, last, year_given=b.year_given)


def _counted(amount: tuple[int, str], sign: int, b: Answer) -> Answer | None:
    count, unit = amount
    moved = b.period.moved(sign * count, unit) if b.period else None
    return None if moved is None else Answer("DATE", moved.edtf, moved.timex, b.source, moved, year_given=b.year_given)


def _time(found: Found, telling: Telling) -> Time:
    start, end = telling.scan.starts[found.first], telling.scan.ends[found.end - 1]
    answer = found.answer
    text = telling.article.text[start:end]
    return Time(text, start, end, answer.type, answer.value, answer.timex, answer.source if answer.value else None)
