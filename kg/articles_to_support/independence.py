"""How many sources a fact has that do not draw on each other: "5 articles, 1 independent source"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.articles_to_support.components import components
from kg.articles_to_support.copies import Copies
from kg.articles_to_support.origins import key, origin
from kg.records import Article


@dataclass(frozen=True, slots=True)
class Source:
    """What an article may share with another source of a fact.

    ``copies``: the group of articles of one text it belongs to. ``outlets``: keys of the publisher and of the agency
    whose text it prints.
    """

    article: str
    copies: str
    outlets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Support:
    """The articles behind a fact, grouped: those of one group draw on one source."""

    groups: tuple[tuple[str, ...], ...]

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return sum(len(group) for group in self.groups)

    @property
    def independent(self) -> int:
        """How many of them at most could have been wrong independently of each other."""
        return len(self.groups)


def source(article: Article, copies: str) -> Source:
    """What an article shares with others, given its group of copies."""
    publisher = {key(article.publisher)} if article.publisher else set()
    agency = {found} if (found := origin(article)) else set()
    return Source(article.id, copies, frozenset(publisher | agency) - {""})


def sources(articles: Iterable[Article]) -> Mapping[str, Source]:
    """The sources of all articles, by article id, whatever their order; an article given twice counts once."""
    known = {a.id: a for a in sorted(articles, key=repr)}
    groups = Copies(known.values()).groups()
    return {a: source(known[a], groups[a]) for a in sorted(known)}


def support(told_by: Iterable[tuple[Source, str | None]]) -> Support:
    """The support of a fact by the articles that tell it.

    Each is given with the outlet whose report it merely passes on for this fact ("…, the Harbour Post reported"), None
    if it tells it as its own. Articles are one source if they are copies, have one publisher, print one agency's text,
    or pass on one outlet's report, that outlet's own article included. An article that tells a fact both ways tells it.

    >>> post, star = Source("a", "a", frozenset({"harbour post"})), Source("b", "b", frozenset({"evening star"}))
    >>> support([(post, None), (star, None)]).independent, support([(post, None), (star, "Harbour Post")]).independent
    (2, 1)
    """
    cited: dict[str, set[str | None]] = defaultdict(set)
    known: dict[str, Source] = {}
    for told, outlet in told_by:
        known[told.article] = told
        cited[told.article].add(outlet and key(outlet))
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for article in sorted(known):
        shared["copies", known[article].copies].append(article)
        relayed = {o for o in cited[article] if o} if None not in cited[article] else set()
        for outlet in sorted(known[article].outlets | relayed):
            shared["outlet", outlet].append(article)
    pairs = [pair for _, members in sorted(shared.items()) for pair in pairwise(members)]
    groups: dict[str, list[str]] = defaultdict(list)
    for article, group in components(known, pairs).items():
        groups[group].append(article)
    return Support(tuple(tuple(members) for _, members in sorted(groups.items())))
