"""Lasting ties in plain text read the whole way: offices, addresses, parties. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain import plain

from kg.docs_to_claims.relations import find_relations
from kg.records import Ref

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

Tie = tuple[str, str, str]


def ties(nlp: Language, text: str) -> list[Tie]:
    found = find_relations(plain(nlp, text), ())
    return [(r.subject.name, r.predicate, r.object.name if isinstance(r.object, Ref) else r.object.text) for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each of a list has an office of their own, and nobody is called what somebody else is named
        ("Lund won the vote, edging attorney Karl Holm, performance artist Dag Frost and activist Adam Berg.",
         [("Karl Holm", "holds_position", "attorney"), ("Dag Frost", "holds_position", "performance artist"),
          ("Adam Berg", "holds_position", "activist")]),
        ("In 1966, Butcher, Ross and singer Erik Lindt, who was known from The Tides, formed a band.",
         [("Erik Lindt", "holds_position", "singer")]),
        ("The bank banned two other Nexora directors, Ana Ruiz and Tomas Berg.",
         [("Ana Ruiz", "holds_position", "Nexora directors"), ("Tomas Berg", "holds_position", "Nexora directors")]),
        # where an office begins
        ("The decree was signed by emergency United States President Tomas Berg.",
         [("Tomas Berg", "holds_position", "United States President")]),
        ("The brigade, whose commander Tomas Berg was killed, withdrew.", [("Tomas Berg", "holds_position",
         "commander")]),
        ("The decree was signed by Tomas Berg, then the Prime Minister of Norway.",
         [("Tomas Berg", "holds_position", "Prime Minister of Norway")]),
        ("The study was conducted by Mira Institute of Technology professor Dr Sara Lund and others.",
         [("Sara Lund", "holds_position", "Mira Institute of Technology professor")]),
        ("US president Trump ousts national security advisor Bolton",
         [("Bolton", "holds_position", "national security advisor")]),
        ("Male penguins pine: Norpress interviews biologist Nadia Holm", [("Nadia Holm", "holds_position",
         "biologist")]),
        ("The deputy US ambassador Karl Lund spoke.", [("Karl Lund", "holds_position", "deputy US ambassador")]),
        # where it ends
        ("Nico Basil, an Italian tennis player with current world ranking number 27, was arrested.",
         [("Nico Basil", "holds_position", "Italian tennis player"), ("Nico Basil", "nationality", "Italy")]),
        # wherever the parser hangs the name
        ("The mayor of Lisbon, Ana Ruiz, advised residents to leave.",
         [("Ana Ruiz", "holds_position", "mayor of Lisbon")]),
        # an address, a party, the lie of the land
        ("Bishop Anders Lund of Varnel, Denmark dies",
         [("Anders Lund", "holds_position", "Bishop"), ("Varnel", "located_in", "Denmark")]),
        ("White Hill is the county seat for Alder County, New York, which is also home to two cities.",
         [("Alder County", "located_in", "New York")]),
        ("He was taken to a hospital in Berlin, Charité.", [("Charité", "located_in", "Berlin")]),
        ("The firm challenged the ruling at the EU court in Luxembourg.", [("EU court", "located_in", "Luxembourg")]),
        ("He was held in Alder, a town in Peru's Mira region.",
         [("Alder", "located_in", "Peru's Mira region"), ("Mira", "located_in", "Peru")]),
        ("In this district the winners were Karl Holm and Ana Lund of respectively the Civic Party and the "
         "Green Party.",
         [("Karl Holm", "member_of", "Civic Party"), ("Ana Lund", "member_of", "Green Party")]),
        ("Pro-Norway LKP's Sara Lee and Karl Chow were elected. Gary Holm of LKP lost.",
         [("Sara Lee", "member_of", "LKP"), ("Karl Chow", "member_of", "LKP"), ("Gary Holm", "member_of", "LKP")]),
        # whose description stands between two names
        ("According to Sara Wynn, Hagan's former spokeswoman, Hagan died from a virus.",
         [("Sara Wynn", "holds_position", "Hagan's former spokeswoman")]),
        # kin and callings
        ("Ana Ruiz fled. Her husband, the conductor Tomas Berg, who died of cancer in May, had urged her not to run.",
         [("Tomas Berg", "family_of", "Ana Ruiz"), ("Tomas Berg", "holds_position", "conductor")]),
    ],
)  # fmt: skip
def test_ties(nlp: Language, text: str, expected: list[Tie]) -> None:
    assert ties(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The storm hit the San Francisco area of California.",  # the city lies in the state, and not the other way
        "Karl Lund was a major driver in the study.",  # a figure of speech
        "Norwegian doctor sentenced to 40 years for theft",  # nobody the article names
    ],
)
def test_no_tie(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == []


def test_no_state_lies_in_the_gulf_it_borders(nlp: Language) -> None:
    found = ties(nlp, "The governor of Louisiana, a U.S. state on the Gulf of Mexico, left.")
    assert ("Louisiana", "located_in", "Gulf of Mexico") not in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Congressman Karl Lund and former Alder governor and US Senator Erik Holm are running.", "occurred"),
        ("The House impeached President Erik Holm on Monday.", "ongoing"),
        ("The impeached President Erik Holm left on Monday.", "occurred"),
    ],
)
def test_whether_an_office_is_over(nlp: Language, text: str, status: str) -> None:
    assert [r.status for r in find_relations(plain(nlp, text), ()) if r.subject.name == "Erik Holm"] == [status]


def test_kinship_has_no_date_of_its_clause(nlp: Language) -> None:
    found = find_relations(plain(nlp, "Tomas Berg fell. In 2014 his sister Ana Ruiz followed in 2015."), ())
    assert [(r.predicate, r.time) for r in found] == [("family_of", None)]
