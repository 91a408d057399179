"""Measures of position: who is central, who stands between, who belongs together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

# Brandes' algorithm is O(nodes x edges): above this size it runs from a sample of sources (Brandes & Pich 2007).
EXACT = 1_500
SEED = 42


@dataclass(frozen=True, slots=True)
class Measure:
    """One node's measures. ``degree`` counts edges, ``betweenness`` (0-1) and ``pagerank`` (sums to 1) count each
    pair of neighbours once, weighted by the number of edges for PageRank; ``community`` 0 is the largest.
    """

    id: str
    label: str
    kind: str
    degree: int
    betweenness: float
    pagerank: float
    community: int


def measures(network: networkx.MultiDiGraph) -> list[Measure]:
    """Rows for every node, highest PageRank first (Brin & Page 1998; betweenness: Freeman 1977).

    Directions are left out: that A accused B ties B as much as A.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    simple, ids = simple_graph(network)
    sample = None if len(ids) <= EXACT else EXACT // 3
    between = nx.betweenness_centrality(simple, k=sample, seed=SEED)
    rank = nx.pagerank(simple, weight="weight") if ids else {}
    community = {node: k for k, nodes in enumerate(communities(simple)) for node in nodes}
    found = [
        Measure(
            id=iri,
            label=network.nodes[iri].get("label", iri),
            kind=network.nodes[iri].get("kind", "Entity"),
            degree=network.degree(iri),
            betweenness=round(between[k], 6),
            pagerank=round(rank[k], 6),
            community=community[k],
        )
        for k, iri in enumerate(ids)
    ]
    return sorted(found, key=lambda row: (-row.pagerank, row.id))


def simple_graph(network: networkx.MultiDiGraph) -> tuple[networkx.Graph, list[str]]:
    """An undirected graph over the numbers 0..n-1, ``weight`` = number of edges, and the id behind each number.

    Numbers, because networkx iterates over sets of nodes and sets of strings have another order in each process.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    ids = sorted(network.nodes)
    number = {iri: k for k, iri in enumerate(ids)}
    simple: Any = nx.Graph()
    simple.add_nodes_from(range(len(ids)))
    for u, v in sorted((number[u], number[v]) for u, v in network.edges()):
        if u != v:
            simple.add_edge(u, v, weight=simple.get_edge_data(u, v, {"weight": 0})["weight"] + 1)
    return simple, ids


def communities(simple: networkx.Graph) -> list[list[int]]:
    """Louvain communities (Blondel et al. 2008), each sorted, the largest first."""
    import networkx as nx  # noqa: PLC0415 - heavy

    found = nx.community.louvain_communities(simple, seed=SEED) if len(simple) else []
    return sorted((sorted(nodes) for nodes in found), key=lambda nodes: (-len(nodes), nodes))
