"""What of an article's wording can be compared with another's: the reporter's own words, in runs of three.

Two reports of one event share names and quotations, a wire copy shares sentences. So furniture is left out, and what
stands in quotation marks, which is the speaker's wording and not the reporter's.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from kg.records import Article

READABLE = frozenset({"headline", "standfirst", "body", "quote", "list"})
RUN = 3
"""Words in a shingle: of 2 to 5, the length at which rewrites stay closest and two reports of one event far apart."""
FEW = 40
"""Below so many shingles of the reporter's own, quotations are compared too, and nearly all must be equal."""

_WORD = re.compile(r"\w+")
# A straight mark opens after a space and closes before one (so no 6" pipe opens a quotation); a paragraph that opens
# with a mark and never closes it goes on quoting in the next.
_QUOTED = re.compile(r'“[^“”\n]*(?:”|$)|(?<![^\s(\[—–-])"(?=\S)[^"\n]*(?<=\S)"(?!\w)|^\s*"[^"\n]*$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The shingles of an article, each as a 32-bit number. ``own``: quotations are left out of them."""

    article: str
    shingles: frozenset[int]
    own: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two articles share: of all their wording (``jaccard``), and of the shorter one's (``contained``)."""

    jaccard: float
    contained: float


def fingerprint(article: Article) -> Fingerprint:
    """The fingerprint of an article: of its readable blocks, or of its whole text if it has no blocks at all.

    >>> len(fingerprint(Article("a", "a.txt", "The ferry left the harbour late.")).shingles)
    4
    """
    text = _readable(article)
    found = _shingles(_QUOTED.sub("\0", text))
    return (
        Fingerprint(article.id, found, True) if len(found) >= FEW else Fingerprint(article.id, _shingles(text), False)
    )


def overlap(a: Fingerprint, b: Fingerprint) -> Overlap:
    """The shares of shingles that two fingerprints have in common, exactly.

    Jaccard similarity and containment as in A. Broder, "On the resemblance and containment of documents" (1997).
    """
    shared = len(a.shingles & b.shingles)
    both = len(a.shingles) + len(b.shingles) - shared
    least = min(len(a.shingles), len(b.shingles))
    return Overlap(shared / both if both else 0.0, shared / least if least else 0.0)


def _readable(article: Article) -> str:
    if not article.blocks:
        return article.text
    return "\n".join(article.text[b.start : b.end] for b in article.blocks if b.role in READABLE)


def _shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of words; none reaches over a quotation that was cut out."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return frozenset(h for part in plain.split("\0") for h in _hashes(_WORD.findall(part)))


def _hashes(words: list[str]) -> list[int]:
    runs = (" ".join(words[i : i + RUN]).encode() for i in range(len(words) - RUN + 1))
    return [int.from_bytes(hashlib.blake2b(run, digest_size=4).digest()) for run in runs]
