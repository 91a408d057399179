"""What a click tells: context, support, contradictions, offices, sources, neighbours, ways; and the keyboard."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from .reader import Reader

pytestmark = pytest.mark.browser


def test_a_tie_shows_each_sentence_in_its_context_with_all_that_is_known(reader: Reader) -> None:
    reader.opens("harbour")
    reader.run("newskg.selectTie(arguments[0])", reader.tie("Mira Tal", "Jon Ekdal"))
    assert reader.sees("#panel blockquote") == "Before sentence 0. He met sentence 0. sentence 0"
    assert reader.sees("#panel mark") == "met"
    panel = reader.sees("#panel")
    for told in (
        "Reported as fact", "1 Mar 2025", "1 article, 1 independent source", "own voice", "The Morning Star",
        "confidence 0.90", "14 Mar 2025",
    ):  # fmt: skip
        assert told in panel, told


def test_the_speakers_of_a_claim_stand_nearest_first(reader: Reader) -> None:
    reader.opens("alder", "#status=claimed")
    reader.run("newskg.selectTie(arguments[0])", reader.tie("Norland", "the_truce"))
    assert reader.sees("#panel .voice") == "Said by Olaf Brenn in The Alder Gazette"


def test_parallel_ties_are_one_line_with_their_number_and_more_support_is_wider(reader: Reader) -> None:
    reader.opens("harbour", "#status=reportedFact,disputed")
    width = "return newskg.network.body.edges[arguments[0]].options.width"
    double, single = reader.tie("Jon Ekdal", "Harbour Board"), reader.tie("Mira Tal", "Jon Ekdal")
    assert reader.run(width, double) > reader.run(width, single)
    reader.run("newskg.selectTie(arguments[0])", double)
    assert reader.sees("#panel .sum").startswith("2 ties")
    assert reader.run("return document.querySelectorAll('#panel .entry').length") == 2


def test_contradictions_stand_side_by_side(reader: Reader) -> None:
    reader.opens("harbour")
    assert reader.sees("#contradictions") == "Contradictions 1"
    reader.clicks("#contradictions")
    assert reader.run("return [...document.querySelectorAll('#panel .side .told')].map(e => e.innerText)") == [
        "Event 2",
        "Event 3",
    ]
    tops = reader.run("return [...document.querySelectorAll('.side')].map(e => e.getBoundingClientRect().top)")
    assert tops[0] == tops[1]
    assert "told as done and as not done" in reader.sees("#panel")
    assert reader.run("return location.hash") == "#contradictions="


def test_a_contradicted_event_shows_the_other_side_at_once(reader: Reader) -> None:
    reader.opens("harbour", "#status=disputed&n=Jon+Ekdal")
    assert reader.run("return document.querySelectorAll('#panel .contradiction .side').length") >= 2


def test_a_page_without_contradictions_has_no_button_for_them(reader: Reader) -> None:
    reader.opens("alder")
    assert reader.run("return document.getElementById('contradictions').hidden") is True


def test_an_actor_has_offices_a_timeline_and_sources(reader: Reader) -> None:
    reader.opens("alder", "#n=Ana_Ruiz")
    assert reader.sees("#panel .offices").split("\n") == ["mayor, ", "Port Alder", " as of 14 Mar 2025"]
    dates = reader.run("return [...document.querySelectorAll('#panel .entry > .facts time')].map(e => e.innerText)")
    assert sorted(dates) == ["13 Mar 2025", "14 Mar 2025", "as of 14 Mar 2025"]
    assert dates[-1] == "13 Mar 2025"
    reader.clicks("#panel .sources summary")
    assert "Mayor meets envoy" in reader.sees("#panel .sources")
    assert "3 claims" in reader.sees("#panel .sources")


def test_only_the_neighbours(reader: Reader) -> None:
    reader.opens("harbour", "#n=Vik")
    reader.clicks("#only")
    assert reader.drawn() == ["Sea Post", "Vik"]
    assert "only=yes" in reader.run("return location.hash")
    reader.clicks("#only")
    assert "Mira Tal" in reader.drawn()


def test_the_shortest_way_between_two(reader: Reader) -> None:
    reader.opens("harbour", "#status=reportedFact,planned&n=Sea+Post")
    reader.driver.find_element(By.ID, "path-to").send_keys("mira", Keys.ENTER)
    reader.waits_for("return newskg.selected() === 'path'")
    steps = reader.run("return [...document.querySelectorAll('#way .entry .line')].map(e => e.innerText)")
    assert [step.replace("\n", " ") for step in steps] == ["Sea Post — Vik", "Vik — Jon Ekdal", "Jon Ekdal — Mira Tal"]
    assert reader.run("return location.hash") == "#way=Sea+Post&way=Mira+Tal&status=reportedFact%2Cplanned"
    # Without the planned event there is no way.
    reader.clicks("[data-filter=status][value=planned]")
    assert "No way leads there" in reader.sees("#panel")


def test_the_link_to_what_is_shown(reader: Reader) -> None:
    reader.opens("harbour", "#n=Vik&status=planned")
    link = reader.run("return document.querySelector('#panel .permalink').getAttribute('href')")
    assert link == "#n=Vik&status=planned"


def test_the_keyboard_walks_over_the_drawing(reader: Reader) -> None:
    reader.opens("harbour")
    reader.run("document.getElementById('drawing').focus()")
    reader.types(Keys.ARROW_RIGHT)
    said = [reader.sees("#spoken")]
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.ARROW_DOWN):
        reader.types(key)
        said.append(reader.sees("#spoken"))
    assert len(set(said)) > 1
    assert said[-1].endswith(("tie", "ties"))
    reader.types(Keys.ENTER)
    reader.waits_for("return newskg.selected() !== null")
    assert said[-1].startswith(reader.sees("#panel h2"))
    assert reader.run("return document.activeElement.tagName") == "H2"
    reader.types(Keys.ESCAPE)
    assert reader.run("return newskg.selected()") is None


def test_zoom_and_fit_by_button_and_key(reader: Reader) -> None:
    scale = "return newskg.network.getScale()"
    reader.opens("harbour")
    start = reader.run(scale)
    reader.clicks("#closer")
    assert reader.run(scale) > start
    reader.clicks("#whole")
    assert reader.run(scale) == pytest.approx(start)
    reader.run("document.getElementById('drawing').focus()")
    reader.types("-")
    assert reader.run(scale) < start
    reader.clicks("#farther")
    assert reader.run(scale) < start / 1.4


def test_the_drawing_stands_still_until_it_is_let_move(reader: Reader) -> None:
    positions = "return JSON.stringify(newskg.network.getPositions())"
    reader.opens("harbour")
    before = reader.run(positions)
    assert reader.run(positions) == before
    assert reader.run("return newskg.network.physics.physicsEnabled") is False
    reader.clicks("#move")
    reader.waits_for(f"return (() => {{ {positions} }})() !== {before!r}")
    reader.clicks("#move")
    assert reader.run("return newskg.network.physics.physicsEnabled") is False
    after = reader.run(positions)
    assert reader.run(positions) == after


def test_communities_have_their_ground_and_their_button(reader: Reader) -> None:
    reader.opens("crowd")
    assert reader.sees("#communities").count("\n") >= 2
    picture = "return document.querySelector('#drawing canvas').toDataURL()"
    with_grounds = reader.run(picture)
    reader.clicks("#grounds")
    assert reader.run(picture) != with_grounds
    reader.clicks("#grounds")
    assert reader.run(picture) == with_grounds
    before = reader.run("return newskg.network.getScale()")
    reader.clicks("#communities [data-community]")
    assert reader.run("return newskg.network.getScale()") > before


def test_size_says_how_central(reader: Reader) -> None:
    reader.opens("harbour")
    size = "return newskg.network.body.nodes[arguments[0]].options.size"
    assert reader.run(size, "Mira Tal") > reader.run(size, "Sea Post")
