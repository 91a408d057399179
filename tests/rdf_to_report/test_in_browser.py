"""The report in Chromium, from a folder, without a network: readable, quiet, and accessible (WCAG 2.1 A and AA)."""

from __future__ import annotations

from pathlib import Path

import pytest
from network_to_page.test_accessibility_in_browser import violations

from .visitor import Visitor

pytestmark = pytest.mark.browser

KINDS = (
    "index.html", "people/index.html", "people/mira-tal*.html", "places/index.html", "stories/index.html",
    "events/index.html", "events/2025-03.html", "offices/index.html", "contradictions/index.html", "sources/index.html",
    "articles/headline-of-one*.html", "about/index.html",
)  # fmt: skip


def path(visitor: Visitor, pattern: str) -> str:
    """The one page of the harbour that the pattern names."""
    (found,) = (visitor.folder / "harbour").glob(pattern)
    return found.relative_to(visitor.folder).as_posix()


def test_the_style_that_the_policy_pins_is_in_force(visitor: Visitor) -> None:
    visitor.opens("harbour/index.html")
    assert visitor.run("return getComputedStyle(document.querySelector('main')).maxWidth") == "860px"


def test_a_choice_leaves_what_is_chosen_and_the_days_that_have_it(visitor: Visitor) -> None:
    visitor.opens(path(visitor, "people/mira-tal*.html"))
    everything = visitor.sees(".day h3")
    assert everything == ["10 March 2025", "17–23 March 2025"]
    visitor.clicks("#show-planned")
    assert visitor.sees(".day h3") == ["17–23 March 2025"]
    assert visitor.sees(".entry .badge") == ["Planned"]
    visitor.clicks("#show-all")
    assert visitor.sees(".day h3") == everything


def test_marks_differ_in_words_and_in_their_line(visitor: Visitor) -> None:
    visitor.opens("harbour/about/index.html")
    lines = visitor.run("return [...document.querySelectorAll('dt .mark')].map(e => getComputedStyle(e).background)")
    words = visitor.sees("dt .mark")
    assert len(set(lines)) == len(set(words)) == len(words) == 10


def test_a_situation_is_reached_from_a_timeline_and_an_actor_from_there(visitor: Visitor) -> None:
    visitor.opens(path(visitor, "people/mira-tal*.html"))
    visitor.clicks(".entry h4 a")
    assert visitor.driver.current_url.split("#")[0].endswith("/events/2025-03.html")
    assert "Dockers walked out at Port Alder" in visitor.sees(":target")[0]
    visitor.clicks(":target dd a[href*='people/']")
    assert visitor.sees("h1") == ["Mira Tal"]


def test_the_map_leads_to_its_places(visitor: Visitor) -> None:
    visitor.opens("harbour/places/index.html")
    visitor.run(
        "document.querySelector('.map a').dispatchEvent(new MouseEvent('click', {bubbles: true, view: window}))"
    )
    assert visitor.sees("h1") == ["Port Alder"]


def test_two_sides_stand_side_by_side_and_on_a_phone_one_below_the_other(visitor: Visitor) -> None:
    tops = "return [...document.querySelectorAll('.sides > section')].map(e => e.getBoundingClientRect().top)"
    visitor.opens("harbour/contradictions/index.html")
    assert len(set(visitor.run(tops))) == 1
    visitor.resizes(390, 800)
    assert len(set(visitor.run(tops))) == 2


@pytest.mark.parametrize("name", KINDS)
def test_a_phone_never_scrolls_sideways(visitor: Visitor, name: str) -> None:
    visitor.resizes(360, 740)
    visitor.opens(path(visitor, name))
    assert visitor.run("return document.documentElement.scrollWidth") <= 360


def test_nothing_hostile_runs(visitor: Visitor) -> None:
    pages = sorted((visitor.folder / "hostile").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        visitor.opens(page.relative_to(visitor.folder).as_posix())
        assert visitor.run("return [window.hacked, document.scripts.length, document.images.length]") == [None, 0, 0]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("dark", ["light", "dark"], indirect=True)
@pytest.mark.usefixtures("dark")
def test_no_violation_at_a_desk(visitor: Visitor, axe: str, name: str) -> None:
    visitor.opens(path(visitor, name))
    assert violations(visitor, axe) == []


@pytest.mark.parametrize("name", ["people/mira-tal*.html", "places/index.html", "contradictions/index.html"])
def test_no_violation_on_a_phone(visitor: Visitor, axe: str, name: str) -> None:
    visitor.resizes(390, 800)
    visitor.opens(path(visitor, name))
    assert violations(visitor, axe) == []


def test_stories_are_read_without_violation(visitor: Visitor, axe: str, built: Path, tmp_path: Path) -> None:
    """The harbour is too small for a story: those of the example articles."""
    from kg.rdf_store import open_store
    from kg.rdf_to_report import report

    report(open_store(built), tmp_path / "examples", title="Examples")
    story = min((tmp_path / "examples" / "stories").glob("[!i]*.html"))
    visitor.folder = tmp_path
    visitor.opens(story.relative_to(tmp_path).as_posix())
    assert visitor.sees(".entry")
    assert violations(visitor, axe) == []
