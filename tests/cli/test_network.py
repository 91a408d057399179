"""``kg network``: tables on the screen, files for other programs."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ended

Kg = Callable[..., Ended]
PORT_ALDER = Path(__file__).parent.parent / "data" / "port_alder.trig"
TITLES = ("Actors, by PageRank", "Communities", "Bridges", "Co-statement", "Conflict and cooperation")


def test_tables_are_printed(kg: Kg) -> None:
    ended = kg("network", PORT_ALDER)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:2] == [
        "7 actors, 6 ties between 5 pairs, density 0.238095",
        "2 components, the largest with 5; 2 communities, modularity 0.2778",
    ]
    titles = [line for line in lines if line.startswith(TITLES)]
    assert titles == [
        "Actors, by PageRank (7 of 7)", "Communities (Louvain) (2 of 2)",
        "Bridges: ties without which actors are cut off (1 of 1)", "Co-statement (6 of 6)",
        "Conflict and cooperation (1 of 1)",
    ]  # fmt: skip
    (ruiz,) = [line.split() for line in lines if line.startswith(" Ana Ruiz") and "Person" in line]
    assert ruiz[2:5] == ["Person", "2", "3"]
    assert "\x1b" not in ended.out


def test_claims_and_statuses_when_asked_for(kg: Kg) -> None:
    facts, claims, planned = (
        kg("network", PORT_ALDER, *more).out.splitlines()[0].split(",")[0]
        for more in ((), ("--include", "claims"), ("--status", "planned"))
    )
    assert (facts, claims, planned) == ("7 actors", "9 actors", "2 actors")


def test_top_rows_only(kg: Kg) -> None:
    out = kg("network", PORT_ALDER, "--top", "2").out
    assert "Actors, by PageRank (2 of 7)" in out
    assert "Norland army" not in out.partition("Communities")[0]


def test_a_folder_gets_all_tables(kg: Kg, tmp_path: Path) -> None:
    folder = tmp_path / "measures"
    assert kg("network", PORT_ALDER, "-o", folder) == Ended(0, "", "")
    assert sorted(path.name for path in folder.iterdir()) == [
        "bridges.csv", "co_statements.csv", "communities.csv", "conflict_cooperation.csv", "edges.csv", "network.gexf",
        "network.graphml", "network.json", "nodes.csv", "overview.json",
    ]  # fmt: skip
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as file:
        ranks = {row["Label"]: row["pagerank"] for row in csv.DictReader(file)}
    assert float(ranks["Olaf Brenn"]) > float(ranks["Port Alder"]) > 0


@pytest.mark.parametrize(("name", "start"), [("n.gexf", "<gexf"), ("n.graphml", "<"), ("n.json", "{")])
def test_one_file_by_its_ending(kg: Kg, tmp_path: Path, name: str, start: str) -> None:
    assert kg("network", PORT_ALDER, "-o", tmp_path / name) == Ended(0, "", "")
    facts = (tmp_path / name).read_text(encoding="utf-8")
    assert facts.startswith(start)
    assert "pagerank" in facts
    assert kg("network", PORT_ALDER, "-o", tmp_path / name, "--include", "claims").code == 0
    assert len((tmp_path / name).read_text(encoding="utf-8")) > len(facts)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("-o", "n.png"), "expected a name ending in .gexf, .graphml, .json, or a folder"),
        (("--include", "all"), "expected facts or claims"),
        (("--status", "rumoured"), "expected one of reportedFact"),
    ],
)
def test_errors_name_what_is_expected(kg: Kg, more: tuple[str, ...], message: str) -> None:
    ended = kg("network", PORT_ALDER, *more)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err


def test_the_help_names_every_measure_and_file(kg: Kg) -> None:
    told = " ".join(kg("network", "--help").out.split())
    for word in ("betweenness", "PageRank", "Louvain", "Bridges", "Co-statement", "Conflict", "nodes.csv", "--status"):
        assert word in told, word
