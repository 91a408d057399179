"""Verbs that only say of an event noun that it happens: "the talks, held in X", "the trial began on Friday"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load


def carriers(triggers: Sequence[Trigger], by_token: Mapping[int, int]) -> dict[int, int]:
    """Each such verb to the trigger of its noun, so that what hangs on the verb belongs to the event."""
    nouns = [t.token for t in triggers if t.sense.pos == "noun"]
    return {verb.i: noun.i for noun in nouns for verb in _verbs(noun) if verb.i not in by_token}


def _verbs(noun: Token) -> Iterator[Token]:
    lexicon = load()
    for c in noun.children:
        lemma = c.lemma_.lower()
        held = c.dep_ == "acl" and c.tag_ == "VBN" and lemma in lexicon.light
        happened = c.dep_ == "relcl" and lemma in lexicon.light | lexicon.happen and _is_of_event(c)
        if held or happened:
            yield c
    if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.pos_ == "VERB" and noun.head.lemma_.lower() in lexicon.happen:
        yield noun.head


def _is_of_event(clause: Token) -> bool:
    """Whether the relative word is what happens or is held: "which took place", "that was held"."""
    return any(c.tag_ == "WDT" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
