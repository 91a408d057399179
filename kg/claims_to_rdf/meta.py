"""About the graphs themselves, in ``g:meta``: which run made which graph, by which settings and vocabulary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims_to_rdf.iris import Iris, digest
from kg.claims_to_rdf.promotion import Policy
from kg.claims_to_rdf.rdf import integer, node, plain, triple
from kg.ontology import PREFIXES, version


def _settings(iris: Iris, policy: Policy, text: str) -> str:
    return f"base={iris.base}|policy={policy.iri}|text={text}|ontology={version()}"


def run_of(iris: Iris, policy: Policy, text: str) -> NamedNode:
    """The run: whatever is made by the same settings and vocabulary is made by the same run, article by article."""
    return iris.run(digest(_settings(iris, policy, text)))


def origin_quads(iris: Iris, run: NamedNode, key: str) -> Iterator[Quad]:
    """Which run made the graph of an article, and from what."""
    graph, made = iris.graph("meta"), iris.graph(f"article-{key}")
    yield triple(graph, run, "prov:used", iris.article(key))
    yield triple(graph, made, "prov:wasDerivedFrom", iris.article(key))
    yield triple(graph, made, "prov:wasGeneratedBy", run)


def dataset_quads(iris: Iris, policy: Policy, text: str, others: int, ended: str | None) -> Iterator[Quad]:
    """Quads on the run and the dataset. ``others``: quads of all other graphs; ``ended``: an ISO time, or None."""
    graph, dataset, run = iris.graph("meta"), iris.dataset(), run_of(iris, policy, text)
    config = hashlib.sha256(_settings(iris, policy, text).encode()).hexdigest()
    yield triple(graph, run, "rdf:type", node("nkg:ExtractionRun"))
    yield triple(graph, run, "nkg:configHash", plain(f"sha256:{config}"))
    if ended:
        yield triple(graph, run, "prov:endedAtTime", Literal(ended, datatype=node("xsd:dateTime")))
    yield triple(graph, dataset, "rdf:type", node("void:Dataset"))
    yield triple(graph, dataset, "dcterms:conformsTo", NamedNode(f"{PREFIXES['nkg'].rstrip('#')}/{version()}"))
    yield triple(graph, dataset, "nkg:underPolicy", NamedNode(policy.iri))
    yield triple(graph, dataset, "prov:wasGeneratedBy", run)
    yield triple(graph, dataset, "void:triples", integer(others))
