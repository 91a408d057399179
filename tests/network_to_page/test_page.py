from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx
import pytest

from kg.network_to_page import page, write_page

from .networks import edge, star


class Parts(HTMLParser):
    """Tags with their attributes, and the text of each script; the id of a script that holds data, None for code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[str | None, str]] = []
        self._id: str | None = None
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "script":
            self._inside = True
            self._id = dict(attrs)["id"] if dict(attrs).get("type") == "application/json" else None
            self.scripts.append((self._id, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] = (self._id, self.scripts[-1][1] + data)


def data_of(html: str, script: str = "data") -> dict[str, Any]:
    (text,) = [text for name, text in Parts(html).scripts if name == script]
    data: dict[str, Any] = json.loads(text)
    return data


@pytest.fixture(scope="module")
def html(network: networkx.MultiDiGraph) -> str:
    return page(network, title="Port Alder")


def test_a_whole_document(html: str) -> None:
    assert html.startswith("<!doctype html>")
    tags = [tag for tag, _ in Parts(html).tags]
    assert [tags.count(tag) for tag in ("html", "h1", "title", "style", "script", "noscript")] == [1, 1, 1, 1, 4, 1]


def test_nothing_is_asked_for_outside(html: str) -> None:
    addresses = [
        (tag, value)
        for tag, attributes in Parts(html).tags
        for name, value in attributes.items()
        if name in ("src", "href", "action", "data", "poster", "srcset")
    ]
    assert addresses == [("link", "data:,"), ("a", "#list")]
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_pins_the_two_scripts(html: str) -> None:
    (policy,) = [a["content"] for _, a in Parts(html).tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy
    assert "script-src 'unsafe-inline'" not in policy
    digests = {base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for k, t in Parts(html).scripts if not k}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == digests
    assert len(digests) == 2


def test_the_data_are_all_there(html: str, network: networkx.MultiDiGraph) -> None:
    data = data_of(html)
    base = data["prefixes"]["actor"]
    assert {base + node["id"] for node in data["nodes"]} == set(network)
    ties = {(base + tie["from"], base + tie["to"]) for tie in data["ties"]}
    assert ties == {(min(e), max(e)) for e in network.edges()}
    assert sum(len(tie["items"]) for tie in data["ties"]) == network.number_of_edges()
    assert "😀 Mayor Ruiz met the envoy, Olaf Brenn, in Sandby on Thursday." in data["texts"]
    assert len({s["situation"] for s in data["situations"]}) == len(data["situations"])


def test_parallel_edges_are_one_line() -> None:
    pair = star(["Ana Ruiz", "Olaf Brenn"])
    pair.add_edge("urn:Olaf Brenn", "urn:Ana Ruiz", key="urn:later", **edge("urn:later", "phoned"))
    (tie,) = data_of(page(pair, title="Two"))["ties"]
    assert [item["label"] for item in tie["items"]] == ["phoned", "Olaf Brenn"]


def test_hostile_text_is_text(hostile: networkx.MultiDiGraph) -> None:
    title = "</title><script>window.hacked=9</script>"
    html = page(hostile, title=title)
    tags = [tag for tag, _ in Parts(html).tags]
    assert [tags.count(tag) for tag in ("script", "img", "title", "h1")] == [4, 0, 1, 1]
    assert "<script>window" not in html
    assert {node["label"] for node in data_of(html)["nodes"]} == {hostile.nodes[n]["label"] for n in hostile}
    assert data_of(html)["title"] == title


def test_only_the_weightiest_are_drawn(network: networkx.MultiDiGraph) -> None:
    data = data_of(page(network, title="Few", limit=3))
    assert [node["label"] for node in data["nodes"]] == ["Ana Ruiz", "Olaf Brenn", "Zoë Lindqvist"]
    assert (data["counts"]["actors"], data["counts"]["all_actors"]) == (3, len(network))


def test_who_is_not_drawn_waits_in_the_file_with_everything(network: networkx.MultiDiGraph) -> None:
    html = page(network, title="Few", limit=3)
    data, later = data_of(html), data_of(html, "later")
    assert len(data["nodes"]) + len(later["nodes"]) == len(network)
    assert sum(len(tie["items"]) for tie in data["ties"] + later["ties"]) == network.number_of_edges()
    situations = data["situations"] + later["situations"]
    told = {situations[item["situation"]]["situation"] for tie in data["ties"] + later["ties"] for item in tie["items"]}
    assert {data["prefixes"]["situation"] + iri for iri in told} == {key for *_, key in network.edges(keys=True)}


def test_never_more_than_the_cap(monkeypatch: pytest.MonkeyPatch, network: networkx.MultiDiGraph) -> None:
    monkeypatch.setattr("kg.network_to_page.choosing.CAP", 2)
    assert len(data_of(page(network, title="Capped", limit=10_000))["nodes"]) == 2


def test_an_empty_network_is_a_page() -> None:
    assert data_of(page(networkx.MultiDiGraph(), title="Nothing"))["nodes"] == []


def test_a_kind_without_a_look_is_still_drawn() -> None:
    ship = star(["Sea Star", "Port Alder"])
    ship.nodes["urn:Sea Star"]["kind"] = "RescueShip"
    assert data_of(page(ship, title="Ship"))["display"]["entity"]["RescueShip"]["label"] == "Rescue ship"


def test_no_two_actors_stand_on_each_other(html: str) -> None:
    tied = {end for tie in data_of(html)["ties"] for end in (tie["from"], tie["to"])}
    spots = [(n["x"], n["y"]) for n in data_of(html)["nodes"] if n["id"] in tied]
    near = [(a, b) for k, a in enumerate(spots) for b in spots[:k] if abs(a[0] - b[0]) < 60 and abs(a[1] - b[1]) < 40]
    assert near == []


def test_written_as_utf_8_and_alone(html: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_page(html, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().decode("utf-8") == html
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_the_network_is_left_as_it_was(network: networkx.MultiDiGraph) -> None:
    before = json.dumps(networkx.node_link_data(network, edges="edges"))
    page(network, title="Port Alder")
    assert json.dumps(networkx.node_link_data(network, edges="edges")) == before


DUMP = """
import sys, pathlib, pyoxigraph
from kg.network_to_page import page
from kg.rdf_to_network import actor_network
store = pyoxigraph.Store()
store.load(path=sys.argv[1], format=pyoxigraph.RdfFormat.TRIG)
sys.stdout.buffer.write(page(actor_network(store, include="claims"), title="Port Alder").encode())
"""


def test_the_same_bytes_whatever_the_hash_seed(html: str) -> None:
    here = Path(__file__).parent
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-c", DUMP, str(here.parent / "data" / "port_alder.trig")],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(here.parent.parent)},
            check=True,
            capture_output=True,
        )
        assert made.stdout == html.encode(), seed
