"""Names with small words, numbers, offices and owners inside: where they begin and end. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_names import entities, named

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # small words inside the name of a body
        ("The United Nations Office on Rivers and Lakes said the dam leaked.",
         "United Nations Office on Rivers and Lakes", "organization"),
        ("The Committee to Protect Rivers objected.", "Committee to Protect Rivers", "organization"),
        ("The law firm Harrow Vale and White sued.", "Harrow Vale and White", "organization"),
        ("Alder Point and Sons closed on Monday.", "Alder Point and Sons", "organization"),
        ("He died at the Brandt Holm and White Medical Center.", "Brandt Holm and White Medical Center", "facility"),
        ("The Foreign Ministry of Norland summoned him.", "Foreign Ministry of Norland", "organization"),
        ("She studied at Florida State University.", "Florida State University", "organization"),
        ("A former United States Central Intelligence Agency agent died.", "Central Intelligence Agency",
         "organization"),
        # owners, commas and numbers inside names of places and things
        ("A storm hit Hawke's Bay on Sunday.", "Hawke's Bay", "place"),
        ("The senator flew to Washington, D.C. on Monday.", "Washington, D.C.", "place"),
        ("He fought in World War II.", "World War II", "other"),
        ("The aircraft was a Boeing 737.", "Boeing 737", "product"),
        ("Norvia Airlines Flight 17 crashed.", "Norvia Airlines Flight 17", "product"),
        # people behind offices
        ("Transport Minister Ana Ruiz met Per Aune in Oslo on Tuesday.", "Ana Ruiz", "person"),
        ("Transport Minister Ana Ruiz met Per Aune in Oslo on Tuesday.", "Per Aune", "person"),
        ("Serhii Kovalenko met Sergey Orlov in Kyiv.", "Serhii Kovalenko", "person"),
        ("Mayor of Koszalin Piotr Jedlin left.", "Piotr Jedlin", "person"),
        ("Acting Superintendent of Police Ana Ruiz agreed.", "Ana Ruiz", "person"),
        ("Minister for Trade Ana Ruiz agreed.", "Ana Ruiz", "person"),
        ("Foreign Ministers Ana Ruiz and Tomas Berg met.", "Ana Ruiz", "person"),
        ("Pim Verholt, the finance director, will step in.", "Pim Verholt", "person"),
        ("The man spoke on al-Masirah TV on Monday.", "al-Masirah TV", "organization"),
        ("It was shut on Martin Luther King Jr. Day.", "Martin Luther King Jr. Day", "other"),
    ],
)  # fmt: skip
def test_the_whole_name_is_found(nlp: Language, text: str, name: str, kind: str) -> None:
    assert named(entities(nlp, text), name).type == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She converted to Islam in May.", "Islam", "other"),
        ("Ebola killed 12 people in Liberia.", "Ebola", "other"),
        ("Bishop Dinualdo Gutierrez of Marbel said the mine must close.", "Marbel", "place"),
        ("Karl Dunn, 58, of Garstow, stole money.", "Garstow", "place"),
        ("Shares in Orvelle tumbled.", "Orvelle", "organization"),
        ("It was sold to Oslo-based Ojan Consumer.", "Ojan Consumer", "organization"),
        ("He told The Hill that he left.", "The Hill", "organization"),
        ("The separatist Republic of Artava said it would fight.", "Republic of Artava", "place"),
        ("The findings were published in Science Advances.", "Science Advances", "work"),
        ("The House voted on Monday, and the House of Representatives agreed.", "House of Representatives",
         "organization"),
        ("The two countries signed a treaty.", "two countries", "group"),
        ("It is sold in 30 countries.", "30 countries", "place"),
        ("The Socialist Republic of Vietnam agreed.", "Socialist Republic of Vietnam", "country"),
        ("The Democratic Republic of the Congo agreed.", "Democratic Republic of the Congo", "country"),
        ("Iran met us. The Islamic Republic of Iran agreed.", "Iran", "country"),
        ("Hurricane Lorenzo hit the coast.", "Hurricane Lorenzo", "other"),
        ("A rocket was made by AlderSpaceX and flown.", "AlderSpaceX", "organization"),
        ("She arrived at the Prime Minister House on Monday.", "Prime Minister House", "facility"),
        ("The Libyan House of Representatives voted.", "Libyan House of Representatives", "organization"),
        ("Gardaí seized three cars in Cork.", "Gardaí", "organization"),
    ],
)  # fmt: skip
def test_what_it_names(nlp: Language, text: str, name: str, kind: str) -> None:
    assert named(entities(nlp, text), name).type == kind


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Rogaland Fire and Rescue came. Rogaland Fire and Rescue asked for help.", "Rogaland Fire and Rescue",
         ["Rogaland Fire and Rescue"] * 2),
        ("The Islamic State of Iraq and the Levant claimed it.", "Islamic State of Iraq and the Levant",
         ["Islamic State of Iraq and the Levant"]),
        ("General Arvo Motors fell. GM cut jobs. General Motors rose.", "General Motors", ["GM", "General Motors"]),
        ("Iris Lund resigned. Iris Mary Lund Jr. was 60.", "Iris Mary Lund Jr.", ["Iris Lund", "Iris Mary Lund Jr."]),
        ("Orvo Inc. fell. Orvo Pods sold well. Orvo rose.", "Orvo Inc.", ["Orvo Inc.", "Orvo"]),
    ],
)  # fmt: skip
def test_the_mentions_of_a_name(nlp: Language, text: str, name: str, mentions: list[str]) -> None:
    assert [m.text for m in named(entities(nlp, text), name).mentions if m.kind == "name"] == mentions


def test_two_people_joined_are_two(nlp: Language) -> None:
    text = "The court freed Ana Kelland and Karl Dunn. Kelland spoke. Dunn wept. Kelland and Dunn's convictions fell."
    names = [e.name for e in entities(nlp, text)]
    assert "Kelland and Dunn" not in names
    assert {"Ana Kelland", "Karl Dunn"} <= set(names)


def test_among_american_states_georgia_is_one(nlp: Language) -> None:
    text = "Marco Rubin of Florida, Mike Lind of Utah and David Perd of Georgia agreed."
    assert named(entities(nlp, text), "Georgia").type == "place"


def test_a_body_of_a_surname_is_not_its_chief(nlp: Language) -> None:
    found = entities(nlp, "Boeing cut jobs. Boeing fell. Its chief, Eva Clay Boeing, said Boeing would close.")
    assert len(named(found, "Eva Clay Boeing").mentions) < len(named(found, "Boeing").mentions)


def test_a_clause_is_no_part_of_a_phrase(nlp: Language) -> None:
    found = entities(nlp, "The exchange will go on as both sides free crews.")
    assert [e.name for e in found if "free" in e.name] == []
