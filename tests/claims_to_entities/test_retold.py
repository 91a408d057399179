"""What one article tells twice: in its headline and lead, with a noun that points back, or as two occasions."""

from __future__ import annotations

from typing import Any

import pytest

from kg.claims_to_entities import resolve
from tests.claims_to_entities.told import Story, told

Claim = tuple[str, str, str, dict[str, Any]]  # sentence, trigger, type, more


def one(headline: Claim | None, *body: Claim, things: tuple[str, ...] = ()) -> int:
    """How many happenings an article tells of with these claims, the first of them above the text."""
    story = Story("a").entity("Norland", "country").entity("Nexora", "organization")
    for thing in things:
        story.entity(thing, "other", said="nominal")
    if headline:
        sentence, trigger, kind, more = headline
        story.event(story.headline(sentence), trigger, kind, **more)
    story.body()
    for sentence, trigger, kind, more in body:
        story.event(sentence, trigger, kind, **more)
    return len([s for s in resolve(told(story)).situations if s.kind == "event"])


HEADLINES: list[tuple[str, Claim, Claim, tuple[str, ...], int]] = [
    (
        "planned above and done below",
        ("Nexora to sell its yard", "sell", "transaction", {"agent": "Nexora", "status": "planned"}),
        ("Nexora has sold its yard.", "sold", "transaction", {"agent": "Nexora", "lemma": "sell"}),
        (),
        1,
    ),
    (
        "the same things by another word, for the same doer",
        (
            "Nexora plans to sell movies",
            "sell",
            "transaction",
            {"agent": "Nexora", "patient": "movies", "status": "planned"},
        ),
        (
            "Nexora is to sell films.",
            "sell",
            "transaction",
            {"agent": "Nexora", "patient": "films", "status": "planned"},
        ),
        ("movies", "films"),
        1,
    ),
    (
        "no doer above, the same number of the same things",
        ("900 stores to close", "close", "coerce", {"patient": "900 stores", "status": "planned"}),
        (
            "Nexora will close about 900 of its stores.",
            "close",
            "coerce",
            {"agent": "Nexora", "topic": "about 900 of its stores", "status": "planned"},
        ),
        ("900 stores",),
        1,
    ),
    (
        "another number of them",
        ("900 stores to close", "close", "coerce", {"patient": "900 stores", "status": "planned"}),
        ("The 40 stores will close.", "close", "coerce", {"patient": "40 stores", "status": "planned"}),
        ("900 stores", "40 stores"),
        2,
    ),
    (
        "done above, denied below",
        ("Nexora sells yard", "sells", "transaction", {"agent": "Nexora", "lemma": "sell"}),
        (
            "Nexora did not sell ships.",
            "sell",
            "transaction",
            {"agent": "Nexora", "patient": "ships", "status": "negated"},
        ),
        ("ships",),
        2,
    ),
    (
        "two names never are one",
        ("Nexora names Ana Ruiz", "names", "personnel", {"agent": "Nexora", "patient": "Ana Ruiz", "lemma": "name"}),
        (
            "Nexora named Tomas Berg.",
            "named",
            "personnel",
            {"agent": "Nexora", "patient": "Tomas Berg", "lemma": "name"},
        ),
        (),
        2,
    ),
]


@pytest.mark.parametrize(("why", "above", "below", "things", "count"), HEADLINES, ids=[h[0] for h in HEADLINES])
def test_headline_and_lead(why: str, above: Claim, below: Claim, things: tuple[str, ...], count: int) -> None:
    assert one(above, below, things=things) == count, why


ATTACK: Claim = ("Norland attacked the depot.", "attacked", "assault", {"agent": "Norland", "lemma": "attack"})
AGAIN: list[tuple[str, tuple[Claim, ...], int]] = [
    ("a definite noun points back", (ATTACK, ("The attack lasted an hour.", "attack", "assault", {})), 1),
    ("a noun with another article does not", (ATTACK, ("An attack lasted an hour.", "attack", "assault", {})), 2),
    (
        "nor one that counts one more",
        (ATTACK, ("Another attack by Norland failed.", "attack", "assault", {"agent": "Norland"})),
        2,
    ),
    (
        "nor one that may mean two",
        (
            ATTACK,
            ("Ana Ruiz attacked the port.", "attacked", "assault", {"agent": "Ana Ruiz", "lemma": "attack"}),
            ("The attack lasted an hour.", "attack", "assault", {}),
        ),
        3,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claims", "count"), AGAIN, ids=[a[0] for a in AGAIN])
def test_nouns_that_take_up(why: str, claims: tuple[Claim, ...], count: int) -> None:
    assert one(None, *claims) == count, why


OCCASIONS: list[tuple[str, Claim, Claim, int]] = [
    (
        "jobs of one person",
        ("Ana Ruiz worked as a cook.", "worked", "personnel",
         {"agent": "Ana Ruiz", "lemma": "work", "subtype": "Service"}),
        ("Ana Ruiz worked at sea.", "worked", "personnel",
         {"agent": "Ana Ruiz", "lemma": "work", "subtype": "Service"}),
        2,
    ),
    (
        "topics with one word in common",
        ("Ana Ruiz backs abortion rights.", "backs", "support", {"agent": "Ana Ruiz", "topic": "abortion rights"}),
        (
            "Ana Ruiz backs voting rights of guests.",
            "backs",
            "support",
            {"agent": "Ana Ruiz", "topic": "voting rights of guests"},
        ),
        2,
    ),
    (
        "one topic within the other",
        ("Ana Ruiz backs abortion rights.", "backs", "support", {"agent": "Ana Ruiz", "topic": "abortion rights"}),
        (
            "Ana Ruiz backs abortion rights in Norland.",
            "backs",
            "support",
            {"agent": "Ana Ruiz", "topic": "abortion rights in Norland"},
        ),
        1,
    ),
    (
        "a party nominates many",
        ("Nexora nominated Ana Ruiz.", "nominated", "personnel",
         {"agent": "Nexora", "patient": "Ana Ruiz", "lemma": "nominate", "subtype": "Nomination"}),
        ("Nexora nominated somebody.", "nominated", "personnel",
         {"agent": "Nexora", "lemma": "nominate", "subtype": "Nomination"}),
        2,
    ),
    (
        "a resignation is done once, whether it is told as decided or as done",
        ("Ana Ruiz has chosen to step down.", "step down", "personnel",
         {"agent": "Ana Ruiz", "lemma": "step", "subtype": "Resignation", "status": "planned"}),
        ("Ana Ruiz resigned.", "resigned", "personnel",
         {"agent": "Ana Ruiz", "lemma": "resign", "subtype": "Resignation"}),
        1,
    ),
    (
        "a summit is attended, a guest is met",
        ("Ana Ruiz attended the summit.", "attended", "consult",
         {"agent": "Ana Ruiz", "lemma": "attend", "subtype": "Meeting"}),
        ("A meeting of Ana Ruiz and Tomas Berg was planned.", "meeting", "consult",
         {"agent": ("Ana Ruiz", "Tomas Berg"), "subtype": "Meeting"}),
        2,
    ),
    (
        "what one does every day is no denial of another day",
        ("Ana Ruiz plays for Norland.", "plays", "contest", {"agent": "Ana Ruiz", "lemma": "play", "by": "Tomas Berg"}),
        ("Ana Ruiz did not play then.", "play", "contest", {"agent": "Ana Ruiz", "status": "negated"}),
        2,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "first", "second", "count"), OCCASIONS, ids=[o[0] for o in OCCASIONS])
def test_occasions(why: str, first: Claim, second: Claim, count: int) -> None:
    if "by" in first[3]:
        first = (f"{first[0]} Tomas Berg said so.", *first[1:])
    assert one(None, first, second) == count, why


def test_the_election_of_a_year_is_one() -> None:
    stories = []
    for name, status in (("a", "occurred"), ("b", "planned")):
        story = Story(name).entity("Norland", "country")
        story.event(
            "Norland's 2031 election matters.",
            "election",
            "contest",
            agent="Norland",
            subtype="ElectionContest",
            date="2031",
            status=status,
        )
        stories.append(story)
    assert len(resolve(told(*stories)).situations) == 1


def test_a_rivals_defeats_of_one_year_are_not() -> None:
    stories = []
    for name, topic in (("a", "the vote in Sella"), ("b", "the vote in Porto")):
        story = Story(name)
        story.event(
            f"Ana Ruiz lost {topic} to Tomas Berg in 2030.",
            "lost",
            "contest",
            agent="Ana Ruiz",
            patient="Tomas Berg",
            subtype="Defeat",
            date="2030",
            topic=topic if name == "a" else None,
            lemma="lose",
        )
        stories.append(story)
    assert len(resolve(told(*stories)).situations) == 2
