"""When, in words that name no date: the words of the event's own clause, and no value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"


@pytest.mark.parametrize(
    ("marked", "trigger", "words"),
    [
        (f"{R} resigned after the vote.", "resigned", "after the vote"),
        (f"Following the fire, {R} sued {B}.", "sued", "Following the fire"),
        (f"{R} sued {B} before he left office.", "sued", "before he left office"),
        (f"{R} was arrested while teaching a class.", "arrested", "while teaching a class"),
        (f"{R} met {B} during the ceremony.", "met", "during the ceremony"),
        (f"{R} scored in the second half.", "scored", "in the second half"),
        (f"{R} beat {B} with two laps remaining.", "beat", "with two laps remaining"),
        (f"Initially, {R} sued {B}.", "sued", "Initially"),
        (f"{R} was arrested early in the night.", "arrested", "early in the night"),
        (f"At first {R} sued {B}.", "sued", "At first"),
        (f"{R} resigned shortly after the vote.", "resigned", "shortly after the vote"),
        (f"During the ceremony {R} praised {B} and thanked [Arvo|organization].", "thanked", "During the ceremony"),
        (f"{R} visited {B} since [May 2|time:2024-05-02].", "visited", "since May 2"),
        (f"Shortly after the mill burned, {R} resigned.", "resigned", "Shortly after the mill burned"),
        (f"{R} resigned because, shortly after she joined [Arvo|organization], {B} sued.", "joined", None),
        # rounds and turns, told by number or by which of a row
        (f"{R} won the race in her first run.", "won the race", "in her first run"),
        (f"In round five {R} beat {B}.", "beat", "In round five"),
        (f"In the second set {R} beat {B}.", "beat", "In the second set"),
        (f"{R} gave {B} pens in a set.", "gave", None),
        # participles that open a stretch
        (f"Coming into this game, {R} lost two matches.", "lost two matches", "Coming into this game"),
        (f"Starting in [May|time:2025-05], {R} will ban {B}.", "ban", "Starting in May"),
        # only what does not happen until then happens then
        (f"{R} did not resign until the mill had burned.", "resign", "until the mill had burned"),
        (f"{R} will not resign until [2031|time:2031].", "resign", "until 2031"),
        (f"{R} hid {B} until the mill had burned.", "hid", None),
        # one happening in two clauses: free adjuncts, manners, raising
        (f"During the ceremony {R} praised {B}, thanking [Arvo|organization].", "thanking", "During the ceremony"),
        (f"{R} resigned after the vote, thanking {B}.", "thanking", "after the vote"),
        (f"{R} already leads [Arvo|organization], thanking {B}.", "thanking", None),
        (f"After the vote {R} tried to win by beating {B}.", "beating", "After the vote"),
        (f"At first, {R} was unwilling to sue {B}.", "sue", "At first"),
        (f"{R} did not resign until the mill had burned, thanking {B}.", "thanking", None),
        # no time: idioms, hearers, people, reasons, conditions, contrasts, manners, places
        (f"{R} appeared before the court.", "appeared", None),
        (f"{R} was arrested after {B}.", "arrested", None),
        (f"{R} renamed {B} after the river.", "renamed", None),
        (f"When {R} joined [Arvo|organization], {B} resigned.", "joined", None),
        (f"{R} will sue {B} if the fire spreads.", "sue", None),
        (f"{R} sued {B} because the fire spread.", "sued", None),
        (f"{R} praised {B} while {B} insulted {R}.", "praised", None),
        (f"{R} sued {B} on condition of silence.", "sued", None),
        (f"{R} was arrested at the end of [the road|place].", "arrested", None),
        (f"{R} won the race in 47 seconds.", "won the race", None),
    ],
)
def test_words(nlp: Language, marked: str, trigger: str, words: str | None) -> None:
    found = event(nlp, marked, trigger).time
    assert (found.text if found else None) == words
    assert found is None or found.value is None


def test_a_date_comes_first(nlp: Language) -> None:
    found = event(nlp, f"After the vote, {R} resigned on [May 2|time:2024-05-02].", "resigned").time
    assert found is not None
    assert found.value == "2024-05-02"


def test_the_date_of_another_event_is_not_taken(nlp: Language) -> None:
    marked = f"{R} resigned after [police|organization] arrested {B} on [May 2|time:2024-05-02]."
    found = event(nlp, marked, "resigned").time
    assert found is not None
    assert (found.value, found.text.split()[0]) == (None, "after")
