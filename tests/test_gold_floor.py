"""Claims of annotated articles, held against what readers found in them, do not get worse."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from gold_scorer import GOLD, KINDS, SETS, Report, extracted, score_all

from kg.ontology import folder

FLOORS: dict[str, dict[str, float]] = tomllib.loads((GOLD.parent / "floors.toml").read_text(encoding="utf-8"))
ROOTS = frozenset(path.stem for path in (folder() / "lexicon" / "events").glob("*.toml"))
STATUSES = frozenset({"occurred", "ongoing", "planned", "possible", "negated"})
ANNOTATED: list[tuple[str, str, dict[str, Any]]] = [
    (name, path.stem, json.loads(path.read_text(encoding="utf-8")))
    for name, (_, gold) in SETS.items()
    for path in sorted(gold.glob("*.json"))
]


@pytest.fixture(scope="module", params=list(SETS))
def scored(request: pytest.FixtureRequest) -> tuple[Report, dict[str, float]]:
    """The scores of a set, and its floors."""
    articles, gold = SETS[request.param]
    return score_all(extracted(articles), gold), FLOORS[request.param]


@pytest.mark.model
@pytest.mark.parametrize("kind", KINDS)
def test_f1(scored: tuple[Report, dict[str, float]], kind: str) -> None:
    report, floors = scored
    assert report.kinds[kind].f1 >= floors[kind]


@pytest.mark.model
def test_status(scored: tuple[Report, dict[str, float]]) -> None:
    report, floors = scored
    assert report.status_right >= floors["status_right"]


@pytest.mark.model
def test_unreal_events_are_not_asserted(scored: tuple[Report, dict[str, float]]) -> None:
    report, floors = scored
    assert report.unreal >= 20
    assert report.unreal_as_real <= floors["unreal_as_real_ceiling"]


@pytest.mark.model
def test_page_furniture_makes_no_claims(scored: tuple[Report, dict[str, float]]) -> None:
    report, floors = scored
    assert report.furniture <= floors["furniture_ceiling"]


@pytest.mark.parametrize("name", SETS)
def test_every_article_is_annotated(name: str) -> None:
    stems = sorted(path.stem for path in SETS[name][0].iterdir())
    assert [stem for of, stem, _ in ANNOTATED if of == name] == stems


@pytest.mark.parametrize(("stem", "gold"), [row[1:] for row in ANNOTATED])
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


@pytest.mark.parametrize(("name", "stem", "gold"), ANNOTATED)
def test_annotated_sentences_stand_in_the_article(name: str, stem: str, gold: dict[str, Any]) -> None:
    (path,) = SETS[name][0].glob(f"{stem}.*")
    text = " ".join(path.read_text(encoding="utf-8").split())
    quoted = [s for f in gold["facts"] for s in (f["sentence"], *f.get("also", ()))]
    assert [s for s in quoted if " ".join(s.split()) not in text] == []
