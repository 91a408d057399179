"""When and where an event is told to be: times and places of its own clause, of one it shares them with, or of another
telling of the same occasion.

The binding rule of the claims contract: what cannot be tied to the trigger by the parse is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.anchors.adjuncts import words_of
from kg.docs_to_claims.events.anchors.carriers import carriers
from kg.docs_to_claims.events.anchors.constituencies import constituencies
from kg.docs_to_claims.events.anchors.frames import frame
from kg.docs_to_claims.events.anchors.places import stated_places
from kg.docs_to_claims.events.anchors.same_event import Anchors, bounded, one_occasion
from kg.docs_to_claims.events.anchors.sentence_before import scene
from kg.docs_to_claims.events.anchors.shared import ties
from kg.docs_to_claims.events.anchors.ties import share
from kg.docs_to_claims.events.anchors.times import counted_times, stated_times, windows
from kg.docs_to_claims.events.anchors.unresolved import unresolved_times
from kg.docs_to_claims.events.roles import Slot
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Ref, Time


def anchor(
    reading: Reading, triggers: Sequence[Trigger], filled: Mapping[int, list[Slot]]
) -> tuple[dict[int, Time], dict[int, Ref]]:
    """(time, place) by index of the trigger token, for the triggers that have one. ``filled``: each trigger's slots.

    A time that resolves to a value comes before one that is only told ("after the vote"), wherever it stands.
    """
    by_token = words_of(triggers)
    by_token |= carriers(triggers, by_token)
    shared = ties(triggers, by_token)
    times = stated_times(reading, by_token)
    places = stated_places(reading, triggers, filled, by_token)
    share(times, places, shared)
    times |= counted_times(reading, triggers, times)
    share(times, places, shared)
    places |= constituencies(reading, triggers, filled, places)
    places |= frame(reading, triggers, places)
    dated = {i: t for i, t in times.items() if t.value is not None}
    named = frozenset(e.id for e in reading.entities if any(m.kind == "name" for m in e.mentions))
    known = Anchors(dated, places, bounded(reading, by_token, times), named)
    share(dated, places, one_occasion(reading, triggers, filled, known))
    share(dated, places, scene(reading, triggers, places))
    share(dated, places, [replace(tie, time=tie.time and tie.inner not in times) for tie in shared])
    times |= dated
    resolved = windows(reading, by_token) | {i: t for i, t in times.items() if t.value is not None}
    return unresolved_times(reading, triggers) | times | resolved, places
