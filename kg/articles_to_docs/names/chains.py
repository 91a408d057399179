"""The working structure of names and coreference: a chain gathers all mentions of one entity until it is frozen."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import Known


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention at its place: characters, head token, kind, and the name it adds to the aliases (empty for none)."""

    start: int
    end: int
    head: int
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role the text gives somebody: the lemma of its noun ("envoy") and the other words of the phrase, small."""

    noun: str
    words: frozenset[str]
    at: int


@dataclass(slots=True)
class Chain:
    """An entity in the making. ``gender``: m, f, or empty; ``plural``: None when the text does not say.

    ``owned``: the noun phrase without the pronoun that owns it ("her brother": "brother"); ``members``: whom a chain of
    several known ones means ("both presidents"), none otherwise.
    """

    key: str
    type: str
    known: Known | None = None
    names: list[Found] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    roles: list[RoleWords] = field(default_factory=list)
    gender: str = ""
    plural: bool | None = None
    label: str = ""
    possessor: Chain | None = None
    owned: str = ""
    stands_for: str = ""
    modifiers: frozenset[str] = frozenset()
    merged: bool = False
    members: tuple[Chain, ...] = ()

    first: int = sys.maxsize

    def add(self, spot: Spot) -> None:
        """Take a mention in; ``first`` is the offset of the first one."""
        self.spots.append(spot)
        self.first = min(self.first, spot.start)

    @property
    def person(self) -> bool:
        """Whether this is one human being."""
        return self.type == "person" and self.plural is not True

    def take(self, other: Chain) -> None:
        """Make another chain part of this one."""
        self.names.extend(other.names)
        self.spots.extend(other.spots)
        self.first = min(self.first, other.first)
        self.roles.extend(other.roles)
        self.gender = self.gender or other.gender
        self.known = self.known or other.known
        other.merged = True
