"""Where somebody is elected: "Ruiz of the Porto East constituency defeated Berg" is told of that constituency, "will
stand for mayor of Porto" of that town.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.roles import Slot
from kg.docs_to_claims.events.syntax import preposition_objects
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon
from kg.records import Ref


def constituencies(
    reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]], places: Mapping[int, Ref]
) -> dict[int, Ref]:
    """Event → the constituency its party stands for, for elections won or lost that have no place."""
    kinds = frozenset(lexicon("same_event")["constituency"]["subtypes"])
    out: dict[int, Ref] = {}
    for t in triggers:
        if t.sense.subtype not in kinds or t.token.i in places:
            continue
        for slot, token in filled[t.token.i]:
            if slot in ("subject", "object", "possessor"):
                for ref in _stood_for(reading, token):
                    out.setdefault(t.token.i, ref)
        for office in _offices(t.light or t.token):
            for prep, token in preposition_objects(office):
                entity, town = reading.entity(token), reading.ref(token)
                if prep in ("of", "in") and entity is not None and entity.type == "place" and town is not None:
                    out.setdefault(t.token.i, town)
    return out


def _offices(verb: Token) -> Iterator[Token]:
    """The offices of one town or county that somebody stands for or is voted into: "elected mayor of Porto"."""
    nouns = [c for c in children(verb) if c.dep_ in ("oprd", "attr", "dobj")]
    nouns += [noun for prep, noun in preposition_objects(verb) if prep in ("for", "as")]
    yield from (noun for noun in nouns if noun.lemma_.lower() in words("local_offices"))


def _stood_for(reading: Reading, candidate: Token) -> Iterator[Ref]:
    nouns = lexicon("same_event")["constituency"]["nouns"]
    for prep, token in preposition_objects(candidate):
        entity, ref = reading.entity(token), reading.ref(token)
        if prep != "of" or entity is None or ref is None:
            continue
        if entity.type == "place" and token.lemma_.lower() in nouns:
            yield ref
