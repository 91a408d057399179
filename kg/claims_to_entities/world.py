"""The world behind the claims: one cluster per real thing, one situation per happening, and what contradicts what.

Everything here is derived from claims and can be made again from them; ids depend on content only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.articles_to_support import Copy


@dataclass(frozen=True, slots=True)
class Cluster:
    """One real person, organisation, place … and the article entities taken to be it.

    ``id`` is readable and unique in the world ("Ana_Ruiz", on collision "Ana_Ruiz-1f2e3d4c"); ``members`` are
    entity ids; ``reasons`` say, one a merge, why a member belongs. ``stands_for`` is the id of another cluster.
    """

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """One happening, utterance or state, told by one claim or many.

    ``kind``: event, utterance, state or office. ``roles`` pairs a role with a cluster id. ``theme`` is the id of the
    situation that is proposed, agreed to, rejected …; ``topic`` plain words when it is no situation of its own.
    ``earliest`` and ``latest`` bound the day (ISO dates); ``edtf`` is the time as told. ``members`` are claim ids.
    """

    id: str
    kind: str
    type: str
    subtype: str | None
    label: str
    roles: tuple[tuple[str, str], ...]
    place: str | None = None
    theme: str | None = None
    topic: str | None = None
    title: str | None = None
    earliest: str | None = None
    latest: str | None = None
    edtf: str | None = None
    members: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be right. ``type``: polarity, stance, place, date or value."""

    type: str
    a: str
    b: str
    reason: str


@dataclass(frozen=True, slots=True)
class World:
    """All clusters, situations and contradictions, each in the order of their ids.

    ``publisher_of`` gives the cluster of an article's publisher, by article id, where a publisher is known;
    ``copies`` are the pairs of articles that are one text.
    """

    clusters: tuple[Cluster, ...]
    situations: tuple[Situation, ...]
    contradictions: tuple[Contradiction, ...]
    cluster_of: Mapping[str, str]
    situation_of: Mapping[str, str]
    publisher_of: Mapping[str, str] = field(default_factory=dict)
    copies: tuple[Copy, ...] = ()
