"""One occasion told twice has one day and one place; what may be another occasion takes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from claimed import events
from readings import reading

from kg.docs_to_claims.events import find_events
from kg.records import Time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from kg.records import Event

pytestmark = pytest.mark.model

R, B, K = "[Ana Ruiz|person]", "[Tomas Berg|person]", "[Lena Kovac|person]"
ORVO, FELD = "[Orvo|organization]", "[Feldmark|organization]"
LISBON, PORTO = "[Lisbon|place]", "[Porto|place]"
ARMY, REBELS = "[the army|organization]", "[rebels|group]"
MAY_2, MAY_5, MAY_9 = "[May 2|time:2024-05-02]", "[May 5|time:2024-05-05]", "[9 May|time:2025-05-09]"
HEADED = ("headline", "body")


def nth(nlp: Language, marked: str, trigger: str, roles: Sequence[str] = ()) -> Event:
    """The event whose trigger has this word; "met/2" is the second such. Raises ValueError when there is none."""
    word, _, number = trigger.partition("/")
    found = events(nlp, marked, roles)
    hits = [e for e in found if word in e.trigger.text.split()]
    if len(hits) < int(number or 1):
        raise ValueError(f"no {trigger!r} among {[e.trigger.text for e in found]}")
    return hits[int(number or 1) - 1]


def day(found: Event) -> str | None:
    return found.time.value if found.time else None


def place(found: Event) -> str | None:
    return found.place.name if found.place else None


@pytest.mark.parametrize(
    ("marked", "trigger", "date"),
    [
        # a noun with "the" takes up the event told before, or is told more of it
        (f"{R} met {B} on {MAY_2}. The meeting lasted an hour, [Berg=Tomas Berg] said.", "meeting", "2024-05-02"),
        (f"{R} met {B}. The meeting took place on {MAY_2}.", "met", "2024-05-02"),
        (f"{R} met {B}. The meeting, held on {MAY_2}, was short.", "met", "2024-05-02"),
        (f"On {MAY_2} {REBELS} shelled {PORTO}. {B} condemned the attack.", "attack", "2024-05-02"),
        (f"{R} resigned on {MAY_2}. {B} welcomed the resignation of {R}.", "resignation", "2024-05-02"),
        (f"{ARMY} shelled {PORTO}. The shellings began on {MAY_2}.", "shelled", "2024-05-02"),
        # the same verb with the same parties; what befalls somebody once
        (f"{ORVO} bought {FELD} on {MAY_2}. {B} said that {ORVO} bought {FELD}.", "bought/2", "2024-05-02"),
        (f"{B} was jailed for two years. {B} was sentenced on {MAY_2} by {R}.", "jailed", "2024-05-02"),
        (f"On {MAY_2} [a banker|person] was jailed. {B} was sentenced by {R}.", "sentenced", "2024-05-02"),
        (f"On {MAY_2} [two bankers|group] were jailed. {B} was sentenced by {R}.", "sentenced", None),
        # another occasion
        (f"{R} met {B} on {MAY_2}. {R} later met {B}.", "met/2", None),
        (f"{R} met {B} on {MAY_2}. {R} met {K}.", "met/2", None),
        (f"{R} met {B} on {MAY_2}. {R} held a meeting with {B}.", "meeting", None),
        (f"{B} was arrested on {MAY_2}. {B} was arrested again.", "arrested/2", None),
        (f"{R} visited {B} on {MAY_2}. The visit of {K} was short.", "visit", None),
        (f"{R} sued {B} on {MAY_2}. {K} praised the other lawsuit against {B}.", "lawsuit", None),
        (f"On {MAY_2} {REBELS} bombed {PORTO}. {B} condemned the attacks by {REBELS}.", "attacks", None),
        (f"On {MAY_2} {REBELS} bombed {PORTO}. {B} condemned the attack by {REBELS} that killed {K}.", "attack", None),
        (f"{R} and {B} met on {MAY_2}. {K} welcomed the talks on fish between {R} and {B}.", "talks", None),
        # the same verb, but a way of going on
        (f"{R} served in {PORTO} on {MAY_2}. {R} serves as a guard in {LISBON}.", "serves", None),
        # told of another day, by itself or by what it stands in
        (f"{R} met {B} on {MAY_2}. {R} met {B} on {MAY_5}.", "met/2", "2024-05-05"),
        (f"{R} met {B} on {MAY_2}. {R} met {B} before {MAY_5}.", "met/2", None),
        # what is planned is not what is done, nor what is denied
        (f"{R} will meet {B} on {MAY_9}. {R} met {B}.", "met", None),
        (f"{R} met {B} on {MAY_2}. {R} did not meet {B}.", "meet", None),
        (f"{ARMY} stopped shelling {PORTO} on {MAY_2}. {B} condemned the shelling of {PORTO}.", "shelling/2", None),
        # one phase is not the whole; a year is too wide for another verb
        (f"{R} saw the protests of {REBELS}. The protests escalated on {MAY_2}.", "protests", None),
        (f"{ORVO} bought {FELD} in [2012|time:2012]. {B} said that {ORVO} bought {FELD}.", "bought/2", None),
    ],
)
def test_date_of_the_other_telling(nlp: Language, marked: str, trigger: str, date: str | None) -> None:
    assert day(nth(nlp, marked, trigger)) == date


@pytest.mark.parametrize(
    ("marked", "trigger", "date", "where"),
    [
        (f"{R} meets {B} in {PORTO}\n{R} met {B} on {MAY_2}.", "meets", "2024-05-02", "Porto"),
        (f"{R} meets {B} in {PORTO}\n{R} met {B} on {MAY_2}.", "met", "2024-05-02", "Porto"),
        (f"{ORVO} buys rival\n{ORVO} bought a rival on {MAY_2}.", "buys", "2024-05-02", None),
        (f"{R} to meet {B} in {PORTO}\n{R} met {B} on {MAY_2}.", "met", "2024-05-02", None),
        (f"{R} meets {K} in {PORTO}\n{R} met {B} on {MAY_2}.", "meets", None, "Porto"),
    ],
)
def test_headline_and_lead(nlp: Language, marked: str, trigger: str, date: str | None, where: str | None) -> None:
    found = nth(nlp, marked, trigger, HEADED)
    assert (day(found), place(found)) == (date, where)


@pytest.mark.parametrize(
    ("marked", "trigger", "where"),
    [
        (f"{R} met {B} in {PORTO}. The meeting lasted an hour, [Berg=Tomas Berg] said.", "meeting", "Porto"),
        (f"{R} met {B} in [a park|place]. The meeting of {R} and {B} lasted an hour.", "meeting", None),
        (f"{R} met {B} in {PORTO}. {R} met {B} in {LISBON}.", "met/2", "Lisbon"),
        # where the next sentence goes on
        (f"{R} moved to {PORTO}. There she met {B}.", "met", "Porto"),
        (f"{R} moved to {PORTO}. She met {B}.", "met", None),
        (f"{R} moved from {LISBON}. {K} moved to {PORTO}. There she met {B}.", "met", "Porto"),
        # one scene
        (
            f"{B} was taken to {PORTO}, where [he=Tomas Berg] was questioned by {K} and then arrested.",
            "arrested",
            "Porto",
        ),
        (f"{ARMY} rescued them after they were found swimming off {PORTO}.", "rescued", "Porto"),
        # who stands for a constituency
        (f"{R} of [the Porto East constituency|place] defeated {B}.", "defeated", "the Porto East constituency"),
        (f"{R} of [the Porto East constituency|place] sued {B}.", "sued", None),
    ],
)
def test_place_of_the_scene(nlp: Language, marked: str, trigger: str, where: str | None) -> None:
    assert place(nth(nlp, marked, trigger)) == where


@pytest.mark.parametrize(
    ("marked", "trigger", "date"),
    [
        (f"On {MAY_2} {REBELS} shelled {PORTO}. [Five people|group] were injured.", "injured", "2024-05-02"),
        (f"On {MAY_2} {REBELS} shelled {PORTO}. [Five people|group] died of hunger.", "died", None),
        (f"On {MAY_2} {REBELS} shelled {PORTO}. [Five people|group] had died.", "died", None),
        (f"On {MAY_2} {REBELS} shelled {PORTO}. {B} died.", "died", None),
        (f"On {MAY_2} {REBELS} visited {PORTO}. [Five people|group] were injured.", "injured", None),
        (f"On {MAY_2} {REBELS} may shell {PORTO}. [Five people|group] were injured.", "injured", None),
    ],
)
def test_harm_told_right_after_its_cause(nlp: Language, marked: str, trigger: str, date: str | None) -> None:
    assert day(nth(nlp, marked, trigger)) == date


def test_an_hour_without_a_day_is_not_handed_on(nlp: Language) -> None:
    read = reading(nlp, f"{R} met {B} at 10:39 a.m. The meeting of {R} and {B} was short.")
    start = read.article.text.index("10:39")
    hour = Time("10:39 a.m.", start, start + len("10:39 a.m."), "TIME", "2025-03-17T10:39", "2025-03-17T10:39")
    met, meeting = (e for e in find_events(replace(read, times=(hour,)), ()) if e.type == "consult")
    assert (met.time, meeting.time) == (hour, None)


def test_the_span_is_where_the_date_is_told(nlp: Language) -> None:
    marked = f"{R} met {B} on {MAY_2}. The meeting lasted an hour, [Berg=Tomas Berg] said."
    met, meeting = nth(nlp, marked, "met"), nth(nlp, marked, "meeting")
    assert meeting.time == met.time
