from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx
import pyoxigraph
import pytest

from kg.errors import KgError, QueryError
from kg.rdf_to_network import actor_network, measures, write_network

PORT_ALDER = Path(__file__).parent / "data" / "port_alder.trig"
E = "https://example.org/news/entity/"
S = "https://example.org/news/situation/"


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    made = pyoxigraph.Store()
    made.load(path=str(PORT_ALDER), format=pyoxigraph.RdfFormat.TRIG)
    return made


def edges(network: networkx.MultiDiGraph) -> list[tuple[str, str, str, str]]:
    return [(u.removeprefix(E), d["label"], v.removeprefix(E), d["status"]) for u, v, d in network.edges(data=True)]


FACTS = [
    ("Ana_Ruiz", "met", "Olaf_Brenn", "reportedFact"),  # a shortcut names the tie; one edge for both directions
    ("Ana_Ruiz", "mayor", "Port_Alder", "reportedFact"),  # an office goes by its title
    ("Norland_Army", "occupies", "Sandby", "reportedFact"),  # the place is the other end: there is no one else
    ("Olaf_Brenn", "statement", "Alder_Gazette", "reportedFact"),  # speaker to the one addressed
    ("Olaf_Brenn", "statement about", "Ana_Ruiz", "reportedFact"),  # and to whom it is about
    ("Olaf_Brenn", "statement about", "Zoe_Lindqvist", "reportedFact"),
]
CLAIMS = [
    ("Ana_Ruiz", "phone call", "Zoe_Lindqvist", "planned"),
    ("Norland", "reject", "the_truce", "claimed"),
]


def test_facts_only_by_default(store: pyoxigraph.Store) -> None:
    assert sorted(edges(actor_network(store))) == sorted(FACTS)


def test_claims_carry_their_status(store: pyoxigraph.Store) -> None:
    assert sorted(edges(actor_network(store, include="claims"))) == sorted(FACTS + CLAIMS)


@pytest.mark.parametrize(
    ("statuses", "expected"), [(["planned"], CLAIMS[:1]), (["claimed", "planned"], CLAIMS), (["denied"], [])]
)
def test_only_the_statuses_asked_for(
    store: pyoxigraph.Store, statuses: list[str], expected: list[tuple[str, str, str, str]]
) -> None:
    assert sorted(edges(actor_network(store, statuses=statuses))) == sorted(expected)


def test_a_status_that_the_ontology_lacks_is_an_error(store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match="status 'rumoured': expected one of reportedFact, planned"):
        actor_network(store, statuses=["rumoured"])


def test_another_include_is_an_error(store: pyoxigraph.Store) -> None:
    with pytest.raises(QueryError, match="expected one of facts, claims"):
        actor_network(store, include="rumours")  # type: ignore[arg-type]


def test_an_empty_store_gives_an_empty_network() -> None:
    assert len(actor_network(pyoxigraph.Store())) == 0


def test_node_attributes(store: pyoxigraph.Store) -> None:
    ruiz = actor_network(store).nodes[E + "Ana_Ruiz"]
    assert ruiz == {
        "label": "Ana Ruiz",
        "kind": "Person",
        "named": True,
        "aliases": ["Mayor Ruiz", "Ruiz"],
        "links": ["https://www.wikidata.org/entity/Q0"],
        "alone": [],
    }


@pytest.mark.parametrize(
    ("entity", "alone"),
    [("Norland", ["Norland votes"]), ("Sandby", ["Ana Ruiz met Olaf Brenn in Sandby"]), ("Olaf_Brenn", [])],
)
def test_what_ties_an_actor_to_nobody_stays_with_the_actor(
    store: pyoxigraph.Store, entity: str, alone: list[str]
) -> None:
    assert [one["what"] for one in actor_network(store).nodes[E + entity]["alone"]] == alone


def edge(store: pyoxigraph.Store, u: str, v: str, situation: str) -> dict[str, Any]:
    data: dict[str, Any] = actor_network(store, include="claims").edges[E + u, E + v, S + situation]
    return data


def test_an_edge_says_what_when_where(store: pyoxigraph.Store) -> None:
    met = edge(store, "Ana_Ruiz", "Olaf_Brenn", "meeting")
    told = {name: met[name] for name in ("type", "category", "date", "place", "mutual", "roles", "weight", "what")}
    assert told == {
        "type": "Meeting",
        "category": "Consult",
        "date": "2025-03-13",
        "place": "Sandby",
        "mutual": True,
        "roles": ["participant", "participant"],
        "weight": 1,
        "what": "Ana Ruiz met Olaf Brenn in Sandby",
    }


@pytest.mark.parametrize(
    ("u", "v", "situation", "quad"),
    [
        ("Ana_Ruiz", "Olaf_Brenn", "meeting", "verbal cooperation"),
        ("Norland", "the_truce", "refusal", "verbal conflict"),
        ("Ana_Ruiz", "Port_Alder", "office", None),
    ],
)
def test_an_edge_has_the_quad_class_that_the_ontology_gives_its_type(
    store: pyoxigraph.Store, u: str, v: str, situation: str, quad: str | None
) -> None:
    assert edge(store, u, v, situation)["quad"] == quad


def test_an_edge_names_the_plain_triples_that_rest_on_it(store: pyoxigraph.Store) -> None:
    met = {"label": "met", "back": False, "articles": None, "sources": None}
    assert edge(store, "Ana_Ruiz", "Olaf_Brenn", "meeting")["facts"] == [met, met | {"back": True}]
    assert edge(store, "Olaf_Brenn", "Zoe_Lindqvist", "saying")["facts"] == []


def test_an_edge_without_a_day_has_its_bounds(store: pyoxigraph.Store) -> None:
    call = edge(store, "Ana_Ruiz", "Zoe_Lindqvist", "call")
    assert (call["date"], call["earliest"], call["latest"]) == (None, "2025-03-17", "2025-03-22")


def test_a_state_has_the_day_of_the_article_that_attests_it(store: pyoxigraph.Store) -> None:
    office = edge(store, "Ana_Ruiz", "Port_Alder", "office")
    assert (office["date"], office["attested"]) == (None, "2025-03-14")


def test_a_graph_without_the_articles_words_keeps_its_evidence(store: pyoxigraph.Store) -> None:
    anchor = pyoxigraph.NamedNode("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf")
    bare = pyoxigraph.Store()
    bare.extend(quad for quad in store if quad.predicate != anchor)
    (one,) = edge(bare, "Ana_Ruiz", "Olaf_Brenn", "meeting")["evidence"]
    assert (one["sentence"], one["highlight"], one["chain"]) == ("", None, ["The Alder Gazette"])


def test_evidence_has_its_sentence_trigger_and_article(store: pyoxigraph.Store) -> None:
    (one,) = edge(store, "Ana_Ruiz", "Olaf_Brenn", "meeting")["evidence"]
    start, end = one["highlight"]
    assert one["sentence"][start:end] == "met"
    assert [one["sentence"][a:b] for a, b, _ in one["mentions"]] == ["Mayor Ruiz", "Olaf Brenn"]
    known = {name: one[name] for name in ("title", "publisher", "published", "url", "chain", "depth", "confidence")}
    assert known == {
        "title": "Mayor meets envoy",
        "publisher": "The Alder Gazette",
        "published": "2025-03-14",
        "url": "https://example.org/mayor-meets-envoy",
        "chain": ["The Alder Gazette"],
        "depth": 0,
        "confidence": 0.93,
    }


def test_the_chain_of_sources_runs_from_the_nearest_out(store: pyoxigraph.Store) -> None:
    (one,) = edge(store, "Norland", "the_truce", "refusal")["evidence"]
    assert (one["chain"], one["highlight"]) == (["Olaf Brenn", "The Alder Gazette"], None)


def test_what_is_said_does_not_tie_the_speaker_to_things(store: pyoxigraph.Store) -> None:
    # The call is planned between two people; the place or topic of what is said is no one to be tied to.
    about = [v for u, v, d in actor_network(store).edges(data=True) if d["label"] == "statement about"]
    assert about == [E + "Ana_Ruiz", E + "Zoe_Lindqvist"]


def test_statements_name_what_they_are_about(store: pyoxigraph.Store) -> None:
    said = edge(store, "Olaf_Brenn", "Ana_Ruiz", "saying")
    assert said["about"] == ["Phone call of Ana Ruiz and Zoë Lindqvist"]
    assert said["evidence"][0]["act"] == "said"


def test_nodes_and_edges_come_in_order(store: pyoxigraph.Store) -> None:
    network = actor_network(store, include="claims")
    assert list(network) == sorted(network)
    assert list(network.edges(keys=True)) == sorted(network.edges(keys=True))


def test_measures_put_the_central_first(store: pyoxigraph.Store) -> None:
    rows = measures(actor_network(store))
    assert rows[0].label in {"Ana Ruiz", "Olaf Brenn"}
    assert sum(row.pagerank for row in rows) == pytest.approx(1, abs=1e-4)
    community = {row.label: row.community for row in rows}
    assert community["Norland army"] == community["Sandby"] != community["Ana Ruiz"]
    between = {row.label: row.betweenness for row in rows}
    assert between["Ana Ruiz"] > between["Port Alder"] == 0


def test_measures_of_nothing() -> None:
    assert measures(networkx.MultiDiGraph()) == []


READ = {".gexf": networkx.read_gexf, ".graphml": networkx.read_graphml}


@pytest.mark.parametrize("suffix", sorted(READ))
def test_written_files_read_back(store: pyoxigraph.Store, tmp_path: Path, suffix: str) -> None:
    network = actor_network(store, include="claims")
    network.nodes[E + "Norland"]["label"] = "Nor\x00land <&>"
    write_network(network, tmp_path / f"network{suffix}")
    again = READ[suffix](tmp_path / f"network{suffix}")
    assert (len(again), again.number_of_edges()) == (len(network), network.number_of_edges())
    assert again.nodes[E + "Norland"]["label"] == "Nor\N{REPLACEMENT CHARACTER}land <&>"
    assert json.loads(again.nodes[E + "Ana_Ruiz"]["aliases"]) == ["Mayor Ruiz", "Ruiz"]


def test_json_reads_back_whole(store: pyoxigraph.Store, tmp_path: Path) -> None:
    network = actor_network(store, include="claims")
    write_network(network, tmp_path / "network.json")
    data = json.loads((tmp_path / "network.json").read_text(encoding="utf-8"))
    again = networkx.node_link_graph(data, edges="edges")
    assert dict(again.nodes(data=True)) == dict(network.nodes(data=True))
    assert sorted(again.edges(keys=True)) == sorted(network.edges(keys=True))


def test_an_unknown_ending_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"\.gexf, \.graphml, \.json"):
        write_network(networkx.MultiDiGraph(), tmp_path / "network.png")


DUMP = """
import sys, pathlib, pyoxigraph
from kg.rdf_to_network import FORMATS, actor_network, analyse, write_folder
store = pyoxigraph.Store()
store.load(path=sys.argv[1], format=pyoxigraph.RdfFormat.TRIG)
network = actor_network(store, include="claims")
write_folder(network, analyse(network), pathlib.Path(sys.argv[2]))
"""


def test_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        subprocess.run(
            [sys.executable, "-c", DUMP, str(PORT_ALDER), str(tmp_path / seed)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)},
            check=True,
        )
    names = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert len(names) == 10
    for name in names:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name
