"""How long and how often: durations ("three hours", "30-day"), points counted off ("two weeks ago"), sets, "now"."""

from __future__ import annotations

from dataclasses import replace

from kg.articles_to_docs.times.grammar import Answer, Hit, Rule, Telling, dated, rule, token_at, vague
from kg.articles_to_docs.tree import children
from kg.ontology import lexicon

_LETTERS = {
    "second": "TXS", "minute": "TXM", "hour": "TXH", "day": "XD", "night": "XD", "week": "XW", "fortnight": "XW",
    "weekend": "XWE", "month": "XM", "quarter": "XQ", "year": "XY", "decade": "XDE", "century": "XCE",
}  # fmt: skip


def duration(count: str, unit: str) -> str:
    """A TIMEX3 duration; ``count`` is a number or X for an unstated one.

    >>> duration("3", "hour"), duration("X", "year")
    ('PT3H', 'PXY')
    """
    if unit == "fortnight" and count.isdigit():
        count = str(2 * int(count))
    if unit == "decade" and count.isdigit():
        return f"P{10 * int(count)}Y"
    return "P" + _LETTERS[unit].replace("X", count)


def _count(hit: Hit) -> str:
    if hit.has("f"):  # three and a half years
        return f"{hit.number('n') or 1}.5"
    number = hit.number("n")
    word = hit.word("n").replace(",", "")
    if number is None and word.replace(".", "", 1).isdigit():
        return word
    return "X" if number is None else str(number)


def _duration(hit: Hit, telling: Telling) -> Answer | None:
    scan, end, unit = telling.scan, hit.match.end(), hit.unit("u")
    count = _count(hit)
    if hit.right == "o" and scan.word(end + 1) == "age":
        return None  # "died at 90 years of age"
    if hit.right == "u" or scan.symbols[end : end + 2] == "-u" or scan.word(hit.match.start() - 1) in ("aged", "age"):
        return None  # ages say nothing of when things happen
    if hit.has("a") and not hit.has("n"):
        if hit.right not in ("A", "B") and (rate := _rate(hit, telling, unit)) is not None:
            return rate if rate.type == "SET" else None
        if unit == "day" and hit.right not in "AB" and hit.left not in "i-":
            return None  # "not a day for it"
        count = "1"
    if unit == "quarter" and not hit.word("u").endswith("s"):
        return None  # a quarter of something
    if hit.word("n") == "one" and unit == "day" and hit.right not in "AB" and hit.left not in "i-":
        return None  # "one day" is no length
    plain = int(count) if count.isdigit() else None
    return Answer("DURATION", None, duration(count, unit), amount=None if plain is None else (plain, unit))


def _rate(hit: Hit, telling: Telling, unit: str) -> Answer | None:
    """A SET for "$99 a year"; None for "a year" after a verb or a preposition, a duration; no time in "a day when"."""
    before = telling.token(hit.match.start() - 1)
    following = telling.token(hit.match.end())
    if following is not None and following.lower_ in ("when", "of", "that"):
        return vague(None)
    if before is not None and (before.pos_ in ("NUM", "SYM") or (before.pos_ == "NOUN" and before.tag_ != "NNP")):
        return Answer("SET", None, duration("1", unit))
    return None


def _in_a_row(hit: Hit, telling: Telling) -> Answer | None:
    """For the fourth day in a row, a third straight week, the second year running."""
    number, end = hit.number("k"), hit.match.end()
    inside, behind = hit.word("s"), telling.scan.words(end, end + 3)
    row = inside in ("straight", "consecutive", "successive", "full")
    row = row or (not inside and (behind == ["in", "a", "row"] or behind[:1] == ["running"]))
    return Answer("DURATION", None, duration(str(number), hit.unit("u"))) if row and number and number > 0 else None


def _every_other(hit: Hit, _telling: Telling) -> Answer | None:
    """Every other week, every third year."""
    word = hit.word("s")
    number = 2 if word == "other" else hit.number("s")
    return Answer("SET", None, duration(str(number), hit.unit("u"))) if number and number > 1 else None


def _half(hit: Hit, _telling: Telling) -> Answer | None:
    unit = hit.unit("u")
    return Answer(
        "DURATION",
        None,
        {"hour": "PT30M", "year": "P6M", "day": "PT12H", "century": "P50Y", "decade": "P5Y"}.get(unit, "PX"),
    )


def _plural(hit: Hit, telling: Telling) -> Answer | None:
    """Bare "weeks", where what stands beside it says that it measures time."""
    word, first, end = hit.word("u"), hit.match.start(), hit.match.end()
    if not word.endswith("s") or telling.scan.words(end, end + 2) == ["of", "age"]:
        return None
    if telling.scan.word(first - 1) in lexicon("times")["names"]["kinds_of_hours"]:
        return None
    if telling.scan.word(end) in ("after", "before") and telling.scan.word(first - 1) not in ("-", "last", "first"):
        return Answer("DURATION", None, duration("X", hit.unit("u")))  # "hours after the vote", "the days before it"
    beside = telling.scan.word(first - 1) in (
        "for",
        "within",
        "in",
        "over",
        "after",
        "took",
        "lasted",
        "spent",
        "of",
        "by",
        "last",
    )
    if telling.scan.word(first - 1) in ("early", "late", "-", "the", "last", "first", "those", "these"):
        return None
    if not beside and telling.scan.word(end) not in ("of", "long") and hit.unit("u") != "decade":
        return None
    return Answer("DURATION", None, duration("X", hit.unit("u")))


def _long(hit: Hit, _telling: Telling) -> Answer | None:
    word = hit.word("u")
    return Answer("DURATION", None, duration("X" if word.endswith("s") else "1", hit.unit("u")))


def _ago(hit: Hit, telling: Telling) -> Answer | None:
    unit, number, today = hit.unit("u"), 1 if hit.has("a") and not hit.has("n") else hit.number("n"), telling.today
    forward = telling.scan.word(hit.match.end() - 1) == "now" or hit.has("w")
    if number is None:
        return vague("FUTURE_REF" if forward else "PAST_REF")
    if today is None:
        return vague("FUTURE_REF" if forward else "PAST_REF")
    moved = today.moved(number if forward else -number, unit)
    return dated(moved, telling.source) or vague("PAST_REF")


def _later(hit: Hit, telling: Telling) -> Answer | None:
    """Two days later, a year earlier, the day before: counted from the date told before."""
    scan = telling.scan
    number = 1 if hit.has("a") and not hit.has("n") else hit.number("n")
    sign = -1 if scan.word(hit.match.end() - 1) in ("earlier", "before") else 1
    anchor = telling.anchor(look=telling.tense(hit.match.start(), hit.match.end()))
    if number is None or anchor is None:
        return vague(None)
    answer = dated(anchor.moved(sign * number, hit.unit("u")), "text") or vague(None)
    compared = sign < 0 and hit.unit("u") == "year"  # the story goes on from before
    return replace(answer, period=None) if compared else answer


def _span_of(hit: Hit, _telling: Telling) -> Answer | None:
    """The last six months, the next few days, recent years, the coming weeks."""
    unit, word = hit.unit("u"), hit.word("q")
    if hit.has("n"):
        return Answer("DURATION", None, duration(_count(hit), unit))
    if not hit.word("u").endswith("s"):
        return None
    if word == "recent" or lexicon("times")["shifts"].get(word, 0) < 0:
        return Answer("DURATION", None, duration("X", unit))
    return vague("FUTURE_REF") if lexicon("times")["shifts"].get(word, 0) > 0 else None


def _set(hit: Hit, telling: Telling) -> Answer | None:
    if hit.has("w"):
        number = lexicon("times")["weekdays"][hit.word("w").removesuffix("s")]
        return Answer("SET", None, f"XXXX-WXX-{number}")
    if hit.has("z"):
        token = telling.token(hit.match.start())
        if token is not None and token.pos_ in ("NOUN", "PROPN"):
            return None  # a newspaper
        return Answer("SET", None, lexicon("times")["regular"][hit.word("z")])
    if hit.has("m"):
        return Answer("SET", None, f"XXXX-{lexicon('times')['months'][hit.word('m')]:02}")
    if hit.has("p"):
        return Answer("SET", None, f"XXXX-XX-XXT{lexicon('times')['dayparts'][hit.word('p')]}")
    if hit.has("s"):
        return Answer("SET", None, f"XXXX-{('SP', 'SU', 'FA', 'WI')[lexicon('times')['seasons'][hit.word('s')] - 21]}")
    before = telling.scan.word(hit.match.start() - 2)
    if telling.scan.word(hit.match.start() - 1) in ("per", "an", "a") and before in lexicon("times")["names"]["rates"]:
        return None  # a speed: "30 miles per hour"
    return Answer("SET", None, duration(_count(hit) if hit.has("n") else "1", hit.unit("u")))


def _reference(hit: Hit, telling: Telling) -> Answer | None:
    word = " ".join(hit.word("r").split())
    last = token_at(telling.doc, telling.scan.ends[hit.match.end() - 1] - 1)
    if word.startswith("the ") and last is not None and (last.pos_ == "ADJ" or last.dep_ in ("amod", "compound")):
        return None  # "the future status"
    if telling.scan.word(hit.match.start() - 1) == "every":
        return None  # every now and then
    if word == "soon" and telling.scan.word(hit.match.start() - 1) == telling.scan.word(hit.match.end()) == "as":
        return None  # "as soon as we can"
    if word == "now" and _turns(telling, hit.match.start()):
        return None
    return vague(lexicon("times")["references"][word])


def _turns(telling: Telling, index: int) -> bool:
    """Whether "now" opens a sentence only to turn to the hearer: "Now imagine a city", "Now that he has left"."""
    token, following = telling.token(index), telling.scan.word(index + 1)
    if token is None or following == ",":
        return False
    if following == "that":
        return token.nbor().tag_ == "IN" or token.nbor().dep_ == "mark"
    if not token.is_sent_start:
        return False
    verb = token.head
    asks = verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux") for c in children(verb))
    return (asks and verb.i > token.i) or following in ("if", "even", "when", "let")


def _the_past(hit: Hit, _telling: Telling) -> Answer | None:
    return vague("PAST_REF") if hit.word("q") == "past" else None


_UNIT = "[UQg]"
_N = r"(?P<n>[DNYO9]|n(?:-?n)?|[DN]n)"
RULES: tuple[Rule, ...] = (
    rule(rf"(?<=2)[aV]?(?P<u>{_UNIT})", _set),
    rule(rf"(?:(?P<a>a)(?=-?{_UNIT})|(?:a(?=n))?{_N}o?)(?P<f>haH)?-?(?P<u>{_UNIT})(?!s)", _duration),
    rule(rf"a?Ha?-?(?P<u>{_UNIT})", _half),
    rule(r"(?P<u>U)", _plural),
    rule(rf"(?P<u>{_UNIT})-?l", _long),
    rule(rf"(?:(?P<a>a)|(?:a(?=n))?{_N}o?)(?P<u>{_UNIT})G", _ago),
    rule(r"(?P<n>)(?P<u>U)G", _ago),
    rule(rf"(?:(?P<a>a)|(?:a(?=n))?{_N}o?)(?P<u>{_UNIT})[JF]", _later),
    rule(r"(?P<n>)(?P<u>U)[JF]", _later),
    rule(rf"(?P<a>[at])(?P<u>{_UNIT})[AB](?=[.,|)])", _later),
    rule(rf"(?:{_N}o?)(?P<u>U)[AB](?=[.|)])", _later),
    rule(rf"(?:(?P<a>a)|{_N})(?P<u>{_UNIT})bR", _ago),
    rule(rf"i(?:(?P<a>a)|{_N})(?P<u>{_UNIT})'(?P<w>_)", _ago),
    rule(rf"t?(?P<q>[LXr])(?:a?{_N}o?)?(?P<u>{_UNIT})", _span_of),
    rule(rf"V(?:{_N})?(?:(?P<u>{_UNIT})|(?P<w>W)|(?P<p>P)|(?P<s>S)|(?P<m>M))", _set),
    rule(rf"V(?P<s>[ KO])(?P<u>{_UNIT})", _every_other),
    rule(rf"t?(?P<k>[KO])(?P<s> )?(?P<u>{_UNIT})", _in_a_row),
    rule(r"(?P<w>x)", _set),
    rule(r"(?P<z>Z)", _set),
    rule(r"(?P<r>R)", _reference),
    rule(r"t(?P<q>L)(?=[.,)|'hi])", _the_past),
)
