"""Coreference: which pronouns and descriptions mean whom, and which are left alone. All sentences are invented."""

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


def owner(found: tuple[Entity, ...], text: str, words: str) -> str | None:
    """The name of the entity that has the mention ``words`` (its last occurrence in the text)."""
    at = text.rindex(words)
    return next((e.name for e in found for m in e.mentions if m.start == at and m.text == words), None)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # agreement in gender and number
        ("Maria Lund met Karl Holt. She was pleased.", "She", "Maria Lund"),
        ("Maria Lund met Karl Holt. He was pleased.", "He", "Karl Holt"),
        ("The soldiers saw Karl Holt. They ran away.", "They", "soldiers"),
        # the subject before others, the last speaker before others
        ("Karl Holt met Peter Dahl in Oslo. He left on Friday.", "He", "Karl Holt"),
        ("Karl Holt said it was late. He blamed Peter Dahl. He also said more.", "He", "Karl Holt"),
        # an object is not its own subject, a reflexive is
        ("Peter Dahl came. Karl Holt praised him.", "him", "Peter Dahl"),
        ("Peter Dahl came. Karl Holt praised himself.", "himself", "Karl Holt"),
        # possessives
        ("Kemsley Holdings Plc raised its offer.", "its", "Kemsley Holdings Plc"),
        ("Maria Lund sold her boat.", "her", "Maria Lund"),
        # a relative pronoun takes up its noun
        ("The guard, who was hurt, went home.", "who", "guard"),
        ("Norway, which is rich, paid.", "which", "Norway"),
    ],
)
def test_pronouns(nlp: Language, text: str, words: str, name: str) -> None:
    assert owner(entities(nlp, text), text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway is rich. It is clear that prices rose.", "It"),
        ("Norway is rich. It rained on Friday.", "It"),
        ("Prices rose. He was not pleased.", "He"),
        ("Maria Lund came. They were late.", "They"),
        ("Norway is rich. “I am glad,” he said.", "he"),
        ("Karl Holt accused Peter Dahl of theft. He denied it.", "He"),
        ("Karl Holt arrested Peter Dahl. He was fined.", "He"),
        ("A judge sentenced a doctor on Friday. He was fined.", "He"),
    ],
)
def test_what_is_left_alone(nlp: Language, text: str, words: str) -> None:
    assert owner(entities(nlp, text), text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # the role the text gave
        ("Envoy Karl Holt met Maria Lund. The envoy left on Friday.", "The envoy", "Karl Holt"),
        ("Karl Holt, the Danish envoy, met Maria Lund. Then the envoy left.", "the envoy", "Karl Holt"),
        ("Maria Lund, 54, was arrested. The 54-year-old denied it.", "The 54-year-old", "Maria Lund"),
        # apposition and copula
        ("Karl Holt, a guard, was hurt.", "a guard", "Karl Holt"),
        ("The judge, Maria Lund, agreed.", "The judge", "Maria Lund"),
        ("Karl Holt is the mayor of Oslo.", "the mayor of Oslo", "Karl Holt"),
        # kin are told apart from those they belong to, and taken up again
        ("Peter Dahl spoke. His wife was hurt. The wife said more.", "The wife", "His wife"),
        ("Maria Lund met her brother Karl. His wife, Ana, left. The wife said more.", "The wife", "Ana"),
        # the same noun again
        ("A witness saw nine soldiers. The witness ran; the soldiers stayed.", "the soldiers", "nine soldiers"),
        ("A boat sank. The boat was new.", "The boat", "boat"),
        # the only one of its kind near by
        ("Kemsley Holdings Plc grew. The company sold two ships.", "The company", "Kemsley Holdings Plc"),
        ("Norway paid. The country is rich.", "The country", "Norway"),
    ],
)
def test_descriptions(nlp: Language, text: str, words: str, name: str) -> None:
    assert owner(entities(nlp, text), text, words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # two that fit equally well: an entity of its own
        ("Envoy Karl Holt met envoy Maria Lund. The envoy left.", "The envoy"),
        ("Kemsley Holdings Plc and Vantor Group Plc merged. The company grew.", "The company"),
        # another modifier, another one
        ("A French envoy came. The Danish envoy left.", "The Danish envoy"),
        ("A witness spoke. A witness left.", "A witness"),
    ],
)
def test_descriptions_of_their_own(nlp: Language, text: str, words: str) -> None:
    found = entities(nlp, text)
    at = text.rindex(words)
    (mine,) = [e for e in found if any(m.start == at and m.text == words for m in e.mentions)]
    assert mine.mentions[0].start == at


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Russian troops left the town.", "Russian troops", "group"),
        ("Nine soldiers were hurt.", "Nine soldiers", "group"),
        ("A security guard was hurt.", "security guard", "person"),
        ("The foreign ministry denied it.", "foreign ministry", "organization"),
        ("Friends of the lost sailors marched.", "Friends of the lost sailors", "group"),
        ("Hundreds of pilgrims marched.", "Hundreds of pilgrims", "group"),
        ("Both clubs were fined.", "Both clubs", "group"),
        ("Police searched two buses.", "two buses", "product"),
        ("The injured were taken away.", "injured", "group"),
    ],
)
def test_described_participants(nlp: Language, text: str, name: str, kind: str) -> None:
    (entity,) = [e for e in entities(nlp, text) if e.name == name]
    assert (entity.type, entity.mentions[0].kind) == (kind, "nominal")


@pytest.mark.parametrize(
    "text",
    [
        "He took office by car.",
        "There was no agreement.",
        "Votes for president fell.",
        "A couple of attacks took place.",
    ],
)
def test_no_participant_in_particular(nlp: Language, text: str) -> None:
    assert not [e for e in entities(nlp, text) if e.mentions[0].kind == "nominal"]


def test_kin_are_named_as_written_and_by_their_owner(nlp: Language) -> None:
    found = entities(nlp, "Maria Lund came late. Her brother was angry.")
    (brother,) = [e for e in found if e.name == "Her brother"]
    assert brother.aliases == ("Maria Lund’s brother",)
    assert brother.type == "person"
