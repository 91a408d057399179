"""What the report is made of, as plain records: actors, articles, situations with their claims, contradictions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

UTTERANCE, OFFICE = "Utterance", "RoleHolding"
LASTING = frozenset({"State", OFFICE})
"""The kinds of situations that hold rather than happen."""


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity. ``kind`` is the local name of its class; ``named``: some text calls it by a name.

    ``links`` are IRIs of the same thing elsewhere: Wikidata, GeoNames.
    """

    iri: str
    label: str
    kind: str
    named: bool
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``publisher`` is None if nobody named it; ``basis``: where the date was found.

    ``url`` is its address as it was given; ``sources`` are names of files, ``copies`` other articles of its text.
    """

    iri: str
    title: str | None
    publisher: str | None
    published: str | None
    basis: str | None = None
    url: str | None = None
    sources: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence says of one situation.

    ``text`` is the sentence, "" where the graph leaves it out; ``begin`` and ``end`` its offsets in the article, in
    code points; ``marked`` those, within the sentence, of the words that tell of the situation. ``chain``: who says so,
    nearest first; None stands for an article whose publisher nobody named.
    """

    iri: str
    situation: str
    article: str
    text: str
    begin: int
    end: int
    marked: tuple[int, int] | None
    chain: tuple[str | None, ...]
    depth: int
    polarity: str
    modality: str
    certainty: str
    confidence: float | None = None
    time_words: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """A happening, utterance or state. ``first`` and ``last`` are ISO days, None where the graph has none.

    ``roles`` pairs the local name of a role with the IRI of an actor; ``about`` are the IRIs of the situations that it
    speaks of or that are its theme, ``topic`` the words of its topic. ``attested``: the days of the first and the last
    article that tell of a state. ``articles`` tell of it, ``sources`` of them may be independent (None: not counted).
    ``claims``: own voice before hearsay, then by day of publication.
    """

    iri: str
    kind: str
    type: str
    type_label: str
    status: str
    label: str
    first: str | None = None
    last: str | None = None
    roles: tuple[tuple[str, str], ...] = ()
    about: tuple[str, ...] = ()
    topic: str | None = None
    title: str | None = None
    attested: tuple[str, str] | None = None
    articles: int = 0
    sources: int | None = None
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims, by IRI, that cannot both be right. ``type``: what they differ in, as "polarity"."""

    a: str
    b: str
    type: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole graph, every mapping by IRI and in the order of IRIs."""

    actors: Mapping[str, Actor]
    articles: Mapping[str, Article]
    situations: Mapping[str, Situation]
    contradictions: tuple[Contradiction, ...]
