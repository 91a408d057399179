"""Entities as nodes: class, one label, other names, links to Wikidata and GeoNames, and what a metonym stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.claims_to_entities.clusters import is_named
from kg.claims_to_entities.world import Cluster
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.rdf import Object, node, triple, words

_CLASSES = {
    "person": "nkg:Person",
    "organization": "nkg:Organization",
    "country": "nkg:GeopoliticalEntity",
    "place": "nkg:Place",
    "group": "nkg:Group",
    "product": "nkg:Product",
    "law_or_treaty": "nkg:LawOrTreaty",
    "work": "nkg:Work",
    "facility": "nkg:Facility",
    "other": "nkg:Entity",
}
# What acts or speaks is an agent, whatever it is otherwise: the city as its government, the report as a speaking
# document. A facility, which acts through its staff, is both a place and an agent anyway.
_ACTING = {
    "place": "nkg:GeopoliticalEntity",
    "work": "nkg:Document",
    "product": "nkg:Document",
    "law_or_treaty": "nkg:Document",
    "other": "nkg:UnnamedSource",
}
AGENTS = frozenset({"person", "organization", "country", "group"})
_LONGEST_LABEL = 80


def label(name: str) -> str:
    r"""A name on one line and at most 80 characters long.

    >>> label("Ana\n Ruiz")
    'Ana Ruiz'
    """
    line = re.sub(r"\s+", " ", name).strip()
    return line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1].rstrip() + "…"


def class_of(cluster: Cluster, acting: bool, named: bool) -> str:
    """The class of an entity, as a prefixed name: by its type, whether it acts or speaks, and whether it has a name."""
    if acting and cluster.type == "group" and not named:
        return "nkg:UnnamedSource"
    return _ACTING.get(cluster.type, _CLASSES[cluster.type]) if acting else _CLASSES[cluster.type]


def entity_quads(corpus: Corpus, iris: Iris, acting: frozenset[str], sources: frozenset[str]) -> Iterator[Quad]:
    """Quads of every cluster and publisher.

    ``acting`` are the clusters that act in some situation, ``sources`` those that some claim comes from.
    """
    graph = DefaultGraph()
    named = {corpus.world.cluster_of[e.id] for e in corpus.entities.values() if is_named(e)}
    for cluster in corpus.clusters.values():
        it = iris.entity(cluster.id)
        speaks = cluster.id in (sources if cluster.type == "group" else acting | sources)
        yield triple(graph, it, "rdf:type", node(class_of(cluster, speaks, cluster.id in named)))
        yield triple(graph, it, "rdfs:label", words(label(cluster.name)))
        for alias in sorted({label(a) for a in cluster.aliases} - {label(cluster.name), ""}):
            yield triple(graph, it, "skos:altLabel", words(alias))
        for link in sorted({link for iri in cluster.same_as if (link := same_as(iri))}):
            yield triple(graph, it, "schema:sameAs", NamedNode(link))
        if cluster.stands_for:
            yield triple(graph, it, "nkg:standsFor", iris.entity(cluster.stands_for))
    yield from _publishers(corpus, iris)


def _publishers(corpus: Corpus, iris: Iris) -> Iterator[Quad]:
    """Publishers that are no cluster of their own; unknown ones, one for each article."""
    graph = DefaultGraph()
    for article in corpus.articles.values():
        local = corpus.publisher(article)
        if local in corpus.clusters:
            continue
        it = iris.entity(local)
        known: Object = node("nkg:Organization" if article.publisher else "nkg:UnnamedSource")
        name = article.publisher or f"unknown publisher (article {corpus.keys[article.id][:8]})"
        yield triple(graph, it, "rdf:type", known)
        yield triple(graph, it, "rdfs:label", words(label(name)))


def same_as(iri: str) -> str | None:
    """A link in the form its authority uses for the thing itself, not for a page on it; None for what is no IRI.

    >>> same_as("https://www.wikidata.org/wiki/Q20")
    'http://www.wikidata.org/entity/Q20'
    """
    if found := re.fullmatch(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)", iri):
        return f"http://www.wikidata.org/entity/{found[1]}"
    return iri if re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", iri) else None
