"""Reports on disk, and whoever reads them in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
from network_to_page.conftest import browser  # noqa: F401 - fixtures
from network_to_page.test_accessibility_in_browser import axe, dark  # noqa: F401
from selenium.webdriver import Chrome

from kg.rdf_to_report import report
from kg.rdf_to_report.folder import write_report
from kg.rdf_to_report.pages import pages

from .graphs import harbour, hostile
from .visitor import Visitor

PORT_ALDER = Path(__file__).parent.parent / "data" / "port_alder.trig"


@pytest.fixture(scope="session")
def port_alder() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.load(path=str(PORT_ALDER), format=pyoxigraph.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory, port_alder: pyoxigraph.Store) -> Path:
    """A folder of reports: of the harbour, of hostile names, of a graph read from a store. Write nothing into it."""
    folder = tmp_path_factory.mktemp("reports")
    write_report(pages(harbour(), "The harbour", 0.6), folder / "harbour")
    write_report(pages(hostile(), "<img src=x onerror=window.hacked=6>", 0.6), folder / "hostile")
    report(port_alder, folder / "alder", title="Port Alder")
    return folder


@pytest.fixture
def visitor(browser: Chrome, reports: Path) -> Iterator[Visitor]:  # noqa: F811
    """Someone at the report; every console message at the end of a test counts as an error."""
    yield Visitor(browser, reports)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [entry["message"] for entry in browser.get_log("browser")] == []
