"""The events that a mention of a place tells the place of, by its preposition and by what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import climb, staged_at, words
from kg.docs_to_claims.events.anchors.bearings import (
    MOVES,
    befalls,
    brings,
    describes,
    is_about,
    is_deep,
    is_landmark,
    is_served,
    lies,
    run_together,
    sits,
    whole,
)
from kg.docs_to_claims.events.anchors.phrases import holder, of_clause, preposition
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES, is_premises, is_setting
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import Sense
from kg.records import Entity

_SETS_OUT = MOVES | {"protest"}
_LEADS = frozenset({"movement", "retreat", "mobilize", "coerce", "aid", "life", "justice"})
_HANDED = frozenset({"movement", "retreat", "coerce", "justice"})
"""Event types whose receiving place is where they lead: "deported to Angola"."""
_HELD = frozenset({"consult", "assault", "disaster", "contest", "protest"})
_GIVEN = frozenset({"recipient", "patient"})
_NOWHERE = frozenset({"person", "other", "law_or_treaty"})
"""Entity types that never tell where."""
IN, TO, FROM = 0, 1, 2
"""How a preposition places an event, best first."""


def targets(
    reading: Reading, token: Token, senses: Mapping[int, Trigger], by_token: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The events that a mention places, each with the rank of the tie."""
    entity = reading.entity(token)
    if entity is None or entity.type in _NOWHERE:
        return
    if entity.type in PLACE_TYPES or entity.type == "organization":
        yield from ((i, IN) for i in of_clause(reading, token, by_token))
    head = holder(reading, token)
    if head != token and is_landmark(reading, head):
        return  # "a Porto airport" is the finer place
    prep = preposition(head)
    fallen = senses.get(token.head.i) if entity.type == "facility" and token.dep_ == "nsubj" else None
    if fallen is not None and fallen.sense.type == "disaster" and not fallen.light:
        yield fallen.token.i, IN  # "the Arvo Hotel collapsed"
    if entity.type not in PLACE_TYPES:
        yield from _institutional(entity, reading.mentions[token.i][1].text, prep, senses, by_token)
        return
    yield from _beside(entity, token, senses, by_token)
    if prep is None and (target := run_together(token, by_token)) is not None:
        yield target, IN
    if prep is not None and lies(prep.head):
        described = prep.head.head
        if described.dep_ == "dobj":
            yield from ((i, IN) for i in (by_token.get(described.head.i),) if i is not None)
            return  # "attended a party located in Alva"
        prep = described.head  # "taken to a base located in Alva"
    if prep is not None and not is_served(prep):
        yield from _behind(reading, token, prep, senses, by_token)


def _beside(
    entity: Entity, token: Token, senses: Mapping[int, Trigger], by_token: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The events a place tells of without a preposition: as a modifier, or as the subject of "was the scene of"."""
    if token.dep_ in ("compound", "nmod") and token.head.i in senses:
        held = senses[token.head.i].sense
        named = entity.type == "place" or held.lemma in words("polls")
        built = entity.type == "facility" and held.type == "disaster"
        if held.pos == "noun" and held.type in _HELD and (named or built):
            yield token.head.i, IN  # "the Lisbon talks", "the hotel fire"
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        staged = (staged_at(c, by_token) for c in children(token.head) if c.dep_ == "attr")
        yield from ((i, IN) for i in staged if i is not None)  # "Porto was the scene of an attack"
    owns = token.dep_ == "poss" or (token.dep_ == "compound" and entity.type == "place")
    if owns and token.head.head.i in senses and sits(senses[token.head.head.i], token.head):
        # "Norland's parliament passed the law", "Porto police arrested him": less than "in Alva" behind the noun
        yield token.head.head.i, IN if token.dep_ == "poss" else FROM


def _behind(
    reading: Reading, token: Token, prep: Token, senses: Mapping[int, Trigger], by_token: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The event that a place behind a preposition belongs to."""
    entity = reading.mentions[token.i][0]
    if entity.type == "country" and prep.lower_ in words("around_it"):
        return  # "posts outside Portugal"
    thing = whole(prep.head)
    if thing.dep_ in ("nsubj", "nsubjpass") and (of := _told_of(thing, senses)) is not None:
        if prep.lower_ in words("locative") and (befalls(reading, of, thing) or sits(of, prep.head)):
            yield of.token.i, IN  # "a dam above Alva burst", "the roof of the church in Alva caught fire"
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
    is_noun = senses[target].sense.pos == "noun" and senses[target].light is None
    if prep.lower_ == "on" and own and is_noun and not _is_surface(holder(reading, token)):
        return
    rank = _rank(prep, senses[target], own=own, is_built=entity.type == "facility")
    if rank is not None:
        yield target, rank


def _told_of(subject: Token, senses: Mapping[int, Trigger]) -> Trigger | None:
    """The event of a clause by its subject: of "failed to heed it" the heeding."""
    verb = subject.head
    inner = child(verb, "xcomp") if verb.i not in senses else None
    return senses.get(verb.i if inner is None else inner.i)


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
        elif above.dep_ == "pobj" and above.lemma_.lower() in words("stays") and above.head.lower_ in ("in", "during"):
            above = above.head.head  # "in their stay on the ship, they finished it"
        elif above.dep_ == "pobj" and above.head.dep_ == "agent":
            above = above.head.head  # "was met by crowds outside the parliament"
    target = by_token.get(above.i) if above is not None else None
    if prep is None or target is None or prep == senses[target].particle:
        return
    sense = senses[target].sense
    employs = sense.type == "personnel" and is_premises(entity)  # "teaches at the school": whom for, and where
    handed = sense.type in _HANDED or sense.type == "life"  # "taken to hospital"
    if sense.roles.get(prep.lower_) in _GIVEN and not handed and not employs:
        return
    if is_setting(entity, mention, prep, senses[target]):
        yield target, TO if prep.lower_ in words("directional") else FROM if prep.lower_ == "from" else IN


def _is_held(sense: Sense) -> bool:
    """Whether the noun of an event leads "on" to where it is: "a storm on the lake", not "an attack on the lake"."""
    return sense.pos == "noun" and (sense.type in _HELD - {"assault"} or sense.subtype == "Ceremony")


def _is_surface(place: Token) -> bool:
    """Whether one is on the place rather than in it: "talks on the island", not "talks on the settlement"."""
    return any(t.lemma_.lower() in words("surfaces") for t in (place, place.left_edge, *place.lefts))


def _rank(prep: Token, trigger: Trigger, *, own: bool, is_built: bool) -> int | None:
    """How the preposition places the event; None where it does not, as of what is attacked or given to.

    ``own``: the preposition hangs on the event's word itself, not on a noun below it. ``is_built``: the place is a
    facility.
    """
    name, sense = prep.lower_, trigger.sense
    if name in words("locative"):
        on_target = own and name == "on" and sense.roles.get("on") in _GIVEN and not _is_held(sense)
        return None if on_target else TO if own and name == "on" and sense.type == "protest" else IN
    if name == "from" and own and sense.lemma in words("takes_away") and is_built:
        return FROM  # "stole cables from a depot"
    if name == "from" and sense.lemma in words("keeps_out") and (own or prep.head.dep_ == "dobj"):
        return IN  # "banned lorries from the centre"
    posted = sense.lemma in words("posts") and name in words("directional")
    conveyed = posted or sense.lemma in words("conveys")
    if not own or (sense.roles.get(name) in _GIVEN and sense.type not in _HANDED and not conveyed):
        return None
    if name in words("directional"):
        if sense.type == "retreat" and sense.pos == "noun" and trigger.light is None:
            return None  # "a ceasefire to Angola", hung there instead of on "proposed"
        leads = conveyed or sense.type in _LEADS or name in ("into", "onto")
        return TO if leads else None
    if name not in ("from", "out"):
        return None
    to = any(c.dep_ == "prep" and c.lower_ == "to" for c in (*children(prep.head), *children(prep)))
    return FROM if (sense.type in _SETS_OUT and not to) else None
