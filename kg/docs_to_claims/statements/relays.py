"""Settles which sayings stand: who only relays another's words becomes ``reported_by`` there."""

from __future__ import annotations

from dataclasses import replace

from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import Scene
from kg.records import Ref


def settle(scene: Scene, sayings: list[Saying]) -> list[Saying]:
    """The sayings with their relays; a saying that does nothing but relay another is folded into it."""
    folded = {i: [j for j, b in enumerate(sayings) if _only_relays(scene, b, a)] for i, a in enumerate(sayings)}
    gone = {j for relays in folded.values() for j in relays}
    out = []
    for i, saying in enumerate(sayings):
        if i in gone:
            continue
        standing = [b for j, b in enumerate(sayings) if j not in gone or b.pattern in ("phrase", "relay")]
        outer = [b for b in standing if b is not saying and _holds_cue(b, saying)]
        relayed = [sayings[j] for j in folded[i]] + sorted(outer, key=lambda b: b.end - b.start)
        found: dict[str, Ref] = {}
        own_words = {r.entity for r in saying.speakers}
        others = (b for b in relayed if own_words.isdisjoint(r.entity for r in b.speakers))
        for ref in (*saying.reported_by, *(r for b in others for r in b.speakers)):
            found.setdefault(ref.entity, ref)
        for own in saying.speakers:
            found.pop(own.entity, None)
        out.append(replace(saying, reported_by=tuple(found.values())))
    return out


def _holds_cue(outer: Saying, inner: Saying) -> bool:
    """Whether one saying's content holds the other's cue."""
    inside = any(p.start <= inner.cue.start and inner.cue.end <= p.end for p in outer.parts)
    return inside and outer.anchor.i != inner.anchor.i and outer.pattern not in WANTED and not _is_aside(outer, inner)


WANTED = frozenset({"infinitive", "object", "noun", "label", "figure", "gerund"})
"""Contents that name what is wanted, denied or called something: a saying inside them is nobody's relay."""


def _is_aside(outer: Saying, inner: Saying) -> bool:
    """Whether the inner saying is told of in passing: "says it found nothing, despite X claiming …"."""
    token = inner.anchor
    while token.i not in (token.head.i, outer.anchor.i):
        if token.dep_ == "pcomp" and token.head.lower_ not in ("as", "by", "of"):
            return True
        token = token.head
    return False


def _only_relays(scene: Scene, outer: Saying, inner: Saying) -> bool:
    """Whether the outer source only vouches for the inner's saying: "He claimed that S, X reported"."""
    if outer is inner or scene.depth[inner.anchor.i] != scene.depth[outer.anchor.i]:
        return False
    if outer.pattern in ("relay", "phrase") and inner.pattern not in ("relay", "phrase") and _within(outer, inner):
        return True  # a quotation of several sentences, and behind it "as quoted by X"
    same_sentence = scene.reading.sentence(outer.anchor).start == scene.reading.sentence(inner.anchor).start
    if not same_sentence or (
        inner.anchor.i > outer.anchor.i and outer.pattern not in ("before", "order", "relay", "phrase")
    ):
        return False
    if outer.pattern in ("relay", "phrase"):
        trailing = outer.anchor.i > inner.anchor.i
        return _holds_cue(outer, inner) and (trailing or inner.pattern == "clause") and _main(inner, outer)
    reporting_verb = outer.verb is not None and outer.verb.lemma in reporting().reporting
    return reporting_verb and outer.pattern in ("before", "order") and _holds_cue(outer, inner) and _main(inner, outer)


def _within(outer: Saying, inner: Saying) -> bool:
    """Whether what a source phrase stands for is the end of what the inner saying quotes."""
    return inner.start < outer.start and inner.end - 2 <= outer.end <= inner.end + 2


def _main(inner: Saying, outer: Saying) -> bool:
    """Whether the inner cue is the main verb of what the outer source says."""
    part = outer.parts[0]
    return not any(
        t.pos_ in ("VERB", "AUX") and part.start <= t.idx < part.end and t.i != inner.anchor.i
        for t in inner.anchor.ancestors
        if t.i != outer.anchor.i
    )
