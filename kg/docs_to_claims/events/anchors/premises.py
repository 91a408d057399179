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
_TRAVELS = frozenset({"movement", "retreat", "coerce", "justice", "aid", "life"})
_DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that"})
_AT = frozenset({"at", "inside", "outside", "near", "aboard", "across", "throughout"})


def is_setting(entity: Entity, mention: str, prep: Token, trigger: Trigger) -> bool:
    """Whether what stands behind the preposition is where the event is, though its type is none of a place."""
    name, lemma = prep.lower_, trigger.token.lemma_.lower()
    published = lemma in words("appears")
    if entity.type == "work":
        finding = any(set(m.text.lower().split()) & words("findings") for m in entity.mentions)
        return name == "throughout" or (published and not finding and name in ("in", "on"))
    if trigger.sense.type == "personnel" and name == "in" and mention.islower() and mention.endswith("office"):
        return False  # "served in that office": a position
    if entity.type == "organization" or (entity.type == "group" and is_premises(entity)):
        return name in _AT or (published and name in ("in", "on", "to")) or _within(entity, name, trigger)
    return entity.type == "product" and (name == "aboard" or (is_premises(entity) and _within(entity, name, trigger)))


def _within(entity: Entity, name: str, trigger: Trigger) -> bool:
    """As in "in the court", "on the ship", "taken to the school", "fled from the store"."""
    if not is_premises(entity):
        return False
    if name in ("to", "into", "onto", "from"):
        return trigger.sense.type in _TRAVELS
    boarded = entity.type == "product" or any(
        m.text.lower().rpartition(" ")[2] in words("on_board") for m in entity.mentions
    )
    return name == "in" or (name == "on" and boarded)


def is_premises(entity: Entity) -> bool:
    """Whether one can go into what the entity's words name: a court, a school, "two hospitals"; a ship, a car."""
    if entity.type not in ("organization", "product", "group"):
        return False
    nouns = words("vessels") if entity.type == "product" else words("premises")
    if entity.type == "group":
        nouns = frozenset(_plural(noun) for noun in nouns)
    said = [m.text for m in entity.mentions if m.kind != "pronoun" and not _is_calling(m.text)]
    return any(set(text.lower().split()) & nouns for text in said)


def _is_calling(text: str) -> bool:
    """A bare noun of what one is, no house: "entered public office"; "in court" is a facility by its words."""
    words_in = text.split()
    return text.islower() and words_in[0] not in _DETERMINERS and words_in[-1] == "office"


def _plural(noun: str) -> str:
    """As in "hospitals", "churches", "factories"."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")
