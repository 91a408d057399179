"""What kind of event a telling is of: one that happens once, seldom or every day; a verb that says much or little."""

from __future__ import annotations

from functools import cache

from kg.claims_to_entities.content import Words, anybody, listed, measured_apart, stem
from kg.claims_to_entities.subtypes import is_kin
from kg.claims_to_entities.tellings import Telling


def is_symmetric(a: Telling) -> bool:
    """Whether a telling names two or more equal parties, so that subject and object do not matter."""
    return a.type in listed("symmetric") and len(a.everyone) >= 2


def once(a: Telling) -> bool:
    """Whether an event of this kind happens to somebody only once."""
    return a.subtype in listed("once", "subtypes") or a.lemma in {*listed("once", "lemmas")}


def seldom(a: Telling) -> bool:
    """Whether an event of this kind happens to one party so seldom that news of a few days mean one."""
    return once(a) or a.type in listed("seldom", "types") or a.subtype in listed("seldom", "subtypes")


def of_one(a: Telling, patients: Words) -> bool:
    """Whether an event of this kind happens to those that two tellings share so seldom that it is one."""
    return seldom(a) and bool(patients or a.type in listed("seldom", "types") or a.subtype in listed("seldom", "doing"))


def same_verb(a: Telling, b: Telling) -> bool:
    """Whether both use one verb or noun, or words for one kind of event."""
    if a.lemma == b.lemma:
        return True
    return a.type != "other" and a.subtype is not None and b.subtype is not None and is_kin(a.subtype, b.subtype)


@cache
def _bland() -> Words:
    return frozenset(stem(w) for w in listed("words", "bland"))


def is_bland(a: Telling) -> bool:
    """Whether the verb says so little that it tells no occasion from another ("had", "went", "wanted")."""
    return a.type == "other" and a.lemma in _bland()


def is_heading_of(a: Telling, b: Telling) -> bool:
    """Whether one telling stands above the text and says what the other says below: one verb, and somebody in common.

    In the lead the same noun with no other number will do ("1,100 stores", "about 1,100 of its stores").
    """
    if a.article != b.article or a.heading == b.heading or a.denied != b.denied or not same_verb(a, b):
        return False
    shared = a.agents & b.agents
    if shared and not is_bland(a):
        return a.lemma == b.lemma or bool(a.lead or b.lead)
    if not (a.lead or b.lead) or (a.agents and b.agents and not shared):
        return False
    counted = not (a.amounts and b.amounts) or bool(a.amounts & b.amounts)
    counted = counted and not measured_apart(a.figures, b.figures)
    nouns = (a.objects | a.topic) & (b.objects | b.topic)
    return bool(a.patients & b.patients) or (counted and bool(nouns - anybody()))
