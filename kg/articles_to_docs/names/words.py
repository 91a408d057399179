"""A Doc as plain lists: what the names and coreference stages look at thousands of times, read from spaCy once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.articles_to_docs.reading import strings

if TYPE_CHECKING:
    from spacy.tokens import Doc

QUOTES = frozenset('"“”„«»')
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists over the tokens of a Doc; ``start`` and ``end`` are offsets into the article's text.

    ``sentence_starts`` are the first tokens of the sentences, ``raised`` all tokens with a capital letter.
    """

    full: str
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sentence: list[int]
    children: list[list[int]]
    quoted: list[bool]
    sentence_starts: list[int]
    raised: list[int]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.text)

    def span(self, first: int, last: int) -> str:
        """The characters from one token to another, both included, with single spaces."""
        return " ".join(self.full[self.start[first] : self.end[last]].split())

    def opens_sentence(self, i: int) -> bool:
        """Whether only punctuation and white space stand before a token in its sentence."""
        first = self.sentence_starts[self.sentence[i]]
        return all(self.pos[k] in ("PUNCT", "SPACE", "SYM", "X") for k in range(first, i))

    def is_subject(self, i: int) -> bool:
        """Whether a token is a subject, or stands in a list that is one."""
        while self.dep[i] == "conj":
            i = self.head[i]
        return self.dep[i] in SUBJECTS

    def capitalised(self, i: int) -> bool:
        """Whether a token starts with a capital letter."""
        return self.text[i][:1].isupper()


def make_words(doc: Doc, blocks: frozenset[int] = frozenset()) -> Words:
    """Read a parsed Doc into lists; ``blocks`` are the offsets where a paragraph begins."""
    text = strings(doc, "ORTH")
    head = [i + offset for i, offset in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    children: list[list[int]] = [[] for _ in text]
    for i, h in enumerate(head):
        if h != i:
            children[h].append(i)
    starts = [i for i, mark in enumerate(doc.to_array("SENT_START").tolist()) if mark == 1 or i == 0]
    sentence: list[int] = []
    for number, (first, after) in enumerate(pairwise([*starts, len(text)])):
        sentence.extend([number] * (after - first))
    lower = strings(doc, "LOWER")
    spaces = doc.to_array("SPACY").tolist()
    offsets = doc.to_array("IDX").tolist()
    return Words(
        full="".join([f"{word} " if space else word for word, space in zip(text, spaces, strict=True)]),
        text=text,
        lower=lower,
        lemma=strings(doc, "LEMMA"),
        pos=strings(doc, "POS"),
        tag=strings(doc, "TAG"),
        dep=strings(doc, "DEP"),
        head=head,
        start=offsets,
        end=[start + len(word) for start, word in zip(offsets, text, strict=True)],
        sentence=sentence,
        children=children,
        quoted=_quoted(text, sentence, [start in blocks for start in offsets]),
        sentence_starts=starts,
        raised=[i for i, (word, small) in enumerate(zip(text, lower, strict=True)) if word != small],
    )


def _quoted(text: list[str], sentence: list[int], opens: list[bool]) -> list[bool]:
    """Whether each token stands inside double quotation marks; a new paragraph, which repeats the mark, opens none."""
    out, inside, last_open = [], False, 0
    for i, word in enumerate(text):
        inside = inside and not opens[i]
        if word in QUOTES or word in ("``", "''"):
            inside = word in "“„«" if word in "“”„«»" else not inside
            last_open = i
            out.append(True)
            continue
        if inside and sentence[i] - sentence[last_open] > 6:  # a mark that never closes
            inside = False
        out.append(inside)
    return out
