"""What a phrase that names a place bears on: the event, what it befalls, what it brings, or only a noun beside it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES
from kg.docs_to_claims.events.anchors.ties import HARM
from kg.docs_to_claims.events.syntax import is_passive
from kg.docs_to_claims.events.triggers import THEMED, Trigger

MOVES = frozenset({"movement", "retreat"})
"""Event types that lead somewhere."""
_ENFORCED = frozenset({"coerce", "justice", "aid", "assault"})
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
    """Whether the doer acts where it sits: "a court in Alva jailed him", "residents in Alva voted against it"."""
    raised = noun.dep_ == "nsubjpass" and noun.head != trigger.token  # "a court in Alva is expected to rule"
    if not (raised or noun.dep_ == "nsubj") or trigger.sense.pos != "verb" or trigger.sense.type in MOVES:
        return False
    lemma = noun.lemma_.lower()
    if lemma in words("inhabitants") and trigger.sense.type not in ("transaction", "personnel"):
        return noun.tag_ in ("NNS", "NN") and not is_passive(trigger.token)
    rules = lemma in words("officials") and trigger.sense.type in _ENFORCED
    return (rules or lemma in words("sits") or lemma in words("patrols")) and not is_passive(trigger.token)


def whole(noun: Token) -> Token:
    """What a thing is part of a sentence as: the roof of "the roof of the church", the storm of "storm Arvo"."""
    if noun.dep_ == "appos" and noun.head.dep_ in ("nsubj", "nsubjpass"):
        return noun.head
    part = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.dep_ == "prep"
    return noun.head.head if part and noun.head.head.dep_ in ("nsubj", "nsubjpass") else noun


def brings(trigger: Trigger, noun: Token) -> bool:
    """Whether the phrase hangs on what the movement brings: "drove water to the shore", "took a boat to Alva"."""
    return trigger.sense.type in MOVES and noun.dep_ == "dobj" and noun.head == trigger.token


def run_together(token: Token, by_token: Mapping[int, int]) -> int | None:
    """The event of a clause whose subject the parser runs together with the place before it: "In Alva Ruiz won"."""
    noun = token.head
    link = token.left_edge.nbor(-1) if token.left_edge.i else token
    if token.dep_ != "compound" or noun.dep_ not in ("nsubj", "nsubjpass") or link.lower_ not in ("in", "at"):
        return None
    alone = link.dep_ == "prep" and link.head == noun.head and not any(children(link))
    return by_token.get(noun.head.i) if alone else None


def is_served(prep: Token) -> bool:
    """Whether the phrase only says what kind of term it is: "given a year in prison", not "spent a year in prison"."""
    before = prep.nbor(-1) if prep.i else prep
    term = before.lemma_.lower() in words("terms") and before.dep_ != "npadvmod"  # not "found the next day in prison"
    verb = next((t for t in (before, *before.ancestors) if t.pos_ in ("VERB", "AUX")), prep)
    return term and verb.lemma_.lower() not in words("serves")


def lies(verb: Token) -> bool:
    """A participle that only says where the noun before it is: "at the base, located in Alva"."""
    noun = verb.head
    inside = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.lemma_.lower() in words("attends"))
    return verb.dep_ == "acl" and verb.lemma_.lower() in words("lies") and inside


def describes(reading: Reading, noun: Token) -> bool:
    """Whether the phrase only says who somebody is: "Ruiz, a politician in Angola"."""
    entity = reading.entity(noun.head)
    return noun.dep_ == "appos" and entity is not None and entity.type not in PLACE_TYPES


def is_landmark(reading: Reading, noun: Token) -> bool:
    """Whether the noun is itself known as a place that the word before it only places: "at a Porto airport"."""
    entity = reading.entity(noun)
    return entity is not None and entity.type in PLACE_TYPES and noun.lemma_.lower() in words("landmarks")


def is_deep(noun: Token, by_token: Mapping[int, int]) -> bool:
    """Whether the place is of a thing that is itself inside a phrase: "spoke of homes for the poor in Angola"."""
    inside = 0
    for _ in range(6):
        if noun.i in by_token or noun.pos_ in ("VERB", "AUX") or noun.head == noun:
            break
        by = noun.head.dep_ == "agent"  # "was met by crowds outside the hall in Alva"
        inside += (
            noun.dep_ == "pobj" and not by and noun.lower_ not in words("before_whom")
        )  # "in front of fans at the ground"
        noun = noun.head
    return inside > 1


def is_about(reading: Reading, noun: Token, trigger: Trigger) -> bool:
    """Whether the place is of a thing that is only spoken or decided of: "approved a dam in Angola"."""
    spoken = trigger.sense.type in THEMED or trigger.sense.type in _DECIDED
    paper = noun.lemma_.lower() in words("papers")  # "put their names to a text in Alva"
    return spoken and not paper and noun.dep_ in ("dobj", "pobj", "nsubjpass") and reading.entity(noun) is not None
