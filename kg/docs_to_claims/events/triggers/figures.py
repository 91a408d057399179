"""Verbs that tell of no event: figures of speech ("opened a door", "is playing with fire"), judgements ("the count is
invented"), halves of nouns ("issues arrest warrants", which the parser may cut in two).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import child, objects, preposition_objects
from kg.docs_to_claims.events.triggers.senses import load
from kg.ontology import lexicon


@cache
def _figures() -> dict[str, Any]:
    return lexicon("figures")


def is_figure(verb: Token) -> bool:
    """Whether a verb, with its bare object or with what stands behind its preposition, only means something else."""
    lemma = verb.lemma_.lower()
    figures = _figures()
    if held := figures["object"].get(lemma):
        done = [*objects(verb), *(c for c in children(verb) if c.dep_ == "nsubjpass")]
        if any(t.lemma_.lower() in held and _is_bare(t) for t in done):
            return True
    particles = figures["particle"].get(lemma)
    if particles and any(c.lower_ in particles and c.dep_ in ("prt", "advmod") for c in children(verb)):
        return True  # "is fed up"
    behind = figures["behind"].get(lemma)
    if behind and any(t.lemma_.lower() in behind for _, t in preposition_objects(verb)):
        return True
    return _judges(verb)


def _is_bare(noun: Token) -> bool:
    """Whether nothing says which one is meant: "a door", not "the cabin door" or "the door of the vault"."""
    return not any(c.dep_ in ("compound", "nmod", "nummod") or c.lower_ == "of" for c in children(noun))


def _judges(verb: Token) -> bool:
    """Whether a participle is only what something is said to be: "is invented"."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in _figures()["words"]["judging"]:
        return False
    stands = {c.lower_ for c in children(verb) if c.dep_ == "auxpass"} & {"is", "are", "'s", "’s", "'re", "’re"}
    return bool(stands) and child(verb, "agent") is None


def is_half_of_noun(verb: Token) -> bool:
    """Whether a bare verb is the first half of a noun the lexicon has: "issues arrest warrants"."""
    if verb.tag_ not in ("VB", "VBP") or verb.i + 1 == len(verb.doc):
        return False
    following = verb.nbor()
    return following.pos_ == "NOUN" and ("noun", f"{verb.lower_} {following.lemma_.lower()}") in load().senses
