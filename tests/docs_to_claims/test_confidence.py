"""Confidence: more evidence, more of it; always between its limits. All sentences are invented."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from readings import reading

from kg.docs_to_claims import claims
from kg.docs_to_claims.confidence import LEAST, MOST, calibrated, factors, make_evidence, weights
from kg.ontology import folder
from kg.records import Event, Relation, Statement

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"


def told(nlp: Language, marked: str, kind: type[Event] | type[Statement] | type[Relation]) -> list[float]:
    """The confidences of the claims of one kind."""
    return [c.confidence for c in claims(reading(nlp, marked)) if isinstance(c, kind)]


@pytest.mark.parametrize(
    ("surer", "weaker"),
    [
        (f"{R} met {B}.", f"{R} serenaded {B}."),  # a verb of the lexicon, a verb nobody listed
        (f"{R} met {B} in [Lisbon|place].", f"{R} met {B}."),  # with its place
        (f"{R} arrested [the thief|person].", "[The umbrella|other] fell."),  # somebody, or only a thing
    ],
)
def test_more_evidence_makes_a_claim_surer(nlp: Language, surer: str, weaker: str) -> None:
    assert told(nlp, surer, Event)[0] > told(nlp, weaker, Event)[0]


def test_a_named_speaker_is_surer_than_a_thing_that_says(nlp: Language) -> None:
    somebody = told(nlp, f"{R} said that the bridge was closed on Friday.", Statement)
    thing = told(nlp, "[The leaflet|work] said that the bridge was closed on Friday.", Statement)
    assert somebody[0] > thing[0]


def test_confidence_stays_between_its_limits(nlp: Language) -> None:
    text = f"{R} met {B} in [Lisbon|place]. {B} said that {R} had left. [The umbrella|other] might fall."
    found = [c.confidence for c in claims(reading(nlp, text)) if isinstance(c, Event | Statement | Relation)]
    assert len(found) >= 4
    assert all(LEAST <= c <= MOST and round(c, 2) == c for c in found)


def test_factors_are_names_in_a_fixed_order_and_each_once(nlp: Language) -> None:
    read = reading(nlp, f"{R} met {B} in [Lisbon|place].")
    evidence = make_evidence(read)
    (event,) = (c for c in claims(read) if isinstance(c, Event))
    assert factors(evidence, event)[0] == "consult"
    assert len(set(factors(evidence, event))) == len(factors(evidence, event))
    assert calibrated(evidence, event) == calibrated(evidence, event)


def test_weights_are_numbers_for_each_kind_of_claim() -> None:
    table = tomllib.loads((folder() / "confidence.toml").read_text(encoding="utf-8"))
    assert sorted(table) == ["event", "relation", "statement"]
    assert all("base" in table[kind] and len(table[kind]) > 5 for kind in table)
    assert weights() == table
