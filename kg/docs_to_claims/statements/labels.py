"""What something is called: "called it “a sham”", "described the deal as unfair"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.clauses import SUBJECTS, Complement, subtree
from kg.docs_to_claims.statements.cues import Cue
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.quotations import Quotation
from kg.docs_to_claims.statements.scene import Scene


def label_complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """Words in marks after "called it", "spoke of"; after "described it as" also words without marks."""
    if scene.depth[cue.token.i] or _names(cue.token):
        return  # a sneer inside somebody's own words; "a programme called “Open Doors”"
    inside = {t.i for t in cue.token.subtree} - _of_others(cue.token)
    colon = next((t.i for t in scene.reading.sentence(cue.token) if t.i > cue.token.i and t.text == ":"), None)
    if colon is not None:  # "dubbed the quarrel: “…”"
        inside |= set(range(colon, colon + 3))
    for quotation in scene.quotations:
        first = scene.first_at(quotation.inner_start)
        last = scene.first_at(quotation.inner_end) - 1
        if (
            first > cue.token.i
            and first in inside
            and last >= first
            and not _qualifies(cue.token.doc[first : last + 1])
        ):
            yield Complement(tuple(_labels(scene, quotation, (first, last))), "label")
            return
    if "as" not in cue.verb.takes:
        yield from _judged(cue)
    if "as" in cue.verb.takes:
        for prep in children(cue.token):
            held = next((c for c in children(prep) if c.dep_ in ("pobj", "pcomp", "amod")), None)
            if prep.lower_ == "as" and prep.i > cue.token.i and held is not None:
                yield Complement((subtree(held, prep.i),), "label")


def _judged(cue: Cue) -> Iterator[Complement]:
    """A judgement without marks: "called the crisis the worst in the world"; a name given to something is none."""
    what = next((c for c in children(cue.token) if c.dep_ == "dobj" and c.i > cue.token.i), None)
    held = next((c for c in children(cue.token) if c.dep_ == "oprd" and what is not None and c.i > what.i), None)
    if what is None or held is None or held.pos_ == "PROPN" or any(c.dep_ == "nsubjpass" for c in children(cue.token)):
        return
    article = held.left_edge.lower_ in ("a", "an", "the")
    judging = held.pos_ == "ADJ" or (article and (held.tag_ == "JJS" or any(c.dep_ == "amod" for c in children(held))))
    if judging:
        behind = [c for c in children(cue.token) if c.dep_ == "prep" and c.i == held.right_edge.i + 1]
        last = behind[0].right_edge.i if behind else held.right_edge.i
        yield Complement(((what.left_edge.i, last),), "label")


def _names(cue: Token) -> bool:
    """Whether a participle right behind a noun says how that is called, and nobody calls it so."""
    if (
        cue.tag_ not in ("VBN", "VBD")
        or cue.dep_ not in ("acl", "advcl", "conj")
        or cue.i == 0
        or cue.nbor(-1).is_punct
    ):
        return False
    return cue.nbor(-1).pos_ in ("NOUN", "PROPN") and not any(c.dep_ in ("dobj", *SUBJECTS) for c in children(cue))


def _of_others(cue: Token) -> set[int]:
    """The words below another verb of saying behind a cue: "spoke out, calling it “a sham”" does the calling."""
    verbs = reporting().verbs
    below = [c for c in children(cue) if c.i > cue.i and c.pos_ == "VERB" and c.lemma_.lower() in verbs]
    told = {c.i for c in below if any(x.dep_ == "ccomp" for x in children(c))}  # "called for …, claiming he was “out”"
    below = [c for c in below if c.i in told or verbs[c.lemma_.lower()].takes & {"label", "as", "of"}]
    return {t.i for c in below for t in c.subtree}


def _labels(scene: Scene, quotation: Quotation, first: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The words in marks, and those joined to them: "called it “null” and “void”"."""
    yield first
    end = quotation.end
    for other in scene.quotations:
        between = scene.text[end : other.start].replace(",", " ").split()
        if other.depth == quotation.depth and other.start >= end and between in (["and"], ["or"]):
            yield scene.first_at(other.inner_start), scene.first_at(other.inner_end) - 1
            end = other.end


def _qualifies(quoted: DocSpan) -> bool:
    """Whether the words in marks only qualify a noun outside them: "the “so-called” bridge"."""
    root = quoted.root
    if root.tag_ == "VB":
        return True  # "commends the effort “to break the deadlock”"
    return root.dep_ in ("amod", "compound", "nmod", "advmod", "poss") and not quoted.start <= root.head.i < quoted.end
