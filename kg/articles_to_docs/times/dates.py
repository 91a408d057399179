"""Days and months that name themselves; a missing year comes from the tense of the clause."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.articles_to_docs.times.grammar import Answer, Hit, Rule, Telling, dated, rule, token_at, vague
from kg.articles_to_docs.times.periods import Period, day_of
from kg.articles_to_docs.times.scan import misspelt_month
from kg.articles_to_docs.times.tense import Tense
from kg.ontology import lexicon

SLACK = timedelta(2)  # a past date may seem to lie ahead by as much: time zones, pages dated before their text
_SOON = 2  # months ahead that are nearer than those gone by, where no verb tells which is meant
YEAR = r"(?:,?o?(?P<y>Y)(?![%])|[,o]?(?P<r>[LXT])g)?"


def month_number(hit: Hit, group: str = "m") -> int:
    """The month a group names."""
    lex, word = lexicon("times"), hit.word(group).rstrip(".")
    number: int = lex["months"].get(misspelt_month(word) or word) or lex["month_abbreviations"][word]
    return number


def year_of(hit: Hit, telling: Telling) -> tuple[int | None, str]:
    """The year a match gives in figures or as "last year", and where it is resolved from."""
    if hit.has("y"):
        return hit.number("y"), "text"
    if hit.has("r") and telling.today:
        return telling.today.first.year + lexicon("times")["shifts"][hit.word("r")], telling.source
    return None, telling.source


def choose(before: Period | None, after: Period | None, today: Period, look: Tense | None) -> Period | None:
    """Of the last and the next occurrence of a yearless date, the one the tense asks for, else the nearer one."""
    if before is None or after is None:
        return before or after
    if look == "future":
        return after
    if look == "past":
        return after if after.first - today.first <= SLACK else before
    return after if after.first - today.first < today.first - before.first else before


def _day(hit: Hit, telling: Telling) -> Answer | None:
    month, day = month_number(hit), hit.number("d") or 0
    year, source = year_of(hit, telling)
    if year is not None:
        return dated(day_of(year, month, day), source, year_given=True)
    return _yearless(hit, telling, month, day)


def _yearless(hit: Hit, telling: Telling, month: int, day: int) -> Answer | None:
    today = telling.today
    if today is None:
        return vague(f"XXXX-{month:02}-{day:02}") if day_of(2000, month, day) else None
    this = today.first.year
    days = [p for y in (this - 1, this, this + 1) if (p := day_of(y, month, day))]
    before = next((p for p in reversed(days) if p.first <= today.first), None)
    after = next((p for p in days if p.first >= today.first), None)
    if before == after:
        return dated(today, telling.source) if before else None
    look = telling.tense(hit.match.start(), hit.match.end())
    return dated(choose(before, after, today, "future" if look == "present" else look), telling.source)


def _day_range(hit: Hit, telling: Telling) -> Answer | None:
    last = _day(hit, telling)
    first_day, month = hit.number("d1") or 0, month_number(hit)
    if last is None or last.period is None:
        return None
    first = day_of(last.period.first.year, month, first_day)
    if first is None or first.first >= last.period.first:
        return None
    value = f"{first.edtf}/{last.period.edtf}"
    return Answer("DATE", value, value, last.source, last.period, year_given=last.year_given)


def _day_of_month(hit: Hit, telling: Telling) -> Answer | None:
    """The 14th, where no noun follows ("the 14th floor")."""
    following = telling.token(hit.match.end())
    if following is not None and (following.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or following.lower_ in ("-", "of")):
        return None
    if telling.today is None:
        return vague(None)
    day, month = hit.number("d") or 0, telling.today.within("month")
    days = [p for m in (-1, 0, 1) if (p := day_of((s := month.shifted(m)).first.year, s.first.month, day))]
    before = next((p for p in reversed(days) if p.first <= telling.today.first), None)
    after = next((p for p in days if p.first >= telling.today.first), None)
    look = telling.tense(hit.match.start(), hit.match.end())
    return dated(choose(before, after, telling.today, look), telling.source)


def _month(hit: Hit, telling: Telling) -> Answer | None:
    if not hit.has("y") and not hit.has("r") and not _is_month(hit, telling):
        return None
    number = month_number(hit)
    year, source = year_of(hit, telling)
    if year is not None:
        return dated(Period("month", month_start(year, number)), source, year_given=True)
    if telling.today is None:
        return vague(f"XXXX-{number:02}")
    this = telling.today.within("month")
    before = this.shifted(-((this.first.month - number) % 12))
    if hit.has("q"):
        return dated(_shifted_month(before, this, hit), source)
    look = telling.tense(hit.match.start(), hit.match.end())
    near = look is None and 12 - _months_since(before, this) <= _SOON
    ahead = (look in ("future", "present") or near) and before != this
    return dated(before.shifted(12) if ahead else before, source)


def _months_since(before: Period, this: Period) -> int:
    return (this.first.year - before.first.year) * 12 + this.first.month - before.first.month


def _shifted_month(before: Period, this: Period, hit: Hit) -> Period:
    shift: int = lexicon("times")["shifts"][hit.word("q")]
    if shift < 0:
        return before.shifted(-12) if before == this else before
    if shift > 0:
        return before.shifted(12)
    return before if before.first.year == this.first.year else before.shifted(12)


def _is_month(hit: Hit, telling: Telling) -> bool:
    """Whether a month that is also a name or a verb (April, May, June, March, August) is meant as a month."""
    if hit.word("m") not in ("april", "may", "june", "march", "august") or hit.has("q"):
        return True
    token = telling.token(hit.match.start("m"))
    before = telling.scan.word(hit.match.start() - 1)
    if token is None:
        return False
    if hit.word("m") in telling.people:
        return before in ("in", "since", "until", "during")
    if token.ent_type_ == "DATE":
        return True
    return token.ent_type_ not in ("PERSON", "ORG", "GPE", "EVENT") and before in (
        "in",
        "since",
        "until",
        "during",
        "early",
        "late",
        "-",
    )


def month_start(year: int, month: int) -> date:
    """The first day of a month."""
    return date(year, month, 1)


def _iso(hit: Hit, _telling: Telling) -> Answer | None:
    word = hit.word("i").upper().replace(" ", "T")
    year, month, day = (int(n) for n in word[:10].split("-"))
    period = day_of(year, month, day)
    if period is None or "T" not in word:
        return dated(period, "text", year_given=True)
    value = word[:16] + ("Z" if word.endswith("Z") else "")
    return Answer("TIME", value, value, "text", period, word[11:16], year_given=True)


def _numeric(hit: Hit, telling: Telling) -> Answer | None:
    """3/4/2025: the calendar or the day of publication tells month from day, else only the year stands."""
    word = hit.word("i")
    a, b, c = (int(n) for n in re.split(r"[/.]", word))
    if a > 31:
        return dated(day_of(a, b, c), "text", year_given=True)
    orders = [day_of(c, b, a)] if "." in word else [day_of(c, b, a), day_of(c, a, b)]
    days = sorted({p.first for p in orders if p})
    if len(days) == 1:
        return dated(Period("day", days[0]), "text", year_given=True)
    if telling.today and telling.today.first in days:
        return dated(telling.today, "text", year_given=True)
    return dated(Period("year", month_start(c, 1)), "text", year_given=True) if days else None


def _holiday(hit: Hit, telling: Telling) -> Answer | None:
    name = " ".join(hit.word("i").split())
    following = telling.token(hit.match.end())
    if following is not None and following.pos_ == "PROPN" and following.text[0].isupper() and hit.right == " ":
        return None  # "the Christmas Island ferry"
    year, source = year_of(hit, telling)
    if name in lexicon("times")["feasts"]:
        last = token_at(telling.doc, telling.scan.ends[hit.match.end() - 1] - 1)
        inside = last is not None and last.dep_ == "compound" and not hit.has("y")
        if inside or telling.scan.text[telling.scan.starts[hit.match.end() - 1]].islower():
            return None  # "Good Friday prayers"
        return _feast(lexicon("times")["feasts"][name], year, source, hit, telling)
    month, day = lexicon("times")["holidays"][name]
    if year is None:
        return _yearless(hit, telling, month, day)
    return dated(day_of(year, month, day), source, year_given=True)


def _feast(days: int, year: int | None, source: str, hit: Hit, telling: Telling) -> Answer | None:
    """A feast so many days after Easter: of a told year, else the next or last one, as the clause looks."""
    if year is not None:
        return dated(Period("day", easter(year) + timedelta(days)), source, year_given=True)
    if telling.today is None:
        return vague(None)
    today = telling.today.first
    day = easter(today.year) + timedelta(days)
    look = telling.tense(hit.match.start(), hit.match.end())
    if look in ("future", "present") and day < today:
        day = easter(today.year + 1) + timedelta(days)
    elif look == "past" and day > today:
        day = easter(today.year - 1) + timedelta(days)
    return dated(Period("day", day), telling.source)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus 1991, "Astronomical Algorithms", chapter 8).

    >>> easter(2025), easter(2008)
    (datetime.date(2025, 4, 20), datetime.date(2008, 3, 23))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


_WEEKDAY = r"(?:[LXT]?[Ww],?t?)?"
RULES: tuple[Rule, ...] = (
    rule(rf"{_WEEKDAY}(?P<m>[Mm])t?(?P<d>[DO]){YEAR}", _day),
    rule(rf"{_WEEKDAY}t?(?P<d>[DO])o?(?P<m>[Mm]){YEAR}", _day),
    rule(rf"(?P<m>[Mm])t?(?P<d1>[DO])[-h](?P<d>[DO]){YEAR}", _day_range),
    rule(rf"t?(?P<d1>[DO])[-h]t?(?P<d>[DO])o?(?P<m>[Mm]){YEAR}", _day_range),
    rule(r"(?<=[ihbo])(?:[W],?)?t(?P<d>O)", _day_of_month),
    rule(rf"(?P<m>M){YEAR}", _month),
    rule(r"(?P<m>m),?(?P<y>Y)", _month),
    rule(r"t?(?P<q>[LXT])(?P<m>M)", _month),
    rule(r"(?P<i>I)", _iso),
    rule(r"(?P<i>#)", _numeric),
    rule(r"(?P<i>C)(?:,?o?(?P<y>Y)|,?(?P<r>[LXT])g)?", _holiday),
)
