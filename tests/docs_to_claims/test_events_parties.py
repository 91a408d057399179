"""Who takes part where the tree hides it: control, headlines, nouns of what befalls, wrongly hung subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import named
from readings import reading

from kg.docs_to_claims.events import find_events

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("marked", "trigger", "expected"),
    [
        # control
        (
            "[Ana Ruiz|person] advised [residents|group] of the town to leave.",
            "leave",
            {("agent", "residents")},
        ),
        ("[Norland|country] asked for [both sides|group] to leave.", "leave", {("agent", "both sides")}),
        (
            "They used [data|other] collected by tagging individual [seals|group].",
            "tagging",
            {("patient", "seals")},
        ),
        ("[Passengers|group] are screened to protect [pilots|group].", "protect", {("patient", "pilots")}),
        (
            "[Troops|group] were deployed to protect [pilots|group].",
            "protect",
            {("agent", "Troops"), ("patient", "pilots")},
        ),
        (
            "[The decree|law_or_treaty] did not mandate filing [a report|work].",
            "filing",
            {("patient", "a report")},
        ),
        (
            "[Ana Ruiz|person] was famous for painting [ships|product].",
            "painting",
            {("agent", "Ana Ruiz"), ("patient", "ships")},
        ),
        # two participles, one of them mistaken for a past tense or a passive
        (
            "[Ana Ruiz|person] was airlifted to Alder, and transferred to a clinic.",
            "transferred",
            {("patient", "Ana Ruiz")},
        ),
        (
            "[The study|work], published on Thursday, employed [new methods|other].",
            "employed",
            {("agent", "The study"), ("patient", "new methods")},
        ),
        # headlines
        (
            "[Norland|country] to close [two plants|facility]",
            "close",
            {("agent", "Norland"), ("patient", "two plants")},
        ),
        ("[Tomas Berg|person] detained in Alder", "detained", {("patient", "Tomas Berg")}),
        ("[Norland|country] attacked by [rebels|group]", "attacked", {("patient", "Norland"), ("agent", "rebels")}),
        ("[Tomas Berg|person] falls in Alder: Norpress meets [Ana Ruiz|person]", "falls", {("patient", "Tomas Berg")}),
        # subjects that the parser hangs elsewhere
        (
            "On Friday, on Route 2 in Alder, [a truck|product] and [a group of ten bikes|group] collided.",
            "collided",
            {("patient", "a truck"), ("patient", "a group of ten bikes")},
        ),
        (
            "[The roof of Alder cathedral|facility] in the capital [Lisbon|place] collapsed yesterday.",
            "collapsed",
            {("patient", "The roof of Alder cathedral")},
        ),
        # whom a noun's act befalls
        ("The death shocked Alder. [Ana Ruiz|person]'s murder did, too.", "murder", {("patient", "Ana Ruiz")}),
        (
            "[Ana Ruiz|person]'s arrest of [two men|group] drew anger.",
            "arrest",
            {("agent", "Ana Ruiz"), ("patient", "two men")},
        ),
        (
            "The [police|organization] shooting of [Tomas Berg|person] drew anger.",
            "shooting",
            {("agent", "police"), ("patient", "Tomas Berg")},
        ),
        ("[The phone|product]'s launch was late.", "launch", {("patient", "The phone")}),
        ("[A woman|person] had minor injuries.", "injuries", {("patient", "A woman")}),
        ("[Norland|country] resists changes to [the Court|organization].", "changes", {("patient", "the Court")}),
        (
            "[Ana Ruiz|person] vowed support for [Norland|country].",
            "support",
            {("agent", "Ana Ruiz"), ("patient", "Norland")},
        ),
        # things that only cost, lead to or except something
        ("[The programme|other] costs $99.", "costs", {("patient", "The programme")}),
        (
            "[Ana Ruiz|person] turned to [the study of law|other].",
            "turned",
            {("agent", "Ana Ruiz"), ("participant", "the study of law")},
        ),
        (
            "[Norland|country] banned [all ships|product], with [the exception of tugs|other].",
            "banned",
            {("agent", "Norland"), ("patient", "all ships")},
        ),
        (
            "[Orvo|organization] sold [the plant|facility] for [$2 million|other].",
            "sold",
            {("agent", "Orvo"), ("patient", "the plant"), ("instrument", "$2 million")},
        ),
        (
            "[Orvo|organization] today named [Ana Ruiz|person] as its chief.",
            "named",
            {("agent", "Orvo"), ("patient", "Ana Ruiz")},
        ),
        (
            "[Norland|country] swamped by [orders|other] for ships",
            "swamped",
            {("patient", "Norland"), ("agent", "orders")},
        ),
        # a count, and a list that a semicolon ends
        (
            "[Rebels|group] have kidnapped up to 16 [aid workers|group].",
            "kidnapped",
            {("agent", "Rebels"), ("patient", "aid workers")},
        ),
        (
            "[Ana Ruiz|person] painted [the wreck|product], with [some men|group], both young and old, left behind.",
            "painted",
            {("agent", "Ana Ruiz"), ("patient", "the wreck")},
        ),
        # what a preposition leads to, and what is only asked
        (
            "[A charity|organization] renames its ship after drowned Norland [toddler|person]",
            "drowned",
            {("patient", "toddler")},
        ),
        (
            "[Ruiz|person], when asked whether they met to see who may have caught [measles|other], left.",
            "caught",
            {("patient", "measles")},
        ),
        # whom a thing stands for
        (
            "[Norland|country] shelled positions of [the rebels|group].",
            "shelled",
            {("agent", "Norland"), ("patient", "the rebels")},
        ),
        (
            "[Norland|country] announced a suspension of air links with [Vesterland|country].",
            "suspension",
            {("agent", "Norland"), ("patient", "Vesterland")},
        ),
        (
            "[The union|organization] rioted over a bill signed by [Ana Ruiz|person].",
            "rioted",
            {("agent", "The union"), ("patient", "Ana Ruiz")},
        ),
        (
            "[Ana Ruiz|person] reneged on a promise to [the nurses|group].",
            "reneged",
            {("agent", "Ana Ruiz"), ("recipient", "the nurses")},
        ),
    ],
)
def test_parties(nlp: Language, marked: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    found = [
        e for e in find_events(reading(nlp, marked), ()) if trigger in (*named(e).split(), *e.trigger.text.split())
    ]
    assert found, marked
    assert {(r.role, r.ref.name) for r in found[0].roles} == expected
