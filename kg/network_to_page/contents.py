"""What stands in the page: actors with their places, ties bundled by pair, situations and evidence each told once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.network_to_page.choosing import MANY, Choice, Item, Pair, choose
from kg.network_to_page.display import colours, looks
from kg.network_to_page.grounds import grounds
from kg.network_to_page.layout import layout
from kg.network_to_page.periods import periods
from kg.network_to_page.tables import TABLES, Tables, prefixes
from kg.rdf_to_network.entities import is_thing

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Contents:
    """Plain JSON values. ``nodes`` and ``ties`` are drawn, ``rest`` is what they point to; ``later`` is read when the
    reader looks for someone who is not drawn: its tables go on where those of ``rest`` end.
    """

    nodes: list[dict[str, Any]]
    ties: list[dict[str, Any]]
    rest: dict[str, Any]
    later: dict[str, Any]


def gather(network: networkx.MultiDiGraph, limit: int) -> Contents:
    """Choose what is drawn, place it, and number situations and evidence so that each is written once."""
    choice = choose(network, limit)
    bases = prefixes(_iris(network))
    tables = Tables(bases, network)
    kinds = looks("entity", (data["kind"] for _, data in network.nodes(data=True)))
    ties = [_tie(pair, choice.bundles[pair], tables) for pair in choice.drawn_ties]
    nodes, ground = _drawn(network, choice, tables, kinds)
    first = {name: len(tables.rows[name]) for name in TABLES}
    kept_ties = [_tie(pair, choice.bundles[pair], tables) for pair in choice.kept_ties]
    kept = [_node(n, network.nodes[n], tables) | {"weight": choice.weights[n]} for n in choice.kept]
    situations = tables.rows["situations"]
    rest = {name: tables.rows[name][: first[name]] for name in TABLES} | {
        "prefixes": bases,
        "terms": network.graph.get("terms", {}),
        "contradictions": _contradictions(network, tables),
        "time": {
            "happened": periods(situations[: first["situations"]]),
            "reported": periods({"date": day} for day in tables.reported(first["situations"])),
        },
        "grounds": ground,
        "display": {
            "entity": kinds,
            "status": looks("status", (s["status"] for s in situations)),
            "category": looks("category", (s["category"] for s in situations)),
            "community": list(colours("community")),
        },
        "counts": _counts(network, choice, tables),
    }
    later = {name: tables.rows[name][first[name] :] for name in TABLES} | {"nodes": kept, "ties": kept_ties}
    return Contents(nodes, ties, rest, later)


def _iris(network: networkx.MultiDiGraph) -> dict[str, Iterator[str]]:
    def told() -> Iterator[dict[str, Any]]:
        for _, _, data in network.edges(data=True):
            yield data
        for _, data in network.nodes(data=True):
            yield from data["alone"]

    def evidence(name: str) -> Iterator[str]:
        return (one[name] for data in told() for one in data["evidence"])

    return {
        "actor": iter(network),
        "situation": (data["situation"] for data in told()),
        "claim": evidence("claim"),
        "sentence": evidence("sentence_iri"),
        "article": evidence("article"),
    }


def _counts(network: networkx.MultiDiGraph, choice: Choice, tables: Tables) -> dict[str, int]:
    return {
        "actors": len(choice.drawn),
        "all_actors": len(network),
        "left": sum(not is_thing(network.nodes[n]) for n in choice.kept),
        "things": sum(is_thing(data) for _, data in network.nodes(data=True)),
        "ties": len(choice.drawn_ties),
        "all_ties": len(choice.bundles),
        "articles": len(tables.rows["articles"]),
        "many": MANY,
    }


def _contradictions(network: networkx.MultiDiGraph, tables: Tables) -> list[dict[str, Any]]:
    """Pairs of evidence that contradict each other; claims that are on no page are left out.

    They may point to rows of ``later``: the page reads these before it shows them.
    """
    return [
        {"type": c["type"], "reason": c["reason"], "sides": [[tables.situation_of[n], n] for n in (a, b)]}
        for c in network.graph.get("contradictions", ())
        if (a := tables.claims.get(c["a"])) is not None and (b := tables.claims.get(c["b"])) is not None
    ]


def _tie(pair: Pair, items: list[Item], tables: Tables) -> dict[str, Any]:
    """A bundle; each item runs from the first of the pair to the second, ``back`` if the other way round."""
    a, b = pair
    return {
        "id": hashlib.sha256(f"{a} {b}".encode()).hexdigest()[:12],
        "from": tables.short("actor", a),
        "to": tables.short("actor", b),
        "items": [
            {
                "situation": tables.situation(data),
                "label": data["label"],
                "roles": data["roles"],
                "weight": data["weight"],
                **({"facts": _facts(data, u == b != a)} if data["facts"] else {}),
                **({"back": True} if u == b != a else {}),
                **({"mutual": True} if data["mutual"] else {}),
            }
            for u, v, data in items
        ],
    }


def _facts(data: dict[str, Any], back: bool) -> list[dict[str, Any]]:
    """The plain triples that rest on an edge, each from the first of the pair to the second unless ``back``."""
    return [
        {name: value for name, value in (fact | {"back": fact["back"] != back}).items() if value}
        for fact in data["facts"]
    ]


def _node(iri: str, data: dict[str, Any], tables: Tables) -> dict[str, Any]:
    alone = [
        {
            "situation": tables.situation(one),
            "label": one["label"],
            "roles": one["roles"],
            "others": [tables.short("actor", other) for other in one["others"]],
        }
        for one in data["alone"]
    ]
    own = {
        "aliases": data["aliases"],
        "links": data["links"],
        "alone": alone,
        "thing": is_thing(data),
        "unnamed": not data["named"],
    }
    return {
        "id": tables.short("actor", iri),
        "label": data["label"],
        "kind": data["kind"],
        **{name: value for name, value in own.items() if value},
    }


def _drawn(
    network: networkx.MultiDiGraph, choice: Choice, tables: Tables, kinds: dict[str, dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[list[int]]]:
    """The nodes that are drawn, with place, community, how central they are (0-1), shape and colour; and the ground of
    each community.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    from kg.rdf_to_network.centrality import communities, simple_graph  # noqa: PLC0415 - after networkx

    # The layout sees only those with a tie.
    tied = nx.MultiDiGraph()
    for a, b in choice.drawn_ties:
        tied.add_edges_from([(a, b)] * len(choice.bundles[a, b]))
    simple, ids = simple_graph(tied)
    groups = communities(simple)
    spots = layout(simple, groups)
    central = nx.pagerank(simple, weight="weight") if ids else {}
    most = max(central.values(), default=1)
    number = {iri: k for k, iri in enumerate(ids)}
    community = {ids[k]: place for place, group in enumerate(groups) for k in group}
    nodes = []
    for n in choice.drawn:
        look = kinds[network.nodes[n]["kind"]]
        k = number.get(n, -1)
        x, y = spots.get(k, (0, 0))
        place = {"x": x, "y": y, "community": community.get(n, -1), "central": round(central.get(k, 0) / most, 3)}
        style = {"weight": choice.weights[n], "shape": look["shape"], "color": look["colour"]}
        nodes.append(_node(n, network.nodes[n], tables) | place | style)
    return nodes, grounds(simple, groups, spots, len(colours("community")))
