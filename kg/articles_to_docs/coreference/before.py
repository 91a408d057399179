"""What stands before a mention: all a sieve may look at, gathered as the article is read from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.articles_to_docs.coreference.joint import Joints
from kg.articles_to_docs.coreference.rivals import Rivals
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.words import Words


@dataclass(frozen=True, slots=True)
class Before:
    """Mentions in text order, the chain at each head token, what names nobody, and who is meant together."""

    words: Words
    at_head: dict[int, Chain]
    rivals: Rivals
    joints: Joints
    mentions: list[tuple[Spot, Chain]] = field(default_factory=list)

    def within(self, i: int, sentences: int) -> Iterator[tuple[Spot, Chain]]:
        """The mentions of a token's sentence and so many before it, latest first."""
        here = self.words.sentence[i]
        for pair in reversed(self.mentions):
            if here - self.words.sentence[pair[0].head] > sentences:
                return
            yield pair
