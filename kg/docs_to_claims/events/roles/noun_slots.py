"""The grammatical slots of an event noun: its possessor, modifiers and complements, and those of its light verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles.verb_slots import Slot, verb_slots
from kg.docs_to_claims.events.slot_words import foreseen, word_class
from kg.docs_to_claims.events.syntax import child, is_passive, preposition_objects, subject
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load

_SIDES = frozenset({"on", "against", "with"})
_AT_ONCE = frozenset({"in", "during"})
_GIVING = frozenset({"transaction", "aid", "movement", "concede"})
_FORCEFUL = frozenset({"assault", "coerce"})


def noun_slots(trigger: Trigger) -> Iterator[Slot]:
    """The filled slots of an event noun: possessor, adjective, compound, one per preposition, those of its verb."""
    noun = trigger.token
    for c in children(noun):
        if c.dep_ == "poss":
            yield "possessor", c
        elif c.dep_ == "amod":
            yield "adjective", c
        elif c.dep_ in ("compound", "nmod"):
            yield "compound", c
            yield from (("compound", d) for d in children(c) if d.dep_ in ("compound", "nmod", "punct"))
        elif c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in load().light:
            yield from (("by", t) for name, t in preposition_objects(c) if name == "by")
    for name, token in preposition_objects(noun):
        yield ("by" if name == "from" and trigger.light_patient else name), token
        if name == "of" and noun.lemma_.lower() in word_class("parts"):  # "a memorandum of understanding with Orvo"
            yield from ((p, t) for p, t in preposition_objects(token) if p != "of")
        if name == "by":  # "the attack by A on B": the parser hangs "on B" on A
            yield from ((p, t) for p, t in preposition_objects(token) if p in _SIDES)
    if noun.dep_ == "dobj" and trigger.light is None and trigger.sense.type in _GIVING:
        yield from _led_on(noun)
    if trigger.light is not None:
        yield from _carried(trigger, trigger.light)
    else:
        yield from _within(trigger)


def _led_on(noun: Token) -> Iterator[Slot]:
    """To whom a sale or transfer goes that the parser hangs on the verb ("vetoed a sale of the unit to Orvo")."""
    verb = noun.head
    if verb.lemma_.lower() in word_class("stopping"):
        yield from ((name, t) for name, t in preposition_objects(verb) if name == "to" and t.i > noun.i)


def _carried(trigger: Trigger, light: Token) -> Iterator[Slot]:
    """What the verb that carries the noun lends it ("held talks with Norland in May")."""
    owned = any(c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN") for c in children(trigger.token))
    for name, token in verb_slots(light):
        if token == trigger.token or name == "clause":
            continue
        if name in ("subject", "by"):
            if owned and name == "subject" and not trigger.light_patient:
                continue  # "a tweet repeated Ruiz's commitment"
            yield ("light patient" if trigger.light_patient else "possessor"), token
        elif name != "object" or is_passive(light):
            yield name, token


def _within(trigger: Trigger) -> Iterator[Slot]:
    """Who does something in a talk, call or concession is a party of it ("in a concession to the Greens, Ruiz …")."""
    noun = trigger.token
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _AT_ONCE:
        return
    if preposition.head.lemma_ == "involve":  # "was involved in a crash"
        doer = subject(preposition.head)
        if doer is not None:
            yield "involved", doer
        return
    if trigger.sense.type in _FORCEFUL:
        yield from _attackers(trigger, preposition.head)
    if preposition.lower_ == "during" or trigger.sense.type not in foreseen("beside"):
        return
    if preposition.head.lemma_ == "be":  # "are in talks with the studios"
        doer = subject(preposition.head)
        if doer is not None:
            yield "possessor", doer
        return
    verb, indefinite = preposition.head, any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in children(noun))
    sided = any(name in ("with", "to") for name, _ in preposition_objects(noun))
    if verb.pos_ != "VERB" or not indefinite or not sided or is_passive(verb):
        return
    doer = subject(verb)
    if doer is not None:
        yield "possessor", doer


def _attackers(trigger: Trigger, verb: Token) -> Iterator[Slot]:
    """Who does harm or makes an arrest in a raid is who raids ("seized two cars in a raid on the house")."""
    indefinite = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in children(trigger.token))
    if not indefinite or verb.pos_ != "VERB" or is_passive(verb) or child(verb, "dobj") is None:
        return
    senses = load().senses.get(("verb", verb.lemma_.lower()), ())
    doer = subject(verb)
    if doer is not None and any(sense.type in _FORCEFUL for sense in senses):
        yield "possessor", doer
