"""The slots of a trigger, and what they become: participants with roles, and the topic."""

from __future__ import annotations

from kg.docs_to_claims.events.roles.fillers import fillers
from kg.docs_to_claims.events.roles.noun_slots import noun_slots
from kg.docs_to_claims.events.roles.participants import participants
from kg.docs_to_claims.events.roles.topics import topic
from kg.docs_to_claims.events.roles.verb_slots import Slot, verb_slots
from kg.docs_to_claims.events.triggers import Trigger

__all__ = ["Slot", "fillers", "participants", "slots", "topic"]


def slots(trigger: Trigger) -> list[Slot]:
    """All filled slots of a trigger, in text order of their fillers."""
    found = list(noun_slots(trigger) if trigger.sense.pos == "noun" else verb_slots(trigger.token))
    return sorted(dict.fromkeys(found), key=lambda slot: (slot[1].i, slot[0]))
