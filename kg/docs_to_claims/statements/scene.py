"""A reading with its quotations: which words stand between marks, and who is named by a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading, strings
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.quotations import Quotation, find_quotations
from kg.docs_to_claims.statements.turns import Turn, turns
from kg.records import Entity, Ref, Span

SPEAKING_TYPES = frozenset({"person", "organization", "country", "group", "place", "facility", "work", "other"})
BODIES = frozenset({"organization", "group"})
ENDS = frozenset(".!?")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A reading and its quotations. ``depth``: for each token, how many quotations it stands in; ``lower``: its word in
    lower case. ``turns``: those of a transcript.
    """

    reading: Reading
    quotations: tuple[Quotation, ...]
    depth: tuple[int, ...]
    starts: tuple[int, ...]
    lower: Sequence[str]
    turns: tuple[Turn, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.reading.article.text

    def first_at(self, offset: int) -> int:
        """The index of the first token that starts at or after a character offset."""
        return bisect_left(self.starts, offset)

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """The words that start inside these characters, white space left out."""
        inside = self.reading.tokens[self.first_at(start) : self.first_at(end)]
        return (token for token in inside if not token.is_space)

    def span(self, start: int, end: int) -> Span:
        """These characters of the article."""
        return Span(self.text[start:end], start, end)

    def speaker(self, token: Token) -> Ref | None:
        """Who speaks when this word heads the subject: its entity, else that of an apposition to it."""
        beside = [c for c in children(token) if c.dep_ == "appos"]
        if token.lemma_.lower() in reporting().outlet_nouns:  # "the Norpress news agency"
            beside += [c for c in children(token) if c.dep_ in ("compound", "nmod")]
        for candidate in (token, *beside):
            entity = self.reading.entity(candidate)
            if entity is not None and entity.type in SPEAKING_TYPES:
                return self.reading.ref(self._named_beside(candidate, entity) or candidate)
        return None

    def _named_beside(self, noun: Token, entity: Entity) -> Token | None:
        """The name of a body that is only described before it: "the militant organisation, NAME, claimed"."""
        named = any(m.kind in ("name", "metonym") for m in entity.mentions)
        if named or noun.tag_ != "NN" or entity.type not in BODIES:
            return None
        for beside in children(noun):
            other = self.reading.entity(beside) if beside.dep_ == "appos" and beside.pos_ == "PROPN" else None
            if other is not None and other.type in BODIES and self.reading.mentions[beside.i][1].kind == "name":
                return beside
        return None

    def modifies(self, token: Token) -> bool:
        """Whether a mention only qualifies another noun: "Norvia" in "Norvia intelligence" is not who speaks."""
        head = token.head
        mention = self.reading.ref(token)
        outside = mention is not None and not mention.start <= head.idx < mention.end
        nominal = head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in reporting().outlet_nouns
        return token.dep_ in ("compound", "poss", "nmod", "amod") and outside and nominal

    def refs(self, spans: Iterable[Span]) -> Iterator[Ref]:
        """The entities mentioned inside these spans, in order of mention."""
        for span in spans:
            for token in self.tokens(span.start, span.end):
                ref = self.reading.ref(token)
                if ref is not None:
                    yield ref
                yield from self.reading.part_refs(token)


def make_scene(reading: Reading) -> Scene:
    """Find the quotations of a reading and mark the words inside them."""
    quotations = find_quotations(reading.article)
    starts = tuple(token.idx for token in reading.tokens)
    depth = [0] * len(starts)
    for quotation in quotations:
        for i in range(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)):
            depth[i] = max(depth[i], quotation.depth)
    return Scene(reading, quotations, tuple(depth), starts, strings(reading.doc, "LOWER"), turns(reading))
