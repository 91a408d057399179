"""Ties between two known entities: membership, place, family, ownership, founding, birth, nationality, occupation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.relations.found import Tie, fits
from kg.docs_to_claims.relations.nominal import nominal_ties
from kg.docs_to_claims.relations.places import place_ties
from kg.docs_to_claims.relations.verbal import verbal_ties

__all__ = ["Tie", "ties"]


def ties(reading: Reading) -> Iterator[Tie]:
    """Every tie between two mentions of named entities, of the types its predicate asks for, in text order."""
    telling = (i for i, pos in enumerate(reading.pos) if pos in ("VERB", "AUX", "ADJ"))
    for i in sorted({*telling, *reading.mentions}):
        for found in _from(reading, reading.tokens[i]):
            if fits(reading, found):
                yield found


def _from(reading: Reading, token: Token) -> Iterator[Tie]:
    pos = reading.pos[token.i]
    if pos in ("VERB", "AUX") or (pos == "ADJ" and token.dep_ == "acomp"):  # "is married to"
        yield from verbal_ties(reading, token)
    entity = reading.entity(token)
    if entity is not None:
        yield from nominal_ties(reading, token, entity)
        yield from place_ties(reading, token, entity)
