"""Interviews and transcripts: words without quotation marks that the page itself sets down as somebody's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import ref_to
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.records import Entity, Ref, Span

FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_LABEL = re.compile(r"(?:[(\[]{2}[^()\[\]]{2,60}[)\]]{2}|[(\[][^()\[\].\s]+ [^()\[\].]{2,60}[)\]]):?\s+")
"""A speaker in brackets at the head of a transcript's paragraph: "((AB))", "[Ana Ruiz]"; not "(Laughs.)"."""
PAGE = frozenset({"headline", "standfirst", "byline", "boilerplate", "promo"})


def answer(scene: Scene, span: Span, before: list[Token]) -> Saying | None:
    """A block quote without marks below a question or prompt, in an article that calls itself an interview."""
    label = _LABEL.match(span.text)
    if label is not None:  # "((Ana Ruiz))  We failed.": the page says who answers
        who = _labelled(scene, span.start, span.start + label.end())
        span = scene.span(span.start + label.end(), span.end)
    else:
        who = interviewee(scene) if is_interview(scene) else None
    if who is None or not span.text.strip():
        return None
    cue = before[-1]
    return Saying(cue, scene.reading.span(cue, cue), (who,), "said", (span,), "direct", "answer")


def _labelled(scene: Scene, start: int, end: int) -> Ref | None:
    """The person named in a speaker's label; None, rather than the usual answerer, where nobody known is."""
    for entity in scene.reading.entities:
        for mention in entity.mentions:
            if start <= mention.start and mention.end <= end and mention.kind == "name" and entity.type == "person":
                return ref_to(entity, mention)
    return None


def is_interview(scene: Scene) -> bool:
    """Whether the page says so above or below its text, or questions stand as paragraphs of their own."""
    blocks, text = scene.reading.article.blocks, scene.text
    if any(b.role in PAGE and "interview" in text[b.start : b.end].lower() for b in blocks):
        return True
    questions = [b for b in blocks if b.role in ("body", "list") and text[b.start : b.end].rstrip().endswith("?")]
    return len(questions) > 1


def interviewee(scene: Scene) -> Ref | None:
    """The person the article is about: of those named in headline or first paragraph, the one named most often above
    the first answer; the earlier on a tie. None where nobody is.
    """
    blocks = scene.reading.article.blocks
    end = next((b.start for b in blocks if b.role == "quote"), len(scene.text))
    counts: Counter[str] = Counter()
    persons: dict[str, Entity] = {}
    for entity in scene.reading.entities:
        early = [m for m in entity.mentions if m.start < end]
        if entity.type == "person" and any(m.kind == "name" for m in early):
            counts[entity.id] = len(early)
            persons[entity.id] = entity
    if not persons:
        return None
    best = min(persons.values(), key=lambda e: (-counts[e.id], e.mentions[0].start))
    named = next(m for m in best.mentions if m.kind == "name")
    return ref_to(best, named)


def transcript_sayings(scene: Scene) -> Iterator[Saying]:
    """Read paragraphs like "Ana Ruiz: We failed.": a name, a colon, and words without marks."""
    for block in scene.reading.article.blocks:
        words = list(scene.tokens(block.start, block.end)) if block.role in ("body", "list") else []
        colon = next((i for i, t in enumerate(words[:12]) if t.text.endswith(":")), None)
        if (
            colon is None
            or colon + 2 >= len(words)
            or scene.depth[words[colon + 1].i]
            or words[0].i in (words[colon].i,)
        ):
            continue
        head = next((t for t in words[:colon] if _names_person(scene, t, block.start)), None)
        ref = scene.speaker(head) if head is not None else None
        if ref is None or any(t.tag_ in FINITE for t in words[:colon]):
            continue
        if not any(t.lower_ in FIRST_PERSON for t in words[colon + 1 :]):
            continue
        span = scene.span(words[colon + 1].idx, words[-1].idx + len(words[-1].text))
        cue = scene.reading.span(words[colon], words[colon])
        yield Saying(words[colon], cue, (ref,), "said", (span,), "direct", "label_colon")


def _names_person(scene: Scene, token: Token, start: int) -> bool:
    entity, ref = scene.reading.entity(token), scene.reading.ref(token)
    return entity is not None and ref is not None and entity.type == "person" and ref.start - start <= 3
