"""From a network to one HTML file that works offline: the drawing, filters, search, and every sentence behind it.

pyvis supplies the drawing (its Network and the vis-network library in it); the page round it is our own template,
because pyvis's calls a CDN, runs scripts it finds in news text, and leaves a ``lib/`` folder behind.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.network_to_page.choosing import CAP, DEFAULT, MANY
from kg.network_to_page.contents import gather
from kg.network_to_page.template import environment, packed

if TYPE_CHECKING:
    import networkx

__all__ = ["CAP", "DEFAULT", "MANY", "page", "write_page"]


def page(network: networkx.MultiDiGraph, *, title: str, limit: int = DEFAULT) -> str:
    """One self-contained HTML document; nothing in it asks for anything outside itself.

    ``network`` as ``actor_network`` makes it. At most ``limit`` actors (never more than CAP) are drawn, those with the
    most sentences behind them; where some are left out the page says so, and its search finds them. Things without a
    name are drawn if they tie two actors. The same network gives the same bytes.
    Raises VocabularyError if ``ontology/display.toml`` is missing.
    """
    from pyvis.network import Network  # noqa: PLC0415 - heavy: it imports IPython

    found = gather(network, limit)
    drawing = Network(directed=True, heading=title, cdn_resources="in_line")
    drawing.templateEnv = environment()
    drawing.templateEnv.globals |= {"contents": found.rest, "later": packed(found.later)}
    drawing.path = "page.html.j2"
    for node in found.nodes:
        drawing.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    for tie in found.ties:
        drawing.add_edge(tie["from"], tie["to"], **{k: v for k, v in tie.items() if k not in ("from", "to")})
    html: str = drawing.generate_html()
    return html


def write_page(html: str, path: Path) -> None:
    """Write a page as UTF-8 whatever the locale; no other file is made."""
    path.write_text(html, encoding="utf-8", newline="\n")
