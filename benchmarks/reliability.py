"""How often claims of each confidence are right: the reliability table over hand-annotated articles.

    python benchmarks/reliability.py [GOLD TEXTS] [--fit]

GOLD is a folder of annotations (one JSON file an article, as in tests/gold), TEXTS the articles of the same names;
by default the example articles. A claim is right when it is paired with a gold fact and does not tell as real what the
gold calls unreal. What annotators left out as too slight counts as wrong, so the shares are lower bounds.

``--fit`` prints the weights of ontology/confidence.toml anew, learned from all given articles, and a table in which
every article is judged by weights learned from the others (leave one article out).
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from gold_scorer import GOLD, KINDS, judged  # noqa: E402 - the scorer of the tests is the one scorer

from kg.articles_to_docs import read  # noqa: E402
from kg.articles_to_docs.language import load  # noqa: E402
from kg.claims_jsonl import dumps  # noqa: E402
from kg.docs_to_claims import claims  # noqa: E402
from kg.docs_to_claims.confidence import LEAST, MOST, factors, make_evidence  # noqa: E402
from kg.records import Article, Event, Relation, Statement  # noqa: E402
from kg.sources_to_articles import read_articles  # noqa: E402

EXAMPLES = ROOT / "examples" / "articles"
EDGES = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 1.0)
PENALTY = 1.0
"""L2 penalty on every weight but the base: few articles, so small weights."""
RARE = 8
"""A factor seen less often than this gets no weight."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim: its kind, article, confidence, factors, and whether the gold bears it out."""

    kind: str
    article: str
    confidence: float
    factors: tuple[str, ...]
    right: bool


def main() -> None:
    """Extract, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", default=[], help="GOLD TEXTS, any number of pairs")
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    folders = [Path(p) for p in args.gold] or [GOLD, EXAMPLES]
    if len(folders) % 2:
        parser.error("expected pairs of folders: GOLD TEXTS")
    found = [j for i in range(0, len(folders), 2) for j in judge(folders[i], folders[i + 1])]
    if args.fit:
        found = list(left_out(found))
        sys.stdout.write(toml(found) + "\n")
    for kind in KINDS:
        sys.stdout.write(table(kind, [j for j in found if j.kind == kind]) + "\n\n")


def judge(gold: Path, texts: Path) -> Iterator[Judged]:
    """Every claim on the annotated articles that the gold can judge."""
    files = sorted(p for p in texts.iterdir() if (gold / f"{p.stem}.json").is_file())
    articles = [a for a in read_articles([str(p) for p in files]) if isinstance(a, Article)]
    for reading in read(articles, load()):
        stem = Path(reading.article.source).stem
        evidence = make_evidence(reading)
        told = {r.id: r for r in claims(reading) if isinstance(r, Event | Statement | Relation)}
        annotated = json.loads((gold / f"{stem}.json").read_text(encoding="utf-8"))
        for claim, right in judged(annotated, [json.loads(dumps(r)) for r in told.values()]):
            record = told[claim["id"]]
            yield Judged(claim["kind"], stem, record.confidence, factors(evidence, record), right)


def table(kind: str, found: Sequence[Judged]) -> str:
    """The reliability table of one kind of claim, with the expected calibration error."""
    lines = [f"{kind:10} {'claims':>6} {'confidence':>10} {'right':>6}"]
    error = 0.0
    for low, high in pairwise(EDGES):
        some = [j for j in found if low <= j.confidence < high]
        if not some:
            continue
        mean, right = sum(j.confidence for j in some) / len(some), sum(j.right for j in some) / len(some)
        error += abs(mean - right) * len(some) / len(found)
        lines.append(f"{low:.2f}–{high:.2f}  {len(some):6} {mean:10.2f} {right:6.2f}")
    return "\n".join([*lines, f"{'all':10} {len(found):6} expected calibration error {error:.3f}"])


def fit(found: Sequence[Judged]) -> dict[str, float]:
    """Weights of a logistic model with an L2 penalty, by Newton's method."""
    counts = Counter(f for j in found for f in j.factors)
    names = sorted(f for f, n in counts.items() if n >= RARE)
    x = np.array([[1.0, *(f in j.factors for f in names)] for j in found], dtype=float)
    y = np.array([j.right for j in found], dtype=float)
    penalty = np.diag([1e-6, *[PENALTY] * len(names)])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty, x.T @ (y - p) - penalty @ w)
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return {name: round(float(value), 2) for name, value in zip(["base", *names], w, strict=True)}


def left_out(found: Sequence[Judged]) -> Iterator[Judged]:
    """The claims with the confidence that weights learned from the other articles give them."""
    for kind in KINDS:
        some = [j for j in found if j.kind == kind]
        for article in sorted({j.article for j in some}):
            w = fit([j for j in some if j.article != article])
            for j in some:
                if j.article == article:
                    score = w["base"] + sum(w.get(f, 0.0) for f in j.factors)
                    sure = round(min(MOST, max(LEAST, 1 / (1 + math.exp(-score)))), 2)
                    yield Judged(j.kind, j.article, sure, j.factors, j.right)


def toml(found: Iterable[Judged]) -> str:
    """The weights as they stand in ontology/confidence.toml."""
    known = list(found)
    out = []
    for kind in KINDS:
        weights = fit([j for j in known if j.kind == kind])
        out += [f"[{kind}]", *(f'"{name}" = {value}' for name, value in weights.items()), ""]
    return "\n".join(out)


if __name__ == "__main__":
    main()
