"""Entities as nodes: class, one label, other names, links to Wikidata and GeoNames, and what a metonym stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.claims_to_entities.containing import containing_state
from kg.claims_to_entities.names import slug
from kg.claims_to_entities.territories import territory
from kg.claims_to_entities.world import Cluster
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.rdf import Object, node, plain, triple, words
from kg.records import Article

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


def entity_quads(  # noqa: PLR0913 - one keyword for each thing that others tell of it
    iris: Iris, cluster: Cluster, *, named: bool, acts: bool, speaks: bool, links: Iterable[str] = ()
) -> Iterator[Quad]:
    """Quads of one cluster: whether it has a name, acts in some situation, and is the source of some claim.

    ``links`` say why it has the identifiers that the user's table gives.
    """
    graph, it = DefaultGraph(), iris.entity(cluster.id)
    active = speaks if cluster.type == "group" else acts or speaks
    yield triple(graph, it, "rdf:type", node(class_of(cluster, active, named)))
    yield triple(graph, it, "rdfs:label", words(label(cluster.name)))
    for alias in sorted({label(a) for a in cluster.aliases} - {label(cluster.name), ""}):
        yield triple(graph, it, "skos:altLabel", words(alias))
    for link in sorted({link for iri in cluster.same_as if (link := same_as(iri))}):
        yield triple(graph, it, "schema:sameAs", NamedNode(link))
    if (known := territory(sorted(cluster.same_as))) and known.iso:
        yield triple(graph, it, "nkg:isoCode", plain(known.iso))
    if state := containing_state(cluster.type, cluster.same_as):
        yield triple(graph, it, "schema:containedInPlace", iris.entity(slug(state.name)))
    if cluster.stands_for:
        yield triple(graph, it, "nkg:standsFor", iris.entity(cluster.stands_for))
    for reason in sorted({*cluster.reasons, *links}):
        yield triple(iris.graph("analysis"), it, "nkg:reason", plain(reason))


def publisher_quads(iris: Iris, local: str, article: Article, key: str) -> Iterator[Quad]:
    """Quads of a publisher that is no cluster of its own: one whose name is not known, or stands for something else."""
    graph, it = DefaultGraph(), iris.entity(local)
    known: Object = node("nkg:Organization" if article.publisher else "nkg:UnnamedSource")
    name = article.publisher or f"unknown publisher (article {key[:8]})"
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
