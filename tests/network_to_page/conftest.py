"""The networks and the browser of the page tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx
import pyoxigraph
import pytest
from selenium import webdriver
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.service import Service

from kg.network_to_page import page, write_page
from kg.rdf_to_network import actor_network

from .networks import B, crowd, harbour, star
from .reader import Reader

PORT_ALDER = Path(__file__).parent.parent / "data" / "port_alder.trig"
CHROMIUM, CHROMEDRIVER = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
HOSTILE = [
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=2</script>",
    "<img src=x onerror=window.hacked=3>",
    "javascript:window.hacked=4",
    "\"'><svg onload=window.hacked=5>",
    "{{ 7*7 }}{% raw %} href <!--",
]


@pytest.fixture(scope="session")
def network() -> networkx.MultiDiGraph:
    """The claims of an invented graph."""
    store = pyoxigraph.Store()
    store.load(path=str(PORT_ALDER), format=pyoxigraph.RdfFormat.TRIG)
    return actor_network(store, include="claims")


@pytest.fixture(scope="session")
def hostile() -> networkx.MultiDiGraph:
    """A network whose names, titles and links try to become markup or script."""
    return star(HOSTILE)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """Debian's Chromium without a screen and without a network; a missing browser is a failure, not a skip."""
    for program in (CHROMIUM, CHROMEDRIVER):
        if not program.exists():
            pytest.fail(f"no {program}: the page is tested in a browser; apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    flags = (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", "window-size=1300,850",
        f"user-data-dir={tmp_path_factory.mktemp('chromium')}",
    )  # fmt: skip
    for flag in flags:
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options=options, service=Service(str(CHROMEDRIVER)))
    driver.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    # Movement takes time and shows nothing that stillness does not.
    still = {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", still)
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def pages(
    tmp_path_factory: pytest.TempPathFactory, network: networkx.MultiDiGraph, hostile: networkx.MultiDiGraph
) -> Path:
    """A folder with the pages that are read in the browser."""
    folder = tmp_path_factory.mktemp("pages")
    write_page(page(network, title="Port Alder"), folder / "alder.html")
    write_page(page(network, title="Port Alder", limit=3), folder / "few.html")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.network_to_page.template.PACKED_FROM", 1)
        write_page(page(network, title="Port Alder", limit=3), folder / "packed.html")
        patch.setattr("kg.network_to_page.contents.MANY", 5)
        write_page(page(network, title="Port Alder"), folder / "slow.html")
    write_page(page(harbour(), title="The harbour"), folder / "harbour.html")
    write_page(page(crowd(3, 8), title="A crowd"), folder / "crowd.html")
    write_page(page(crowd(24, 7), title="Many groups"), folder / "groups.html")
    weekly = harbour()
    for *_, data in weekly.edges(data=True):
        for one in data["evidence"]:
            one["published"] = {"Morning Star": "2025-04-08", "Evening Sun": "2025-04-15T06:00"}[one["publisher"]]
    write_page(page(weekly, title="Two papers"), folder / "weekly.html")
    old = harbour()
    for *_, data in old.edges(B + "Vik", data=True):
        data["date"] = "1912-04-15"
    write_page(page(old, title="Long ago"), folder / "old.html")
    write_page(page(crowd(1, 30), title="A part", limit=2), folder / "sparse.html")
    write_page(page(hostile, title="<img src=x onerror=window.hacked=6>"), folder / "hostile.html")
    write_page(page(networkx.MultiDiGraph(), title="Nothing"), folder / "empty.html")
    return folder


@pytest.fixture
def reader(browser: Chrome, pages: Path) -> Iterator[Reader]:
    """Someone at the page; every console message at the end of a test counts as an error."""
    one = Reader(browser, pages)
    yield one
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [entry["message"] for entry in browser.get_log("browser")] == []
