"""Claims of the example articles, held against their hand-made annotation, do not get worse."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from gold_scorer import GOLD, KINDS, Report, read_claims, score_all

from kg.ontology import folder

FLOORS: dict[str, float] = tomllib.loads((GOLD.parent / "floors.toml").read_text(encoding="utf-8"))["gold"]
EXAMPLES = GOLD.parent.parent / "examples" / "articles"
ROOTS = frozenset(path.stem for path in (folder() / "lexicon" / "events").glob("*.toml"))
STATUSES = frozenset({"occurred", "ongoing", "planned", "possible", "negated"})
ANNOTATED: list[tuple[str, dict[str, Any]]] = [
    (path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(GOLD.glob("*.json"))
]


@pytest.fixture(scope="session")
def report(built: Path) -> Report:
    """The scores of the built example articles."""
    return score_all(read_claims(built / "claims.jsonl"))


@pytest.mark.model
@pytest.mark.parametrize("kind", KINDS)
def test_f1(report: Report, kind: str) -> None:
    assert report.kinds[kind].f1 >= FLOORS[kind]


@pytest.mark.model
def test_status(report: Report) -> None:
    assert report.status_right >= FLOORS["status_right"]


@pytest.mark.model
def test_unreal_events_are_not_asserted(report: Report) -> None:
    assert report.unreal >= 20
    assert report.unreal_as_real <= FLOORS["unreal_as_real_ceiling"]


@pytest.mark.model
def test_page_furniture_makes_no_claims(report: Report) -> None:
    assert report.furniture <= FLOORS["furniture_ceiling"]


def test_every_example_article_is_annotated() -> None:
    assert [stem for stem, _ in ANNOTATED] == sorted(path.stem for path in EXAMPLES.iterdir())


@pytest.mark.parametrize(("stem", "gold"), ANNOTATED)
def test_annotation_is_sound(stem: str, gold: dict[str, Any]) -> None:
    names = {n for e in gold["entities"] for n in (e["name"], *e["aliases"])}
    used = [n for f in gold["facts"] for key in ("agent", "patient", "other", "attributed_to") for n in f.get(key, ())]
    used += [f["speaker"] for f in gold["facts"] if f["kind"] == "statement"]
    used += [f["subject"] for f in gold["facts"] if f["kind"] == "relation"]
    assert gold["doc"] == stem
    assert sorted(set(used) - names) == []
    events = [f for f in gold["facts"] if f["kind"] == "event"]
    assert {f["type"] for f in events} <= ROOTS
    assert {f["status"] for f in events} <= STATUSES
    assert all([*f["agent"], *f["patient"], *f["other"]] for f in events)
    assert len({f["id"] for f in gold["facts"]}) == len(gold["facts"])


@pytest.mark.parametrize(("stem", "gold"), ANNOTATED)
def test_annotated_sentences_stand_in_the_article(stem: str, gold: dict[str, Any]) -> None:
    (path,) = EXAMPLES.glob(f"{stem}.*")
    text = " ".join(path.read_text(encoding="utf-8").split())
    quoted = [s for f in gold["facts"] for s in (f["sentence"], *f.get("also", ()))]
    assert [s for s in quoted if " ".join(s.split()) not in text] == []
