"""Which words name an event, of which type, and where the trigger begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event, events, named
from readings import reading

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"
N, V = "[Norland|country]", "[Vesterland|country]"
POLICE = "[Police|organization]"


@pytest.mark.parametrize(
    ("marked", "root"),
    [
        (f"{R} met {B}.", "consult"),
        (f"{R} called off a visit.", "reject"),
        (f"{POLICE} broke up a rally by [students|group].", "coerce"),
        (f"{N} pulled out of {V}.", "retreat"),
        (f"{N} held talks with {V}.", "consult"),
        (f"Talks between {N} and {V} took place in [Lisbon|place].", "consult"),
        (f"{N} carried out an attack on {V}.", "assault"),
        (f"{N} attacked {V}.", "assault"),
        (f"{N} criticised {V}.", "accuse"),
        (f"{B} went on hunger strike.", "protest"),
        (f"{B} was sentenced to nine years in prison.", "justice"),
        (f"{R} died in [Lisbon|place].", "life"),
        (f"{POLICE} released {B}.", "concede"),
        ("[The publisher|organization] released [the album|work].", "launch"),
        (f"{R} won the election.", "contest"),
        (f"{R} won the race.", "contest"),
        ("[Parliament|organization] passed [the budget|law_or_treaty].", "legislate"),
        (f"{R} bought [the brewery|facility].", "transaction"),
        (f"{R} was appointed ambassador.", "personnel"),
        (f"{N} imposed sanctions on {V}.", "sanction"),
        (f"{R} flew to [Lisbon|place].", "movement"),
        (f"{R} fined {B}.", "justice"),
    ],
)  # fmt: skip
def test_type(nlp: Language, marked: str, root: str) -> None:
    assert [e.type for e in events(nlp, marked)] == [root]


@pytest.mark.parametrize(
    "marked",
    [
        f"{R} said that it rained.",
        f"{R} thinks about [Lisbon|place].",
        f"{R} is a lawyer.",
        f"{R} looks like {B}.",
        f"{R} seems happy with {B}.",
        f"[March 21|time:2025-03-21] is {R}'s birthday.",
        f"{R} likes {B}.",
        f"{R} knows {B}.",
    ],
)
def test_what_names_no_event(nlp: Language, marked: str) -> None:
    assert events(nlp, marked) == ()


@pytest.mark.parametrize(
    ("marked", "triggers"),
    [
        (f"{N} held talks with {V}.", ["talks"]),
        (f"{N} launched an attack on {V}.", ["attack"]),
        (f"{R} paid a visit to {B}.", ["visit"]),
        (f"{R} met {B} after talks with {N}.", ["met", "talks"]),
        (f"{R} resigned and {B} praised {N}.", ["resigned", "praised"]),
        (f"{R} began to attack {B}.", ["attack"]),
        (f"Talks between {N} and {V} broke out.", ["Talks"]),
    ],
)
def test_one_event_once(nlp: Language, marked: str, triggers: list[str]) -> None:
    assert [named(e) for e in events(nlp, marked)] == triggers


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (f"{R} called off talks with {B}.", ["called off", "talks"]),
        (f"{N} pulled out of {V}.", ["pulled out"]),
        (f"{R} called the talks with {B} off.", ["called", "talks"]),
        (f"The hunger strike by {B} began.", ["hunger strike"]),
        (f"{N} held secret talks with {V}.", ["held secret talks"]),
        (f"Talks between {N} and {V} took place.", ["Talks"]),  # who takes part does not name it
        (f"{R} won the race.", ["won the race"]),
        (f"{R} paid {B} a visit.", ["visit"]),
        (f"{R} resigned as talks with {B} began.", ["resigned", "talks"]),
        (f"{N} and {V} agree pullback after three days of [Lisbon|place] talks", ["agree", "pullback", "talks"]),
        (f"{N} proposed a truce.", ["proposed", "truce"]),  # an event about an event
        (f"{N} held very long, quite secret and rather inconclusive peace talks with {V}.", ["peace talks"]),
    ],
)
def test_trigger_words(nlp: Language, marked: str, words: list[str]) -> None:
    assert [e.trigger.text for e in events(nlp, marked)] == words


@pytest.mark.parametrize("marked", [f"{R} met {B} in [Lisbon|place].", f"\n\n  {N} attacked {V}.\n{R} resigned."])
def test_offsets_are_those_of_the_article(nlp: Language, marked: str) -> None:
    text = reading(nlp, marked).article.text
    for found in events(nlp, marked):
        for span in (found.trigger, found.sentence, *(r.ref for r in found.roles)):
            assert text[span.start : span.end] == span.text


def test_an_unknown_verb_between_names_is_an_event_of_type_other(nlp: Language) -> None:
    found = event(nlp, f"{R} serenaded {B} in [Lisbon|place].", "serenaded")
    assert (found.type, found.lemma) == ("other", "serenade")


def test_ids_come_from_content(nlp: Language) -> None:
    marked = f"{R} met {B} and praised {N}."
    first, second = events(nlp, marked), events(nlp, marked)
    assert [e.id for e in first] == [e.id for e in second] == ["a:v9-12-consult", "a:v28-35-support"]
