"""What is computed over the claims rather than read: contradictions and the reasons of merges, in ``g:analysis``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.articles_to_support import Copy
from kg.claims_to_entities.world import Contradiction, Situation
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.rdf import decimal, node, plain, triple


def contradicted(
    contradictions: Iterable[Contradiction], iri_of: Callable[[str], str | None]
) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Pairs of claim IRIs that contradict each other, in order, with the type and reason of the first such finding."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for c in sorted(contradictions, key=lambda c: (c.a, c.b, c.type, c.reason)):
        one, other = iri_of(c.a), iri_of(c.b)
        if one and other and one != other:
            found.setdefault((min(one, other), max(one, other)), (c.type, c.reason))
    return dict(sorted(found.items()))


def contradiction_quads(iris: Iris, pairs: Mapping[tuple[str, str], tuple[str, str]]) -> Iterator[Quad]:
    """Quads of contradictions: the two claims, what they differ in, and why that is taken for a contradiction."""
    graph = iris.graph("analysis")
    for (a, b), (kind, reason) in pairs.items():
        it = iris.contradiction(a, b)
        yield triple(graph, it, "rdf:type", node("nkg:Contradiction"))
        yield triple(graph, it, "nkg:contradictionType", node(f"nkg:{kind}Conflict"))
        yield triple(graph, it, "nkg:reason", plain(reason))
        for one, other in ((a, b), (b, a)):
            yield triple(graph, it, "nkg:involves", NamedNode(one))
            yield triple(graph, NamedNode(one), "nkg:contradicts", NamedNode(other))


def copy_quads(iris: Iris, copy: Copy, a: str | None, b: str | None) -> Iterator[Quad]:
    """Quads of a pair of copies, whose keys are ``a`` and ``b``; none for what is one article of the graph anyway."""
    if a is None or b is None or a == b:
        return
    graph, it = iris.graph("analysis"), iris.copy(a, b)
    yield triple(graph, it, "rdf:type", node("nkg:Copy"))
    yield triple(graph, it, "nkg:score", decimal(copy.score))
    yield triple(graph, it, "nkg:reason", plain(copy.reason))
    for one, other in ((a, b), (b, a)):
        yield triple(graph, it, "nkg:between", iris.article(one))
        yield triple(graph, iris.article(one), "nkg:copyOf", iris.article(other))


def reason_quads(iris: Iris, situation: Situation) -> Iterator[Quad]:
    """Why claims were taken to tell of one situation."""
    for reason in situation.reasons:
        yield triple(iris.graph("analysis"), iris.situation(situation.id), "nkg:reason", plain(reason))
