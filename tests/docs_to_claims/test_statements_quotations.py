"""Quotation marks are matched over plain text, paragraph by paragraph; no model is needed."""

from __future__ import annotations

import re

import pytest

from kg.docs_to_claims.statements.quotations import find_quotations
from kg.records import Article, Block


def article(text: str, roles: tuple[str, ...] = ()) -> Article:
    lines = list(re.finditer(r"[^\n]+", text))
    blocks = tuple(Block(roles[i] if roles else "body", m.start(), m.end()) for i, m in enumerate(lines))
    return Article("a", "a.txt", text, blocks=blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said. "At last."', ["We won,", "At last."]),
        ("„Es reicht“, sagte sie.", ["Es reicht"]),
        ("« C'est fini », a-t-elle dit.", ["C'est fini"]),
        ("'We won,' she said.", ["We won,"]),
        ("‘We won’t go,’ she said.", ["We won’t go,"]),
        ("'The miners' union won't pay,' she said.", ["The miners' union won't pay,"]),
        ("The miners' union and the drivers' union met.", []),
        ("It happened in the '90s, in the players' lounge.", []),
        ("She called it 'mad' and he called it 'good'.", ["mad", "good"]),
        ("He is 6'2\" tall.", []),
        ("“He said ‘help’ twice,” she said.", ["He said ‘help’ twice,", "help"]),
        ("She said “nothing was signed", []),
        ("No marks at all.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    found = [text[q.inner_start : q.inner_end] for q in find_quotations(article(text))]
    assert found == expected


def test_depth_counts_the_marks_around() -> None:
    found = find_quotations(article("“He said ‘help’ twice,” she said."))
    assert [q.depth for q in found] == [1, 2]


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_with_a_mark() -> None:
    first, second = find_quotations(article("“We checked it.\n“Then we checked again,” she said."))
    assert (first.continued, second.continued) == (True, False)


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    (only,) = find_quotations(article("“We checked it.\nThe road is open."))
    assert (only.inner_end, only.continued) == (15, False)


def test_a_block_quote_needs_no_marks() -> None:
    text = "She wrote:\nThe road is 'open'."
    found = find_quotations(article(text, ("body", "quote")))
    assert [(text[q.inner_start : q.inner_end], q.depth) for q in found] == [("The road is 'open'.", 1), ("open", 2)]


def test_furniture_has_no_quotations() -> None:
    assert find_quotations(article("“Subscribe now”", ("promo",))) == ()
