"""Claims of many articles → the one world they speak of: clusters, situations and contradictions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.articles_to_support import unite
from kg.claims_to_entities.clusters import cluster_of_votes
from kg.claims_to_entities.growth import Changes, Growth
from kg.claims_to_entities.ledger import Ledger
from kg.claims_to_entities.verdicts import Verdicts
from kg.claims_to_entities.world import Cluster, Contradiction, Situation, World
from kg.records import Article, Issue, Record

__all__ = ["Changes", "Cluster", "Contradiction", "Growth", "Ledger", "Situation", "World", "resolve"]


def resolve(records: Iterable[Record], verdicts: Verdicts | None = None) -> World:
    """The world behind the records of any number of articles, the same whatever their order.

    ``verdicts`` is the user's word on what is the same and what is not, which outranks every rule.

    Raises ClaimError when a claim refers to an entity that no record describes.
    """
    by_article: dict[str, list[Record]] = defaultdict(list)
    known = set(records)
    for article in unite(r for r in known if isinstance(r, Article)):
        by_article[article.id].append(article)
    for record in sorted((r for r in known if not isinstance(r, Article | Issue)), key=repr):
        by_article[record.article].append(record)
    growth = Growth(Ledger(), lambda article: by_article.get(article, []), verdicts)
    growth.change(by_article)
    return _world(growth, by_article)


def _world(growth: Growth, by_article: Mapping[str, list[Record]]) -> World:
    cluster_of: dict[str, str] = {}
    situation_of: dict[str, str] = {}
    publisher_of: dict[str, str] = {}
    for article in sorted(by_article):
        placed = growth.placed(article)
        if placed:
            cluster_of |= placed.context.cluster_of
            situation_of |= placed.homes
            if placed.publisher:
                publisher_of[article] = placed.publisher
    members: dict[str, list[str]] = defaultdict(list)
    for entity, cluster in sorted(cluster_of.items()):
        members[cluster].append(entity)
    clusters = []
    for key, result in growth.ledger.results("cluster:"):
        found = cluster_of_votes(growth.ledger, key, result)
        clusters.append(replace(found, members=tuple(members.get(found.id, ()))))
    told = [
        replace(s, members=growth.members(name))
        for name in sorted(set(situation_of.values()))
        if (s := growth.situation(name))
    ]
    conflicts = {c for s in told for c in growth.inside(s)}
    conflicts |= {c for key, _ in growth.ledger.results("pair ") for c in growth.stances(key.removeprefix("pair "))}
    return World(
        tuple(sorted(clusters, key=lambda c: c.id)),
        tuple(told),
        tuple(sorted(conflicts, key=lambda c: (c.a, c.b, c.type))),
        dict(sorted(cluster_of.items())),
        dict(sorted(situation_of.items())),
        publisher_of,
        growth.copying.pairs(),
    )
