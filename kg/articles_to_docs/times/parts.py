"""Parts of a month or year by number: "the last week of March", "the first three months of 2024"."""

from __future__ import annotations

from datetime import date

from kg.articles_to_docs.times.dates import month_number
from kg.articles_to_docs.times.grammar import Answer, Hit, Rule, Telling, dated, rule
from kg.articles_to_docs.times.periods import Period
from kg.ontology import lexicon


def _ordinal_part(hit: Hit, telling: Telling) -> Answer | None:
    """The last week of March, the first three months of 2024, the first week of the year."""
    number = -1 if hit.word("k") == "last" else hit.number("k")
    unit = hit.unit("u")
    whole = _whole(hit, telling)
    if whole is None or number is None:
        return None
    first, end = whole.first, whole.shifted(1).first
    count = hit.number("n") or 1
    if unit == "week":
        start = Period("day", first).within("week")
        weeks = [w for i in range(54) if first <= (w := start.shifted(i)).first + _THURSDAY < end]
        parts = weeks
    elif unit in ("day", "month", "quarter"):
        parts = []
        period = Period("day", first).within(unit)
        while period.first < end:
            parts.append(period)
            period = period.shifted(1)
    else:
        return None
    parts = parts[-count:] if number == -1 else parts[(number - 1) * count : number * count]
    if len(parts) != count or number == 0:
        return None
    source = "text" if hit.has("y") or not hit.has("r") else telling.source
    if count == 1:
        return dated(parts[0], source, year_given=True)
    value = f"{parts[0].edtf.split('/')[0]}/{parts[-1].edtf.split('/')[-1]}"
    quarter = parts[0].within("quarter")
    timex = quarter.timex if quarter.edtf == value else value
    return Answer("DATE", value, timex, source, parts[-1], year_given=True)


def _whole(hit: Hit, telling: Telling) -> Period | None:
    """The month or year that a part is counted in."""
    today = telling.today
    year = hit.number("y") if hit.has("y") else None
    if year is None and today is None:
        return None
    if hit.has("m"):
        month = month_number(hit)
        if year is None and today is not None:
            year = today.first.year - (month > today.first.month)
            if telling.tense(hit.match.start(), hit.match.end()) == "future" and month < today.first.month:
                year += 1
        return Period("month", date(year or 1, month, 1))
    if year is not None:
        return Period("year", date(year, 1, 1))
    shift = lexicon("times")["shifts"][hit.word("r")] if hit.has("r") else 0
    unit = hit.unit("w")
    return today.within(unit).shifted(shift) if today and unit in ("month", "year", "quarter") else None


_THURSDAY = date(2026, 1, 8) - date(2026, 1, 5)  # a week belongs to the month of its Thursday (ISO 8601)
_UNIT = "[UQg]"
RULES: tuple[Rule, ...] = (
    rule(
        rf"t(?P<k>[KOL])(?P<n>n|D)?(?P<u>{_UNIT})o(?:(?P<m>M)(?:,?o?(?P<y>Y))?|(?P<r>[LXT])(?P<w>{_UNIT}))",
        _ordinal_part,
    ),
    rule(rf"t(?P<k>[KOL])(?P<n>n|D)?(?P<u>{_UNIT})o(?:(?P<y>Y)|t(?P<w>{_UNIT}))", _ordinal_part),
)
