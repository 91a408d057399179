"""Who is in one statement with whom, and who speaks about the same matters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from kg.rdf_to_network.entities import is_thing

if TYPE_CHECKING:
    import networkx

UTTERANCE = "Utterance"
# What more speakers than these speak about ties none of them in particular, and the pairs grow with their square.
COMMON = 100

Pairs = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CoStatement:
    """Two actors in what is said. ``spoken``: statements of one of them to or about the other; ``together``:
    statements of somebody else that speak of both; ``matters``: persons, things and happenings both speak about.
    """

    a: str
    b: str
    a_label: str
    b_label: str
    spoken: int
    together: int
    matters: int


def co_statements(network: networkx.MultiDiGraph) -> list[CoStatement]:
    """Pairs of actors, those that most is said of first.

    ``matters`` is the projection of the network of speakers and what they speak about on its speakers (Breiger 1974),
    the actor network of discourse network analysis (Leifeld 2017) without its agreement: that two speak about one
    thing does not say that they are of one mind. Nobody is tied by what more than COMMON speakers speak about.
    """
    speakers: dict[str, set[str]] = defaultdict(set)
    spoken_of: dict[str, set[str]] = defaultdict(set)
    matters: dict[str, set[str]] = defaultdict(set)
    spoken: Pairs = Counter()
    for speaker, other, key, data in network.edges(keys=True, data=True):
        if data["kind"] == UTTERANCE:
            speakers[key].add(speaker)
            spoken_of[key].add(other)
            matters[other].add(speaker)
            spoken[_pair(speaker, other)] += 1
    together = _counted(members - speakers[key] for key, members in spoken_of.items())
    shared = _counted(who for who in matters.values() if len(who) <= COMMON)
    rows = [
        CoStatement(a, b, _label(network, a), _label(network, b), spoken[a, b], together[a, b], shared[a, b])
        for a, b in spoken.keys() | together.keys() | shared.keys()
        if not (is_thing(network.nodes[a]) or is_thing(network.nodes[b]))
    ]
    return sorted(rows, key=lambda row: (-row.spoken - row.together - row.matters, -row.spoken, row.a, row.b))


def _counted(groups: Iterable[set[str]]) -> Pairs:
    return Counter(pair for group in groups for pair in combinations(sorted(group), 2))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _label(network: networkx.MultiDiGraph, iri: str) -> str:
    return str(network.nodes[iri].get("label", iri))
