"""The outlet's own words around a story: notes, credits, picture texts, boxes, comments, and who wrote it."""

from __future__ import annotations

import pytest

from kg.articles_to_docs.layout import authors, layout, title

LEAD = "Two men were convicted on Monday of burning the pier down in Port Brae, the court said."
END = "They will be sentenced in July, and the harbour office will pay for a new pier."


def role_of(line: str) -> set[str]:
    """The roles of one line between the paragraphs of a story."""
    text = "\n".join(("Pier trial ends in Port Brae", "By Ada Quill", "May 3, 2031", LEAD, line, END))
    start = text.index(line)
    return {b.role for b in layout(text) if start <= b.start < start + len(line)}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("CORRECTION: An earlier version of this story said that the men had been acquitted.", "boilerplate"),
        ("Clarification (May 4): The story now says which pier it was.", "boilerplate"),
        ("Editor's note: Jo Tarn is a former harbour master and writes about ports.", "boilerplate"),
        ("Privacy Notice: Newsletters may contain content funded by outside parties.", "boilerplate"),
        ("I understand and agree that registration on this site is subject to its rules.", "boilerplate"),
        ("(This story has not been edited by our staff and is auto-generated from a syndicated feed.)", "boilerplate"),
        ("Good afternoon and welcome to our live coverage of the trial.", "boilerplate"),
        ("Quill reported from Varn. Brae Wire writer Petra Lind in Varn contributed to this report.", "credit"),
        ("With assistance from Jo Tarn. (Adds comment of the union in the last paragraph.)", "credit"),
        ("Judge Ilse Falk, right, and the lawyer Otto Pell leave the court house in Port Brae - Brae News", "caption"),
        ("© Brae Pictures / Pim Rook / Go to the picture bank Judge Ilse Falk, right, leaves the court", "caption"),
        ("Judge Ilse Falk leaves the court in Port Brae on Monday, 3 May 2031. (NHP Photo)", "caption"),
        # what the story says of such things stays the story
        ("A correction was published by the harbour office, which had named the wrong pier.", "body"),
        ("The harbour office contributed to the report on the fire that the court had asked for.", "body"),
        ("The judge said: “You have burned down what others built.”", "body"),
    ],
)
def test_the_outlets_own_words(line: str, role: str) -> None:
    assert role_of(line) == {role}


@pytest.mark.parametrize(
    "line", ["6 Responses to Pier trial ends in Port Brae", "2 thoughts on “Pier trial ends”", "Latest Comment"]
)
def test_readers_words_end_the_story(line: str) -> None:
    comment = "he did it , he told me so himself last summer !"
    text = "\n".join(("Pier trial ends in Port Brae", "By Ada Quill", LEAD, END, line, "dave", comment))
    assert [b.role for b in layout(text) if text[b.start : b.end] == comment] == ["teaser"]


def test_a_note_on_the_author_by_surname() -> None:
    note = "Quill covers courts for the Brae Wire. She has won two prizes."
    text = "\n".join(("Pier trial ends in Port Brae", "By Ada Quill", LEAD, END, LEAD, END, note))
    assert [b.role for b in layout(text) if text[b.start : b.end] == note] == ["teaser"]


def test_the_links_under_a_promo_are_no_list() -> None:
    text = "\n".join(("Pier trial ends", "By Ada Quill", LEAD, END, "READ MORE ON:", "- Courts", "- Ada Quill", END))
    assert {b.role for b in layout(text) if text[b.start : b.end] in ("Courts", "Ada Quill")} == {"teaser"}


def test_two_short_sentences_are_a_paragraph() -> None:
    text = f"Why did the pier close?\n10 April 2031\nThe pier closed on Sunday. Here is why.\n{LEAD}"
    assert [b.role for b in layout(text)] == ["headline", "dateline", "body", "body"]


def test_a_title_may_begin_as_a_caption_does() -> None:
    text = "\n".join(
        ("PHOTOS: Port Brae celebrates as ferry returns", "Jun 1, 2031, 10:02am EDT", "Ada Quill",
         "Staff Photographer, Brae Business Journal",
         "The ferry Marianne returned to Port Brae on Saturday after two years in dock. The town celebrates.")
    )  # fmt: skip
    assert title(text, layout(text)) == "PHOTOS: Port Brae celebrates as ferry returns"
    assert authors(text, layout(text)) == ("Ada Quill",)


def test_the_headline_with_the_sites_words_is_no_standfirst() -> None:
    text = f"Pier trial ends in Port Brae\nPier trial ends in Port Brae brae wire 1467784359\n{LEAD}\n{END}"
    assert [b.role for b in layout(text)] == ["headline", "boilerplate", "body", "body"]


def test_a_headline_over_a_page_without_a_full_stop() -> None:
    story = f"{LEAD} {END} {LEAD} {END}".rstrip(".")
    text = f"May 19, 2031 2:05 PM\nprinter\nPier trial ends in Port Brae\n{story}"
    assert title(text, layout(text)) == "Pier trial ends in Port Brae"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Delia Amory, courts reporter", ("Delia Amory",)),
        ("Bo Tander Bo Tander", ("Bo Tander",)),
        ("Ada Quill in Varn and Jo Tarn in Port Brae", ("Ada Quill", "Jo Tarn")),
        ("Fire in Varn", ()),
    ],
)
def test_bylines_without_by(line: str, people: tuple[str, ...]) -> None:
    text = f"Pier trial ends in Port Brae\n{line}\nMay 3, 2031\n{LEAD}\n{END}"
    assert authors(text, layout(text)) == people
