"""WCAG 2.1 A and AA as far as axe-core can check them: light and dark, desk and phone, whatever is open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from .reader import Reader

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parent.parent.parent
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, from npm; where it is missing the tests fail and say what to do."""
    path = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
    if not path.is_file():
        pytest.fail(
            f"no {path}: accessibility is checked with axe-core; in the project folder run `npm install --no-save "
            "--no-package-lock axe-core@4`, or set AXE_CORE to the path of an axe.min.js"
        )
    return path.read_text(encoding="utf-8")


@pytest.fixture
def dark(browser: Chrome, request: pytest.FixtureRequest) -> Iterator[None]:
    still = {"name": "prefers-reduced-motion", "value": "reduce"}
    scheme = {"name": "prefers-color-scheme", "value": request.param}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [still, scheme]})
    yield
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [still]})


def violations(reader: Reader, axe: str) -> list[str]:
    reader.run(axe + "\nwindow.axe = axe;")
    found: list[dict[str, Any]] = reader.driver.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "const failed = error => done([{id: String(error), impact: 'serious', nodes: []}]);"
        "axe.run(document, { runOnly: arguments[0] }).then(found => done(found.violations), failed);",
        TAGS,
    )
    return [
        f"{one['impact']} {one['id']}: {[node['html'][:160] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical", "moderate")
    ]


STATES = {
    "drawing": ("", ""),
    "actor": ("#n=Jon+Ekdal&status=reportedFact,disputed,planned", ""),
    "tie": ("#status=disputed", "newskg.selectTie([...newskg.now.items.keys()][0].id)"),
    "contradictions": ("#contradictions=", ""),
    "way": ("#way=Sea+Post&way=Mira+Tal&status=reportedFact,planned", ""),
    "list": ("", "newskg.setView('list')"),
    "search": ("", "const f = document.getElementById('search'); f.value = 'a'; f.dispatchEvent(new Event('input'))"),
    "saving": ("", "document.getElementById('saving').open = true"),
    "nothing": ("#status=", ""),
}  # fmt: skip


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("dark", ["light", "dark"], indirect=True)
@pytest.mark.usefixtures("dark")
def test_no_violation_at_a_desk(reader: Reader, axe: str, state: str) -> None:
    fragment, script = STATES[state]
    reader.opens("harbour", fragment)
    reader.run(script)
    assert violations(reader, axe) == []


@pytest.mark.parametrize("state", ["drawing", "actor", "list"])
def test_no_violation_on_a_phone(reader: Reader, axe: str, state: str) -> None:
    fragment, script = STATES[state]
    reader.resizes(390, 800)
    reader.opens("harbour", fragment)
    reader.run(script + "; document.getElementById('filters').open = true")
    assert violations(reader, axe) == []
