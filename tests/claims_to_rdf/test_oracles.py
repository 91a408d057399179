"""The same answers by other means: status and shortcuts as SPARQL, the shapes by pySHACL, the context by rdflib."""

from __future__ import annotations

import json

import pytest
import rdflib
from pyoxigraph import QueryTriples, RdfFormat, Store
from pyshacl import validate

from kg.claims_to_entities import resolve
from kg.claims_to_rdf import to_quads
from kg.claims_to_rdf.facts import shortcuts
from kg.claims_to_rdf.rdf import node
from kg.ontology import folder
from kg.records import Record

from .asking import flat, turtle
from .cases import CASES, everything


def constructed(store: Store, name: str) -> set[str]:
    answer = store.query((folder() / name).read_text(encoding="utf-8"))
    assert isinstance(answer, QueryTriples)
    return {str(t) for t in answer}


def worlds() -> list[tuple[list[Record], object]]:
    whole = everything()
    return [(whole, resolve(whole)), *((make().records, make().world) for make in CASES.values())]


@pytest.mark.parametrize("number", range(len(CASES) + 1))
def test_status_by_sparql(number: int) -> None:
    quads = to_quads(*worlds()[number])  # type: ignore[arg-type]
    ours = {str(q.triple) for q in quads if q.predicate == node("nkg:status")}
    assert ours == constructed(flat(quads), "promotion.rq") != set()


@pytest.mark.parametrize("number", range(len(CASES) + 1))
def test_shortcuts_by_sparql(number: int) -> None:
    quads = to_quads(*worlds()[number])  # type: ignore[arg-type]
    known = {s.iri for s in shortcuts()}
    assert {str(q.triple) for q in quads if q.predicate.value in known} == constructed(flat(quads), "shortcuts.rq")


def test_shapes_hold_on_the_flat_graph() -> None:
    """The focus nodes are counted: a validator that finds nothing to look at is content with anything."""
    case = CASES["demanded"]()
    graph = rdflib.Graph().parse(data=turtle(to_quads(case.records, case.world)), format="turtle")
    for name in ("newskg.ttl", "events.ttl"):
        graph.parse(str(folder() / name), format="turtle")
    shapes = rdflib.Graph().parse(str(folder() / "shapes.ttl"), format="turtle")
    target = rdflib.URIRef("http://www.w3.org/ns/shacl#targetClass")
    focus = {n for c in shapes.objects(None, target) for n in graph.subjects(rdflib.RDF.type, c)}
    conforms, _, report = validate(graph, shacl_graph=shapes)
    assert conforms, report
    assert len(focus) > 25


def test_context_gives_the_same_triples_as_turtle() -> None:
    context = json.loads((folder() / "context.jsonld").read_text(encoding="utf-8"))
    document = {
        **context,
        "id": "https://example.org/news/claim/c-1",
        "type": "Claim",
        "describes": "https://example.org/news/situation/m-1",
        "source": "https://example.org/news/entity/Ana_Ruiz",
        "depth": 1,
        "polarity": "positive",
        "modality": "future",
        "certainty": "probable",
        "confidence": "0.9",
        "statedDate": "2025-03-14",
        "statedTime": "on Friday",
        "inSentence": "https://example.org/news/text/a_s0-70",
    }
    expected = """
      PREFIX nkg: <https://w3id.org/newskg/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      <https://example.org/news/claim/c-1> a nkg:Claim ; nkg:describes <https://example.org/news/situation/m-1> ;
        nkg:source <https://example.org/news/entity/Ana_Ruiz> ; nkg:depth 1 ; nkg:polarity nkg:positive ;
        nkg:modality nkg:future ; nkg:certainty nkg:probable ; nkg:confidence 0.9 ;
        nkg:statedDate "2025-03-14"^^xsd:date ; nkg:statedTime "on Friday"@en ;
        nkg:inSentence <https://example.org/news/text/a_s0-70> ."""
    store = Store()
    store.load(expected.encode(), format=RdfFormat.TURTLE)
    found = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    wanted = rdflib.Graph().parse(data=expected, format="turtle")
    assert set(found) == set(wanted)
    assert len(store) == len(found) == 11


def test_context_names_only_terms_that_exist() -> None:
    context = json.loads((folder() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    ids = [v["@id"] if isinstance(v, dict) else v for v in context.values() if isinstance(v, dict | str)]
    own = [i for i in ids if i.startswith("nkg:")]
    assert len(own) >= 40
    assert all(node(i) for i in own)
    assert context["schema"] == "https://schema.org/"
