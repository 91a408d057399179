"""Which articles are copies of one text: wire copies, lightly edited rewrites, and cuts of them.

MinHash (A. Broder 1997) with banding finds the few articles that may be copies of a new one; their shingles are then
compared exactly. The bands of an article depend on its text alone, so an index of them can be kept anywhere: an
article costs the same whether ten are known or a million, and the order in which they come makes no difference.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import eq

from kg.articles_to_support.components import components
from kg.articles_to_support.fingerprints import Fingerprint, fingerprint, overlap
from kg.records import Article

# 48 bands of 2 values: a pair that shares 40 % of its shingles is missed once in 4,000, one that shares 20 % once in 7.
# The shortest articles, which must share 80 %, are filed in 24 bands of 4: missed once in 300,000, and few of those
# that share a common phrase only are ever met.
VALUES = 96
ROWS, ROWS_OF_SHORT = 2, 4
ALIKE = 8
"""Of articles that share a band those with fewer equal values than this are not compared: a pair that shares 20 % of
its shingles has fewer once in 2,000, one that shares 2 % has as many once in 1,400."""
COPY = 0.4
"""Jaccard similarity from which two articles are copies. Two reports of one event reach 0.05, a follow-up that takes
over the background of an earlier article 0.38."""
CUT, CUT_AT_ALL = 0.62, 0.2
"""An article is a cut of a longer one if so much of it stands there, and it is no mere fragment of it."""
SHORT = 0.8
"""What the shortest articles, and those that are nearly all quotation, must share to be copies."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles of one text, ``a`` < ``b``. ``score``: the share of wording they have in common, 0 to 1."""

    a: str
    b: str
    score: float
    reason: str


def sketch(found: Fingerprint) -> str:
    """The MinHash of an article as hexadecimal digits; "" if there is nothing to compare."""
    from datasketch import MinHash  # noqa: PLC0415 - half a second that only comparing articles must pay

    if not found.shingles:
        return ""
    # Two seeds never meet: what is own wording and what holds quotations cannot be compared.
    made = MinHash(num_perm=VALUES, seed=1 + found.own, scheme="affine32", hashfunc=int)
    made.update_batch(sorted(found.shingles))
    return f"{found.own:d}{made.hashvalues.tobytes().hex()}"


def bands(drawn: str) -> tuple[str, ...]:
    """The keys under which the article of a sketch is filed: two copies share at least one, () if it has none."""
    if not drawn:
        return ()
    own, values = drawn[0], _values(drawn)
    rows = ROWS if own == "1" else ROWS_OF_SHORT
    return tuple(f"{own}{i:02d}{''.join(values[i : i + rows])}" for i in range(0, VALUES, rows))


def alike(one: str, other: str) -> bool:
    """Whether two sketches are so much alike that it is worth comparing the articles."""
    return one[:1] == other[:1] and sum(map(eq, _values(one), _values(other))) >= ALIKE


@lru_cache(maxsize=1_000)
def _values(drawn: str) -> tuple[str, ...]:
    width = (len(drawn) - 1) // VALUES
    return tuple(drawn[i : i + width] for i in range(1, len(drawn), width)) if width > 0 else ()


def compare(one: Fingerprint, other: Fingerprint) -> Copy | None:
    """The two as copies of one text; None if they are not, or are one article.

    >>> told = " ".join(f"The {n} boats came home before the storm." for n in ("two", "six", "ten"))
    >>> compare(*(fingerprint(Article(i, i, told + more)) for i, more in (("a", ""), ("b", " All were well."))))
    Copy(a='a', b='b', score=0.8125, reason='81% of all wording is the same')
    """
    if one.article == other.article or one.own != other.own:
        return None
    a, b = sorted((one, other), key=lambda f: f.article)
    shared = overlap(a, b)
    if shared.jaccard >= (COPY if one.own else SHORT):
        return Copy(a.article, b.article, round(shared.jaccard, 4), f"{shared.jaccard:.0%} of all wording is the same")
    if one.own and shared.contained >= CUT and shared.jaccard >= CUT_AT_ALL:
        reason = f"{shared.contained:.0%} of the shorter one's wording is the longer one's"
        return Copy(a.article, b.article, round(shared.contained, 4), reason)
    return None


class Copies:
    """Articles filed by their bands, in memory. What is found never depends on the order of ``add``."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._known: dict[str, tuple[bool, array[int]]] = {}  # four bytes a shingle, not a set's forty
        self._drawn: dict[str, str] = {}
        self._filed: dict[str, list[str]] = {}
        self._found: dict[str, dict[str, Copy]] = {}
        for article in articles:
            self.add(article)

    def add(self, article: Article) -> tuple[Copy, ...]:
        """File an article and name its copies among those that are filed; an article that is filed stays as it is."""
        if article.id in self._known:
            return tuple(self._found[article.id][k] for k in sorted(self._found[article.id]))
        mine = fingerprint(article)
        drawn = sketch(mine)
        keys = bands(drawn)
        near = sorted({o for k in keys for o in self._filed.get(k, ()) if alike(drawn, self._drawn[o])})
        found = {other: copy for other in near if (copy := compare(mine, self._fingerprint(other)))}
        self._known[article.id] = mine.own, array("I", sorted(mine.shingles))
        self._drawn[article.id] = drawn
        self._found[article.id] = found
        for other, copy in found.items():
            self._found[other][article.id] = copy
        for key in keys:
            self._filed.setdefault(key, []).append(article.id)
        return tuple(found.values())

    def remove(self, article: str) -> None:
        """Forget an article, as if it had never been filed. Raises KeyError if it is not."""
        del self._known[article]
        for key in bands(self._drawn.pop(article)):
            self._filed[key].remove(article)
            if not self._filed[key]:
                del self._filed[key]
        for other in self._found.pop(article):
            del self._found[other][article]

    def _fingerprint(self, article: str) -> Fingerprint:
        own, shingles = self._known[article]
        return Fingerprint(article, frozenset(shingles), own)

    def pairs(self) -> tuple[Copy, ...]:
        """All copies found, in order."""
        found = {(c.a, c.b): c for copies in self._found.values() for c in copies.values()}
        return tuple(found[key] for key in sorted(found))

    def groups(self) -> Mapping[str, str]:
        """The group of every article: the least id of all that are copies of each other, directly or over others."""
        return components(self._known, ((c.a, c.b) for c in self.pairs()))
