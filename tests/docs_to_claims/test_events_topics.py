"""What an offer, a demand or a deal is about: said before the noun, without the day that the parser hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

N, V, R = "[Norland|country]", "[Vesterland|country]", "[Ana Ruiz|person]"

BEFORE = [
    (f"{N}’s 45-day ceasefire proposal was rejected by {V}.", "proposal", "45-day ceasefire"),
    ("The strikers rejected a 4 percent pay offer from [Vela Shipping|organization].", "offer", "4 percent pay"),
    (f"{N} repeated its hostage release demand.", "demand", "hostage release"),
    (f"{R} signed the six-page agreement.", "agreement", None),
    (f"{N} and {V} held three-day talks.", "talks", None),
]
WITHOUT_THE_DAY = [
    (f"{V} rejected the 45-day ceasefire [on Sunday|time:2031-05-04].", "rejected", "the 45-day ceasefire"),
    (f"{N} proposed a truce on Thursday.", "proposed", "a truce"),
    (f"{N} proposed a truce on the border.", "proposed", "a truce on the border"),
]


@pytest.mark.parametrize(("text", "word", "topic"), BEFORE)
def test_the_words_before_the_noun(nlp: Language, text: str, word: str, topic: str | None) -> None:
    found = event(nlp, text, word).topic
    assert (found.text if found else None) == topic


@pytest.mark.parametrize(("text", "word", "topic"), WITHOUT_THE_DAY)
def test_a_day_is_no_part_of_the_topic(nlp: Language, text: str, word: str, topic: str) -> None:
    found = event(nlp, text, word).topic
    assert found is not None
    assert found.text == topic
