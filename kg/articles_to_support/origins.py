"""Whose text an outlet prints: the agency named in the date line, the byline, the credit or among the authors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.ontology import lexicon
from kg.records import Article

# "LIMA, March 3 (Norpress)", "(Norpress) -": what stands in brackets at the end of a date line names the agency.
_IN_DATELINE = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]\W*$")
_NAMED_IN = ("byline", "credit", "boilerplate", "promo")
_LEADS = re.compile(r"^(?:by|from|source|copyright|credit|©|\(c\)|–|—|-)[\s:]+", re.IGNORECASE)


def key(name: str) -> str:
    """A source's name as it is compared: small letters, no article, an agency by its usual name.

    >>> key("The Harbour Post"), key("AFP") == key("Agence France-Presse")
    ('harbour post', True)
    """
    plain = " ".join(re.findall(r"\w+", name.casefold()))
    plain = re.sub(r"^the (?=.)", "", plain)
    return _agencies().get(plain, plain)


def origin(article: Article) -> str | None:
    """The key of the agency whose text the article is, as far as it says so; None for an outlet's own.

    >>> text = "LIMA, March 3 (Norpress) — The port reopened."
    >>> from kg.records import Block
    >>> origin(Article("a", "a.txt", text, blocks=(Block("dateline", 0, 24), Block("body", 27, 45))))
    'norpress'
    """
    own = key(article.publisher) if article.publisher else None
    return next((name for name in _named(article) if name != own), None)


def _named(article: Article) -> Iterator[str]:
    for block in article.blocks:
        words = article.text[block.start : block.end].strip()
        if block.role == "dateline" and (found := _IN_DATELINE.search(words)) and not re.search(r"\d", found[1]):
            yield key(found[1])
        elif block.role in _NAMED_IN:
            yield from _agency(words)
    for author in article.authors:
        yield from _agency(author)


def _agency(words: str) -> Iterator[str]:
    """The agency that a line names and names alone: "By AFP", "Source: AFP"; an editor's name beside it is his own."""
    plain = " ".join(re.findall(r"\w+", _LEADS.sub("", words).casefold()))
    if plain in _agencies():
        yield _agencies()[plain]


@cache
def _agencies() -> dict[str, str]:
    """Every name of every agency → its first."""
    rows: list[list[str]] = lexicon("agencies")["agencies"]["names"]
    plain = [[" ".join(re.findall(r"\w+", name.casefold())) for name in row] for row in rows]
    return {name: row[0] for row in plain for name in row}
