"""Who is drawn when the page opens: the actors with most behind them, bundled ties between them; the rest waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from kg.rdf_to_network.entities import is_thing

if TYPE_CHECKING:
    import networkx

# Measured in a browser without a GPU: 400 actors zoom smoothly, from 1,500 on a small machine lags, 3,000 still draw.
DEFAULT = 400
MANY = 1_500
CAP = 3_000
TIES_PER_ACTOR = 3
# What is told of "a driver" or "some scientists" weighs less than the same of somebody whose name is known.
UNNAMED = 0.5

Item = tuple[str, str, dict[str, Any]]
Pair = tuple[str, str]
Bundles = dict[Pair, list[Item]]


@dataclass(frozen=True, slots=True)
class Choice:
    """IRIs of actors and pairs of them, each in its order: ``drawn`` at once, ``kept`` for search and neighbours."""

    drawn: list[str]
    kept: list[str]
    drawn_ties: list[Pair]
    kept_ties: list[Pair]
    bundles: Bundles
    weights: dict[str, int]


def choose(network: networkx.MultiDiGraph, limit: int) -> Choice:
    """The ``limit`` actors (CAP at most) with the most sentences behind them, and the strongest ties between them.

    Who has no name counts half, and a thing that nobody named is drawn only if it ties two actors together.
    """
    limit = min(limit, CAP)
    weights = {n: sum(d["weight"] for d in _edges_at(network, n)) for n in network}
    bundles = _bundles(network)
    bridges = _bridges(network, bundles)
    rank = {n: weights[n] * (1 if data.get("named", True) else UNNAMED) for n, data in network.nodes(data=True)}
    order = sorted(network, key=lambda n: (-rank[n], -len(network.nodes[n]["alone"]), n))
    drawn = [n for n in order if not is_thing(network.nodes[n]) or n in bridges][:limit]
    chosen = frozenset(drawn)
    between = sorted(
        (pair for pair in bundles if chosen.issuperset(pair)),
        key=lambda pair: (-sum(d["weight"] for *_, d in bundles[pair]), pair),
    )
    ties = frozenset(between[: TIES_PER_ACTOR * limit])
    return Choice(
        drawn=drawn,
        kept=[n for n in order if n not in chosen],
        drawn_ties=sorted(ties),
        kept_ties=sorted(bundles.keys() - ties),
        bundles=bundles,
        weights=weights,
    )


def _edges_at(network: networkx.MultiDiGraph, node: str) -> Iterator[dict[str, Any]]:
    return chain(
        (d for _, _, d in network.out_edges(node, data=True)), (d for _, _, d in network.in_edges(node, data=True))
    )


def _bundles(network: networkx.MultiDiGraph) -> Bundles:
    """Edges by unordered pair of actors; within a pair by date, the undated last."""
    found: Bundles = {}
    for u, v, data in network.edges(data=True):
        found.setdefault((min(u, v), max(u, v)), []).append((u, v, data))
    for items in found.values():
        items.sort(key=lambda item: (item[2]["date"] or item[2]["earliest"] or "9", item[2]["situation"], item[0]))
    return found


def _bridges(network: networkx.MultiDiGraph, bundles: Bundles) -> set[str]:
    """Things with ties to two actors or more."""
    reached: dict[str, set[str]] = {}
    for a, b in bundles:
        for thing, other in ((a, b), (b, a)):
            if is_thing(network.nodes[thing]) and not is_thing(network.nodes[other]):
                reached.setdefault(thing, set()).add(other)
    return {thing for thing, others in reached.items() if len(others) > 1}
