"""When and where an event is told to be: time and place expressions of the event's own clause.

The binding rule of the claims contract: what cannot be tied to the trigger by the parse is left out. Two ties reach
across a phrase: an event "during talks in X on D" shares the containing event's time and place, and an adjunct that
the parser hung on a reduced relative at the end of the clause belongs to the clause as well ("agreed to a truce
proposed by X in Y on D").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.roles import Slot
from kg.docs_to_claims.events.syntax import child, conjuncts, coordination
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon
from kg.records import Ref, Time

PLACE_TYPES = frozenset({"place", "country", "facility"})
_LIMITS = frozenset({"until", "till", "since", "before", "after", "by", "through"})


def anchor(
    reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]]
) -> tuple[dict[int, Time], dict[int, Ref]]:
    """(time, place) by index of the trigger token, for the triggers that have one. ``filled``: each trigger's slots."""
    by_token = {t.token.i: t.token.i for t in triggers} | {
        t.light.i: t.token.i for t in triggers if t.light is not None
    }
    times = _times(reading, by_token)
    places = _places(reading, triggers, filled, by_token)
    containers = _containers(triggers, by_token)
    _share(times, containers)
    _share(places, containers)
    return times, places


def _share(found: dict[int, Time] | dict[int, Ref], containers: Mapping[int, int]) -> None:
    for _ in range(2):  # a container may itself lie in another
        for inner, outer in containers.items():
            if inner not in found and outer in found:
                found[inner] = found[outer]  # type: ignore[assignment]


def _times(reading: Reading, by_token: Mapping[int, int]) -> dict[int, Time]:
    out: dict[int, Time] = {}
    for time in reading.times:
        if time.type in ("DURATION", "SET"):
            continue
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        target = _climb(span.root, by_token) if _is_day_of(span.root, by_token) else None
        if target is None:
            continue
        if target not in out or (out[target].value is None and time.value is not None):
            out[target] = time
    return out


def _is_day_of(token: Token, triggers: Mapping[int, int]) -> bool:
    """Whether the expression says when, not until when or since when: a limit is no date of the event."""
    if token.dep_ in ("compound", "nmod", "amod", "nummod") and token.head.pos_ in ("NOUN", "PROPN"):
        if token.left_edge.i and token.left_edge.nbor(-1).lower_ in ("in", "on"):
            return True  # "In July Brussels …": a month of its own, run together with the next name
        return token.head.i in triggers  # "the 2018 film" dates the film, not what it is spoken of for
    return token.head.lower_ not in _LIMITS or token.dep_ not in ("pobj", "pcomp", "prep")


def _climb(token: Token, by_token: Mapping[int, int]) -> int | None:
    """The trigger an adjunct hangs on: up through prepositions and noun phrases, never past a clause's verb."""
    for _ in range(8):
        if token.i in by_token and token.dep_ != "compound":
            return by_token[token.i]
        if token.pos_ in ("VERB", "AUX"):
            return _raised(token, by_token)
        if token.head == token or token.dep_ == "nsubj":
            return None  # what stands beside the subject places the subject, not what it does
        token = token.head
    return None


def _raised(verb: Token, by_token: Mapping[int, int]) -> int | None:
    """For an adjunct on a verb that is no event: the event it raises or carries ("is expected to meet on Friday")."""
    if verb.lemma_.lower() in lexicon("none").get("saying", ()):
        return None
    for c in verb.children:
        if c.dep_ in ("xcomp", "acomp", "attr") and c.i in by_token:
            return by_token[c.i]
        if c.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") and c.i in by_token:
            return by_token[c.i]
    if verb.dep_ in ("xcomp",) and verb.head.i in by_token:
        return by_token[verb.head.i]
    return None


def _places(
    reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]], by_token: Mapping[int, int]
) -> dict[int, Ref]:
    moves = {t.token.i for t in triggers if t.sense.type == "movement"}
    out = _stated_places(reading, triggers, filled)
    for index in sorted(reading.mentions):
        entity, _ = reading.mentions[index]
        if entity.type not in PLACE_TYPES:
            continue
        token = reading.doc[index]
        prep = _locative(coordination(token)[0])
        if prep is None or (prep.lower_ == "on" and entity.type != "place"):
            continue  # "an attack on a depot": what is hit, not where
        target = _climb(prep.head, by_token)
        bound = prep.lower_ in _words("locative") or target in moves
        ref = reading.ref(token)
        if target is not None and bound and ref is not None and target not in out:
            out[target] = ref
    return out


def _stated_places(reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]]) -> dict[int, Ref]:
    """The places that are an argument of the verb by its sense: "left Leiria", "crossed the Guadiana"."""
    out: dict[int, Ref] = {}
    for trigger in triggers:
        for slot, token in filled[trigger.token.i]:
            if trigger.sense.roles.get(slot) != "place":
                continue
            entity, ref = reading.entity(token), reading.ref(token)
            if entity is not None and ref is not None and entity.type in PLACE_TYPES:
                out.setdefault(trigger.token.i, ref)
    return out


def _locative(token: Token) -> Token | None:
    """The preposition that makes a place of a noun: its own, or the one before "the coast of" it."""
    if token.dep_ != "pobj":
        return None
    prep = token.head
    if prep.lower_ == "of" and prep.head.dep_ == "pobj" and prep.head.lemma_.lower() in _words("part_of_place"):
        prep = prep.head.head
    return prep if prep.lower_ in _words("locative") or prep.lower_ in _words("directional") else None


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon("status")["words"][key])


def _containers(triggers: Sequence[Trigger], by_token: Mapping[int, int]) -> dict[int, int]:
    """Event → the event whose time and place it shares."""
    out: dict[int, int] = {}
    for t in triggers:
        carrier = t.light or t.token
        for verb in {carrier.i: carrier, t.token.i: t.token}.values():
            for prep in verb.children:
                inner = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in _words("containing") else None
                if inner is None:
                    continue
                for part in conjuncts(inner):
                    if part.i in by_token and by_token[part.i] != t.token.i:
                        out.setdefault(t.token.i, by_token[part.i])
    for t in triggers:
        verb = t.token
        if (
            verb.dep_ == "advcl"
            and verb.tag_ == "VBG"
            and verb.i > verb.head.i
            and child(verb, "nsubj", "mark") is None
        ):
            if verb.head.i in by_token:  # "…, sweeping away two bridges": of the main clause's time and place
                out.setdefault(verb.i, by_token[verb.head.i])
        elif verb.dep_ == "conj" and verb.head.i in by_token and child(verb, "nsubj", "nsubjpass") is None:
            opened = verb.tag_ == verb.head.tag_ and _opens_with_adjunct(verb.head)
            if opened:
                out.setdefault(verb.i, by_token[verb.head.i])
    for t in triggers:
        verb = t.token
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and t.sense.pos == "verb":
            above = _governing_event(verb.head, by_token)
            if above is not None and above != verb.i and _is_last(verb):
                out.setdefault(above, out.get(verb.i, verb.i))
    return out


def _opens_with_adjunct(verb: Token) -> bool:
    """Whether an adjunct stands before the subject, and so over all that is coordinated after it."""
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None:
        return False
    first = doer.left_edge.i
    return any(c.dep_ in ("prep", "npadvmod", "advmod") and c.i < first for c in verb.children)


def _governing_event(noun: Token, by_token: Mapping[int, int]) -> int | None:
    token = noun
    for _ in range(
        2
    ):  # the verb itself or its preposition: "agreed to a truce", not "called for the release of medics"
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return by_token.get(token.i) if token.tag_ in ("VBD", "VBN") else None
    return None


def _is_last(verb: Token) -> bool:
    """Whether the reduced relative closes its noun phrase, so that its adjuncts also read with the main clause."""
    return verb.head.dep_ in ("pobj", "dobj") and any(c.dep_ == "prep" for c in verb.children)
