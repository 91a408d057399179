"""Reads plain, invented text the whole way: layout, times, names, coreference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.articles_to_docs import read
from kg.records import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.articles_to_docs.reading import Reading


def plain(nlp: Language, text: str) -> Reading:
    """The Reading of a text without marks; every line is a block of the body."""
    starts = [i for i in range(len(text)) if i == 0 or text[i - 1] == "\n"]
    ends = [text.find("\n", i) if "\n" in text[i:] else len(text) for i in starts]
    blocks = tuple(Block("body", a, b) for a, b in zip(starts, ends, strict=True))
    (found,) = read([Article("a", "a.txt", text, published="2025-03-17", blocks=blocks)], nlp)
    return found
