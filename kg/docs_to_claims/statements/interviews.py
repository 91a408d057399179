"""Interviews and transcripts: words without quotation marks that the page itself sets down as somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import ref_to
from kg.docs_to_claims.statements.answerers import by_initials, interviewee
from kg.docs_to_claims.statements.quotations import OPENING
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.records import Block, Ref, Span

FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_LABEL = re.compile(r"(?:[(\[]{2}[^()\[\]]{2,60}[)\]]{2}|[(\[][^()\[\].\s]+ [^()\[\].]{2,60}[)\]]):?\s+")
"""A speaker in brackets at the head of a transcript's paragraph: "((AB))", "[Ana Ruiz]"; not "(Laughs.)"."""
_INITIALS = re.compile(r"\(?([A-Z]{2,4})\)?:\s+")
"""A speaker's initials at the head of an answer: "AR: We failed."."""
_NAME_LABEL = re.compile(r"[^\s:][^:.!?\n]{2,40}:\s+")
_SIGNATURE = re.compile(r"[—–-]+\s*[^.!?]{2,60}$")
_EARLY = 40
"""Words of an answer in which nobody speaks of themselves by name, or as "he" or "she"."""
PAGE = frozenset({"headline", "standfirst", "byline", "boilerplate", "promo"})


def answer(scene: Scene, span: Span, before: list[Token]) -> Saying | None:
    """A block quote without marks below a question or prompt, in an article that calls itself an interview."""
    if _SIGNATURE.match(span.text):
        return None
    label, initials = _LABEL.match(span.text), _INITIALS.match(span.text)
    label = label or _name_label(scene, span)
    if initials is not None:  # "AR: We failed.": whose initials they are, or nobody known
        who = by_initials(scene.reading, initials[1])
        span = scene.span(span.start + initials.end(), span.end)
    elif label is not None:  # "((Ana Ruiz))  We failed.": the page says who answers
        who = _labelled(scene, span.start, span.start + label.end())
        span = scene.span(span.start + label.end(), span.end)
    else:
        who = interviewee(scene.reading, _first_answer(scene)) if is_interview(scene) else None
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


def is_interview(scene: Scene) -> bool:
    """Whether the page says so above or below its text, or questions stand as paragraphs of their own."""
    blocks, text = scene.reading.article.blocks, scene.text
    if any(b.role in PAGE and "interview" in text[b.start : b.end].lower() for b in blocks):
        return True
    questions = [b for b in blocks if b.role in ("body", "list") and text[b.start : b.end].rstrip().endswith("?")]
    return len(questions) > 1


def _first_answer(scene: Scene) -> int:
    return next((b.start for b in scene.reading.article.blocks if b.role == "quote"), len(scene.text))


def without_turns(scene: Scene, sayings: Iterable[Saying]) -> list[Saying]:
    """The sayings less those that take a whole paragraph of a turn for a quotation: the turn says whose it is."""
    spoken = [(p.start, p.end) for turn in scene.turns for p in turn.pieces]
    whole = {end for start, end in spoken if scene.text[start] not in OPENING}
    blocks = {b.end for b in scene.reading.article.blocks if b.role == "quote" and b.end in whole}
    return [s for s in sayings if not (s.pattern == "answer" and s.end in whole) and s.end not in blocks]


def turn_sayings(scene: Scene) -> Iterator[Saying]:
    """What the speakers of a transcript say, turn by turn; the paragraphs of one turn are the parts of its content."""
    for turn in scene.turns:
        anchor = next(scene.tokens(turn.start, turn.end), None)
        if turn.speaker is not None and anchor is not None:
            stance, who = "asked" if turn.asks else "said", (turn.speaker,)
            yield Saying(anchor, turn.cue, who, stance, turn.pieces, "direct", "turn")


def transcript_sayings(scene: Scene) -> Iterator[Saying]:
    """Read paragraphs like "Ana Ruiz: We failed.": a name, a colon, and words without marks."""
    spoken = [(turn.start, turn.end) for turn in scene.turns]
    yield from turn_sayings(scene)
    for block in scene.reading.article.blocks:
        if any(start < block.end and block.start < end for start, end in spoken):
            continue
        yield from _one_paragraph(scene, block)


def _one_paragraph(scene: Scene, block: Block) -> Iterator[Saying]:
    """A name, a colon, and words without marks, in a paragraph on its own."""
    if block.role not in ("body", "list"):
        return
    if (saying := _initialled(scene, block)) is not None:
        yield saying
        return
    words = list(scene.tokens(block.start, block.end))
    colon = next((i for i, t in enumerate(words[:12]) if t.text.endswith(":")), None)
    if not colon or colon + 2 >= len(words) or scene.depth[words[colon + 1].i]:
        return
    head = next((t for t in words[:colon] if _names_person(scene, t, block.start)), None)
    ref = scene.speaker(head) if head is not None else None
    if ref is None or any(t.tag_ in FINITE for t in words[:colon]):
        return
    if not any(t.lower_ in FIRST_PERSON for t in words[colon + 1 :]) or _tells_of(scene, ref, words[colon + 1 :]):
        return
    span = scene.span(words[colon + 1].idx, words[-1].idx + len(words[-1].text))
    cue = scene.reading.span(words[colon], words[colon])
    yield Saying(words[colon], cue, (ref,), "said", (span,), "direct", "label_colon")


def _tells_of(scene: Scene, named: Ref, words: list[Token]) -> bool:
    """Whether the words behind a name and a colon tell of that person and are another's: "Ana Ruiz: I like her"."""
    here = [t for t in words[:_EARLY] if t.lower_ not in FIRST_PERSON]
    return any((r := scene.reading.ref(t)) is not None and r.entity == named.entity for t in here)


def _initialled(scene: Scene, block: Block) -> Saying | None:
    """A paragraph that opens with the initials of a person: "AR: We failed."."""
    label = _INITIALS.match(scene.text[block.start : block.end])
    who = by_initials(scene.reading, label[1]) if label is not None else None
    words = list(scene.tokens(block.start, block.end))
    if label is None or who is None or scene.text[block.start + label.end() : block.end].strip() == "":
        return None
    cue = scene.span(block.start + label.start(1), block.start + label.end(1))
    span = scene.span(block.start + label.end(), words[-1].idx + len(words[-1].text))
    return Saying(words[0], cue, (who,), "said", (span,), "direct", "initials")


def _names_person(scene: Scene, token: Token, start: int) -> bool:
    entity, ref = scene.reading.entity(token), scene.reading.ref(token)
    return entity is not None and ref is not None and entity.type == "person" and ref.start - start <= 3
