"""Who takes part although no slot of the trigger holds them: behind what did it, whose measure it was, who answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles.counterparts import hits
from kg.docs_to_claims.events.roles.fillers import ACTORS, members, refs
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax import child, is_infinitive, is_passive, objects, preposition_objects, subject
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load
from kg.records import Role

_HARM = frozenset({"assault", "life", "disaster"})
_GIVING = frozenset({"aid", "transaction", "cooperate"})
_MEASURED = frozenset({"sanction", "concede", "aid", "retreat"})
_OFFERED = frozenset({"offer", "bid", "invitation"})
_ASKING = frozenset({"urge", "ask", "press"})
_FORCEFUL = frozenset({"assault", "coerce"})
_UNDERGOING = frozenset({"patient", "recipient"})


def implied(reading: Reading, trigger: Trigger, found: list[Slot], known: Collection[str]) -> Iterator[Role]:
    """Further participants of an event whose ``known`` roles lack a doer or somebody to whom it is done."""
    root, verbal = trigger.sense.type, trigger.sense.pos == "verb"
    if "agent" not in known and verbal:
        if root in _HARM:
            yield from _through(reading, found)
        if is_passive(trigger.token):
            yield from _whose(reading, trigger, found)
    if _UNDERGOING.isdisjoint(known):
        if root == "request" or (root == "agree" and trigger.token.lemma_.lower() in _OFFERED):
            yield from _answering(reading, trigger)
        if root in _FORCEFUL and verbal:
            yield from _dispersed(reading, trigger.token)
        if root == "protest":
            yield from _demanded(reading, trigger)
        if root == "threaten" and trigger.token.lemma_ == "threaten":
            yield from _conditional(reading, trigger.token)


def _through(reading: Reading, found: list[Slot]) -> Iterator[Role]:
    """Whose attack does the harm: "the Norland airstrike that killed him", "an attack by rebels wounded two"."""
    for slot, noun in found:
        senses = load().senses.get(("noun", noun.lemma_.lower()), ()) if slot == "subject" else ()
        if not any(sense.type == "assault" for sense in senses):
            continue
        for c in children(noun):
            if c.dep_ in ("poss", "amod") or (c.dep_ == "compound" and c.text.replace(".", "").isupper()):
                yield from _actors(reading, c, "agent")
        for name, token in preposition_objects(noun):
            if name == "by":
                yield from _actors(reading, token, "agent")


def _whose(reading: Reading, trigger: Trigger, found: list[Slot]) -> Iterator[Role]:
    """Who gives what a passive tells to be given, and whose measure is lifted or cut off: "was supplied with arms from
    Norland", "Norland aid to Vesterland was suspended".
    """
    if trigger.sense.type in _GIVING:
        for slot, token in found:
            if slot == "from":
                yield from _actors(reading, token, "agent")
            elif slot == "with":
                for name, giver in preposition_objects(token):
                    if name == "from":
                        yield from _actors(reading, giver, "agent")
    if trigger.sense.type in _MEASURED:
        for slot, thing in found:
            if slot == "object" and thing.lemma_.lower() in word_class("measures"):
                for c in children(thing):
                    if c.dep_ in ("poss", "amod", "compound"):
                        yield from _actors(reading, c, "agent")


def _answering(reading: Reading, trigger: Trigger) -> Iterator[Role]:
    """Who accepts or turns down what is asked or offered: they are the ones asked ("rejected a plan by Norland")."""
    token = trigger.token
    thing = token.head if trigger.sense.pos == "verb" and token.dep_ == "acl" and token.tag_ == "VBN" else token
    if thing.pos_ != "NOUN":
        return
    verb = thing.head.head if thing.dep_ == "pobj" and thing.head.lower_ in ("to", "with") else thing.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in word_class("answering") or thing.dep_ not in _DONE:
        return
    doers = [t for p, t in preposition_objects(verb) if p == "by"] if is_passive(verb) else [subject(verb)]
    for doer in doers:
        if doer is not None:
            yield from _actors(reading, doer, "patient")


_DONE = frozenset({"dobj", "pobj", "nsubjpass"})


def _dispersed(reading: Reading, verb: Token) -> Iterator[Role]:
    """At whom force is used, told by what it is used for: "fired tear gas to disperse the crowd"."""
    aim = child(verb, "advcl", "xcomp")
    if aim is None or not is_infinitive(aim) or aim.lemma_.lower() not in word_class("dispersing"):
        return
    for thing in objects(aim):
        yield from _actors(reading, thing, "patient")


def _demanded(reading: Reading, trigger: Trigger) -> Iterator[Role]:
    """Whom a protest is against, told by what it demands: "marched to demand the resignation of the president"; not
    whom "justice for the victims" is for.
    """
    token = trigger.token
    verb = trigger.light or (token.head if trigger.sense.pos == "noun" and token.dep_ == "dobj" else token)
    for clause in children(verb):
        lemma = clause.lemma_.lower()
        if clause.dep_ not in ("advcl", "xcomp") or lemma not in word_class("demanding"):
            continue
        behind = list(preposition_objects(clause))
        asked = [t for name, t in behind if name == "on"] + (objects(clause) if lemma in _ASKING else [])
        for thing in [*objects(clause), *(t for name, t in behind if name == "for")]:
            against = hits(thing)
            asked += [
                t for name, t in preposition_objects(thing) if name in ("by", "from") or (against and name == "of")
            ]
            asked += [c for c in children(thing) if c.dep_ == "poss" and against]
        for one in asked:
            yield from _actors(reading, one, "patient")


def _conditional(reading: Reading, verb: Token) -> Iterator[Role]:
    """Whom a threat is for: those it depends on ("threatened to end the talks if Norland attacks")."""
    doer = subject(verb)
    threatened = child(verb, "xcomp", "ccomp")
    for governor in (verb, threatened) if threatened is not None else (verb,):
        for clause in children(governor):
            if clause.dep_ == "advcl" and any(
                c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in children(clause)
            ):
                one = child(clause, "nsubj")
                if one is not None and (doer is None or reading.entity(one) != reading.entity(doer)):
                    yield from _actors(reading, one, "patient")


def _actors(reading: Reading, token: Token, role: str) -> Iterator[Role]:
    for part in members(reading, token, token.head):
        for ref in refs(reading, part, "compound"):
            entity = reading.by_id.get(ref.entity)
            if entity is not None and entity.type in ACTORS:
                yield Role(role, ref)
