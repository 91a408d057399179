"""The time line: bars, handles, play."""

from __future__ import annotations

from itertools import pairwise

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from .reader import Reader

pytestmark = pytest.mark.browser
BARS = "return [...document.querySelectorAll('#histogram rect')].map(r => Number(r.dataset.count))"


def test_a_bar_for_each_day_counts_what_the_filters_let_through(reader: Reader) -> None:
    reader.opens("harbour")
    assert reader.run("return newskg.data.time.happened.bars.map(b => b[0])") == [
        f"2025-03-{day:02}" for day in range(1, 11)
    ]
    assert reader.run(BARS) == [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
    reader.clicks("[data-filter=status][value=disputed]")
    assert reader.run(BARS) == [1, 1, 1, 1, 0, 0, 0, 0, 2, 0]


def test_the_handles_narrow_the_range_from_the_keyboard(reader: Reader) -> None:
    reader.opens("harbour")
    left, right = (reader.driver.find_element(By.ID, name) for name in ("time-from", "time-to"))
    left.send_keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    right.send_keys(*[Keys.ARROW_LEFT] * 6)
    assert left.get_attribute("aria-valuetext") == "3 Mar 2025"
    assert reader.sees("#time-range") == "3 Mar 2025 – 4 Mar 2025"
    assert reader.run("return [newskg.chosen.from, newskg.chosen.to]") == ["2025-03-03", "2025-03-04"]
    assert "from=2025-03-03" in reader.run("return location.hash")
    assert "Jon Ekdal" not in reader.drawn()
    assert reader.run("return document.querySelectorAll('#histogram .bar-in').length") == 2
    reader.clicks("#all-time")
    assert reader.run("return [newskg.chosen.from, newskg.chosen.to]") == [None, None]


def test_no_handle_passes_the_other(reader: Reader) -> None:
    reader.opens("harbour", "#from=2025-03-04&to=2025-03-04")
    left = reader.driver.find_element(By.ID, "time-from")
    left.send_keys(Keys.ARROW_RIGHT)
    chosen = reader.run("return [newskg.chosen.from, newskg.chosen.to]")
    assert chosen == ["2025-03-05", "2025-03-05"]


def test_the_date_fields_and_the_handles_say_the_same(reader: Reader) -> None:
    reader.opens("harbour")
    reader.run(
        "const e = document.getElementById('date-to'); e.value = '2025-03-03'; e.dispatchEvent(new Event('change'))"
    )
    assert reader.run("return document.getElementById('time-to').value") == "2"


def test_play_lets_time_grow_and_ends_with_all_of_it(reader: Reader) -> None:
    reader.opens("harbour")
    reader.clicks("#play")
    assert reader.run("return newskg.chosen.to") == "2025-03-01"
    assert reader.run("return document.getElementById('play').getAttribute('aria-label')") == "Stop"
    reader.waits_for("return newskg.chosen.to === '2025-03-02'")
    reader.clicks("#play")
    stopped = reader.run("return newskg.chosen.to")
    assert reader.run("return document.getElementById('play').getAttribute('aria-pressed')") == "false"
    assert stopped is not None
    reader.opens("harbour", "#to=2025-03-09")
    reader.clicks("#play")  # a narrower range moves on as wide as it is
    reader.waits_for("return newskg.chosen.from === '2025-03-02' && newskg.chosen.to === null")
    reader.waits_for("return document.getElementById('play').getAttribute('aria-pressed') === 'false'")


def test_a_range_leaves_out_what_has_no_date_and_says_so(reader: Reader) -> None:
    reader.opens("harbour")
    assert "Sea Post" in reader.drawn()
    assert reader.sees("#left-out") == ""
    reader.driver.find_element(By.ID, "time-from").send_keys(Keys.ARROW_RIGHT)
    assert "Sea Post" not in reader.drawn()  # its only tie has no date
    assert reader.sees("#left-out") == "1 without a date left out"
    reader.clicks("#undated")
    assert "Sea Post" in reader.drawn()
    assert reader.sees("#left-out") == ""
    assert "undated=yes" in reader.run("return location.hash")


def test_the_other_clock_goes_by_the_days_of_the_articles(reader: Reader) -> None:
    reader.opens("weekly")
    clock = Select(reader.driver.find_element(By.ID, "clock"))
    assert clock.first_selected_option.text == "When it happened"
    clock.select_by_visible_text("When it was reported")
    assert "clock=reported" in reader.run("return location.hash")
    assert reader.run(BARS) == [4, 0, 0, 0, 0, 0, 0, 1]  # the Morning Star of the 8th, the Evening Sun of the 15th
    reader.driver.find_element(By.ID, "time-to").send_keys(Keys.ARROW_LEFT)
    assert reader.drawn() == ["Harbour Board", "Jon Ekdal", "Mira Tal", "Sea Post", "Vik"]
    assert reader.sees("#left-out") == ""
    shown = reader.drawn()
    reader.opens("weekly", reader.run("return location.hash"))
    assert reader.drawn() == shown


def test_bars_have_dates_below_them(reader: Reader) -> None:
    reader.opens("harbour")
    names = reader.run("return [...document.querySelectorAll('#ticks span')].map(e => e.innerText)")
    assert names[0] == "1 Mar 2025"
    boxes = reader.run(
        "return [...document.querySelectorAll('#ticks span')].map(e => e.getBoundingClientRect())"
        ".map(r => [r.left, r.right])"
    )
    assert len(boxes) > 2
    assert all(a[1] < b[0] for a, b in pairwise(boxes))


def test_what_lies_before_the_bars_has_one_bar(reader: Reader) -> None:
    reader.opens("old")
    assert reader.sees("#time-range").startswith("before ")
    reader.driver.find_element(By.ID, "time-from").send_keys(Keys.ARROW_RIGHT)
    assert "Vik" not in reader.drawn()  # its only dated tie is of 1912
    assert "Mira Tal" in reader.drawn()


def test_without_dates_there_is_no_time_line(reader: Reader) -> None:
    reader.opens("empty")
    assert reader.run("return document.getElementById('timeline').hidden") is True
