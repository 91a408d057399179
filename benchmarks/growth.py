"""Articles added per second to a store that holds none, 1,000 or 10,000 already: the cost of one more must stay flat.

    python benchmarks/growth.py CLAIMS.jsonl [--sizes 0 1000 10000] [--probe 100] [--at-once 10]

CLAIMS is what ``kg extract`` prints for at least as many articles as the largest size and the probe together. The same
articles are added at every size, a few at once, each time through to the store on disk; then they are taken out again.
A first round that is not counted pays for what is loaded once.
Printed are the speeds and their ratio to the first: by the clock, and by processor time, which other programs on the
machine disturb less.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from kg.claims_jsonl import loads
from kg.claims_to_rdf import graph_of
from kg.claims_to_store import DATABASE, Project, create
from kg.rdf_store import change_store, write_store
from kg.records import Article, Issue, Record
from kg.settings import Settings

Found = list[Record]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[0, 1_000, 10_000])
    parser.add_argument("--probe", type=int, default=100)
    parser.add_argument("--at-once", type=int, default=10)
    args = parser.parse_args()
    articles = _articles(args.claims)
    if len(articles) < max(args.sizes) + args.probe:
        parser.error(f"{args.claims} has {len(articles)} articles: {max(args.sizes) + args.probe} are needed")
    step = len(articles) // args.probe
    chosen = set(range(0, len(articles), step)[: args.probe])
    probe = [a for n, a in enumerate(articles) if n in chosen]
    rest = [a for n, a in enumerate(articles) if n not in chosen]
    with tempfile.TemporaryDirectory() as folder:
        _speeds(Path(folder) / "first", rest, probe[: args.at_once], [0], args.at_once)
        speeds = _speeds(Path(folder) / "counted", rest, probe, args.sizes, args.at_once)
    print("articles in the store: articles/s (of the first), articles per second of processor time (of the first)")
    for size, (wall, busy) in zip(args.sizes, speeds, strict=True):
        print(f"{size:>7}: {wall:6.1f} ({wall / speeds[0][0]:.2f}), {busy:6.1f} ({busy / speeds[0][1]:.2f})")


def _articles(path: Path) -> list[Found]:
    found: dict[str, Found] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for record in loads(lines):
            if not isinstance(record, Issue):
                found[record.id if isinstance(record, Article) else record.article].append(record)
    return list(found.values())


def _speeds(
    folder: Path, rest: Sequence[Found], probe: Sequence[Found], sizes: Sequence[int], at_once: int
) -> list[tuple[float, float]]:
    folder.mkdir()
    project = create(folder / DATABASE, Settings())
    done, speeds = 0, []
    for size in sizes:
        project.add(r for found in rest[done:size] for r in found)
        done = size
        store = folder / f"store{size}"
        write_store(graph_of(project.lines()).quads, store)
        project.carried()
        begun, busy = time.perf_counter(), time.process_time()
        for start in range(0, len(probe), at_once):
            project.add(r for found in probe[start : start + at_once] for r in found)
            _carry(project, store)
        speeds.append((len(probe) / (time.perf_counter() - begun), len(probe) / (time.process_time() - busy)))
        project.remove([next(r.source for r in found if isinstance(r, Article)) for found in probe])
        project.carried()
    return speeds


def _carry(project: Project, store: Path) -> None:
    delta = project.journal()
    change_store(store, delta.added, delta.removed)
    project.carried()


if __name__ == "__main__":
    main()
