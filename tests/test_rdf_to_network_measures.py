"""Measures of networks small enough to be reckoned by hand."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import networkx
import pytest
from network_to_page.networks import edge

from kg.rdf_to_network import analyse, measured, write_folder
from kg.rdf_to_network.bridges import bridges
from kg.rdf_to_network.co_statements import co_statements
from kg.rdf_to_network.conflict import conduct, signed_ties, triads

Ties = list[tuple[str, str, dict[str, Any]]]


def network_of(ties: Ties, things: str = "") -> networkx.MultiDiGraph:
    """A network whose actors have letters for names; ``things`` are those that nobody named."""
    made = networkx.MultiDiGraph()
    for name in sorted({end for a, b, _ in ties for end in (a, b)}):
        kind = "LawOrTreaty" if name in things else "Person"
        made.add_node(name, label=name.upper(), kind=kind, named=name not in things, aliases=[], links=[], alone=[])
    for k, (a, b, values) in enumerate(ties):
        key = values.get("situation", f"urn:s{k}")
        made.add_edge(a, b, key=key, **edge(key, f"event {k}", **values))
    return made


def plain(*pairs: str) -> networkx.MultiDiGraph:
    return network_of([(a, b, {}) for a, b in pairs])


def test_a_bowtie() -> None:
    found = analyse(plain("ab", "bc", "ca", "cd", "de", "ec"))
    rows = {row.id: row for row in found.actors}
    assert (rows["c"].degree, rows["c"].ties, rows["c"].cut) == (4, 4, True)
    assert rows["c"].betweenness == pytest.approx(4 / 6, abs=1e-6)  # 4 of the 6 pairs of others meet over c
    assert [rows[name].betweenness for name in "abde"] == [0, 0, 0, 0]
    assert found.actors[0].id == "c"
    assert (found.overview.pairs, found.overview.components, found.overview.density) == (6, 1, 0.6)
    assert found.bridges == []


def test_several_ties_between_two_are_one_neighbour() -> None:
    (a, *_) = [row for row in analyse(plain("ab", "ab", "ba", "bc")).actors if row.id == "a"]
    assert (a.degree, a.ties) == (1, 3)


def test_participation_is_zero_within_one_community_and_grows_across() -> None:
    two = plain("ab", "bc", "ca", "de", "ef", "fd", "ad")
    rows = {row.id: row for row in analyse(two).actors}
    assert rows["b"].participation == 0
    assert rows["a"].participation == pytest.approx(1 - (2 / 3) ** 2 - (1 / 3) ** 2, abs=1e-4)
    first, second = analyse(two).communities
    assert (first.actors, first.inside, first.outside) == (3, 3, 1)
    assert (second.actors, second.inside, second.outside) == (3, 3, 1)
    assert first.main.split(", ")[0] in ("A", "D")


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (["ab"], [("a", "b", 1)]),
        (["ab", "bc", "ca"], []),
        (["ab", "bc", "ca", "cd", "de"], [("d", "c", 2), ("e", "d", 1)]),
        (["ab", "bc", "ca", "cd", "de", "ef", "fd"], [("c", "d", 3)]),
        (["ab", "cd"], [("a", "b", 1), ("c", "d", 1)]),
    ],
)
def test_bridges_and_what_they_cut_off(pairs: list[str], expected: list[tuple[str, str, int]]) -> None:
    assert [(row.a, row.b, row.cuts_off) for row in bridges(plain(*pairs))] == expected


def said(key: str) -> dict[str, Any]:
    return {"kind": "Utterance", "situation": key, "mutual": False, "roles": ["actor", "topic"]}


def test_co_statement_counts_who_speaks_of_whom_and_of_what() -> None:
    found = co_statements(
        network_of(
            [("a", "b", said("u1")), ("a", "c", said("u1")), ("b", "x", said("u2")), ("a", "x", said("u3"))], "x"
        )
    )
    rows = {(row.a, row.b): (row.spoken, row.together, row.matters) for row in found}
    # a speaks of b and c at once; a and b speak of the law x, which is a matter and no actor.
    assert rows == {("a", "b"): (1, 0, 1), ("a", "c"): (1, 0, 0), ("b", "c"): (0, 1, 0)}


def test_what_all_speak_about_ties_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = network_of([(name, "x", said(f"u{name}")) for name in "abc"])
    assert [row.matters for row in co_statements(everybody) if row.matters] == [1, 1, 1]
    monkeypatch.setattr("kg.rdf_to_network.co_statements.COMMON", 2)
    assert [row.matters for row in co_statements(everybody) if row.matters] == []


def did(quad: str, *roles: str) -> dict[str, Any]:
    return {"quad": quad, "roles": list(roles) or ["actor", "recipient"], "mutual": roles[:1] == ("participant",)}


def test_conflict_and_cooperation_have_a_balance() -> None:
    network = network_of(
        [
            ("a", "b", did("material conflict")),
            ("b", "a", did("verbal conflict")),
            ("a", "b", did("verbal cooperation", "participant", "participant")),
            ("a", "c", did("material cooperation")),
        ]
    )
    first, second = signed_ties(network)
    assert (first.a, first.b, first.verbal_cooperation, first.verbal_conflict, first.material_conflict) == (
        "a", "b", 1, 1, 1,
    )  # fmt: skip
    assert (first.balance, second.balance) == (round(-1 / 3, 4), 1)
    assert conduct(network) == {"a": (2, 2), "b": (1, 2), "c": (1, 0)}


@pytest.mark.parametrize(
    "roles", [("actor", "actor"), ("recipient", "recipient"), ("actor", "place"), ("cause", "recipient")]
)
def test_who_acts_or_suffers_together_has_no_conflict(roles: tuple[str, str]) -> None:
    assert signed_ties(network_of([("a", "b", did("material conflict", *roles))])) == []


@pytest.mark.parametrize(("quads", "balanced"), [("+++", True), ("+--", True), ("++-", False), ("---", False)])
def test_threes_are_balanced_as_cartwright_and_harary_have_it(quads: str, balanced: bool) -> None:
    signs = [did("verbal cooperation" if sign == "+" else "verbal conflict") for sign in quads]
    network = network_of([(*pair, sign) for pair, sign in zip(("ab", "bc", "ac"), signs, strict=True)])
    found = triads(signed_ties(network))
    assert (found.balanced, found.unbalanced) == ((1, 0) if balanced else (0, 1))


def test_things_without_a_name_are_not_measured() -> None:
    network = network_of([("a", "b", {}), ("a", "x", {}), ("x", "c", {})], "x")
    assert [row.id for row in analyse(network).actors] == ["a", "b"]
    again = measured(network, analyse(network))
    assert (again.nodes["a"]["degree"], "degree" in again.nodes["x"]) == (1, False)
    assert "degree" not in network.nodes["a"]


def test_a_network_of_nothing_has_no_measures() -> None:
    found = analyse(networkx.MultiDiGraph())
    assert (found.overview.actors, found.overview.modularity, found.actors, found.bridges) == (0, 0.0, [], [])


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_a_folder_has_every_table_and_form(tmp_path: Path) -> None:
    network = network_of([("a", "b", did("verbal conflict")), ("b", "c", said("u1")), ("c", "d", {"label": "=1+1"})])
    network.nodes["a"]["aliases"] = ["Ay", "Eh"]
    write_folder(network, analyse(network), tmp_path)
    nodes, edges = rows(tmp_path / "nodes.csv"), rows(tmp_path / "edges.csv")
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert (nodes[0]["Label"], nodes[0]["aliases"], nodes[0]["conflict"], nodes[1]["cut"]) == (
        "A",
        "Ay|Eh",
        "1",
        "true",
    )
    assert [(row["Source"], row["Target"], row["Type"]) for row in edges[:2]] == [
        ("a", "b", "Directed"),
        ("b", "c", "Directed"),
    ]
    assert (edges[0]["quad"], edges[2]["Label"]) == ("verbal conflict", "'=1+1")  # no formula
    assert rows(tmp_path / "conflict_cooperation.csv")[0]["balance"] == "-1.0"
    assert rows(tmp_path / "co_statements.csv")[0]["spoken"] == "1"
    assert [row["cuts_off"] for row in rows(tmp_path / "bridges.csv")] == ["2", "1", "1"]
    assert (
        len(rows(tmp_path / "communities.csv")) == json.loads((tmp_path / "overview.json").read_text())["communities"]
    )
    assert networkx.read_gexf(tmp_path / "network.gexf").nodes["b"]["cut"] is True
    assert networkx.read_graphml(tmp_path / "network.graphml").nodes["a"]["pagerank"] > 0
