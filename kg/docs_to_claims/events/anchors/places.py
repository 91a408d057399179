"""Where an event is told to be: the places its clause names by a locative phrase, or that its sense makes a place.

Of several places the best is kept: where it happens before where it leads, where it leads before where it starts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading, ref_to
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.anchors.locatives import targets
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES, is_premises
from kg.docs_to_claims.events.roles import Slot
from kg.docs_to_claims.events.syntax import child, is_passive
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Entity, Mention, Ref

Rank = tuple[int, bool, bool]
"""How the preposition places, whether it is an institution or vessel, and whether it is only described, not named."""


def stated_places(
    reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]], by_token: Mapping[int, int]
) -> dict[int, Ref]:
    """Event → its place: an argument that its sense calls a place, else the best locative phrase of its clause."""
    out = _arguments(reading, triggers, filled)
    senses = {t.token.i: t for t in triggers}
    best: dict[int, tuple[Rank, Ref]] = {}
    for index in sorted(reading.mentions):
        token = reading.tokens[index]
        for target, rank in targets(reading, token, senses, by_token):
            if target in out:
                continue
            place = _inner(reading, token, reading.tokens[target])
            entity, mention = reading.mentions[place.i]
            key = (rank, entity.type not in PLACE_TYPES, _is_described(mention))
            if target not in best or key < best[target][0]:
                best[target] = key, ref_to(entity, mention)
    out |= {i: ref for i, (_, ref) in best.items()}
    return _acted_on(reading, triggers, filled) | out


def _is_described(mention: Mention) -> bool:
    """Whether no part of the words is a name: "the dam", "A dam"."""
    first, _, rest = mention.text.partition(" ")
    return mention.text.islower() or (first in ("A", "An", "The") and rest.islower())


def _inner(reading: Reading, token: Token, verb: Token) -> Token:
    """The finer place that this one only places: the village of "shelled Alva, a village in the north"."""
    prep = token.head
    inner = prep.head if token.dep_ == "pobj" else token
    inner = inner.head if inner.dep_ == "appos" else inner
    entity = reading.entity(inner)
    if inner == token or entity is None or entity.type != "place" or reading.mentions[inner.i][1].text.islower():
        return token
    return inner if inner.dep_ in ("dobj", "nsubjpass") and inner.head == verb else token


def _arguments(reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]]) -> dict[int, Ref]:
    """The places that are an argument of the verb by its sense: "left Leiria", "crossed the Guadiana"."""
    out: dict[int, Ref] = {}
    for trigger in triggers:
        slots = [(slot.removeprefix("from "), token) for slot, token in filled[trigger.token.i]]
        leads = any(slot == "to" for slot, _ in slots)
        for slot, filler in slots:
            if slot == "from" and leads:
                continue  # "from X to Y" is told of Y
            token = _named_around(reading, filler)
            entity, ref = reading.entity(token), reading.ref(token)
            if slot == "on" or entity is None or ref is None:
                continue  # "In X, they marched on the palace" is in X
            if slot == "object" and _opens_up(trigger, entity):
                out.setdefault(trigger.token.i, ref)
            if entity.type not in PLACE_TYPES:
                continue
            if trigger.sense.roles.get(slot) == "place" or _reaches(trigger, slot, entity):
                out.setdefault(trigger.token.i, ref)
    return out


def _acted_on(reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]]) -> dict[int, Ref]:
    """The places that are all that an act is done to, and so where it is done: "shelled Alva", "patrol the strip"."""
    out: dict[int, Ref] = {}
    for trigger in triggers:
        taken = trigger.sense.type == "assault" or trigger.sense.subtype == "SeizeTerritory"
        if not taken and trigger.sense.lemma not in words("covers"):
            continue
        for slot, filler in filled[trigger.token.i]:
            entity, ref = reading.entity(filler), reading.ref(filler)
            if entity is not None and ref is not None and entity.type == "place" and _is_done_to(trigger, slot):
                out.setdefault(trigger.token.i, ref)
    return out


def _is_done_to(trigger: Trigger, slot: str) -> bool:
    return trigger.sense.roles.get(slot) == "patient" and slot != "by"


def _named_around(reading: Reading, token: Token) -> Token:
    """The named place around one that is only described: "to the capital in Angola"."""
    if token.i in reading.mentions and _is_described(reading.mentions[token.i][1]):
        around = child(token, "prep")
        place = child(around, "pobj") if around is not None and around.lower_ == "in" else None
        entity = reading.entity(place) if place is not None else None
        if place is not None and entity is not None and entity.type in PLACE_TYPES:
            return place
    return token


def _reaches(trigger: Trigger, slot: str, entity: Entity) -> bool:
    """Whether what fills the slot is where the event is: "entered the hall", "the storm hit the coast"."""
    if trigger.sense.lemma.rpartition(" ")[2] in words("visits"):  # "state visit"
        return slot in ("object", "to")
    if slot != "object" or is_passive(trigger.token):
        return False
    if trigger.sense.lemma in words("reaches"):
        return entity.type == "place"
    if trigger.sense.type == "movement":  # "a foul sent Norvia to the line" does not lead to Norvia
        return not any(c.dep_ == "prep" and c.lower_ in words("directional") for c in children(trigger.token))
    return trigger.sense.type == "disaster" and entity.type != "facility"


def _opens_up(trigger: Trigger, entity: Entity) -> bool:
    """Whether the object is gone into or out of: "entered the office", "left the ship"."""
    enters = trigger.token.lemma_.lower() in words("enters") and trigger.sense.pos == "verb"
    return enters and (entity.type in PLACE_TYPES or is_premises(entity)) and not is_passive(trigger.token)
