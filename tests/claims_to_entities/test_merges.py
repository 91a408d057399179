"""What was merged, told so that people can check it and take it apart."""

from __future__ import annotations

import pytest

from claims_to_entities.told import Story, told
from kg.claims_to_entities.merges import about, merges, parted
from kg.claims_to_entities.world import Cluster, Situation, World
from kg.errors import KgError


def stories() -> tuple[Story, Story]:
    one, other = Story("a"), Story("b")
    one.event("Ana Ruiz opened the pier.", "opened", "launch", agent="Ana Ruiz")
    other.event("A. Ruiz opened the pier again.", "opened", "launch", agent="A. Ruiz")
    other.event("Ana Ruiz left.", "left", "movement", agent="Ana Ruiz")
    other.entity("Lund").entity("Vela", "organization")
    return one, other


def world() -> World:
    """Three entities in one cluster, a cluster of one, and two claims in one situation."""
    clusters = (
        Cluster("Ana_Ruiz", "Ana Ruiz", "person", members=("a:n0", "b:n0", "b:n1"), reasons=("one name", "one form")),
        Cluster("Lund", "Lund", "person", members=("b:n2",)),
    )
    situation = Situation(
        "launch-1", "event", "launch", None, "Ana Ruiz opens the pier", (), members=("a:e9-15", "b:e8-14")
    )
    return World(clusters, (situation,), (), {}, {})


def test_only_what_has_several_members_is_a_merge() -> None:
    people, event = merges(world(), told(*stories()))
    assert (people.id, people.articles, people.reasons) == ("Ana_Ruiz", 2, ("one name", "one form"))
    assert [(m.name, m.type, m.source) for m in people.members] == [
        ("Ana Ruiz", "person", "a.txt"),
        ("A. Ruiz", "person", "b.txt"),
        ("Ana Ruiz", "person", "b.txt"),
    ]
    assert (event.label, event.type) == ("Ana Ruiz opens the pier", "launch")
    assert [(m.name, m.type) for m in event.members] == [
        ("Ana Ruiz opened the pier.", "event"),
        ("A. Ruiz opened the pier again.", "event"),
    ]


@pytest.mark.parametrize("who", ["Ana_Ruiz", "Ana Ruiz", "ana ruiz", "A. Ruiz", "b:n0"])
def test_a_merge_is_found_by_name_or_id(who: str) -> None:
    assert [m.id for m in about(merges(world(), told(*stories())), who)] == ["Ana_Ruiz"]


@pytest.mark.parametrize("who", ["launch-1", "b:e8-14", "Ana Ruiz opens the pier"])
def test_an_event_is_found_by_id_or_label(who: str) -> None:
    assert [m.id for m in about(merges(world(), told(*stories())), who)] == ["launch-1"]


@pytest.mark.parametrize("who", ["Lund", "Nobody", "b:n2"])
def test_what_is_not_merged_is_said_to_be_so(who: str) -> None:
    with pytest.raises(KgError, match=f"'{who}': nothing of that name or id is merged"):
        about(merges(world(), told(*stories())), who)


RUIZ = {"name": "Ana Ruiz", "type": "person"}
A_RUIZ = {"name": "A. Ruiz", "type": "person"}
PARTED = [
    ("Ana Ruiz", "A. Ruiz", RUIZ, A_RUIZ),
    ("a:n0", "b:n0", RUIZ | {"article": "a"}, A_RUIZ | {"article": "b"}),
    ("a:n0", "b:n1", RUIZ | {"article": "a"}, RUIZ | {"article": "b"}),
    ("Ana Ruiz", "b:n1", RUIZ, RUIZ | {"article": "b"}),
    ("a:e9-15", "b:e8-14", {"id": "a:e9-15"}, {"id": "b:e8-14"}),
]


@pytest.mark.parametrize(("one", "other", "left", "right"), PARTED)
def test_two_of_a_merge_as_a_verdict_names_them(
    one: str, other: str, left: dict[str, str], right: dict[str, str]
) -> None:
    found = merges(world(), told(*stories()))
    assert parted(found, one, other) == (left, right)
    assert parted(found, other, one) == (right, left)


def test_two_of_one_name_in_one_article_are_named_by_id() -> None:
    records = told(*stories())
    twins = World((Cluster("R", "R", "person", members=("a:n0", "b:n1", "b:n0")),), (), (), {}, {})
    renamed = [r if getattr(r, "id", "") != "b:n0" else type(r)("b:n0", "b", "ANA RUIZ", "person") for r in records]  # type: ignore[call-arg]
    assert parted(merges(twins, renamed), "b:n0", "a:n0")[0] == {"id": "b:n0"}


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("Ana Ruiz", "Lund", "are not merged"),
        ("Ana Ruiz", "Ana Ruiz", "both mean a:n0: give ids"),
        ("a:n0", "a:n0", "both mean a:n0"),
        ("a:n0", "a:e9-15", "are not merged"),
    ],
)
def test_what_cannot_be_parted(one: str, other: str, message: str) -> None:
    with pytest.raises(KgError, match=message):
        parted(merges(world(), told(*stories())), one, other)
