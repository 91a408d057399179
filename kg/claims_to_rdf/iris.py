"""Every IRI of the data is minted here, from content only: no clock, no counter, nothing random.

Readable local names for entities, 16 hexadecimal digits of SHA-256 for what has no name (one chance in a million
of any collision among six million ids), code point offsets for stretches of text. One path, hence one prefix, a kind.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.records import Article

BASE = "https://example.org/news/"
KINDS = {
    "": "entity/",
    "ev": "situation/",
    "cl": "claim/",
    "art": "article/",
    "txt": "text/",
    "g": "graph/",
    "fact": "fact/",
    "x": "contradiction/",
    "copy": "copy/",
    "run": "run/",
}

_PLAIN = re.compile(r"[\w.-]*")


def digest(*parts: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the parts, joined by ``|``; SPARQL can compute the same.

    >>> digest("a", "b")
    '0eab8a0a3380abf4'
    """
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def text_hash(text: str) -> str:
    """SHA-256 of a text in Unicode normal form C, as 64 hexadecimal digits."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def article_key(article: Article) -> str:
    """What identifies an article: its text. URL and date are not in it, so one text is one article."""
    return text_hash(article.text)[:16] if article.text else digest(article.id)


def escaped(local: str) -> str:
    """A local name fit for an IRI and for every writer's abbreviation.

    >>> escaped("Łódź-1a2b"), escaped("a b<c>")
    ('Łódź-1a2b', 'a%20b%3Cc%3E')
    """
    if _PLAIN.fullmatch(local):
        return local
    return "".join(c if c.isalnum() or c in "-_." else quote(c, safe="") for c in local)


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs below one base, which is the user's own: ``https://example.org/news/`` unless set."""

    base: str = BASE

    def __post_init__(self) -> None:
        """Refuse a base that makes no absolute IRIs."""
        if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", self.base):
            raise KgError(f"base {self.base!r} is no absolute IRI ending in / or #: give one like {BASE}")

    def prefixes(self) -> dict[str, str]:
        """Prefix and namespace of every kind of thing."""
        return {prefix: self.base + path for prefix, path in KINDS.items()}

    def _mint(self, prefix: str, local: str) -> NamedNode:
        return NamedNode(self.base + KINDS[prefix] + local)

    def entity(self, cluster: str) -> NamedNode:
        """An entity, by the id of its cluster."""
        return self._mint("", escaped(cluster))

    def situation(self, situation: str) -> NamedNode:
        """A situation, by its id."""
        return self._mint("ev", escaped(situation))

    def article(self, key: str) -> NamedNode:
        """An article, by its key."""
        return self._mint("art", key)

    def text(self, key: str, letter: str, start: int, end: int) -> NamedNode:
        """A stretch of an article: ``s`` sentence, ``m`` mention, ``t`` trigger, ``q`` quotation, ``b`` block."""
        return self._mint("txt", f"{key}_{letter}{start}-{end}")

    def claim(self, *parts: str) -> NamedNode:
        """A claim, by article, sentence, situation, source, polarity, modality and the claim it is embedded in."""
        return self._mint("cl", f"c-{digest(*parts)}")

    def fact(self, subject: str, predicate: str, value: str) -> NamedNode:
        """The reifier of one shortcut triple, by its three terms."""
        return self._mint("fact", f"f-{digest(subject, predicate, value)}")

    def contradiction(self, a: str, b: str) -> NamedNode:
        """A contradiction, by the IRIs of its two claims in either order."""
        return self._mint("x", f"x-{digest(*sorted((a, b)))}")

    def copy(self, a: str, b: str) -> NamedNode:
        """The tie between two articles of one text, by their keys in either order."""
        return self._mint("copy", f"y-{digest(*sorted((a, b)))}")

    def graph(self, name: str) -> NamedNode:
        """A named graph: ``article-<key>``, ``facts``, ``analysis`` or ``meta``."""
        return self._mint("g", name)

    def run(self, key: str) -> NamedNode:
        """A run of the software, by the hash of its settings and input."""
        return self._mint("run", key)

    def dataset(self) -> NamedNode:
        """The dataset as a whole."""
        return NamedNode(self.base + "dataset")
