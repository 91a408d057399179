"""The graph of one article: its evidence, its claims, where it comes from, and what it lends to situations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from kg.claims_to_rdf.attribution import AttributedClaim
from kg.claims_to_rdf.claims import claim_quads
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.entities import publisher_quads
from kg.claims_to_rdf.evidence import Page, article_quads, mention_quads, sentences
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.meta import origin_quads, run_of
from kg.claims_to_rdf.promotion import Policy
from kg.records import Article


def article_unit(  # noqa: PLR0913, PLR0917 - one argument for each thing that shapes an article's graph
    corpus: Corpus, iris: Iris, claims: Iterable[AttributedClaim], article: Article, text: str, policy: Policy
) -> Iterator[Quad]:
    """The graph of one article, where it comes from, and its publisher if that is no entity of the world."""
    own = [c for c in claims if c.article == article.id]
    page = Page(article, corpus.keys[article.id], iris, text)
    spans = sentences(corpus, own).get(article.id, [])
    publisher = corpus.publisher(article)
    yield from article_quads(page, publisher)
    yield from mention_quads(corpus, page, spans)
    for claim in own:
        yield from claim_quads(corpus, page, claim)
    yield from origin_quads(iris, run_of(iris, policy, text), page.key)
    if publisher not in corpus.clusters and article.id not in corpus.world.publisher_of:
        yield from publisher_quads(iris, publisher, article, page.key)
