"""Dates that count from the day of publication or from what was told before: "next week", "on Friday", "that day"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.articles_to_docs.times.grammar import Answer, Hit, Rule, Telling, dated, rule, vague
from kg.articles_to_docs.times.periods import Period
from kg.ontology import lexicon

_ANCHORED = frozenset(lexicon("times")["anchored_shifts"])


def _weekday(hit: Hit, telling: Telling) -> Answer | None:
    names, number = lexicon("times")["names"], lexicon("times")["weekdays"][hit.word("w")]
    before, after = telling.scan.word(hit.match.start("w") - 1), telling.scan.word(hit.match.end("w"))
    if before in names["before_weekday"]:
        return None
    if after in names["after_weekday"] and telling.scan.text[telling.scan.starts[hit.match.end("w")]].isupper():
        return None
    today = telling.today
    if today is None:
        return vague(f"XXXX-WXX-{number}")
    back = (today.first.isoweekday() - number) % 7
    recent, coming = today.shifted(-back), today.shifted((7 - back) % 7)
    word = hit.word("q")
    if word in _ANCHORED:
        return _from_anchor_weekday(telling, number, lexicon("times")["shifts"][word])
    shift = lexicon("times")["shifts"].get(word)
    if shift == -1:
        return dated(recent if back else today.shifted(-7), telling.source)
    if shift == 1:
        return dated(coming if back else today.shifted(7), telling.source)
    look = telling.tense(hit.match.start(), hit.match.end())
    if telling.scan.word(hit.match.start() - 1) == "of" and telling.scan.word(hit.match.start() - 2) == "ahead":
        look = "future"
    ahead = look in ("future", "present") or (shift == 0 and look is None)
    if look == "present" and telling.scan.word(hit.match.start() - 1) == "since":
        ahead = False
    return dated(coming if ahead else recent, telling.source)


def _from_anchor_weekday(telling: Telling, number: int, shift: int) -> Answer:
    anchor = telling.anchor()
    if anchor is None or anchor.unit != "day":
        return vague(f"XXXX-WXX-{number}")
    step = (shift * (number - anchor.first.isoweekday())) % 7 or 7
    return dated(anchor.shifted(shift * step), "text") or vague(None)


def _deictic_day(hit: Hit, telling: Telling) -> Answer | None:
    word, today = hit.word("d"), telling.today
    if _is_in_name(hit, telling):
        return None
    if today is None:
        return vague(None if word != "today" else "PRESENT_REF")
    if word == "overnight":
        night = today.shifted(-1)
        return Answer("TIME", f"{night.edtf}/{today.edtf}", f"{night.edtf}TNI", telling.source, today)
    day = today.shifted(lexicon("times")["deictic_days"][word])
    if word == "tonight":
        return Answer("TIME", day.edtf, f"{day.edtf}TNI", telling.source, day)
    if hit.has("q"):  # the day after tomorrow, the day before yesterday
        day = day.shifted(1 if hit.word("q") == "after" else -1)
    return dated(day, telling.source)


def _is_in_name(hit: Hit, telling: Telling) -> bool:
    """Whether the word ends a name: "told Harbour Today"; in a headline every word may begin with a capital."""
    index = hit.match.start("d")
    letters = [telling.scan.text[telling.scan.starts[i]] for i in (index - 1, index) if i >= 0]
    return len(letters) > 1 and all(c.isupper() for c in letters) and not telling.headline


def _daypart(hit: Hit, telling: Telling) -> Answer | None:
    """This morning, last night, that evening."""
    word, part = hit.word("q"), lexicon("times")["dayparts"][hit.word("p")]
    day, source = telling.today, telling.source
    if word in ("that", "same", "the same") or word in _ANCHORED or (word == "next" and hit.has("t")):
        day, source = telling.anchor("day"), "text"
        if day is None:
            return Answer("TIME", None, f"XXXX-XX-XXT{part}")
        day = day.shifted(lexicon("times")["shifts"].get(word, 0))
    elif word in ("last", "past", "next") and day is not None:
        day = day.shifted(lexicon("times")["shifts"][word])
    if day is None:
        return Answer("TIME", None, f"XXXX-XX-XXT{part}")
    return Answer("TIME", day.edtf, f"{day.edtf}T{part}", source, day)


def _unit(hit: Hit, telling: Telling) -> Answer | None:
    """Last week, this year, the previous month, the next day."""
    word, unit = hit.word("q"), hit.unit("u")
    shift: int = lexicon("times")["shifts"][word]
    if unit in ("second", "minute", "hour", "night", "fortnight") or hit.word("u").endswith("s"):
        return None
    if _is_title(hit, telling):
        return None
    if word == "past" or (unit in ("decade", "century") and word == "last"):
        return Answer("DURATION", None, _PAST[unit])
    the = hit.has("t")
    if word in _ANCHORED or (the and word == "next") or (unit == "day" and word == "next"):
        anchor = telling.anchor(look=telling.tense(hit.match.start(), hit.match.end()))
        known = anchor is not None and anchor.moved(0, unit) is not None
        return dated(anchor.within(unit).shifted(shift), "text") if anchor and known else vague(None)
    if telling.today is None:
        return vague("PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF")
    look = telling.tense(hit.match.start(), hit.match.end()) if shift == 0 and unit in ("week", "weekend") else None
    if shift == 0 and unit == "week":
        return _this_week(telling, telling.today, ahead=hit.left == "J" or (look == "future" and hit.left != "F"))
    if shift == 0 and unit == "weekend":
        return dated(_weekend(telling.today, past=look == "past"), telling.source)
    period = telling.today.within(unit)
    if unit == "weekend" and shift > 0 and telling.today.first.isoweekday() < 6:
        shift = 0 if word != "next" else 1
    return dated(period.shifted(shift), telling.source)


def _is_title(hit: Hit, telling: Telling) -> bool:
    """Whether the words are a name's: "told Harbour This Week"."""
    text, start = telling.scan.text, telling.scan.starts
    titled = text[start[hit.match.start("u")]].isupper() and text[start[hit.match.start("q")]].isupper()
    return titled and not telling.headline and not text[start[hit.match.start("u")] :][: len(hit.word("u"))].isupper()


def _this_week(telling: Telling, today: Period, *, ahead: bool) -> Answer | None:
    """The ISO week of publication; where the clause looks ahead what is left of it, on a Sunday the coming week."""
    week = today.within("week")
    if not ahead:
        return dated(week, telling.source)
    if today.first.isoweekday() == 7:
        week = week.shifted(1)
    last = week.edtf.split("/")[1]
    return Answer("DATE", f"{today.edtf}/{last}", week.timex, telling.source, week)


def _weekend(today: Period, *, past: bool) -> Period:
    weekend = today.within("weekend")
    return weekend.shifted(-1) if past and today.first.isoweekday() < 6 else weekend


def _the_unit(hit: Hit, telling: Telling) -> Answer | None:
    """The weekend; the year whose end is spoken of; the entire year."""
    unit = hit.unit("u")
    today = telling.today
    if unit == "weekend":
        if today is None:
            return vague("XXXX-WXX-WE")
        look = telling.tense(hit.match.start(), hit.match.end())
        return dated(_weekend(today, past=look not in ("future", "present")), telling.source)
    if hit.has("y"):
        anchor = telling.anchor()
        return dated(anchor.within(unit), "text") if anchor and unit in ("year", "month", "week", "day") else None
    if unit not in ("year", "month", "week", "day", "quarter") or today is None:
        return None
    if unit == "day":
        idiom = telling.scan.words(hit.match.start() - 4, hit.match.start()) == ["at", "the", "end", "of"]
        return None if idiom else dated(telling.anchor("day"), "text")
    here = bool(telling.found) and telling.found[-1].block == telling.block
    anchor = telling.anchor() if here and hit.left == "o" else None
    if anchor and anchor.moved(0, unit) and telling.tense(hit.match.start(), hit.match.end()) == "past":
        return dated(anchor.within(unit), "text")  # "in May … by the end of the month"
    return dated(today.within(unit), telling.source)


def _that_unit(hit: Hit, telling: Telling) -> Answer | None:
    """That day, the same year, that time."""
    if hit.has("time"):
        return dated(telling.anchor(), "text")
    unit = hit.unit("u")
    look = telling.tense(hit.match.start(), hit.match.end())
    anchor = telling.anchor("day" if unit == "day" else None, look=look)
    if unit not in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century"):
        return None
    if hit.word("u").endswith("s"):
        return None if hit.has("same") else vague("PAST_REF")  # "in those days"
    if anchor is None:
        known = hit.has("same") or _is_meant(telling.token(hit.match.start()), telling.token(hit.match.start("u")))
        return vague("XXXX-XX-XX" if unit == "day" and not hit.has("same") else None) if known else None
    return dated(anchor.within(unit), "text") if anchor.moved(0, unit) else vague(None)


def _is_meant(that: Token | None, unit: Token | None) -> bool:
    """Whether "that day" is a day, and not the beginning of "said that day care was closed"."""
    return (
        that is not None and unit is not None and that.tag_ == "DT" and unit.dep_ not in ("compound", "nsubj", "poss")
    )


def _same_period(hit: Hit, telling: Telling) -> Answer | None:
    """The same period last year, the same month a year ago."""
    anchor = telling.anchor()
    unit = hit.unit("u") if hit.has("u") else None
    if anchor is None:
        return vague(None)
    if unit and anchor.moved(0, unit) is None:
        return vague(None)
    base = anchor.within(unit) if unit else anchor
    years = 1
    if telling.today and telling.scan.symbols[hit.match.end() - 2 : hit.match.end()] == "Lg":
        years = base.first.year - telling.today.first.year + 1
    answer = dated(base.moved(-years, "year"), "text")
    return replace(answer, period=None) if answer else vague(None)  # only compared with: the story goes on from before


def _unit_end(hit: Hit, telling: Telling) -> Answer | None:
    """Year-end, the month's end."""
    unit = hit.unit("u")
    if telling.today is None or unit not in ("year", "month", "quarter", "week"):
        return None
    if telling.scan.word(hit.match.end() - 1) not in ("end", "close", "start"):
        return None
    return dated(telling.today.within(unit), telling.source)


_PAST = {
    "day": "P1D",
    "week": "P1W",
    "weekend": "P1WE",
    "month": "P1M",
    "quarter": "P1Q",
    "year": "P1Y",
    "decade": "P10Y",
    "century": "P100Y",
}
_UNIT = "[UQg]"
RULES: tuple[Rule, ...] = (
    rule(r"(?:t?(?P<q>[LXT])L?)?(?P<w>W)", _weekday),
    rule(r"(?:tU(?P<q>[AB]))?(?P<d>d)", _deictic_day),
    rule(r"(?P<q>[LXTsv])(?P<p>P)", _daypart),
    rule(r"(?P<t>t)(?P<q>[LXTs])(?P<p>P)", _daypart),
    rule(rf"(?P<t>t)?(?P<q>[LXT])(?P<u>{_UNIT})", _unit),
    rule(rf"(?P<t>t)(?P<u>{_UNIT})(?P<q>L)(?! )", _unit),
    rule(r"t(?P<u>U)(?=[^AB])", lambda h, t: _the_unit(h, t) if h.unit("u") == "weekend" else None),
    rule(rf"(?<=eo)t(?P<u>{_UNIT})", _the_unit),
    rule(rf"(?<=[JF]i)t(?P<u>{_UNIT})", _the_unit),
    rule(rf"t(?P<y>y)(?P<u>{_UNIT})", _the_unit),
    rule(rf"(?:v|t(?P<same>s))(?P<u>{_UNIT})", _that_unit),
    rule(r"(?<=[ihb])v(?P<time>_)", _that_unit),
    rule(rf"ts(?:p|(?P<u>{_UNIT}))(?:[io]?t?Lg|ag[GF]|gF)", _same_period),
    rule(rf"(?P<u>{_UNIT})(?:-|')?e", _unit_end),
)
