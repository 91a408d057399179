"""How many articles tell of a situation, and how many of them do not draw on each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.rdf_to_network.evidence import Evidence

# Code points from which one sentence in two articles is one text printed twice, not the same few words.
LONG = 40


def supported(evidence: Sequence[Evidence]) -> tuple[int, int]:
    """Articles, and the most of them that can be independent: an upper bound, as the graph knows no article whole.

    Articles are one source if they have one publisher, share a sentence word for word, or have what they say from one
    and the same speaker. Claims that deny the situation count with those that tell of it: both show that it is talked
    about.
    """
    groups: list[tuple[set[str], set[tuple[str, str]]]] = []
    for article, marks in _marks(evidence).items():
        same = [group for group in groups if group[1] & marks]
        groups = [group for group in groups if not group[1] & marks]
        groups.append(({article}.union(*(g[0] for g in same)), marks.union(*(g[1] for g in same))))
    return sum(len(articles) for articles, _ in groups), len(groups)


def _marks(evidence: Sequence[Evidence]) -> dict[str, set[tuple[str, str]]]:
    """Article -> all that would show it to be of one source with another."""
    own_voice = {one.article for one in evidence if one.depth == 0}
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in evidence:
        found[one.article].update(_shared(one, one.article in own_voice))
    return found


def _shared(one: Evidence, own_voice: bool) -> Iterator[tuple[str, str]]:
    if one.publisher:
        yield "outlet", _key(one.publisher)
    if len(one.sentence) >= LONG:
        yield "sentence", one.sentence
    if not own_voice and one.chain:
        yield "outlet", _key(one.chain[0])  # whom the paper quotes may be another paper


def _key(name: str) -> str:
    """A source's name as it is compared: small letters, no punctuation, no article."""
    return re.sub(r"^the (?=.)", "", " ".join(re.findall(r"\w+", name.casefold())))
