"""Whom pronouns and descriptions mean by the clause they stand in, and whom they cannot mean. Invented sentences."""

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
        # pointing forward to the subject
        ("Karin Holm met Eva Lund. Early in her career, Lund sang in bars.", "her", "Eva Lund"),
        ("Karin Holm met Eva Lund. Once she was a guest, Lund saw the work.", "she", "Eva Lund"),
        # the owner beside what is owned
        ("The victims were members of a club, which includes both veterans of the navy and their spouses.", "their",
         "both veterans of the navy"),
        ("Karl Lund praised minister Sami Farid and his Greek counterpart.", "his", "Sami Farid"),
        # who did something in the sentence itself before who only stood in an earlier one
        ("A victim fell. The video showed a single officer surrounded by protesters; he drew his pistol.", "he",
         "single officer"),
        # not who speaks
        ('An eyewitness described the attack, stating, "I saw a man with a blade on his chest."', "his", "man"),
        ('Phil Lund, director of news, called it "the killing of a brave journalist doing his job."', "his",
         "brave journalist"),
        # the only woman of the page
        ("Ana Ruiz spoke. It rained. The port was shut. Ships lay idle. The sea was rough. Nobody came. She "
         "left.", "She",
         "Ana Ruiz"),
        # descriptions before and behind a name
        ("A son of the plains and a veteran of the war, Justice Holm gave his life to the court.", "A son "
         "of the plains",
         "Holm"),
        ("The mayor of New Orleans, LaToya Holm, left.", "The mayor of New Orleans", "LaToya Holm"),
        ("Her husband, the conductor Tomas Berg, who died in May, left.", "Her husband", "Tomas Berg"),
        ("Liberal Party leader and Prime Minister Boris Lund left.", "Liberal Party leader", "Boris Lund"),
        ("One of the soldiers was killed.", "One of the soldiers", "One of the soldiers"),
        ("The brigade, whose commander was killed, withdrew.", "whose commander", "commander"),
        # who stood trial, not who tells of it
        ("Oliver Holm, 46, denies arson. Prosecutor Imogen Lund told the court that he had been dismissed.", "he",
         "Oliver Holm"),
        # countries: not the one that only says where a city lies
        ("Iran has said little. Iran is poor. The army said the plane was bringing meat from Bishkek, "
         "Kyrgyzstan to help "
         "the country.", "the country", "Iran"),
    ],
)  # fmt: skip
def test_meant(nlp: Language, text: str, words: str, name: str) -> None:
    assert owner(entities(nlp, text), text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "never"),
    [
        ("The mayor of Port Alder said this district was flooded.", "this district", "Port Alder"),
        ("He flew to Berlin. The district was flooded.", "The district", "Berlin"),
        ("The study was published in May. The Alder Institute ran it. Some signed the paper.", "the paper",
         "Alder Institute"),
        ("Tomas Berg spoke of Karin Lund. She was a woman, as well as being the girl next door.", "the girl",
         "Karin Lund"),
        ("Marine One landed on the lawn flying Karl Berg to the clinic. Reports said both were ill.",
         "both", "Karl Berg"),
        ("The debate was loud. Alder News commentator Ari Lund called it a mess.", "it", "Alder News"),
        ("The Alder Project names 26 February as the day it sank.", "it", "Alder Project"),
        ('"The figure is invented," Markham told Radio Alder. The company has not dismissed anyone.', "The company",
         "Radio Alder"),
        ("The news was in Dawn. Dawn said it rained. The boy left.", "The boy", "Dawn"),
        ("I said it a couple times: Neanderthals were choosy in their tools.", "their", "couple"),
    ],
)  # fmt: skip
def test_not_meant(nlp: Language, text: str, words: str, never: str) -> None:
    assert owner(entities(nlp, text), text, words) != never


def test_both_armies_are_those_of_the_two_countries(nlp: Language) -> None:
    found = entities(nlp, "Norway and Sweden signed a truce. Both armies withdrew on Monday.")
    assert [e.name for e in found if any(m.text == "Both armies" for m in e.mentions)] == ["Norway", "Sweden"]


def test_a_star_of_the_sky_is_nobody(nlp: Language) -> None:
    sky = entities(nlp, "An astronomer saw the planet in a telescope. The star is bright.")
    stage = entities(nlp, "A singer came on the stage. The star is bright.")
    assert [e.type for e in sky if "star" in e.name] != ["person"]
    assert [e.type for e in stage if any("star" in m.text for m in e.mentions)] == ["person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # what opens a sentence or a run is no part of a name
        ("Astronomer Anthony Lund wrote it.", "Anthony Lund"),
        ("Immunologist Kristian Holm spoke.", "Kristian Holm"),
        ("First Minister of Scotland Nicola Holm left. Nicola Holm spoke.", "Nicola Holm"),
        ("The finance chief and Minister of Economy Richard Holm resigned.", "Richard Holm"),
        # a maker is not its product
        ("Red Hill sells Red Hill Server. Red Hill is a company. The firm Red Hill grew.", "Red Hill"),
        # the label of a speaker
        ("((Perttu Aalto)) We began late.", "Perttu Aalto"),
    ],
)
def test_names(nlp: Language, text: str, name: str) -> None:
    assert name in [e.name for e in entities(nlp, text)]
