"""The records and the world behind them, indexed for looking up; duplicates of one text are put aside here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.articles_to_support import unite
from kg.articles_to_support.components import components
from kg.claims_to_entities.growth import Placed
from kg.claims_to_entities.links import link_reasons
from kg.claims_to_entities.names import slug
from kg.claims_to_entities.tellings import Context, make_context
from kg.claims_to_entities.world import Cluster, Situation, World
from kg.claims_to_rdf.iris import article_key, digest
from kg.errors import ClaimError
from kg.records import Article, Claim, Entity, Event, Record, Relation, Statement, TimeExpression


@dataclass(frozen=True, slots=True)
class Corpus:
    """Records by id and the world's answers for them. Every mapping is in the order of its keys.

    ``groups`` names for an article those it is a copy of, if there are any.
    """

    articles: Mapping[str, Article]
    keys: Mapping[str, str]
    entities: Mapping[str, Entity]
    claims: Mapping[str, Claim]
    times: tuple[TimeExpression, ...]
    clusters: Mapping[str, Cluster]
    situations: Mapping[str, Situation]
    context: Context
    world: World
    groups: Mapping[str, str]

    def situation(self, claim: str) -> Situation:
        """The situation a claim describes. Raises ClaimError if the world does not have it."""
        found = self.world.situation_of.get(claim)
        if found is None or found not in self.situations:
            raise ClaimError(f"claim {claim!r} describes no situation: resolve all records together, then build")
        return self.situations[found]

    def kind(self, cluster: str) -> str:
        """The type of a cluster."""
        return self.clusters[cluster].type

    def is_named(self, cluster: Cluster) -> bool:
        """Whether some article calls a cluster by a name."""
        return cluster.id in self.context.named

    def links(self) -> Mapping[str, set[str]]:
        """Why clusters have the identifiers that the user's table gives, by cluster."""
        found: dict[str, set[str]] = defaultdict(set)
        for entity in self.entities.values():
            if entity.links:
                found[self.context.cluster_of[entity.id]].update(link_reasons(entity))
        return found

    def publisher(self, article: Article) -> str:
        """The entity id of an article's publisher; a node of its own where the publisher is not known."""
        if known := self.world.publisher_of.get(article.id):
            return known
        if not article.publisher:
            return f"publisher_of_{self.keys[article.id]}"
        local = slug(article.publisher)
        cluster = self.clusters.get(local)
        taken = cluster is not None and cluster.type not in ("organization", "work")
        return f"{local}-{digest('publisher', article.publisher)[:8]}" if taken else local


def index(records: Sequence[Record], world: World) -> Corpus:
    """Index records and world. Of several articles with one text, the first by publisher and source is kept."""
    articles = unite(r for r in records if isinstance(r, Article))
    kept: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (a.publisher is None, a.publisher or "", a.source, a.id)):
        kept.setdefault(article_key(article), article)
    ids = {a.id for a in kept.values()}
    own = [r for r in records if not isinstance(r, Article) and r.article in ids]
    known = {a.id: a for a in sorted(kept.values(), key=lambda a: a.id)}
    entities = _by_id(r for r in records if isinstance(r, Entity))  # a cluster may have members of both copies
    return Corpus(
        articles=known,
        keys={a.id: k for k, a in kept.items()},
        entities=entities,
        claims=_by_id(r for r in own if isinstance(r, Event | Statement | Relation)),
        times=tuple(sorted({r.id: r for r in own if isinstance(r, TimeExpression)}.values(), key=lambda t: t.id)),
        clusters={c.id: c for c in world.clusters},
        situations={s.id: s for s in world.situations},
        context=make_context(known.values(), entities.values(), world.clusters),
        world=world,
        groups=_groups(world),
    )


def of_article(records: Sequence[Record], placed: Placed) -> Corpus:
    """The index of one article as it is placed in a world: its situations by what the article itself tells of them."""
    articles = {r.id: r for r in records if isinstance(r, Article)}
    situations: dict[str, Situation] = {}
    for claim, name in sorted(placed.homes.items()):
        t, theme = placed.told.tellings[claim], placed.told.themes.get(claim)
        about = placed.homes[theme] if theme and placed.homes[theme] != name else None
        known = situations.get(name) or Situation(name, t.kind, t.type, t.subtype, "", ())
        roles = tuple(sorted({*known.roles, *t.roles}))
        situations[name] = replace(known, roles=roles, theme=known.theme or about)
    entities = _by_id(r for r in records if isinstance(r, Entity))
    clusters = dict(placed.context.clusters)
    publishers = {a: placed.publisher for a in articles if placed.publisher}
    world = World(
        tuple(clusters.values()), tuple(situations.values()), (), placed.context.cluster_of, placed.homes, publishers
    )
    return Corpus(
        articles=articles,
        keys={a.id: article_key(a) for a in articles.values()},
        entities=entities,
        claims=placed.claims,
        times=tuple(sorted({r.id: r for r in records if isinstance(r, TimeExpression)}.values(), key=lambda t: t.id)),
        clusters=clusters,
        situations=situations,
        context=placed.context,
        world=world,
        groups=dict.fromkeys(articles, placed.group) if placed.group else {},
    )


def _groups(world: World) -> Mapping[str, str]:
    pairs = [(c.a, c.b) for c in world.copies]
    return components((a for pair in pairs for a in pair), pairs)


Identified = TypeVar("Identified", Entity, Claim)


def _by_id(records: Iterator[Identified]) -> dict[str, Identified]:
    return {r.id: r for r in sorted(records, key=lambda r: r.id)}
