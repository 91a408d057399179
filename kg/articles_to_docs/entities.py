"""Who and what an article speaks of: its names, its described participants and every place where they are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.articles_to_docs.coreference import resolve
from kg.articles_to_docs.coreference.things import add_things
from kg.articles_to_docs.names import freeze, group_names
from kg.articles_to_docs.names.spans import find_names
from kg.articles_to_docs.names.words import make_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.records import Article, Entity, Time


def find_entities(article: Article, doc: Doc, times: tuple[Time, ...]) -> tuple[Entity, ...]:
    """The entities of an article, in order of first mention, each with its mentions in text order.

    ``doc`` is the parse of ``masked(article)``; ``times`` are its time expressions, whose words name nobody.
    Rules in the order of Lee et al. 2013 (multi-sieve coreference); what stays ambiguous is left out.
    """
    words = make_words(doc, frozenset(block.start for block in article.blocks))
    skip = _time_tokens(doc, times)
    chains = group_names(words, find_names(doc, words, skip))
    resolved = resolve(words, chains, skip)
    return freeze(article, words, add_things(words, resolved.chains, skip | resolved.titles, resolved.meant))


def _time_tokens(doc: Doc, times: tuple[Time, ...]) -> frozenset[int]:
    tokens: set[int] = set()
    for time in times:
        span = doc.char_span(time.start, time.end, alignment_mode="contract")
        if span is not None:
            tokens.update(range(span.start, span.end))
    return frozenset(tokens)
