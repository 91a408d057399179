"""Rows of SPARQL answers put together: situations with their roles, the facts they make, and how many tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from kg.rdf_to_network import queries
from kg.rdf_to_network.entities import Actor, entities
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
class Shortcut:
    """A plain triple that the graph holds for a fact, ``name`` being the label of its predicate.

    ``articles`` and ``sources``: how many articles say so, and how many of these are independent; None if not counted.
    """

    subject: str
    name: str
    object: str
    articles: int | None = None
    sources: int | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims (IRIs, in order) that cannot both be right. ``type``: what they differ in, as "polarity"."""

    a: str
    b: str
    type: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the network needs of a store. ``shortcuts`` and ``support`` go by situation; ``support`` is the number
    of articles that tell of it and that of the independent sources among them, as the graph has them.

    ``terms``: the full IRI of each class, type, status and role that is given by its local name elsewhere, by table.
    """

    situations: tuple[Situation, ...]
    by_iri: Mapping[str, Situation]
    entities: Mapping[str, Actor]
    shortcuts: Mapping[str, tuple[Shortcut, ...]]
    support: Mapping[str, tuple[int, int]]
    evidence: Mapping[str, tuple[Evidence, ...]]
    contradictions: tuple[Contradiction, ...]
    terms: Mapping[str, Mapping[str, str]]


class Queryable(Protocol):
    """What is asked here: an Oxigraph store, or anything that answers like one."""

    def query(self, query: str, /, *, use_default_graph_as_union: bool = ...) -> object:
        """Answer a SPARQL query, over the union of all graphs if so asked."""


def rows(store: Queryable, query: str) -> list[Row]:
    """The answers of a SELECT query, each as variable -> text of the IRI or literal, None where unbound; sorted by the
    values in the order of the variables.
    """
    found = cast("pyoxigraph.QuerySolutions", store.query(queries.PROLOGUE + query, use_default_graph_as_union=True))
    names = [variable.value for variable in found.variables]
    texts = [tuple(None if term is None else term.value for term in answer) for answer in found]
    texts.sort(key=lambda row: tuple(("", "") if text is None else ("1", text) for text in row))
    return [dict(zip(names, row, strict=True)) for row in texts]


def read(store: Queryable) -> Reading:
    """Read situations, actors, shortcuts and evidence out of a store, in the order of IRIs."""
    labels = {str(row["term"]): str(row["label"]) for row in rows(store, queries.LABELS)}
    told, named = (rows(store, q) for q in (queries.SITUATIONS, queries.ENTITIES))
    parts = _parts(store, told)
    players = frozenset(str(row["entity"]) for row in parts)
    found = entities(players, named, rows(store, queries.MENTIONED))
    situations = _situations(store, told, parts, labels, found)
    shortcuts: dict[str, list[Shortcut]] = {}
    for row in rows(store, queries.FACTS):
        predicate = labels.get(str(row["predicate"])) or words(str(row["predicate"]))
        counts = (_number(row["articles"]), _number(row["sources"]))
        fact = Shortcut(str(row["subject"]), predicate, str(row["object"]), *counts)
        shortcuts.setdefault(str(row["situation"]), []).append(fact)
    return Reading(
        situations=situations,
        by_iri={s.iri: s for s in situations},
        entities=found,
        shortcuts={iri: tuple(facts) for iri, facts in shortcuts.items()},
        support={
            str(row["situation"]): (int(row["articles"] or 0), int(row["sources"] or 0))
            for row in rows(store, queries.SUPPORT)
        },
        evidence=evidence(
            rows(store, queries.CLAIMS),
            rows(store, queries.ARTICLES),
            rows(store, queries.MENTIONS),
            rows(store, queries.SENTENCES),
        ),
        contradictions=_contradictions(store),
        terms=_terms(told, parts, [row for row in named if row["entity"] in players]),
    )


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _parts(store: Queryable, told: Iterable[Row]) -> list[Row]:
    """Who plays which part in a situation; what is itself a situation or a concept plays none."""
    others = {str(row["situation"]) for row in told} | {str(row["concept"]) for row in rows(store, queries.CONCEPTS)}
    return [row for row in rows(store, queries.ROLES) if row["entity"] not in others]


def _contradictions(store: Queryable) -> tuple[Contradiction, ...]:
    found: dict[tuple[str, str], Contradiction] = {}
    for row in rows(store, queries.CONTRADICTIONS):
        kind = local_name(row["type"] or "").removesuffix("Conflict")
        one = Contradiction(str(row["a"]), str(row["b"]), kind, row["reason"])
        found.setdefault((one.a, one.b), one)
    return tuple(found.values())


def _terms(situations: Iterable[Row], roles: Iterable[Row], entities: Iterable[Row]) -> dict[str, dict[str, str]]:
    """Local name -> IRI, for the tables class, type, category and status of situations, role, and kind of entities."""
    given = [(table, row[table]) for row in situations for table in ("class", "type", "category", "status")]
    given += [("role", row["role"]) for row in roles]
    given += [("kind", row["value"]) for row in entities if local_name(str(row["property"])) == "type"]
    found: dict[str, dict[str, str]] = {}
    for table, iri in sorted((table, iri) for table, iri in given if iri):
        found.setdefault(table, {}).setdefault(local_name(iri), iri)
    return found


def _situations(
    store: Queryable,
    told: Iterable[Row],
    parts: Iterable[Row],
    labels: Mapping[str, str],
    entities: Mapping[str, Actor],
) -> tuple[Situation, ...]:
    roles: dict[str, list[tuple[str, str]]] = {}
    for row in parts:
        roles.setdefault(str(row["situation"]), []).append((local_name(str(row["role"])), str(row["entity"])))
    spoken_of: dict[str, list[str]] = {}
    for row in rows(store, queries.ABOUT):
        spoken_of.setdefault(str(row["situation"]), []).append(str(row["other"]))
    first: dict[str, Row] = {}
    for row in told:
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
