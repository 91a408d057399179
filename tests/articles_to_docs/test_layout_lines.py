"""Lines, wrapped paragraphs, cues and date lines."""

from __future__ import annotations

import pytest

from kg.articles_to_docs.layout.cues import cue, is_byline
from kg.articles_to_docs.layout.dateline import dateline_end
from kg.articles_to_docs.layout.lines import Line, lines
from kg.articles_to_docs.layout.people import is_name_list
from kg.articles_to_docs.layout.stamps import clock, is_stamp, stamps
from kg.ontology import lexicon

WRAPPED = """PORT BRAE, Scotland (Gazette) - The company that runs the island
ferries was fined on Monday for letting 400 litres of oil run
into the harbour. The sheriff said that the firm had been warned
twice. It plans to appeal.
"We regret this," said its chief executive, Jo Tarn, outside the
court in Port Brae.
The firm employs 90 people and runs six ships between the two
islands."""


def test_a_wrapped_paragraph_is_one_line() -> None:
    assert [" ".join(line.text.split())[:24] for line in lines(WRAPPED)] == [
        "PORT BRAE, Scotland (Gaz", '"We regret this," said i', "The firm employs 90 peop",
    ]  # fmt: skip
    assert all(WRAPPED[line.start : line.end] == line.text for line in lines(WRAPPED))


def test_a_paragraph_a_line_stays_one() -> None:
    page = "The pier was closed on Monday.\nThe mayor asked for help from the state.\nNobody was hurt."
    assert [line.text for line in lines(page)] == page.split("\n")


@pytest.mark.parametrize(
    ("raw", "marker", "text"),
    [
        ("• It rained.", "•", "It rained."),
        ("🔹 It rained.", "🔹", "It rained."),
        ("✔️ It rained.", "✔️", "It rained."),
        ("1️⃣ It rained.", "1️⃣", "It rained."),
        ("- It rained.", "-", "It rained."),
        ("🇪🇺 It rained.", "🇪🇺", "It rained."),
        ("\ufeff  It rained. ", "\ufeff", "It rained."),
        ("-5 degrees were measured.", "", "-5 degrees were measured."),
        ("€5 were paid.", "", "€5 were paid."),
        ("© Pim Rook", "", "© Pim Rook"),
        ("2. May was wet.", "", "2. May was wet."),
        ("“It rained.”", "", "“It rained.”"),
        ("A: It rained.", "A:", "It rained."),
    ],
)
def test_markers_are_left_out(raw: str, marker: str, text: str) -> None:
    (line,) = lines(raw)
    assert (line.marker, line.text) == (marker, text)
    assert raw[line.start : line.end] == text


def test_numbers_are_markers_in_a_list_only() -> None:
    assert [line.text for line in lines("1. It rained.\n2. It snowed.")] == ["It rained.", "It snowed."]


def test_a_closing_link_is_a_line_of_its_own() -> None:
    assert [line.text for line in lines("It rained in Brae. Read full story")] == [
        "It rained in Brae.",
        "Read full story",
    ]
    assert [line.text for line in lines("She asked him to read more")] == ["She asked him to read more"]


@pytest.mark.parametrize(
    "entry", lexicon("furniture")["cue"], ids=lambda entry: f"{entry['role']} {entry['match']} {entry['phrases'][0]}"
)
def test_every_cue_knows_its_example(entry: dict[str, str]) -> None:
    (line,) = lines(entry["example"])
    known = cue(line)
    assert known is not None
    assert (known.role, known.after) == (entry["role"], entry.get("after", ""))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Published 03/05/2024, 00:12 BST   |   Words: Ada Quill at Brae Park", "byline"),
        ("by Ada Quill — Friday, May 3, 2024 | 21:30 UTC — 5 MIN READ", "byline"),
        ("Home > Courts > Port Brae", "boilerplate"),
        ("BRAE ▼ 1.8%   FERY ▲ 11.4%   PORT50 ▲ 0.2%", "boilerplate"),
        ("A ship at the pier. PHOTO: A. Quill/Nordfoto", "caption"),
        ("Ministers arrive for the talks. (Pim Rook/HNP)", "caption"),
        ("Image: Harbour Museum.", "credit"),
        ("Copyright 2024 The Brae Press. This text may be read.", "boilerplate"),
        ("(Adds quotes of the minister, background)", "boilerplate"),
        ("It's because of readers like you that we stay independent. Support the Post today.", "promo"),
        ("Never miss a launch! Enter your e-mail:", "promo"),
        ("NEXT STORY → Tennis star splits with coach", "promo"),
        ("12 comments · Log in to join the conversation", "boilerplate"),
        ("The minister spoke — as she said on 3 May — of a storm | and left.", None),
        ("The court heard that he had asked you to pay €5 a month.", None),
        ("Ferry operator fined over spill", None),
    ],
)
def test_cues(text: str, role: str | None) -> None:
    known = cue(Line(0, len(text), text))
    assert (known.role if known else None) == role


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("PORT BRAE, Oct 3 (Northern) — The ferry sank.", "PORT BRAE, Oct 3 (Northern) — "),
        ("PORT BRAE/VARN — The ferry sank.", "PORT BRAE/VARN — "),
        ("ÅNDØY, Norway — A ferry sank.", "ÅNDØY, Norway — "),
        ("HAMMDORF. With the vote the law came into force.", "HAMMDORF. "),
        ('VARN (AP) -- "No," he said.', "VARN (AP) -- "),
        ("BRAE Aug 18 Foreign Minister Jo Tarn said no.", "BRAE Aug 18 "),
        ("New Brae [Sylvania], July 20 (SNI): It is sad.", "New Brae [Sylvania], July 20 (SNI): "),
        ("March 17, 2024: A deal is near.", "March 17, 2024: "),
        ("A MAN HAS been arrested.", ""),
        ("BREAKING: The ferry sank.", ""),
        ("The town — Port Brae — was cut off.", ""),
        ("Jo Tarn: “We will come.”", ""),
        ("NATO said on Monday that it would come.", ""),
        ("On May 3, 2024, the ferry sank.", ""),
    ],
)
def test_datelines(paragraph: str, dateline: str) -> None:
    assert paragraph[: dateline_end(paragraph)] == dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 18:47, 12 November 2024", True),
        ("Sun 7 Jul 2024 11.40 EEST", True),
        ("19.42", True),
        ("September 9th 2024", True),
        ("5 May", True),
        ("2024", False),
        ("On 12 November the ferry sank", False),
        ("May we come in at 10.30?", False),
    ],
)
def test_stamps_are_known_from_sentences(text: str, expected: bool) -> None:
    assert is_stamp(text) is expected


def test_stamps_read_dates() -> None:
    assert [(s.year, s.month, s.day, s.weekday) for s in stamps("Sat 4 Oct 2025; Sept. 21; 2024-02-01; 99 May")] == [
        (2025, 10, 4, 5), (None, 9, 21, None), (2024, 2, 1, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [("4:20 PM GMT", "16:20"), ("12:05 a.m.", "00:05"), ("at 8 pm", "20:00"), ("3-2", None)]
)
def test_clock(text: str, expected: str | None) -> None:
    assert clock(text) == expected


def test_names_and_bylines() -> None:
    assert is_name_list("Ada Quill, Jo van Tarn and Óscar de la Brae")
    assert not is_name_list("Ada Quill said no")
    assert is_byline("Words: Marta Tilde at Brae Park")
    assert not is_byline("By noon, Port Brae was empty.")
