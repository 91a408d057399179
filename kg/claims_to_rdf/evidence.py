"""The evidence in each article's own graph: article, blocks, sentences, mentions, and the claims read from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.claims_to_entities.links import mention_confidence
from kg.claims_to_rdf.attribution import AttributedClaim
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.iris import Iris, text_hash
from kg.claims_to_rdf.rdf import Object, day, decimal, integer, node, plain, triple, words
from kg.records import Article, Mention

REGIONS = {
    "headline": "headline",
    "standfirst": "lead",
    "body": "body",
    "quote": "body",
    "list": "body",
    "caption": "caption",
}  # every other role of a block is boilerplate
_BASES = {"metadata": "metadata", "dateline": "dateline", "text": "inferredFromText", "argument": "argument"}
TEXTS = ("full", "mentions", "none")


@dataclass(frozen=True, slots=True)
class Page:
    """One article as a place to point into: its node, its graph, and how much of its text may be written."""

    article: Article
    key: str
    iris: Iris
    text: str

    @property
    def graph(self) -> NamedNode:
        """The named graph of the article."""
        return self.iris.graph(f"article-{self.key}")

    def say(self, subject: NamedNode, predicate: str, value: Object) -> Quad:
        """One quad in the article's graph."""
        return triple(self.graph, subject, predicate, value)

    def words(self, text: str) -> Literal:
        """Words of the article in its language."""
        return words(text, self.article.language)

    def span(self, letter: str, start: int, end: int, kind: str) -> Iterator[Quad]:
        """A stretch of the article with its offsets, and its words where ``text`` allows."""
        it = self.iris.text(self.key, letter, start, end)
        yield self.say(it, "rdf:type", node(kind))
        yield self.say(it, "nif:referenceContext", self.iris.article(self.key))
        yield self.say(it, "nif:beginIndex", integer(start))
        yield self.say(it, "nif:endIndex", integer(end))
        if self.text == "full" or (self.text == "mentions" and letter in "mt"):
            yield self.say(it, "nif:anchorOf", self.words(self.article.text[start:end]))

    def region(self, start: int) -> str:
        """The text region of an offset; a first body block without a standfirst above it is the lead."""
        blocks = self.article.blocks
        block = next((b for b in blocks if b.start <= start < b.end), None)
        if block is None:
            return "body" if not blocks else "boilerplate"
        first = next((b for b in blocks if b.role in ("standfirst", "body")), None)
        return "lead" if block == first else REGIONS.get(block.role, "boilerplate")


def article_quads(page: Page, publisher: str) -> Iterator[Quad]:
    """The article itself and its blocks."""
    article, it = page.article, page.iris.article(page.key)
    yield page.say(it, "rdf:type", node("schema:NewsArticle"))
    yield page.say(it, "schema:publisher", page.iris.entity(publisher))
    yield page.say(it, "schema:inLanguage", plain(article.language.lower()))
    yield page.say(it, "nkg:textHash", plain(f"sha256:{text_hash(article.text)}"))
    for place in (article.source, *article.locations):
        yield page.say(it, "dcterms:source", plain(_source(place)))
    yield page.say(it, "dcterms:identifier", plain(article.id))
    if article.title:
        yield page.say(it, "schema:headline", page.words(re.sub(r"\s+", " ", article.title).strip()))
    if published := day(article.published):
        yield page.say(it, "schema:datePublished", published)
        yield page.say(it, "nkg:dateBasis", node(f"nkg:{_BASES.get(article.published_from or '', 'inferredFromText')}"))
    for author in article.authors:
        yield page.say(it, "schema:author", plain(author))
    if article.url and re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", article.url):
        yield page.say(it, "schema:url", NamedNode(article.url))
    for block in article.blocks:
        yield from _block(page, block.start, block.end)


def _source(place: str) -> str:
    """Where an article was found: its URL, or the name of its file without the folders of this machine."""
    return place if "://" in place else re.split(r"[/\\]", place)[-1]


def _block(page: Page, start: int, end: int) -> Iterator[Quad]:
    it = page.iris.text(page.key, "b", start, end)
    yield page.say(it, "rdf:type", node("nkg:Block"))
    yield page.say(it, "nif:referenceContext", page.iris.article(page.key))
    yield page.say(it, "nif:beginIndex", integer(start))
    yield page.say(it, "nif:endIndex", integer(end))
    yield page.say(it, "nkg:textRegion", node(f"nkg:{page.region(start)}"))


Spans = Mapping[str, list[tuple[int, int]]]


def sentences(corpus: Corpus, claims: Iterable[AttributedClaim]) -> Spans:
    """The sentences that the records know, by article id, in text order: where a claim or a time was read."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for claim in claims:
        found[claim.article].add((claim.sentence.start, claim.sentence.end))
    for time in corpus.times:
        found[time.article].add((time.sentence.start, time.sentence.end))
    return {article: sorted(spans) for article, spans in sorted(found.items())}


def mention_quads(corpus: Corpus, page: Page, spans: list[tuple[int, int]]) -> Iterator[Quad]:
    """Mentions of one article and the sentences they stand in. Of two mentions of one span the name stands."""
    chosen: dict[tuple[int, int], tuple[bool, str, str]] = {}  # not a name, entity, kind: the least stands
    for entity in corpus.context.by_article.get(page.article.id, ()):
        for mention in entity.mentions:
            rival = (mention.kind != "name", entity.id, mention.kind)
            at = (mention.start, mention.end)
            chosen[at] = min(chosen.get(at, rival), rival)
    for (start, end), (_, entity_id, kind) in sorted(chosen.items()):
        it = page.iris.text(page.key, "m", start, end)
        cluster = corpus.context.cluster_of[entity_id]
        meant = (corpus.clusters[cluster].stands_for if kind == "metonym" else None) or cluster
        sure = mention_confidence(corpus.entities[entity_id], Mention("", start, end, kind))
        yield from page.span("m", start, end, "nkg:Mention")
        yield page.say(it, "nkg:mentionType", node(f"nkg:{kind}"))
        yield page.say(it, "nkg:refersTo", page.iris.entity(meant))
        if sure is not None:
            yield page.say(it, "nkg:linkConfidence", decimal(sure))
        around = next(((a, b) for a, b in spans if a <= start and end <= b), None)
        if around:
            yield page.say(it, "nif:sentence", page.iris.text(page.key, "s", *around))
    for start, end in spans:
        it = page.iris.text(page.key, "s", start, end)
        yield from page.span("s", start, end, "nif:Sentence")
        yield page.say(it, "nkg:textRegion", node(f"nkg:{page.region(start)}"))
