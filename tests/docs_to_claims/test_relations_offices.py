"""Offices and how long they are held, homes, shares and parties, in plain text. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain import plain

from kg.articles_to_docs import read
from kg.docs_to_claims.relations import find_relations
from kg.records import Article, Block, Ref

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.records import Relation

pytestmark = pytest.mark.model


def found(nlp: Language, text: str) -> tuple[Relation, ...]:
    return find_relations(plain(nlp, text), ())


def held(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Holder and title of every office."""
    return [(r.subject.name, r.object.text) for r in found(nlp, text) if r.predicate == "holds_position"]


def ties(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Every tie to an entity."""
    every = found(nlp, text)
    return [(r.subject.name, r.predicate, r.object.name) for r in every if isinstance(r.object, Ref)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how many hold it is no part of an office
        ("Only two presidents have resigned: Ana Ruiz and Tomas Berg.",
         [("Ana Ruiz", "presidents"), ("Tomas Berg", "presidents")]),
        # fields of an office joined by "and"
        ("Oil and gas minister Ana Ruiz left early.", [("Ana Ruiz", "Oil and gas minister")]),
        ("Clinic and advocacy manager Ana Ruiz disagreed with the plan.",
         [("Ana Ruiz", "Clinic and advocacy manager")]),
        ("Deputy trade and industry minister Ana Ruiz spoke.",
         [("Ana Ruiz", "Deputy trade and industry minister")]),
        # … and what stands beside an office and is none of it
        ("Rebels and army chief Tomas Berg met.", [("Tomas Berg", "army chief")]),
        ("He resigned last night and President Ana Ruiz agreed.", [("Ana Ruiz", "President")]),
        ("Early opponent MP Tanya Stone said the bill was better.", [("Tanya Stone", "MP")]),
        ("The Lisbon-born singer Ana Ruiz performed.", [("Ana Ruiz", "singer")]),
        # an office and its body before the name
        ("US Secretary of State Ana Ruiz met President of Denmark Tomas Berg.",
         [("Ana Ruiz", "US Secretary of State"), ("Tomas Berg", "President of Denmark")]),
        ("The director for the Berg campaign, Ana Ruiz, resigned.", [("Ana Ruiz", "director for the Berg campaign")]),
        ("District Magistrate Ana Ruiz and Treasury Undersecretary Tomas Berg met.",
         [("Ana Ruiz", "District Magistrate"), ("Tomas Berg", "Treasury Undersecretary")]),
        ("Hapless minister Ana Ruiz quit.", [("Ana Ruiz", "minister")]),
        # of two described persons each has one office
        ("The spokesman, Ana Ruiz, met the journalist and the mayor, Tomas Berg.",
         [("Ana Ruiz", "spokesman"), ("Tomas Berg", "mayor")]),
        ("Tomas Berg resigned as governor of Norvia and Ana Ruiz was sworn in as governor.",
         [("Tomas Berg", "governor of Norvia"), ("Ana Ruiz", "governor")]),
        # nobody holds what they would only become
        ("It helped Ana Ruiz become a better player.", []),
        ("Ana Ruiz would become the first president of Denmark.", []),
    ],
)  # fmt: skip
def test_titles(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert held(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "status", "certainty", "value"),
    [
        ("Ana Ruiz resigned as finance minister on Monday.", "occurred", "certain", "../2025-03-17"),
        ("Tomas Berg stepped down as chairman of Brilla in 2019.", "occurred", "certain", "../2019"),
        ("Ana Ruiz was appointed chief executive of Brilla in January.", "ongoing", "certain", "2025-01/.."),
        ("Carla Stone took over as coach of Alder Rovers in 2020.", "ongoing", "certain", "2020/.."),
        ("Tomas Berg became president of Denmark in 2005.", "occurred", "certain", "2005/.."),
        ("He had served President Ana Ruiz in that post since 2017.", "ongoing", "certain", None),
        ("Tomas Berg stole money while serving as unpaid treasurer of Alder House.", "occurred", "certain", None),
        ("Carla Stone, newly hired as finance manager, found it.", "ongoing", "certain", None),
        ("Vice President-elect Ana Ruiz met them.", "planned", "certain", None),
        ("Tomas Berg is no longer the head of Nexora Group.", "occurred", "certain", None),
        ("Tomas Berg is reportedly the head of Nexora Group.", "ongoing", "probable", None),
    ],
)
def test_how_long_and_how_surely(nlp: Language, text: str, status: str, certainty: str, value: str | None) -> None:
    (office,) = (r for r in found(nlp, text) if r.predicate == "holds_position")
    told = office.time.value if office.time is not None else None
    assert (office.status, office.certainty, told) == (status, certainty, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose an organisation is, and where it lies
        ("Danish shipping group Brennmark Group has raised its bid.", [("Brennmark Group", "nationality", "Denmark")]),
        ("The Lisbon-based bank Nexora Group closed.", [("Nexora Group", "located_in", "Lisbon")]),
        ("A man was flown to a hospital in Berlin, Germany, with pneumonia.", [("Berlin", "located_in", "Germany")]),
        ("The American Broadcasting Company (ABC) paid.", []),
        ("Danish state-owned bank Nexora Group was hit.",
         [("Denmark", "owns", "Nexora Group"), ("Nexora Group", "nationality", "Denmark")]),
        # shares
        ("Nexora Group owns 31% of Brilla Bank.", [("Nexora Group", "owns", "Brilla Bank")]),
        ("Nexora Group, which holds a stake in Brilla Bank, lost.", [("Nexora Group", "owns", "Brilla Bank")]),
        ("Nexora Group controls most of the votes.", []),
        # people and their bodies
        ("Ana Ruiz and her party, the Green Party, lost the vote.", [("Ana Ruiz", "member_of", "Green Party")]),
        ("BBC's Carla Stone said the war goes on.", [("Carla Stone", "works_for", "BBC")]),
        ("In 2009 she joined the Green Party (GP), then led by Tomas Berg.",
         [("Tomas Berg", "leads", "Green Party")]),
        ("The Lisbon-born singer Ana Ruiz performed.", [("Ana Ruiz", "born_in", "Lisbon")]),
        ("Tomas Berg sold his holding company, Orvo Group, on Monday.", [("Tomas Berg", "owns", "Orvo Group")]),
        # what is denied or doubted is no tie
        ("Tomas Berg was not responsible for creating Nexora Group.", []),
        ("Tomas Berg was reputedly responsible for creating Nexora Group.", []),
        ("Tomas Berg denied founding Nexora Group.", []),
    ],
)  # fmt: skip
def test_ties(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The opposition has called for Tomas Berg to quit as leader of the Reform Party.", "ongoing"),
        ("Tomas Berg quit as leader of the Reform Party on Monday.", "occurred"),
    ],
)
def test_who_is_asked_to_leave_an_office_holds_it(nlp: Language, text: str, status: str) -> None:
    (office,) = (r for r in found(nlp, text) if r.predicate == "holds_position")
    assert (office.subject.name, office.status) == ("Tomas Berg", status)


def test_who_is_asked_to_serve_in_an_office_does_not_hold_it(nlp: Language) -> None:
    assert held(nlp, "The party has called for Tomas Berg to serve as treasurer of the fund.") == []


def test_a_headlines_comma_joins_two(nlp: Language) -> None:
    head, body = "Minister, Ana Ruiz meet in Oslo", "Ana Ruiz met the minister on Monday."
    blocks = (Block("headline", 0, len(head)), Block("body", len(head) + 1, len(head) + 1 + len(body)))
    (article,) = read([Article("a", "a.txt", f"{head}\n{body}", published="2025-03-17", blocks=blocks)], nlp)
    assert [r for r in find_relations(article, ()) if r.predicate == "holds_position"] == []
