"""All measures of a network at once, and as attributes of its nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from kg.rdf_to_network.bridges import Bridge, bridges
from kg.rdf_to_network.centrality import Measure, communities, measures, simple_graph
from kg.rdf_to_network.co_statements import CoStatement, co_statements
from kg.rdf_to_network.conflict import SignedTie, Triads, conduct, signed_ties, triads
from kg.rdf_to_network.entities import is_thing

if TYPE_CHECKING:
    import networkx


@dataclass(frozen=True, slots=True)
class Overview:
    """The network in numbers: ``pairs`` with a tie, several ties between two counted in ``ties``. ``density``: pairs
    with a tie among all pairs. ``components``: parts that no tie connects; ``largest``: actors in the largest.
    ``modularity`` of the communities (Newman & Girvan 2004), 0 for a network without ties.
    """

    actors: int
    ties: int
    pairs: int
    density: float
    components: int
    largest: int
    communities: int
    modularity: float
    balanced_triads: int
    unbalanced_triads: int


@dataclass(frozen=True, slots=True)
class Community:
    """Actors that have more to do with each other than with the rest. ``inside`` and ``outside``: pairs with a tie
    within the community, and from it to others; ``main``: labels of its most central members.
    """

    community: int
    actors: int
    inside: int
    outside: int
    main: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Every measure, each table with what matters most first. Actors without a tie are in none of them."""

    overview: Overview
    actors: Sequence[Measure]
    communities: Sequence[Community]
    bridges: Sequence[Bridge]
    co_statements: Sequence[CoStatement]
    conflict_cooperation: Sequence[SignedTie]


MAIN = 5


def analyse(network: networkx.MultiDiGraph) -> Analysis:
    """Measure the network of those who act. Things that nobody named count only as what is spoken about.

    The same network gives the same numbers, in every process.
    """
    acting = of_actors(network)
    simple, ids = simple_graph(acting)
    groups = communities(simple)
    actors = measures(acting, groups)
    signed = signed_ties(acting)
    return Analysis(
        overview=_overview(acting, simple, groups, triads(signed)),
        actors=actors,
        communities=_communities(simple, ids, groups, actors),
        bridges=bridges(acting),
        co_statements=co_statements(network),
        conflict_cooperation=signed,
    )


def of_actors(network: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """The part of a network that ties actors: without things that nobody named, and without who has no tie then."""
    things = [node for node, data in network.nodes(data=True) if is_thing(data)]
    acting = network.copy()
    acting.remove_nodes_from(things)
    acting.remove_nodes_from([node for node, degree in list(acting.degree()) if degree == 0])
    return acting


def measured(network: networkx.MultiDiGraph, analysis: Analysis) -> networkx.MultiDiGraph:
    """A copy of the network whose nodes have the measures of ``Measure`` as attributes, and ``cooperation`` and
    ``conflict``, their numbers of events with others; nodes that are not measured have none.
    """
    copy = network.copy()
    acts = conduct(network)
    for row in analysis.actors:
        values = {name: value for name, value in asdict(row).items() if name not in ("id", "label", "kind")}
        cooperation, conflict = acts.get(row.id, (0, 0))
        copy.nodes[row.id].update(values | {"cooperation": cooperation, "conflict": conflict})
    return copy


def _communities(
    simple: networkx.Graph, ids: Sequence[str], groups: Sequence[Sequence[int]], actors: Sequence[Measure]
) -> list[Community]:
    place = {row.id: k for k, row in enumerate(actors)}
    group_of = {node: k for k, nodes in enumerate(groups) for node in nodes}
    inside, outside = [0] * len(groups), [0] * len(groups)
    for u, v in simple.edges():
        if group_of[u] == group_of[v]:
            inside[group_of[u]] += 1
        else:
            outside[group_of[u]] += 1
            outside[group_of[v]] += 1
    found = []
    for k, nodes in enumerate(groups):
        main = sorted((ids[node] for node in nodes), key=lambda iri: place[iri])[:MAIN]
        names = ", ".join(actors[place[iri]].label for iri in main)
        found.append(Community(k, len(nodes), inside[k], outside[k], names))
    return found


def _overview(
    acting: networkx.MultiDiGraph, simple: networkx.Graph, groups: Sequence[Sequence[int]], balance: Triads
) -> Overview:
    import networkx as nx  # noqa: PLC0415 - heavy

    parts = [len(part) for part in nx.connected_components(simple)]
    linked = simple.number_of_edges() > 0
    return Overview(
        actors=len(acting),
        ties=acting.number_of_edges(),
        pairs=simple.number_of_edges(),
        density=round(nx.density(simple), 6),
        components=len(parts),
        largest=max(parts, default=0),
        communities=len(groups),
        modularity=round(nx.community.modularity(simple, groups), 4) if linked else 0.0,
        balanced_triads=balance.balanced,
        unbalanced_triads=balance.unbalanced,
    )
