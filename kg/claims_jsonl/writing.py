"""Records to the plain objects of the claims contract: spans with their text, flat refs, null for what is unknown."""

from __future__ import annotations

from typing import Any

from kg.records import Article, Entity, Event, Issue, Record, Ref, Relation, Span, Statement, Time, TimeExpression

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
        "locations": list(a.locations),
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
    if e.links:
        out["links"] = [{"iri": k.iri, "confidence": k.confidence, "reason": k.reason} for k in e.links]
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
