"""The page as a reader has it: in Chromium, from a file, offline, clicked with a real mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pytest
from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kg.network_to_page import page, write_page

pytestmark = pytest.mark.browser
E = "https://example.org/news/entity/"
SPOT = (
    "const at = newskg.network.getPosition(arguments[0]), dom = newskg.network.canvasToDOM(at); return [dom.x, dom.y]"
)


@pytest.fixture(scope="session")
def pages(
    tmp_path_factory: pytest.TempPathFactory, network: networkx.MultiDiGraph, hostile: networkx.MultiDiGraph
) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write_page(page(network, title="Port Alder"), folder / "alder.html")
    write_page(page(network, title="Port Alder", limit=3), folder / "few.html")
    write_page(page(hostile, title="<img src=x onerror=window.hacked=6>"), folder / "hostile.html")
    write_page(page(networkx.MultiDiGraph(), title="Nothing"), folder / "empty.html")
    return folder


class Reader:
    """Someone at the page; every console message at the end of a test counts as an error."""

    def __init__(self, driver: Chrome, pages: Path) -> None:
        self.driver, self.pages = driver, pages

    def opens(self, name: str, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get((self.pages / f"{name}.html").as_uri() + fragment)
        assert self.run("return typeof window.newskg") == "object", self.driver.get_log("browser")

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def clicks_at(self, spot: list[float]) -> None:

        canvas = self.driver.find_element(By.CSS_SELECTOR, "#drawing canvas")
        size = canvas.size
        offset = round(spot[0] - size["width"] / 2), round(spot[1] - size["height"] / 2)
        ActionChains(self.driver, duration=0).move_to_element_with_offset(canvas, *offset).click().perform()

    def clicks(self, selector: str) -> None:

        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def types(self, *keys: str) -> None:

        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def waits_for(self, script: str) -> Any:

        return WebDriverWait(self.driver, 5, poll_frequency=0.05).until(lambda _: self.run(script), script)

    def sees(self, selector: str) -> str:
        text: str = self.run("const e = document.querySelector(arguments[0]); return e ? e.innerText : ''", selector)
        return text

    def tie(self, a: str, b: str) -> str:
        found: str = self.run(
            "return newskg.data.ties.find(t => [t.from, t.to].includes(arguments[0])"
            " && [t.from, t.to].includes(arguments[1])).id",
            E + a,
            E + b,
        )
        return found


@pytest.fixture
def reader(browser: Chrome, pages: Path) -> Iterator[Reader]:
    one = Reader(browser, pages)
    yield one
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def middle(reader: Reader, a: str, b: str) -> list[float]:
    (x1, y1), (x2, y2) = reader.run(SPOT, E + a), reader.run(SPOT, E + b)
    return [(x1 + x2) / 2, (y1 + y2) / 2]


def test_it_loads_offline_and_asks_for_nothing(reader: Reader) -> None:
    reader.opens("alder")
    assert reader.run("return navigator.onLine") is False
    assert reader.run("return performance.getEntriesByType('resource').map(e => e.name)") == []


def test_it_draws_every_actor_tied_by_a_fact(reader: Reader) -> None:
    reader.opens("alder")
    drawn = reader.run("return Object.keys(newskg.network.getPositions())")
    # Norland and the truce are tied by a claim only, and claims are not ticked yet.
    names = ["Alder_Gazette", "Ana_Ruiz", "Norland_Army", "Olaf_Brenn", "Port_Alder", "Sandby", "Zoe_Lindqvist"]
    assert sorted(drawn) == [E + name for name in names]
    # Something other than the background stands on the canvas.
    colours = reader.run(
        "const c = document.querySelector('#drawing canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, s = new Set();"
        "for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size"
    )
    assert colours > 20


def test_a_click_on_a_line_shows_its_sentence(reader: Reader) -> None:
    reader.opens("alder")
    reader.clicks_at(middle(reader, "Ana_Ruiz", "Olaf_Brenn"))
    reader.waits_for("return !document.getElementById('panel').hidden")
    assert "😀 Mayor Ruiz met the envoy, Olaf Brenn, in Sandby on Thursday." in reader.sees("#panel")
    assert reader.sees("#panel mark") == "met"
    panel = reader.sees("#panel")
    for told in ("13 Mar 2025", "Sandby", "Mayor meets envoy", "The Alder Gazette", "0.93", "own voice"):
        assert told in panel, told
    assert reader.run("return location.hash") == "#e=" + reader.tie("Ana_Ruiz", "Olaf_Brenn")


def test_a_click_on_an_actor_shows_who_it_is(reader: Reader) -> None:
    reader.opens("alder")
    reader.clicks_at(reader.run(SPOT, E + "Ana_Ruiz"))
    reader.waits_for("return !document.getElementById('panel').hidden")
    assert reader.sees("#panel h2") == "Ana Ruiz"
    assert reader.sees("#panel .aliases") == "also Mayor Ruiz, Ruiz"
    assert reader.run("return document.querySelector('#panel .links a').href") == "https://www.wikidata.org/entity/Q0"


def test_every_entry_leads_to_the_other_end_and_back_comes_back(reader: Reader) -> None:
    reader.opens("alder", "#n=" + E.replace(":", "%3A").replace("/", "%2F") + "Ana_Ruiz")
    assert reader.sees("#panel h2") == "Ana Ruiz"
    reader.clicks(f"#panel .entry [data-actor='{E}Port_Alder']")
    reader.waits_for("return document.querySelector('#panel h2').innerText === 'Port Alder'")
    reader.driver.back()
    reader.waits_for("return document.querySelector('#panel h2').innerText === 'Ana Ruiz'")


def test_a_click_beside_everything_closes_the_panel(reader: Reader) -> None:
    reader.opens("alder")
    reader.run("newskg.selectActor(arguments[0])", E + "Ana_Ruiz")
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
    assert reader.run("return newskg.selected()") == E + actor


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


def test_an_empty_network_says_so(reader: Reader) -> None:
    reader.opens("empty")
    assert reader.sees("#empty h2") == "No ties to draw"


def test_a_narrow_screen_has_everything(reader: Reader) -> None:
    size = {"width": 390, "height": 800, "deviceScaleFactor": 2, "mobile": True}
    reader.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        reader.opens("alder", "#e=" + "0" * 12)  # an address of nothing is no address
        assert reader.run("return document.documentElement.scrollWidth") == 390
        reader.clicks_at(reader.run(SPOT, E + "Olaf_Brenn"))
        reader.waits_for("return !document.getElementById('panel').hidden")
        box = reader.run("const r = document.getElementById('panel').getBoundingClientRect(); return [r.left, r.right]")
        assert box == [0, 390]
    finally:
        reader.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_hostile_names_stay_text(reader: Reader, hostile: networkx.MultiDiGraph) -> None:
    reader.opens("hostile")
    elements = (
        "return document.querySelectorAll('img, #panel script, #list script, #hits script, #panel svg[onload]').length"
    )
    # A source or a name elsewhere that is no web address is no link.
    links = "return document.querySelectorAll('#panel a').length"
    for iri in hostile:
        reader.run("newskg.selectActor(arguments[0])", iri)
        reader.waits_for("return newskg.selected() !== null")
        assert hostile.nodes[iri]["label"] in reader.sees("#panel h2")
        assert reader.run(links) == 0
    for tie in reader.run("return newskg.data.ties.map(t => t.id)"):
        reader.run("newskg.selectTie(arguments[0])", tie)
        reader.waits_for(f"return newskg.selected() === '{tie}'")
        assert reader.run(links) == 0
    reader.run("newskg.setView('list')")
    reader.types("/")
    reader.types("script")
    assert reader.run(elements) == 0
    assert reader.run("return [window.hacked === undefined, document.scripts.length]") == [True, 3]


def test_the_policy_stops_a_script_that_gets_in(browser: Chrome, pages: Path) -> None:
    one = Reader(browser, pages)
    one.opens("alder")
    one.run(
        "const s = document.createElement('div'); s.innerHTML = '<img src=x onerror=\"window.hacked=1\">';"
        "document.body.append(s); const t = document.createElement('script'); t.textContent = 'window.hacked = 2';"
        "document.body.append(t)"
    )
    assert one.run("return window.hacked === undefined") is True
    assert any("Content Security Policy" in entry["message"] for entry in browser.get_log("browser"))
