"""Events: what the text says happens, happened, is planned, wanted, possible or denied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors import anchor
from kg.docs_to_claims.events.roles import Slot, participants, slots, topic
from kg.docs_to_claims.events.status import reality
from kg.docs_to_claims.events.status.axes import unsourced
from kg.docs_to_claims.events.status.by_date import settle
from kg.docs_to_claims.events.triggers import Trigger, find_triggers
from kg.docs_to_claims.events.triggers.wording import trigger_span
from kg.docs_to_claims.voices import Voices, voices
from kg.records import Event, Ref, Statement, Time

EXTRACTOR = "events"
RELATING = frozenset({"before", "after", "since", "until", "during", "following", "about", "of", "to", "like", "as"})


def find_events(reading: Reading, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events of an article in text order; one without any known participant, place or date is left out."""
    told = {i for s in statements for i in range(s.cue.start, s.cue.end)}
    triggers = [t for t in find_triggers(reading) if t.sense.type != "other" or t.token.idx not in told]
    filled = {trigger.token.i: slots(trigger) for trigger in triggers}
    times, places = anchor(reading, triggers, filled)
    heard = voices(reading, statements)
    around = _Around(times, places, heard, set())
    out: dict[int, Event] = {}
    for trigger in sorted(triggers, key=lambda t: t.sense.pos == "verb"):  # a noun without an event belongs to its verb
        index = trigger.token.i
        event = _event(reading, trigger, filled[index], around)
        if event is not None:
            out[index] = event
        elif trigger.sense.pos == "noun":
            around.untold.add(index)
    return tuple(out[i] for i in sorted(out))


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known around the triggers, by their tokens. ``untold``: the nouns that are no event of their own."""

    times: Mapping[int, Time]
    places: Mapping[int, Ref]
    heard: Voices
    untold: set[int]


def _event(reading: Reading, trigger: Trigger, found: list[Slot], around: _Around) -> Event | None:
    time, place = around.times.get(trigger.token.i), around.places.get(trigger.token.i)
    roles = tuple(r for r in participants(reading, trigger, found) if r.role != "participant" or r.ref != place)
    if not roles and (_alludes(trigger, place) or (place is None and (time is None or time.value is None))):
        return None
    span = trigger_span(reading, trigger, [role.ref for role in roles], around.untold)
    sources = around.heard.sources(span)
    state, time = settle(reading, trigger, reality(reading, trigger), time)
    if not sources:
        state = unsourced(replace(state, hearsay=state.hearsay or around.heard.is_unnamed(span)))
    if state.modality == "generic" or (not roles and "?" in state.cues):
        return None  # what anybody does in general is no event, nor is "Who blinked in Lisbon?"
    article = reading.article.id
    return Event(
        id=f"{article}:v{span.start}-{span.end}-{trigger.sense.type}",
        article=article,
        sentence=reading.sentence_span(trigger.token),
        trigger=span,
        type=trigger.sense.type,
        subtype=trigger.sense.subtype,
        roles=roles,
        topic=topic(reading, trigger, found),
        place=place,
        time=time,
        status=state.status,
        polarity=state.polarity,
        modality=state.modality,
        certainty=state.certainty,
        attributed_to=sources,
        lemma=trigger.sense.lemma,
        extractor=EXTRACTOR,
    )


def _alludes(trigger: Trigger, place: Ref | None) -> bool:
    """Whether a noun only serves to date or name something else: "before the protests", "the vote was close".

    One that is named after its place is told of all the same: "after the Lisbon talks".
    """
    noun = trigger.token
    if trigger.sense.pos != "noun" or trigger.light is not None:
        return False
    if place is not None and any(c.dep_ == "compound" and place.start <= c.idx < place.end for c in children(noun)):
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ in RELATING
    return noun.dep_ in ("nsubj", "attr") and noun.head.lemma_ == "be"
