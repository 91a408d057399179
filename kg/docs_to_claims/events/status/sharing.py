"""What a verb shares with the one it is coordinated with: auxiliaries, negation, doubt and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.clause_cues import is_content, local
from kg.docs_to_claims.events.status.tense import aspect
from kg.docs_to_claims.events.syntax import child


def shared(reading: Reading, verb: Token, head: Token) -> Iterator[Effect]:
    """What acts on a verb because it acts on the verb it is joined to: "can be shut and sold", "allegedly shot A and
    hit B", "rather than stay".
    """
    own = [
        c for c in children(verb) if c.dep_ in ("aux", "auxpass", "nsubj") and c.lower_ != "be"
    ]  # "can V and be V-ed"
    unmarked = verb.tag_ in ("VB", "VBN", "VBG") or (verb.tag_ == "VBP" and head.tag_ in ("VB", "VBP"))
    bare = unmarked and not own
    gapped = verb.tag_ == "VBN" and head.tag_ == "VBN" and all(c.dep_ == "nsubj" for c in own)
    opposed = any(c.lower_ == "but" for c in children(head) if c.dep_ == "cc")
    if bare or gapped or (verb.tag_ == "VBD" and not own and not opposed and _is_modal_perfect(head)):
        yield from local(head)  # "stations will be shut and lines closed", "may have hurt one and killed two"
        yield from aspect(reading, head)
    elif any(c.dep_ == "cc" and c.lower_ == "nor" for c in children(head)):
        yield "negative", "nor"
    elif child(verb, "nsubj", "nsubjpass") is None:
        yield from ((e, cue) for e, cue in local(head) if e == "probable")  # "allegedly shot one and stabbed two"
    if any(c.lower_ == "than" for c in (*children(head), *children(verb)) if c.dep_ in ("cc", "mark", "prep")):
        yield "negative", "rather than"
    if is_content(verb):
        yield "hearsay", verb.left_edge.nbor(-1).lower_


def gapped(reading: Reading, verb: Token, noun: Token) -> Iterator[Effect]:
    """A second subject behind the verb that it shares: "stations will be shut and lines closed"."""
    if verb.tag_ == "VBN" and noun.dep_ == "conj":
        over = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        if over.tag_ == "VBN" and over.i < noun.i and verb != over and child(over, "auxpass") is not None:
            yield from local(over)
            yield from aspect(reading, over)


def _is_modal_perfect(verb: Token) -> bool:
    """Whether a participle stands behind a modal and "have": "may have killed"."""
    helpers = {c.lower_ for c in children(verb) if c.dep_ == "aux"}
    return verb.tag_ == "VBN" and "have" in helpers and any(word in words()["modal"] for word in helpers)
