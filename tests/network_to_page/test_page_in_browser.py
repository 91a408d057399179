"""The page as a reader has it: in Chromium, from a file, offline, clicked with a real mouse."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from .reader import SPOT, Reader

pytestmark = pytest.mark.browser
E = "https://example.org/news/entity/"


def test_it_loads_offline_and_asks_for_nothing(reader: Reader) -> None:
    reader.opens("alder")
    assert reader.run("return navigator.onLine") is False
    assert reader.run("return performance.getEntriesByType('resource').map(e => e.name)") == []


def test_it_draws_every_actor_tied_by_a_fact(reader: Reader) -> None:
    reader.opens("alder")
    # Norland and the truce are tied by a claim only, and claims are not ticked yet.
    names = ["Alder_Gazette", "Ana_Ruiz", "Norland_Army", "Olaf_Brenn", "Port_Alder", "Sandby", "Zoe_Lindqvist"]
    assert reader.drawn() == names
    # Something other than the background stands on the canvas.
    colours = reader.run(
        "const c = document.querySelector('#drawing canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set();"
        "for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size"
    )
    assert colours > 20


def test_a_click_on_a_line_shows_its_sentence(reader: Reader) -> None:
    reader.opens("alder")
    reader.clicks_at(reader.middle("Ana_Ruiz", "Olaf_Brenn"))
    reader.waits_for("return !document.getElementById('panel').hidden")
    assert "😀 Mayor Ruiz met the envoy, Olaf Brenn, in Sandby on Thursday." in reader.sees("#panel")
    assert reader.sees("#panel mark") == "met"
    panel = reader.sees("#panel")
    for told in ("13 Mar 2025", "Sandby", "Mayor meets envoy", "The Alder Gazette", "0.93", "own voice"):
        assert told in panel, told
    assert reader.run("return location.hash") == "#e=" + reader.tie("Ana_Ruiz", "Olaf_Brenn")


def test_a_click_on_an_actor_shows_who_it_is(reader: Reader) -> None:
    reader.opens("alder")
    reader.clicks_at(reader.run(SPOT, "Ana_Ruiz"))
    reader.waits_for("return !document.getElementById('panel').hidden")
    assert reader.sees("#panel h2") == "Ana Ruiz"
    assert reader.sees("#panel .aliases") == "also Mayor Ruiz, Ruiz"
    assert reader.run("return document.querySelector('#panel .links a').href") == "https://www.wikidata.org/entity/Q0"


def test_every_entry_leads_to_the_other_end_and_back_comes_back(reader: Reader) -> None:
    reader.opens("alder", "#n=" + E.replace(":", "%3A").replace("/", "%2F") + "Ana_Ruiz")
    assert reader.sees("#panel h2") == "Ana Ruiz"
    reader.clicks("#panel .entry [data-actor='Port_Alder']")
    reader.waits_for("return document.querySelector('#panel h2').innerText === 'Port Alder'")
    reader.driver.back()
    reader.waits_for("return document.querySelector('#panel h2').innerText === 'Ana Ruiz'")


def test_a_click_beside_everything_closes_the_panel(reader: Reader) -> None:
    reader.opens("alder")
    reader.run("newskg.selectActor(arguments[0])", "Ana_Ruiz")
    reader.waits_for("return newskg.selected() !== null")
    reader.clicks_at([3, 3])
    reader.waits_for("return document.getElementById('panel').hidden")


@pytest.mark.parametrize(
    ("typed", "actor"),
    [("lindqvist", "Zoe_Lindqvist"), ("zoe", "Zoe_Lindqvist"), ("ZOË L", "Zoe_Lindqvist"), ("mayor r", "Ana_Ruiz")],
)
def test_search_by_name_and_other_name_without_accents(reader: Reader, typed: str, actor: str) -> None:

    reader.opens("alder")
    reader.types("/")
    reader.types(typed)
    reader.waits_for("return document.querySelectorAll('#hits [role=option]').length > 0")
    reader.types(Keys.ENTER)
    reader.waits_for("return newskg.selected() !== null")
    assert reader.run("return newskg.selected()") == actor


def test_search_says_when_there_is_nobody(reader: Reader) -> None:
    reader.opens("alder")
    reader.types("/")
    reader.types("xyzzy")
    assert reader.sees("#hits") == "Nobody of that name here."


def test_facts_only_until_claims_are_ticked(reader: Reader) -> None:
    reader.opens("alder")
    tie = reader.tie("Ana_Ruiz", "Zoe_Lindqvist")
    hidden = f"return newskg.network.body.edges['{tie}'].options.hidden"
    assert reader.run(hidden) is True
    reader.clicks("[data-filter=status][value=planned]")
    assert reader.run(hidden) is False
    assert reader.run(f"return newskg.network.body.edges['{tie}'].options.dashes") is not False
    reader.run("newskg.selectTie(arguments[0])", tie)
    reader.waits_for("return newskg.selected() !== null")
    assert "Olaf Brenn" in reader.sees("#panel .voice")
    assert "The Alder Gazette" in reader.sees("#panel .voice")


def test_a_kind_of_actor_can_be_filtered_out_and_everything_shown_again(reader: Reader) -> None:
    reader.opens("alder")
    reader.clicks("[data-filter=entity][value=Person]")
    assert reader.sees("#summary").startswith("2 actors · 1 tie")
    reader.clicks("[data-filter=entity][value=Group]")
    assert reader.sees("#empty h2") == "Nothing matches these filters"
    reader.clicks("#reset")
    assert reader.sees("#summary").startswith("9 actors · 7 ties")


def test_the_list_has_the_same_ties(reader: Reader) -> None:
    reader.opens("alder")
    reader.clicks("#as-list")
    assert reader.run("return document.querySelectorAll('#ties tbody tr').length") == 6
    assert "Mayor Ruiz met the envoy" in reader.sees("#ties")
    assert reader.run("return document.querySelectorAll('#actors tbody tr').length") == 9
    reader.clicks("#ties tbody tr .more")
    reader.waits_for("return !document.getElementById('panel').hidden")


def test_dark_and_light(reader: Reader) -> None:
    reader.opens("alder")
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = reader.run(paper)
    reader.clicks("#theme")
    assert reader.run(paper) != light
    reader.clicks("#theme")
    assert reader.run(paper) == light


def test_it_says_how_many_it_leaves_out(reader: Reader) -> None:
    reader.opens("few")
    assert reader.sees("#note").startswith("Showing 3 of 9 actors")


def test_it_warns_of_so_many_that_it_gets_slow(reader: Reader) -> None:
    reader.opens("slow")
    assert reader.sees("#note") == "More than 5 at once are slow on small machines."


def test_an_empty_network_says_so(reader: Reader) -> None:
    reader.opens("empty")
    assert reader.sees("#empty h2") == "No ties to draw"


def test_a_narrow_screen_has_everything(reader: Reader) -> None:
    reader.resizes(390, 800)
    reader.opens("alder", "#e=" + "0" * 12)  # an address of nothing is no address
    assert reader.run("return document.documentElement.scrollWidth") == 390
    reader.clicks_at(reader.run(SPOT, "Olaf_Brenn"))
    reader.waits_for("return !document.getElementById('panel').hidden")
    box = reader.run("const r = document.getElementById('panel').getBoundingClientRect(); return [r.left, r.right]")
    assert box == [0, 390]
