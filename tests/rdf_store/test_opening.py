"""Where stores come from, and what is said when they do not come."""

import gzip
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KgError, QueryError
from kg.rdf_store import VOCABULARY, open_store, save_store

EX = "https://example.org/news/"
QUADS = [
    Quad(
        NamedNode(f"{EX}entity/Ana_Ruiz"),
        NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
        Literal("Ana Ruiz", language="en"),
    ),
    Quad(
        NamedNode(f"{EX}claim/c-1"),
        NamedNode("https://w3id.org/newskg/ontology#depth"),
        Literal(0),
        NamedNode(f"{EX}graph/article-1"),
    ),
]
TRIPLES = "".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in QUADS)
BOTH = "SELECT ?x WHERE { { ?x rdfs:label ?l . FILTER(STR(?l) = 'Ana Ruiz') } UNION { ?x nkg:depth 0 } } ORDER BY ?x"


def names(store: object) -> list[str]:
    return [row["x"].value.removeprefix(EX) for row in store.query(BOTH)]  # type: ignore[attr-defined]


def test_memory_sees_all_graphs_at_once() -> None:
    store = open_store()
    store.load(QUADS)
    assert names(store) == ["claim/c-1", "entity/Ana_Ruiz"]
    assert sorted(store.quads(), key=str) == sorted(QUADS, key=str)
    assert len(store) == 2


@pytest.mark.parametrize("name", ["g.ttl", "g.nt", "g.nq", "g.trig", "g.ttl.gz"])
def test_files(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    data = TRIPLES.encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert names(open_store(path)) == ["claim/c-1", "entity/Ana_Ruiz"]


def test_folder_is_written_whole_and_read_by_many(tmp_path: Path) -> None:
    save_store(QUADS[:1], tmp_path / "out" / "store")
    save_store(QUADS, tmp_path / "out" / "store")
    first, second = open_store(tmp_path / "out" / "store"), open_store(tmp_path / "out")
    assert names(first) == names(second) == ["claim/c-1", "entity/Ana_Ruiz"]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["store"]


def test_the_vocabulary_can_be_asked_but_is_no_data() -> None:
    store = open_store()
    assert store.query("ASK { et:Consult a skos:Concept }")
    assert VOCABULARY not in {q.graph_name for q in store.quads()}


def test_rdflib_sees_the_same() -> None:
    store = open_store()
    store.load(QUADS)
    rows = store.as_rdflib().query(BOTH)
    assert [str(row.x).removeprefix(EX) for row in rows] == ["claim/c-1", "entity/Ana_Ruiz"]


def missing(tmp: Path) -> Path:
    return tmp / "no.ttl"


def empty_folder(tmp: Path) -> Path:
    return tmp


def folder_with_a_graph(tmp: Path) -> Path:
    (tmp / "graph.nq").write_text("")
    return tmp


def damaged_folder(tmp: Path) -> Path:
    (tmp / "CURRENT").write_text("junk")
    return tmp


def no_rdf(tmp: Path) -> Path:
    (tmp / "a.docx").write_bytes(b"x")
    return tmp / "a.docx"


def broken_turtle(tmp: Path) -> Path:
    (tmp / "a.ttl").write_text("<a> <b>\n.")
    return tmp / "a.ttl"


def broken_gzip(tmp: Path) -> Path:
    (tmp / "a.nq.gz").write_bytes(b"not gzip")
    return tmp / "a.nq.gz"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "no such file"),
        (empty_folder, "no store in this folder"),
        (folder_with_a_graph, "open 'graph.nq'"),
        (damaged_folder, "damaged"),
        (no_rdf, "not an RDF file"),
        (broken_turtle, "cannot be read as ttl"),
        (broken_gzip, "cannot be read as nq"),
        (lambda _: "https://example.org/sparql", "remote"),
    ],
)
def test_clear_errors(tmp_path: Path, make: object, said: str) -> None:
    with pytest.raises(KgError, match=said) as caught:
        open_store(make(tmp_path))  # type: ignore[operator]
    assert "\n" not in str(caught.value)


def test_a_query_that_cannot_be_read_is_one_line() -> None:
    with pytest.raises(QueryError, match="at 1:") as caught:
        open_store().query("SELECT * WHERE { ?s ?p")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250
