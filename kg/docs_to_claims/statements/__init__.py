"""Who said what, to whom, where and when, and who relays it: statement claims of one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.statements.cues import find_cues
from kg.docs_to_claims.statements.indirect import indirect_sayings
from kg.docs_to_claims.statements.interviews import transcript_sayings, without_turns
from kg.docs_to_claims.statements.phrases import phrase_sayings
from kg.docs_to_claims.statements.quoted import quoted_sayings
from kg.docs_to_claims.statements.relays import settle
from kg.docs_to_claims.statements.sayings import CONFIDENCE, NESTED, PRONOUN, Saying
from kg.docs_to_claims.statements.scene import Scene, make_scene
from kg.docs_to_claims.statements.surroundings import addressee, time, venue
from kg.docs_to_claims.statements.tails import relay_tails
from kg.records import Ref, Span, Statement

__all__ = ["find_statements"]


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Every statement of the article with a known speaker, in text order; joint speakers make one statement each.

    ``content`` spans a broken quotation from its first to its last word, ``parts`` are its pieces. A statement
    inside another's content names that speaker in ``reported_by``. Nothing is made of quotation marks that hold a
    title or a single word, nor of a saying the text does not assert ("declined to say").
    """
    scene = make_scene(reading)
    cues = find_cues(scene)
    quoted = without_turns(scene, quoted_sayings(scene, cues))
    used = frozenset(s.anchor.i for s in quoted)
    indirect = (s for s in indirect_sayings(scene, cues, used) if not _is_rest(s, quoted))
    told = [*transcript_sayings(scene), *indirect, *phrase_sayings(scene)]
    sayings = settle(scene, [*(s for s in quoted if not _is_part(s, told)), *told])
    return relay_tails(reading, _distinct(_statements(scene, sayings)))


def _is_part(quoted: Saying, told: Iterable[Saying]) -> bool:
    """Whether the quotation only ends or begins a clause of the same cue: "said that the plan “is dead”"."""
    return any(
        s.anchor.i == quoted.anchor.i and any(p.start <= quoted.start and quoted.end <= p.end for p in s.parts)
        for s in told
    )


def _is_rest(told: Saying, quoted: Iterable[Saying]) -> bool:
    """Whether a clause only ends a broken quotation: "“Today,” she said, raising a glass, “we won.”"."""
    return any(
        q.anchor.i == told.anchor.i and len(q.parts) > 1 and q.start < told.start and abs(q.end - told.end) <= 1
        for q in quoted
    )


def _statements(scene: Scene, sayings: Iterable[Saying]) -> Iterable[Statement]:
    for saying in sayings:
        to = addressee(scene, saying)
        where, when = venue(scene, saying, to), time(scene, saying)
        for speaker in saying.speakers:
            yield Statement(
                id=f"{scene.reading.article.id}:s{saying.start}-{saying.end}",
                article=scene.reading.article.id,
                sentence=scene.reading.sentence_span(saying.anchor),
                cue=saying.cue,
                speaker=speaker,
                mode=saying.mode,
                stance=saying.stance,
                content=scene.span(saying.start, saying.end),
                parts=saying.parts if len(saying.parts) > 1 else (),
                addressee=to if to is not None and to.entity != speaker.entity else None,
                venue=where,
                time=when,
                reported_by=tuple(r for r in saying.reported_by if r.entity != speaker.entity),
                about=_about(scene, saying.parts, speaker),
                confidence=_confidence(scene, saying, speaker),
            )


def _about(scene: Scene, parts: tuple[Span, ...], speaker: Ref) -> tuple[Ref, ...]:
    found: dict[str, Ref] = {}
    for ref in scene.refs(parts):
        if ref.entity != speaker.entity:
            found.setdefault(ref.entity, ref)
    return tuple(found.values())


def _confidence(scene: Scene, saying: Saying, speaker: Ref) -> float:
    value = CONFIDENCE[saying.pattern]
    if scene.depth[saying.anchor.i]:
        value *= NESTED
    if speaker.text.lower() in ("he", "she", "it", "they", "who", "which"):
        value *= PRONOUN
    return round(value, 2)


def _distinct(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement a speaker and content, the surest; shared content tells ids apart by the speaker's place."""
    best: dict[tuple[str, int, int], Statement] = {}
    for s in statements:
        key = (s.speaker.entity, s.content.start, s.content.end)
        if key not in best or best[key].confidence < s.confidence:
            best[key] = s
    ordered = sorted(best.values(), key=lambda s: (s.content.start, s.content.end, s.speaker.start))
    seen: set[str] = set()
    out = []
    for s in ordered:
        out.append(replace(s, id=f"{s.id}-{s.speaker.start}") if s.id in seen else s)
        seen.add(s.id)
    return tuple(out)
