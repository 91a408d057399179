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
