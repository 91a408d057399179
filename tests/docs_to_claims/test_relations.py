"""Lasting ties, from titles, appositions, copulas and possessives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import relations

from kg.records import Ref

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.records import Relation

pytestmark = pytest.mark.model

R, B, N = "[Ana Ruiz|person]", "[Tomas Berg|person]", "[Norland|country]"


def triple(relation: Relation) -> tuple[str, str, str]:
    thing = relation.object.name if isinstance(relation.object, Ref) else relation.object.text
    return relation.subject.name, relation.predicate, thing


@pytest.mark.parametrize(
    ("marked", "office"),
    [
        (f"Foreign Minister {R} met {B}.", "Foreign Minister"),
        (f"{R}, the foreign minister of {N}, met {B}.", "foreign minister of Norland"),
        (f"The foreign minister, {R}, met {B}.", "foreign minister"),
        (f"{R} is the mayor of [Lisbon|place].", "mayor of Lisbon"),
        (f"{R}, a lawyer, met {B}.", "lawyer"),
        (f"{R}, spokeswoman for [the ministry|organization], met {B}.", "spokeswoman for the ministry"),
        (f"[Norland's=Norland|country] prime minister, {R}, met {B}.", "Norland's prime minister"),
        (f"Former president {R} met {B}.", "Former president"),
        (f"{R}, [Norland=Norland|country]'s ambassador to [Vesterland|country], met {B}.",
         "Norland's ambassador to Vesterland"),
        (f"Dr {R} met {B}.", None),
        (f"{R} was not the mayor of [Lisbon|place].", None),
        (f"{R} met the mayor of [Lisbon|place].", None),
        (f"{R} may become mayor of [Lisbon|place].", None),
    ],
)  # fmt: skip
def test_holds_position(nlp: Language, marked: str, office: str | None) -> None:
    found = [triple(r) for r in relations(nlp, marked) if r.predicate == "holds_position"]
    assert found == ([("Ana Ruiz", "holds_position", office)] if office else [])


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (f"{R} of [the Labour Party|organization] resigned.", ("Ana Ruiz", "member_of", "the Labour Party")),
        (f"{R}, a member of [the Green Party|organization], resigned.", ("Ana Ruiz", "member_of", "the Green Party")),
        (f"{R} works for [Brilla|organization].", ("Ana Ruiz", "works_for", "Brilla")),
        (f"{R} leads [Brilla|organization].", ("Ana Ruiz", "leads", "Brilla")),
        (f"{R}, who founded [Brilla|organization], resigned.", ("Ana Ruiz", "founded", "Brilla")),
        (f"[Brilla|organization] was founded by {R}.", ("Ana Ruiz", "founded", "Brilla")),
        (f"{R}, founder of [Brilla|organization], resigned.", ("Ana Ruiz", "founded", "Brilla")),
        ("[Nexora|organization] owns [Brilla|organization].", ("Nexora", "owns", "Brilla")),
        ("[Brilla|organization], which is owned by [Nexora|organization], grew.", ("Nexora", "owns", "Brilla")),
        ("[Brilla|organization] belongs to [Nexora|organization].", ("Nexora", "owns", "Brilla")),
        (f"{R} and [her=Ana Ruiz] brother {B} resigned.", ("Tomas Berg", "family_of", "Ana Ruiz")),
        (f"{R}'s wife, {B}, resigned.", ("Tomas Berg", "family_of", "Ana Ruiz")),
        (f"{B}, son of {R}, resigned.", ("Tomas Berg", "family_of", "Ana Ruiz")),
        (f"{R} was born in [Lisbon|place].", ("Ana Ruiz", "born_in", "Lisbon")),
        (f"{R}, a native of [Lisbon|place], resigned.", ("Ana Ruiz", "born_in", "Lisbon")),
        ("It rained in [Port Alder|place], [Norland|country].", ("Port Alder", "located_in", "Norland")),
        ("[Brilla|organization] is based in [Lisbon|place].", ("Brilla", "located_in", "Lisbon")),
        (f"[Port Alder|place], a town in {N}, burned.", ("Port Alder", "located_in", "Norland")),
        ("[Norland|country] occupies [Port Alder|place].", ("Port Alder", "occupied_by", "Norland")),
    ],
)
def test_ties(nlp: Language, marked: str, expected: tuple[str, str, str]) -> None:
    found = [triple(r) for r in relations(nlp, marked) if r.predicate != "holds_position"]
    assert found == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        f"{R} does not work for [Brilla|organization].",
        "[Nexora|organization] may own [Brilla|organization].",
        f"{R} met {B}.",
        f"{R} flew from [Lisbon|place] to [Port Alder|place].",
        f"{R} would lead [Brilla|organization].",
        f"{R} and {B}, a lawyer from [Lisbon|place], met.",
    ],
)
def test_what_is_no_tie(nlp: Language, marked: str) -> None:
    assert [triple(r) for r in relations(nlp, marked) if r.predicate != "holds_position"] == []


def test_a_relation_inside_a_statement_is_the_speakers_word(nlp: Language) -> None:
    (found,) = relations(nlp, f"{R} said that [Nexora|organization] owns [Brilla|organization].")
    assert [r.name for r in found.attributed_to] == ["Ana Ruiz"]


def test_a_relation_of_the_speaker_in_the_frame_is_the_articles_word(nlp: Language) -> None:
    (found,) = relations(nlp, f"Foreign Minister {R} said that it rained.")
    assert found.attributed_to == ()
