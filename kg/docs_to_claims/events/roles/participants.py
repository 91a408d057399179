"""Who takes part in an event: from the filled slots of its trigger to the roles of its sense."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles.counterparts import counterparts
from kg.docs_to_claims.events.roles.fillers import is_amount, is_kind, members, refs
from kg.docs_to_claims.events.roles.fitting import DOERS, Place, fitting, kind_of, role_of
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.slot_words import handling, word_class
from kg.docs_to_claims.events.status.axes import words
from kg.docs_to_claims.events.syntax import is_passive, preposition_objects, subject
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import SYMMETRIC
from kg.ontology import lexicon
from kg.records import Role

_ASIDE = frozenset({None, "topic", "place", "none"})
_UNDERGOING = frozenset({"patient", "recipient"})
_PAID = frozenset({"patient", "instrument"})
_AIMING = frozenset({"to", "for", "of", "on", "into", "with", "from"})
_ANNOUNCED = frozenset({"sanction", "aid", "mobilize", "retreat", "launch", "transaction"})
"""Acts that who announces them does, too."""
_PRICED = frozenset({"transaction", "other"})
_OF_MONEY = frozenset({"request", "transaction", "aid"})


def participants(reading: Reading, trigger: Trigger, found: list[Slot]) -> tuple[Role, ...]:
    """The event's participants: slots whose filler is a known entity, coordination unfolded, each entity once."""
    out: dict[str, Role] = {}
    for slot, token in found:
        role = "agent" if slot == "subject" and _causes(reading, trigger, found) else role_of(trigger, slot)
        if slot == "for" and trigger.sense.type in _PRICED and is_amount(token):
            role = "instrument"  # "sold it for $2 million"
        if role is None or role in _ASIDE:
            continue
        for part in members(reading, token, trigger.token):
            if role not in _PAID and is_amount(part):
                continue  # "raised its bid to €2 billion"
            if slot == "compound" and is_kind(reading, part) and trigger.sense.type not in handling():
                continue
            for ref in refs(reading, part, slot):
                taken = fitting(reading, Place(trigger, found, slot, role), ref)
                if taken is not None:
                    out.setdefault(ref.entity, Role(taken, ref))
    if not any(role.role in _UNDERGOING and kind_of(reading, role.ref) in DOERS for role in out.values()):
        for aimed in counterparts(reading, trigger, found):
            out.setdefault(aimed.ref.entity, aimed)
    for theme in _themes(reading, trigger, found):
        out.setdefault(theme.ref.entity, theme)
    if trigger.sense.pos == "noun":
        lacking = _lacks_a_party(trigger, out)
        if lacking or not any(role.role == "agent" for role in out.values()):
            for party in _undertaking(reading, trigger, pledged=not lacking):
                out.setdefault(party.ref.entity, party)
    return tuple(sorted(out.values(), key=lambda r: (r.ref.start, r.role)))


def _themes(reading: Reading, trigger: Trigger, found: list[Slot]) -> Iterator[Role]:
    """What an act is about undergoes it, too, where it is a known thing: the bill that is withdrawn."""
    for slot, token in found:
        if slot == "object" and role_of(trigger, slot) == "topic" and token != trigger.token:
            for part in members(reading, token, trigger.token):
                if not is_amount(part) or trigger.sense.type in _OF_MONEY:
                    yield from (Role("patient", ref) for ref in refs(reading, part, slot))


def _causes(reading: Reading, trigger: Trigger, found: list[Slot]) -> bool:
    """Whether what the verb tells of its subject is done to an object here: a bomb explodes, rebels explode a bomb."""
    caused = trigger.sense.pos == "verb" and trigger.token.lemma_.lower() in word_class("causative")
    return caused and any(slot == "object" and reading.entity(token) is not None for slot, token in found)


def _lacks_a_party(trigger: Trigger, out: dict[str, Role]) -> bool:
    """Whether nobody is known to take part, or only the counterpart of an act that takes two ("talks with Norland")."""
    if not out:
        return True
    return trigger.sense.type in SYMMETRIC and len(out) == 1 and next(iter(out.values())).role == "patient"


def _undertaking(reading: Reading, trigger: Trigger, *, pledged: bool) -> Iterator[Role]:
    """Who agrees to, proposes, plans or calls off what the noun names, where nobody else is said to do it.

    ``pledged``: only who means to do it ("vowed support for Norland").
    """
    noun = trigger.token
    governor = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in _AIMING else noun.head
    verbs = [governor] if noun.dep_ in ("dobj", "pobj", "nsubjpass") else []
    verbs += [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    for verb in verbs:
        lemma = verb.lemma_.lower()
        own = lemma in word_class("booked") and noun.lemma_.lower() in lexicon("things")["counted"]["nouns"]
        own_act = lemma in word_class("pledging") or (lemma == "announce" and trigger.sense.type in _ANNOUNCED)
        if any(c.dep_ == "neg" for c in verb.children) or (pledged and not own_act):
            continue  # who does not accept a proposal has no part in it
        if verb.pos_ != "VERB" or not (own or lemma in words()["words"]["undertaken"]):
            continue
        role = "agent" if lemma in word_class("own_acts") else "participant"
        found = [t for p, t in preposition_objects(verb) if p == "by"] if is_passive(verb) else [subject(verb)]
        for token in found:
            for part in members(reading, token, verb) if token is not None else ():
                yield from (Role(role, ref) for ref in refs(reading, part, "subject"))
