"""Which articles of a growing store are copies of one text, kept in its ledger.

Articles of the same wording are a class; a new class is compared with those alone that share one of its bands. So an
article costs the same however many are known, and a report that a thousand papers print is compared once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.articles_to_support import Copy, Fingerprint, alike, bands, compare, fingerprint, sketch
from kg.claims_to_entities.ledger import Ledger, entry, gift_of, plain
from kg.records import Article, Record


class Copying:
    """The pairs and groups of copies among the articles of a ledger. ``load`` gives an article's records.

    A pair is named by its article if that is worded as the first of its class, and by two classes ("c|d") if the
    first articles of these are copies.
    """

    def __init__(self, ledger: Ledger, load: Callable[[str], Sequence[Record]]) -> None:
        self._ledger = ledger
        self._load = load

    def change(self, articles: Iterable[str]) -> tuple[set[str], set[str]]:
        """Compare these articles as they are now; the articles whose group changed, and the pairs that may have."""
        classes: set[str] = set()
        pairs: set[str] = set()
        for article in sorted(set(articles)):
            prints = self._fingerprint(article)
            wording = _digest(prints) if prints and prints.shingles else None
            before = self._ledger.result(f"wording of {article}")
            if wording != before:
                self._ledger.keep(f"wording of {article}", wording)
                self._ledger.give(f"wording of {article}", gift_of(_filed(article, wording)))
                classes |= {w for w in (before, wording) if w}
                pairs.add(article)
        dirty = {c for name in sorted(classes) for c in self._place(name, pairs)}
        return self._regroup(dirty), pairs

    def group(self, article: str) -> str:
        """The least id of all that are copies of an article, directly or over others; "" if it has none."""
        return self._ledger.result(f"group of {self._ledger.result(f'wording of {article}')}") or ""

    def pair(self, name: str) -> Copy | None:
        """The copy that a pair is; None if it is none any more."""
        one, _, other = name.partition("|")
        if other:
            found = self._ledger.result(f"near {one}|{other}")
            a, b = sorted((self._first(one), self._first(other)))
            return Copy(a, b, *found) if found else None
        wording = self._ledger.result(f"wording of {name}")
        first = self._first(wording) if wording else name
        return Copy(first, name, 1.0, "100% of all wording is the same") if first != name else None

    def pairs(self) -> tuple[Copy, ...]:
        """All copies, in order."""
        names = [key.removeprefix("near ") for key, _ in self._ledger.results("near ")]
        names = [n for n in names if n.partition("|")[0] < n.partition("|")[2]]
        names += [key.removeprefix("wording of ") for key, _ in self._ledger.results("wording of ")]
        return tuple(sorted((c for n in names if (c := self.pair(n))), key=lambda c: (c.a, c.b)))

    def _first(self, wording: str) -> str:
        """The first article of a class, "" if it has none."""
        found = self._ledger.some(f"wording:{wording}", "@", 1)
        return str(plain(found[0])) if found else ""

    def _members(self, wording: str) -> list[str]:
        return [plain(a) for a in self._ledger.counts(f"wording:{wording}", "@")]

    def _near(self, wording: str) -> list[str]:
        return [key.partition("|")[2] for key, _ in self._ledger.results(f"near {wording}|")]

    def _place(self, wording: str, pairs: set[str]) -> set[str]:
        """Compare a class that is new, forget one that is empty; the classes whose group may be another now."""
        first, before = self._first(wording), self._ledger.result(f"first of {wording}")
        near = set(self._near(wording))
        if bool(first) != bool(before):
            mine = self._fingerprint(first) if first else None
            drawn = sketch(mine) if mine else ""
            keys = bands(drawn)
            self._ledger.keep(f"sketch of {wording}", drawn or None)
            self._ledger.give(f"bands of {wording}", gift_of(entry(f"band:{k}", "@", wording) for k in keys))
            found = dict(self._find(wording, mine, drawn)) if mine else {}
            for other in sorted(near | found.keys()):
                copy = [found[other].score, found[other].reason] if other in found else None
                self._ledger.keep(f"near {wording}|{other}", copy)
                self._ledger.keep(f"near {other}|{wording}", copy)
            near |= found.keys()
        if self._ledger.keep(f"first of {wording}", first or None):
            pairs |= {"|".join(sorted((wording, other))) for other in near} | set(self._members(wording))
        return {wording, *near}

    def _find(self, wording: str, mine: Fingerprint, drawn: str) -> Iterator[tuple[str, Copy]]:
        near = {plain(w) for key in bands(drawn) for w in self._ledger.counts(f"band:{key}", "@")} - {wording}
        for other in sorted(near):
            if not alike(drawn, self._ledger.result(f"sketch of {other}") or ""):
                continue  # most that share a band share a common phrase, and reading an article takes long
            theirs = self._fingerprint(self._first(other))  # an emptied class is placed in its turn
            if theirs and (copy := compare(mine, theirs)):
                yield other, copy

    def _fingerprint(self, article: str) -> Fingerprint | None:
        """The fingerprint of an article; None if it is gone."""
        found = next((r for r in self._load(article) if isinstance(r, Article)), None)
        return fingerprint(found) if found else None

    def _regroup(self, dirty: set[str]) -> set[str]:
        moved: set[str] = set()
        todo = set(dirty)
        while todo:
            group: set[str] = set()
            edge = [min(todo)]
            while edge:
                here = edge.pop()
                if here not in group:
                    group.add(here)
                    edge += self._near(here)
            firsts = sorted(first for w in group if (first := self._first(w)))
            alone = len(firsts) < 2 and all(len(self._ledger.some(f"wording:{w}", "@", 2)) < 2 for w in group)
            for wording in sorted(group):
                if self._ledger.keep(f"group of {wording}", None if alone else firsts[0]):
                    moved |= set(self._members(wording))
            todo -= group
        return moved


def _digest(prints: Fingerprint) -> str:
    """What articles of the same wording share: 16 hexadecimal digits of SHA-256 over their shingles."""
    return hashlib.sha256(repr((prints.own, sorted(prints.shingles))).encode()).hexdigest()[:16]


def _filed(article: str, wording: str | None) -> Iterator[tuple[str, str, str]]:
    if wording:
        yield entry(f"wording:{wording}", "@", article)
