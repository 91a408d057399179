"""The map: situations with the roles, time and place that their status covers. A node here says nothing about truth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.claims_to_entities.world import Situation
from kg.claims_to_rdf.entities import AGENTS, label
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.promotion import Verdict
from kg.claims_to_rdf.rdf import Object, day, edtf, node, triple, words
from kg.ontology import event_concept, root_of, short, term, terms

Kinds = Callable[[str], str]
Roles = tuple[tuple[str, str], ...]  # (prefixed name of the role, cluster)

_CLASSES = {"event": "nkg:Event", "utterance": "nkg:Utterance", "state": "nkg:State", "office": "nkg:RoleHolding"}
_AGENT_ROLES = {
    "agent": "nkg:actor",
    "patient": "nkg:recipient",
    "recipient": "nkg:recipient",
    "participant": "nkg:participant",
    "holder": "nkg:holder",
}
_THING_ROLES = {"agent": "nkg:cause", "patient": "nkg:theme", "recipient": "nkg:theme", "participant": "nkg:theme"}
_FREE_ROLES = {
    "instrument": "nkg:instrument",
    "medium": "nkg:medium",
    "topic": "nkg:topic",
    "organization": "nkg:organization",
}
_SPEAKING = frozenset({"utterance"})
_TAKING_PART = frozenset({"nkg:actor", "nkg:recipient", "nkg:participant", "nkg:holder"})


@cache
def _state_concepts() -> Mapping[str, str]:
    """The state type of each relation predicate of the claims contract, as the shortcuts define it."""
    pairs = {(t.one("nkg:claimPredicate"), t.one("nkg:shortcutType")) for t in terms().values()}
    return {predicate: concept for predicate, concept in sorted(map(_sure, pairs)) if predicate and concept}


def _sure(pair: tuple[str | None, str | None]) -> tuple[str, str]:
    return pair[0] or "", pair[1] or ""


def concept_of(situation: Situation) -> str:
    """The IRI of a situation's event type. Raises VocabularyError for a type that the scheme does not have."""
    if situation.kind in ("state", "office"):
        if situation.type in _state_concepts():
            return _state_concepts()[situation.type]
        if situation.type.startswith("other:"):
            return event_concept("StateOfAffairs")
    return event_concept(situation.subtype or situation.type)


def category_of(concept: str) -> str:
    """The IRI of the top concept above an event type."""
    return event_concept(root_of(short(concept).removeprefix("et:")))


def roles_of(kinds: Kinds, situation: Situation, roles: Roles) -> Roles:
    """Roles of the world as properties of the ontology, participants written out; in order, none twice.

    What is no agent does not take part: a storm is a cause, a bridge or a law a theme. Who speaks is an agent.
    ``kinds`` gives the type of each cluster.
    """
    relation = situation.kind == "state" and (
        situation.type in _state_concepts() or situation.type.startswith("other:")
    )
    found: set[tuple[str, str]] = set()
    for role, cluster in roles:
        agent = kinds(cluster) in AGENTS or _acts(situation, role, kinds(cluster))
        name = _state_role(situation, role) if relation else _event_role(role, agent)
        found.add((name, cluster))
        if agent and (name in _TAKING_PART or name in ("nkg:bearer", "nkg:counterpart")):
            found.add(("nkg:participant", cluster))
    return tuple(sorted(found))


def _acts(situation: Situation, role: str, kind: str) -> bool:
    """Whether a place or thing acts here: every speaker does, and a place or facility that does or shares an act."""
    if situation.kind in _SPEAKING:
        return role in ("agent", "recipient")
    return (role in ("agent", "participant") and kind in ("place", "facility")) or role == "holder"


def _event_role(role: str, agent: bool) -> str:
    return _FREE_ROLES.get(role) or (_AGENT_ROLES if agent else _THING_ROLES)[role]


def _state_role(situation: Situation, role: str) -> str:
    if situation.type == "occupied_by":
        return "nkg:actor" if role == "patient" else "nkg:place"
    return "nkg:bearer" if role == "agent" else "nkg:counterpart"


def situation_quads(
    kinds: Kinds, iris: Iris, situation: Situation, verdict: Verdict, attested: Iterable[str]
) -> Iterator[Quad]:
    """Quads of one situation. ``attested`` are the days (ISO) of the articles that tell of it."""
    it = iris.situation(situation.id)
    yield from _what(iris, it, situation, verdict)
    for role, cluster in roles_of(kinds, situation, verdict.roles):
        yield triple(DefaultGraph(), it, role, iris.entity(cluster))
    yield from _when(it, situation, verdict)
    if situation.kind in ("state", "office"):
        yield from _attested(it, attested)


def _what(iris: Iris, it: NamedNode, situation: Situation, verdict: Verdict) -> Iterator[Quad]:
    concept = concept_of(situation)
    values: list[tuple[str, Object]] = [
        ("rdf:type", node(_CLASSES[situation.kind])),
        ("rdfs:label", words(label(situation.label))),
        ("nkg:eventType", NamedNode(concept)),
        ("nkg:eventCategory", NamedNode(category_of(concept))),
        ("nkg:status", NamedNode(term(f"nkg:{verdict.status}"))),
    ]
    if verdict.place:
        values.append(("nkg:place", iris.entity(verdict.place)))
    if verdict.theme:
        values.append(("nkg:theme", iris.situation(verdict.theme)))
    for about in verdict.about:
        values.append(("nkg:topic", iris.situation(about)))
    if verdict.topic:
        values.append(("nkg:topicText", words(verdict.topic)))
    if situation.title and situation.kind == "office":
        values.append(("nkg:roleTitle", words(situation.title)))
    for name, value in values:
        yield triple(DefaultGraph(), it, name, value)


def _when(it: NamedNode, situation: Situation, verdict: Verdict) -> Iterator[Quad]:
    if not verdict.dated:
        return
    first, last = day(situation.earliest), day(situation.latest)
    for name, value in (("nkg:earliestDate", first), ("nkg:latestDate", last), ("nkg:edtf", edtf(situation.edtf))):
        if value is not None:
            yield triple(DefaultGraph(), it, name, value)
    if first is not None and first == last:
        yield triple(DefaultGraph(), it, "nkg:date", first)


def _attested(it: NamedNode, attested: Iterable[str]) -> Iterator[Quad]:
    """The days of the articles that attest a state; news hardly ever says since when."""
    published = {d.value: d for a in attested if (d := day(a))}
    if published:
        yield triple(DefaultGraph(), it, "nkg:attestedFrom", published[min(published)])
        yield triple(DefaultGraph(), it, "nkg:attestedTo", published[max(published)])


def acting(kinds: Kinds, situation: Situation, verdict: Verdict) -> frozenset[str]:
    """The clusters that take part in a situation as agents."""
    return frozenset(c for role, c in roles_of(kinds, situation, verdict.roles) if role == "nkg:participant")
