"""Shortcuts: plain triples between entities, made from promoted situations only, each with its ``nkg:Fact``.

The shortcut vocabulary is data: a property names its event type and the two roles that it joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.promotion import Policy
from kg.claims_to_rdf.rdf import Object, node, triple
from kg.claims_to_rdf.support import Witness, support_quads
from kg.claims_to_rdf.writing import sort_key
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


@dataclass(frozen=True, slots=True)
class Fact:
    """One shortcut triple. ``language`` is None if the value is an IRI, else that of the words, "" for none."""

    subject: str
    predicate: str
    value: str
    language: str | None = None

    def key(self, iris: Iris) -> NamedNode:
        """The node that reifies the fact."""
        return iris.fact(self.subject, self.predicate, self.value)

    @property
    def object(self) -> Object:
        """The value as a term."""
        if self.language is None:
            return NamedNode(self.value)
        return Literal(self.value, language=self.language) if self.language else Literal(self.value)


def facts_of(quads: Iterable[Quad]) -> Iterator[Fact]:
    """The facts that one promoted situation yields, given the quads of that situation."""
    values: dict[str, list[Object]] = defaultdict(list)
    for quad in sorted(quads, key=sort_key):
        if isinstance(quad.graph_name, DefaultGraph):
            values[quad.predicate.value].append(quad.object)  # type: ignore[arg-type]
    (kind,) = values[node("nkg:eventType").value]
    for shortcut in shortcuts():
        if kind.value in shortcut.types:
            for subject, value in _pairs(shortcut, values):
                words = isinstance(value, Literal)
                yield Fact(subject.value, shortcut.iri, value.value, (value.language or "") if words else None)  # type: ignore[union-attr]


def fact_quads(
    iris: Iris, fact: Fact, situations: Iterable[str], witnesses: Mapping[Witness, int], policy: Policy
) -> Iterator[Quad]:
    """The triple of a fact and its reifier; ``situations`` are the ids of those it follows from."""
    graph, it, value = iris.graph("facts"), fact.key(iris), fact.object
    yield Quad(NamedNode(fact.subject), NamedNode(fact.predicate), value, DefaultGraph())
    yield triple(graph, it, "rdf:type", node("nkg:Fact"))
    yield triple(graph, it, "rdf:subject", NamedNode(fact.subject))
    yield triple(graph, it, "rdf:predicate", NamedNode(fact.predicate))
    yield triple(graph, it, "rdf:object", value)
    for situation in situations:
        yield triple(graph, it, "nkg:fromSituation", iris.situation(situation))
    yield triple(graph, it, "nkg:underPolicy", NamedNode(policy.iri))
    yield from support_quads(graph, it, witnesses)


def _pairs(shortcut: Shortcut, values: Mapping[str, list[Object]]) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    subjects = (v for role in shortcut.subjects for v in values.get(role, []))
    objects = [v for role in shortcut.objects for v in values.get(role, [])]
    for subject in subjects:
        for value in objects:
            if isinstance(subject, NamedNode) and subject != value:
                yield subject, value
