"""Someone who reads a report in a browser, offline, from a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By


class Visitor:
    """Opens pages, looks and clicks."""

    def __init__(self, driver: Chrome, folder: Path) -> None:
        self.driver, self.folder = driver, folder

    def opens(self, path: str, fragment: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get((self.folder / path).as_uri() + fragment)

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def clicks(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def sees(self, selector: str) -> list[str]:
        """The texts of the elements that are shown."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [" ".join(e.text.split()) for e in found if e.is_displayed()]

    def resizes(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
