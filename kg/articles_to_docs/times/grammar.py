"""What the rules of the time grammar share: a match over word symbols, what it means, and what was told before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from kg.articles_to_docs.times.periods import Period
from kg.articles_to_docs.times.scan import Scan, symbols_of_words
from kg.articles_to_docs.times.tense import Tense, tense
from kg.ontology import lexicon
from kg.records import Article

REACH = 3  # blocks back that "two days later" may count from
MEMORY = 40  # expressions back, which keeps reading linear


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression means. ``period`` is what later expressions may count from; ``amount`` a number of units."""

    type: str
    value: str | None
    timex: str | None
    source: str | None = None
    period: Period | None = None
    clock: str | None = None
    amount: tuple[int, str] | None = None
    year_given: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An answer with the words it stands on (first, end) and the number of its block."""

    answer: Answer
    first: int
    end: int
    block: int
    told: bool  # in the story, not in its date line


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match: named groups are runs of words."""

    scan: Scan
    match: re.Match[str]

    @property
    def left(self) -> str:
        """The symbol of the word before the match, ``|`` at the edge of the article."""
        first = self.match.start()
        return self.scan.symbols[first - 1] if first else "|"

    @property
    def right(self) -> str:
        """The symbol of the word after the match, ``|`` at the edge of the article."""
        return self.scan.symbols[self.match.end() : self.match.end() + 1] or "|"

    def has(self, group: str) -> bool:
        """Whether the group took part in the match with at least one word."""
        return bool(self.match.groupdict().get(group))

    def word(self, group: str) -> str:
        """The group's words, lower case, "" if it took no part."""
        if not self.has(group):
            return ""
        return " ".join(self.scan.words(self.match.start(group), self.match.end(group)))

    def number(self, group: str) -> int | None:
        """The whole number a group writes in figures or as an ordinal; None for "several" or no number."""
        word = self.word(group)
        digits = re.sub(r"(st|nd|rd|th)$", "", word).replace(",", "")
        if digits.isdigit():
            return int(digits)
        lex = lexicon("times")
        parts = [lex["numbers"].get(w, lex["ordinals"].get(w)) for w in word.replace("-", " ").split()]
        values = [p for p in parts if isinstance(p, int)]
        if not parts or "X" in parts or not values:
            return None
        return sum(values) if len(values) == 1 or values[0] >= 20 else values[-1]

    def unit(self, group: str) -> str:
        """The calendar or clock unit a group names."""
        name: str = lexicon("times")["units"].get(self.word(group), "day")
        return name


@dataclass
class Telling:
    """The article as far as it has been read: what rules may look at besides their own words."""

    article: Article
    doc: Doc
    scan: Scan
    found: list[Found] = field(default_factory=list)
    block: int = 0
    headline: bool = False

    @property
    def today(self) -> Period | None:
        """The day of publication, if a full date is known."""
        return _day(self.article.published)

    @property
    def source(self) -> str:
        """What relative expressions are resolved from."""
        return "dateline" if self.article.published_from == "dateline" else "publication date"

    def tense(self, first: int, end: int) -> Tense | None:
        """The tense governing some words."""
        return tense(self.doc, self.scan.starts[first], self.scan.ends[end - 1], headline=self.headline)

    def token(self, index: int) -> Token | None:
        """The parsed token that word ``index`` begins in; None beyond the article or at a blank."""
        if not 0 <= index < len(self.scan.starts):
            return None
        return token_at(self.doc, self.scan.starts[index])

    def anchor(self, unit: str | None = None, *, look: Tense | None = None, reach: int = REACH) -> Period | None:
        """The nearest date (of this unit) told before, not from a date line and at most ``reach`` blocks back.

        ``look``: the tense of what counts from it; what is told in the past counts from no day still to come.
        """
        for found in reversed(self.found[-MEMORY:]):
            if found.block < self.block - reach:
                return None
            period = found.answer.period
            if period is None or not found.told or unit not in (None, period.unit):
                continue
            if look == "past" and self.today is not None and period.first > self.today.first:
                continue
            return period
        return None

    def in_sentence(self, index: int) -> bool:
        """Whether the expression told last stands in the sentence of word ``index``."""
        return bool(self.found) and not set(".|") & set(self.scan.symbols[self.found[-1].end : index])

    @cached_property
    def people(self) -> frozenset[str]:
        """The months that are surnames here, lower case: the May of "Rosa May"."""
        lex = lexicon("times")
        months = (t for t in self.doc if t.is_title and t.i and t.lower_ in lex["months"])
        pairs = ((t.nbor(-1), t) for t in months)
        return frozenset(
            month.lower_
            for first, month in pairs
            if first.pos_ == "PROPN" and symbols_of_words().get(first.lower_) is None
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over symbols and what its matches mean; the reading is None where the words mean no time after all."""

    pattern: re.Pattern[str]
    read: Callable[[Hit, Telling], Answer | None]


def rule(pattern: str, read: Callable[[Hit, Telling], Answer | None]) -> Rule:
    """A Rule from the text of its pattern."""
    return Rule(re.compile(pattern), read)


@cache
def _day(iso: str | None) -> Period | None:
    if not iso or not re.match(r"\d{4}-\d{2}-\d{2}", iso):
        return None
    try:
        return Period("day", date.fromisoformat(iso[:10]))
    except ValueError:
        return None


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that covers an offset of the article; None where it is blank."""
    low, high = 0, len(doc)
    index = bisect_right(range(low, high), offset, key=lambda i: doc[i].idx) - 1
    if index < 0:
        return None
    token = doc[index]
    return token if offset < token.idx + len(token.text) and not token.is_space else None


def dated(period: Period | None, source: str, *, year_given: bool = False) -> Answer | None:
    """A DATE with a period's values; None without one."""
    if period is None:
        return None
    return Answer("DATE", period.edtf, period.timex, source, period, year_given=year_given)


def vague(timex: str | None) -> Answer:
    """A DATE that cannot be resolved."""
    return Answer("DATE", None, timex)
