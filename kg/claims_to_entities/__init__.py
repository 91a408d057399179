"""Claims of many articles → the one world they speak of: clusters, situations and contradictions."""

from __future__ import annotations

from collections.abc import Iterable

from kg.claims_to_entities.clusters import clusters
from kg.claims_to_entities.contradictions import contradictions
from kg.claims_to_entities.situations import situations
from kg.claims_to_entities.tellings import make_context
from kg.claims_to_entities.world import Cluster, Contradiction, Situation, World
from kg.records import Article, Entity, Event, Record, Relation, Statement

__all__ = ["Cluster", "Contradiction", "Situation", "World", "resolve"]


def resolve(records: Iterable[Record]) -> World:
    """The world behind the records of any number of articles, the same whatever their order.

    Raises ClaimError when a claim refers to an entity that no record describes.
    """
    known = sorted(set(records), key=repr)
    entities = [r for r in known if isinstance(r, Entity)]
    built, cluster_of = clusters(entities)
    context = make_context((r for r in known if isinstance(r, Article)), entities, built)
    claims = {r.id: r for r in known if isinstance(r, Event | Statement | Relation)}
    claims = dict(sorted(claims.items()))
    told = situations(context, claims)
    plain = {i: c for i, c in claims.items() if isinstance(c, Event | Relation)}
    conflicts = contradictions(told.situations, plain, told.tellings, context.clusters)
    situation_of = {m: s.id for s in told.situations for m in s.members}
    return World(built, told.situations, conflicts, cluster_of, situation_of)
