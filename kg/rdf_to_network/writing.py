"""The network as a file for other tools: GEXF 1.2 (Gephi), GraphML (Cytoscape, yEd), JSON (node-link)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError

if TYPE_CHECKING:
    import networkx

# What XML 1.0 cannot hold, not even escaped (section 2.2 of the standard); news text has it at times.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Attributes that GEXF reads as its own: an edge's "type" must be directed or undirected there.
RESERVED = {"type": "event_type", "kind": "class"}


def write_network(network: networkx.MultiDiGraph, path: Path) -> None:
    """Write the network in the form the file's ending names: ``.gexf``, ``.graphml`` or ``.json``; UTF-8, no clock.

    Lists (aliases, evidence) are written as JSON text in the XML forms. Raises KgError for another ending.
    """
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise KgError(f"cannot write a network to {path.name!r}: expected a name ending in {', '.join(FORMATS)}")
    path.write_text(writer(network), encoding="utf-8", newline="\n")


def _gexf(network: networkx.MultiDiGraph) -> str:
    import networkx as nx  # noqa: PLC0415 - heavy

    text = "\n".join(nx.generate_gexf(_plain(network)))
    return re.sub(r' lastmodifieddate="[^"]*"', "", text) + "\n"


def _graphml(network: networkx.MultiDiGraph) -> str:
    import networkx as nx  # noqa: PLC0415 - heavy

    return "\n".join(nx.generate_graphml(_plain(network), named_key_ids=True)) + "\n"


def _json(network: networkx.MultiDiGraph) -> str:
    import networkx as nx  # noqa: PLC0415 - heavy

    data = nx.node_link_data(network, edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(network: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """A copy with attributes that XML formats can hold: texts, numbers and booleans."""
    import networkx as nx  # noqa: PLC0415 - heavy

    copy = nx.MultiDiGraph()
    for node, data in sorted(network.nodes(data=True), key=lambda pair: str(pair[0])):
        copy.add_node(_text(node), **_values(data))
    for u, v, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        copy.add_edge(_text(u), _text(v), key=_text(key), **_values(data))
    return copy


def _values(data: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    return {
        RESERVED.get(name, name): value if isinstance(value, bool | int | float) else _text(value)
        for name, value in data.items()
        if value is not None
    }


def _text(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


FORMATS: Mapping[str, Callable[[Any], str]] = {".gexf": _gexf, ".graphml": _graphml, ".json": _json}
