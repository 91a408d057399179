"""What stands in the page: actors with their places, ties bundled by pair, situations and evidence each told once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.network_to_page.display import looks
from kg.network_to_page.layout import layout

if TYPE_CHECKING:
    import networkx

# Measured in a browser without a GPU: 400 actors zoom smoothly, 3,000 still draw.
DEFAULT = 400
CAP = 3_000
TIES_PER_ACTOR = 3
OF_SITUATION = (
    "situation", "what", "about", "type", "category", "kind", "status",
    "date", "earliest", "latest", "attested", "place",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contents:
    """Plain JSON values. ``nodes`` and ``ties`` are drawn; ``rest`` is what they point to by number."""

    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    rest: dict[str, Any]


def gather(network: networkx.MultiDiGraph, limit: int) -> Contents:
    """Choose what is drawn, place it, and number situations and evidence so that each is written once."""
    weights = {n: sum(d["weight"] for d in _edges_at(network, n)) for n in network}
    order = sorted(network, key=lambda n: (-weights[n], -len(network.nodes[n]["alone"]), n))
    chosen = order[: min(limit, CAP)]
    bundles = _bundles(network.subgraph(chosen))
    kept = sorted(bundles, key=lambda pair: (-sum(d["weight"] for *_, d in bundles[pair]), pair))
    kept = sorted(kept[: TIES_PER_ACTOR * min(limit, CAP)])
    told = _Told()
    ties = [_tie(pair, bundles[pair], told) for pair in kept]
    at, community = _places(chosen, ties)
    nodes = [
        _node(n, network.nodes[n], told)
        | {"weight": weights[n], "community": community[n], "x": at[n][0], "y": at[n][1]}
        for n in chosen
    ]
    kinds = looks("entity", (node["kind"] for node in nodes))
    for node in nodes:
        node["shape"], node["color"] = kinds[node["kind"]]["shape"], kinds[node["kind"]]["colour"]
    rest = {
        "situations": told.situations,
        "evidence": told.evidence,
        "display": {
            "entity": kinds,
            "status": looks("status", (s["status"] for s in told.situations)),
            "category": looks("category", (s["category"] for s in told.situations)),
        },
        "counts": {
            "actors": len(nodes),
            "all_actors": len(network),
            "ties": len(ties),
            "all_ties": len(_bundles(network)),
            "articles": len({e["article"] for e in told.evidence}),
        },
    }
    return Contents(nodes, ties, rest)


class _Told:
    """Situations and evidence in the order they were first met, each once."""

    def __init__(self) -> None:
        self.situations: list[dict[str, Any]] = []
        self.evidence: list[dict[str, Any]] = []
        self._number: dict[str, int] = {}

    def situation(self, data: dict[str, Any]) -> int:
        iri = data["situation"]
        if iri not in self._number:
            own = {name: data[name] for name in OF_SITUATION}
            own["evidence"] = [self._evidence(e) for e in data["evidence"]]
            self._number[iri] = len(self.situations)
            self.situations.append(own)
        return self._number[iri]

    def _evidence(self, one: dict[str, Any]) -> int:
        one = {
            name: value
            for name, value in one.items()
            if name == "sentence" or (value not in (None, []) and name != "sentence_iri")
        }
        key = json.dumps(one, sort_keys=True)
        if key not in self._number:
            self._number[key] = len(self.evidence)
            self.evidence.append(one)
        return self._number[key]


def _edges_at(network: networkx.MultiDiGraph, node: str) -> chain[dict[str, Any]]:
    return chain(
        (d for _, _, d in network.out_edges(node, data=True)), (d for _, _, d in network.in_edges(node, data=True))
    )


def _bundles(network: networkx.MultiDiGraph) -> dict[tuple[str, str], list[tuple[str, str, dict[str, Any]]]]:
    """Edges by unordered pair of actors; within a pair by date, the undated last."""
    found: dict[tuple[str, str], list[tuple[str, str, dict[str, Any]]]] = {}
    for u, v, data in network.edges(data=True):
        found.setdefault((min(u, v), max(u, v)), []).append((u, v, data))
    for items in found.values():
        items.sort(key=lambda item: (item[2]["date"] or item[2]["earliest"] or "9", item[2]["situation"], item[0]))
    return found


def _tie(pair: tuple[str, str], items: list[tuple[str, str, dict[str, Any]]], told: _Told) -> dict[str, Any]:
    a, b = pair
    return {
        "id": hashlib.sha256(f"{a} {b}".encode()).hexdigest()[:12],
        "from": a,
        "to": b,
        "items": [
            {
                "situation": told.situation(data),
                "source": u,
                "target": v,
                "label": data["label"],
                "roles": data["roles"],
                "mutual": data["mutual"],
                "weight": data["weight"],
            }
            for u, v, data in items
        ],
    }


def _node(iri: str, data: dict[str, Any], told: _Told) -> dict[str, Any]:
    return {
        "id": iri,
        "label": data["label"],
        "kind": data["kind"],
        "aliases": data["aliases"],
        "links": data["links"],
        "alone": [
            {"situation": told.situation(one), "label": one["label"], "roles": one["roles"], "others": one["others"]}
            for one in data["alone"]
        ],
    }


def _places(chosen: list[str], ties: list[dict[str, Any]]) -> tuple[dict[str, tuple[int, int]], dict[str, int]]:
    """Where the actors stand, and the community of each; only those with a tie matter to the layout."""
    import networkx as nx  # noqa: PLC0415 - heavy

    from kg.rdf_to_network.centrality import communities, simple_graph  # noqa: PLC0415 - after networkx

    tied = nx.MultiDiGraph()
    for tie in ties:
        for _ in tie["items"]:
            tied.add_edge(tie["from"], tie["to"])
    simple, ids = simple_graph(tied)
    groups = communities(simple)
    spots = layout(simple, groups)
    at = {ids[k]: spot for k, spot in spots.items()}
    community = {ids[k]: number for number, group in enumerate(groups) for k in group}
    return {n: at.get(n, (0, 0)) for n in chosen}, {n: community.get(n, -1) for n in chosen}
