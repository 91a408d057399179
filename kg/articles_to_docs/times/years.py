"""Years and what is counted in them: quarters, halves, seasons, business years, decades, centuries."""

from __future__ import annotations

import re

from kg.articles_to_docs.times.dates import month_start, year_of
from kg.articles_to_docs.times.grammar import Answer, Hit, Rule, Telling, dated, rule, vague
from kg.articles_to_docs.times.periods import Period, season
from kg.articles_to_docs.times.tense import Tense
from kg.ontology import lexicon

RECENT = 230  # days after its start for which "the fourth quarter" still means the one gone by


def _year(hit: Hit, telling: Telling) -> Answer | None:
    number = hit.number("y") or 0
    if not _is_year(hit, telling, number):
        return None
    return dated(Period("year", month_start(number, 1)), "text", year_given=True)


def _is_year(hit: Hit, telling: Telling, number: int) -> bool:
    first, end, symbols = hit.match.start(), hit.match.end(), telling.scan.symbols
    names = lexicon("times")["names"]
    before, after = telling.scan.word(first - 1), telling.scan.word(end)
    if after in names["after_number"] or before in names["before_number"] or hit.left in "$9/N":
        return False
    token, following = telling.token(first), telling.token(end)
    label = "" if token is None else token.ent_type_
    if label in ("MONEY", "PERCENT", "QUANTITY", "ORDINAL"):
        return False
    left = hit.left
    modern = 1900 <= number <= 2099
    named = modern and left == " " and before.isalpha() and telling.scan.text[telling.scan.starts[first - 1]].isupper()
    if named and label not in ("PRODUCT", "ORG", "CARDINAL") and _close(telling, number):
        return True
    if (
        following is not None
        and following.tag_ == "NNS"
        and left not in ("t", "'")
        and (label != "DATE" or left not in ("i", "b"))
    ):
        return False  # so many of something
    if left in ("i", "b", "h", "E", "A", "B", "~") or before in ("of", "circa", "year"):
        if left == "h" and not (label == "DATE" or _follows_year(hit, telling)):
            return False
        return modern or label == "DATE" or left == "i"
    if not modern:
        return False
    if label == "DATE":
        return True
    if left == "t":
        return label != "CARDINAL"
    return left in (",", "(") and symbols[end : end + 1] in (",", ")", ".", "|")


def _follows_year(hit: Hit, telling: Telling) -> bool:
    return (
        bool(telling.found) and telling.found[-1].end == hit.match.start() - 1 and telling.found[-1].answer.year_given
    )


def _close(telling: Telling, number: int) -> bool:
    """Figures after a name ("Expo 2025") are a year when they are one close to publication."""
    return telling.today is not None and abs(telling.today.first.year - number) <= 2


def _years(hit: Hit, _telling: Telling) -> Answer | None:
    first, word = hit.number("y") or 0, hit.word("y2")
    last = int(str(first)[: 4 - len(word)] + word) if len(word) <= 4 else 0
    if not first < last <= first + 100 or not 1800 <= first <= 2099:
        return None
    value = f"{first}/{last}"
    return Answer("DATE", value, value, "text", Period("year", month_start(last, 1)), year_given=True)


def _quarter(hit: Hit, telling: Telling) -> Answer | None:
    word = hit.word("k")
    if word.startswith("fy"):
        named = int(re.sub(r"\D", "", word))
        return fiscal(named if named > 99 else 2000 + named)
    half = hit.has("h") or word.startswith("h")
    size, unit = (2, "half") if half else (4, "quarter")
    number = int(word[1]) if re.fullmatch(r"[qh]\d", word) else hit.number("k") or -1
    number = size if number == -1 else number
    if not 1 <= number <= size:
        return None
    year, source = year_of(hit, telling)
    given = year is not None
    if year is None:
        if (half or word.startswith("h")) and not hit.has("yu"):
            return None  # "the first half" may be of a match
        if telling.today is None:
            return vague(f"XXXX-{unit[0].upper()}{number}")
        today, year = telling.today.first, telling.today.first.year
        look = telling.tense(hit.match.start(), hit.match.end())
        ahead = Period(unit, month_start(year, (number - 1) * 12 // size + 1))
        if look == "past" and ahead.first > today and (today - ahead.first.replace(year=year - 1)).days <= RECENT:
            year -= 1
    return dated(Period(unit, month_start(year, (number - 1) * 12 // size + 1)), source, year_given=given)


def fiscal(year: int) -> Answer:
    """A business year: it lies about the calendar year it is named after."""
    return Answer("DATE", f"{year}~", f"FY{year}", "text", None, year_given=True)


def _fiscal(hit: Hit, telling: Telling) -> Answer | None:
    year, _ = year_of(hit, telling)
    return None if year is None else fiscal(year)


def _season(hit: Hit, telling: Telling) -> Answer | None:
    code = lexicon("times")["seasons"][hit.word("s")]
    year, source = year_of(hit, telling)
    if year is not None:
        return dated(season(year, code), source, year_given=True)
    token = telling.token(hit.match.start("s"))
    label = "" if token is None else token.ent_type_
    if not hit.has("q") and label != "DATE" and (hit.word("s") in ("fall", "spring") or hit.left not in "ihbE"):
        return None
    if telling.today is None:
        return vague(f"XXXX-{('SP', 'SU', 'FA', 'WI')[code - 21]}")
    shift: int | None = lexicon("times")["shifts"][hit.word("q")] if hit.has("q") else None
    look = telling.tense(hit.match.start(), hit.match.end())
    if look == "present" and hit.match.group() == hit.match["s"]:
        return vague(f"XXXX-{('SP', 'SU', 'FA', 'WI')[code - 21]}")  # "birds feed here in winter", in any
    return dated(_near_season(telling.today, code, shift, look), source)


def _near_season(today: Period, code: int, shift: int | None, look: Tense | None) -> Period:
    now = today.within("month").first
    current = season(now.year, code)
    if code == 24 and now.month <= 2:
        current = current.shifted(-1)  # January lies in the winter of the year before
    months = (
        (now.year - current.first.year) * 12 + now.month - current.first.month
    )  # since the season of this year began
    if shift is None:
        return (
            current.shifted(-1)
            if months < 0 and look == "past"
            else current.shifted(1)
            if months > 2 and look == "future"
            else current
        )
    if shift < 0:
        return current if months > 2 else current.shifted(-1)
    if shift > 0:
        return current if code == 24 and now.month in range(3, 9) else current.shifted(1)
    return current


def _decade(hit: Hit, telling: Telling) -> Answer | None:
    word = hit.word("k").strip("'").rstrip("s")
    before = telling.scan.word(hit.match.start() - 1)
    if len(word) == 4:
        return dated(Period("decade", month_start(int(word), 1)), "text", year_given=True)
    linked = (
        bool(telling.found)
        and telling.found[-1].end >= hit.match.start() - 2
        and telling.found[-1].answer.timex is not None
    )
    elided = hit.word("k").startswith("'")
    if (
        not hit.has("t")
        and before not in ("early", "late", "-")
        and not elided
        and not (linked and before in ("and", "or"))
    ):
        return None  # "in her 70s"
    if not elided and int(word) < 50:
        return None  # "in the 20s": degrees, ages, which century?
    return dated(Period("decade", month_start(1900 + int(word), 1)), "text", year_given=True)


def _century(hit: Hit, _telling: Telling) -> Answer | None:
    number = hit.number("k") or 0
    if hit.unit("u") != "century" or not 2 <= number <= 22:
        return None
    return dated(Period("century", month_start((number - 1) * 100, 1)), "text", year_given=True)


RULES: tuple[Rule, ...] = (
    rule(r"(?P<y>Y)", _year),
    rule(r"(?P<y>Y)[-/](?P<y2>[YDN])", _years),
    rule(r"t?(?P<k>[KOL])-?(?:Q|(?P<h>H))(?:(?:o|i)(?:t?(?P<y>Y)|(?P<r>[LXT])g|t(?P<yu>g)))?", _quarter),
    rule(r"(?P<k>q)(?:,?[oi]?(?:(?P<y>Y)|(?P<r>[LXT])g))?", _quarter),
    rule(r"t?fg?(?P<y>Y)", _fiscal),
    rule(r"t?(?P<y>Y)fg", _fiscal),
    rule(r"(?:t?(?P<q>[LXT])|t)?(?P<s>S)(?:,?o?(?P<y>Y)|,?(?P<r>[LXT])g)?", _season),
    rule(r"(?P<t>t)?(?P<k>k)", _decade),
    rule(r"t?(?P<k>[KO])-?(?P<u>U)", _century),
)
