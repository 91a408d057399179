"""Rows of SPARQL answers put together: situations with their roles, entities, and the evidence of each situation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from kg.rdf_to_network import queries
from kg.rdf_to_network.evidence import Evidence, evidence
from kg.rdf_to_network.terms import local_name, words

if TYPE_CHECKING:
    import pyoxigraph

REPORTED_FACT = "reportedFact"
Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Situation:
    """One happening, utterance or state of the graph. ``roles`` pairs a role name with an entity IRI.

    ``spoken_of``: IRIs of the situations an utterance speaks of; ``about``: their labels, or the words of the topic.
    ``attested``: for a state, the date of the last article that tells of it. ``title``: of an office.
    """

    iri: str
    kind: str
    type: str
    type_label: str
    category: str
    status: str
    label: str
    date: str | None
    earliest: str | None
    latest: str | None
    attested: str | None
    place: str | None
    title: str | None
    roles: tuple[tuple[str, str], ...]
    spoken_of: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A node to be. ``kind`` is the local name of its class; ``links`` are other IRIs of the same thing."""

    label: str
    kind: str
    aliases: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the network needs of a store; ``shortcuts``: situation -> (subject, label of the predicate, object)."""

    situations: tuple[Situation, ...]
    by_iri: Mapping[str, Situation]
    entities: Mapping[str, Actor]
    shortcuts: Mapping[str, tuple[tuple[str, str, str], ...]]
    evidence: Mapping[str, tuple[Evidence, ...]]


class Queryable(Protocol):
    """What is asked here: an Oxigraph store, or anything that answers like one."""

    def query(self, query: str, /, *, use_default_graph_as_union: bool = ...) -> object:
        """Answer a SPARQL query, over the union of all graphs if so asked."""


def rows(store: Queryable, query: str) -> Iterator[Row]:
    """The answers of a SELECT query, each as variable -> text of the IRI or literal, None where unbound."""
    found = cast("pyoxigraph.QuerySolutions", store.query(queries.PROLOGUE + query, use_default_graph_as_union=True))
    names = [variable.value for variable in found.variables]
    for answer in found:
        yield {name: None if (term := answer[name]) is None else term.value for name in names}


def read(store: Queryable) -> Reading:
    """Read situations, actors, shortcuts and evidence out of a store, in the order of IRIs."""
    labels = {str(row["term"]): str(row["label"]) for row in rows(store, queries.LABELS)}
    entities = _entities(store)
    situations = _situations(store, labels, entities)
    shortcuts: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows(store, queries.FACTS):
        predicate = str(row["predicate"])
        fact = (str(row["subject"]), labels.get(predicate) or words(predicate), str(row["object"]))
        shortcuts.setdefault(str(row["situation"]), []).append(fact)
    return Reading(
        situations=situations,
        by_iri={s.iri: s for s in situations},
        entities=entities,
        shortcuts={iri: tuple(facts) for iri, facts in shortcuts.items()},
        evidence=evidence(
            list(rows(store, queries.CLAIMS)), list(rows(store, queries.ARTICLES)), list(rows(store, queries.MENTIONS))
        ),
    )


def _entities(store: Queryable) -> dict[str, Actor]:
    values: dict[str, dict[str, list[str]]] = {}
    for row in rows(store, queries.ENTITIES):
        of = values.setdefault(str(row["entity"]), {})
        of.setdefault(local_name(str(row["property"])), []).append(str(row["value"]))
    found = {}
    for iri, of in values.items():
        label = min(of.get("label", [local_name(iri)]))
        found[iri] = Actor(
            label=label,
            kind=_kind(of.get("type", [])),
            aliases=tuple(a for a in of.get("altLabel", []) if a != label),
            links=tuple(of.get("sameAs", [])),
        )
    return found


def _kind(classes: list[str]) -> str:
    """The most telling class name: Entity and Agent say nothing that a narrower one does not."""
    names = sorted(local_name(c) for c in classes)
    return next((n for n in names if n not in ("Entity", "Agent")), "Entity")


def _situations(store: Queryable, labels: Mapping[str, str], entities: Mapping[str, Actor]) -> tuple[Situation, ...]:
    roles: dict[str, list[tuple[str, str]]] = {}
    for row in rows(store, queries.ROLES):
        roles.setdefault(str(row["situation"]), []).append((local_name(str(row["role"])), str(row["entity"])))
    spoken_of: dict[str, list[str]] = {}
    for row in rows(store, queries.ABOUT):
        spoken_of.setdefault(str(row["situation"]), []).append(str(row["other"]))
    first: dict[str, Row] = {}
    for row in rows(store, queries.SITUATIONS):
        first.setdefault(str(row["situation"]), row)
    return tuple(
        _situation(row, labels, entities, tuple(roles.get(iri, ())), tuple(spoken_of.get(iri, ())))
        for iri, row in first.items()
    )


def _situation(
    row: Row,
    labels: Mapping[str, str],
    entities: Mapping[str, Actor],
    roles: tuple[tuple[str, str], ...],
    spoken_of: tuple[str, ...],
) -> Situation:
    iri, kind = str(row["situation"]), row["type"] or row["class"] or ""
    type_label = labels.get(kind) or words(kind)
    topic = (row["topic"],) if row["topic"] else ()
    places = [entities[entity].label for role, entity in roles if role == "place"]
    return Situation(
        iri=iri,
        kind=local_name(row["class"] or ""),
        type=local_name(kind),
        type_label=type_label,
        category=local_name(row["category"] or kind),
        status=local_name(row["status"] or ""),
        label=row["label"] or type_label,
        date=row["date"],
        earliest=row["earliest"],
        latest=row["latest"],
        attested=row["attested"],
        place=", ".join(places) or None,
        title=row["title"],
        roles=roles,
        spoken_of=spoken_of,
        about=tuple(labels.get(other) or local_name(other) for other in spoken_of) or topic,
    )
