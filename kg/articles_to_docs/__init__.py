"""Articles in, readings out: layout, publication date, parse, times, entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.articles_to_docs.reading import Reading


def lay_out(article: Article, published: str | None = None) -> Article:
    """The article with its blocks, and with title, authors and date where the page tells them and nothing else did."""
    from kg.articles_to_docs.layout import authors, layout, title  # noqa: PLC0415
    from kg.articles_to_docs.publication import publication  # noqa: PLC0415

    blocks = article.blocks or layout(article.text)
    day, told = article.published, article.published_from
    if day is None:
        day, told = publication(article.text, blocks)
    if day is None and published is not None:
        day, told = published, "argument"
    return replace(
        article,
        blocks=blocks,
        published=day,
        published_from=told,
        title=article.title or title(article.text, blocks),
        authors=article.authors or authors(article.text, blocks),
    )


def read(
    articles: Iterable[Article], nlp: Language, published: str | None = None, coreference: str = "rules"
) -> Iterator[Reading]:
    """Each article as the extractors see it, in order.

    ``coreference`` names the resolver whose entities count. Raises KgError if it is not installed.
    """
    from kg.articles_to_docs.coreference.resolvers import load_resolver  # noqa: PLC0415
    from kg.articles_to_docs.entities import find_entities  # noqa: PLC0415
    from kg.articles_to_docs.language import parse  # noqa: PLC0415
    from kg.articles_to_docs.reading import make_reading  # noqa: PLC0415
    from kg.articles_to_docs.times import find_times  # noqa: PLC0415

    resolve = load_resolver(coreference)
    for article, doc in parse((lay_out(a, published) for a in articles), nlp):
        times = find_times(article, doc)
        entities = find_entities(article, doc, times)
        if resolve is not None:
            entities = resolve(article, doc, entities)
        yield make_reading(article, doc, times, entities)
