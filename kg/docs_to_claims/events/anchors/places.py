"""Where an event is told to be: the places its clause names by a locative phrase, or that its sense makes a place.

Of several places the best is kept: where it happens before where it leads, where it leads before where it starts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading, ref_to
from kg.docs_to_claims.events.anchors.adjuncts import climb, words
from kg.docs_to_claims.events.anchors.bearings import (
    MOVES,
    befalls,
    brings,
    describes,
    is_about,
    is_deep,
    is_served,
    lies,
    run_together,
    sits,
)
from kg.docs_to_claims.events.anchors.phrases import holder, of_clause, preposition
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES, is_premises, is_setting
from kg.docs_to_claims.events.roles import Slot
from kg.docs_to_claims.events.syntax import child, is_passive
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Entity, Mention, Ref

_SETS_OUT = MOVES | {"protest"}
_LEADS = frozenset({"movement", "retreat", "mobilize", "coerce", "aid", "life", "justice"})
_HANDED = frozenset({"movement", "retreat", "coerce", "justice"})
"""Event types whose receiving place is where they lead: "deported to Angola"."""
_HELD = frozenset({"consult", "assault", "disaster", "contest", "protest"})
_GIVEN = frozenset({"recipient", "patient"})
IN, TO, FROM = 0, 1, 2
"""How a preposition places an event, best first."""


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
        token = reading.doc[index]
        for target, rank in _targets(reading, token, senses, by_token):
            if target in out:
                continue
            place = _inner(reading, token, reading.doc[target])
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
        if trigger.sense.type != "assault" and trigger.sense.lemma not in words("covers"):
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
    if trigger.sense.lemma in words("visits"):
        return slot in ("object", "to")
    if slot != "object" or is_passive(trigger.token):
        return False
    if trigger.sense.lemma in words("reaches"):
        return entity.type == "place"
    if trigger.sense.type == "movement":  # "a foul sent Norvia to the line" does not lead to Norvia
        return not any(c.dep_ == "prep" and c.lower_ in words("directional") for c in trigger.token.children)
    return trigger.sense.type == "disaster" and entity.type != "facility"


def _opens_up(trigger: Trigger, entity: Entity) -> bool:
    """Whether the object is gone into or out of: "entered the office", "left the ship"."""
    enters = trigger.token.lemma_.lower() in words("enters") and trigger.sense.pos == "verb"
    return enters and (entity.type in PLACE_TYPES or is_premises(entity)) and not is_passive(trigger.token)


def _targets(
    reading: Reading, token: Token, senses: Mapping[int, Trigger], by_token: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The events that a mention places, each with the rank of the tie."""
    entity = reading.entity(token)
    if entity is None:
        return
    if entity.type in PLACE_TYPES or entity.type == "organization":
        yield from ((i, IN) for i in of_clause(reading, token, by_token))
    prep = preposition(holder(reading, token))
    fallen = senses.get(token.head.i) if entity.type == "facility" and token.dep_ == "nsubj" else None
    if fallen is not None and fallen.sense.type == "disaster" and not fallen.light:
        yield fallen.token.i, IN  # "the Arvo Hotel collapsed"
    if entity.type not in PLACE_TYPES:
        yield from _institutional(entity, reading.mentions[token.i][1].text, prep, senses, by_token)
        return
    if token.dep_ in ("compound", "nmod") and token.head.i in senses:
        held = senses[token.head.i].sense
        named = entity.type == "place" or held.lemma in words("polls")
        built = entity.type == "facility" and held.type == "disaster"
        if held.pos == "noun" and held.type in _HELD and (named or built):
            yield token.head.i, IN  # "the Lisbon talks", "the hotel fire"
    if prep is None and (target := run_together(token, by_token)) is not None:
        yield target, IN
    if token.dep_ == "poss" and token.head.head.i in senses and sits(senses[token.head.head.i], token.head):
        yield token.head.head.i, IN  # "Norland's parliament passed the law"
    if prep is not None and lies(prep.head):
        prep = prep.head.head.head  # "taken to a base located in Alva"
    if prep is None:
        return
    if entity.type == "country" and prep.lower_ in words("around_it"):
        return  # "posts outside Portugal"
    if is_served(prep):
        return
    if prep.head.dep_ in ("nsubj", "nsubjpass") and (of := senses.get(prep.head.head.i)) is not None:
        if prep.lower_ in words("locative") and (befalls(reading, of, prep.head) or sits(of, prep.head)):
            yield of.token.i, IN  # "a dam above Alva burst"
        return
    target = climb(prep.head, by_token) if not describes(reading, prep.head) else None
    if target is not None and (is_about(reading, prep.head, senses[target]) or is_deep(prep.head, by_token)):
        return
    if (
        target is None
        or prep == senses[target].particle
        or (prep.lower_ == "on" and entity.type not in ("place", "facility"))
    ):
        return
    above = prep.head.head if prep.head.dep_ == "advmod" else prep.head  # "deported back to"
    own = by_token.get(above.i) == target or brings(senses[target], above)
    rank = _rank(prep, senses[target], own=own, is_built=entity.type == "facility")
    if rank is not None:
        yield target, rank


def _institutional(
    entity: Entity, mention: str, prep: Token | None, senses: Mapping[int, Trigger], by_token: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The event that an institution, vessel or work places: "sentenced at the court", "born aboard the Aurora"."""
    above = prep.head if prep is not None else None
    if (
        above is not None and above.pos_ == "NOUN" and above.i not in senses
    ):  # the parser hangs the school on the lesson
        if above.dep_ == "dobj":
            above = above.head  # "teach a lesson at the school"
        elif above.dep_ == "pobj" and above.head.lower_ == "about":
            above = above.head.head  # "read about the film in the newspaper"
    target = by_token.get(above.i) if above is not None else None
    if prep is None or target is None or prep == senses[target].particle:
        return
    sense = senses[target].sense
    employs = sense.type == "personnel" and is_premises(entity)  # "teaches at the school": whom for, and where
    if sense.roles.get(prep.lower_) in _GIVEN and sense.type not in _HANDED and not employs:
        return
    if is_setting(entity, mention, prep, senses[target]):
        yield target, TO if prep.lower_ in words("directional") else FROM if prep.lower_ == "from" else IN


def _rank(prep: Token, trigger: Trigger, *, own: bool, is_built: bool) -> int | None:
    """How the preposition places the event; None where it does not, as of what is attacked or given to.

    ``own``: the preposition hangs on the event's word itself, not on a noun below it. ``is_built``: the place is a
    facility.
    """
    name, sense = prep.lower_, trigger.sense
    if name in words("locative"):
        on_target = own and name == "on" and sense.roles.get("on") in _GIVEN
        return None if on_target else TO if own and name == "on" and sense.type == "protest" else IN
    if name == "from" and own and sense.lemma in words("takes_away") and is_built:
        return FROM  # "stole cables from a depot"
    if name == "from" and sense.lemma in words("keeps_out") and (own or prep.head.dep_ == "dobj"):
        return IN  # "banned lorries from the centre"
    posted = sense.lemma in words("posts") and name in words("directional")
    if not own or (sense.roles.get(name) in _GIVEN and sense.type not in _HANDED and not posted):
        return None
    if name in words("directional"):
        leads = posted or sense.type in _LEADS or name in ("into", "onto")
        return TO if leads else None
    if name not in ("from", "out"):
        return None
    to = any(c.dep_ == "prep" and c.lower_ == "to" for c in (*prep.head.children, *prep.children))
    return FROM if (sense.type in _SETS_OUT and not to) else None
