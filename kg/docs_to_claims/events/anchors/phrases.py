"""The phrase a place stands in: the noun it belongs to, the preposition before it, the "where" clause behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES
from kg.docs_to_claims.events.syntax import child, coordination

_NEAR = 8
"""Words between a place and the "where" that stands for it."""


def holder(reading: Reading, token: Token) -> Token:
    """The head of the phrase a place stands in: itself, "the coast of" it, a garage of "a Porto garage"."""
    token = coordination(token)[0]
    for _ in range(3):
        if token.dep_ == "appos" or (token.dep_ in ("compound", "poss", "nmod") and _is_common(reading, token)):
            token = token.head
        elif token.dep_ == "pobj" and _is_part(token.head):
            token = token.head.head
        else:
            break
    return token


def _is_common(reading: Reading, token: Token) -> bool:
    """Whether a place before a common noun places that noun: "in a Porto garage", "in Porto's centre".

    "Porto cathedral" is a place of its own, and "in Portugal's history" none.
    """
    noun = token.head
    entity = reading.entity(token)
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or entity is None:
        return False
    if token.dep_ == "poss" or entity.type != "place":
        return noun.lemma_.lower() in words("part_of_place")
    some = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in children(noun))
    whole = reading.entity(noun)
    return whole is None or whole.type == "group" or some  # "at the Porto offices", of those who work there


def _is_part(prep: Token) -> bool:
    """As in "The coast of": a common noun inside the place, in a phrase that itself says where."""
    noun = prep.head
    return prep.lower_ == "of" and noun.dep_ == "pobj" and noun.lemma_.lower() in words("part_of_place")


def preposition(token: Token) -> Token | None:
    """The preposition that makes a place of a phrase."""
    if token.dep_ != "pobj":
        return None
    prep = token.head
    if prep.dep_ == "prep" and prep.head.dep_ == "prep" and (prep.lower_ == "of" or prep.head.lower_ == "from"):
        prep = prep.head  # "outside of", "from inside", "out of"
    return prep if prep.lower_ in words("locative") | words("directional") | {"from", "out"} else None


def of_clause(reading: Reading, token: Token, by_token: Mapping[int, int]) -> Iterator[int]:
    """The events of a relative clause that happen there: "Porto, where she met him", "the depot in which five died"."""
    for c in children(token):
        if c.dep_ == "relcl" and (_opens_with_where(c) or _opens_with_which(c)):
            yield from _told_by(c, by_token)
    for word in reading.tokens[token.i + 1 : token.i + 1 + _NEAR]:
        if word.dep_ == "pobj" and _is_place(reading, word):
            return  # the nearer place
        if (
            word.dep_ == "relcl"
            and _opens_with_where(word)
            and _is_somebody(reading, word.head)
            and word.head.i > token.i
        ):
            yield from _told_by(word, by_token)


def _told_by(verb: Token, by_token: Mapping[int, int]) -> Iterator[int]:
    """The event of a clause, or of what is put into a clause of its own: "where we had two hundred people turn up"."""
    inner = child(verb, "ccomp", "xcomp")
    told = verb if verb.i in by_token or inner is None else inner
    if told.i in by_token:
        yield by_token[told.i]


def _is_place(reading: Reading, token: Token) -> bool:
    entity = reading.entity(token)
    return entity is not None and entity.type in PLACE_TYPES


def _is_somebody(reading: Reading, noun: Token) -> bool:
    """Whether "where" cannot stand for the noun before it: "a screening in Porto for fans, where …"."""
    entity = reading.entity(noun)
    return entity is not None and entity.type in ("person", "group")


def _opens_with_where(verb: Token) -> bool:
    return any(w.tag_ == "WRB" and w.lower_ == "where" for w in children(verb))


def _opens_with_which(verb: Token) -> bool:
    """As in "the depot in which five died"."""
    inside = child(verb, "prep")
    which = child(inside, "pobj") if inside is not None and inside.lower_ in ("in", "at") else None
    return which is not None and which.tag_ == "WDT"
