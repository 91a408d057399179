"""Records to JSON lines and back, by the claims contract: flat refs, spans with their text, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import ClaimError
from kg.records import (
    Article,
    Block,
    Entity,
    Event,
    Issue,
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


def _span(span: Span) -> Json:
    return {"text": span.text, "start": span.start, "end": span.end}


def _ref(ref: Ref) -> Json:
    return {"entity": ref.entity, "name": ref.name, "text": ref.text, "start": ref.start, "end": ref.end}


def _time(time: Time | None) -> Json | None:
    if time is None:
        return None
    return {
        "value": time.value,
        "text": time.text,
        "start": time.start,
        "end": time.end,
        "type": time.type,
        "timex": time.timex,
        "resolved_from": time.resolved_from,
    }


def _either(value: Ref | Span | None) -> Json | None:
    return None if value is None else _ref(value) if isinstance(value, Ref) else _span(value)


def _article(a: Article) -> Json:
    return {
        "kind": "article",
        "id": a.id,
        "source": a.source,
        "title": a.title,
        "published": a.published,
        "published_from": a.published_from,
        "publisher": a.publisher,
        "authors": list(a.authors),
        "language": a.language,
        "url": a.url,
        "blocks": [{"role": b.role, "start": b.start, "end": b.end} for b in a.blocks],
        "text": a.text,
    }


def _entity(e: Entity) -> Json:
    out: Json = {
        "kind": "entity",
        "id": e.id,
        "article": e.article,
        "name": e.name,
        "type": e.type,
        "aliases": list(e.aliases),
        "mentions": [{"text": m.text, "start": m.start, "end": m.end, "mention": m.kind} for m in e.mentions],
        "same_as": list(e.same_as),
        "stands_for": e.stands_for,
    }
    return out | ({"cluster": e.cluster} if e.cluster else {})


def _event(e: Event) -> Json:
    return {
        "kind": "event",
        "id": e.id,
        "article": e.article,
        "sentence": _span(e.sentence),
        "trigger": _span(e.trigger),
        "lemma": e.lemma,
        "type": e.type,
        "subtype": e.subtype,
        "roles": [{"role": r.role, **_ref(r.ref)} for r in e.roles],
        "topic": None if e.topic is None else _span(e.topic),
        "place": None if e.place is None else _ref(e.place),
        "time": _time(e.time),
        "status": e.status,
        "polarity": e.polarity,
        "modality": e.modality,
        "certainty": e.certainty,
        "attributed_to": [_ref(r) for r in e.attributed_to],
        "confidence": e.confidence,
        "extractor": e.extractor,
    }


def _statement(s: Statement) -> Json:
    content = _span(s.content) | ({"parts": [_span(p) for p in s.parts]} if s.parts else {})
    return {
        "kind": "statement",
        "id": s.id,
        "article": s.article,
        "sentence": _span(s.sentence),
        "cue": _span(s.cue),
        "speaker": _ref(s.speaker),
        "mode": s.mode,
        "stance": s.stance,
        "content": content,
        "addressee": _either(s.addressee),
        "venue": _either(s.venue),
        "time": _time(s.time),
        "reported_by": [_ref(r) for r in s.reported_by],
        "about": [_ref(r) for r in s.about],
        "claims": list(s.claims),
        "confidence": s.confidence,
        "extractor": s.extractor,
    }


def _relation(r: Relation) -> Json:
    return {
        "kind": "relation",
        "id": r.id,
        "article": r.article,
        "sentence": _span(r.sentence),
        "subject": _ref(r.subject),
        "predicate": r.predicate,
        "object": _either(r.object),
        "time": _time(r.time),
        "status": r.status,
        "polarity": r.polarity,
        "modality": r.modality,
        "certainty": r.certainty,
        "attributed_to": [_ref(x) for x in r.attributed_to],
        "confidence": r.confidence,
        "extractor": r.extractor,
    }


def _time_expression(t: TimeExpression) -> Json:
    time = _time(t.time) or {}
    sentence = _span(t.sentence)
    return {"kind": "time", "id": t.id, "article": t.article, "sentence": sentence, **time, "extractor": t.extractor}


def _issue(i: Issue) -> Json:
    return {
        "kind": "issue",
        "article": i.article,
        "level": i.level,
        "message": i.message,
        "start": i.start,
        "end": i.end,
    }


def to_json(record: Record) -> Json:
    """One record as the plain object of the claims contract."""
    match record:
        case Article():
            return _article(record)
        case Entity():
            return _entity(record)
        case Event():
            return _event(record)
        case Statement():
            return _statement(record)
        case Relation():
            return _relation(record)
        case TimeExpression():
            return _time_expression(record)
        case Issue():
            return _issue(record)


def dumps(record: Record) -> str:
    """One record as one line of JSON, without its line end."""
    return json.dumps(to_json(record), ensure_ascii=False)


def _to_span(d: Json) -> Span:
    return Span(d["text"], d["start"], d["end"])


def _to_ref(d: Json) -> Ref:
    return Ref(d["entity"], d["name"], d["text"], d["start"], d["end"])


def _to_refs(items: Iterable[Json] | None) -> tuple[Ref, ...]:
    return tuple(_to_ref(d) for d in items or ())


def _to_either(d: Json | None) -> Ref | Span | None:
    return None if d is None else _to_ref(d) if "entity" in d else _to_span(d)


def _to_time(d: Json | None) -> Time | None:
    if d is None:
        return None
    return Time(d["text"], d["start"], d["end"], d.get("type", "DATE"), d["value"], d.get("timex"), d["resolved_from"])


def _axes(d: Json) -> Json:
    return {key: d[key] for key in ("status", "polarity", "modality", "certainty", "confidence", "extractor")}


def from_json(d: Json) -> Record:
    """The record behind one object of the claims contract. Raises ClaimError on an unknown kind or a missing key."""
    try:
        return _READERS[d["kind"]](d)
    except (KeyError, TypeError) as error:
        raise ClaimError(f"claim {d.get('id', '?')!r} of kind {d.get('kind')!r}: bad or missing key {error}") from error


def _to_article(d: Json) -> Article:
    keys = ("id", "source", "text", "title", "published", "published_from", "publisher", "language", "url")
    blocks = tuple(Block(b["role"], b["start"], b["end"]) for b in d["blocks"])
    return Article(**{k: d[k] for k in keys}, authors=tuple(d["authors"]), blocks=blocks)


def _to_entity(d: Json) -> Entity:
    mentions = tuple(Mention(m["text"], m["start"], m["end"], m.get("mention", "name")) for m in d["mentions"])
    plain = {k: d.get(k) for k in ("cluster", "stands_for")}
    tuples = {k: tuple(d[k]) for k in ("aliases", "same_as")}
    return Entity(d["id"], d["article"], d["name"], d["type"], mentions=mentions, **plain, **tuples)


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
        raise KeyError("object")
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


_READERS = {
    "article": _to_article,
    "entity": _to_entity,
    "event": _to_event,
    "statement": _to_statement,
    "relation": _to_relation,
    "time": _to_time_expression,
    "issue": _to_issue,
}


def loads(lines: Iterable[str]) -> Iterator[Record]:
    """Records of JSON lines, in order; blank lines are skipped. Raises ClaimError naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            raise ClaimError(f"line {number} is not JSON: {error.msg}") from error
        if not isinstance(data, dict):
            raise ClaimError(f"line {number} is not a JSON object")
        try:
            yield from_json(data)
        except ClaimError as error:
            raise ClaimError(f"line {number}: {error}") from error
