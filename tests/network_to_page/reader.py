"""Someone at the page, with a mouse and a keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

SPOT = (
    "const at = newskg.network.getPosition(arguments[0]), dom = newskg.network.canvasToDOM(at); return [dom.x, dom.y]"
)


class Reader:
    """Someone at the page; every console message at the end of a test counts as an error."""

    def __init__(self, driver: Chrome, pages: Path) -> None:
        self.driver, self.pages = driver, pages

    def opens(self, name: str, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get((self.pages / f"{name}.html").as_uri() + fragment)
        assert self.run("return typeof window.newskg") == "object", self.driver.get_log("browser")
        self.waits_for("return newskg.isWhole()")

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def clicks_at(self, spot: list[float]) -> None:
        canvas = self.driver.find_element(By.CSS_SELECTOR, "#drawing canvas")
        size = canvas.size
        offset = round(spot[0] - size["width"] / 2), round(spot[1] - size["height"] / 2)
        ActionChains(self.driver, duration=0).move_to_element_with_offset(canvas, *offset).click().perform()

    def clicks(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def types(self, *keys: str) -> None:
        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def waits_for(self, script: str) -> Any:
        return WebDriverWait(self.driver, 5, poll_frequency=0.05).until(lambda _: self.run(script), script)

    def sees(self, selector: str) -> str:
        text: str = self.run("const e = document.querySelector(arguments[0]); return e ? e.innerText : ''", selector)
        return text

    def tie(self, a: str, b: str) -> str:
        found: str = self.run(
            "return [...newskg.ties.values()].find(t => [t.from, t.to].includes(arguments[0])"
            " && [t.from, t.to].includes(arguments[1])).id",
            a,
            b,
        )
        return found

    def drawn(self) -> list[str]:
        """The actors that are drawn and not hidden, by id, sorted."""
        found: list[str] = self.run("return [...newskg.now.actors].sort()")
        return found

    def middle(self, a: str, b: str) -> list[float]:
        (x1, y1), (x2, y2) = self.run(SPOT, a), self.run(SPOT, b)
        return [(x1 + x2) / 2, (y1 + y2) / 2]

    def resizes(self, width: int, height: int) -> None:
        """A small screen until ``clear`` is called for."""
        size = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
