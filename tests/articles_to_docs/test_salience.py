"""Whom "it" and "they" mean where several could be meant, nameless things too. All sentences are invented."""

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


def owners(found: tuple[Entity, ...], text: str, words: str) -> list[str]:
    """The names of all entities that have the mention ``words`` (its last occurrence in the text)."""
    at = text.rindex(words)
    return [e.name for e in found for m in e.mentions if m.start == at and m.text == words]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # a deed that only a body does is not the report's
        ("Orion Foods Plc read the report. It denied the claims.", "It", "Orion Foods Plc"),
        ("Orion Foods Plc said it would appeal.", "it", "Orion Foods Plc"),
        # the understood subject of an infinitive or gerund owns what follows
        ("Orion Foods Plc forced Kemsley Holdings Plc to lower its prices.", "its", "Kemsley Holdings Plc"),
        ("Orion Foods Plc hired Kemsley Holdings Plc to guard its depots.", "its", "Orion Foods Plc"),
        ("The chairman accused Orion Foods Plc of breaking its word.", "its", "Orion Foods Plc"),
        # who speaks for a body
        ("A Norway spokesman said it would pay.", "it", "Norway"),
        # not the subject of one's own deed
        ("Norway said rivals attacked it.", "it", "Norway"),
        ("The rockets hit the villagers. They fled.", "They", "villagers"),
        ("The police searched the car. They found it empty.", "They", "police"),
        ("The captain thanked the sailors and their families.", "their", "sailors"),
        ("Some of the sailors sold their boats.", "their", "sailors"),
        ("The Harbour Agency praised the team. Its director spoke.", "Its", "Harbour Agency"),
        # a cue behind a quotation is not the one named in it
        ("“Peter Dahl lied,” Karl Holt said. “Dahl lied,” he added.", "he", "Karl Holt"),
    ],
)
def test_the_most_salient_is_meant(nlp: Language, text: str, words: str, name: str) -> None:
    assert owners(entities(nlp, text), text, words) == [name]


@pytest.mark.parametrize(
    ("text", "words", "not_name"),
    [
        ("The board rejected the report because it was too long.", "it", "board"),
        ("The senate voted on the bill. It was signed on Friday.", "It", "senate"),
        ("Kemsley Holdings Plc sold the ship before it sank.", "it", "Kemsley Holdings Plc"),
        ("The rockets hit the villagers. They were old.", "They", "villagers"),
        ("“It will not work,” said Karl Holt of Norway.", "It", "Norway"),
        ("Norway is rich. It was Maria Lund who paid.", "It", "Norway"),
        ("Norway makes it clear that prices rose.", "it", "Norway"),
        ("Norway is rich. It feels great to win.", "It", "Norway"),
        ("Debt is its problem, said Orion Foods Plc.", "its", "Debt"),
        ("The villagers saw the soldiers. They were hungry.", "They", "soldiers"),
    ],
)
def test_what_is_unclear_is_left_out(nlp: Language, text: str, words: str, not_name: str) -> None:
    assert not_name not in owners(entities(nlp, text), text, words)


def test_a_pronoun_may_mean_a_thing_that_has_no_name(nlp: Language) -> None:
    text = "A tall mast fell on Friday. It weighed two tons."
    assert owners(entities(nlp, text), text, "It") == ["tall mast"]
