"""Every sense of the event lexicon is found in its own example by the whole extraction."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.articles_to_docs import read
from kg.docs_to_claims import claims
from kg.ontology import folder, lexicon
from kg.records import Article, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

pytestmark = pytest.mark.model

FLOORS: dict[str, float] = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "floors.toml").read_text(encoding="utf-8")
)["lexicon"]
POS = ("verb", "noun", "adjective")
Case = tuple[str, dict[str, Any], tuple[Event, ...]]
"""The root type and a sense of it, and the events found in its example."""


def senses() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((folder() / "lexicon" / "events").glob("*.toml")):
        for sense in lexicon(f"events/{path.stem}")["sense"]:
            yield path.stem, sense


@pytest.fixture(scope="module")
def cases(nlp: Language) -> list[Case]:
    """Every example as an article of its own, read in one batch."""
    found = list(senses())
    articles = [
        Article(f"x{i}", f"x{i}.txt", sense["example"], published="2025-03-17") for i, (_, sense) in enumerate(found)
    ]
    events = [
        tuple(record for record in claims(reading) if isinstance(record, Event)) for reading in read(articles, nlp)
    ]
    return [(root, sense, told) for (root, sense), told in zip(found, events, strict=True)]


def shows(root: str, sense: dict[str, Any], event: Event) -> bool:
    """Whether the event is of the sense's type and its trigger the sense's word, or the object that the verb carries.

    "Held talks" is one event, whose trigger may be the verb or the noun.
    """
    word = next(sense[pos] for pos in POS if pos in sense).lower()
    allowed = {word, *sense.get("object", ()), *sense.get("pobj", ())}
    if "verb" in sense:
        allowed.add(word.split()[0])
    return event.type == root and event.lemma.lower() in allowed


def missed(cases: list[Case]) -> list[str]:
    return [
        f"{root} {next(f'{pos} {sense[pos]!r}' for pos in POS if pos in sense)}: {sense['example']} "
        f"-> {[(e.type, e.trigger.text) for e in events]}"
        for root, sense, events in cases
        if not any(shows(root, sense, event) for event in events)
    ]


def test_the_share_of_examples_that_show_their_sense(cases: list[Case]) -> None:
    failing = missed(cases)
    assert 1 - len(failing) / len(cases) >= FLOORS["examples"], "\n".join(failing)


def test_the_share_of_examples_told_as_real(cases: list[Case]) -> None:
    told = [
        (event.status, sense["example"])
        for root, sense, events in cases
        for event in events
        if shows(root, sense, event)
    ]
    unreal = [f"{status}: {example}" for status, example in told if status not in ("occurred", "ongoing")]
    assert 1 - len(unreal) / len(told) >= FLOORS["real"], "\n".join(unreal)
