"""What competes for "it" and "they": noun phrases that name nobody, and which pronouns only somebody can be meant by.

"The board read the report before it was printed": the parse shows the report, though no entity stands there yet. A
pronoun that may mean it is not the board's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.articles_to_docs.names.words import SUBJECTS, Words

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "csubj"})
NO_RIVALS = frozenset({"percent", "%", "lot", "way", "kind", "sort", "part", "time", "while", "order"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
SHARES = frozenset({"some", "many", "most", "all", "several", "few", "half", "none", "each", "dozens", "hundreds"})
OBJECTS = frozenset({"dobj", "dative"})
OBJECT = 2.5


@dataclass(frozen=True, slots=True)
class Rivals:
    """The head tokens of phrases that name nobody, by the sentence they stand in."""

    heads: dict[int, list[int]]
    meant: dict[int, list[int]] = field(default_factory=dict)
    """Head token of a phrase → the pronouns that clearly mean it."""

    def before(self, words: Words, i: int, *, plural: bool, reach: int) -> Iterator[int]:
        """The heads before a token, in its sentence and ``reach`` sentences back, of one number."""
        here = words.sentence[i]
        for number in range(here - reach, here + 1):
            for head in self.heads.get(number, ()):
                if head < i and (words.tag[head] == "NNS" or words.lower[head] in THEY) == plural:
                    yield head

    def take_up(self, head: int, i: int) -> None:
        """Note that a pronoun means a phrase, or what an earlier pronoun without a mention means."""
        noun = next((noun for noun, pronouns in self.meant.items() if head in pronouns), head)
        self.meant.setdefault(noun, []).append(i)

    def add(self, words: Words, i: int) -> None:
        """Count a pronoun whose meaning stayed open: what comes next may mean the same."""
        self.heads.setdefault(words.sentence[i], []).append(i)


def find_rivals(words: Words, closed: frozenset[int]) -> Rivals:
    """The phrases that a pronoun may take up; ``closed`` are tokens of mentions and of time expressions."""
    heads: dict[int, list[int]] = {}
    for i, pos in enumerate(words.pos):
        if pos != "NOUN" or i in closed or words.tag[i] not in ("NN", "NNS") or words.lower[i] in NO_RIVALS:
            continue
        if words.dep[i] == "pobj" and words.tag[i] == "NN" and not words.children[i]:  # "by car", "under way"
            continue
        top = i
        while words.dep[top] == "conj" and words.head[top] != top:
            top = words.head[top]
        if words.dep[top] in ARGUMENTS:
            heads.setdefault(words.sentence[i], []).append(i)
    return Rivals(heads)


def weight(words: Words, i: int) -> float:
    """How salient the place of a mention in its clause is (after Lappin & Leass 1994): subject, object, the rest."""
    up = words.head[i]
    if words.dep[i] == "pobj" and words.lower[up] == "of" and words.lower[words.head[up]] in SHARES:
        return weight(words, words.head[up])  # "some of the prisoners asked …"
    dep, top = words.dep[i], i
    while words.dep[top] == "conj" and words.head[top] != top:
        top = words.head[top]
    if dep == "conj":
        dep = words.dep[top]
    if dep in SUBJECTS:
        return 4.0
    if dep in OBJECTS:
        return OBJECT
    if dep in ("compound", "amod", "nmod"):
        return 0.5
    return 1.0 if dep == "poss" else 1.5
