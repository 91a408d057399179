"""Plain text to an article: the text is kept to the character; what is no readable English text is refused."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.errors import SourceError
from kg.ontology import lexicon
from kg.records import Article


def article_id(text: str) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of the text in Unicode NFC: same text, same article.

    >>> article_id("It rained.")
    '8b38b558e4df5eb3'
    """
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:16]


def article_from_text(source: str, text: str) -> Article:
    """The article of a plain-text source; its blocks, title and date are found later, by layout."""
    return Article(id=article_id(text), source=source, text=text)


def decode(source: str, data: bytes) -> str:
    """The source's characters. Raises SourceError if it is empty, binary or not UTF-8."""
    if not data.strip():
        raise SourceError(f"{source}: empty")
    if b"\0" in data[:8192]:
        raise SourceError(f"{source}: binary, not text (give the text or HTML of an article)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{source}: not UTF-8 (byte {error.start}); convert it, e.g. iconv -f latin1 -t utf-8"
        ) from error


def check_length(source: str, text: str, most: int) -> None:
    """Raises SourceError if the text has more than ``most`` characters."""
    if len(text) > most:
        raise SourceError(f"{source}: {len(text):,} characters, more than {most:,}: no single article; split it")


def check_english(article: Article) -> None:
    """Raises SourceError if the article has no words, or too few of them are English function words."""
    words = re.findall(r"[^\W\d_]+", article.text.lower())
    if not words:
        raise SourceError(f"{article.source}: no words in it")
    known = lexicon("english")
    share = sum(w in _function_words() for w in words) / len(words)
    if len(words) >= known["least_words"] and share < known["least_share"]:
        raise SourceError(f"{article.source}: not English ({share:.0%} of its words are English function words)")


def _function_words() -> frozenset[str]:
    return frozenset(lexicon("english")["function_words"])
