"""One occasion told more than once: in headline and lead, in a later sentence, or taken up by "the talks".

Two tellings are one occasion if their words can name one event, the same take part, nothing told of them differs, and
both are equally real; so a date or place told with one holds of the other (event coreference; Lu & Ng 2018, "Event
coreference resolution: a survey of two decades of research"). A later telling is tied to the nearest earlier one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import climb
from kg.docs_to_claims.events.anchors.frames import is_elsewhere, leads_elsewhere
from kg.docs_to_claims.events.anchors.same_event_kin import (
    can_be_one,
    is_apart,
    is_everywhere,
    is_kin,
    is_next,
    is_phase,
    takes_up,
)
from kg.docs_to_claims.events.anchors.same_event_parties import share_parties
from kg.docs_to_claims.events.anchors.same_event_telling import Telling, tell
from kg.docs_to_claims.events.anchors.ties import Tie
from kg.docs_to_claims.events.anchors.times import LIMITS, expressions
from kg.docs_to_claims.events.roles import Slot
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load
from kg.edtf import resolve_window
from kg.records import Ref, Time

_BACK = 12
"""Earlier tellings of one kind that a later one is compared with, nearest first."""
_LEAD = 4
"""Sentences between a heading and the lead that tells it in full, at most."""
_REACH = 12
"""Sentences between a verb and the noun with "the" that takes it up, at most."""
_PARTS_OF_DAY = frozenset({"today", "yesterday", "tonight", "overnight", "night", "morning", "afternoon", "evening"})
_YEAR = len("2025")
_REAL = frozenset({"actual", "future"})
_TOGETHER = {"life": "harm", "assault": "harm", "disaster": "harm", "agree": "deal", "consult": "deal"}
"""Root types whose words may name one event."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What is known so far: times with a value and places by event.

    ``bounded``: the events whose clause has another time; ``named``: the ids of entities that have a name.
    """

    times: Mapping[int, Time]
    places: Mapping[int, Ref]
    bounded: frozenset[int]
    named: frozenset[str]


def one_occasion(
    reading: Reading,
    triggers: Sequence[Trigger],
    filled: Mapping[int, list[Slot]],
    known: Anchors,
) -> list[Tie]:
    """Ties, both ways, between the tellings of one occasion. ``filled``: each trigger's slots."""
    out: list[Tie] = []
    nouns: dict[int, list[int]] = defaultdict(list)
    for t in triggers:
        if t.sense.pos == "noun":
            nouns[reading.sentence_index[t.token.i]].append(t.token.i)
    for group in _groups(triggers):
        anchored = {(t.token.i in known.times, t.token.i in known.places) for t in group}
        if anchored <= {(False, False)} or anchored == {(True, True)}:
            continue  # nothing to hand on
        tellings = [tell(reading, t, filled[t.token.i]) for t in _with_kin(group)]
        for i, later in enumerate(tellings):
            earlier = _told_before(tellings[max(0, i - _BACK) : i], later, known)
            if earlier is not None:
                out += [_tie(reading, one, other, known, nouns) for one, other in ((later, earlier), (earlier, later))]
    return out


def _tie(reading: Reading, one: Telling, other: Telling, known: Anchors, nouns: Mapping[int, Sequence[int]]) -> Tie:
    """What the first may take from the second: no bare year for a verb, no place that is only described.

    Nor the day of one phase ("the protests escalated in June"), nor one place of what has many, nor what differs from
    an event its own sentence puts it in ("At the talks held on Friday in Porto, Ruiz proposed a truce").
    ``nouns``: event nouns by sentence.
    """
    time, place = known.times.get(other.index), known.places.get(other.index)
    frames = [] if one.is_noun else [i for i in nouns.get(one.sentence, ()) if i < one.index]
    wide = not one.is_noun and time is not None and len(time.value or "") <= _YEAR
    vague = wide or (time is not None and _is_clock(time))
    other_day = any(not _meet(known.times.get(i), time) for i in frames)
    other_place = any(i in known.places and place and known.places[i].entity != place.entity for i in frames)
    if place is not None and not one.is_noun and leads_elsewhere(one.trigger):
        other_place = True
    if place is not None and not one.is_noun:
        opening = reading.tokens[reading.sentences[one.sentence].start : one.index]
        other_place = other_place or is_elsewhere(reading, opening, place)
    return Tie(
        one.index,
        other.index,
        time=not (vague or other_day or one.index in known.bounded or other.ended or is_phase(other)),
        place=(place is None or place.entity in known.named) and not (other_place or is_everywhere(other)),
    )


def _is_clock(time: Time) -> bool:
    """Whether the words tell an hour and no day ("at 10:39 a.m. local time"), so that the day is only assumed."""
    told = [word for word in time.text.replace("-", " ").split() if word.isalpha()]
    return time.type == "TIME" and not any(word.istitle() or word.lower() in _PARTS_OF_DAY for word in told)


def bounded(reading: Reading, by_token: Mapping[int, int], times: Mapping[int, Time]) -> frozenset[int]:
    """The events whose clause has a time that does not date them: "until May", "every day", "two days after".

    A time whose word the parse ties to no event, and to no saying, stands over all that follows in its sentence.
    """
    found: set[int] = set()
    for time, span in expressions(reading):
        if time.type == "DURATION" and not (span.end < len(span.doc) and span.doc[span.end].lower_ in LIMITS | {"ago"}):
            continue
        target = climb(span.root, by_token)
        if target is not None:
            found.add(target)
        elif time.type != "DURATION" and not _is_of_saying(span.root):
            sentence = reading.sentence_index[span.root.i]
            later = (i for i in by_token.values() if i > span.root.i)
            found |= {i for i in later if reading.sentence_index[i] == sentence}
    return frozenset(found - set(times))


def _is_of_saying(token: Token) -> bool:
    """Whether a time dates what somebody says: "said on Friday that"."""
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), token)
    return verb.lemma_.lower() in load().saying


def _groups(triggers: Sequence[Trigger]) -> Iterator[list[Trigger]]:
    """Triggers that may tell of one occasion, in text order, by type of event."""
    groups: dict[str, list[Trigger]] = defaultdict(list)
    for t in triggers:
        kind = _TOGETHER.get(t.sense.type, t.sense.type)
        groups[f"other {t.sense.subtype or t.sense.lemma}" if kind == "other" else kind].append(t)
    yield from (group for group in groups.values() if len(group) > 1)


def _with_kin(group: Sequence[Trigger]) -> list[Trigger]:
    """Those of a group that have another near them which can name the same event."""
    kept: set[int] = set()
    for i, later in enumerate(group):
        for j in range(max(0, i - _BACK), i):
            if can_be_one(group[j].sense, later.sense):
                kept |= {i, j}
    return [group[i] for i in sorted(kept)]


def _told_before(before: Sequence[Telling], later: Telling, known: Anchors) -> Telling | None:
    """The nearest earlier telling of the same occasion; "the lawsuit" never reaches past "another lawsuit"."""
    for earlier in reversed(before):
        if _can_be_same(earlier, later) and _fits(earlier, later, known) and _are_same_people(earlier, later):
            return earlier
        again = later.is_noun and earlier.is_noun and not earlier.is_heading
        if again and earlier.trigger.sense.lemma == later.trigger.sense.lemma and earlier.sentence != later.sentence:
            return None
    return None


def _fits(one: Telling, other: Telling, known: Anchors) -> bool:
    """Whether nothing told of the two differs: the day, how real they are, the place."""
    if not _meet(known.times.get(one.index), known.times.get(other.index)):
        return False
    if one.real != other.real or one.real[1] not in _REAL:
        return False
    here, there = known.places.get(one.index), known.places.get(other.index)
    if here is None or there is None or here.entity == there.entity:
        return True
    inside = {p.id for p in (*one.everyone, *other.everyone)}  # "the hotel collapsed" is placed at the hotel
    return bool(inside & {here.entity, there.entity})


def _meet(first: Time | None, second: Time | None) -> bool:
    """Whether two times have a day in common, or one of them is not known."""
    left = resolve_window(first.value) if first is not None and first.value else None
    right = resolve_window(second.value) if second is not None and second.value else None
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def _can_be_same(earlier: Telling, later: Telling) -> bool:
    """Whether the words of two tellings can be those of one occasion."""
    heading = earlier.is_heading and not later.is_heading
    if earlier.sentence == later.sentence or is_apart(earlier) or is_apart(later):
        return False
    if heading and later.sentence - earlier.sentence > _LEAD:
        return False
    if (_is_described(earlier) and not heading) or _is_described(later):
        return False
    if later.is_noun and not heading:
        far = later.sentence - earlier.sentence > _REACH and not earlier.is_noun
        return later.is_definite and not far and takes_up(earlier, later)
    bare = _is_bare(earlier) or _is_bare(later)
    fresh = earlier.is_noun or later.is_indefinite or is_next(later)
    if bare or (fresh and not heading):
        return False
    return is_kin(earlier.trigger.sense, later.trigger.sense)


def _are_same_people(earlier: Telling, later: Telling) -> bool:
    """Whether the same take part in two tellings whose words can be those of one occasion."""
    heading = earlier.is_heading and not later.is_heading
    return share_parties(earlier, later, again=later.is_noun and not heading)


def _is_bare(telling: Telling) -> bool:
    """Whether a bare participle tells the event: "the threat of a wall collapsing", "after colliding with a van"."""
    verb = telling.trigger.light or telling.trigger.token
    return verb.tag_ == "VBG" and not any(c.dep_ == "aux" for c in children(verb))


def _is_described(telling: Telling) -> bool:
    """Whether the event only says which ones are meant: "people born in Norland"."""
    verb = telling.trigger.light or telling.trigger.token
    return verb.dep_ == "acl" and verb.tag_ == "VBN"
