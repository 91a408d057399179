"""Who is who and what became of what, from articles to the world: nothing here is told by hand."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs import read
from kg.claims_to_entities import Cluster, World, resolve
from kg.docs_to_claims import claims
from kg.records import Article, Entity, Record

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

COUPLE = (
    """Harbour board splits

LISBON, May 8, 2031 — Former mayor Dora Marsden and the former governor Abel Marsden spoke at a hearing on Thursday.

Dora Marsden said the dredging should stop. Abel Marsden disagreed with her and praised the engineers.
""",
    """Medal for a governor

PORTO, May 12, 2031 — Abel Marsden, a former governor, received a medal from the city of Porto on Monday.
Marsden thanked the engineers.
""",
    """A book about the harbour

PORTO, May 13, 2031 — Dora Marsden published a book about the harbour on Tuesday. Marsden said she wrote it in a year.
""",
)
GEORGIA = (
    """Tbilisi and Ankara sign gas deal

TBILISI, May 8, 2031 — Georgia signed a gas agreement with Turkey on Thursday, Prime Minister Nino Beridze said.
""",
    """Judge blocks voting law

ATLANTA, May 9, 2031 — A judge in the U.S. state of Georgia blocked a voting law on Friday. Georgia Governor Carl Hobbs
said the state would appeal the ruling in Atlanta.
""",
    """Peach growers sue

SAVANNAH, May 10, 2031 — Peach growers in Georgia sued a fertiliser maker on Saturday. Governor Carl Hobbs visited the
farms near Savannah, Georgia.
""",
)
WASHINGTON = (
    """Tariffs on fish

OSLO, May 8, 2031 — Washington accused Norway of dumping fish. Norway's foreign minister Liv Dahl flew to Washington on
Friday. In Washington she met senators.
""",
    """Forest fire grows

SEATTLE, May 9, 2031 — A fire burned 300 houses in the state of Washington on Friday. Washington Governor Paula Reyes
declared an emergency in Seattle.
""",
    """Actor opens theatre

LONDON, May 10, 2031 — The actor Terrence Washington opened a theatre in London on Saturday. Washington said he was
delighted.
""",
)
FAMILY = (
    """Shipping heir takes over

HAMBURG, May 8, 2031 — Otto Brandvik Jr. became head of Brandvik Lines on Thursday. His father, Otto Brandvik Sr.,
founded the company in 1990 and retired in April.
""",
    """Shipping man dies

HAMBURG, May 20, 2031 — Otto Brandvik Sr., the founder of Brandvik Lines, died in Hamburg on Tuesday. He was 88.
""",
)
SPELLINGS = (
    """Talks

KYIV, May 8, 2031 — President Serhiy Kovalenko met Sergei Orlov in Kiev on Thursday. Kovalenko thanked the International
Harbour Agency (IHA).
""",
    """Visit to Oslo

OSLO, May 10, 2031 — Bill Hartmann met Serhij Kovalenko in Oslo on Saturday. He had visited Kyiv in April. The IHA
welcomed the meeting.
""",
    """Election

OSLO, May 11, 2031 — William Hartmann was elected head of the International Harbour Agency on Sunday. Sergey Orlov
congratulated him.
""",
)
MAYOR = (
    """Mayor opens bridge

VIGO, May 8, 2021 — Mayor Rosa Quintana opened a bridge in Vigo on Saturday.
""",
    """Mayor opens tunnel

VIGO, May 8, 2031 — Mayor Rosa Quintana opened a tunnel in Vigo on Thursday.
""",
    """Mayor opens park

VIGO, June 8, 2031 — Mayor Rosa Quintana opened a park in Vigo on Sunday.
""",
)
TRUCE = (
    """A proposal

GENEVA, May 1, 2031 — Peru proposed a 45-day ceasefire to Ecuador on Thursday, its foreign minister said.
""",
    """Two answers

QUITO, May 3, 2031 — Ecuador accepted Peru's 45-day ceasefire proposal on Saturday. Chile rejected the 45-day ceasefire.
""",
    """The guns fall silent

LIMA, June 1, 2031 — A 45-day ceasefire between Peru and Ecuador took effect on Sunday.
""",
)


def world_of(nlp: Language, texts: tuple[str, ...]) -> tuple[World, list[Record]]:
    articles = [Article(hashlib.sha256(t.encode()).hexdigest()[:16], f"{n}.txt", t) for n, t in enumerate(texts)]
    records = [r for reading in read(articles, nlp) for r in claims(reading)]
    return resolve(records), records


def bearers(world: World, records: list[Record], name: str) -> list[tuple[Cluster, int]]:
    """The clusters of that name or alias, in the order of their ids, with the number of articles that speak of them."""
    article_of = {r.id: r.article for r in records if isinstance(r, Entity)}
    found = [c for c in world.clusters if name in (c.name, *c.aliases)]
    return [(c, len({article_of[m] for m in c.members})) for c in found if c.members]


def test_a_couple_of_one_family_name(nlp: Language) -> None:
    found = bearers(*world_of(nlp, COUPLE), "Marsden")
    assert [(c.name, n) for c, n in found] == [("Abel Marsden", 2), ("Dora Marsden", 2)]


def test_the_country_and_the_state_of_georgia(nlp: Language) -> None:
    found = bearers(*world_of(nlp, GEORGIA), "Georgia")
    assert [(c.id == "Georgia", c.type, n) for c, n in found] == [(True, "country", 1), (False, "place", 2)]
    assert "http://www.wikidata.org/entity/Q1428" in found[1][0].same_as
    assert not {*found[0][0].same_as} & {*found[1][0].same_as}


def test_washington_city_state_government_and_person(nlp: Language) -> None:
    world, records = world_of(nlp, WASHINGTON)
    found = bearers(world, records, "Washington")
    places = [c for c, _ in found if c.type == "place"]
    assert len(places) == 2
    assert [c.name for c, _ in found if c.type == "person"] == ["Terrence Washington"]
    (charge,) = (s for s in world.situations if s.type == "accuse")
    assert ("agent", "United_States") in charge.roles
    (talks,) = (s for s in world.situations if s.subtype == "Meeting")
    (fire,) = (s for s in world.situations if s.subtype == "Fire" and s.roles)
    assert {talks.place, fire.place} == {c.id for c in places}


def test_father_and_son(nlp: Language) -> None:
    world, records = world_of(nlp, FAMILY)
    found = [(c.name.rstrip("."), n) for c, n in bearers(world, records, "Otto Brandvik Jr.")]
    found += [(c.name.rstrip("."), n) for c, n in bearers(world, records, "Otto Brandvik Sr")]
    assert found == [("Otto Brandvik Jr", 1), ("Otto Brandvik Sr", 2)]


@pytest.mark.parametrize(
    ("name", "articles"),
    [("Kovalenko", 2), ("Sergei Orlov", 2), ("William Hartmann", 2), ("Kyiv", 2), ("IHA", 3)],
)
def test_one_under_several_spellings(nlp: Language, name: str, articles: int) -> None:
    ((_, told),) = bearers(*world_of(nlp, SPELLINGS), name)
    assert told == articles


def test_an_office_told_of_after_ten_years_is_another_term(nlp: Language) -> None:
    world, _ = world_of(nlp, MAYOR)
    assert sorted(len(s.members) for s in world.situations if s.kind == "office") == [1, 2]


def test_the_life_of_a_plan(nlp: Language) -> None:
    world, _ = world_of(nlp, TRUCE)
    about = {s.type: s for s in world.situations if s.theme}
    (plan,) = (s for s in world.situations if s.id == about["request"].theme)
    assert {("agent", "Ecuador"), ("agent", "Peru")} <= {*plan.roles}
    (begun,) = (s for s in world.situations if s.subtype == "Implementation")
    assert (begun.theme, begun.earliest) == (plan.id, "2031-06-01")
    answers = [(kind, about[kind].roles[0], about[kind].theme) for kind in ("agree", "reject")]
    proposal = about["request"].id
    assert answers == [("agree", ("agent", "Ecuador"), proposal), ("reject", ("agent", "Chile"), proposal)]
