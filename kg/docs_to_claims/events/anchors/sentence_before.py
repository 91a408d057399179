"""Events of the scene told in the sentence before: the harm it did, and what happened "there"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.ties import Tie
from kg.docs_to_claims.events.status import reality
from kg.docs_to_claims.events.syntax import child, is_passive
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Ref

_CAUSES = frozenset({"assault", "disaster"})
_SUFFERED = frozenset({"Death", "Injury", "Killing", "Wounding"})
_SOURCES = frozenset({"according", "among", "including"})
_THERE = frozenset({"there", "here"})


def scene(reading: Reading, triggers: Sequence[Trigger], places: Mapping[int, Ref]) -> list[Tie]:
    """Ties of events to one told in the sentence before."""
    told: dict[int, list[Trigger]] = {}
    for t in triggers:
        told.setdefault(reading.sentence_index[t.token.i], []).append(t)
    out: list[Tie] = []
    for number, events in told.items():
        before = told.get(number - 1, [])
        out += _harm(reading, events, before)
        out += _there(events, before, places)
    return out


def _harm(reading: Reading, events: Sequence[Trigger], before: Sequence[Trigger]) -> Iterator[Tie]:
    """As in "Rebels shelled the port on Friday. Five people were injured": they suffer from what was just told.

    The relation is Result (Asher & Lascarides 2003, "Logics of Conversation"); held back where another cause is told.
    """
    harmed = [t for t in events if t.sense.subtype in _SUFFERED and _is_suffered(t) and _is_told(reading, t)]
    causes = [t for t in before if t.sense.type in _CAUSES and _is_told(reading, t)] if harmed else []
    if causes:
        yield from (Tie(t.token.i, causes[-1].token.i) for t in harmed)


def _is_suffered(t: Trigger) -> bool:
    """Whether it is told that some, more than one, were hurt, and not by what."""
    verb = t.token
    if t.sense.pos != "verb" or not (is_passive(verb) or verb.lemma_ == "die"):
        return False
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None or doer.tag_ not in ("NNS", "CD"):
        return False
    return not any(c.dep_ in ("prep", "agent", "advcl") and c.lower_ not in _SOURCES for c in children(verb))


def _is_told(reading: Reading, t: Trigger) -> bool:
    """Whether it is told as real by a finite verb of the main clause, or of what a witness says; not with "had"."""
    verb = t.light or t.token
    top = verb
    while top.dep_ in ("conj", "ccomp") and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in children(verb))
    if verb.pos_ != "VERB" or top.dep_ != "ROOT" or had:
        return False
    state = reality(reading, t)
    return state.polarity == "positive" and state.modality == "actual"


def _there(events: Sequence[Trigger], before: Sequence[Trigger], places: Mapping[int, Ref]) -> Iterator[Tie]:
    """As in "She was sent to Porto. There she met Berg", "flew to Porto and signed it there"; of one place only."""
    for t in events:
        verb = t.light or t.token
        if any(c.lower_ == "there" and c.dep_ == "advmod" and c.i > verb.i for c in children(verb)):
            told = [e for e in events if e.token.i < verb.i and e.token.i in places]
            if len({places[e.token.i].entity for e in told}) == 1:
                yield Tie(t.token.i, told[0].token.i, time=False)
    placed = [t for t in before if t.token.i in places]
    if len({places[t.token.i].entity for t in placed}) != 1:
        return
    for t in events:
        verb = t.light or t.token
        doer = child(verb, "nsubj", "nsubjpass")
        if doer is not None and any(c.lower_ in _THERE and c.dep_ == "advmod" and c.i < doer.i for c in children(verb)):
            yield Tie(t.token.i, placed[0].token.i, time=False)
