"""Compares claims with hand-annotated gold and prints tables: ``python tests/gold_scorer.py [CLAIMS.jsonl]``.

A claim and a gold fact are paired when they stand in one sentence and tell the same thing: an event shares a
participant and its trigger or type, a statement its speaker and half of its words, a relation its predicate, subject
and half of its object's words. Pairs are made best first, each fact and each claim once. Gold facts that are not
``core`` are neither asked for nor held against a claim; a second claim on a fact already paired counts for nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(__file__).resolve().parent / "gold"
EXAMPLES = ROOT / "examples" / "articles"
PAGES = GOLD.parent / "pages"
SETS: Mapping[str, tuple[Path, Path]] = {
    "examples": (EXAMPLES, GOLD),
    "pages": (PAGES / "articles", PAGES / "gold"),
}
"""The annotated sets: articles and their gold. The pages were annotated by readers who had not seen a claim of them."""
KINDS = ("event", "statement", "relation")
REAL = ("occurred", "ongoing")
SEEN_AS = {"demanded": "possible", "conditional": "possible"}
"""Statuses of claims that the gold does not tell apart from "possible"."""

Json = Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """Counts of one kind of claim. ``core`` is what the gold asks for, ``found`` how much of it was told."""

    core: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        """The share of claims that stand in the gold; 0 where nothing was claimed."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of core facts that were claimed; 0 where the gold has none."""
        return self.found / self.core if self.core else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Report:
    """Scores by kind, and counts over the paired core events and over the page's furniture."""

    kinds: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in KINDS})
    events: int = 0
    status: int = 0
    unreal: int = 0
    asserted: int = 0
    furniture: int = 0

    @property
    def status_right(self) -> float:
        """The share of paired core events whose status is the gold's."""
        return self.status / self.events if self.events else 0.0

    @property
    def unreal_as_real(self) -> float:
        """The share of paired events that the gold calls unreal and the claims assert."""
        return self.asserted / self.unreal if self.unreal else 0.0


def words(text: str | None) -> list[str]:
    """The words of a text in lower case, without articles and possessive endings."""
    plain = re.sub(r"['’]s\b", "", (text or "").lower())
    return [w for w in re.findall(r"\w+", plain) if w not in ("the", "a", "an")]


def overlap(one: str | None, other: str | None) -> float:
    """F1 over the words of two texts, repetitions counted."""
    a, b = Counter(words(one)), Counter(words(other))
    shared = sum((a & b).values())
    return 2 * shared / (sum(a.values()) + sum(b.values())) if shared else 0.0


def same_sentence(fact: Json, sentence: str) -> bool:
    """Whether the sentence is one in which the gold states the fact, or a part of it, or holds it."""
    told = " ".join(sentence.split())
    for text in (fact["sentence"], *fact.get("also", ())):
        gold = " ".join(text.split())
        if told and gold and (told in gold or gold in told):
            return True
    return False


class Names:
    """Every name of the entities of one annotated article."""

    def __init__(self, entities: Iterable[Json]) -> None:
        self._of: dict[str, set[str]] = {}
        for entity in entities:
            every = {" ".join(words(n)) for n in (entity["name"], *entity["aliases"], entity.get("stands_for")) if n}
            self._of.setdefault(" ".join(words(entity["name"])), set()).update(every)

    def same(self, gold: str, claimed: str | None) -> bool:
        """Whether a claim names the gold's entity: by any of its names, or by one whose last word it shares."""
        wanted, got = words(gold), words(claimed)
        if not got:
            return False
        names = self._of.get(" ".join(wanted), {" ".join(wanted)})
        return " ".join(got) in names or any(n.split()[-1] == got[-1] for n in names if n)


def name(ref: Any) -> str:
    """The name of a claim's ref, or the text of its span."""
    return (ref or {}).get("name") or (ref or {}).get("text") or ""


def strength(fact: Json, claim: Json, names: Names) -> float:
    """How well a claim tells a gold fact; 0 when it does not."""
    if fact["kind"] != claim["kind"]:
        return 0.0
    if fact["kind"] == "event":
        return _event(fact, claim, names)
    if fact["kind"] == "statement":
        share = overlap(fact["content"], claim["content"]["text"])
        return share if share >= 0.5 and names.same(fact["speaker"], name(claim["speaker"])) else 0.0
    if fact["predicate"] != claim["predicate"] or not names.same(fact["subject"], name(claim["subject"])):
        return 0.0
    share = 1.0 if names.same(fact["object"], name(claim["object"])) else overlap(fact["object"], name(claim["object"]))
    return share if share >= 0.5 else 0.0


def _event(fact: Json, claim: Json, names: Names) -> float:
    if not same_sentence(fact, claim["sentence"]["text"]):
        return 0.0
    taking_part = [name(r) for r in claim["roles"]]
    gold = [*fact["agent"], *fact["patient"], *fact["other"]]
    shared = sum(any(names.same(g, p) for p in taking_part) for g in gold)
    trigger = bool(set(words(fact["trigger"])) & set(words(claim["trigger"]["text"])))
    typed = fact["type"] == claim["type"]
    return shared + 0.5 * trigger + 0.25 * typed if shared and (trigger or typed) else 0.0


def score(gold: Json, claims: Sequence[Json], report: Report | None = None) -> Report:
    """Adds one article's claims, held against its gold, to a report."""
    out = report or Report()
    names = Names(gold["entities"])
    out.furniture += sum(_is_furniture(gold, c) for c in claims)
    for kind in KINDS:
        facts = [f for f in gold["facts"] if f["kind"] == kind]
        told = [c for c in claims if c["kind"] == kind]
        pairs = [(strength(f, c, names), i, j) for i, f in enumerate(facts) for j, c in enumerate(told)]
        matched = _best_first([p for p in pairs if p[0] > 0])
        possible = {j for value, _, j in pairs if value > 0}
        counts = out.kinds[kind]
        counts.core += sum(f["core"] for f in facts)
        counts.found += sum(facts[i]["core"] for i in matched)
        counts.right += len(matched)
        counts.wrong += len(told) - len(possible)
        if kind == "event":
            for i, j in matched.items():
                _add_status(out, facts[i], told[j])
    return out


def judged(gold: Json, claims: Sequence[Json]) -> Iterator[tuple[Json, bool]]:
    """Each claim the gold can judge, and whether it bears it out: paired with a fact, and not unreal told as real.

    A second telling of a fact, and a claim on a fact that is not core, are not judged.
    """
    names = Names(gold["entities"])
    for kind in KINDS:
        facts = [f for f in gold["facts"] if f["kind"] == kind]
        told = [c for c in claims if c["kind"] == kind]
        pairs = [(strength(f, c, names), i, j) for i, f in enumerate(facts) for j, c in enumerate(told)]
        fact_of = {j: facts[i] for i, j in _best_first([p for p in pairs if p[0] > 0]).items()}
        possible = {j for value, _, j in pairs if value > 0}
        for j, claim in enumerate(told):
            if j not in fact_of and j in possible:
                continue
            fact = fact_of.get(j)
            if fact is None:
                yield claim, False
            elif fact["core"]:
                unreal = kind == "event" and fact["status"] not in REAL
                yield claim, not (unreal and claim["status"] in REAL)


def _best_first(pairs: list[tuple[float, int, int]]) -> dict[int, int]:
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if i not in matched and j not in used:
            matched[i] = j
            used.add(j)
    return matched


def _add_status(out: Report, fact: Json, claim: Json) -> None:
    if not fact["core"]:
        return
    out.events += 1
    out.status += SEEN_AS.get(claim["status"], claim["status"]) == fact["status"]
    if fact["status"] not in REAL:
        out.unreal += 1
        out.asserted += claim["status"] in REAL


def _is_furniture(gold: Json, claim: Json) -> bool:
    if claim["kind"] not in KINDS:
        return False
    told = " ".join(claim["sentence"]["text"].split())
    return any(told in n["sentence"] or n["sentence"] in told for n in gold["not_facts"])


def score_all(claims: Iterable[Json], folder: Path = GOLD) -> Report:
    """The report over all annotated articles. Raises ValueError when an article of the gold has no record."""
    by_article: dict[str, list[Json]] = {}
    stems: dict[str, str] = {}
    for claim in claims:
        if claim["kind"] == "article":
            stems[claim["id"]] = Path(claim["source"]).stem
        elif claim["kind"] in KINDS:
            by_article.setdefault(claim["article"], []).append(claim)
    found = {stems[article]: told for article, told in by_article.items()}
    report = Report()
    for path in sorted(folder.glob("*.json")):
        if path.stem not in stems.values():
            raise ValueError(f"no article {path.stem!r} among {sorted(stems.values())}")
        score(json.loads(path.read_text(encoding="utf-8")), found.get(path.stem, []), report)
    return report


def table(report: Report) -> str:
    """The report as lines of text."""
    lines = [f"{'kind':10} {'core':>5} {'found':>5} {'wrong':>5} {'precision':>9} {'recall':>6} {'F1':>6}"]
    for kind, s in report.kinds.items():
        lines.append(f"{kind:10} {s.core:5} {s.found:5} {s.wrong:5} {s.precision:9.3f} {s.recall:6.3f} {s.f1:6.3f}")
    lines.append(f"status right {report.status_right:.3f} of {report.events} events")
    lines.append(f"unreal asserted as real {report.asserted} of {report.unreal}")
    lines.append(f"claims in page furniture {report.furniture}")
    return "\n".join(lines)


def read_claims(path: Path) -> list[Json]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def extracted(articles: Path) -> list[Json]:
    """The claims of a folder of articles, as they are printed."""
    from kg.claims_jsonl import dumps
    from kg.pipeline import extract
    from kg.settings import Settings

    return [json.loads(dumps(record)) for record in extract([str(articles)], Settings())]


def main(arguments: Sequence[str]) -> str:
    """The table for a file of claims of the example articles, or for every set, freshly extracted."""
    if arguments:
        return table(score_all(read_claims(Path(arguments[0]))))
    sys.path.insert(0, str(ROOT))
    tables = [f"{name}\n{table(score_all(extracted(articles), gold))}" for name, (articles, gold) in SETS.items()]
    return "\n\n".join(tables)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
