"""News text is hostile input: whatever a name or a title says, nothing of it runs, and nothing leaves the page."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx
import pyoxigraph
import pytest
from selenium.webdriver import Chrome

from .reader import Reader

pytestmark = pytest.mark.browser


def test_hostile_names_stay_text(reader: Reader, hostile: networkx.MultiDiGraph) -> None:
    reader.opens("hostile")
    elements = (
        "return document.querySelectorAll('img, #panel script, #list script, #hits script, #panel svg[onload]').length"
    )
    # A source or a name elsewhere that is no web address is no link.
    links = "return document.querySelectorAll('#panel a:not(.permalink)').length"
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
    for form in ("csv", "ttl"):
        reader.run("return newskg.text(arguments[0])", form)
    reader.run("document.querySelectorAll('[data-filter]').forEach(e => { e.click(); e.click(); })")
    assert reader.run("return document.querySelectorAll('[data-filter=source]').length") == len(hostile) - 1
    assert reader.run(elements) == 0
    assert reader.run("return [window.hacked === undefined, document.scripts.length]") == [True, 4]


HOSTILE_ARTICLE = """\
Mayor Ana Ruiz<script>window.hacked=1</script> meets "onload=window.hacked=2 envoy

PORT ALDER, March 14, 2025 - Mayor Ana Ruiz met Olaf Brenn in Sandby on Thursday.

"</script><script>window.hacked=3</script> We will sign on Monday," Ana Ruiz told reporters of The Alder Gazette.
Olaf Brenn visited the <img src=x onerror=window.hacked=4> Harbour Company in Sandby.
The company javascript:window.hacked=5 Limited denied that it had paid <svg/onload=window.hacked=6> Brenn.
"""


@pytest.mark.model
def test_a_hostile_article_on_its_whole_way(reader: Reader, tmp_path: Path) -> None:
    from kg.pipeline import build
    from kg.settings import Settings

    source = tmp_path / "a<img src=x onerror=window.hacked=7>.txt"
    source.write_text(HOSTILE_ARTICLE, encoding="utf-8")
    build([str(source)], tmp_path / "out", Settings())
    reader.pages = tmp_path / "out"
    reader.opens("page")
    assert "Olaf Brenn" in reader.run("return [...newskg.actors.values()].map(a => a.label)")
    reader.run("document.querySelectorAll('[data-filter]').forEach(e => { if (!e.checked) e.click(); })")
    for actor in reader.run("return [...newskg.actors.keys()]"):
        reader.run("newskg.selectActor(arguments[0])", actor)
    assert "<script>window.hacked=3</script>" in reader.run(
        "newskg.clear(); return [...newskg.actors.values()].map(a => { newskg.selectActor(a.id);"
        " return document.getElementById('panel').innerText; }).join()"
    )
    reader.run("newskg.setView('list')")
    found = "return [window.hacked === undefined, document.scripts.length, document.querySelectorAll('img').length]"
    assert reader.run(found) == [True, 4, 0]


def test_hostile_text_taken_along_is_data(reader: Reader, hostile: networkx.MultiDiGraph) -> None:
    reader.opens("hostile")
    list(pyoxigraph.parse(reader.run("return newskg.text('ttl')"), format=pyoxigraph.RdfFormat.TURTLE))
    rows = list(csv.DictReader(io.StringIO(reader.run("return newskg.text('csv')"), newline="")))
    assert {row["target"] for row in rows} | {row["source"] for row in rows} == {
        data["label"] for _, data in hostile.nodes(data=True)
    }


@pytest.mark.parametrize(
    "fragment",
    ["#n=%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E", "#no-source=%3Cimg+src%3Dx+onerror%3Dwindow.hacked%3D1%3E"],
)
def test_a_hostile_address_is_text(reader: Reader, fragment: str) -> None:
    reader.opens("hostile", fragment)
    assert reader.run("return [window.hacked === undefined, document.querySelectorAll('img').length]") == [True, 0]


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
