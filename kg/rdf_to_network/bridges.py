"""Bridges: ties without which a part of the network would lose touch with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.rdf_to_network.centrality import simple_graph

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Bridge:
    """The only tie between two parts. ``a``'s part is the smaller one, with ``cuts_off`` actors in it, ``a`` included;
    ``ties``: how many ties the two ends have. Identifiers are IRIs, names are labels.
    """

    a: str
    b: str
    a_label: str
    b_label: str
    cuts_off: int
    ties: int


def bridges(network: networkx.MultiDiGraph) -> list[Bridge]:
    """All bridges (Tarjan 1974), those that cut off most first; one that cuts off 1 leads to an actor with no other
    neighbour.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    simple, ids = simple_graph(network)
    found = sorted((min(u, v), max(u, v)) for u, v in nx.bridges(simple))
    sizes = _sizes(simple, found)
    rows = []
    for u, v in found:
        a, b = (u, v) if sizes[u, v] <= sizes[v, u] else (v, u)
        one, other = (str(network.nodes[ids[end]].get("label", ids[end])) for end in (a, b))
        rows.append(Bridge(ids[a], ids[b], one, other, cuts_off=sizes[a, b], ties=simple[a][b]["weight"]))
    return sorted(rows, key=lambda row: (-row.cuts_off, -row.ties, row.a, row.b))


def _sizes(simple: networkx.Graph, found: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """(end, other end) -> how many nodes stand on the first end's side of their bridge.

    Without its bridges the network falls into blocks, and the bridges make trees of these.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    rest: Any = simple.copy()
    rest.remove_edges_from(found)
    blocks = [sorted(nodes) for nodes in nx.connected_components(rest)]
    block = {node: k for k, nodes in enumerate(blocks) for node in nodes}
    trees: Any = nx.Graph()
    trees.add_nodes_from(range(len(blocks)))
    trees.add_edges_from((block[u], block[v]) for u, v in found)
    below = [len(nodes) for nodes in blocks]
    parent: dict[int, int] = {}
    whole: dict[int, int] = {}
    for tree in nx.connected_components(trees):
        root = min(tree)
        steps = list(nx.dfs_edges(trees, root))
        for up, down in reversed(steps):
            parent[down] = up
            below[up] += below[down]
        whole |= dict.fromkeys(tree, below[root])
    sizes = {}
    for u, v in found:
        for a, b in ((u, v), (v, u)):
            lower = parent.get(block[a]) == block[b]
            sizes[a, b] = below[block[a]] if lower else whole[block[a]] - below[block[b]]
    return sizes
