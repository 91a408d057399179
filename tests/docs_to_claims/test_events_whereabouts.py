"""Where and when: what people do around it, what carries the event, who acts where he lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event, events

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"
PORTO, ANGOLA = "[Porto|place]", "[Angola|country]"
MAY = "[May 2|time:2024-05-02]"
JUNE = "[June 2|time:2025-06-02]"
"""A day before and a day after the day of publication, 17 March 2025."""


@pytest.mark.parametrize(
    ("marked", "trigger", "place"),
    [
        # before one leaves, as one comes in or goes out
        (f"{R} met {B} and left {PORTO}.", "met", "Porto"),
        (f"{R} met {B} and left for {PORTO}.", "met", None),
        (f"{R} was born in {ANGOLA} and left {PORTO}.", "born", "Angola"),
        (f"{R} was arrested as she left {PORTO}.", "arrested", "Porto"),
        (f"{R} was arrested on arrival in {PORTO}.", "arrested", "Porto"),
        (f"{R} was arrested as {B} thought of {PORTO}.", "arrested", None),
        # a deal after talks, a contest told in two clauses
        (f"{ANGOLA} signed a truce with [Norland|country] after three days of talks in {PORTO}.", "signed", "Porto"),
        (f"{ANGOLA} accused [Norland|country] after talks in {PORTO}.", "accused", None),
        (f"{R} was elected in {PORTO}, while {B} was defeated.", "defeated", "Porto"),
        # one is where the thing is that one attends, meets for or is taken for
        (f"{R} attended a ceremony in {PORTO}.", "attended", "Porto"),
        (f"{R} boycotted a ceremony in {PORTO}.", "boycotted", None),
        (f"[Workers|group] gathered in {PORTO} to protest.", "protest", "Porto"),
        (f"{R} was flown to {PORTO} to be treated.", "treated", "Porto"),
        (f"{R} was hit by [a van|product] driving through {PORTO}.", "hit", "Porto"),
        # background: what one is doing somewhere when it happens
        (f"{R} was driving a lorry in {PORTO} and struck {B}.", "struck", "Porto"),
        (f"{R} was walking in {PORTO} when {B} attacked her.", "attacked", "Porto"),
        (f"{R} was walking in {PORTO} when {B} resigned.", "resigned", None),
        # harm comes where the thing behind it happens
        (f"{R} was hurt when [a cable|product] parted in {PORTO}.", "hurt", "Porto"),
        (f"In {PORTO}, {R} met {B} and then resigned.", "resigned", "Porto"),
        (f"{R} was once named director and was taken to {PORTO}.", "named", None),
        # where an office is held, where a noun is the scene
        (f"{R} will stand for mayor of {PORTO}.", "stand", "Porto"),
        (f"{R} was elected mayor of {PORTO}.", "elected", "Porto"),
        (f"{PORTO} was the target of an attack by [rebels|group].", "attack", "Porto"),
        # who lives or serves somewhere acts there; a firm does not
        (f"[Residents|group] in {PORTO} rejected the plan.", "rejected", "Porto"),
        ("[Porto police|organization] arrested " + B + ".", "arrested", None),
        (f"{PORTO} police arrested {B}.", "arrested", "Porto"),
        (f"[Officials|group] in {ANGOLA} arrested {B}.", "arrested", "Angola"),
        (f"[A court|organization] in {PORTO} is expected to sentence {B}.", "sentence", "Porto"),
        # on a lake, on a matter
        ("[Ten men|group] died in a storm on [Lake Arvo|place].", "died", "Lake Arvo"),
        # the finer place with the town in its name; carried on to
        (f"{B} was shot at [a Porto airport|facility].", "shot", "a Porto airport"),
        (f"{R} was airlifted to {PORTO}.", "airlifted", "Porto"),
    ],
)
def test_place(nlp: Language, marked: str, trigger: str, place: str | None) -> None:
    found = event(nlp, marked, trigger).place
    assert (found.text if found else None) == place


@pytest.mark.parametrize(
    ("marked", "trigger", "date"),
    [
        # a verb that only says that the event comes
        (f"The trial of {R} is set to begin on {JUNE}.", "trial", "2025-06-02"),
        (f"A meeting of {R} and {B} is scheduled to take place on {JUNE}.", "meeting", "2025-06-02"),
        (f"Talks between {R} and {B} are expected on {JUNE}.", "Talks", "2025-06-02"),
        (f"In [2015|time:2015], {R} started supporting {B}, helping {ANGOLA}.", "helping", "2015"),
        # within minutes; by a letter; by a vote; two participles
        (f"{R} was mugged on {MAY}, moments before she met {B}.", "met", "2024-05-02"),
        (f"{R} was mugged on {MAY}, years before she met {B}.", "met", None),
        (f"In a letter sent on {MAY}, {R} denounced {B}.", "denounced", "2024-05-02"),
        (f"[Parliament|organization] voted on {MAY} to approve [the bill|law_or_treaty].", "approve", "2024-05-02"),
        (
            f"{R} struck {B} on {MAY}, killing [two men|group] and injuring [three more|group].",
            "injuring",
            "2024-05-02",
        ),
        (f"In [2006|time:2006], {PORTO} was the scene of an attack by [rebels|group].", "attack", "2006"),
        # the last words say how, not when
        (f"{R} failed to return and was found dead {MAY} with [37 wounds|other].", "found", "2024-05-02"),
        # the day of an offer that is made to somebody; the limit ahead
        (f"{ANGOLA} proposed a ceasefire to [Norland|country] on {MAY}.", "proposed", "2024-05-02"),
        (f"{R} will resign before {JUNE}.", "resign", "2025-03-17/2025-06-01"),
    ],
)
def test_date(nlp: Language, marked: str, trigger: str, date: str | None) -> None:
    found = event(nlp, marked, trigger).time
    assert (found.value if found else None) == date


@pytest.mark.parametrize(
    ("marked", "trigger", "words"),
    [
        (f"{R} was hit as [the truck|product] turned.", "hit", "as the truck turned"),
        (f"{R} was hit as she had no choice.", "hit", None),
        (f"{R} cut [the staff|group] in terms of hours.", "cut", None),
    ],
)
def test_words_that_say_when(nlp: Language, marked: str, trigger: str, words: str | None) -> None:
    found = event(nlp, marked, trigger).time
    assert (found.text if found else None) == words


def test_this_district_is_the_one_that_opened_the_paragraph(nlp: Language) -> None:
    marked = (
        f"In [Porto East|place], {R} was elected. Other candidates elected in [this district|place] were {B} and "
        "[Ida Moen|person]."
    )
    read = [e for e in events(nlp, marked) if e.trigger.text == "elected"]
    assert [e.place.name if e.place else None for e in read] == ["Porto East", "Porto East"]


def test_a_jump_out_of_a_car_is_not_where_the_next_one_ends(nlp: Language) -> None:
    marked = f"{R} jumped out of [a car|product]. Then {R} jumped into [the Arvo Canal|place]."
    first, second = (e for e in events(nlp, marked) if e.trigger.text.startswith("jumped"))
    assert second.place is not None
    assert first.place is None or first.place.name != second.place.name
