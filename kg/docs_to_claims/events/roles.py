"""The slots of a trigger, and what they become: participants with roles, and the topic."""

from __future__ import annotations

from kg.docs_to_claims.events.fillers import fillers
from kg.docs_to_claims.events.noun_slots import noun_slots
from kg.docs_to_claims.events.participants import participants
from kg.docs_to_claims.events.topics import topic
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.verb_slots import Slot, verb_slots

__all__ = ["Slot", "fillers", "participants", "slots", "topic"]


def slots(trigger: Trigger) -> list[Slot]:
    """All filled slots of a trigger, in text order of their fillers."""
    found = list(noun_slots(trigger) if trigger.sense.pos == "noun" else verb_slots(trigger.token))
    return sorted(dict.fromkeys(found), key=lambda slot: (slot[1].i, slot[0]))
