"""Claims made from a sentence whose entities are marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readings import reading

from kg.claims_to_entities.event_words import naming
from kg.docs_to_claims.events import find_events
from kg.docs_to_claims.first_person import with_speakers
from kg.docs_to_claims.relations import find_relations
from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from kg.records import Event, Relation


def events(nlp: Language, marked: str, roles: Sequence[str] = ()) -> tuple[Event, ...]:
    """The events of marked text (see ``readings.reading``), with the statements around them."""
    read = reading(nlp, marked, roles)
    statements = find_statements(read)
    return find_events(with_speakers(read, statements), statements)


def event(nlp: Language, marked: str, trigger: str, roles: Sequence[str] = ()) -> Event:
    """The one event with this trigger. Raises ValueError, naming what was found, when there is not exactly one."""
    found = events(nlp, marked, roles)
    hits = [e for e in found if trigger in (named(e), e.trigger.text)]
    if len(hits) != 1:
        raise ValueError(f"{len(hits)} events {trigger!r} among {[named(e) for e in found]}")
    return hits[0]


def named(found: Event) -> str:
    """What names an event, without the verb that carries it: "talks" of "held talks"."""
    return naming(found).text


def relations(nlp: Language, marked: str) -> tuple[Relation, ...]:
    """The relations of marked text, with the statements around them."""
    read = reading(nlp, marked)
    statements = find_statements(read)
    return find_relations(with_speakers(read, statements), statements)


def filled(found: Event) -> dict[str, list[str]]:
    """The names of an event's participants by role, in text order."""
    out: dict[str, list[str]] = {}
    for role in found.roles:
        out.setdefault(role.role, []).append(role.ref.name)
    return out
