"""Who takes part in an event: from the filled slots of its trigger to the roles of its sense."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles.counterparts import counterparts
from kg.docs_to_claims.events.roles.fillers import is_amount, is_kind, members, refs
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.slot_words import company_acts, handling, word_class
from kg.docs_to_claims.events.status.axes import words
from kg.docs_to_claims.events.syntax import is_passive, preposition_objects, subject
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import SYMMETRIC
from kg.ontology import lexicon
from kg.records import Ref, Role

_ASIDE = frozenset({None, "topic", "place", "none"})
_UNDERGOING = frozenset({"patient", "recipient"})
_PAID = frozenset({"patient", "instrument"})
_DOERS = frozenset({"person", "organization", "country", "group", "place"})
_SITES = frozenset({"place", "facility"})
_TOGETHER = SYMMETRIC | {"retreat", "life", "disaster", "movement", "personnel"}
_AFFECTING = frozenset({"object", "second object", "clause", "to", "with", "against", "on", "upon", "into"})
_ANIMATE = frozenset({"person", "group"})


def participants(reading: Reading, trigger: Trigger, found: list[Slot]) -> tuple[Role, ...]:
    """The event's participants: slots whose filler is a known entity, coordination unfolded, each entity once."""
    out: dict[str, Role] = {}
    for slot, token in found:
        role = "agent" if slot == "subject" and _causes(reading, trigger, found) else role_of(trigger, slot)
        if role is None or role in _ASIDE:
            continue
        for part in members(reading, token, trigger.token):
            if role not in _PAID and is_amount(part):
                continue  # "raised its bid to €2 billion"
            if slot == "compound" and is_kind(reading, part) and trigger.sense.type not in handling():
                continue
            for ref in refs(reading, part, slot):
                taken = _done(reading, trigger, slot, _by_itself(reading, found, slot, role, ref), ref)
                if taken is not None:
                    out.setdefault(ref.entity, Role(_fitting(reading, taken, ref), ref))
    if not any(role.role in _UNDERGOING and _acts(reading, role.ref) for role in out.values()):
        for aimed in counterparts(reading, trigger, found):
            out.setdefault(aimed.ref.entity, aimed)
    for theme in _themes(reading, trigger, found):
        out.setdefault(theme.ref.entity, theme)
    if trigger.sense.pos == "noun" and _lacks_a_party(trigger, out):
        for party in _undertaking(reading, trigger.token):
            out.setdefault(party.ref.entity, party)
    return tuple(sorted(out.values(), key=lambda r: (r.ref.start, r.role)))


def _themes(reading: Reading, trigger: Trigger, found: list[Slot]) -> Iterator[Role]:
    """What an act is about undergoes it, too, where it is a known thing: the bill that is withdrawn."""
    for slot, token in found:
        if slot == "object" and role_of(trigger, slot) == "topic" and token != trigger.token:
            for part in members(reading, token, trigger.token):
                yield from (Role("patient", ref) for ref in refs(reading, part, slot) if not is_amount(part))


def role_of(trigger: Trigger, slot: str) -> str | None:
    """The role a slot has for the trigger's sense; None for a slot that names nobody who takes part."""
    if slot in ("light patient", "second object"):
        return "patient"
    if slot == "dative":
        return trigger.sense.roles.get("dative", "recipient")
    if trigger.sense.pos == "noun" and slot == "object":
        return "patient"
    return trigger.sense.roles.get(slot)


def _causes(reading: Reading, trigger: Trigger, found: list[Slot]) -> bool:
    """Whether what the verb tells of its subject is done to an object here: a bomb explodes, rebels explode a bomb."""
    caused = trigger.sense.pos == "verb" and trigger.token.lemma_.lower() in word_class("causative")
    return caused and any(slot == "object" and reading.entity(token) is not None for slot, token in found)


def _by_itself(reading: Reading, found: list[Slot], slot: str, role: str, ref: Ref) -> str:
    """A thing that acts upon nothing undergoes what it is said to do ("shares rose", "the exhibition opened")."""
    if slot != "subject" or role != "agent" or _kind(reading, ref) in _DOERS:
        return role
    return role if any(name in _AFFECTING for name, _ in found) else "patient"


def _done(reading: Reading, trigger: Trigger, slot: str, role: str, ref: Ref) -> str | None:
    """The role beside a noun: the company of "Orvo sales" is the one that sells, the zone of a "patrol of the zone"
    does not patrol. None for the river of a "truce on the river", and for the post that somebody leaves.
    """
    kind, noun, root = _kind(reading, ref), trigger.sense.pos == "noun", trigger.sense.type
    if slot == "compound" and role == "participant" and kind == "organization" and root in company_acts():
        return "agent"
    if noun and slot == "of" and role == "agent" and kind in _SITES:
        return "patient"
    if noun and slot == "on" and role == "patient" and kind in _SITES and root in _TOGETHER:
        return None
    if root == "personnel" and slot in ("object", "from") and ref.text.split()[-1].lower() in word_class("posts"):
        return None
    return role


def _fitting(reading: Reading, role: str, ref: Ref) -> str:
    """Nobody is a tool: what is brought by an aircraft is a load, who is brought is the one it is done to."""
    return "patient" if role == "instrument" and _kind(reading, ref) in _ANIMATE else role


def _acts(reading: Reading, ref: Ref) -> bool:
    return _kind(reading, ref) in _DOERS


def _kind(reading: Reading, ref: Ref) -> str | None:
    entity = reading.by_id.get(ref.entity)
    return None if entity is None else entity.type


def _lacks_a_party(trigger: Trigger, out: dict[str, Role]) -> bool:
    """Whether nobody is known to take part, or only the counterpart of an act that takes two ("talks with Norland")."""
    if not out:
        return True
    return trigger.sense.type in SYMMETRIC and len(out) == 1 and next(iter(out.values())).role == "patient"


def _undertaking(reading: Reading, noun: Token) -> Iterator[Role]:
    """Who agrees to, proposes, plans or calls off what the noun names, where nobody else is said to do it."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    verbs = [governor] if noun.dep_ in ("dobj", "pobj", "nsubjpass") else []
    verbs += [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    for verb in verbs:
        lemma = verb.lemma_.lower()
        own = lemma in word_class("booked") and noun.lemma_.lower() in lexicon("things")["counted"]["nouns"]
        if any(c.dep_ == "neg" for c in verb.children):
            continue  # who does not accept a proposal has no part in it
        if verb.pos_ != "VERB" or not (own or lemma in words()["words"]["undertaken"]):
            continue
        role = "agent" if lemma in word_class("own_acts") else "participant"
        found = [t for p, t in preposition_objects(verb) if p == "by"] if is_passive(verb) else [subject(verb)]
        for token in found:
            for part in members(reading, token, verb) if token is not None else ():
                yield from (Role(role, ref) for ref in refs(reading, part, "subject"))
