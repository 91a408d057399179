"""Interviews and transcripts: words without quotation marks that the page itself sets down as somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import ref_to
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.records import Block, Ref, Span

FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_LABEL = re.compile(r"(?:[(\[]{2}[^()\[\]]{2,60}[)\]]{2}|[(\[][^()\[\].\s]+ [^()\[\].]{2,60}[)\]]):?\s+")
"""A speaker in brackets at the head of a transcript's paragraph: "((AB))", "[Ana Ruiz]"; not "(Laughs.)"."""
_INITIALS = re.compile(r"\(?([A-Z]{2,4})\)?:\s+")
"""A speaker's initials at the head of an answer: "AR: We failed."."""
_INTERVIEW = re.compile(r"\b(?:interview(?:s|ed)?|(?:spoke|speaks|talked|talks) (?:with|to))\b", re.IGNORECASE)
_REACH = 60
"""Characters from the word "interview" to the name of who is interviewed, at most."""
_NAME_LABEL = re.compile(r"[^\s:][^:.!?\n]{2,40}:\s+")
_SIGNATURE = re.compile(r"[—–-]+\s*[^.!?]{2,60}$")
PAGE = frozenset({"headline", "standfirst", "byline", "boilerplate", "promo"})


def answer(scene: Scene, span: Span, before: list[Token]) -> Saying | None:
    """A block quote without marks below a question or prompt, in an article that calls itself an interview."""
    if _SIGNATURE.match(span.text):
        return None
    label, initials = _LABEL.match(span.text), _INITIALS.match(span.text)
    label = label or _name_label(scene, span)
    if initials is not None:  # "AR: We failed.": whose initials they are, or nobody known
        who = _by_initials(scene, initials[1])
        span = scene.span(span.start + initials.end(), span.end)
    elif label is not None:  # "((Ana Ruiz))  We failed.": the page says who answers
        who = _labelled(scene, span.start, span.start + label.end())
        span = scene.span(span.start + label.end(), span.end)
    else:
        who = interviewee(scene) if is_interview(scene) else None
    if who is None or not span.text.strip():
        return None
    cue = before[-1]
    return Saying(cue, scene.reading.span(cue, cue), (who,), "said", (span,), "direct", "answer")


def _name_label(scene: Scene, span: Span) -> re.Match[str] | None:
    """A name and a colon at the head of an answer: "Ana Ruiz: We failed."."""
    found = _NAME_LABEL.match(span.text)
    known = found is not None and _labelled(scene, span.start, span.start + found.end()) is not None
    return found if known else None


def _labelled(scene: Scene, start: int, end: int) -> Ref | None:
    """The person named in a speaker's label; None, rather than the usual answerer, where nobody known is."""
    for entity in scene.reading.entities:
        for mention in entity.mentions:
            if start <= mention.start and mention.end <= end and mention.kind == "name" and entity.type == "person":
                return ref_to(entity, mention)
    return None


def _by_initials(scene: Scene, letters: str) -> Ref | None:
    """The one person whose names begin with these letters, all of them or the first and the last."""
    found: dict[str, Ref] = {}
    for entity in scene.reading.entities:
        names = [m for m in entity.mentions if m.kind == "name"] if entity.type == "person" else []
        first = [word[0] for word in entity.name.split() if word[:1].isupper()]
        if names and letters in ("".join(first), "".join(first[:1] + first[-1:])):
            found[entity.id] = ref_to(entity, names[0])
    return next(iter(found.values())) if len(found) == 1 else None


def is_interview(scene: Scene) -> bool:
    """Whether the page says so above or below its text, or questions stand as paragraphs of their own."""
    blocks, text = scene.reading.article.blocks, scene.text
    if any(b.role in PAGE and "interview" in text[b.start : b.end].lower() for b in blocks):
        return True
    questions = [b for b in blocks if b.role in ("body", "list") and text[b.start : b.end].rstrip().endswith("?")]
    return len(questions) > 1


def interviewee(scene: Scene) -> Ref | None:
    """Who answers: the person named right behind the word "interview" above the first answer; else, of the persons
    with a full name there, the one named most often; the earlier on a tie. None where nobody is.
    """
    blocks = scene.reading.article.blocks
    end = next((b.start for b in blocks if b.role == "quote"), len(scene.text))
    persons: dict[str, tuple[int, Ref]] = {}
    for entity in scene.reading.entities:
        early = [m for m in entity.mentions if m.start < end]
        named = next((m for m in early if m.kind == "name"), None)
        if entity.type == "person" and named is not None and len(entity.name.split()) > 1:
            persons[entity.id] = (len(early), ref_to(entity, named))
    refs = [ref for _, ref in persons.values()]
    for word in _INTERVIEW.finditer(scene.text, 0, end):
        behind = [r for r in refs if word.end() <= r.start <= word.end() + _REACH]
        if behind:
            return min(behind, key=lambda r: r.start)
    return min(persons.values(), key=lambda p: (-p[0], p[1].start))[1] if persons else None


def transcript_sayings(scene: Scene) -> Iterator[Saying]:
    """Read paragraphs like "Ana Ruiz: We failed.": a name, a colon, and words without marks."""
    for block in scene.reading.article.blocks:
        if block.role in ("body", "list") and (saying := _initialled(scene, block)) is not None:
            yield saying
            continue
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


def _initialled(scene: Scene, block: Block) -> Saying | None:
    """A paragraph that opens with the initials of a person: "AR: We failed."."""
    label = _INITIALS.match(scene.text[block.start : block.end])
    who = _by_initials(scene, label[1]) if label is not None else None
    words = list(scene.tokens(block.start, block.end))
    if label is None or who is None or scene.text[block.start + label.end() : block.end].strip() == "":
        return None
    cue = scene.span(block.start + label.start(1), block.start + label.end(1))
    span = scene.span(block.start + label.end(), words[-1].idx + len(words[-1].text))
    return Saying(words[0], cue, (who,), "said", (span,), "direct", "initials")


def _names_person(scene: Scene, token: Token, start: int) -> bool:
    entity, ref = scene.reading.entity(token), scene.reading.ref(token)
    return entity is not None and ref is not None and entity.type == "person" and ref.start - start <= 3
