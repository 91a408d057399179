"""Rows of SPARQL answers put together: the entities that play a part in something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.rdf_to_network.terms import local_name

NAMES = frozenset({"name", "metonym"})
# Kinds whose unnamed members ("a bill", "the two countries") are things and no actors; unnamed people and groups act.
THINGS = frozenset({"Product", "LawOrTreaty", "Work", "Facility", "Place", "GeopoliticalEntity", "Document", "Entity"})
Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Actor:
    """A node to be. ``kind`` is the local name of its class; ``links`` are other IRIs of the same thing.

    ``named``: some text calls it by a name; "a bill" and "the robots" are things nobody named.
    """

    label: str
    kind: str
    aliases: tuple[str, ...]
    links: tuple[str, ...]
    named: bool = True


def is_thing(data: Mapping[str, object]) -> bool:
    """Whether a node's attributes tell of a thing that nobody named.

    >>> is_thing({"kind": "LawOrTreaty", "named": False}), is_thing({"kind": "Group", "named": False})
    (True, False)
    """
    return not data.get("named", True) and data["kind"] in THINGS


def entities(players: frozenset[str], named: Iterable[Row], mentions: Iterable[Row]) -> dict[str, Actor]:
    """Entity IRI -> what it is, for ``players``, given the rows of ENTITIES and MENTIONED."""
    values: dict[str, dict[str, list[str]]] = {}
    for row in named:
        if row["entity"] in players:
            of = values.setdefault(str(row["entity"]), {})
            of.setdefault(local_name(str(row["property"])), []).append(str(row["value"]))
    mentioned: dict[str, set[str]] = {}
    for row in mentions:
        mentioned.setdefault(str(row["entity"]), set()).add(local_name(row["kind"] or "name"))
    found = {}
    for iri, of in values.items():
        label = min(of.get("label", [local_name(iri)]))
        found[iri] = Actor(
            label=label,
            kind=_kind(of.get("type", [])),
            aliases=tuple(a for a in of.get("altLabel", []) if a != label),
            links=tuple(of.get("sameAs", [])),
            named=bool(mentioned.get(iri, NAMES) & NAMES),
        )
    return found


def _kind(classes: list[str]) -> str:
    """The most telling class name: Entity and Agent say nothing that a narrower one does not."""
    names = sorted(local_name(c) for c in classes)
    return next((n for n in names if n not in ("Entity", "Agent")), "Entity")
