"""Where each node stands, computed before the browser sees it: communities apart, their members together.

Two levels of Fruchterman-Reingold springs (Fruchterman & Reingold 1991): the communities as single nodes, then each
community inside the room it was given; last, nodes that touch are pushed apart. Seeded, so the same network gives the
same picture. 3,000 nodes take seconds where one spring over all of them takes most of a minute.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import pi, sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx
    import numpy as np

SEED = 42
# Canvas units a node needs round its centre: wider than high, because its name stands below it. In a large network
# only some names are shown, and nodes stand closer.
ROOM = (150.0, 92.0)
CLOSE = (92.0, 66.0)
LARGE = 80
# Screens are wider than high: circles are laid out, ellipses drawn.
ASPECT = (1.25, 0.85)
# Kamada-Kawai (1989) draws small groups better than springs do, but costs the cube of their size.
SMALL = 24


def layout(graph: networkx.Graph, groups: Sequence[Sequence[int]]) -> dict[int, tuple[int, int]]:
    """Place every node of an undirected graph whose nodes are numbers; ``groups`` are its communities.

    Returns node -> (x, y) in canvas units, y growing downwards, the centre near (0, 0).
    """
    import numpy as np  # noqa: PLC0415 - heavy

    if not len(graph):
        return {}
    room = CLOSE if len(graph) > LARGE else ROOM
    centres, radii = _centres(graph, groups, room)
    nodes = [node for group in groups for node in group]
    at = np.zeros((len(nodes), 2))
    row = 0
    for k, group in enumerate(groups):
        inner = _inside(graph.subgraph(group).copy(), radii[k])
        for node in group:
            at[row] = centres[k] + inner[node]
            row += 1
    at = _apart(at, np.array(room))
    at -= (at.max(axis=0) + at.min(axis=0)) / 2
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(nodes, at, strict=True)}


def _centres(
    graph: networkx.Graph, groups: Sequence[Sequence[int]], room: tuple[float, float]
) -> tuple[list[Any], list[float]]:
    """Centre and radius of each community: area in proportion to its size, those tied closely stand closely."""
    import networkx as nx  # noqa: PLC0415 - heavy
    import numpy as np  # noqa: PLC0415 - heavy

    group_of = {node: k for k, group in enumerate(groups) for node in group}
    outer = nx.Graph()
    outer.add_nodes_from(range(len(groups)))
    for u, v, data in graph.edges(data=True):
        a, b = group_of[u], group_of[v]
        if a != b:
            known = outer.get_edge_data(a, b, {"weight": 0})["weight"]
            outer.add_edge(a, b, weight=known + data.get("weight", 1))
    radii = [sqrt(len(group) * room[0] * room[1] * 1.5 / pi) for group in groups]
    if len(groups) == 1:
        return [np.zeros(2)], radii
    spread = nx.spring_layout(outer, seed=SEED, iterations=200, weight="weight")
    reach = sqrt(sum(r * r for r in radii)) * 1.6
    points = np.array([spread[k] for k in range(len(groups))]) * reach
    return list(_circles_apart(points, np.array(radii)) * np.array(ASPECT)), radii


def _circles_apart(points: np.ndarray, radii: np.ndarray) -> np.ndarray:
    """Move circles until they hardly overlap, and draw them together where there is room."""
    import numpy as np  # noqa: PLC0415 - heavy

    for step in range(300):
        points = points * (0.985 if step < 200 else 1.0)
        gap = points[:, None, :] - points[None, :, :]
        distance = np.sqrt((gap**2).sum(axis=2)) + np.eye(len(points))
        need = (radii[:, None] + radii[None, :]) * 1.1
        push = np.clip(need - distance, 0, None) * (1 - np.eye(len(points)))
        points = points + 0.5 * (gap / distance[:, :, None] * push[:, :, None]).sum(axis=1)
    return points


def _inside(part: networkx.Graph, radius: float) -> Mapping[int, Any]:
    """Place one community round (0, 0)."""
    import networkx as nx  # noqa: PLC0415 - heavy
    import numpy as np  # noqa: PLC0415 - heavy

    if len(part) == 1:
        return {node: np.zeros(2) for node in part}
    if len(part) <= SMALL and nx.is_connected(part):
        spots = nx.kamada_kawai_layout(part, weight=None)
    else:
        spots = nx.spring_layout(part, seed=SEED, iterations=120, weight=None, k=1.6 / sqrt(len(part)))
    scale = radius * np.array(ASPECT)
    return {node: spots[node] * scale for node in part}


def _apart(at: np.ndarray, room: np.ndarray) -> np.ndarray:
    """Push apart nodes whose rooms overlap, along the axis with the smaller overlap."""
    import numpy as np  # noqa: PLC0415 - heavy
    from scipy.spatial import cKDTree  # noqa: PLC0415 - heavy

    for _ in range(80):
        pairs = cKDTree(at / room).query_pairs(1.0, p=np.inf, output_type="ndarray")
        if not len(pairs):
            break
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        gap = at[pairs[:, 0]] - at[pairs[:, 1]]
        over = room - np.abs(gap)
        sideways = over[:, 0] / room[0] < over[:, 1] / room[1]
        axis = np.where(sideways, 0, 1)
        rows = np.arange(len(pairs))
        sign = np.where(gap[rows, axis] >= 0, 1.0, -1.0)
        move = np.zeros_like(gap)
        move[rows, axis] = sign * over[rows, axis] * 0.3
        np.add.at(at, pairs[:, 0], move)
        np.add.at(at, pairs[:, 1], -move)
    return at
