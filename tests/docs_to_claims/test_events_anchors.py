"""When and where: only what the parse ties to the event's own clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from claimed import event
from readings import reading

from kg.docs_to_claims.events import find_events

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"
LISBON, PORTO = "[Lisbon|place]", "[Porto|place]"
MAY_2, MAY_5 = "[May 2|time:2024-05-02]", "[May 5|time:2024-05-05]"


@pytest.mark.parametrize(
    ("marked", "trigger", "date"),
    [
        (f"{R} met {B} on {MAY_2}.", "met", "2024-05-02"),
        (f"On {MAY_2}, {R} met {B}.", "met", "2024-05-02"),
        (f"{R} met {B} [yesterday|time:2025-03-16].", "met", "2025-03-16"),
        (f"{R} met {B} in {LISBON} on {MAY_2}.", "met", "2024-05-02"),
        (f"{B} was arrested on {MAY_2} and charged on {MAY_5}.", "arrested", "2024-05-02"),
        (f"{B} was arrested on {MAY_2} and charged on {MAY_5}.", "charged", "2024-05-05"),
        (f"{R} held talks with {B} on {MAY_2}.", "talks", "2024-05-02"),
        (f"[Rebels|group] planned the attack of {MAY_2} on {LISBON}.", "attack", "2024-05-02"),
        (f"{R} is expected to meet {B} on [Friday|time:2025-03-21].", "meet", "2025-03-21"),
        (f"Talks between {R} and {B} took place on {MAY_2}.", "Talks", "2024-05-02"),
        (f"{R} met {B} during talks in {LISBON} on {MAY_2}.", "met", "2024-05-02"),
        (f"{R} said on {MAY_5} that {B} had resigned.", "resigned", None),
        (f"{R} said that {B} resigned on {MAY_2}.", "resigned", "2024-05-02"),
        (f"{R}, who resigned on {MAY_2}, met {B}.", "met", None),
        (f"{R}, who resigned on {MAY_2}, met {B}.", "resigned", "2024-05-02"),
        (f"{R} will stay in {LISBON} until {MAY_2}.", "stay", None),
        (f"{R} has visited {B} since {MAY_2}.", "visited", None),
        (f"{R} met {B} after {MAY_2}.", "met", None),
        (f"{R} will meet {B} before {MAY_2}.", "meet", None),
        (f"{R} met {B}. It rained on {MAY_2}.", "met", None),
        (f"{R} met {B}, who won the race on {MAY_2}.", "met", None),
        (f"{R} resigned after [police|organization] arrested {B} on {MAY_2}.", "resigned", None),
        (f"{R} resigned after [police|organization] arrested {B} on {MAY_2}.", "arrested", "2024-05-02"),
    ],
)
def test_date(nlp: Language, marked: str, trigger: str, date: str | None) -> None:
    found = event(nlp, marked, trigger).time
    assert (found.value if found else None) == date


@pytest.mark.parametrize(
    ("marked", "trigger", "place"),
    [
        (f"{R} met {B} in {LISBON}.", "met", "Lisbon"),
        (f"In {LISBON}, {R} met {B}.", "met", "Lisbon"),
        (f"{R} met {B} near {LISBON} on {MAY_2}.", "met", "Lisbon"),
        (f"{B} was arrested in {LISBON} and charged in {PORTO}.", "arrested", "Lisbon"),
        (f"{B} was arrested in {LISBON} and charged in {PORTO}.", "charged", "Porto"),
        (f"{R} held talks with {B} in {LISBON}.", "talks", "Lisbon"),
        (f"Talks between {R} and {B} will take place in {LISBON}.", "Talks", "Lisbon"),
        (f"{R} is expected to meet {B} in {LISBON}.", "meet", "Lisbon"),
        (f"{R} met {B} during talks in {LISBON} on {MAY_2}.", "met", "Lisbon"),
        (f"{R} said in {PORTO} that {B} had resigned.", "resigned", None),
        (f"{R}, who was arrested in {LISBON}, met {B}.", "met", None),
        (f"{R}, who was arrested in {LISBON}, met {B}.", "arrested", "Lisbon"),
        (f"{R} met {B}. He had lived in {LISBON}.", "met", None),
        (f"[Rebels|group] attacked {LISBON}.", "attacked", None),
        (f"[Rebels|group] attacked [a depot|facility] in {LISBON}.", "attacked", "Lisbon"),
        (f"{R} resigned after [police|organization] arrested {B} in {LISBON}.", "resigned", None),
    ],
)
def test_place(nlp: Language, marked: str, trigger: str, place: str | None) -> None:
    found = event(nlp, marked, trigger).place
    assert (found.name if found else None) == place


def test_a_duration_is_no_date(nlp: Language) -> None:
    read = reading(nlp, f"{R} met {B} for [two hours|time].")
    read = replace(read, times=tuple(replace(t, type="DURATION", timex="PT2H") for t in read.times))
    assert [e.time for e in find_events(read, ())] == [None]
