"""First person inside a direct quotation is its speaker; outside, and for a person's "we", it is nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event, filled
from readings import reading

from kg.docs_to_claims.first_person import with_speakers
from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B, PARTY = "[Ana Ruiz|person]", "[Tomas Berg|person]", "[The Green Party|organization]"


@pytest.mark.parametrize(
    ("marked", "trigger", "expected"),
    [
        (f"“I met {B} in May,” {R} said.", "met", {"agent": ["Ana Ruiz"], "patient": ["Tomas Berg"]}),
        (f'"I met {B} in May," {R} said.', "met", {"agent": ["Ana Ruiz"], "patient": ["Tomas Berg"]}),
        (f"{R} said: “{B} attacked me in May.”", "attacked", {"agent": ["Tomas Berg"], "patient": ["Ana Ruiz"]}),
        (f"{PARTY} said: “We met {B} in May.”", "met", {"agent": ["The Green Party"], "patient": ["Tomas Berg"]}),
        (f"“We met {B} in May,” {R} said.", "met", {"patient": ["Tomas Berg"]}),
        (f"“We condemn {B},” {R} said.", "condemn", {"agent": ["Ana Ruiz"], "patient": ["Tomas Berg"]}),
    ],
)
def test_speaker_takes_part(nlp: Language, marked: str, trigger: str, expected: dict[str, list[str]]) -> None:
    assert filled(event(nlp, marked, trigger)) == expected


@pytest.mark.parametrize(
    ("marked", "pronouns"),
    [
        (f"“I met {B} and my lawyer,” {R} said.", ["I", "my"]),
        (f"I met {B} and {R} said that it rained.", []),
        (f"“We won,” {R} said.", []),
        (f"“We won our case,” {PARTY} said.", ["We", "our"]),
        (f"{R} said that I met {B}.", []),
    ],
)
def test_pronouns_become_mentions_of_the_speaker(nlp: Language, marked: str, pronouns: list[str]) -> None:
    read = reading(nlp, marked)
    after = with_speakers(read, find_statements(read))
    assert [m.text for e in after.entities for m in e.mentions if m.kind == "pronoun"] == pronouns


def test_a_reading_without_first_person_stays_as_it_is(nlp: Language) -> None:
    read = reading(nlp, f"“It rained,” {R} said.")
    assert with_speakers(read, find_statements(read)) is read
