"""What was taken to be one, and why: told for people who want to check it, and found again to be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.claims_to_entities.names import fold
from kg.claims_to_entities.world import Cluster, Situation, World
from kg.errors import KgError
from kg.records import Article, Claim, Entity, Event, Record, Relation, Statement


@dataclass(frozen=True, slots=True)
class Member:
    """One entity or claim of a merge: what it is called in its article, and where that article lies."""

    id: str
    name: str
    type: str
    article: str
    source: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Several entities, or several claims, taken to be one thing. ``reasons`` as the world gives them."""

    id: str
    label: str
    type: str
    members: tuple[Member, ...]
    reasons: tuple[str, ...]

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return len({m.article for m in self.members})


def merges(world: World, records: Iterable[Record]) -> tuple[Merge, ...]:
    """Every cluster and situation of more than one member, in the order of their ids, clusters first."""
    known = list(records)
    places = {r.id: r.source for r in known if isinstance(r, Article)}
    things = {r.id: _member(r, places) for r in known if isinstance(r, Entity | Event | Statement | Relation)}
    made = [_merge(c.id, c.name, c.type, c, things) for c in world.clusters]
    made += [_merge(s.id, s.label, s.type, s, things) for s in world.situations]
    return tuple(m for m in made if len(m.members) > 1)


def _merge(key: str, label: str, kind: str, of: Cluster | Situation, things: Mapping[str, Member]) -> Merge:
    return Merge(key, label, kind, tuple(things[m] for m in of.members if m in things), of.reasons)


def _member(record: Entity | Claim, places: Mapping[str, str]) -> Member:
    if isinstance(record, Entity):
        name, kind = record.name, record.type
    else:
        name, kind = " ".join(record.sentence.text.split()), type(record).__name__.lower()
    return Member(record.id, name, kind, record.article, places.get(record.article, ""))


def about(found: Iterable[Merge], who: str) -> tuple[Merge, ...]:
    """The merges of that id, name or member. Raises KgError if nothing of that name was merged."""
    asked = fold(who)
    fitting = [m for m in found if who == m.id or asked == fold(m.label) or any(_is(who, x) for x in m.members)]
    if not fitting:
        raise KgError(f"{who!r}: nothing of that name or id is merged (`kg merges list` shows what is)")
    return tuple(fitting)


def _is(who: str, member: Member) -> bool:
    return who == member.id or (member.type not in _CLAIMS and fold(who) == fold(member.name))


_CLAIMS = frozenset({"event", "statement", "relation"})
Thing = dict[str, str]


def parted(found: Iterable[Merge], one: str, other: str) -> tuple[Thing, Thing]:
    """Two members of a merge, by names or ids, as a verdict describes them.

    An id beside the name it has parts this one from all others of the name. Raises KgError if the two are not merged,
    or mean the same members.
    """
    for merge in found:
        left, right = ([m for m in merge.members if _is(who, m)] for who in (one, other))
        if not left or not right:
            continue
        shared = [m for m in left if m in right]
        if shared and min(len(left), len(right)) == len(shared) == max(len(left), len(right)):
            raise KgError(f"{one!r} and {other!r} both mean {shared[0].id}: give ids (`kg merges explain {merge.id}`)")
        return _thing(one, left[0], merge), _thing(other, right[0], merge)
    raise KgError(f"{one!r} and {other!r} are not merged (`kg merges list` shows what is)")


def _thing(who: str, member: Member, merge: Merge) -> Thing:
    """A member by name and type, with its article if it was asked for by id; by id alone where a name is not enough."""
    if member.type in _CLAIMS:
        return {"id": member.id}
    if who != member.id:
        return {"name": member.name, "type": member.type}
    namesakes = [m for m in merge.members if m.article == member.article and fold(m.name) == fold(member.name)]
    if len(namesakes) > 1:
        return {"id": member.id}
    return {"name": member.name, "type": member.type, "article": member.article}
