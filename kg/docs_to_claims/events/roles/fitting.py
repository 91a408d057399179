"""The role a slot gives, and what it becomes for the kind of entity that fills it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles.fillers import is_amount
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.slot_words import company_acts, word_class
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import SYMMETRIC
from kg.records import Ref

DOERS = frozenset({"person", "organization", "country", "group", "place"})
_ACTIVE = DOERS - {"place"}
_SITES = frozenset({"place", "facility"})
_ANIMATE = frozenset({"person", "group"})
_WHOEVER = frozenset({"person", "group", "other", None})
_TOGETHER = SYMMETRIC | {"retreat", "life", "disaster", "movement", "personnel", "protest"}
_BEFALLING = frozenset({"life", "disaster"})
_OF_STATES = frozenset({
    "assault", "aid", "request", "agree", "sanction", "threaten", "reject", "support", "accuse", "mobilize", "coerce",
    "retreat", "concede",
})  # fmt: skip
"""Acts of states and bodies, whose abbreviated name before the noun is who does them."""
_AFFECTING = frozenset({"object", "second object", "clause", "to", "with", "against", "on", "upon", "into"})
_UPON = frozenset({"of", "on", "against"})
_LONGEST = 6
"""Letters of an abbreviation, and one more: "UNESCO" and "INTERPOL" are names."""


@dataclass(frozen=True, slots=True)
class Place:
    """One slot of a trigger among all its filled ones, and the role that the slot gives."""

    trigger: Trigger
    found: Sequence[Slot]
    slot: str
    role: str

    @property
    def is_noun(self) -> bool:
        """Whether the trigger is an event noun."""
        return self.trigger.sense.pos == "noun"


def role_of(trigger: Trigger, slot: str) -> str | None:
    """The role a slot has for the trigger's sense; None for a slot that names nobody who takes part."""
    if slot in ("light patient", "second object"):
        return "patient"
    if slot == "involved":
        return "participant"
    if slot == "dative":
        return trigger.sense.roles.get("dative", "recipient")
    if trigger.sense.pos == "noun" and slot == "object":
        return "patient"
    if slot == "between" and trigger.sense.pos == "verb" and trigger.sense.type in SYMMETRIC:
        return trigger.sense.roles.get(slot, "agent")  # "an agreement reached between the two companies"
    return trigger.sense.roles.get(slot)


def fitting(reading: Reading, place: Place, ref: Ref) -> str | None:
    """The role of whom ``ref`` names in a slot; None for one who takes no part after all."""
    role = _done(place, _by_itself(place, kind_of(reading, ref)), kind_of(reading, ref))
    if role == "participant" and place.slot == "compound" and place.trigger.sense.type in _OF_STATES:
        role = "agent" if kind_of(reading, ref) in _ACTIVE and _is_adjectival(place.trigger.token, ref) else role
    if place.trigger.sense.type == "personnel" and place.slot in ("object", "from"):
        role = None if ref.text.split()[-1].lower() in word_class("posts") else role
    # Nobody is a tool: what is brought by an aircraft is a load, who is brought is the one it is done to.
    if role == "instrument" and kind_of(reading, ref) in _ANIMATE:
        return "agent" if place.slot == "by" else "patient"
    return role


def _is_adjectival(noun: Token, ref: Ref) -> bool:
    """Whether a name in capitals right before an event noun does for an adjective: "US strikes", "an EU peace offer";
    not in "US carmaker bailout".
    """
    letters = ref.text.replace(".", "")
    if not (letters.isupper() and letters.isalpha() and len(letters) < _LONGEST):
        return False
    between = [t for t in noun.doc[max(noun.left_edge.i, noun.i - 3) : noun.i] if t.idx >= ref.end]
    return all(t.pos_ == "ADJ" for t in between)


def kind_of(reading: Reading, ref: Ref) -> str | None:
    """The type of the entity that is named; None if it is unknown."""
    entity = reading.by_id.get(ref.entity)
    return None if entity is None else entity.type


def _by_itself(place: Place, kind: str | None) -> str:
    """A thing that acts upon nothing undergoes what it is said to do ("shares rose", "the exhibition opened")."""
    if place.slot != "subject" or place.role != "agent" or kind in DOERS:
        return place.role
    return "agent" if any(name in _AFFECTING and not is_amount(token) for name, token in place.found) else "patient"


def _done(place: Place, role: str, kind: str | None) -> str | None:
    """The role beside a noun: the company of "Orvo sales" is the one that sells, the zone of a "patrol of the zone"
    does not patrol. None for the river of a "truce on the river".
    """
    slot, root = place.slot, place.trigger.sense.type
    if place.is_noun and slot in ("possessor", "compound", "to") and role != "patient":
        role = _beside_noun(place, role, kind)
    if slot == "compound" and role == "participant" and kind == "organization" and root in company_acts():
        return "agent"
    if slot == "with" and role == "patient" and kind not in DOERS and kind is not None and not place.is_noun:
        return "participant"  # a thing is nobody's counterpart
    if slot == "to" and role == "recipient" and (root == "life" or (root == "movement" and kind not in DOERS)):
        return None  # nobody is given a death, and no station gets who docks to it
    if slot == "with" and root == "life" and kind not in DOERS:
        return None
    if slot == "to" and role == "recipient" and root == "request" and kind in _SITES:
        return None  # "ordered the battalion back to barracks"
    if slot == "to" and role == "recipient" and kind not in DOERS and root in ("agree", "other"):
        return _led_to(place, kind)
    if place.is_noun and slot == "of" and role == "agent" and kind in _SITES:
        return "patient"
    if place.is_noun and slot == "on" and role == "patient" and root in _TOGETHER and kind not in _ACTIVE:
        return None
    return role


def _led_to(place: Place, kind: str | None) -> str | None:
    """What a thing behind "to" is, to which nobody gives anything: "signed on to the treaty", "turned to the study of
    law", "pinned to the ground".
    """
    if place.trigger.sense.type == "agree":
        return "patient"
    if place.is_noun:
        return place.role
    return None if kind in _SITES else "participant"


def _beside_noun(place: Place, role: str, kind: str | None) -> str:
    """The role of who stands before an event noun, by whether another is named as undergoing it: "his arrest", "his
    arrest of two men", "the police shooting of a man", "the phone's launch"; and of what is changed: "changes to".
    """
    trigger, slot = place.trigger, place.slot
    lemma, light = trigger.token.lemma_.lower(), trigger.light
    if slot == "to":
        return "patient" if lemma in word_class("altering") else role
    if any(name in _UPON and role_of(trigger, name) == "patient" for name, _ in place.found):
        return "agent" if kind in _ACTIVE else role
    if light is not None:  # "had minor injuries"
        return "patient" if light.lemma_ == "have" and slot == "possessor" and trigger.sense.type == "life" else role
    things = slot == "possessor" and role == "agent" and kind not in (*DOERS, None)
    located = slot == "compound" and kind in ("place", "country", "facility")
    befalls = trigger.sense.type in _BEFALLING and not located
    return "patient" if things or befalls or (lemma in word_class("undergone") and kind in _WHOEVER) else role
