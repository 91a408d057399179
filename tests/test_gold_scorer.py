"""The scorer of the gold floor: what counts as found, wrong and untrue."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from gold_scorer import GOLD, Names, Report, overlap, read_claims, same_sentence, score, score_all, table

MET = "Ana Ruiz met Tomas Berg in Lisbon."
RAINED = "It rained, Ana Ruiz said."
MAYOR = "Ana Ruiz is the mayor of Lisbon."
DENIED = "Norland did not attack Port Alder."
ARTICLE: dict[str, Any] = {
    "entities": [
        {"name": "Ana Ruiz", "type": "person", "aliases": ["Ruiz", "the mayor"]},
        {"name": "Tomas Berg", "type": "person", "aliases": []},
        {"name": "Norland", "type": "country", "aliases": []},
    ],
    "facts": [
        {"kind": "event", "core": True, "type": "consult", "trigger": "met", "sentence": MET, "agent": ["Ana Ruiz"],
         "patient": ["Tomas Berg"], "other": [], "status": "occurred"},
        {"kind": "event", "core": True, "type": "assault", "trigger": "attack", "sentence": DENIED,
         "agent": ["Norland"], "patient": [], "other": [], "status": "negated"},
        {"kind": "statement", "core": True, "speaker": "Ana Ruiz", "content": "It rained", "sentence": RAINED},
        {"kind": "relation", "core": True, "subject": "Ana Ruiz", "predicate": "holds_position",
         "object": "mayor of Lisbon", "sentence": MAYOR},
    ],
    "not_facts": [{"sentence": "Read more: Tomas Berg wins race", "why": "teaser", "wrong": "Berg winning"}],
}  # fmt: skip


def event(
    sentence: str, kind: str, trigger: str, taking_part: tuple[str, ...], status: str = "occurred"
) -> dict[str, Any]:
    return {
        "kind": "event", "article": "a", "sentence": {"text": sentence}, "type": kind, "trigger": {"text": trigger},
        "roles": [{"role": "agent", "name": name} for name in taking_part], "status": status,
    }  # fmt: skip


PERFECT: list[dict[str, Any]] = [
    event(MET, "consult", "met", ("Ana Ruiz", "Tomas Berg")),
    event(DENIED, "assault", "attack", ("Norland",), "negated"),
    {"kind": "statement", "sentence": {"text": RAINED}, "speaker": {"name": "Ruiz"}, "content": {"text": "It rained"}},
    {"kind": "relation", "sentence": {"text": MAYOR}, "subject": {"name": "Ana Ruiz"}, "predicate": "holds_position",
     "object": {"text": "mayor of Lisbon"}},
]  # fmt: skip


def test_a_perfect_prediction_scores_one() -> None:
    report = score(ARTICLE, PERFECT)
    assert {kind: s.f1 for kind, s in report.kinds.items()} == {"event": 1.0, "statement": 1.0, "relation": 1.0}
    assert (report.status_right, report.unreal_as_real, report.furniture) == (1.0, 0.0, 0)


def test_an_empty_prediction_scores_nothing() -> None:
    report = score(ARTICLE, [])
    assert {kind: s.f1 for kind, s in report.kinds.items()} == {"event": 0.0, "statement": 0.0, "relation": 0.0}
    assert (report.status_right, report.unreal_as_real) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("status", "right", "asserted"),
    [("negated", 1.0, 0.0), ("occurred", 0.5, 1.0), ("ongoing", 0.5, 1.0), ("planned", 0.5, 0.0)],
)
def test_status_of_an_event_that_did_not_happen(status: str, right: float, asserted: float) -> None:
    told = deepcopy(PERFECT)
    told[1]["status"] = status
    report = score(ARTICLE, told)
    assert (report.status_right, report.unreal_as_real) == (right, asserted)
    assert report.kinds["event"].f1 == 1.0


@pytest.mark.parametrize("status", ["demanded", "conditional"])
def test_finer_statuses_than_the_gold_knows_count_as_possible(status: str) -> None:
    gold, told = deepcopy(ARTICLE), deepcopy(PERFECT)
    gold["facts"][1]["status"] = "possible"
    told[1]["status"] = status
    assert score(gold, told).status_right == 1.0


@pytest.mark.parametrize(
    ("claim", "right", "wrong"),
    [
        (event(MET, "consult", "met", ("Ruiz",)), 1, 0),
        (event(MET, "other", "met", ("Tomas Berg",)), 1, 0),
        (event(MET, "consult", "talks", ("Tomas Berg",)), 1, 0),
        (event(MET, "assault", "shot", ("Tomas Berg",)), 0, 1),
        (event(MET, "consult", "met", ("Hana Kovac",)), 0, 1),
        (event("Ana Ruiz met Tomas Berg again.", "consult", "met", ("Ana Ruiz",)), 0, 1),
    ],
)
def test_one_event(claim: dict[str, Any], right: int, wrong: int) -> None:
    counts = score(ARTICLE, [claim]).kinds["event"]
    assert (counts.right, counts.wrong) == (right, wrong)


def test_a_second_claim_on_one_fact_is_neither_right_nor_wrong() -> None:
    counts = score(ARTICLE, [PERFECT[0], PERFECT[0]]).kinds["event"]
    assert (counts.right, counts.wrong, counts.found) == (1, 0, 1)


def test_what_is_not_core_is_neither_asked_for_nor_held_against_a_claim() -> None:
    gold = deepcopy(ARTICLE)
    gold["facts"][0]["core"] = False
    with_it, without = score(gold, PERFECT).kinds["event"], score(gold, PERFECT[1:]).kinds["event"]
    assert (with_it.core, with_it.recall, with_it.wrong) == (1, 1.0, 0)
    assert (without.recall, without.precision) == (1.0, 1.0)


def test_a_claim_in_furniture_is_counted() -> None:
    claim = event("Read more: Tomas Berg wins race", "contest", "wins", ("Tomas Berg",))
    report = score(ARTICLE, [claim])
    assert (report.furniture, report.kinds["event"].wrong) == (1, 1)


def test_the_right_speaker_with_other_words_is_wrong() -> None:
    told = deepcopy(PERFECT[2])
    told["content"]["text"] = "It snowed all night in the hills"
    assert score(ARTICLE, [told]).kinds["statement"].wrong == 1


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("the red bridge", "a red bridge", 1.0), ("red bridge", "blue bridge", 0.5), ("red", "blue", 0.0), ("", None, 0)],
)
def test_overlap(one: str, other: str | None, share: float) -> None:
    assert overlap(one, other) == share


@pytest.mark.parametrize(
    ("gold", "claimed", "same"),
    [
        ("Ana Ruiz", "Ana Ruiz", True),
        ("Ana Ruiz", "the mayor", True),
        ("Ana Ruiz", "Minister Ruiz", True),
        ("Ana Ruiz", "Ana Berg", False),
        ("Ana Ruiz", None, False),
        ("Norland", "Vesterland", False),
    ],
)
def test_names(gold: str, claimed: str | None, same: bool) -> None:
    assert Names(ARTICLE["entities"]).same(gold, claimed) is same


def test_same_sentence_reads_part_and_whole_and_the_other_places() -> None:
    fact = {"sentence": "Ana Ruiz met\n Tomas Berg", "also": ["Ruiz meets Berg"]}
    assert same_sentence(fact, "Ana Ruiz met Tomas Berg in Lisbon.")
    assert same_sentence(fact, "Ruiz meets Berg")
    assert not same_sentence(fact, "Berg resigned.")


def test_the_table_names_every_measure() -> None:
    lines = table(score(ARTICLE, PERFECT, Report())).splitlines()
    assert [line.split()[0] for line in lines] == [
        "kind",
        "event",
        "statement",
        "relation",
        "status",
        "unreal",
        "claims",
    ]


def test_gold_of_an_article_nobody_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "claims.jsonl").write_text('{"kind": "article", "id": "a", "source": "other.txt"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="no article 'copper-strike-company'"):
        score_all(read_claims(tmp_path / "claims.jsonl"), GOLD)
