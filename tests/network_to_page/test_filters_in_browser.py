"""Every filter of the page: status, actors, events, sources, dates, things; and the address that keeps them."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.keys import Keys

from kg.network_to_page.display import looks
from kg.ontology_to_text import STATUSES

from .networks import B
from .reader import Reader

pytestmark = pytest.mark.browser
HIDDEN = "return newskg.network.body.edges[arguments[0]].options.hidden"


def test_only_facts_and_no_lone_thing_at_first(reader: Reader) -> None:
    reader.opens("harbour")
    # "a crane" ties two actors; "a fence" only one; Jon Ekdal's planned event and the dispute are no facts.
    assert reader.drawn() == ["Harbour Board", "Jon Ekdal", "Mira Tal", "Sea Post", "Vik", "a crane"]


@pytest.mark.parametrize("status", ["planned", "disputed"])
def test_each_status_has_its_own_line(reader: Reader, status: str) -> None:
    reader.opens("harbour")
    tie = reader.tie("Jon Ekdal", "Vik" if status == "planned" else "Harbour Board")
    assert reader.run(HIDDEN, tie) is True
    reader.clicks(f"[data-filter=status][value={status}]")
    assert reader.run(HIDDEN, tie) is False
    dashes = reader.run("return newskg.network.body.edges[arguments[0]].options.dashes", tie)
    assert dashes == reader.run("return newskg.data.display.status[arguments[0]].dashes", status)


def test_every_status_has_another_line_style(reader: Reader) -> None:
    reader.opens("harbour")
    styles = reader.run("return Object.values(newskg.data.display.status).map(s => [s.dashes, s.colour].join())")
    assert len(set(styles)) == len(styles)


def test_no_two_statuses_share_a_line_style() -> None:
    found = looks("status", STATUSES)
    styles = [tuple(look["dashes"]) for look in found.values()]
    assert len(set(styles)) == len(STATUSES)
    assert [name for name, look in found.items() if not look["dashes"]] == ["reportedFact"]


def test_all_and_none_of_a_group(reader: Reader) -> None:
    reader.opens("harbour")
    for name, ticked in (("none", 0), ("all", 2)):
        reader.run("document.querySelector(`[aria-label='Sources: ${arguments[0]}']`).click()", name)
        assert reader.run("return document.querySelectorAll('[data-filter=source]:checked').length") == ticked
        assert (reader.drawn() == []) is (ticked == 0)


def test_the_arrow_keys_go_through_what_was_found(reader: Reader) -> None:
    reader.opens("harbour")
    reader.types("/")
    reader.types("a")
    reader.waits_for("return document.querySelectorAll('#hits [role=option]').length > 1")
    second = reader.run("return document.querySelectorAll('#hits [role=option]')[1].querySelector('span').innerText")
    reader.types(Keys.ARROW_DOWN)
    assert reader.run("return document.getElementById('search').getAttribute('aria-activedescendant')") == "hit-1"
    reader.types(Keys.ENTER)
    assert reader.sees("#panel h2") == second


def test_filters_on_a_phone_open_over_the_drawing_and_leave_the_time_line_free(reader: Reader) -> None:
    reader.resizes(390, 800)
    reader.opens("harbour")
    assert reader.run("return document.getElementById('filters').open") is False
    reader.clicks("#filters summary")
    bottom = reader.run("return document.getElementById('filters').getBoundingClientRect().bottom")
    assert bottom <= reader.run("return document.getElementById('timeline').getBoundingClientRect().top")
    assert reader.run("return document.documentElement.scrollWidth") == 390
    reader.clicks("[data-filter=category][value=Other]")
    assert reader.drawn() == ["Harbour Board", "Jon Ekdal", "Mira Tal"]


def test_other_events_are_one_type_to_filter(reader: Reader) -> None:
    reader.opens("harbour")
    reader.clicks("[data-filter=category][value=Other]")
    assert reader.drawn() == ["Harbour Board", "Jon Ekdal", "Mira Tal"]


def test_things_without_a_name_come_when_asked_for(reader: Reader) -> None:
    reader.opens("harbour")
    reader.clicks("#things")
    assert "a fence" in reader.drawn()
    assert "things=yes" in reader.run("return location.hash")
    reader.clicks("#things")
    assert "a fence" not in reader.drawn()
    assert "a crane" in reader.drawn()


def test_a_source_can_be_left_out(reader: Reader) -> None:
    reader.opens("harbour")
    reader.clicks("[data-filter=source][value='Morning Star']")
    assert reader.drawn() == []  # the crane's other tie is told by the Evening Sun, but it ties only one actor now
    assert reader.sees("#empty h2") == "Nothing matches these filters"
    reader.clicks("#reset")
    assert "Mira Tal" in reader.drawn()


def test_a_range_of_dates(reader: Reader) -> None:
    reader.opens("harbour", "#undated=no&from=2025-03-03&to=2025-03-05")
    assert reader.drawn() == ["Harbour Board", "Mira Tal"]
    assert reader.run("return document.getElementById('date-from').value") == "2025-03-03"
    reader.clicks("#undated")
    assert reader.drawn() == ["Harbour Board", "Mira Tal", "Sea Post", "Vik"]


def test_an_event_between_two_days_is_in_every_range_it_may_lie_in(reader: Reader) -> None:
    reader.opens("harbour", "#status=planned&undated=no&from=2025-03-11&to=2025-03-11")
    assert reader.drawn() == ["Jon Ekdal", "Vik"]
    reader.opens("harbour", "#status=planned&undated=no&from=2025-03-13")
    assert reader.drawn() == []


def test_the_address_keeps_filters_and_selection(reader: Reader) -> None:
    reader.opens("harbour")
    reader.clicks("[data-filter=status][value=planned]")
    reader.clicks("[data-filter=category][value=Accuse]")
    reader.clicks("[data-filter=source][value='Evening Sun']")
    reader.run("newskg.selectActor('Mira Tal')")
    address = reader.run("return location.hash")
    shown = reader.drawn()
    reader.opens("harbour", address)
    assert reader.run("return newskg.selected()") == "Mira Tal"
    assert reader.drawn() == shown
    ticked = "return [...document.querySelectorAll('input[data-filter]')].filter(e => !e.checked).map(e => e.value)"
    assert sorted(reader.run(ticked)) == ["Accuse", "Evening Sun", "disputed"]


def test_an_address_may_name_an_actor_by_its_iri(reader: Reader) -> None:
    reader.opens("harbour", f"#n={B}Vik".replace(":", "%3A"))
    assert reader.sees("#panel h2") == "Vik"


@pytest.mark.parametrize("fragment", ["#n=%E0%A4%A", "#n=nobody", "#status=what&from=tomorrow", "#way=Vik", "#x"])
def test_a_broken_address_opens_the_page_as_it_is(reader: Reader, fragment: str) -> None:
    reader.opens("harbour", fragment)
    assert reader.run("return newskg.selected()") is None
    assert reader.run("return newskg.chosen.from") is None


@pytest.mark.parametrize("name", ["few", "packed"])
def test_who_is_not_drawn_is_found_and_drawn(reader: Reader, name: str) -> None:
    reader.opens(name)
    reader.types("/")
    reader.types("sandby")
    reader.waits_for("return document.querySelectorAll('#hits [role=option]').length > 0")
    assert "not drawn" in reader.sees("#hits")
    reader.types(Keys.ENTER)
    reader.waits_for("return newskg.selected() !== null")
    assert reader.sees("#panel h2") == "Sandby"
    # With nobody drawn that it is tied to, its neighbours come too.
    assert {"Sandby", "Norland_Army"} <= set(reader.drawn())


def test_more_neighbours_are_drawn_when_asked_for(reader: Reader) -> None:
    reader.opens("few", "#n=Ana_Ruiz")
    assert "Port_Alder" not in reader.drawn()
    reader.clicks("#draw-more")
    assert "Port_Alder" in reader.drawn()


def test_nobody_who_comes_in_stands_on_another(reader: Reader) -> None:
    reader.opens("sparse")
    reader.run("document.querySelectorAll('[data-filter]').forEach(e => e.checked || e.click())")
    for _ in range(8):
        reader.run(
            "newskg.selectActor('Person A0'); const more = document.getElementById('draw-more'); more && more.click()"
        )
    spots = reader.run("return Object.values(newskg.network.getPositions())")
    assert len(spots) > 6
    near = [
        (a, b)
        for k, a in enumerate(spots)
        for b in spots[:k]
        if abs(a["x"] - b["x"]) < 60 and abs(a["y"] - b["y"]) < 40
    ]
    assert near == []


def test_searching_lists_other_names_and_takes_the_mouse(reader: Reader) -> None:
    reader.opens("alder")
    reader.types("/")
    reader.types("ruiz")
    reader.waits_for("return document.querySelectorAll('#hits [role=option]').length === 1")
    assert reader.sees("#hits") == "Ana Ruiz\nRuiz"
    assert reader.run("return document.getElementById('search').getAttribute('aria-activedescendant')") == "hit-0"
    reader.clicks("#hits [role=option]")
    assert reader.sees("#panel h2") == "Ana Ruiz"
