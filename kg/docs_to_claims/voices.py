"""Whose words a stretch of an article is, where not the article's own: speakers with a name, voices without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.articles_to_docs.reading import READABLE, Reading
from kg.docs_to_claims.attribution import chain, quoted
from kg.docs_to_claims.statements.turns import turns
from kg.records import Article, Ref, Span, Statement

_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})


@dataclass(frozen=True, slots=True)
class Voices:
    """The statements of an article, and as (start, end) its paragraphs that are personal: in the first person, or in
    a speaker's turn.
    """

    article: Article
    statements: Sequence[Statement]
    personal: tuple[tuple[int, int], ...]

    def sources(self, words: Span) -> tuple[Ref, ...]:
        """Who says these words, nearest source first; () if no statement holds them."""
        return chain(self.statements, words.start, words.end)

    def is_unnamed(self, words: Span) -> bool:
        """Whether words that no statement holds are somebody's all the same: between quotation marks, or in a
        paragraph that says "I", such as a column, or in a turn of an interview. None of them is the page's own report.
        """
        inside = any(start <= words.start < end for start, end in self.personal)
        return inside or quoted(self.article, words.start, words.end)


def voices(reading: Reading, statements: Sequence[Statement]) -> Voices:
    """The voices of a reading whose statements are known."""
    return Voices(reading.article, statements, (*_personal(reading), *_spoken(reading)))


def _spoken(reading: Reading) -> Iterator[tuple[int, int]]:
    """The paragraphs of a transcript's turns, whether their speaker is known or not."""
    return ((piece.start, piece.end) for turn in turns(reading) for piece in turn.pieces)


def _personal(reading: Reading) -> Iterator[tuple[int, int]]:
    """The blocks with a first person outside quotation marks ("World War I" has none: the tagger tells)."""
    blocks = [(b.start, b.end) for b in reading.article.blocks if b.role in READABLE]
    for token, pos in zip(reading.tokens, reading.pos, strict=True):
        if token.lower_ in _FIRST_PERSON and pos == "PRON" and not quoted(reading.article, token.idx, token.idx + 1):
            yield from ((start, end) for start, end in blocks if start <= token.idx < end)
