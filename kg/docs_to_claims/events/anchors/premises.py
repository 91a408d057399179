"""Institutions, vessels and works an event is told to be at: "at the Lisbon court", "aboard the Aurora", "on the show".

A name of such a thing names its premises as well (a systematic polysemy, Pustejovsky 1995, "The Generative Lexicon"),
so the entity keeps its type. Only the preposition tells that the premises are meant.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Entity

PLACE_TYPES = frozenset({"place", "country", "facility"})
_TRAVELS = frozenset({"movement", "retreat", "coerce", "justice", "aid"})
_AT = frozenset({"at", "inside", "outside", "near", "aboard", "across", "throughout"})


def is_setting(entity: Entity, prep: Token, trigger: Trigger) -> bool:
    """Whether what stands behind the preposition is where the event is, though its type is none of a place."""
    name, lemma = prep.lower_, trigger.token.lemma_.lower()
    published = lemma in words("appears")
    if entity.type == "work":
        return name == "throughout" or (published and name in ("in", "on"))
    if entity.type == "organization":
        return name in _AT or (published and name in ("in", "on", "to")) or _within(entity, name, trigger)
    return entity.type == "product" and (name == "aboard" or (is_premises(entity) and _within(entity, name, trigger)))


def _within(entity: Entity, name: str, trigger: Trigger) -> bool:
    """As in "in the court", "on the ship", "taken to the school", "fled from the store"."""
    if not is_premises(entity):
        return False
    if name in ("to", "into", "onto", "from"):
        return trigger.sense.type in _TRAVELS
    return name == "in" or (name == "on" and entity.type == "product")


def is_premises(entity: Entity) -> bool:
    """Whether one can go into what the entity's words name: a court, a school; a ship, a car."""
    if entity.type not in ("organization", "product"):
        return False
    nouns = words("premises") if entity.type == "organization" else words("vessels")
    return any(set(m.text.lower().split()) & nouns for m in entity.mentions if m.kind != "pronoun")
