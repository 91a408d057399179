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


def test_a_tie_names_the_facts_between_the_two_and_how_many_say_so(reader: Reader) -> None:
    reader.opens("harbour")
    reader.run("newskg.selectTie(arguments[0])", reader.tie("Mira Tal", "Jon Ekdal"))
    assert reader.sees("#panel .triples") == "Jon Ekdal met Mira Tal 3 articles, 2 independent sources"
    reader.run("newskg.selectTie(arguments[0])", reader.tie("Mira Tal", "Harbour Board"))
    assert reader.sees("#panel .triples") == ""


def test_an_undated_statement_says_when_it_was_reported(reader: Reader) -> None:
    reader.opens("harbour", "#n=Vik")
    assert reader.sees("#panel .entry .undated") == "reported 14 Mar 2025"
    reader.clicks("#as-list")
    dates = reader.run("return [...document.querySelectorAll('#ties td.date')].map(e => e.innerText)")
    assert [date for date in dates if date.startswith("reported")] == ["reported 14 Mar 2025"]


def test_who_has_no_name_is_an_outline(reader: Reader) -> None:
    reader.opens("harbour")
    fill = "return newskg.network.body.nodes[arguments[0]].options.color.background"
    paper = reader.run("return getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()")
    assert reader.run(fill, "a crane") == paper
    assert reader.run(fill, "Mira Tal") == reader.run("return newskg.data.display.entity.Person.colour")
    reader.run("newskg.selectActor('a crane')")
    assert reader.sees("#panel .kind").endswith("without a name")


def test_a_line_says_how_many_ties_it_stands_for(reader: Reader) -> None:
    lines = "return newskg.labels().lines.map(l => [l.tie, l.text])"
    reader.opens("harbour", "#status=reportedFact,disputed")
    double = reader.tie("Jon Ekdal", "Harbour Board")
    reader.run("newskg.network.moveTo({ scale: 0.6 })")
    reader.waits_for("return newskg.labels().lines.length === 1")
    assert reader.run(lines) == [[double, "×2"]]  # a single tie needs no number
    reader.run("newskg.selectTie(arguments[0])", double)
    reader.waits_for("return newskg.labels().lines.some(l => l.text === 'event 2 +1')")


@pytest.mark.parametrize("name", ["alder", "harbour", "crowd", "groups"])
def test_no_name_covers_another(reader: Reader, name: str) -> None:
    reader.opens(name)
    boxes = reader.run("const { actors, lines } = newskg.labels(); return [...actors, ...lines]")
    assert len(boxes) >= 5
    assert [(a, b) for k, a in enumerate(boxes) for b in boxes[:k] if overlap(a, b)] == []


def overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    beside = a["x"] >= b["x"] + b["w"] or b["x"] >= a["x"] + a["w"]
    return not beside and a["y"] < b["y"] + b["h"] and b["y"] < a["y"] + a["h"]


NEAR_THE_MIDDLE = """
const { x, y } = newskg.network.getViewPosition();
const near = id => { const p = newskg.network.getPosition(id); return Math.hypot(p.x - x, p.y - y) < 120; };
const named = new Set(newskg.labels().actors.map(l => l.actor));
return [...newskg.now.actors].filter(near).every(id => named.has(id));
"""


def test_more_names_when_zoomed_in(reader: Reader) -> None:
    reader.opens("groups")
    assert reader.run("return newskg.labels().actors.length < newskg.now.actors.size")
    reader.clicks("#communities [data-community]")
    reader.waits_for("return newskg.network.getScale() > 0.8")
    reader.waits_for(NEAR_THE_MIDDLE)


SHARED_GROUNDS = """
const at = newskg.network.getPositions(), found = [], all = [...newskg.now.actors];
const group = id => newskg.actors.get(id).community, ground = id => newskg.data.grounds[group(id)].join();
const near = (a, b) => Math.hypot(at[a].x - at[b].x, at[a].y - at[b].y) < 200;
for (const a of all) for (const b of all) {
  if (group(a) < group(b) && near(a, b) && ground(a) === ground(b)) found.push([a, b]);
}
return found;
"""


def test_neighbouring_communities_have_different_grounds(reader: Reader) -> None:
    reader.opens("groups")
    assert reader.run(SHARED_GROUNDS) == []
    assert reader.run("return newskg.data.grounds.length") > reader.run("return newskg.data.display.community.length")


def test_the_legend_says_what_size_outline_and_width_mean(reader: Reader) -> None:
    reader.opens("alder")
    key = reader.sees(".key")
    for told in ("Size: how central", "Outline: without a name", "Width: how many sentences", "How many ties"):
        assert told in key, told


@pytest.mark.parametrize("table", ["status", "entity", "category"])
def test_every_row_of_the_legend_has_its_mark_and_count(reader: Reader, table: str) -> None:
    reader.opens("alder")
    rows = reader.run(
        "return [...document.querySelectorAll(`#legend [data-filter=${arguments[0]}]`)].map(e => e.closest('label'))"
        ".map(e => [e.querySelectorAll('svg').length, Number(e.querySelector('.number').innerText) > 0])",
        table,
    )
    assert len(rows) >= 3
    assert rows == [[1, True]] * len(rows)
