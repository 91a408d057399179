"""The views as data, before any page: entries, timelines, actors, contradictions, articles, lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.rdf_to_report.accounts import article_pages, disputes
from kg.rdf_to_report.actors import actor_page, listed
from kg.rdf_to_report.directory import plan
from kg.rdf_to_report.entries import Desk, stance, support
from kg.rdf_to_report.graph import Claim, Graph, Situation
from kg.rdf_to_report.looks import GROUPS, SAID, by_name, look
from kg.rdf_to_report.overview import copies, corpus, leading, offices, publishers, shelves, spots, unplaced
from kg.rdf_to_report.timelines import timeline

from .graphs import B, claim, graph, harbour, situation


@pytest.fixture(scope="module")
def desk() -> Desk:
    given = harbour()
    return Desk(given, plan(given, 0.6))


def told(desk: Desk, name: str) -> Situation:
    return desk.graph.situations[B + name]


def test_a_timeline_goes_by_the_day_it_happened_and_keeps_what_has_none_apart(desk: Desk) -> None:
    page = actor_page(desk, B + "Jon_Ekdal")
    assert [(d.title, [e.title for e in d.entries]) for d in page.timeline.days] == [
        ("17–23 March 2025", ["Mira Tal to meet Jon Ekdal"]),
    ]
    assert [(d.title, [e.title for e in d.entries]) for d in page.timeline.undated] == [
        ("Reported on 12 March 2025", ["Jon Ekdal said"]),
    ]


def test_days_come_in_the_order_of_the_calendar() -> None:
    days = [
        ("late", "2025-04-02", "2025-04-02"),
        ("early", "2024-12-31", "2024-12-31"),
        ("window", "2025-03-30", "2025-04-05"),
        ("open", None, "2025-02-01"),
        ("month", "2025-04-01", "2025-04-30"),
    ]
    given = graph([], [], [situation(name, name, first=first, last=last) for name, first, last in days])
    made = timeline(Desk(given, plan(given, 0)), given.situations.values())
    assert [day.title for day in made.days] == [
        "31 December 2024", "by 1 February 2025", "30 March – 5 April 2025", "April 2025", "2 April 2025",
    ]  # fmt: skip


def test_an_entry_has_its_sentence_its_voice_and_its_article(desk: Desk) -> None:
    entry = desk.full(told(desk, "walkout"))
    yes, no = entry.evidence
    assert [text for text, marked in yes.pieces if marked] == ["walked out"]
    assert (yes.voice, yes.stance, yes.article.label, yes.published) == (
        "The Alder Gazette", "", "Headline of one", "11 March 2025",
    )  # fmt: skip
    assert (no.voice, no.stance) == ("Jon Ekdal, via Sea Post", "says it is not so")
    assert (entry.look.label, entry.look.group, entry.support) == ("Disputed", "disputed", "2 independent articles")


def test_a_timeline_shows_the_first_sentence_and_of_what_is_disputed_the_other_side_too(desk: Desk) -> None:
    walkout = told(desk, "walkout")
    brief = desk.brief(walkout)
    assert [e.stance for e in brief.evidence] == ["", "says it is not so"]
    assert brief.path == desk.directory.situations[B + "walkout"]
    assert brief is desk.brief(walkout)
    agreed = replace(walkout, iri=B + "agreed", status="reportedFact")
    assert [len(e.evidence) for e in (desk.brief(agreed), desk.full(agreed))] == [1, 2]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2025-03-01"] * 20, []),
        (["2025-03-01", "2025-04-01", "2025-05-02"], []),  # short
        (
            ["2025-03-01"] * 9 + ["2025-04-01"] * 9 + ["2025-05-02"],
            [("March 2025", 9), ("April 2025", 9), ("May 2025", 1)],
        ),
        ([f"{2000 + k // 12}-{1 + k % 12:02}-05" for k in range(30)], [("2000", 12), ("2001", 12), ("2002", 6)]),
    ],
    ids=["one month", "short", "months", "years"],
)
def test_a_long_timeline_has_jumps(days: list[str], expected: list[tuple[str, int]]) -> None:
    given = graph([], [], [situation(f"s{k}", "x", first=day, last=day) for k, day in enumerate(days)])
    made = timeline(Desk(given, plan(given, 0)), given.situations.values())
    assert [(title, n) for title, _, n in made.jumps] == expected
    assert [day.id for day in made.days if day.id] == [target for _, target, _ in made.jumps]


def test_only_actors_with_a_page_are_linked(desk: Desk) -> None:
    names = [name for part in desk.brief(told(desk, "walkout")).parts for name in part.names]
    assert [(n.label, bool(n.path)) for n in names] == [("Mira Tal", True), ("dockers", False)]


def test_people_of_one_name_are_told_apart(desk: Desk) -> None:
    one, other = actor_page(desk, B + "Jon_Ekdal"), actor_page(desk, B + "Jon_Ekdal_2")
    assert (one.summary.name.label, other.summary.name.label) == ("Jon Ekdal (1)", "Jon Ekdal (2)")
    assert [n.label for n in one.namesakes] == ["Jon Ekdal (2)"]
    assert actor_page(desk, B + "Mira_Tal").namesakes == ()


def test_an_office_is_told_as_of_the_days_of_its_articles(desk: Desk) -> None:
    (office,) = actor_page(desk, B + "Mira_Tal").offices
    assert (office.title, [n.label for n in office.of], office.when) == ("chair", ["Dock Union"], "11 March 2025")
    assert [o.holder.label for o in offices(desk)] == ["Mira Tal"]


def test_an_actor_in_numbers(desk: Desk) -> None:
    found = actor_page(desk, B + "Jon_Ekdal").summary
    assert found.counts == "1 event, 1 statement in 2 articles"
    assert [(n.label, k) for n, k in actor_page(desk, B + "Jon_Ekdal").company] == [("Mira Tal", 1)]


def test_who_is_told_of_once_has_no_page_but_a_place(desk: Desk) -> None:
    letters, rest = listed(desk, "organisations")
    assert letters == ()
    assert [s.name.label for s in rest] == ["Dock Union"]
    assert (rest[0].name.path or "").startswith("articles/")
    assert [[s.name.label for s in letter.names] for letter in listed(desk, "people")[0]] == [
        ["Jon Ekdal (1)", "Jon Ekdal (2)"], ["Mira Tal"],
    ]  # fmt: skip


def test_a_contradiction_has_two_sides_with_their_sentences(desk: Desk) -> None:
    (found,) = disputes(desk)
    assert (found.title, found.difference, found.reason) == (
        "Dockers walked out at Port Alder", "Whether it is so", "told as done and as not done",
    )  # fmt: skip
    assert [(s.title, [e.voice for e in s.evidence]) for s in found.sides] == [
        ("It is so", ["The Alder Gazette"]), ("It is not so", ["Jon Ekdal, via Sea Post"]),
    ]  # fmt: skip
    assert not found.within


def test_a_sentence_that_contradicts_itself_comes_last() -> None:
    given = harbour()
    same = replace(given.situations[B + "walkout"].claims[1], iri=B + "w0", polarity="positive")
    walkout = given.situations[B + "walkout"]
    walkout = replace(walkout, claims=(*walkout.claims, same))
    pairs = (replace(given.contradictions[0], a=B + "w0", b=B + "w2", type="date"), *given.contradictions)
    given = Graph(given.actors, given.articles, {**given.situations, walkout.iri: walkout}, pairs)
    assert [d.within for d in disputes(Desk(given, plan(given, 0.6)))] == [False, True]


def test_a_reading_too_unsure_stands_with_its_article_only(desk: Desk) -> None:
    assert B + "unsure" not in {s.iri for s in desk.directory.kept}
    assert corpus(desk).unsure == 1
    page = article_pages(desk)[desk.directory.articles[B + "one"]]
    kept = {entry.title: kept for reading in page.readings for _, entry, kept in reading.entries}
    assert kept["Union left"] is False
    assert kept["Dockers walked out at Port Alder"] is True


def test_an_article_tells_sentence_by_sentence_in_the_order_of_its_text(desk: Desk) -> None:
    page = article_pages(desk)[desk.directory.articles[B + "two"]]
    assert [[entry.title for _, entry, _ in r.entries] for r in page.readings] == [
        ["Jon Ekdal said", "Dockers walked out at Port Alder"],
    ]  # fmt: skip
    assert [text for text, marked in page.readings[0].pieces if marked] == ["walked out", "said"]
    assert [a.name.label for a in page.copies] == ["Headline of two"]


def test_sources_are_counted_and_copies_put_together(desk: Desk) -> None:
    found = [(p.label, len(p.articles)) for p in publishers(desk)]
    assert found == [("The Alder Gazette", 2), ("Sea Post", 1), ("Publisher not told", 1)]
    assert [[a.publisher for a in group] for group in copies(desk)] == [["Sea Post", "Publisher not told"]]


def test_the_calendar_and_what_has_no_date(desk: Desk) -> None:
    assert [(s.title, [(n.label, k) for n, k in s.pages]) for s in shelves(desk)] == [("Years", [("March 2025", 2)])]
    assert [(n.label, k) for n, k in unplaced(desk)] == [("March 2025", 1), ("September 2025", 2)]


def test_the_corpus_in_numbers(desk: Desk) -> None:
    found = corpus(desk)
    assert (found.articles, found.publishers, found.events, found.statements) == (4, 2, 4, 1)
    assert found.span == "11 March – 1 September 2025"
    assert [n for _, _, n in found.marks] == [2, 1, 1, 0, 0, 1]
    assert [s.name.label for s in leading(desk, "people")] == ["Jon Ekdal (1)", "Mira Tal", "Jon Ekdal (2)"]


def test_places_are_put_on_the_map_by_their_link(desk: Desk) -> None:
    placed, missing = spots(desk)
    assert ([s.label for s in placed], missing) == (["Port Alder"], 1)


@pytest.mark.parametrize(
    ("polarity", "modality", "certainty", "expected"),
    [
        ("positive", "actual", "certain", ""),
        ("negative", "actual", "certain", "says it is not so"),
        ("positive", "future", "probable", "says it is to come, likely"),
        ("positive", "actual", "possible", "says it is possibly so"),
        ("negative", "desired", "certain", "does not want it"),
        ("positive", "hypothetical", "possible", "speaks of it as a possibility"),
        ("odd", "odd", "odd", ""),
    ],
)
def test_how_a_voice_stands_to_it(polarity: str, modality: str, certainty: str, expected: str) -> None:
    one: Claim = claim("c", "s", "a", "x", polarity=polarity, modality=modality, certainty=certainty)
    assert stance(one) == expected


@pytest.mark.parametrize(
    ("articles", "sources", "expected"),
    [(1, 1, "1 article"), (3, 3, "3 independent articles"), (3, 2, "3 articles, at most 2 of them independent"),
     (3, 1, "3 articles, one source"), (3, None, "3 articles")],
)  # fmt: skip
def test_support_in_words(articles: int, sources: int | None, expected: str) -> None:
    assert support(situation("s", "x", articles=articles, sources=sources)) == expected


def test_every_status_has_a_label_a_meaning_and_a_look_of_its_own() -> None:
    looks = [by_name(name) for name in (*GROUPS, SAID)]
    assert len({one.label for one in looks}) == len(looks)
    assert all(one.meaning for one in looks)


def test_that_something_was_said_is_not_marked_as_a_fact() -> None:
    assert look(situation("s", "x", kind="Utterance")).name == SAID
    assert look(situation("s", "x", "claimed", kind="Utterance")).name == "claimed"
    assert look(situation("s", "x", "no-such-status")).group == "possible"
