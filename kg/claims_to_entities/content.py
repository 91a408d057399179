"""Words that carry content, and the numbers among them: what topics, titles and quotations are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from kg.claims_to_entities.names import fold
from kg.ontology import lexicon

Words = frozenset[str]
# A longer word that ends in "y" is compared without it ("territory", "territorial").
LONG = 6


@cache
def listed(*path: str) -> frozenset[str]:
    """One word list of the situations lexicon, by its path, as a set."""
    found: Any = lexicon("situations")
    for key in path:
        found = found[key]
    return frozenset(found)


@cache
def stem(word: str) -> str:
    """A crude stem that brings a noun and its verb together; only ever compared with another stem.

    >>> stem("meetings") == stem("meet"), stem("proposal") == stem("propose"), stem("agreed") == stem("agree")
    (True, True, True)
    """
    word = word[:-1] if word.endswith("y") and len(word) > LONG else word
    for suffix in ("ials", "ial", "ations", "ation", "ings", "ing", "ments", "ment", "als", "al", "ed", "es", "s", "e"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)].rstrip("e")
    return word


@cache
def content(text: str) -> Words:
    """The stems of a text's content words; generic nouns ("the plan") say nothing and are left out.

    >>> sorted(content("the proposed 45-day truce"))
    ['45', 'day', 'truc']
    """
    drop = listed("words", "stop") | listed("words", "generic")
    return frozenset(stem(w) for w in fold(text).split() if w not in drop)


@cache
def numbers(text: str) -> Words:
    """Numbers of a text, in figures; number words up to ninety count.

    >>> sorted(numbers("nine soldiers and 14 conscripts"))
    ['14', '9']
    """
    known: dict[str, int] = lexicon("situations")["numbers"]["words"]
    figures = re.findall(r"\d+(?:[.,]\d+)*", text)
    spelled = [str(known[w]) for w in re.findall(r"[a-z]+", text.casefold()) if w in known]
    return frozenset([*(f.replace(",", "") for f in figures), *spelled])


_TOKEN = re.compile(r"[$€£¥]?\d+(?:[.,]\d+)*|[a-z]+|%")
# Words that are part of the number before them.
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "m", "bn", "tn"})


@cache
def measures(text: str) -> Words:
    """Numbers of a text with what they count, the noun by its stem; "" where they count nothing that is said.

    >>> sorted(measures("a 45-day truce on a four-mile strip for $2 million, 3% less"))
    ['2 million $', '3 %', '4 mil', '45 day']
    """
    known: dict[str, int] = lexicon("situations")["numbers"]["words"]
    tokens = _TOKEN.findall(text.casefold())
    found = []
    for here, token in enumerate(tokens):
        plain = token.lstrip("$€£¥").replace(",", "")
        number = plain if plain[:1].isdigit() else str(known.get(token, ""))
        rest = tokens[here + 1 : here + 3]
        if not number or (token == "one" and rest[:1] == ["of"]):
            continue
        scale = f" {rest.pop(0)}" if rest and rest[0] in _SCALES else ""
        sign = token[0] if token[0] in "$€£¥" else ""
        unit = sign or (_unit(rest[0]) if rest and not rest[0][:1].isdigit() else "")
        found.append(f"{number}{scale} {unit}")
    return frozenset(found)


def _unit(word: str) -> str:
    return "%" if word in ("%", "percent", "per") else stem(word)


def measured_apart(a: Words, b: Words) -> bool:
    """Whether two texts give two numbers for the same thing.

    >>> measured_apart(measures("a 45-day truce"), measures("a truce of 30 days"))
    True
    >>> measured_apart(measures("a six-page text"), measures("a 12-mile strip"))
    False
    """
    left, right = _by_unit(a), _by_unit(b)
    return any(not left[unit] & right[unit] for unit in left.keys() & right.keys())


def _by_unit(found: Words) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for measure in found:
        number, _, unit = measure.rpartition(" ")
        out.setdefault(unit, set()).add(number)
    return out


@cache
def anybody() -> Words:
    """Stems of nouns that may mean anybody or anything, and so tell nobody from anybody else."""
    return frozenset(stem(w) for w in listed("nouns", "anybody"))


def share(a: Iterable[str], b: Iterable[str]) -> float:
    """How much of the smaller set is in the larger (overlap coefficient, Szymkiewicz 1934); 0 if one is empty."""
    left, right = frozenset(a), frozenset(b)
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def jaccard(a: Words, b: Words) -> float:
    """How much two sets have in common, 0 to 1 (Jaccard 1901)."""
    return len(a & b) / len(a | b) if a | b else 0.0
