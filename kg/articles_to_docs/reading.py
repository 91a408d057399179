"""A Reading: an article as the extractors see it — parsed, with its times, its entities and its statements' frames.

The spaCy Doc is made over ``masked(article)``: the article's own text in which every character outside readable
blocks, and every line break, is a space. So ``token.idx`` is an offset into ``article.text``, sentence starts are
set at block starts, and nothing of the page's furniture is ever parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from kg.records import Article, Block, Entity, Mention, Ref, Span, Time

_TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,300})?/?>")
"""A tag of HTML that a scraper left in the text."""

READABLE = frozenset({"headline", "standfirst", "body", "quote", "list"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, its parse, and everything found in it before claims are made.

    ``mentions`` maps the index of a mention's syntactic head token to its entity and mention; where mentions nest
    with one head, the longest stands. ``others`` holds the further members where the same words mean several known
    ones ("both presidents"); ``parts`` the mentions that are only part of a token ("U.S.-backed"). ``tokens`` are those
    of the doc, made once, ``pos`` their parts of speech; ``timed`` the indexes of all that are part of a time
    expression. ``sentence_spans`` are the sentences as characters of the article without outer white space, ``by_id``
    the entities by their ids, ``first_refs`` the refs of ``mentions``.
    """

    article: Article
    doc: Doc
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: Mapping[int, tuple[Entity, Mention]] = field(default_factory=dict)
    others: Mapping[int, tuple[tuple[Entity, Mention], ...]] = field(default_factory=dict)
    parts: Mapping[int, tuple[tuple[Entity, Mention], ...]] = field(default_factory=dict)
    sentences: tuple[DocSpan, ...] = ()
    sentence_index: tuple[int, ...] = ()
    block_index: tuple[int, ...] = ()
    tokens: tuple[Token, ...] = ()
    timed: frozenset[int] = frozenset()
    sentence_spans: tuple[Span, ...] = ()
    by_id: Mapping[str, Entity] = field(default_factory=dict)
    pos: tuple[str, ...] = ()
    first_refs: Mapping[int, Ref] = field(default_factory=dict)

    def sentence(self, token: Token) -> DocSpan:
        """The sentence a token stands in."""
        return self.sentences[self.sentence_index[token.i]]

    def sentence_span(self, token: Token) -> Span:
        """The sentence a token stands in, as characters of the article."""
        return self.sentence_spans[self.sentence_index[token.i]]

    def block(self, token: Token) -> Block:
        """The block a token stands in."""
        return self.article.blocks[self.block_index[token.i]]

    def entity(self, token: Token) -> Entity | None:
        """The entity whose mention has this token as its head."""
        found = self.mentions.get(token.i)
        return found[0] if found else None

    def ref(self, token: Token) -> Ref | None:
        """The entity mentioned with this head token, as a claim names it; None if none is known there."""
        return self.first_refs.get(token.i)

    def refs(self, token: Token) -> tuple[Ref, ...]:
        """All entities mentioned by the phrase with this head token: one, or each member of "both presidents".

        One mention is one span of one entity, so a joint phrase gives a ref for every member, with the same span.
        """
        first = self.mentions.get(token.i)
        found = (first, *self.others.get(token.i, ())) if first else ()
        return tuple(ref_to(entity, mention) for entity, mention in found)

    def part_refs(self, token: Token) -> tuple[Ref, ...]:
        """The entities mentioned by a part of this token."""
        return tuple(ref_to(entity, mention) for entity, mention in self.parts.get(token.i, ()))

    def span(self, first: Token, last: Token) -> Span:
        """The characters from one token to another, both included, as the article has them."""
        start, end = first.idx, last.idx + len(last.text)
        return Span(self.article.text[start:end], start, end)


def ref_to(entity: Entity, mention: Mention) -> Ref:
    """A mention of an entity, as a claim names it."""
    return Ref(entity.id, entity.name, mention.text, mention.start, mention.end)


def make_reading(article: Article, doc: Doc, times: tuple[Time, ...], entities: tuple[Entity, ...]) -> Reading:
    """Index an article's parse, times and entities for the extractors. Blocks must cover every word of the doc."""
    sentences, tokens = tuple(doc.sents), tuple(doc)
    bare = Reading(
        article,
        doc,
        times,
        sentences=sentences,
        sentence_index=tuple(i for i, s in enumerate(sentences) for _ in range(s.start, s.end)),
        block_index=_block_index(article, tokens),
        tokens=tokens,
        pos=tuple(strings(doc, "POS")),
        timed=_timed(doc, times),
        sentence_spans=tuple(_span_of(article, tokens[s.start : s.end]) for s in sentences),
    )
    return with_entities(bare, entities)


def with_entities(reading: Reading, entities: tuple[Entity, ...]) -> Reading:
    """The reading with these entities instead of its own."""
    heads, parts = _index_mentions(reading.doc, entities)
    mentions = {head: found[0] for head, found in heads.items()}
    others = {head: found[1:] for head, found in heads.items() if len(found) > 1}
    return replace(
        reading,
        entities=entities,
        mentions=mentions,
        others=others,
        parts=parts,
        by_id={entity.id: entity for entity in entities},
        first_refs={head: ref_to(*found) for head, found in mentions.items()},
    )


_Found = tuple[Entity, Mention]


_Index = dict[int, tuple[_Found, ...]]


def _timed(doc: Doc, times: tuple[Time, ...]) -> frozenset[int]:
    spans = (doc.char_span(time.start, time.end, alignment_mode="expand") for time in times)
    return frozenset(i for span in spans if span is not None for i in range(span.start, span.end))


def _index_mentions(doc: Doc, entities: tuple[Entity, ...]) -> tuple[_Index, _Index]:
    heads: dict[int, tuple[_Found, ...]] = {}
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
        longest = heads[head][0][1] if head in heads else None
        if longest is None or longest.end - longest.start < mention.end - mention.start:
            heads[head] = ((entity, mention),)
        elif (longest.start, longest.end) == (mention.start, mention.end) and mention.kind != "name":
            heads[head] = (*heads[head], (entity, mention))
    return heads, parts


def _block_index(article: Article, tokens: tuple[Token, ...]) -> tuple[int, ...]:
    readable = [i for i, b in enumerate(article.blocks) if b.role in READABLE]
    if not readable:
        return (0,) * len(tokens)
    starts = [article.blocks[i].start for i in readable]
    return tuple(readable[max(0, bisect_right(starts, token.idx) - 1)] for token in tokens)


def _span_of(article: Article, tokens: tuple[Token, ...]) -> Span:
    """A stretch of tokens as characters of the article, without the blank tokens at its ends.

    A blank token may cover furniture of the page, so the ends are found by tokens and not by stripping the text.
    """
    first = next((t for t in tokens if not t.is_space), None)
    last = next((t for t in reversed(tokens) if not t.is_space), None)
    if first is None or last is None:
        return Span("", tokens[0].idx, tokens[0].idx)
    start, end = first.idx, last.idx + len(last)
    return Span(article.text[start:end], start, end)


def strings(doc: Doc, attribute: str) -> list[str]:
    """One attribute of every token, named as in ``spacy.attrs``; each value is looked up once."""
    keys = doc.to_array(attribute).tolist()
    known = {key: doc.vocab.strings[key] for key in dict.fromkeys(keys)}
    return [known[key] for key in keys]


def masked(article: Article) -> str:
    r"""The article's text with the same length, blank outside readable blocks, line breaks as spaces.

    >>> masked(Article("a", "a.txt", "Share\nIt rained.", blocks=(Block("body", 6, 16),)))
    '      It rained.'
    """
    out = [" "] * len(article.text)
    for block in article.blocks:
        if block.role in READABLE:
            out[block.start : block.end] = [" " if c.isspace() else c for c in article.text[block.start : block.end]]
    text = "".join(out)
    return _TAG.sub(lambda tag: " " * len(tag[0]), text) if "<" in text else text
