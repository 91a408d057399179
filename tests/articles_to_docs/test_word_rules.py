"""The remembered rules answer as the pipeline's own components do, for every word."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.articles_to_docs.language import installed
from kg.articles_to_docs.word_rules import RULES, remember

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*.txt"))

SEVERAL = "C'm on, let's go: y'all gonna see it ain't so, and we've gotta tell 'em there's nothin' here."
"""Patterns of several words, and of words by a regular expression."""


@pytest.fixture(scope="module")
def untouched() -> Language:
    return installed()


@pytest.fixture(scope="module")
def remembering() -> Language:
    nlp = installed()
    remember(nlp)
    return nlp


def annotations(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.ent_type_) for t in doc]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_an_article_is_annotated_alike(path: Path, untouched: Language, remembering: Language) -> None:
    text = path.read_text(encoding="utf-8")
    assert annotations(remembering(text)) == annotations(untouched(text))


@pytest.mark.parametrize("text", [SEVERAL, SEVERAL.upper(), "On \n\n  line two, c'm", "is there it? She's there.", " "])
def test_words_with_rules_of_their_own_are_annotated_alike(
    text: str, untouched: Language, remembering: Language
) -> None:
    for _ in range(2):  # asked, and remembered
        assert annotations(remembering(text)) == annotations(untouched(text))


def test_the_components_are_replaced(remembering: Language) -> None:
    assert not set(RULES) & set(remembering.pipe_names)
    assert "newskg_word_rules" in remembering.pipe_names


@pytest.mark.parametrize("asked", [{"SHAPE": "Xxxx"}, {"LOWER": {"FUZZY": "gona"}}, {"LOWER": "x", "OP": "?"}])
def test_a_ruler_that_looks_at_more_is_left_alone(asked: dict[str, object]) -> None:
    nlp = installed()
    nlp.get_pipe("attribute_ruler").add([[asked]], {"LEMMA": "x"})  # type: ignore[attr-defined]
    remember(nlp)
    assert set(RULES) <= set(nlp.pipe_names)


def test_a_pipeline_without_the_two_is_left_alone() -> None:
    nlp = spacy.blank("en")
    remember(nlp)
    assert nlp.pipe_names == []
