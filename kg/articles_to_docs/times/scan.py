"""Words of an article as symbols, one character a word: a grammar over words is a regular expression over symbols.

======  ==========================================  ======  ==========================================
``M``   month, safe alone                           ``m``   month's abbreviation, or MAY in capitals
``W``   weekday                                     ``w``   weekday's abbreviation
``x``   weekdays in the plural                      ``Y``   four figures that may be a year
``D``   1-31                                        ``N``   any other number
``O``   1st-31st                                    ``9``   a number that cannot be a date ($20, F-16, 5%)
``n``   number word                                 ``K``   ordinal word, or 32nd and beyond
``U``   unit (day, weeks …), but:                   ``Q``   quarter, ``g`` year
``q``   Q1-Q4, H1, H2                               ``H``   half
``P``   part of the day                             ``S``   season
``k``   1990s, '90s                                 ``c``   clock time, noon, midnight
``z``   time zone, o'clock, hours                   ``I``   ISO date
``#``   numeric date 3/4/2025                       ``d``   today, yesterday …
``R``   now, recently, in the past …                ``Z``   daily, annual …
``C``   Christmas …                                 ``L``   last, past, previous
``X``   next, coming, following                     ``T``   this, current
``|``   edge of a block                             ``' '`` any other word
======  ==========================================  ======  ==========================================

The small words of the grammar have symbols of their own in ``_WORDS``; punctuation stands for itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.articles_to_docs.reading import READABLE
from kg.ontology import lexicon
from kg.records import Article

_WORDS = {
    "the": "t", "of": "o", "same": "s", "that": "v", "ago": "G", "later": "J", "earlier": "F", "after": "A",
    "before": "B", "preposition": "i", "at": "@", "from": "b", "to": "h", "early": "E", "edge": "e", "half": "H",
    "every": "V", "around": "~", "fiscal": "f", "recent": "r", "entire": "y", "period": "p", "long": "l", "old": "u",
    "times": "2", "local": "j", "time": "_",
}  # fmt: skip
_TABLES = {
    "units": "U", "numbers": "n", "ordinals": "K", "months": "M", "month_abbreviations": "m", "weekdays": "W",
    "weekday_abbreviations": "w", "dayparts": "P", "clock_words": "c", "seasons": "S", "deictic_days": "d",
    "regular": "Z", "zones": "z",
}  # fmt: skip
_LOWER_ONLY = frozenset("ZS")  # "Daily Mail", "Spring Street"
_UPPER_ONLY = frozenset("mwz")
_AMBIGUOUS_MONTHS = frozenset({"march", "may", "august"})
_MULTIPLE = {"quarter": "Q", "quarters": "U"}
LOOKED_AT = READABLE | {"dateline", "caption"}
"""Block roles whose times are found; what is not readable has no parse, and nothing is counted from its dates."""
_LETTERS = "A-Za-zÀ-ɏ"
_LONG = 7
"""Letters of a month's name whose slips are no other word."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of an article: word ``i`` is ``text[starts[i]:ends[i]]`` and has the symbol ``symbols[i]``."""

    text: str
    symbols: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def word(self, index: int) -> str:
        """Word number ``index`` in lower case with straight apostrophes, empty beyond the article's ends."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.text[self.starts[index] : self.ends[index]].lower().replace("’", "'")

    def words(self, first: int, end: int) -> list[str]:
        """The words from ``first`` to before ``end``."""
        return [self.word(i) for i in range(first, end)]


@cache
def symbols_of_words() -> dict[str, str]:
    """Every word of the lexicon with its symbol."""
    lex = lexicon("times")
    table = {word: _WORDS[kind] for word, kind in lex["words"].items()}
    for name, symbol in _TABLES.items():
        table |= {word: symbol for word in lex[name] if " " not in word}
    table |= {f"{day}s": "x" for day in lex["weekdays"]}
    table |= {word: "T" if shift == 0 else "L" if shift < 0 else "X" for word, shift in lex["shifts"].items()}
    return table | {"a": "a", "an": "a", "night": "P", "year": "g"} | _MULTIPLE


@cache
def _token() -> re.Pattern[str]:
    lex: dict[str, Any] = lexicon("times")
    phrases = sorted([*lex["references"], *lex["holidays"], *lex["feasts"]], key=lambda p: (-len(p), p))
    joined = "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in phrases)
    abbreviations = "|".join(
        w.capitalize() for name in ("month_abbreviations", "weekday_abbreviations") for w in lex[name]
    )
    return re.compile(
        rf"""(?!\s)(?:
        (?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?\b)
        | (?P<numeric>\b(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}/\d{{2}}/\d{{2}})\b)
        | (?P<clock>\b\d{{1,2}}(?:[:.]\d{{2}})?\s?(?:[ap]\.\s?m\.|[ap]m\b|[AP]M\b|[AP]\.M\.)
            | \b\d{{1,2}}:\d{{2}}\b(?!:?\d))
        | (?P<decade>\b\d{{3}}0s\b|['’]?\b[2-9]0s\b)
        | (?P<ordinal>\b\d{{1,3}}(?:st|nd|rd|th)\b)
        | (?P<number>\d+(?:[.,]\d+)*)
        | (?P<quarter>\b[QH][1-4]\b|\bFY\s?\d{{2,4}}\b)
        | (?P<phrase>\b(?i:{joined})\b)
        | (?P<abbreviation>\b(?:{abbreviations})\.)
        | (?P<zone>o['’]clock\b|\bUTC\b|\bhours\b(?<=\d{{4}}\ hours))
        | (?P<word>[{_LETTERS}]+)
        | (?P<other>\S)
        )""",
        re.VERBOSE,
    )


def scan(article: Article) -> Scan:
    """The article as symbols; blocks of other roles than ``LOOKED_AT`` are left out.

    >>> from kg.records import Block
    >>> scan(Article("a", "a.txt", "On Friday, 3 May.", blocks=(Block("body", 0, 17),))).symbols
    'iW,DM.|'
    """
    text, token = article.text, _token()
    symbols: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for block in article.blocks:
        if block.role not in LOOKED_AT:
            continue
        for found in token.finditer(text, block.start, block.end):
            symbols.append(_symbol(found, text, symbols))
            starts.append(found.start())
            ends.append(found.end())
        symbols.append("|")
        starts.append(block.end)
        ends.append(block.end)
    return Scan(text, "".join(symbols), tuple(starts), tuple(ends))


def _symbol(found: re.Match[str], text: str, before: list[str]) -> str:
    word = found[0]
    match found.lastgroup:
        case "word":
            return _word_symbol(word)
        case "other":
            return "-" if word in "-–—" else "'" if word == "’" else word if word in ",./()'$" else " "
        case "number" | "ordinal":
            return _number_symbol(found, text, before)
        case "iso":
            return "I"
        case "numeric":
            return "#"
        case "clock":
            return "c"
        case "decade":
            return "k"
        case "quarter":
            return "q"
        case "abbreviation":
            return _word_symbol(word[:-1])
        case "zone":
            return "z"
    name = " ".join(word.lower().replace("’", "'").split())
    return "C" if name in lexicon("times")["holidays"] or name in lexicon("times")["feasts"] else "R"


def _word_symbol(word: str) -> str:
    lower = word.lower()
    symbol = symbols_of_words().get(lower, " ")
    if symbol == " ":
        return "m" if word[0].isupper() and misspelt_month(lower) else symbol
    capital = word[0].isupper()
    if symbol == "M" and lower in _AMBIGUOUS_MONTHS:
        return " " if not capital else "m" if word.isupper() else "M"
    if (symbol in _LOWER_ONLY and capital) or (symbol in _UPPER_ONLY and not capital):
        return "S" if symbol == "S" and lower != "fall" else " "
    return symbol


@lru_cache(maxsize=4096)
def misspelt_month(word: str) -> str | None:
    """The long month name that a word is one slip from: a letter too many, too few, wrong or swapped with the next.

    >>> misspelt_month("feburary"), misspelt_month("novemeber"), misspelt_month("member")
    ('february', 'november', None)
    """
    if len(word) < _LONG - 1:
        return None
    return next((m for m in lexicon("times")["months"] if len(m) >= _LONG and _is_slip(word, m)), None)


def _is_slip(word: str, right: str) -> bool:
    """Whether one insertion, deletion, substitution or transposition apart (Damerau 1964)."""
    if abs(len(word) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right)))
    rest, want = word[start:], right[start:]
    if len(word) == len(right):
        return rest[1:] == want[1:] or (rest[2:] == want[2:] and rest[:2] == want[1::-1])
    return rest[1:] == want if len(word) > len(right) else rest == want[1:]


def _number_symbol(found: re.Match[str], text: str, before: list[str]) -> str:
    word, start, end = found[0], found.start(), found.end()
    previous, following = text[start - 1 : start], text[end : end + 1]
    bound = (
        len(before) > 1 and previous == "-" and text[start - 2].isalpha() and before[-2] not in "Ei"
    )  # F-16, not mid-2011
    odd = previous.isalpha() or previous in ("$", "£", "€", "¥", "#", "_", ".") or following in ("%", "°", "_")
    if odd or bound or following.isalpha():
        return "9"
    if found.lastgroup == "ordinal":
        return "O" if 1 <= int(word[:-2]) <= 31 else "K"
    if not word.isdigit() or len(word) > 9:
        return "N"
    if len(word) == 4 and 1000 <= int(word) <= 2199:
        return "Y"
    return "D" if len(word) <= 2 and 1 <= int(word) <= 31 else "N"
