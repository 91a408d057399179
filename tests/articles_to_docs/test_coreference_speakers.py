"""Who goes on to speak, who holds an office, and which descriptions are not the same. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_coreference import entities, owner

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # who adds something is who spoke before
        ('"The fight is over," Karl Orman said. James Ward was reported dead at the hospital, he added.', "he",
         "Karl Orman"),
        ('Ana Ruiz, chief economist at Orvo, spoke. "It is bad," she added.', "she", "Ana Ruiz"),
        # offices told of pronouns, in lists and behind commas
        ("Ana Ruiz, who was global head of research at Orvo, left.", "global head of research", "Ana Ruiz"),
        ("The president, Ana Ruiz, and the oil and gas minister, Tomas Berg, resigned.", "The president", "Ana Ruiz"),
        ("The president, Ana Ruiz, and the oil and gas minister, Tomas Berg, resigned.", "the oil and gas minister",
         "Tomas Berg"),
        ("The former Chief Operating Officer, Tim Holt will be succeeding Dunn.",
         "The former Chief Operating Officer", "Tim Holt"),
        ("He met the coalition leader and Prime Minister Malcolm Turn.", "the coalition leader", "Malcolm Turn"),
        # bodies and places by their kind
        ("The United States Senate voted on Monday. The Senate passed the bill.", "The Senate",
         "United States Senate"),
        ("He visited the swing state of Wisconsin.", "the swing state of Wisconsin", "Wisconsin"),
        ("He died near the city of São Paulo, Brazil on Monday.", "the city of São Paulo", "São Paulo"),
        ("Hong Kong is tense. The pro-Beijing camp won. The city has seen protests.", "The city", "Hong Kong"),
        ("Norland auto maker Orvo fell. The auto maker cut jobs.", "The auto maker", "Orvo"),
        ("US Secretary of State Rex Tiller met Karl Dunn. The Secretary of State said so.", "The Secretary of State",
         "Rex Tiller"),
        ("A fire destroyed 200 homes in Alder. Officials said it killed nine people.", "it", "fire"),
    ],
)  # fmt: skip
def test_meant(nlp: Language, text: str, words: str, name: str) -> None:
    assert owner(entities(nlp, text), text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        ("The president left. The president of Turkey disagreed.", "The president of Turkey", "president"),
        ("My family left. Then his family came.", "his family", "family"),
        ('GM said it tried. "They said no," Ana Lund told reporters.', "They", "GM"),
        ("Ana Ruiz ran. If she were president, the law would fall. The president signed it.", "The president",
         "Ana Ruiz"),
        ("The Hope Institute counted deaths. The team wrote that they fell.", "The team", "Hope Institute"),
        ("Karl Dunn ran in May. In June, Orvo Party nominee won 5 votes. Nominee Karl Dunn spoke.",
         "Orvo Party nominee", "Karl Dunn"),
    ],
)  # fmt: skip
def test_not_meant(nlp: Language, text: str, words: str, never: str) -> None:
    assert owner(entities(nlp, text), text, words) != never


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway and Sweden fought. The UN urged both to show restraint.", "both"),
        ("Norway and Sweden fought. A truce between the neighbours held.", "the neighbours"),
    ],
)
def test_both_parties_are_meant(nlp: Language, text: str, words: str) -> None:
    found = [e.name for e in entities(nlp, text) if any(m.text == words for m in e.mentions)]
    assert found == ["Norway", "Sweden"]


def test_the_state_of_a_city_s_name_is_the_state(nlp: Language) -> None:
    (state,) = [e for e in entities(nlp, "A fire grew in the state of Washington on Friday.") if e.type == "place"]
    assert state.same_as[0].endswith("Q1223")


def test_two_countries_are_the_main_ones(nlp: Language) -> None:
    text = (
        "Armenia and Turkey met. Armenia fired. Norway fired on Armenia. Norway and Armenia spoke. Norway fired again. "
        "Armenia left. Norway left. It rained. Snow fell. Turkey helped Armenia. The two countries agreed."
    )
    found = {e.name for e in entities(nlp, text) if any(m.text == "The two countries" for m in e.mentions)}
    assert "Turkey" not in found
