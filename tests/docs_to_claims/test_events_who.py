"""Who takes part: joint phrases, things that undergo what they do, posts, places beside event nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import named
from readings import reading

from kg.docs_to_claims.events import find_events

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def roles(nlp: Language, marked: str, trigger: str) -> set[tuple[str, str]]:
    """The (role, name) pairs of the event with this trigger."""
    found = [e for e in find_events(reading(nlp, marked), ()) if trigger in (named(e), e.trigger.text)]
    assert len(found) == 1, [named(e) for e in found]
    return {(r.role, r.ref.name) for r in found[0].roles}


@pytest.mark.parametrize(
    ("marked", "trigger", "expected"),
    [
        # a thing without anything it acts upon undergoes the change; an actor does what it does
        ("[The films|work] will retail at $20 each.", "retail", {("patient", "The films")}),
        ("[Ana Ruiz|person] sneezed.", "sneezed", {("agent", "Ana Ruiz")}),
        # what an act is about undergoes it, if it is a known thing
        (
            "[Ana Ruiz|person] has withdrawn [the bill|law_or_treaty].",
            "withdrawn",
            {("agent", "Ana Ruiz"), ("patient", "the bill")},
        ),
        # the company before a noun of its own acts
        ("[Orvo Motors|organization] sales fell.", "sales", {("agent", "Orvo Motors")}),
        # both sides of "between" do it
        (
            "A clash between [rebels|group] and [soldiers|group] shocked Alder.",
            "clash",
            {("agent", "rebels"), ("agent", "soldiers")},
        ),
        # a zone does not patrol; a post undergoes nothing; the site of a loss of jobs neither
        (
            "[Norland|country] held a joint patrol of [the zone|place].",
            "joint patrol",
            {("agent", "Norland"), ("patient", "the zone")},
        ),
        ("[Ana Ruiz|person] left [her post|other] on Monday.", "left her post", {("agent", "Ana Ruiz")}),
        (
            "[Orvo Motors|organization] will cut [300 jobs|other] at [Lindt Works|organization].",
            "cut",
            {("agent", "Orvo Motors"), ("patient", "300 jobs")},
        ),
        # where a launch was to start from is not whose launch it is
        ("[Orvo Space|organization] cancelled a launch from [Alder|place].", "cancelled", {("agent", "Orvo Space")}),
        # the subject of a relative clause with "whose"
        (
            "Criticism came from [the Alder League|organization], whose chairwoman, [Mara Bram|person], "
            "accused [the government|organization] of lying.",
            "accused",
            {("agent", "Mara Bram"), ("patient", "the government")},
        ),
        # a series of attacks is carried by its verb
        (
            "[Rebels|group] launched a series of attacks on [Norland|country].",
            "attacks",
            {("agent", "Rebels"), ("patient", "Norland")},
        ),
        # "who" is somebody, not the place named last
        (
            "In third was [Tom Holt|person], [the mayor=Tom Holt] of [Austin|place], Texas, who won 26 delegates.",
            "won",
            {("agent", "Tom Holt")},
        ),
        # the first of "neither A nor B", also where it is not parsed as a subject
        (
            "Neither [Aldous|person] nor [Tran|person] has been prosecuted.",
            "prosecuted",
            {("patient", "Aldous"), ("patient", "Tran")},
        ),
        # who plays host plays no match
        (
            "[Norland|country] played host to [the fair|other].",
            "played",
            {("agent", "Norland"), ("patient", "the fair")},
        ),
        (
            "[Norland|country] launched ten days of war games.",
            "war games",
            {("agent", "Norland")},
        ),
    ],
)
def test_roles(nlp: Language, marked: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(nlp, marked, trigger) == expected


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        # a verb and the noun it carries are one event, and so are two nouns of one act
        ("[Rebels|group] launched a series of attacks on [Norland|country].", ["attacks"]),
        ("[Norland|country] wants a memorandum of understanding with [Orvo|organization].", ["wants", "memorandum"]),
        # who is named to nothing is only identified
        ("[The victim|person] has not been named.", []),
        ("[Ana Ruiz|person] was named chairwoman.", ["named"]),
        # to call a deal a truce is to deal with nobody
        ("[Ana Ruiz|person] called the deal a surrender.", []),
    ],
)
def test_triggers(nlp: Language, marked: str, told: list[str]) -> None:
    assert [named(e) for e in find_events(reading(nlp, marked), ())] == told


def test_joint_phrase_gives_every_member(nlp: Language) -> None:
    from kg.articles_to_docs import read
    from kg.records import Article

    text = "Orvo Motors has signed a pact with Lindt Group. Under it the two companies will test 40 buses in Oslo."
    (found,) = read([Article("a", "a.txt", text, published="2025-03-17", published_from="metadata")], nlp)
    (event,) = [e for e in find_events(found, ()) if named(e) == "test"]
    agents = {r.ref.name for r in event.roles if r.role == "agent"}
    assert agents == {"Orvo Motors", "Lindt Group"}
