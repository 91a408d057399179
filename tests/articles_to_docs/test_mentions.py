"""Mentions: every one is a stretch of its article; numbers, "neither" and speakers of quotations as participants."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs import read
from kg.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.articles_to_docs.reading import Reading

pytestmark = pytest.mark.model

EXAMPLES = Path(__file__).parents[2] / "examples"


def read_one(nlp: Language, text: str) -> Reading:
    (found,) = read([Article("a", "a.txt", text, published="2025-03-17", published_from="metadata")], nlp)
    return found


def mentions(found: Reading, name: str) -> list[str]:
    return [m.text for e in found.entities if e.name == name for m in e.mentions]


def test_mentions_are_stretches_of_the_example_articles(nlp: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]
    assert texts
    for text in texts:
        found = read_one(nlp, text)
        for entity in found.entities:
            for m in entity.mentions:
                assert m.start < m.end
                assert found.article.text[m.start : m.end] == m.text


def test_a_relative_before_its_noun_is_no_complement(nlp: Language) -> None:
    found = read_one(nlp, "Police questioned Ana Ruiz, whom Ben Holt exchanged hundreds of letters with over a decade.")
    assert all(m.start < m.end for e in found.entities for m in e.mentions)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb killed 12 and wounded at least 30 in Oslo.", ["12", "at least 30"]),
        ("Sailors rescued 50 people and the Norwegian Navy saved 200 more.", ["50 people", "200 more"]),
        ("The company sold 12 and paid 30 in Oslo.", []),
    ],
)
def test_numbers_of_people(nlp: Language, text: str, names: list[str]) -> None:
    found = read_one(nlp, text)
    assert [e.name for e in found.entities if e.type == "group" and any(c.isdigit() for c in e.name)] == names


def test_neither_of_two(nlp: Language) -> None:
    found = read_one(nlp, "On Monday Lund met Holt in Oslo. Neither leader spoke. Neither company agreed.")
    assert not any(e.name.startswith("Neither") for e in found.entities)


def test_two_that_sign_with_each_other(nlp: Language) -> None:
    found = read_one(nlp, "Orvo Motors has signed a pact with Lindt Group. The two companies will test buses in Oslo.")
    assert mentions(found, "Orvo Motors") == ["Orvo Motors", "The two companies"]
    assert mentions(found, "Lindt Group") == ["Lindt Group", "The two companies"]


@pytest.mark.parametrize(
    "text",
    [
        "Anton Vance testified on Monday. “He had a key,” Vance said.",
        "Anton Vance testified on Monday. “I left early,” Vance said. “He had a key.”",
    ],
)
def test_he_in_a_quotation_is_not_its_speaker(nlp: Language, text: str) -> None:
    assert "He" not in mentions(read_one(nlp, text), "Anton Vance")
