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

from kg.rdf_to_network import actor_network

from .networks import star

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
