"""Measures of position: who is central, who stands between, who belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

# Brandes' algorithm is O(nodes x edges): above this size it runs from a sample of sources (Brandes & Pich 2007).
EXACT = 1_500
SEED = 42


@dataclass(frozen=True, slots=True)
class Measure:
    """One actor's place in the network.

    ``degree``: with how many others it has a tie (Freeman 1978); ``ties``: how many ties, several with one other
    included. ``betweenness`` (0-1): on how many of the shortest ways between two others it lies (Freeman 1977), each
    pair of neighbours counted once. ``pagerank`` (all sum to 1; Brin & Page 1998), weighted by the number of ties.
    ``community``: its Louvain community (Blondel et al. 2008), 0 the largest. ``participation`` (0-1): how evenly its
    ties go to different communities, 0 if all go to one (Guimerà & Amaral 2005). ``cut``: without it the network falls
    apart, an articulation point (Hopcroft & Tarjan 1973).
    """

    id: str
    label: str
    kind: str
    degree: int
    ties: int
    betweenness: float
    pagerank: float
    community: int
    participation: float
    cut: bool


def measures(network: networkx.MultiDiGraph, groups: Sequence[Sequence[int]] | None = None) -> list[Measure]:
    """Rows for every node, highest PageRank first. Directions are left out: that A accused B ties B as much as A.

    ``groups``: the communities of its ``simple_graph``, where they are known already.
    """
    import networkx as nx  # noqa: PLC0415 - heavy

    simple, ids = simple_graph(network)
    groups = communities(simple) if groups is None else groups
    sample = None if len(ids) <= EXACT else EXACT // 3
    between = nx.betweenness_centrality(simple, k=sample, seed=SEED)
    rank = nx.pagerank(simple, weight="weight") if ids else {}
    community = {node: k for k, nodes in enumerate(groups) for node in nodes}
    cuts = frozenset(nx.articulation_points(simple))
    found = [
        Measure(
            id=iri,
            label=network.nodes[iri].get("label", iri),
            kind=network.nodes[iri].get("kind", "Entity"),
            degree=simple.degree(k),
            ties=network.degree(iri),
            betweenness=round(between[k], 6),
            pagerank=round(rank[k], 6),
            community=community[k],
            participation=round(_participation(simple, k, community), 4),
            cut=k in cuts,
        )
        for k, iri in enumerate(ids)
    ]
    return sorted(found, key=lambda row: (-row.pagerank, row.id))


def _participation(simple: networkx.Graph, node: int, community: dict[int, int]) -> float:
    shares: Counter[int] = Counter()
    for other, data in simple[node].items():
        shares[community[other]] += data["weight"]
    total = shares.total()
    return 1 - sum(n * n for n in shares.values()) / total**2 if total else 0.0


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
