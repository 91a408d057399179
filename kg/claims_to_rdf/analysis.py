"""What is computed over the claims rather than read: contradictions and the reasons of merges, in ``g:analysis``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.claims_to_rdf.attribution import AttributedClaim
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.rdf import node, plain, triple


def contradicted(corpus: Corpus, of: Mapping[str, AttributedClaim]) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Pairs of claim IRIs that contradict each other, in order, with the type and reason of the first such finding."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for c in sorted(corpus.world.contradictions, key=lambda c: (c.a, c.b, c.type, c.reason)):
        if c.a in of and c.b in of and of[c.a].iri != of[c.b].iri:
            a, b = sorted((of[c.a].iri, of[c.b].iri))
            found.setdefault((a, b), (c.type, c.reason))
    return dict(sorted(found.items()))


def analysis_quads(iris: Iris, corpus: Corpus, pairs: Mapping[tuple[str, str], tuple[str, str]]) -> Iterator[Quad]:
    """Quads of contradictions, and why claims and names were taken to be one."""
    graph = iris.graph("analysis")
    for (a, b), (kind, reason) in pairs.items():
        it = iris.contradiction(a, b)
        yield triple(graph, it, "rdf:type", node("nkg:Contradiction"))
        yield triple(graph, it, "nkg:contradictionType", node(f"nkg:{kind}Conflict"))
        yield triple(graph, it, "nkg:reason", plain(reason))
        for one, other in ((a, b), (b, a)):
            yield triple(graph, it, "nkg:involves", NamedNode(one))
            yield triple(graph, NamedNode(one), "nkg:contradicts", NamedNode(other))
    for cluster in corpus.clusters.values():
        for reason in cluster.reasons:
            yield triple(graph, iris.entity(cluster.id), "nkg:reason", plain(reason))
    for situation in corpus.situations.values():
        for reason in situation.reasons:
            yield triple(graph, iris.situation(situation.id), "nkg:reason", plain(reason))
