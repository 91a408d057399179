"""Stories: happenings and statements that share who takes part and what it is about, within a stretch of time.

Group-average clustering of episodes (the connected situations of one article) by the cosine of their TF-IDF vectors,
as in topic detection and tracking: Yang, Pierce and Carbonell, "A study on retrospective and on-line event detection"
(SIGIR 1998). No chance is involved: ties go by IRI.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.rdf_to_report.graph import LASTING, Article, Graph, Situation

# Episodes whose articles lie further apart than so many days are not one story by themselves.
WINDOW = 21
# Average cosine from which two groups are one story.
ALIKE = 0.18
# What it counts, as cosine, that two episodes stand in one article: most articles tell one story, digests tell several.
ONE_TEXT = 0.14
# Situations below which connected ones are no episode of their own, but belong to the one told before.
FEW = 3
# A feature of more than this share of all episodes, and of more than so many, tells no story from another.
COMMON, MANY = 0.2, 25
# How much names count against words.
NAME = 2.0


@dataclass(frozen=True, slots=True)
class Story:
    """Situations (IRIs, in their order) and the articles they are told in; ``central`` is most like the others.

    Of two that are as much so, it is the earlier.
    """

    situations: tuple[str, ...]
    articles: tuple[str, ...]
    central: str


@dataclass(frozen=True, slots=True)
class Episode:
    """The connected situations of one article."""

    article: str
    situations: tuple[str, ...]
    features: Mapping[str, float]


def stories(graph: Graph, wanted: Iterable[str]) -> tuple[Story, ...]:
    """The stories of a graph, those of most articles first. Each wanted situation that happens is in at most one."""
    happen = [graph.situations[iri] for iri in wanted if graph.situations[iri].kind not in LASTING]
    episodes = _episodes(graph, happen)
    vectors = _weighted(episodes)
    groups = _grouped(episodes, vectors, graph.articles)
    owner: dict[str, int] = {}
    for number, group in enumerate(groups):
        for situation in sorted({s for k in group for s in episodes[k].situations}):
            owner.setdefault(situation, number)
    found = []
    for number, group in enumerate(groups):
        own = tuple(sorted(s for s, n in owner.items() if n == number))
        if own:
            central = min(group, key=lambda k: (-_likeness(k, group, vectors), _day(graph, episodes[k]), k))
            articles = tuple(sorted({episodes[k].article for k in group}))
            found.append(Story(own, articles, episodes[central].article))
    return tuple(sorted(found, key=lambda s: (-len(s.articles), -len(s.situations), s.situations)))


def _likeness(k: int, group: Sequence[int], vectors: Sequence[Mapping[str, float]]) -> float:
    return round(sum(_dot(vectors[k], vectors[other]) for other in group if other != k), 9)


def _day(graph: Graph, episode: Episode) -> str:
    article = graph.articles.get(episode.article)
    return (article.published if article else None) or "9999"


def _episodes(graph: Graph, situations: Sequence[Situation]) -> list[Episode]:
    """Article by article, its situations parted where nothing connects them."""
    by_article: dict[str, dict[str, int]] = defaultdict(dict)
    for s in situations:
        for claim in s.claims:
            begin = by_article[claim.article].get(s.iri, claim.begin)
            by_article[claim.article][s.iri] = min(begin, claim.begin)
    found = []
    for article, begins in sorted(by_article.items()):
        told = sorted(begins, key=lambda iri: (begins[iri], iri))
        parts = _parts([graph.situations[iri] for iri in told], begins)
        found += [Episode(article, tuple(part), _features(graph, article, part)) for part in parts]
    return found


def _parts(told: Sequence[Situation], begins: Mapping[str, int]) -> list[list[str]]:
    """Situations in the order of the text, parted where they share no actor, no sentence and no topic."""
    home = {s.iri: s.iri for s in told}

    def root(iri: str) -> str:
        while home[iri] != iri:
            iri = home[iri]
        return iri

    first: dict[str, str] = {}
    for s in told:
        marks = [e for role, e in s.roles if role != "place"] + [f"@{begins[s.iri]}"]
        for mark in [*marks, *(a for a in s.about if a in home), s.iri]:
            home[root(s.iri)] = root(first.setdefault(mark, s.iri))
    groups: dict[str, list[str]] = {}
    for s in told:
        groups.setdefault(root(s.iri), []).append(s.iri)
    parts: list[list[str]] = []
    for group in groups.values():
        if parts and (len(group) < FEW or len(parts[-1]) < FEW):
            parts[-1] += group
        else:
            parts.append(group)
    return parts


def _features(graph: Graph, article: str, part: Iterable[str]) -> dict[str, float]:
    """What an episode is about: how often its named actors take part, and the words of its sentences."""
    names: Counter[str] = Counter()
    sentences: set[tuple[int, str]] = set()
    for situation in (graph.situations[iri] for iri in part):
        names.update({f"<{e}>" for _, e in situation.roles if graph.actors[e].named})
        sentences.update((c.begin, c.text) for c in situation.claims if c.article == article)
    words = Counter(w for _, text in sorted(sentences) for w in re.findall(r"[^\W\d_]{4,}", text.casefold()))
    return {f: NAME * (1 + math.log(n)) for f, n in names.items()} | {w: 1 + math.log(n) for w, n in words.items()}


def _weighted(episodes: Sequence[Episode]) -> list[dict[str, float]]:
    """TF-IDF vectors of length one, without the features of everybody and of one alone."""
    spread = Counter(f for e in episodes for f in e.features)
    most = max(MANY, COMMON * len(episodes))
    vectors = []
    for e in episodes:
        kept = {
            f: n * math.log(1 + len(episodes) / spread[f]) for f, n in sorted(e.features.items()) if spread[f] <= most
        }
        length = math.sqrt(sum(v * v for v in kept.values())) or 1.0
        vectors.append({f: v / length for f, v in kept.items()})
    return vectors


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(v * large[f] for f, v in small.items() if f in large)


def _may_be_one(a: Episode, b: Episode, articles: Mapping[str, Article]) -> bool:
    """Whether two episodes that share an actor lie near in time or, if one has no day, share more than that.

    A police force or a state alone, with the words of a kind of news, would make one story of two alike.
    """
    told = (articles.get(e.article) for e in (a, b))
    days = [date.fromisoformat(article.published) for article in told if article and article.published]
    if len(days) == 2:
        return abs((days[0] - days[1]).days) <= WINDOW
    names = sum(f.startswith("<") for f in a.features.keys() & b.features.keys())
    return names > 1 or not set(a.situations).isdisjoint(b.situations)


def _alike(
    episodes: Sequence[Episode], vectors: Sequence[Mapping[str, float]], articles: Mapping[str, Article]
) -> dict[tuple[int, int], float]:
    """The cosine of each pair of episodes that may be one story."""
    holders: dict[str, list[int]] = defaultdict(list)
    for k, vector in enumerate(vectors):
        for feature in vector:
            if feature.startswith("<"):
                holders[feature].append(k)
    pairs = {pair for own in holders.values() for pair in combinations(own, 2)}
    near = [(a, b) for a, b in sorted(pairs) if _may_be_one(episodes[a], episodes[b], articles)]
    found = {(a, b): _dot(vectors[a], vectors[b]) for a, b in near}
    by_article: dict[str, list[int]] = defaultdict(list)
    for k, episode in enumerate(episodes):
        by_article[episode.article].append(k)
    for a, b in (pair for own in by_article.values() for pair in combinations(own, 2)):
        found[a, b] = _dot(vectors[a], vectors[b]) + ONE_TEXT
    return found


def _grouped(
    episodes: Sequence[Episode], vectors: Sequence[Mapping[str, float]], articles: Mapping[str, Article]
) -> list[tuple[int, ...]]:
    """Groups of episodes: the two most alike are joined until no two are alike enough on average."""
    members: dict[int, tuple[int, ...]] = {k: (k,) for k in range(len(episodes))}
    total: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in _alike(episodes, vectors, articles).items():
        total[a][b] = total[b][a] = value
    heap = [(-v, a, b) for a, row in total.items() for b, v in row.items() if a < b and v >= ALIKE]
    heapq.heapify(heap)
    fresh = len(episodes)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in members or b not in members:
            continue
        members[fresh] = tuple(sorted(members.pop(a) + members.pop(b)))
        row_a, row_b = total.pop(a), total.pop(b)
        for other in sorted({*row_a, *row_b} & members.keys()):
            value = row_a.get(other, 0.0) + row_b.get(other, 0.0)
            total[fresh][other] = total[other][fresh] = value
            average = value / (len(members[fresh]) * len(members[other]))
            if average >= ALIKE:
                heapq.heappush(heap, (-average, other, fresh))
        fresh += 1
    return sorted(members.values())
