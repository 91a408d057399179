"""Lasting ties, from titles, appositions, copulas and possessives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from claimed import relations

from kg.ontology import lexicon
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
        (f"The 74-year-old chairman, {R}, met {B}.", "chairman"),
        (f"{R}, 54, a lawyer from [Lisbon|place], met {B}.", "lawyer"),
        (f"{R}, who served as mayor of [Lisbon|place], met {B}.", "mayor of Lisbon"),
        (f"[Brilla|organization]'s chief executive {R} met {B}.", "Brilla's chief executive"),
        (f"[Last year|time:2024] president {R} met {B}.", "president"),
        (f"They chose a banker for president and professor {R} for treasurer.", "professor"),
        (f"The candidate, {R}, met {B}.", None),
        (f"{R}, centre-back of the club, met {B}.", "centre-back of the club"),
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
        ("A hospital in [Lisbon|place], [Mirador|facility], burned.", ("Mirador", "located_in", "Lisbon")),
        ("[Mirador|facility], a hospital in [Lisbon|place], burned.", ("Mirador", "located_in", "Lisbon")),
        ("The [Lisbon|place] daily [El Faro|organization] closed.", ("El Faro", "located_in", "Lisbon")),
        ("[Norland=Norland|country]'s [Nexora Bank|organization] closed.", ("Nexora Bank", "located_in", "Norland")),
        ("[Brilla|organization], a subsidiary of [Nexora|organization], grew.", ("Brilla", "part_of", "Nexora")),
        (f"{N} is an ally of [Vesterland|country].", ("Norland", "ally_of", "Vesterland")),
        (f"{N}, which borders [Vesterland|country], burned.", ("Norland", "other:border", "Vesterland")),
        (f"{R}, a [Danish=Denmark|country] engineer, resigned.", ("Ana Ruiz", "nationality", "Denmark")),
        (f"[Swedish=Sweden|country] pop star {R} resigned.", ("Ana Ruiz", "nationality", "Sweden")),
        (f"{R} plays for [Alder Rovers|organization].", ("Ana Ruiz", "member_of", "Alder Rovers")),
        (f"{R} is married to {B}.", ("Ana Ruiz", "family_of", "Tomas Berg")),
        (f"{R}'s husband, the singer {B}, resigned.", ("Tomas Berg", "family_of", "Ana Ruiz")),
        (f"A native of [Lisbon|place], {R} taught physics.", ("Ana Ruiz", "born_in", "Lisbon")),
        (f"{R} belongs to [the Green Party|organization].", ("Ana Ruiz", "member_of", "the Green Party")),
        (f"{R}, a member of [NLP|other] all her life, resigned.", ("Ana Ruiz", "member_of", "NLP")),
        (
            "[Port Alder|place] is occupied by [Norlandic troops|group].",
            ("Port Alder", "occupied_by", "Norlandic troops"),
        ),
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
        "It rained in [Porto|place], [Lisbon|place], and [Faro|place].",
        f"{R} wants to lead [Brilla|organization].",
        f"If {R} owns [Brilla|organization], it rains.",
        f"{R}'s video from [Brilla|organization] was seen.",
        "[her husband|person] works for [Brilla|organization].",
        f"{R} is leading [Brilla|organization] into a storm.",
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


@pytest.mark.parametrize(
    ("marked", "status", "time"),
    [
        (f"Mayor {R} met {B}.", "ongoing", None),
        (f"Former president {R} met {B}.", "occurred", ("Former", None, "PAST_REF")),
        (f"Then-mayor {R} met {B}.", "occurred", ("Then", None, "PAST_REF")),
        (f"Acting mayor {R} met {B}.", "ongoing", ("Acting", None, "PRESENT_REF")),
        (f"{R}, the future mayor of [Lisbon|place], met {B}.", "planned", ("future", None, "FUTURE_REF")),
        (f"{R}, a self-proclaimed president, met {B}.", "possible", None),
        (f"{R}, mayor of [Lisbon|place] since [2019|time:2019], met {B}.", "ongoing", ("since 2019", "2019/..", None)),
        (f"{R}, who was mayor until [2019|time:2019], met {B}.", "occurred", ("until 2019", "../2019", None)),
        (f"{R} was mayor from [2010 to 2015|time:2010/2015].", "occurred", ("2010 to 2015", "2010/2015", None)),
        (f"{R} has led [Brilla|organization] since [2019|time:2019].", "ongoing", ("since 2019", "2019/..", None)),
        (f"{R} led [Brilla|organization] until [2019|time:2019].", "occurred", ("until 2019", "../2019", None)),
        (f"{R} served as mayor.", "occurred", None),
        (f"{R} founded [Brilla|organization] in [2004|time:2004].", "occurred", ("2004", "2004", None)),
        (f"{R} was the mayor of the town.", "occurred", None),
        (f"{B} said {R} was the mayor.", "ongoing", None),
    ],
)
def test_validity(nlp: Language, marked: str, status: str, time: tuple[str, str | None, str | None] | None) -> None:
    (found,) = (r for r in relations(nlp, marked) if r.subject.name == "Ana Ruiz")
    assert found.status == status
    assert (found.time and (found.time.text, found.time.value, found.time.timex)) == time


def test_a_plural_office_is_of_all_the_names_behind_it(nlp: Language) -> None:
    found = relations(nlp, f"Foreign ministers {R} of {N} and {B} of [Vesterland|country] met.")
    assert [triple(r) for r in found] == [
        ("Ana Ruiz", "holds_position", "Foreign ministers"),
        ("Tomas Berg", "holds_position", "Foreign ministers"),
    ]


def test_people_named_behind_their_party_belong_to_it(nlp: Language) -> None:
    found = relations(nlp, f"[Alder Party|organization]'s {R} and {B} resigned.")
    assert [triple(r) for r in found] == [
        ("Ana Ruiz", "member_of", "Alder Party"),
        ("Tomas Berg", "member_of", "Alder Party"),
    ]


def test_a_chain_of_places_is_told_link_by_link(nlp: Language) -> None:
    found = relations(nlp, "It rained in [Alderton|place], [Hampshire|place], [Norland|country].")
    assert [triple(r) for r in found] == [
        ("Alderton", "located_in", "Hampshire"),
        ("Hampshire", "located_in", "Norland"),
    ]


TIE_VERBS = [(entry["lemmas"][0], entry) for entry in lexicon("relations")["verb"]]
ENDS = {
    "Nexora": "organization", "Brilla": "organization", "Ana Ruiz": "person", "Tomas Berg": "person",
    "the Green Party": "organization", "Norland": "country", "Vesterland": "country", "Port Alder": "place",
    "Lisbon": "place", "Alder Rovers": "organization", "The Mira Institute": "organization",
}  # fmt: skip


@pytest.mark.parametrize(
    ("lemma", "entry"), TIE_VERBS, ids=[f"{x}-{e['predicate']}-{e['right']}" for x, e in TIE_VERBS]
)
def test_every_tie_verb_on_its_example(nlp: Language, lemma: str, entry: dict[str, Any]) -> None:
    marked = entry["example"]
    for name, type_ in ENDS.items():
        marked = marked.replace(name, f"[{name}|{type_}]")
    wanted = f"other:{lemma}" if entry["predicate"] == "other" else entry["predicate"]
    assert [r.predicate for r in relations(nlp, marked)] == [wanted]


def test_the_day_of_a_meeting_is_not_the_day_of_an_office(nlp: Language) -> None:
    text = (
        "[Ana Ruiz|person] is to meet Trade Minister [Tomas Berg|person] in [Oslo|place] on [Friday|time:2025-03-21]."
    )
    assert [r.time for r in relations(nlp, text) if r.predicate == "holds_position"] == [None]
