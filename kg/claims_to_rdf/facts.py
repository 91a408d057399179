"""Shortcuts: plain triples between entities, made from promoted situations only, each with its ``nkg:Fact``.

The shortcut vocabulary is data: a property names its event type and the two roles that it joins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.promotion import Policy
from kg.claims_to_rdf.rdf import Object, node, triple
from kg.ontology import narrower, terms


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut property, the event types that yield it, and the roles it joins; all IRIs."""

    iri: str
    types: frozenset[str]
    subjects: tuple[str, ...]
    objects: tuple[str, ...]


@cache
def shortcuts() -> tuple[Shortcut, ...]:
    """All shortcut properties of the ontology, in the order of their IRIs."""
    return tuple(
        Shortcut(
            t.iri,
            _below(t.all("nkg:shortcutType")) - _below(t.all("nkg:shortcutExcept")),
            t.all("nkg:shortcutSubject"),
            t.all("nkg:shortcutObject"),
        )
        for t in terms().values()
        if t.one("nkg:shortcutType")
    )


def _below(concepts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(narrow for top in concepts for narrow in narrower(top))


def fact_quads(iris: Iris, situation: NamedNode, values: dict[str, list[Object]], policy: Policy) -> Iterator[Quad]:
    """The shortcut triples and facts of one promoted situation, given its property values by predicate IRI."""
    (kind,) = values[node("nkg:eventType").value]
    graph = iris.graph("facts")
    for shortcut in shortcuts():
        if kind.value not in shortcut.types:
            continue
        for subject, value in _pairs(shortcut, values):
            fact = iris.fact(subject.value, shortcut.iri, value.value)
            yield Quad(subject, NamedNode(shortcut.iri), value, DefaultGraph())
            yield triple(graph, fact, "rdf:type", node("nkg:Fact"))
            yield triple(graph, fact, "rdf:subject", subject)
            yield triple(graph, fact, "rdf:predicate", NamedNode(shortcut.iri))
            yield triple(graph, fact, "rdf:object", value)
            yield triple(graph, fact, "nkg:fromSituation", situation)
            yield triple(graph, fact, "nkg:underPolicy", NamedNode(policy.iri))


def _pairs(shortcut: Shortcut, values: dict[str, list[Object]]) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    subjects = (v for role in shortcut.subjects for v in values.get(role, []))
    objects = [v for role in shortcut.objects for v in values.get(role, [])]
    for subject in subjects:
        for value in objects:
            if isinstance(subject, NamedNode) and subject != value:
                yield subject, value
