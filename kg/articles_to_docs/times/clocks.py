"""Times of the day: "9 p.m.", "16:15 UTC", "1400 GMT", "noon"; the day comes from the words beside or before them."""

from __future__ import annotations

import re

from kg.articles_to_docs.times.grammar import Answer, Hit, Rule, Telling, rule
from kg.articles_to_docs.times.periods import Period
from kg.articles_to_docs.times.tense import Tense
from kg.ontology import lexicon

_FIGURES = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?")


def _clock(hit: Hit, telling: Telling) -> Answer | None:
    word = hit.word("c")
    words = lexicon("times")["clock_words"]
    if word in words:
        clock: str | None = words[word]
    else:
        clock = _of_figures(word)
        bare = not re.search(r"[ap]", word)
        if bare and not hit.has("z") and hit.left not in "@ihbAB~(":
            return None
    if clock is None:
        return None
    if _is_range_of_any_day(hit, telling):
        return Answer("TIME", None, f"T{clock}{_zone(hit)}", clock=clock + _zone(hit))
    return at_clock(clock + _zone(hit), None, telling, _look(hit, telling))


def _is_range_of_any_day(hit: Hit, telling: Telling) -> bool:
    """As in "a curfew between 9 p.m. and 5 a.m.", where the sentence tells no day before it."""
    if hit.left == "b":
        return not telling.in_sentence(hit.match.start())
    last = telling.found[-1] if telling.found else None
    follows = hit.left == "h" and last is not None and last.end == hit.match.start() - 1
    return follows and last is not None and last.answer.clock is not None and last.answer.period is None


def _of_figures(word: str) -> str | None:
    found = _FIGURES.match(word)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _military(hit: Hit, telling: Telling) -> Answer | None:
    word = hit.word("c")
    zone = telling.scan.word(hit.match.end() - 1)
    if len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60:
        return at_clock(f"{word[:2]}:{word[2:]}{_zone(hit)}", None, telling, _look(hit, telling))
    if len(word) <= 2 and zone == "o'clock" and 1 <= int(word) <= 12:
        return Answer("TIME", None, None)  # morning or evening?
    return None


def _zone(hit: Hit) -> str:
    zone: str = lexicon("times")["zones"].get(hit.word("z"), "") if hit.has("z") else ""
    return zone


def _look(hit: Hit, telling: Telling) -> Tense | None:
    return telling.tense(hit.match.start(), hit.match.end())


def at_clock(clock: str, day: Period | None, telling: Telling, look: Tense | None = None) -> Answer:
    """A clock time on a day, or on the day last spoken of; without a day it has no value.

    ``look``: the tense it is told in; what is told in the past is on no day still to come. Midnight is either end of
    its day, so its value is the day alone.
    """
    source = "text"
    day = day or telling.anchor(look=look, reach=1)
    if day is None or day.unit != "day":
        return Answer("TIME", None, f"T{clock}", None, None, clock)
    timex = f"{day.edtf}T{clock}"
    return Answer("TIME", day.edtf if clock.startswith("24") else timex, timex, source, day, clock)


RULES: tuple[Rule, ...] = (
    rule(r"(?P<c>c)(?:j_|(?P<z>z))?", _clock),
    rule(r"(?P<c>[YN9D])(?P<z>z)", _military),
)
