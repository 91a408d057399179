"""The plain objects of the claims contract to records; what does not follow the contract is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kg.errors import ClaimError
from kg.records import (
    Article,
    Block,
    Entity,
    Event,
    Issue,
    Link,
    Mention,
    Record,
    Ref,
    Relation,
    Role,
    Span,
    Statement,
    Time,
    TimeExpression,
)

Json = dict[str, Any]
Reader = Callable[[Json], Record]


def _place(d: Json) -> tuple[str, int, int]:
    text, start, end = d["text"], d["start"], d["end"]
    if not (isinstance(text, str) and isinstance(start, int) and isinstance(end, int) and 0 <= start <= end):
        raise ValueError(f"text {text!r} at {start!r}-{end!r}: expected a text with the numbers of its characters")
    return text, start, end


def _to_span(d: Json) -> Span:
    return Span(*_place(d))


def _to_ref(d: Json) -> Ref:
    return Ref(d["entity"], d["name"], *_place(d))


def _to_refs(items: Iterable[Json] | None) -> tuple[Ref, ...]:
    return tuple(_to_ref(d) for d in items or ())


def _to_either(d: Json | None) -> Ref | Span | None:
    return None if d is None else _to_ref(d) if "entity" in d else _to_span(d)


def _to_time(d: Json | None) -> Time | None:
    if d is None:
        return None
    return Time(*_place(d), d.get("type", "DATE"), d["value"], d.get("timex"), d["resolved_from"])


def _axes(d: Json) -> Json:
    return {key: d[key] for key in ("status", "polarity", "modality", "certainty", "confidence", "extractor")}


def from_json(d: Json) -> Record:
    """The record behind one object of the claims contract.

    Raises ClaimError on an unknown kind, a missing key, or a value that is not what the contract says.
    """
    kind = d.get("kind")
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise ClaimError(f"no kind of claim {kind!r}: expected one of {', '.join(_READERS)}")
    where = f"{kind} {d['id']!r}" if "id" in d else kind
    try:
        return reader(d)
    except KeyError as error:
        raise ClaimError(f"{where}: no key {error}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ClaimError(f"{where}: {error}") from error


def _to_article(d: Json) -> Article:
    keys = ("id", "source", "text", "title", "published", "published_from", "publisher", "language", "url")
    blocks = tuple(Block(b["role"], b["start"], b["end"]) for b in d["blocks"])
    return Article(
        **{k: d[k] for k in keys}, authors=tuple(d["authors"]), blocks=blocks, locations=tuple(d.get("locations", ()))
    )


def _to_entity(d: Json) -> Entity:
    return Entity(
        **{k: d[k] for k in ("id", "article", "name", "type")},
        aliases=tuple(d["aliases"]),
        mentions=tuple(Mention(*_place(m), m.get("mention", "name")) for m in d["mentions"]),
        same_as=tuple(d["same_as"]),
        cluster=d.get("cluster"),
        stands_for=d.get("stands_for"),
        links=tuple(Link(k["iri"], k["confidence"], k["reason"]) for k in d.get("links", ())),
    )


def _to_event(d: Json) -> Event:
    return Event(
        **{k: d[k] for k in ("id", "article", "type", "subtype")},
        **_axes(d),
        lemma=d.get("lemma", ""),
        sentence=_to_span(d["sentence"]),
        trigger=_to_span(d["trigger"]),
        roles=tuple(Role(r["role"], _to_ref(r)) for r in d["roles"]),
        topic=None if d["topic"] is None else _to_span(d["topic"]),
        place=None if d["place"] is None else _to_ref(d["place"]),
        time=_to_time(d["time"]),
        attributed_to=_to_refs(d["attributed_to"]),
    )


def _to_statement(d: Json) -> Statement:
    return Statement(
        **{k: d[k] for k in ("id", "article", "mode", "stance", "confidence", "extractor")},
        sentence=_to_span(d["sentence"]),
        cue=_to_span(d["cue"]),
        speaker=_to_ref(d["speaker"]),
        content=_to_span(d["content"]),
        parts=tuple(_to_span(p) for p in d["content"].get("parts", ())),
        addressee=None if d["addressee"] is None else _to_ref(d["addressee"]),
        venue=_to_either(d["venue"]),
        time=_to_time(d["time"]),
        reported_by=_to_refs(d["reported_by"]),
        about=_to_refs(d["about"]),
        claims=tuple(d["claims"]),
    )


def _to_relation(d: Json) -> Relation:
    target = _to_either(d["object"])
    if target is None:
        raise ValueError("an object of null, where a ref or a span is expected")
    return Relation(
        **{k: d[k] for k in ("id", "article", "predicate")},
        **_axes(d),
        sentence=_to_span(d["sentence"]),
        subject=_to_ref(d["subject"]),
        object=target,
        time=_to_time(d["time"]),
        attributed_to=_to_refs(d["attributed_to"]),
    )


def _to_time_expression(d: Json) -> TimeExpression:
    time = _to_time(d)
    if time is None:
        raise KeyError("text")
    return TimeExpression(d["id"], d["article"], _to_span(d["sentence"]), time, d["extractor"])


def _to_issue(d: Json) -> Issue:
    return Issue(d["article"], d["level"], d["message"], d.get("start"), d.get("end"))


_READERS: dict[str, Reader] = {
    "article": _to_article,
    "entity": _to_entity,
    "event": _to_event,
    "statement": _to_statement,
    "relation": _to_relation,
    "time": _to_time_expression,
    "issue": _to_issue,
}
