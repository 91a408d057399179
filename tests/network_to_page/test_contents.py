from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import networkx
import pytest

from kg.network_to_page import CAP, DEFAULT, MANY, page
from kg.network_to_page.choosing import choose
from kg.network_to_page.grounds import grounds
from kg.network_to_page.periods import MOST, periods
from kg.network_to_page.tables import prefixes
from kg.network_to_page.template import packed

from .networks import B, crowd, edge, harbour


def days(*given: str) -> list[dict[str, Any]]:
    return [{"date": day} for day in given]


@pytest.mark.parametrize(
    ("given", "unit", "first", "last"),
    [
        (days("2025-03-01", "2025-03-09"), "day", ["2025-03-01", "2025-03-01"], ["2025-03-09", "2025-03-09"]),
        (days("2025-01-01", "2025-06-30"), "week", ["2024-12-30", "2025-01-05"], ["2025-06-30", "2025-07-06"]),
        (days("2021-02-28", "2025-06-30"), "month", ["2021-02-01", "2021-02-28"], ["2025-06-01", "2025-06-30"]),
        (days("2013-02-28", "2025-06-30"), "quarter", ["2013-01-01", "2013-03-31"], ["2025-04-01", "2025-06-30"]),
        (days("1990-02-28", "2025-06-30"), "year", ["1990-01-01", "1990-12-31"], ["2025-01-01", "2025-12-31"]),
        (days("1815-06-18", "2025-06-30"), "decade", ["1810-01-01", "1819-12-31"], ["2020-01-01", "2029-12-31"]),
    ],
)
def test_bars_are_as_wide_as_a_reader_needs(
    given: list[dict[str, Any]], unit: str, first: list[str], last: list[str]
) -> None:
    found = periods(given)
    assert (found["unit"], found["bars"][0], found["bars"][-1]) == (unit, first, last)
    assert len(found["bars"]) <= MOST


def test_bars_leave_no_day_out() -> None:
    bars = periods(days("2012-01-05", "2025-12-30"))["bars"]
    ends = [(a[1], b[0]) for a, b in pairwise(bars)]
    assert all(b == next_day(a) for a, b in ends)


def next_day(iso: str) -> str:
    return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()


def test_a_few_days_long_ago_do_not_squeeze_the_rest() -> None:
    news = days(*[f"2025-03-{day:02}" for day in range(1, 29)] * 3)
    found = periods(news + days("1912-04-15", "1945-05-08", "2050-01-01"))
    assert found["unit"] == "day"
    assert found["bars"][0] == [None, "2025-03-03"]
    assert found["bars"][-1][1] is None


@pytest.mark.parametrize("given", [[], [{"attested": "2025-03-14"}], [{"what": "undated"}]])
def test_without_a_date_there_is_no_bar(given: list[dict[str, Any]]) -> None:
    assert periods(given)["bars"] == []


@pytest.mark.parametrize(("day", "bars"), [("0001-01-01", 1), ("8999-12-31", 1), ("9999-12-31", 0), ("-0044-03-15", 0)])
def test_the_ends_of_the_calendar(day: str, bars: int) -> None:
    assert len(periods(days(day))["bars"]) == bars


def test_a_thing_is_drawn_if_it_ties_two_actors() -> None:
    choice = choose(harbour(), 400)
    assert B + "a crane" in choice.drawn
    assert choice.kept == [B + "a fence"]


def test_unnamed_people_and_groups_are_actors() -> None:
    made = harbour()
    made.nodes[B + "a fence"]["kind"] = "Group"
    assert choose(made, 400).kept == []


def test_a_limit_keeps_those_with_most_behind_them() -> None:
    made = harbour()
    made.add_edge(B + "Vik", B + "Sea Post", key="urn:more", **edge("urn:more", "more", weight=50))
    choice = choose(made, 2)
    assert choice.drawn == [B + "Vik", B + "Sea Post"]
    assert len(choice.drawn) + len(choice.kept) == len(made)
    assert choice.drawn_ties == [(B + "Sea Post", B + "Vik")]
    assert len(choice.drawn_ties) + len(choice.kept_ties) == len(choice.bundles)


@pytest.mark.parametrize(
    ("iris", "prefix"),
    [
        (["https://e.org/a/x", "https://e.org/b/y"], "https://e.org/"),
        (["https://e.org/v#x", "https://e.org/v#xy"], "https://e.org/v#"),
        (["urn:x", "https://e.org/"], ""),
        (["https://e.org/x/"], "https://e.org/x/"),
        ([], ""),
    ],
)
def test_what_iris_share_is_written_once(iris: list[str], prefix: str) -> None:
    assert prefixes({"table": iris}) == {"table": prefix}


def test_the_limits_are_those_that_are_told() -> None:
    assert (DEFAULT, MANY, CAP) == (400, 1_500, 3_000)
    made = crowd(1, CAP + 20)
    assert len(choose(made, DEFAULT).drawn) == DEFAULT
    most = choose(made, 10 * CAP)
    assert (len(most.drawn), len(most.kept)) == (CAP, 20)


@pytest.mark.parametrize(("colours", "patterns"), [(8, 1), (2, 3)])
def test_grounds_of_neighbours_differ_by_colour_or_pattern(colours: int, patterns: int) -> None:
    everybody = networkx.complete_graph(6)
    found = grounds(everybody, [[node] for node in everybody], dict.fromkeys(everybody, (0, 0)), colours)
    assert len({tuple(ground) for ground in found}) == 6
    assert {pattern for _, pattern in found} == set(range(patterns))


def test_grounds_are_used_evenly_where_nobody_is_near() -> None:
    apart = networkx.empty_graph(6)
    found = grounds(apart, [[node] for node in apart], {node: (node * 1000, 0) for node in apart}, 3)
    assert found == [[0, 0], [1, 0], [2, 0], [0, 0], [1, 0], [2, 0]]


def test_small_data_are_readable_and_large_are_packed() -> None:
    assert packed({"a": 1}) == {"a": 1}
    large = {"a": ["text"] * 300_000}
    assert len(packed(large)["deflate"]) < 20_000
    assert packed(large) == packed(large)


def test_a_sentence_behind_many_events_is_written_once() -> None:
    made = crowd(2, 6)
    for *_, data in made.edges(data=True):
        data["evidence"][0] |= {"sentence": "One sentence told it all.", "sentence_iri": B + "only"}
    assert page(made, title="Once").count("One sentence told it all.") == 1
