"""What is one story: shared actors and words within weeks; not a shared actor alone, not a year later."""

from __future__ import annotations

import pytest

from kg.rdf_to_report.graph import Article, Graph, Situation
from kg.rdf_to_report.stories import stories

from .graphs import B, actor, article, claim, graph, roles, situation

FLOOD = ("The river Alder flooded the lower town", "Mira Tal ordered the evacuation of the flooded streets",
         "Flood water reached the hospital, Mira Tal warned")  # fmt: skip
TRIAL = ("Prosecutors charged Jon Ekdal with tax fraud", "The court heard Jon Ekdal deny the tax fraud",
         "The judge adjourned the fraud trial of Jon Ekdal")  # fmt: skip
RACE = ("Vik Lund won the sailing regatta", "Vik Lund thanked the crew after the regatta",
        "Sailing champion Vik Lund celebrated")  # fmt: skip
PEOPLE = {FLOOD: "Mira_Tal", FLOOD[:1]: "Mira_Tal", FLOOD[1:]: "Mira_Tal", TRIAL: "Jon_Ekdal", RACE: "Vik_Lund"}


def told(*papers: tuple[str, str, tuple[tuple[str, ...], ...]]) -> Graph:
    """Articles, each with its day and the stories that it tells."""
    articles: list[Article] = []
    situations: list[Situation] = []
    for paper, day, subjects in papers:
        articles.append(article(paper, day))
        for sentences in subjects:
            for text in sentences:
                name = f"{paper}-{text}"
                spoken = claim(f"c{name}", name, paper, text, begin=len(situations) * 100)
                who = roles(("actor", PEOPLE[sentences]), ("place", "Port_Alder"))
                situations.append(situation(name, text, roles=who, claims=(spoken,)))
    people = [actor(name) for name in dict.fromkeys(PEOPLE.values())]
    return graph([*people, actor("Port_Alder", "Place")], articles, situations)


def found(given: Graph) -> list[set[str]]:
    """The articles of each story, by name."""
    return [{a.removeprefix(B) for a in s.articles} for s in stories(given, given.situations)]


@pytest.mark.parametrize(
    ("papers", "expected"),
    [
        (
            [("a", "2025-03-01", (FLOOD,)), ("b", "2025-03-03", (FLOOD,)), ("c", "2025-03-03", (TRIAL,))],
            [{"a", "b"}, {"c"}],
        ),
        # a year later it is another flood
        (
            [("a", "2025-03-01", (FLOOD,)), ("b", "2026-03-03", (FLOOD,)), ("c", "2025-03-03", (TRIAL,))],
            [{"a"}, {"b"}, {"c"}],
        ),
        # a digest tells two stories, and is told with each
        (
            [("a", "2025-03-01", (FLOOD,)), ("b", "2025-03-02", (TRIAL,)), ("c", "2025-03-03", (FLOOD, RACE, TRIAL))],
            [{"a", "c"}, {"b", "c"}, {"c"}],
        ),
        ([("a", "2025-03-01", (FLOOD,)), ("b", "2025-03-02", (TRIAL,))], [{"a"}, {"b"}]),
    ],
    ids=["two papers", "a year apart", "digest", "a place in common"],
)  # fmt: skip
def test_stories(papers: list[tuple[str, str, tuple[tuple[str, ...], ...]]], expected: list[set[str]]) -> None:
    assert sorted(found(told(*papers)), key=sorted) == sorted(expected, key=sorted)


def test_a_situation_is_in_one_story_and_offices_in_none() -> None:
    given = told(("a", "2025-03-01", (FLOOD,)), ("b", "2025-03-03", (FLOOD,)))
    office = situation("office", "Mira Tal, mayor", kind="RoleHolding", roles=roles(("holder", "Mira_Tal")))
    given = Graph(given.actors, given.articles, {**given.situations, office.iri: office}, ())
    (story,) = stories(given, given.situations)
    assert sorted(story.situations) == sorted(set(given.situations) - {office.iri})


def test_the_order_of_what_is_asked_makes_no_difference() -> None:
    given = told(("a", "2025-03-01", (FLOOD, TRIAL)), ("b", "2025-03-03", (FLOOD,)), ("c", "2025-03-03", (TRIAL, RACE)))
    asked = list(given.situations)
    assert stories(given, asked) == stories(given, asked[::-1])


def test_of_articles_that_are_as_much_alike_the_earliest_is_central() -> None:
    given = told(("a", "2025-03-05", (FLOOD,)), ("b", "2025-03-03", (FLOOD,)), ("c", "2025-03-04", (FLOOD,)))
    (story,) = stories(given, given.situations)
    assert story.central == B + "b"


def test_the_central_article_is_most_like_the_others() -> None:
    given = told(("a", "2025-03-01", (FLOOD[:1],)), ("b", "2025-03-03", (FLOOD,)), ("c", "2025-03-04", (FLOOD[1:],)))
    (story,) = stories(given, given.situations)
    assert story.central == B + "b"


def test_nothing_is_no_story() -> None:
    assert stories(graph([], [], []), []) == ()


@pytest.mark.parametrize(
    ("who", "expected"),
    [(("Mira_Tal", "Port_Alder"), [{"a", "b"}]), (("Port_Alder",), [{"a"}, {"b"}])],
    ids=["an actor and a place in common", "a place in common, and the words of every flood"],
)
def test_articles_without_a_day_must_share_more(who: tuple[str, ...], expected: list[set[str]]) -> None:
    shared = roles(*(("actor", name) for name in who))
    situations = [
        situation(
            f"{paper}{n}", text, roles=shared, claims=(claim(f"c{paper}{n}", f"{paper}{n}", paper, text, begin=n),)
        )
        for paper in "ab"
        for n, text in enumerate(FLOOD)
    ]
    given = graph([actor(name) for name in who], [article("a", None), article("b", "2025-03-01")], situations)
    assert sorted(found(given), key=sorted) == expected
