"""Whose word it is where the parser is led astray: tails, relative clauses, sources behind sources, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event
from readings import reading

from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def said(nlp: Language, marked: str, roles: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of every statement of marked text."""
    return [(s.speaker.name, s.stance, s.content.text) for s in find_statements(reading(nlp, marked, roles))]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Both [Liga|organization] and [Sul|organization] claimed to have won.",
         [("Liga", "claimed", "to have won"), ("Sul", "claimed", "to have won")]),
        ("[Ana Ruiz|person] admitted to having bribed [Tomas Berg|person].",
         [("Ana Ruiz", "admitted", "having bribed Tomas Berg")]),
        ("[Ana Ruiz|person] professed to have met [Tomas Berg|person].",
         [("Ana Ruiz", "claimed", "to have met Tomas Berg")]),
        ("[Ana Ruiz|person] demanded from [Norpress|organization] to withdraw the article.",
         [("Ana Ruiz", "demanded", "to withdraw the article")]),
        ("[Ana Ruiz|person] said the bridge was unsafe, while [Liga|organization] denied this.",
         [("Ana Ruiz", "said", "the bridge was unsafe")]),
        ("[Ana Ruiz|person] said that the bridge was unsafe, while [Liga|organization] said that it had cracked.",
         [("Ana Ruiz", "said", "the bridge was unsafe"), ("Liga", "said", "it had cracked")]),
        ("[Liga|organization] closed the bridge, which, [Ana Ruiz|person] said, [Norland|country] had bombed.",
         [("Ana Ruiz", "said", "Norland had bombed")]),
        ("A fire killed [Tomas Berg|person] in [Lisbon|place], reported [officials|group].",
         [("officials", "said", "A fire killed Tomas Berg in Lisbon")]),
        ("[Ana Ruiz|person] said [Tomas Berg|person] died in [Lisbon|place] without elaborating.",
         [("Ana Ruiz", "said", "Tomas Berg died in Lisbon")]),
        ("[Ana Ruiz|person] said [Tomas Berg|person] left [Lisbon|place] without paying.",
         [("Ana Ruiz", "said", "Tomas Berg left Lisbon without paying")]),
        ("[One resident|person] admitted to joining the crowd, writing in a blog post “I took a torch and walked.”",
         [("One resident", "admitted", "joining the crowd"), ("One resident", "said", "I took a torch and walked.")]),
        ("[Kora Lines|organization] condemns raid on [depot|facility], confirms e-bus deal with [Veld|organization]",
         [("Kora Lines", "confirmed", "e-bus deal with Veld")]),
        ("[Ana Ruiz|person] has accused [Tomas Berg|person] of everything except causing the flood.", []),
    ],
)  # fmt: skip
def test_whose_word(nlp: Language, marked: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(nlp, marked) == expected


def test_a_broken_quotation_around_an_aside_is_one(nlp: Language) -> None:
    (only,) = find_statements(
        reading(nlp, "“Tomorrow,” [Ana Ruiz|person] said, raising a glass, “we are a nation of sailors.”")
    )
    assert [p.text for p in only.parts] == ["Tomorrow", "we are a nation of sailors."]


def test_a_source_before_the_speaker_relays_both_sayings(nlp: Language) -> None:
    marked = (
        "According to state-run news agency [Norpress|organization], the chief judge of [Lisbon|place], "
        "[Tomas Bergman|person], said the twelve must face “fraud charges”, adding [Norland|country] will pursue them."
    )
    found = find_statements(reading(nlp, marked))
    assert [(s.speaker.name, s.content.text) for s in found] == [
        ("Tomas Bergman", "the twelve must face “fraud charges”"),
        ("Tomas Bergman", "Norland will pursue them"),
    ]
    assert [[r.name for r in s.reported_by] for s in found] == [["Norpress"], ["Norpress"]]


def test_the_speaker_of_a_quotation_in_a_headline_stands_behind_a_colon(nlp: Language) -> None:
    marked = "‘We sold the mill’: [Ana Ruiz|person] on leaving the board\n[Ana Ruiz] left the board."
    assert said(nlp, marked, ("headline", "body")) == [("Ana Ruiz", "said", "We sold the mill")]


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [
        ("[Ana Ruiz|person] left after a video in which a man says [Norland|country] bribed [Tomas Berg|person].",
         "bribed"),
        ("[Liga|organization] closed the bridge, which, the letter said, [Norland|country] had bombed.", "bombed"),
    ],
)  # fmt: skip
def test_what_somebody_without_a_name_says_is_not_certain(nlp: Language, marked: str, trigger: str) -> None:
    assert event(nlp, marked, trigger).certainty == "probable"
