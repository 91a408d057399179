"""The whole way: same input, same bytes; and what a summary counts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import EXAMPLES

from kg.claims_jsonl import loads
from kg.errors import KgError
from kg.files import write_text
from kg.pipeline import Summary, build, build_from, extract, remove, resolved
from kg.records import Article, Entity, Event, Issue, Record, Relation, Statement
from kg.settings import Settings

FEW = ("straits-talks-agency.txt", "straits-talks-explainer.html", "copper-strike-union.txt", "orbit-launch.txt")
FILES = ("claims.jsonl", "graph.nq", "graph.ttl", "graph.trig", "page.html", "issues.jsonl")


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The same articles built by two processes that hash, and are told the files, in different order."""
    folder = tmp_path_factory.mktemp("runs")
    paths = [str(EXAMPLES / name) for name in FEW]
    for number, order in enumerate((paths, paths[::-1]), 1):
        command = [sys.executable, "-m", "kg", "build", *order, "-o", str(folder / str(number))]
        environment = {**os.environ, "PYTHONHASHSEED": str(number)}
        subprocess.run(command, check=True, capture_output=True, env=environment)
    return folder / "1", folder / "2"


@pytest.mark.parametrize("name", FILES)
def test_two_runs_give_the_same_bytes(two_runs: tuple[Path, Path], name: str) -> None:
    first, second = ((run / name).read_bytes() for run in two_runs)
    assert first == second


def test_the_summary_counts_what_is_in_the_files(summary: Summary) -> None:
    records = records_of(summary.output)
    kinds = Counter(type(r) for r in records)
    assert summary.articles == kinds[Article] == len(list(EXAMPLES.iterdir()))
    assert summary.claims == kinds[Event] + kinds[Statement] + kinds[Relation]
    assert 0 < summary.entities <= kinds[Entity]
    assert 0 < summary.facts < summary.claims
    assert list(summary.issues) == records_of(summary.output, "issues.jsonl")


def test_every_span_is_the_text_it_says(built: Path) -> None:
    """``text[start:end]`` of the article is always exactly the ``text`` printed beside it."""
    records = records_of(built)
    texts = {r.id: r.text for r in records if isinstance(r, Article)}
    checked = 0
    for record in records:
        if not isinstance(record, Article | Issue):
            for text, start, end in places(record):
                assert texts[record.article][start:end] == text, record
                checked += 1
    assert checked > 1000


def places(value: object) -> list[tuple[str, int, int]]:
    """Every span in a record, however deep."""
    if isinstance(value, tuple):
        return [place for item in value for place in places(item)]
    fields = getattr(value, "__dataclass_fields__", {})
    own = [(value.text, value.start, value.end)] if {"text", "start", "end"} <= fields.keys() else []  # type: ignore[attr-defined]
    return own + [place for name in fields for place in places(getattr(value, name))]


def test_ids_are_given_once(built: Path) -> None:
    ids = Counter(r.id for r in records_of(built) if not isinstance(r, Issue))
    assert [i for i, n in ids.items() if n > 1] == []


def test_building_can_go_on_from_stored_claims(tmp_path: Path, built: Path) -> None:
    """The claim is what passes the wall: the graph and the page follow from it alone."""
    build_from(records_of(built), tmp_path / "again", Settings())
    for name in ("graph.nq", "page.html", "claims.jsonl"):
        assert (tmp_path / "again" / name).read_bytes() == (built / name).read_bytes()


def test_nothing_to_build_from_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no source given"):
        build([], tmp_path / "out", Settings())
    with pytest.raises(KgError, match=r"a\.txt: no such file; .*b\.txt: no such file"):
        build([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], tmp_path / "out", Settings())


def test_an_article_without_date_or_body_is_told_of(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "Ida Moen met Per Aune in Oslo on Tuesday.\n")
    found = [r for r in extract([str(tmp_path / "a.txt")], Settings()) if isinstance(r, Issue)]
    assert [(i.level, "no publication date" in i.message) for i in found] == [("info", True)]


def test_progress_is_told_each_article_in_order() -> None:
    seen: list[str] = []
    list(extract([str(EXAMPLES / n) for n in FEW], Settings(), lambda a: seen.append(Path(a.source).name)))
    assert seen == sorted(FEW)


def test_resolved_entities_carry_their_cluster(built: Path) -> None:
    entities = [r for r in resolved(records_of(built)) if isinstance(r, Entity)]
    assert all(e.cluster for e in entities)
    benedetti = {e.cluster for e in entities if e.name == "Carla Benedetti"}
    assert len(benedetti) == 1


def records_of(folder: Path, name: str = "claims.jsonl") -> list[Record]:
    with (folder / name).open(encoding="utf-8") as lines:
        return list(loads(lines))


def test_one_text_at_two_places_keeps_both(tmp_path: Path) -> None:
    text = "The mayor of Alder met the pilots\n\nMarch 14, 2031\n\nMayor Ana Ruiz met Leo Brandt in Alder on Friday.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    summary = build([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], out, Settings(), pages=True)
    assert summary.articles == 1
    graph = (out / "graph.nq").read_text(encoding="utf-8")
    assert {line.split('"')[1] for line in graph.splitlines() if "terms/source" in line} == {"a.txt", "b.txt"}
    (article,) = [r for r in loads((out / "claims.jsonl").open(encoding="utf-8")) if isinstance(r, Article)]
    assert (article.published, len(article.locations)) == ("2031-03-14", 1)
    remove([str(tmp_path / "a.txt")], out, Settings())
    assert "b.txt" in (out / "graph.nq").read_text(encoding="utf-8")
