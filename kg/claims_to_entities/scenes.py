"""The names around a thing without a name: what tells one article's "depot" from another's."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kg.claims_to_entities.content import Words, content, listed, stem
from kg.claims_to_entities.countries import by_name
from kg.claims_to_entities.names import fold, words
from kg.claims_to_entities.tellings import Context
from kg.ontology import lexicon

# How many words of names are kept of an article.
SCENE = 32


def scene_of(context: Context) -> Words:
    """The words of the names that the articles of a context speak of most, at most ``SCENE``.

    States and words that are part of a hundred names ("Court", "President") tell no story from another.
    """
    spoken: Counter[str] = Counter()
    for entity in context.entities.values():
        if entity.type == "country":
            continue
        named = [m.text for m in entity.mentions if m.kind in ("name", "metonym")]
        names = {w for text in named for w in re.findall(r"\b[A-Z]\w{3,}", text) if not by_name(w)}
        for word in {w for n in names for w in content(n)} - _everywhere():
            spoken[word] += len(entity.mentions)
    return frozenset(sorted(spoken, key=lambda w: (-spoken[w], w))[:SCENE])


@cache
def _everywhere() -> Words:
    """Stems of words that are part of very many names."""
    offices: dict[str, list[str]] = lexicon("titles")["offices"]
    common = {
        *words("bodies", "generic"),
        *listed("words", "everywhere"),
        *(w for found in offices.values() for w in found),
    }
    return frozenset(stem(fold(w)) for w in common)
