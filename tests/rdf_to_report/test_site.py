"""The pages together: every link leads somewhere, nothing is asked of anybody, the same graph gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from kg.rdf_store import open_store
from kg.rdf_to_report import report
from kg.rdf_to_report.pages import pages

from .graphs import HOSTILE, harbour, hostile

REPORTS = ["harbour", "hostile", "alder", "examples"]


class Page(HTMLParser):
    """The ids, links, tags and texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.tags: Counter[str] = Counter()
        self.attributes: Counter[str] = Counter()
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes.update(name for name, _ in attrs)
        given = dict(attrs)
        self.ids += [i for i in [given.get("id")] if i]
        if tag == "a":
            self.links.append(given)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="session")
def every(reports: Path, built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[Path, Page]]:
    """The pages of every report, read."""
    examples = tmp_path_factory.mktemp("examples") / "report"
    report(open_store(built), examples, title="Examples")
    folders = {name: reports / name for name in REPORTS if name != "examples"} | {"examples": examples}
    return {
        name: {p: Page(p.read_text(encoding="utf-8")) for p in sorted(folder.rglob("*.html"))}
        for name, folder in folders.items()
    }


@pytest.mark.parametrize("name", REPORTS)
def test_every_link_leads_to_a_page_and_a_place_on_it(every: dict[str, dict[Path, Page]], name: str) -> None:
    known = every[name]
    lost = []
    for path, page in known.items():
        for link in page.links:
            parts = urlsplit(link["href"] or "")
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target not in known or (parts.fragment and parts.fragment not in known[target].ids):
                lost.append((path.name, link["href"]))
    assert sum(len(page.links) for page in known.values()) > 100
    assert lost == []


@pytest.mark.parametrize("name", REPORTS)
def test_links_out_are_web_addresses_that_tell_nobody_where_from(every: dict[str, dict[Path, Page]], name: str) -> None:
    out = [a for page in every[name].values() for a in page.links if urlsplit(a["href"] or "").scheme]
    assert out
    assert {urlsplit(a["href"] or "").scheme for a in out} <= {"http", "https"}
    assert {a.get("rel") for a in out} == {"noreferrer"}


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_runs_and_nothing_is_fetched(every: dict[str, dict[Path, Page]], name: str) -> None:
    for page in every[name].values():
        assert not page.tags.keys() & {"script", "img", "iframe", "object", "embed", "form", "base", "video", "audio"}
        assert page.tags["link"] == page.tags["style"] == 1  # the empty icon, the style that the policy pins
        assert not page.attributes.keys() & {"style", "src", "srcset", "background", "action", "ping"}
        assert not [a for a in page.attributes if a.startswith("on")]


@pytest.mark.parametrize("name", REPORTS)
def test_ids_occur_once_a_page(every: dict[str, dict[Path, Page]], name: str) -> None:
    doubled = {p.name: [i for i, n in Counter(page.ids).items() if n > 1] for p, page in every[name].items()}
    assert {name: ids for name, ids in doubled.items() if ids} == {}


def test_the_policy_allows_one_style_and_nothing_else() -> None:
    for path, html in pages(harbour(), "The harbour", 0.6):
        (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
        assert policy.replace("&#39;", "'") == (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
        ), path


def test_hostile_words_stay_words(every: dict[str, dict[Path, Page]]) -> None:
    text = "\n".join("".join(page.text) for page in every["hostile"].values())
    for words in HOSTILE:
        assert words in text


def test_names_of_files_are_safe_everywhere(every: dict[str, dict[Path, Page]]) -> None:
    for known in every.values():
        for path in known:
            assert re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,80}\.html", path.name)
        assert len({str(p).casefold() for p in known}) == len(known)


@pytest.mark.parametrize("make", [harbour, hostile])
def test_the_same_graph_gives_the_same_bytes(make: type) -> None:
    assert dict(pages(make(), "x", 0.6)) == dict(pages(make(), "x", 0.6))


def test_how_the_graph_is_stored_makes_no_difference(built: Path, tmp_path: Path) -> None:
    """The store, and its flat Turtle, which has no graphs and is read in another order."""
    for name, source in (("store", built), ("flat", built / "graph.ttl")):
        report(open_store(source), tmp_path / name, title="Examples")
    files = {p.relative_to(tmp_path / "store") for p in (tmp_path / "store").rglob("*") if p.is_file()}
    assert files == {p.relative_to(tmp_path / "flat") for p in (tmp_path / "flat").rglob("*") if p.is_file()}
    differing = [
        f for f in sorted(files) if (tmp_path / "store" / f).read_bytes() != (tmp_path / "flat" / f).read_bytes()
    ]
    assert differing == []
