"""Events: what the text says happens, happened, is planned, wanted, possible or denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.attribution import chain, quoted
from kg.docs_to_claims.events.anchors import anchor
from kg.docs_to_claims.events.confidence import confidence
from kg.docs_to_claims.events.reality import Reality, unsourced
from kg.docs_to_claims.events.roles import Slot, participants, slots, topic
from kg.docs_to_claims.events.status import reality
from kg.docs_to_claims.events.triggers import Trigger, find_triggers
from kg.edtf import resolve_window
from kg.records import Event, Ref, Span, Statement, Time

EXTRACTOR = "events"


def find_events(reading: Reading, statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events of an article in text order. An event without any known participant is left out."""
    triggers = find_triggers(reading)
    filled = {trigger.token.i: slots(trigger) for trigger in triggers}
    times, places = anchor(reading, triggers, filled)
    out = []
    for trigger in triggers:
        index = trigger.token.i
        anchors = times.get(index), places.get(index)
        event = _event(reading, trigger, filled[index], statements, anchors)
        if event is not None:
            out.append(event)
    return tuple(out)


def _event(
    reading: Reading,
    trigger: Trigger,
    found: list[Slot],
    statements: Sequence[Statement],
    anchors: tuple[Time | None, Ref | None],
) -> Event | None:
    time, place = anchors
    roles = participants(reading, trigger, found)
    if not roles:
        return None
    span = trigger_span(reading, trigger)
    sources = chain(statements, span.start, span.end)
    state = _not_yet(reading, reality(reading, trigger), time)
    if not sources:
        state = unsourced(replace(state, hearsay=state.hearsay or quoted(reading.article, span.start, span.end)))
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
        confidence=confidence(reading, trigger, roles, state),
        extractor=EXTRACTOR,
    )


def trigger_span(reading: Reading, trigger: Trigger) -> Span:
    """The words that name the event: a verb with its adjacent particle, a noun with the modifiers its sense has."""
    first = last = trigger.token
    if trigger.particle is not None and trigger.particle.i == trigger.token.i + 1:
        last = trigger.particle
    words = trigger.sense.lemma.split()
    if trigger.sense.pos == "noun" and len(words) > 1:
        first = trigger.token.nbor(1 - len(words))
    return reading.span(first, last)


def _not_yet(reading: Reading, state: Reality, time: Time | None) -> Reality:
    """A present tense with a day still to come is a plan ("the court rules on Friday")."""
    published = reading.article.published
    window = resolve_window(time.value) if time and time.value else None
    if published and window and window[0] > published[:10] and state.modality == "actual":
        return Reality(state.polarity, "future", state.certainty, False, (*state.cues, "date to come"))
    return state
