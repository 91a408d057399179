"""The network as files for other tools: GEXF 1.2 (Gephi), GraphML (Cytoscape, yEd), JSON (node-link), and tables."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.rdf_to_network.analysis import Analysis, measured

if TYPE_CHECKING:
    import networkx

# What XML 1.0 cannot hold, not even escaped (section 2.2 of the standard); news text has it at times.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Attributes that GEXF reads as its own: an edge's "type" must be directed or undirected there.
RESERVED = {"type": "event_type", "kind": "class"}
TABLES = ("communities", "bridges", "co_statements", "conflict_cooperation")
OF_EDGE = (
    "type", "category", "quad", "kind", "status", "date", "earliest", "latest", "attested", "place", "what", "articles",
    "sources", "situation",
)  # fmt: skip


def write_network(network: networkx.MultiDiGraph, path: Path) -> None:
    """Write the network in the form the file's ending names: ``.gexf``, ``.graphml`` or ``.json``; UTF-8, no clock.

    Lists (aliases, evidence) are written as JSON text in the XML forms. Raises KgError for another ending.
    """
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise KgError(f"cannot write a network to {path.name!r}: expected a name ending in {', '.join(FORMATS)}")
    path.write_text(writer(network), encoding="utf-8", newline="\n")


def write_folder(network: networkx.MultiDiGraph, analysis: Analysis, folder: Path) -> None:
    """Write the network with its measures into a folder, which must exist, in every form.

    ``nodes.csv`` and ``edges.csv`` have the columns that Gephi's import of spreadsheets looks for (Id, Label; Source,
    Target, Type, Label, Weight); ``communities.csv``, ``bridges.csv``, ``co_statements.csv`` and
    ``conflict_cooperation.csv`` are the tables of ``Analysis``, ``overview.json`` its numbers; ``network.gexf``,
    ``network.graphml`` and ``network.json`` are the network itself. CSV by RFC 4180, in UTF-8, lines ended by LF.
    """
    whole = measured(network, analysis)
    for suffix in FORMATS:
        write_network(whole, folder / f"network{suffix}")
    texts = {
        "nodes.csv": _csv(_nodes(whole)),
        "edges.csv": _csv(_edges(whole)),
        **{f"{name}.csv": _csv(map(asdict, getattr(analysis, name))) for name in TABLES},
        "overview.json": json.dumps(asdict(analysis.overview), indent=1) + "\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _nodes(whole: networkx.MultiDiGraph) -> Iterable[Mapping[str, object]]:
    columns = _columns(data for _, data in whole.nodes(data=True))
    for node, data in whole.nodes(data=True):
        yield {"Id": node, "Label": data.get("label", node)} | {name: data.get(name) for name in columns}


def _columns(rows: Iterable[Mapping[str, object]]) -> list[str]:
    """The keys of all rows in the order they are first met; not the label, which has a column, nor what is told."""
    return [name for name in dict.fromkeys(name for row in rows for name in row) if name not in ("label", "alone")]


def _edges(whole: networkx.MultiDiGraph) -> Iterable[Mapping[str, object]]:
    for a, b, data in whole.edges(data=True):
        own = {"Type": "Undirected" if data["mutual"] else "Directed", "Label": data["label"], "Weight": data["weight"]}
        roles = dict(zip(("source_role", "target_role"), data["roles"], strict=True))
        yield {"Source": a, "Target": b, **own, **{name: data[name] for name in OF_EDGE}, **roles}


def _csv(rows: Iterable[Mapping[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for k, row in enumerate(rows):
        if k == 0:
            writer.writerow(row)
        writer.writerow([_cell(value) for value in row.values()])
    return out.getvalue()


def _cell(value: object) -> str | int | float:
    """A text that starts like a formula would be one in a spreadsheet (OWASP, "CSV Injection"): an apostrophe keeps it
    text. Lists are joined by ``|``.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value).lower() if isinstance(value, bool) else value
    text = "|".join(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


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
