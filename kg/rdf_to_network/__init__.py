"""From the graph to a network of actors: who is tied to whom by which happening, statement or relation.

A node is an entity, an edge one situation between two of them, with every sentence behind it. Facts only, unless
claims are asked for; then each edge carries the status the graph gives it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal, get_args

from kg.errors import QueryError
from kg.ontology import terms as vocabulary
from kg.ontology_to_text import STATUSES
from kg.rdf_to_network.analysis import Analysis, analyse, measured
from kg.rdf_to_network.centrality import Measure, measures
from kg.rdf_to_network.situations import REPORTED_FACT, Queryable, Reading, Situation, read
from kg.rdf_to_network.ties import Tie, ties
from kg.rdf_to_network.writing import FORMATS, write_folder, write_network

if TYPE_CHECKING:
    import networkx

Include = Literal["facts", "claims"]

__all__ = [
    "FORMATS", "Analysis", "Include", "Measure", "actor_network", "analyse", "measured", "measures", "write_folder",
    "write_network",
]  # fmt: skip


def actor_network(
    store: Queryable, *, include: Include = "facts", statuses: Collection[str] | None = None
) -> networkx.MultiDiGraph:
    """The network of actors in a store (pyoxigraph's or kg.rdf_store's), read over the union of its graphs.

    ``include="facts"`` takes situations whose status is ``reportedFact``; ``"claims"`` takes all, each edge with its
    status; ``statuses``, if given, takes those of these statuses instead (``reportedFact``, ``planned`` …). All
    attributes are plain JSON values.

    Nodes: label, kind (class name: Person, GeopoliticalEntity …), named (False: "a bill"), aliases, links, and
    ``alone``: the situations of this entity that tie it to nobody, with the keys of an edge and ``others``.

    Edges: label, type, category, quad (PLOVER's quad class of the type, or None), kind, status; date, earliest, latest,
    attested (ISO dates or None); place, situation (IRI, also the edge's key), what (its label), about, roles (of source
    and target), mutual (no direction), weight (number of sentences); articles that tell of it, sources (how many of
    them are independent, as the graph counts them; None if it does not); facts, the plain triples between the two that
    rest on it, as dicts with label, back (from target to source), articles and sources; and evidence, a list of dicts:
    see ``evidence.Evidence``.

    ``network.graph`` has ``contradictions``, a list of a, b (IRIs of claims), type and reason, and ``terms``, the IRIs
    of classes, types, statuses and roles by table and local name.

    Nodes and edges come in the order of their IRIs. Raises QueryError for another ``include`` or status.
    """
    import networkx  # noqa: PLC0415 - heavy, and `kg` must stay quick to import

    if include not in get_args(Include):
        raise QueryError(f"include={include!r}: expected one of {', '.join(get_args(Include))}")
    reading = read(store)
    chosen = _chosen(reading, include) if statuses is None else _known(statuses)
    wanted = [s for s in reading.situations if s.status in chosen]
    tied = {situation.iri: ties(situation, reading) for situation in wanted}
    alone = _alone(wanted, tied, reading)
    found = sorted((tie for own in tied.values() for tie in own), key=lambda t: (t.source, t.target, t.situation))
    network = networkx.MultiDiGraph(
        contradictions=[asdict(c) for c in reading.contradictions],
        terms={table: dict(terms) for table, terms in reading.terms.items()},
    )
    for iri in sorted({end for tie in found for end in (tie.source, tie.target)} | alone.keys()):
        actor = reading.entities[iri]
        network.add_node(
            iri,
            label=actor.label,
            kind=actor.kind,
            named=actor.named,
            aliases=list(actor.aliases),
            links=list(actor.links),
            alone=alone.get(iri, []),
        )
    for tie in found:
        own = {"label": tie.label, "mutual": tie.mutual, "facts": _facts(tie, reading)}
        network.add_edge(
            tie.source, tie.target, key=tie.situation, **_attributes(tie.situation, reading, *tie.roles) | own
        )
    return network


def _chosen(reading: Reading, include: Include) -> frozenset[str]:
    return frozenset((REPORTED_FACT,)) if include == "facts" else frozenset(s.status for s in reading.situations)


def _known(statuses: Collection[str]) -> frozenset[str]:
    if unknown := sorted(set(statuses).difference(STATUSES)):
        raise QueryError(f"status {unknown[0]!r}: expected one of {', '.join(STATUSES)}")
    return frozenset(statuses)


def _facts(tie: Tie, reading: Reading) -> list[dict[str, object]]:
    """The plain triples between the ends of a tie that rest on its situation."""
    ends = (tie.source, tie.target)
    return [
        {"label": f.name, "back": (f.object, f.subject) == ends, "articles": f.articles, "sources": f.sources}
        for f in reading.shortcuts.get(tie.situation, ())
        if ends in ((f.subject, f.object), (f.object, f.subject))
    ]


def _alone(
    situations: Sequence[Situation], tied: Mapping[str, Sequence[Tie]], reading: Reading
) -> dict[str, list[dict[str, object]]]:
    """Entity -> what is said of it that ties it to nobody; under the first of its roles."""
    found: dict[str, list[dict[str, object]]] = {}
    for situation in situations:
        ends = {end for tie in tied[situation.iri] for end in (tie.source, tie.target)}
        roles: dict[str, str] = {}
        for role, entity in situation.roles:
            roles.setdefault(entity, role)
        for entity in sorted(roles.keys() - ends):
            others = sorted(roles.keys() - {entity})
            one = _attributes(situation.iri, reading, roles[entity]) | {"others": others}
            found.setdefault(entity, []).append(one)
    return found


def _quad(reading: Reading, situation: Situation) -> str | None:
    """The quad class of a type, or that of its category, as the ontology has it."""
    for table, name in (("type", situation.type), ("category", situation.category)):
        term = vocabulary().get(reading.terms.get(table, {}).get(name, ""))
        if term is not None and (quad := term.one("nkg:quad")):
            return quad
    return None


def _attributes(iri: str, reading: Reading, *roles: str) -> dict[str, object]:
    """What an edge, or an entity on its own, says of a situation."""
    situation = reading.by_iri[iri]
    told = reading.evidence.get(iri, ())
    evidence = [one.plain() for one in told]
    articles, sources = reading.support.get(iri) or (len({e.article for e in told}), None)
    return {
        "label": situation.type_label,
        "type": situation.type,
        "category": situation.category,
        "quad": _quad(reading, situation),
        "kind": situation.kind,
        "status": situation.status,
        "date": situation.date,
        "earliest": situation.earliest,
        "latest": situation.latest,
        "attested": situation.attested,
        "place": situation.place,
        "situation": iri,
        "what": situation.label,
        "about": list(situation.about),
        "roles": list(roles),
        "evidence": evidence,
        "weight": max(1, len({e["sentence_iri"] for e in evidence})),
        "articles": articles,
        "sources": sources,
    }
