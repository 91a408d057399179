"""What a phrase that names a place bears on: the event, what it befalls, what it brings, or only a noun beside it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES
from kg.docs_to_claims.events.anchors.ties import HARM
from kg.docs_to_claims.events.syntax import is_passive
from kg.docs_to_claims.events.triggers import THEMED, Trigger

MOVES = frozenset({"movement", "retreat"})
"""Event types that lead somewhere."""
_DECIDED = frozenset({"legislate", "transaction", "sanction"})


def befalls(reading: Reading, trigger: Trigger, noun: Token) -> bool:
    """Whether the event is where the thing it befalls is: "shops in Alva were burnt", not "a man in Alva was fined"."""
    kind, lemma = trigger.sense.type, trigger.token.lemma_.lower()
    if kind == "disaster":
        return True
    thing = reading.entity(noun)
    built = thing is not None and thing.type == "facility" and kind not in THEMED | _DECIDED
    suffers = noun.dep_ == "nsubjpass" and trigger.sense.pos == "verb"
    return suffers and (kind in HARM or lemma in words("affects") or built)


def sits(trigger: Trigger, noun: Token) -> bool:
    """Whether the doer acts where it sits: "a court in Alva jailed him", "police in Alva arrested him"."""
    does = noun.dep_ == "nsubj" and trigger.sense.pos == "verb" and not is_passive(trigger.token)
    seat = noun.lemma_.lower() in words("sits") and trigger.sense.type in ("justice", "legislate")
    beat = noun.lemma_.lower() in words("patrols") and trigger.sense.type == "coerce"
    return does and (seat or beat)


def brings(trigger: Trigger, noun: Token) -> bool:
    """Whether the phrase hangs on what the movement brings: "drove water to the shore", "took a boat to Alva"."""
    return trigger.sense.type in MOVES and noun.dep_ == "dobj" and noun.head == trigger.token


def run_together(token: Token, by_token: Mapping[int, int]) -> int | None:
    """The event of a clause whose subject the parser runs together with the place before it: "In Alva Ruiz won"."""
    noun = token.head
    link = token.left_edge.nbor(-1) if token.left_edge.i else token
    if token.dep_ != "compound" or noun.dep_ not in ("nsubj", "nsubjpass") or link.lower_ not in ("in", "at"):
        return None
    alone = link.dep_ == "prep" and link.head == noun.head and not any(link.children)
    return by_token.get(noun.head.i) if alone else None


def is_served(prep: Token) -> bool:
    """Whether the phrase only says what kind of term it is: "given a year in prison", not "spent a year in prison"."""
    before = prep.nbor(-1) if prep.i else prep
    term = before.lemma_.lower() in words("terms") and before.dep_ != "npadvmod"  # not "found the next day in prison"
    verb = next((t for t in (before, *before.ancestors) if t.pos_ in ("VERB", "AUX")), prep)
    return term and verb.lemma_.lower() not in words("serves")


def lies(verb: Token) -> bool:
    """A participle that only says where the noun before it is: "the base, located in Alva"."""
    noun = verb.head
    return verb.dep_ == "acl" and verb.lemma_.lower() in words("lies") and noun.dep_ == "pobj"


def describes(reading: Reading, noun: Token) -> bool:
    """Whether the phrase only says who somebody is: "Ruiz, a politician in Angola"."""
    entity = reading.entity(noun.head)
    return noun.dep_ == "appos" and entity is not None and entity.type not in PLACE_TYPES


def is_deep(noun: Token, by_token: Mapping[int, int]) -> bool:
    """Whether the place is of a thing that is itself inside a phrase: "spoke of homes for the poor in Angola"."""
    inside = 0
    for _ in range(6):
        if noun.i in by_token or noun.pos_ in ("VERB", "AUX") or noun.head == noun:
            break
        inside += noun.dep_ == "pobj" and noun.lower_ not in words("before_whom")  # "in front of fans at the ground"
        noun = noun.head
    return inside > 1


def is_about(reading: Reading, noun: Token, trigger: Trigger) -> bool:
    """Whether the place is of a thing that is only spoken or decided of: "approved a dam in Angola"."""
    spoken = trigger.sense.type in THEMED or trigger.sense.type in _DECIDED
    return spoken and noun.dep_ in ("dobj", "pobj", "nsubjpass") and reading.entity(noun) is not None
