"""A resolver of coreference put in by name: found by its entry point, held to its contract."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs import read
from kg.articles_to_docs.coreference import resolvers
from kg.errors import KgError
from kg.records import Article, Block, Entity, Mention

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXT = "Maria Lund spoke. Norway left."
ARTICLE = Article("a", "a.txt", TEXT, published="2025-03-17", blocks=(Block("body", 0, len(TEXT)),))


def one_of_all(article: Article, doc: Doc, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:  # noqa: ARG001 - the contract
    """A toy: everything mentioned is one and the same, and so is every verb in the past."""
    verbs = tuple(Mention(t.text, t.idx, t.idx + len(t), "nominal") for t in doc if t.tag_ == "VBD")
    mentions = sorted((*(m for e in entities for m in e.mentions), *verbs), key=lambda m: m.start)
    return (replace(entities[0], mentions=tuple(mentions)),)


def no_mention(article: Article, doc: Doc, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:  # noqa: ARG001 - the contract
    return (replace(entities[0], mentions=()),)


def twice(article: Article, doc: Doc, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:  # noqa: ARG001 - the contract
    return (entities[0], entities[0])


def beside(article: Article, doc: Doc, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:  # noqa: ARG001 - the contract
    return (replace(entities[0], mentions=(Mention("Lund", 0, 4),)),)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    toys = (one_of_all, no_mention, twice, beside)
    points = EntryPoints(EntryPoint(toy.__name__, f"{__name__}:{toy.__name__}", resolvers.GROUP) for toy in toys)
    found = {toy.__name__: toy for toy in toys}
    monkeypatch.setattr(EntryPoint, "load", lambda self: found[self.name])
    monkeypatch.setattr(resolvers, "entry_points", lambda *, group: points.select(group=group))


def test_the_rules_are_no_resolver() -> None:
    assert resolvers.load_resolver("rules") is None


@pytest.mark.usefixtures("installed")
def test_an_unknown_name_is_told_with_those_there_are() -> None:
    with pytest.raises(KgError, match="no resolver 'neural' is installed: expected one of rules, beside, no_mention"):
        resolvers.load_resolver("neural")


@pytest.mark.model
@pytest.mark.usefixtures("installed")
def test_its_entities_are_the_readings(nlp: Language) -> None:
    (reading,) = read([ARTICLE], nlp, coreference="one_of_all")
    (entity,) = reading.entities
    assert [m.text for m in entity.mentions] == ["Maria Lund", "spoke", "Norway", "left"]
    assert reading.entity(reading.doc[2]) == entity


@pytest.mark.model
@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("name", "message"),
    [("no_mention", "has no mention"), ("twice", "have one id"), ("beside", "is not the text at 0-4")],
)
def test_what_breaks_the_contract_stops_the_run(nlp: Language, name: str, message: str) -> None:
    with pytest.raises(KgError, match=f"coreference resolver '{name}'.*{message}"):
        list(read([ARTICLE], nlp, coreference=name))
