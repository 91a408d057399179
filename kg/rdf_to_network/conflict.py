"""Conflict and cooperation: ties with a sign, by the quad class that the ontology gives to their type of event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kg.rdf_to_network.entities import is_thing

if TYPE_CHECKING:
    import networkx

COOPERATION = ("verbal cooperation", "material cooperation")
CONFLICT = ("verbal conflict", "material conflict")
# Roles of a tie that runs from one party to another. Two who do the same to a third have no conflict with each other
# (both are actors), two who suffer the same (both are recipients) neither, and a place is where it happens.
TOWARDS = frozenset(
    {("actor", "recipient"), ("actor", "participant"), ("participant", "participant"), ("participant", "recipient")}
)


@dataclass(frozen=True, slots=True)
class SignedTie:
    """What two actors do to each other, in numbers of events by quad class (PLOVER; Schrodt 2012, Halterman et al.
    2023). ``balance``: (cooperation - conflict) / all of them, from -1 to 1.
    """

    a: str
    b: str
    a_label: str
    b_label: str
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int
    balance: float

    @property
    def events(self) -> int:
        """How many events of the four classes the two have."""
        return self.verbal_cooperation + self.material_cooperation + self.verbal_conflict + self.material_conflict


@dataclass(frozen=True, slots=True)
class Triads:
    """Threes of actors each of whom has a sign with both others. ``balanced``: the product of the signs is positive,
    as with a friend's friend or an enemy's enemy (Heider 1946; Cartwright & Harary 1956).
    """

    balanced: int
    unbalanced: int


def signed_ties(network: networkx.MultiDiGraph) -> list[SignedTie]:
    """Pairs of actors with at least one event between them that has a quad class, those with most events first."""
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for a, b, data in between(network):
        counted[(a, b) if a < b else (b, a)][data["quad"]] += 1
    rows = []
    for (a, b), quads in counted.items():
        good, bad = (sum(quads[name] for name in names) for names in (COOPERATION, CONFLICT))
        one, other = (str(network.nodes[iri].get("label", iri)) for iri in (a, b))
        balance = round((good - bad) / (good + bad), 4)
        told, done, blamed, fought = (quads[name] for name in COOPERATION + CONFLICT)
        rows.append(SignedTie(a, b, one, other, told, done, blamed, fought, balance))
    return sorted(rows, key=lambda row: (-row.events, row.balance, row.a, row.b))


def between(network: networkx.MultiDiGraph) -> Iterable[tuple[str, str, dict[str, Any]]]:
    """The edges that run from one party to another and have a quad class."""
    for a, b, data in network.edges(data=True):
        parties = a != b and not is_thing(network.nodes[a]) and not is_thing(network.nodes[b])
        if parties and data["quad"] in COOPERATION + CONFLICT and tuple(data["roles"]) in TOWARDS:
            yield a, b, data


def conduct(network: networkx.MultiDiGraph) -> Mapping[str, tuple[int, int]]:
    """Actor -> events of cooperation and of conflict it has with others, whoever began."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for a, b, data in between(network):
        for end in (a, b):
            found[end][data["quad"] in CONFLICT] += 1
    return {iri: (numbers[0], numbers[1]) for iri, numbers in found.items()}


def triads(ties: Iterable[SignedTie]) -> Triads:
    """Count closed triads by structural balance; a pair that is even (balance 0) has no sign."""
    sign = {(tie.a, tie.b): tie.balance > 0 for tie in ties if tie.balance}
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b in sign:
        beside[a].add(b)
    balanced = unbalanced = 0
    for a, later in beside.items():
        for b, c in combinations(sorted(later), 2):
            if (b, c) in sign:
                hostile = [sign[a, b], sign[a, c], sign[b, c]].count(False)
                balanced, unbalanced = balanced + (hostile % 2 == 0), unbalanced + hostile % 2
    return Triads(balanced, unbalanced)
