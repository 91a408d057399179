"""The slots of a trigger, and what they become: participants with roles, and the topic."""

from __future__ import annotations

from collections.abc import Iterator

from kg.docs_to_claims.events.roles.fillers import fillers
from kg.docs_to_claims.events.roles.noun_slots import noun_slots
from kg.docs_to_claims.events.roles.participants import participants
from kg.docs_to_claims.events.roles.topics import topic
from kg.docs_to_claims.events.roles.verb_slots import Slot, verb_slots
from kg.docs_to_claims.events.syntax import preposition_objects
from kg.docs_to_claims.events.triggers import THEMED, Trigger, asked_for

__all__ = ["Slot", "fillers", "participants", "slots", "topic"]


def slots(trigger: Trigger) -> list[Slot]:
    """All filled slots of a trigger, in text order of their fillers."""
    if trigger.sense.pos == "noun":
        found = list(noun_slots(trigger))
    else:
        found = [*verb_slots(trigger.token), *_beside_its_object(trigger)]
    return sorted(dict.fromkeys(found), key=lambda slot: (slot[1].i, slot[0]))


def _beside_its_object(trigger: Trigger) -> Iterator[Slot]:
    """What follows the noun that a verb's sense asks for belongs to both ("paid a visit to Norland")."""
    if trigger.sense.type in THEMED:
        return  # "demanded a truce with Norland": the truce is an event of its own
    for thing in asked_for(trigger.token, trigger.sense):
        if thing.pos_ == "NOUN":
            yield from (
                (name, t) for name, t in preposition_objects(thing) if trigger.sense.roles.get(name) is not None
            )
