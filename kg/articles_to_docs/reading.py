"""A Reading: an article as the extractors see it — parsed, with its times, its entities and its statements' frames.

The spaCy Doc is made over ``masked(article)``: the article's own text in which every character outside readable
blocks, and every line break, is a space. So ``token.idx`` is an offset into ``article.text``, sentence starts are
set at block starts, and nothing of the page's furniture is ever parsed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.records import Article, Block, Entity, Mention, Ref, Span, Time

READABLE = frozenset({"headline", "standfirst", "body", "quote", "list"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, its parse, and everything found in it before claims are made.

    ``mentions`` maps the index of a mention's syntactic head token to its entity and mention; where mentions nest
    with one head, the longest stands. ``parts`` holds the mentions that are only part of a token ("U.S.-backed").
    """

    article: Article
    doc: Doc
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: Mapping[int, tuple[Entity, Mention]] = field(default_factory=dict)
    parts: Mapping[int, tuple[tuple[Entity, Mention], ...]] = field(default_factory=dict)
    sentences: tuple[DocSpan, ...] = ()
    sentence_index: tuple[int, ...] = ()
    block_index: tuple[int, ...] = ()

    def sentence(self, token: Token) -> DocSpan:
        """The sentence a token stands in."""
        return self.sentences[self.sentence_index[token.i]]

    def sentence_span(self, token: Token) -> Span:
        """The sentence a token stands in, as characters of the article without outer white space."""
        return span_of(self.article, self.sentence(token))

    def block(self, token: Token) -> Block:
        """The block a token stands in."""
        return self.article.blocks[self.block_index[token.i]]

    def entity(self, token: Token) -> Entity | None:
        """The entity whose mention has this token as its head."""
        found = self.mentions.get(token.i)
        return found[0] if found else None

    def ref(self, token: Token) -> Ref | None:
        """The entity mentioned with this head token, as a claim names it; None if none is known there."""
        found = self.mentions.get(token.i)
        return ref_to(*found) if found else None

    def part_refs(self, token: Token) -> tuple[Ref, ...]:
        """The entities mentioned by a part of this token."""
        return tuple(ref_to(entity, mention) for entity, mention in self.parts.get(token.i, ()))

    def timed(self) -> set[int]:
        """The indexes of all tokens that are part of a time expression."""
        out: set[int] = set()
        for time in self.times:
            span = self.doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is not None:
                out |= set(range(span.start, span.end))
        return out

    def span(self, first: Token, last: Token) -> Span:
        """The characters from one token to another, both included, as the article has them."""
        start, end = first.idx, last.idx + len(last.text)
        return Span(self.article.text[start:end], start, end)


def ref_to(entity: Entity, mention: Mention) -> Ref:
    """A mention of an entity, as a claim names it."""
    return Ref(entity.id, entity.name, mention.text, mention.start, mention.end)


def make_reading(article: Article, doc: Doc, times: tuple[Time, ...], entities: tuple[Entity, ...]) -> Reading:
    """Index an article's parse, times and entities for the extractors. Blocks must cover every word of the doc."""
    sentences = tuple(doc.sents)
    sentence_index = tuple(i for i, sentence in enumerate(sentences) for _ in sentence)
    mentions, parts = _index_mentions(doc, entities)
    blocks = _block_index(article, doc)
    return Reading(article, doc, times, entities, mentions, parts, sentences, sentence_index, blocks)


_Found = tuple[Entity, Mention]


def _index_mentions(doc: Doc, entities: tuple[Entity, ...]) -> tuple[dict[int, _Found], dict[int, tuple[_Found, ...]]]:
    heads: dict[int, _Found] = {}
    parts: dict[int, tuple[_Found, ...]] = {}
    found = [(entity, mention) for entity in entities for mention in entity.mentions]
    for entity, mention in sorted(found, key=lambda pair: (pair[1].start, -pair[1].end, pair[0].id)):
        span = doc.char_span(mention.start, mention.end)
        if span is None:
            whole = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if whole is not None and len(whole):
                head = whole.root.i
                parts[head] = (*parts.get(head, ()), (entity, mention))
            continue
        head = span.root.i
        if head not in heads or heads[head][1].end - heads[head][1].start < mention.end - mention.start:
            heads[head] = (entity, mention)
    return heads, parts


def _block_index(article: Article, doc: Doc) -> tuple[int, ...]:
    out, block = [], 0
    readable = [i for i, b in enumerate(article.blocks) if b.role in READABLE]
    position = 0
    for token in doc:
        while position + 1 < len(readable) and token.idx >= article.blocks[readable[position + 1]].start:
            position += 1
        block = readable[position] if readable else 0
        out.append(block)
    return tuple(out)


def span_of(article: Article, tokens: DocSpan) -> Span:
    """A stretch of tokens as characters of the article, without the blank tokens at its ends.

    A blank token may cover furniture of the page, so the ends are found by tokens and not by stripping the text.
    """
    words = [t for t in tokens if not t.is_space]
    if not words:
        return Span("", tokens.start_char, tokens.start_char)
    start, end = words[0].idx, words[-1].idx + len(words[-1].text)
    return Span(article.text[start:end], start, end)


def masked(article: Article) -> str:
    r"""The article's text with the same length, blank outside readable blocks, line breaks as spaces.

    >>> masked(Article("a", "a.txt", "Share\nIt rained.", blocks=(Block("body", 6, 16),)))
    '      It rained.'
    """
    out = [" "] * len(article.text)
    for block in article.blocks:
        if block.role in READABLE:
            out[block.start : block.end] = [" " if c.isspace() else c for c in article.text[block.start : block.end]]
    return "".join(out)
