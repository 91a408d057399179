"""Who takes part in an event: from the filled slots of its trigger to the roles of its sense."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles.counterparts import counterparts
from kg.docs_to_claims.events.roles.fillers import ACTORS, is_amount, is_kind, members, refs
from kg.docs_to_claims.events.roles.fitting import DOERS, Place, fitting, kind_of, role_of
from kg.docs_to_claims.events.roles.implied import implied
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.slot_words import handling, word_class
from kg.docs_to_claims.events.status.axes import words
from kg.docs_to_claims.events.syntax import is_passive, preposition_objects, subject
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import SYMMETRIC
from kg.ontology import lexicon
from kg.records import Ref, Role

_ASIDE = frozenset({None, "topic", "place", "none"})
_UNDERGOING = frozenset({"patient", "recipient"})
_PAID = frozenset({"patient", "instrument"})
_AIMING = frozenset({"to", "for", "of", "on", "into", "with", "from"})
_ANNOUNCED = frozenset({"sanction", "aid", "mobilize", "retreat", "launch", "transaction"})
"""Acts that who announces them does, too."""
_MOVING = frozenset({"movement", "reject", "mobilize"})
_TAKING = frozenset({"coerce", "sanction", "justice"})
_OTHERS = frozenset({"coerce", "assault", "justice", "life", "disaster", "personnel"})
_PRICED = frozenset({"transaction", "other"})
_OF_MONEY = frozenset({"request", "transaction", "aid", "agree", "other"})


def participants(reading: Reading, trigger: Trigger, found: list[Slot]) -> tuple[Role, ...]:
    """The event's participants: slots whose filler is a known entity, coordination unfolded, each entity once."""
    out: dict[str, Role] = {}
    for slot, token in found:
        role = "agent" if slot == "subject" and _causes(reading, trigger, found) else role_of(trigger, slot)
        paid = slot == "object" and role == "recipient"  # "paid $2 million"
        if (paid or (slot == "for" and trigger.sense.type in _PRICED)) and is_amount(token):
            role = "instrument"  # "sold it for $2 million"
        sent = role == "place" and slot == "to" and _sends(trigger, found)
        if role is None or (role in _ASIDE and not sent):
            continue
        for part in members(reading, token, trigger.token):
            if role not in _PAID and is_amount(part):
                continue  # "raised its bid to €2 billion"
            if slot == "compound" and is_kind(reading, part) and not _handles(trigger, part):
                continue
            for ref in refs(reading, part, slot):
                if sent and not _receives(reading, ref, found):
                    continue
                taken = fitting(reading, Place(trigger, found, slot, "recipient" if sent else role), ref)
                if taken is not None:
                    out.setdefault(ref.entity, Role(taken, ref))
    own = trigger.sense.type == "mobilize"  # whom troops are called up against is none of the troops
    whole = ACTORS if trigger.sense.type in _TAKING else DOERS  # a house that is searched is somebody's
    if own or not any(role.role in _UNDERGOING and kind_of(reading, role.ref) in whole for role in out.values()):
        for aimed in counterparts(reading, trigger, found):
            out.setdefault(aimed.ref.entity, aimed)
    for one in implied(reading, trigger, found, {role.role for role in out.values()}):
        out.setdefault(one.ref.entity, one)
    for theme in _themes(reading, trigger, found):
        out.setdefault(theme.ref.entity, theme)
    if trigger.sense.pos == "noun":
        lacking = _lacks_a_party(trigger, out)
        if lacking or not any(role.role == "agent" for role in out.values()):
            for party in _undertaking(reading, trigger, pledged=not lacking):
                out.setdefault(party.ref.entity, party)
    return tuple(sorted(out.values(), key=lambda r: (r.ref.start, r.role)))


def _handles(trigger: Trigger, thing: Token) -> bool:
    """Whether a thing before an event noun is what it is done to ("train crash"), and no setting ("road crash")."""
    return trigger.sense.type in handling() and thing.lemma_.lower() not in word_class("settings")


def _sends(trigger: Trigger, found: list[Slot]) -> bool:
    """Whether a verb moves something, so that somebody behind "to" gets it ("sent the bill back to parliament")."""
    if trigger.sense.pos != "verb" or trigger.sense.type not in _MOVING:
        return False
    return any(slot in ("object", "second object") for slot, _ in found)


def _receives(reading: Reading, ref: Ref, found: list[Slot]) -> bool:
    """Whether what is sent to somebody is theirs; where people are taken, a body is a place ("taken to the club")."""
    kind = kind_of(reading, ref)
    moved = [token for slot, token in found if slot == "object"]
    known = [entity for token in moved if (entity := reading.entity(token)) is not None]
    people = any(entity.type in ("person", "group") for entity in known) or any(
        t.pos_ == "PRON" and t.lower_ not in ("it", "that", "which") for t in moved
    )
    return kind in ("person", "group") or (kind == "organization" and not people)


def _themes(reading: Reading, trigger: Trigger, found: list[Slot]) -> Iterator[Role]:
    """What an act is about undergoes it, too, where it is a known thing: the bill that is withdrawn."""
    asked = "for" if trigger.sense.type == "request" else "object"  # "asked for $5 billion in aid"
    for slot, token in found:
        if slot in ("object", asked) and role_of(trigger, slot) == "topic" and token != trigger.token:
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
    verbs += [c for c in children(noun) if c.dep_ == "acl" and c.tag_ == "VBN"]
    for verb in verbs:
        lemma = verb.lemma_.lower()
        own = lemma in word_class("booked") and noun.lemma_.lower() in lexicon("things")["counted"]["nouns"]
        own_act = own or lemma in word_class("pledging") or (lemma == "announce" and trigger.sense.type in _ANNOUNCED)
        if any(c.dep_ == "neg" for c in children(verb)) or (pledged and not own_act):
            continue  # who does not accept a proposal has no part in it
        if lemma == "announce" and trigger.sense.type in _OTHERS:
            continue  # who announces an arrest need not make it
        if verb.pos_ != "VERB" or not (own or lemma in words()["words"]["undertaken"]):
            continue
        role = "agent" if lemma in word_class("own_acts") else "participant"
        found = [t for p, t in preposition_objects(verb) if p == "by"] if is_passive(verb) else [subject(verb)]
        for token in found:
            for part in members(reading, token, verb) if token is not None else ():
                yield from (Role(role, ref) for ref in refs(reading, part, "subject"))
