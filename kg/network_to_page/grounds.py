"""Which ground each community stands on: no two that are neighbours, in the network or on the page, share one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx

# Two actors this near on the canvas (in its units) stand on grounds that touch, or nearly.
NEAR = 240.0


def grounds(
    simple: networkx.Graph,
    groups: Sequence[Sequence[int]],
    spots: Mapping[int, tuple[int, int]],
    colours: int,
) -> list[list[int]]:
    """[colour, pattern] of each community, colours counted from 0 to ``colours`` - 1; pattern 0 is a plain ground.

    Greedy colouring, the large communities first (Welsh & Powell 1967). Of the colours that no neighbour has, the one
    used least is taken; where neighbours have them all, the next pattern begins.
    """
    group_of = {node: k for k, group in enumerate(groups) for node in group}
    beside: list[set[int]] = [set() for _ in groups]
    for u, v in [*simple.edges(), *_near(spots)]:
        a, b = group_of[u], group_of[v]
        if a != b:
            beside[a].add(b)
            beside[b].add(a)
    used: Counter[int] = Counter()
    taken: list[list[int]] = []
    for k in range(len(groups)):
        others = [taken[other] for other in beside[k] if other < k]
        ground = next(
            [min(free, key=lambda c: (used[c], c)), pattern]
            for pattern in count()
            if (free := [c for c in range(colours) if [c, pattern] not in others])
        )
        used[ground[0]] += 1
        taken.append(ground)
    return taken


def _near(spots: Mapping[int, tuple[int, int]]) -> list[tuple[int, int]]:
    import numpy as np  # noqa: PLC0415 - heavy
    from scipy.spatial import cKDTree  # noqa: PLC0415 - heavy

    nodes = sorted(spots)
    if len(nodes) < 2:
        return []
    pairs = cKDTree(np.array([spots[node] for node in nodes], dtype=float)).query_pairs(NEAR)
    return [(nodes[a], nodes[b]) for a, b in sorted(pairs)]
