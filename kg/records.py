"""The plain records that pass between the stages; frozen, with no behaviour beyond themselves.

Offsets are Unicode code points into the article's ``text``, end exclusive: ``text[start:end]`` is the
``text`` a span carries. Ids come from content only: ``<article>:<letter><start>-<end>``.
"""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("agent", "patient", "recipient", "participant", "instrument")
STATUSES = ("occurred", "ongoing", "planned", "possible", "conditional", "demanded", "negated")
BLOCK_ROLES = (
    "headline", "standfirst", "dateline", "byline", "body", "quote", "list",
    "caption", "credit", "promo", "teaser", "boilerplate",
)  # fmt: skip
ENTITY_TYPES = (
    "person", "organization", "country", "place", "group",
    "product", "law_or_treaty", "work", "facility", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of an article."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page that plays one role; blocks are in text order and do not overlap."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text and what is known of it. ``published`` is an ISO date or datetime, None if unknown.

    ``locations``: where else the same text was found, paths or URLs.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str = "en"
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    locations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is spoken of. ``kind``: name, nominal, pronoun or metonym."""

    text: str
    start: int
    end: int
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class Link:
    """Why an entity has an identifier of ``same_as``, and how sure that is, from 0 to 1."""

    iri: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what an article speaks of. ``name`` is the fullest form in the article.

    ``stands_for``: ISO 3166 code of the country a metonym speaks for ("the Kremlin": ``ru``). ``links`` explains those
    of ``same_as`` that a table of links gave.
    """

    id: str
    article: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    same_as: tuple[str, ...] = ()
    cluster: str | None = None
    stands_for: str | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A mention of an entity as a claim uses it: the words here, the name resolved."""

    entity: str
    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Role:
    """A participant of an event."""

    role: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. ``value``: EDTF level 0/1, None if unresolved or a duration; ``timex``: TIMEX3 value."""

    text: str
    start: int
    end: int
    type: str = "DATE"
    value: str | None = None
    timex: str | None = None
    resolved_from: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The claim of kind ``time``: one expression found, whether a claim uses it or not."""

    id: str
    article: str
    sentence: Span
    time: Time
    extractor: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. ``parts`` are the pieces of a broken quotation, () when the content is whole."""

    id: str
    article: str
    sentence: Span
    cue: Span
    speaker: Ref
    mode: str
    stance: str
    content: Span
    parts: tuple[Span, ...] = ()
    addressee: Ref | None = None
    venue: Ref | Span | None = None
    time: Time | None = None
    reported_by: tuple[Ref, ...] = ()
    about: tuple[Ref, ...] = ()
    claims: tuple[str, ...] = ()
    confidence: float = 0.5
    extractor: str = "statements"


@dataclass(frozen=True, slots=True)
class Event:
    """Something the text says happens, happened, is planned, wanted or denied."""

    id: str
    article: str
    sentence: Span
    trigger: Span
    type: str
    subtype: str | None
    roles: tuple[Role, ...]
    status: str
    polarity: str
    modality: str
    certainty: str
    topic: Span | None = None
    place: Ref | None = None
    time: Time | None = None
    attributed_to: tuple[Ref, ...] = ()
    lemma: str = ""
    confidence: float = 0.5
    extractor: str = "events"


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting tie: who holds which office, what lies where, who belongs to what."""

    id: str
    article: str
    sentence: Span
    subject: Ref
    predicate: str
    object: Ref | Span
    status: str
    polarity: str
    modality: str
    certainty: str
    time: Time | None = None
    attributed_to: tuple[Ref, ...] = ()
    confidence: float = 0.5
    extractor: str = "relations"


@dataclass(frozen=True, slots=True)
class Issue:
    """What was seen but could not be used, and why. ``level``: info, warning or error."""

    article: str
    level: str
    message: str
    start: int | None = None
    end: int | None = None


Claim = Event | Statement | Relation
Record = Article | Entity | Event | Statement | Relation | TimeExpression | Issue
