"""Seconds from opening the page to a drawn, still network, beside pyvis with its defaults in the same browser.

    python benchmarks/page.py [--sizes 50 300 1000 3000] [--limit 240] [--others 0]

Both pages are opened offline in Chromium without a screen and without a GPU. "Still": ours, the first whole drawing
(nothing moves after it); pyvis, the event "stabilized" of its physics; "shown" is when its loading bar goes, and the
network, still moving, is seen. ``--limit``: seconds after which pyvis is given up. ``--others``: that many more actors
are kept in our file for the search; pyvis, which has no such thing, is left out.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
from pyvis.network import Network
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.service import Service
from urllib3.exceptions import HTTPError

from kg.network_to_page import page

BASE = "https://example.org/news/"
TIES = 2.5  # for each actor, as in graphs of news
STATUSES = ("reportedFact", "reportedFact", "reportedFact", "planned", "claimed")
STILL = (
    "network.once('stabilizationIterationsDone', () => performance.mark('shown'));"
    "network.once('stabilized', () => performance.mark('drawn'));"
)
MARKS = "return ['shown', 'drawn'].map(n => performance.getEntriesByName(n)[0]).map(m => m ? m.startTime / 1000 : null)"


def main() -> None:
    """Measure and print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[50, 300, 1000, 3000])
    parser.add_argument("--limit", type=float, default=240)
    parser.add_argument("--others", type=int, default=0)
    args = parser.parse_args()
    page(crowd(20), title="warm-up")  # what is imported on first use is no part of the times
    print(" actors   ties |  made in     size    drawn | pyvis size    shown    still")
    with tempfile.TemporaryDirectory() as folder:
        for size in args.sizes:
            network = crowd(size + args.others)
            html, seconds = timed(lambda net=network, n=size: page(net, title="Benchmark", limit=n))
            plain = pyvis_page(network) if not args.others else None
            ours = opened(html, Path(folder), args.limit)
            theirs = opened(plain, Path(folder), args.limit) if plain else None
            beside = (
                f"{len(plain.encode()) / 1e6:>7.2f} MB {told(theirs[0], args.limit)} {told(theirs[1], args.limit)}"
                if plain and theirs
                else "not asked for"
            )
            print(
                f"{size:>7} {network.number_of_edges():>6} | {seconds:>6.1f} s {len(html.encode()) / 1e6:>5.2f} MB"
                f" {told(ours[1], args.limit)} | {beside}",
                flush=True,
            )


def crowd(size: int) -> networkx.MultiDiGraph:
    """A network as ``actor_network`` makes it: Barabási and Albert's (1999), a sentence behind each tie."""
    choice = random.Random(7)
    made = networkx.MultiDiGraph()
    plain = networkx.barabasi_albert_graph(size, 2, seed=7)
    pairs = sorted(plain.edges()) + sorted(choice.sample(sorted(plain.edges()), int(size * (TIES - 2))))
    for k in range(size):
        made.add_node(
            f"{BASE}actor_{k}", label=f"Actor {k}", kind=("Person", "Organization", "GeopoliticalEntity")[k % 3],
            named=True, aliases=[f"A. {k}"], links=[], alone=[],
        )  # fmt: skip
    for k, (a, b) in enumerate(pairs):
        made.add_edge(f"{BASE}actor_{a}", f"{BASE}actor_{b}", key=f"{BASE}s{k}", **edge(k, choice))
    return made


def edge(k: int, choice: random.Random) -> dict[str, Any]:
    """What an edge carries: one event with one sentence."""
    day = f"2025-{choice.randrange(1, 13):02}-{choice.randrange(1, 28):02}"
    sentence = f"Actor number {k} met the other one on that day, and both of them said that the talks had gone well."
    told_in = {
        "claim": f"{BASE}c{k}", "sentence": sentence, "before": "", "after": "", "sentence_iri": f"{BASE}t{k}",
        "highlight": [16, 19], "mentions": [], "article": f"{BASE}a{k // 20}", "title": f"Article {k // 20}",
        "publisher": f"Paper {k % 7}", "published": day, "url": None, "chain": [f"Paper {k % 7}"], "depth": 0,
        "polarity": "positive", "modality": "actual", "certainty": "certain", "mode": None, "act": None, "quote": None,
        "confidence": 0.8,
    }  # fmt: skip
    return {
        "label": "met", "type": "Meeting", "category": "Consult", "kind": "Event",
        "status": choice.choice(STATUSES), "date": day, "earliest": day, "latest": day, "attested": None, "place": None,
        "situation": f"{BASE}s{k}", "what": f"Meeting {k}", "about": [], "roles": ["participant", "participant"],
        "mutual": True, "facts": [], "quad": None, "weight": 1, "articles": 1, "sources": 1, "evidence": [told_in],
    }  # fmt: skip


def pyvis_page(network: networkx.MultiDiGraph) -> str:
    """The same actors and ties by pyvis alone, with its physics; one line is added that tells when it stands still."""
    drawing = Network(directed=True, cdn_resources="in_line")
    for node, data in network.nodes(data=True):
        drawing.add_node(node, label=data["label"], title=data["label"])
    for a, b, data in network.edges(data=True):
        drawing.add_edge(a, b, title=data["label"])
    html: str = drawing.generate_html()
    return html.replace("return network;", f"{STILL} return network;", 1)


def opened(html: str, folder: Path, limit: float) -> tuple[float | None, float | None]:
    """Seconds from opening to shown and to standing still, in a fresh browser; None for what took longer."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    driver = browser()
    shown: float | None = None
    try:
        driver.set_page_load_timeout(limit)
        driver.get(path.as_uri())
        end = time.monotonic() + limit
        while time.monotonic() < end:
            shown, still = driver.execute_script(MARKS)
            if still is not None:
                return shown, float(still)
            time.sleep(0.2)
    except (WebDriverException, HTTPError):
        pass  # the tab answers no more
    finally:
        driver.quit()
    return shown, None


def browser() -> Chrome:
    """Debian's Chromium, offline, so that what a page asks of a network fails at once."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "window-size=1300,850"):
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.execute_cdp_cmd("Network.enable", {})
    offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
    driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
    return driver


def timed(run: Callable[[], str]) -> tuple[str, float]:
    """What a function gives, and the seconds it took."""
    start = time.perf_counter()
    found = run()
    return found, time.perf_counter() - start


def told(seconds: float | None, limit: float) -> str:
    """A time as a cell of the table."""
    return f"{seconds:>6.2f} s" if seconds is not None else f"{'> ' + format(limit, '.0f'):>6} s"


if __name__ == "__main__":
    main()
