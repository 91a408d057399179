"""The date of publication as the page tells it, and the silence where it does not."""

from __future__ import annotations

import pytest

from kg.articles_to_docs.layout import layout
from kg.articles_to_docs.publication import publication

LEAD = "A ferry sank off Port Brae on Friday, the coast guard said, and nobody was hurt in it at all."


def read(head: str, story: str = LEAD) -> tuple[str | None, str | None]:
    text = f"Ferry sinks off Port Brae in a storm\n{head}\n{story}\nThe crew was rescued by a trawler from Varn."
    return publication(text, layout(text))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Friday, May 3, 2024", "2024-05-03"),
        ("March 06, 2008", "2008-03-06"),
        ("May 3, 2024 4:20 PM GMT · Updated 2 hours ago · 3 min read", "2024-05-03T16:20:00+00:00"),
        ("PUBLISHED: 18:47, 3 May 2024 | UPDATED: 21:03, 4 May 2024", "2024-05-03T18:47:00"),
        ("UPDATED: 21:03, 4 May 2024 | PUBLISHED: 18:47, 3 May 2024", "2024-05-03T18:47:00"),
        ("By Ada Quill — May 3rd 2024 — 7 min read", "2024-05-03"),
        ("Fri 3 May 2024 11.20 EEST — Last modified on Sat 4 May 2024 16.05 EEST", "2024-05-03T11:20:00+03:00"),
        ("Mon 6 May 2024 · 4-minute read", "2024-05-06"),
        ("Harbour Agency, May 3, 2024 Adjust font size:", "2024-05-03"),
        ("By Ada Quill | 2024-05-03", "2024-05-03"),
        ("Northern | Updated: 29-05-2024 00:26 IST | Created: 28-05-2024 00:26 IST", "2024-05-28T00:26:00"),
    ],
)
def test_stamps_above_the_story(head: str, expected: str) -> None:
    assert read(head) == (expected, "dateline")


def test_a_stamp_behind_a_place_and_an_agency_is_no_part_of_the_headline() -> None:
    stamp = "Varn (Northern) – Issued on: 03/05/2024 - 19:34   Modified: 03/05/2024 - 20:02   3 min   Reading time"
    text = f"NORTHERN | World\n{stamp}\nFerry sinks off Port Brae in a storm\n\n{LEAD}\n"
    blocks = layout(text)
    assert publication(text, blocks) == ("2024-05-03T19:34:00", "dateline")
    assert [text[b.start : b.end] for b in blocks if b.role == "headline"] == ["Ferry sinks off Port Brae in a storm"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Published 18/05/2024", "2024-05-18"),  # no month 18
        ("Published 05/18/2024", "2024-05-18"),
        ("Published 03/05/2024, 00:12 BST", "2024-05-03T00:12:00+01:00"),  # the zone writes days first
        ("Published 03/05/2024, 9:12 AM EST", "2024-03-05T09:12:00-05:00"),
        ("Published Friday 03/05/2024", "2024-05-03"),  # a Friday only if the day is first
        ("Published 05/05/2024", "2024-05-05"),
        ("Published 03/05/2024", None),
    ],
)
def test_figures_are_read_only_one_way(head: str, expected: str | None) -> None:
    assert read(head)[0] == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (
            "PORT BRAE, May 3 (Northern) — A ferry sank on Friday, two months after the storm of March 1, 2024.",
            "2024-05-03",
        ),
        # A Friday in 2024; nothing on the page says which year.
        ("PORT BRAE, May 3 (Northern) — A ferry sank on Friday off the coast, officials said.", None),
        # No Monday falls on May 3 or the day before in 2023, 2024 or 2025.
        (
            "PORT BRAE, May 3 (Northern) — A ferry sank on Monday, officials said, after the storm of March 1, 2024.",
            None,
        ),
        ("March 17, 2024: A ferry deal is near, and both sides said that they would sign it this week.", "2024-03-17"),
    ],
)
def test_the_date_line_of_the_lead(story: str, expected: str | None) -> None:
    assert read("By Ada Quill", story)[0] == expected


def test_updated_is_not_published() -> None:
    assert read("Updated 7 May 2024, 18:42 CET") == (None, None)
    # May 3, 2024 is the Friday the story tells of.
    assert read("Updated 3 May 2024, 18:42 CET") == ("2024-05-03", "dateline")


CAPTION = "Falk signs the order on Monday, Feb. 5, 2024. Photographer: Pim Rook/HNP via Getty Images"
TOLD = "Ilse Falk expects a deal in the ferry strike within weeks, her aide Otto Pell said on March 16."


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (f"{CAPTION}\n{TOLD}\nHe had met the union on March 13.", ("2024-03-16", "text")),
        (f"{TOLD}\nHe had met the union on March 13.", (None, None)),  # no year on the page
        (f"{CAPTION}\n{TOLD}\nThe strike ended on March 20.", (None, None)),  # the story is later than the statement
        (f"{CAPTION}\n{TOLD}\nThe talks will be held on March 20.", ("2024-03-16", "text")),
        (f"{CAPTION}\n{TOLD}\nThe union said on Tuesday that it would come.", (None, None)),  # told by weekdays
        (f"{CAPTION.replace('2024', '2021')}\n{TOLD}", (None, None)),  # Feb. 5, 2021 was no Monday
        (f"{CAPTION}\n{TOLD}\nThe law of 2026 says so.", (None, None)),
    ],
)
def test_the_story_itself_with_great_care(story: str, expected: tuple[str | None, str | None]) -> None:
    assert read("By Ada Quill", story) == expected


def test_teasers_are_never_read() -> None:
    story = (
        f"Ferry sinks off Port Brae\n{LEAD}\nThe crew of nine was rescued by a trawler from Varn, and nobody drowned."
    )
    text = f"{story}\nComments\nThe minister said on July 26, 2025 that a storm had come."
    assert publication(text, layout(text)) == (None, None)


def test_the_stamp_next_to_the_headline_is_the_articles() -> None:
    text = f"17 Jul 2031\nSunday 5 May 2024 - 14:41\nFerry sinks off Port Brae\n{LEAD}"
    assert publication(text, layout(text))[0] == "2024-05-05T14:41:00"


def test_a_stamp_below_the_story_counts_if_it_says_published() -> None:
    more = "The crew was rescued by a trawler from Varn, whose skipper had seen their light in the storm at night."
    story = "\n".join(("Ferry sinks off Port Brae", LEAD, *(f"{more} {n}." for n in ("One", "Two", "Three", "Four"))))
    labelled = f"{story}\nFirst Published: Fri, May 3 2024. 18:50 IST"
    assert publication(labelled, layout(labelled)) == ("2024-05-03T18:50:00", "dateline")
    bare = f"{story}\nMay 3, 2024"
    assert publication(bare, layout(bare))[0] is None


def test_a_date_that_opens_the_first_paragraph() -> None:
    text = f"date 2024-05-03 {LEAD}\nThe crew was rescued by a trawler from Varn."
    assert publication(text, layout(text)) == ("2024-05-03", "dateline")
