"""Whether an event is told as real: scope of modals, negation, governors and modifiers over its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.noun_scope import modifiers, noun_climb
from kg.docs_to_claims.events.reality import Effect, Reality, apply, words
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.verb_scope import clause


def reality(reading: Reading, trigger: Trigger) -> Reality:
    """How the text presents the event."""
    out = Reality()
    for effect, cue in _effects(reading, trigger):
        out = apply(out, effect, cue)
    if out.polarity == "negative" and out.modality in ("hypothetical", "conditional"):
        out = replace(out, polarity="positive")  # "may not sign": open either way
    return out


def _effects(reading: Reading, trigger: Trigger) -> Iterator[Effect]:
    if _in_question(reading, trigger):
        yield "possible", "?"
    if _has_source_phrase(trigger.light or trigger.token):
        yield "hearsay", "according to"
    if trigger.sense.pos == "noun":
        yield from modifiers(trigger.token)
        if trigger.light is None:
            yield from noun_climb(trigger.token)
            return
        if trigger.light.lemma_.lower() in words()["light"]:
            yield words()["light"][trigger.light.lemma_.lower()], trigger.light.lower_
        yield from clause(reading, trigger.light, trigger.token)
        return
    node = trigger.token
    if (
        trigger.sense.pos == "adjective"
        and node.head.pos_ in ("VERB", "AUX")
        and node.dep_ in ("acomp", "oprd", "attr")
    ):
        yield from modifiers(node)
        node = node.head
    yield from clause(reading, node)


def _in_question(reading: Reading, trigger: Trigger) -> bool:
    """Whether the sentence asks, and the trigger is in what it asks: not before a quoted question."""
    sentence = reading.sentence_span(trigger.token)
    if not sentence.text.rstrip("”\"’' ").endswith("?"):
        return False
    rest = sentence.text[trigger.token.idx - sentence.start :]
    return "“" not in rest and rest.count('"') % 2 == rest.rstrip().endswith('"')


def _has_source_phrase(verb: Token) -> bool:
    """Whether "according to …" or "per …" hangs on the verb."""
    return any(c.lower_ in ("according", "per") and c.dep_ in ("prep", "advcl", "pcomp") for c in verb.children)
