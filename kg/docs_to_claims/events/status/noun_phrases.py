"""What a noun phrase tells by its own words: how real its noun is, and what that noun makes of what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import Effect, words

NEW = frozenset({"a", "an", "any", "another", "no", "every", "each", "either", "some", "further", "more"})
"""Determiners of what is brought in as something new."""


def noun_effect(noun: Token) -> str:
    """What a noun does to its to-clause: by its class, else it leaves the outcome open ("the money to rebuild")."""
    return str(words()["noun"].get(noun.lemma_.lower(), "keep" if is_ranked(noun) else "possible"))


def is_ranked(noun: Token) -> bool:
    """Whether a noun is told by its rank, so that its to-clause tells a deed: "the first to sign"."""
    ranks = words()["words"]["ranks"]
    return noun.lower_ in ranks or any(c.lower_ in ranks or c.tag_ == "JJS" for c in children(noun) if c.dep_ == "amod")


def content_of(noun: Token, effect: str) -> Iterator[Effect]:
    """What a noun does to what it is about, and its denial: "plans to leave", "no plans to leave"."""
    denied = any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in children(noun))
    yield ("possible" if denied and effect == "desired" else effect), noun.lower_  # "no need to leave"
    if denied:
        yield "negative", "no"


def modifiers(noun: Token) -> Iterator[Effect]:
    """What stands around an event noun or adjective: "planned", "no", "alleged"."""
    for c in children(noun):
        if c.dep_ in ("amod", "advmod", "compound", "nmod") and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_
        elif c.dep_ in ("det", "neg", "prep") and c.lower_ in ("no", "neither", "without") and c.dep_ != "prep":
            yield "negative", c.lower_
        elif c.dep_ == "acl" and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_
        elif c.dep_ == "compound":  # "possible Norland strikes", where the parser gives the adjective to the name
            yield from (
                (words()["modifier"][g.lower_], g.lower_) for g in children(c) if g.lower_ in words()["modifier"]
            )


def in_case(noun: Token) -> bool:
    """Whether a noun sets a condition: "in case of", "in the event of"."""
    return noun.lemma_.lower() in ("case", "event", "eventuality") and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def in_view(noun: Token) -> bool:
    """Whether a noun leads to what one means to reach: "with a view to", "with an eye to"."""
    return noun.lower_ in words()["words"]["in_view"] and noun.dep_ == "pobj" and noun.head.lower_ == "with"
