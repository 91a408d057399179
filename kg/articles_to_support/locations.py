"""One text found at several places is one article with several locations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.records import Article


def unite(articles: Iterable[Article]) -> tuple[Article, ...]:
    """One article for each id, in the order of ids, whatever the order they come in.

    Of several records of one text the one that is known best stands: with blocks, then with a publication date,
    publisher and URL; of equals the first by source. What it lacks the others fill in, and ``locations`` names the
    places of the rest.

    >>> [one] = unite([Article("a", "x.txt", "It rained."), Article("a", "b.txt", "It rained.", publisher="Post")])
    >>> one.source, one.publisher, one.locations
    ('b.txt', 'Post', ('x.txt',))
    """
    same: dict[str, set[Article]] = defaultdict(set)
    for article in articles:
        same[article.id].add(article)
    return tuple(_united(same[key]) for key in sorted(same))


def _united(records: set[Article]) -> Article:
    best, *rest = sorted(records, key=_rank)
    dated = next((r for r in (best, *rest) if r.published), best)
    elsewhere = {place for r in records for place in (*_places(r), *r.locations)} - {*_places(best)}
    return replace(
        best,
        title=next((r.title for r in (best, *rest) if r.title), None),
        published=dated.published,
        published_from=dated.published_from,
        publisher=next((r.publisher for r in (best, *rest) if r.publisher), None),
        authors=next((r.authors for r in (best, *rest) if r.authors), ()),
        url=next((r.url for r in (best, *rest) if r.url), None),
        locations=tuple(sorted(elsewhere)),
    )


def _places(article: Article) -> tuple[str, ...]:
    return (article.source, article.url) if article.url else (article.source,)


def _rank(article: Article) -> tuple[bool, bool, bool, bool, str, str]:
    known = (article.blocks, article.published, article.publisher, article.url)
    missing = tuple(not value for value in known)
    return (*missing, article.source, repr(article))  # type: ignore[return-value]
