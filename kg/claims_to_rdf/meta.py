"""About the graphs themselves, in ``g:meta``: which run made which graph, by which settings and vocabulary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.iris import Iris, digest
from kg.claims_to_rdf.promotion import Policy
from kg.claims_to_rdf.rdf import integer, node, plain, triple
from kg.ontology import PREFIXES, version


def meta_quads(  # noqa: PLR0913, PLR0917 - all that a run is known by
    corpus: Corpus, iris: Iris, policy: Policy, text: str, others: int, ended: str | None
) -> Iterator[Quad]:
    """Quads on the run and the dataset. ``others``: quads of all other graphs; ``ended``: an ISO time, or None."""
    graph, dataset = iris.graph("meta"), iris.dataset()
    settings = f"base={iris.base}|policy={policy.iri}|text={text}|ontology={version()}"
    keys = sorted(corpus.keys[a] for a in corpus.articles)
    run = iris.run(digest(settings, *keys))
    yield triple(graph, run, "rdf:type", node("nkg:ExtractionRun"))
    yield triple(graph, run, "nkg:configHash", plain(f"sha256:{hashlib.sha256(settings.encode()).hexdigest()}"))
    if ended:
        yield triple(graph, run, "prov:endedAtTime", Literal(ended, datatype=node("xsd:dateTime")))
    for key in keys:
        yield triple(graph, run, "prov:used", iris.article(key))
        yield triple(graph, iris.graph(f"article-{key}"), "prov:wasDerivedFrom", iris.article(key))
        yield triple(graph, iris.graph(f"article-{key}"), "prov:wasGeneratedBy", run)
    yield triple(graph, dataset, "rdf:type", node("void:Dataset"))
    yield triple(graph, dataset, "dcterms:conformsTo", NamedNode(f"{PREFIXES['nkg'].rstrip('#')}/{version()}"))
    yield triple(graph, dataset, "nkg:underPolicy", NamedNode(policy.iri))
    yield triple(graph, dataset, "prov:wasGeneratedBy", run)
    yield triple(graph, dataset, "void:triples", integer(others))
