"""What the reader takes along: a picture, a table, RDF."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

from .conftest import PORT_ALDER
from .reader import Reader

pytestmark = pytest.mark.browser


@pytest.fixture
def downloads(browser: Chrome, tmp_path: Path) -> Iterator[Path]:
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    yield tmp_path
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "default"})


@pytest.mark.parametrize(
    ("form", "begins"), [("png", b"\x89PNG\r\n\x1a\n"), ("csv", b"date,earliest,"), ("ttl", b"@prefix nkg: ")]
)
def test_a_click_saves_a_file(reader: Reader, downloads: Path, form: str, begins: bytes) -> None:
    reader.opens("alder")
    reader.clicks("#saving summary")
    reader.clicks(f"[data-save={form}]")
    path = downloads / f"port-alder.{form}"
    WebDriverWait(reader.driver, 10, 0.05).until(lambda _: path.exists() and path.stat().st_size > len(begins))
    assert path.read_bytes().startswith(begins)


def rows(reader: Reader) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reader.run("return newskg.text('csv')"), newline="")))


def test_the_table_has_a_line_for_each_sentence_of_the_selection(reader: Reader) -> None:
    reader.opens("alder")
    reader.run("newskg.selectTie(arguments[0])", reader.tie("Ana_Ruiz", "Olaf_Brenn"))
    met, said = sorted(rows(reader), key=lambda row: row["date"])
    assert (met["source"], met["relation"], met["target"]) == ("Ana Ruiz", "met", "Olaf Brenn")
    assert (met["status"], met["date"], met["confidence"]) == ("Reported as fact", "2025-03-13", "0.93")
    assert met["sentence"] == "😀 Mayor Ruiz met the envoy, Olaf Brenn, in Sandby on Thursday."
    assert said["relation"] == "statement about"


def test_the_table_of_the_view_has_what_is_drawn(reader: Reader) -> None:
    reader.opens("alder", "#status=planned")
    assert [row["status"] for row in rows(reader)] == ["Planned"]


def test_no_cell_is_a_formula(reader: Reader) -> None:
    reader.opens("harbour")
    reader.run("newskg.data.situations.forEach(s => { s.what = '=HYPERLINK(\"x\")'; })")
    assert {row["what"] for row in rows(reader)} == {'\'=HYPERLINK("x")'}


@pytest.mark.parametrize("fragment", ["", "#status=reportedFact,planned,claimed", "#n=Ana_Ruiz", "#n=Norland"])
def test_the_turtle_says_nothing_that_the_graph_does_not(reader: Reader, fragment: str) -> None:
    reader.opens("alder", fragment)
    found = {
        (t.subject, t.predicate, t.object)
        for t in pyoxigraph.parse(reader.run("return newskg.text('ttl')"), format=pyoxigraph.RdfFormat.TURTLE)
    }
    store = pyoxigraph.Store()
    store.load(path=str(PORT_ALDER), format=pyoxigraph.RdfFormat.TRIG)
    assert len(found) > 8
    assert {quad for quad in found if not any(store.quads_for_pattern(*quad, None))} == set()
    # What is no fact is told as a situation with its status, never as a plain triple between actors.
    status = "https://w3id.org/newskg/ontology#status"
    assert {p.value for _, p, _ in found} >= {status}
    assert not {p.value for _, p, _ in found} & {"https://w3id.org/newskg/ontology#met"}


def test_the_turtle_has_the_graphs_own_counts(reader: Reader) -> None:
    reader.opens("harbour")
    text = reader.run("return newskg.text('ttl')")
    assert text.count("nkg:articles 1") == text.count("nkg:independentSources 1") == 5
    reader.opens("alder")
    assert "nkg:articles" not in reader.run("return newskg.text('ttl')")
