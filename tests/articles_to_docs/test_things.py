"""Everyday things: which noun phrases become entities, of which type, which point back. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs.entities import find_entities
from kg.articles_to_docs.language import parse
from kg.records import Article, Block, Entity

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def entities(nlp: Language, text: str) -> tuple[Entity, ...]:
    ((article, doc),) = parse([Article("a", "a.txt", text, blocks=(Block("body", 0, len(text)),))], nlp)
    return find_entities(article, doc, ())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Maria Lund burned a letter.", "letter", "work"),
        ("The senate rejected a pension bill.", "pension bill", "law_or_treaty"),
        ("Karl Holt left the scene.", "scene", "place"),
        ("Karl Holt was treated in the ward.", "ward", "facility"),
        ("Maria Lund swallowed a button.", "button", "other"),
        ("Karl Holt stole $6 million.", "$6 million", "other"),
        ("The county announced plant closures.", "plant", "facility"),
    ],
)
def test_things_are_entities_of_the_kind_their_noun_names(nlp: Language, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(e.name, e.type) for e in entities(nlp, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lund spoke in person.",  # a manner
        "Maria Lund waited for a while.",  # a measure of time
        "Maria Lund had no umbrella.",  # none there is
        "Maria Lund watched the attack.",  # an event is a claim, not a thing
        "Maria Lund changed her opinion.",  # a thought
    ],
)
def test_what_is_no_thing_is_left_out(nlp: Language, text: str) -> None:
    assert [e.name for e in entities(nlp, text)] == ["Maria Lund"]


def test_the_definite_phrase_points_back_to_the_same_thing(nlp: Language) -> None:
    found = entities(nlp, "The senate debated a bill on bees. A week later the bill was rejected.")
    assert [[m.text for m in e.mentions] for e in found if e.type == "law_or_treaty"] == [["a bill", "the bill"]]


def test_two_indefinite_things_are_two(nlp: Language) -> None:
    found = entities(nlp, "Maria Lund burned a letter. Karl Holt kept a letter.")
    assert len([e for e in found if e.name == "letter"]) == 2


def test_a_relative_pronoun_is_a_mention_of_its_thing(nlp: Language) -> None:
    found = entities(nlp, "Maria Lund repaired the umbrella that broke.")
    assert [[m.text for m in e.mentions] for e in found if e.name == "umbrella"] == [["the umbrella", "that"]]
