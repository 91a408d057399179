"""Walks the quotations of an article: joins broken ones, and gives those without a cue to who was just speaking."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.cues import Cue, speakers
from kg.docs_to_claims.statements.direct import after_words, attach, before_words, introduced, quoted, with_verb
from kg.docs_to_claims.statements.interviews import answer
from kg.docs_to_claims.statements.quotations import Quotation
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import ENDS, Scene
from kg.docs_to_claims.statements.subjects import is_passive
from kg.records import Span

FEWEST_WORDS = 2
"""A quotation without a cue has at least so many words; one word alone is a title or a sneer."""


FEWEST_NESTED = 3
"""A quotation inside a quotation has at least so many words; fewer are a sneer."""


def quoted_sayings(scene: Scene, cues: dict[int, Cue]) -> list[Saying]:
    """The sayings whose content is one or more whole quotations, in text order."""
    out: list[Saying] = []
    outer = [q for q in scene.quotations if q.depth == 1]
    attached = {q: attach(scene, q, cues) for q in outer}
    pending: tuple[Span, ...] = ()
    for before, q in pairwise([None, *outer]):
        assert q is not None
        saying = attached[q]
        if saying is not None and pending:
            saying = replace(saying, parts=(*pending, *saying.parts))
        waiting, pending = pending, ()
        previous = out[-1] if out else None
        if before is not None and previous is not None and previous.end >= before.inner_end - 1:
            joined = _join(scene, before, q, previous, saying)
            if joined is not None:
                out[-1] = joined
                continue
        saying = saying or _without_cue(scene, q, out, cues)
        if saying is not None:
            out.append(with_verb(saying, cues))
        elif q.continued and (span := quoted(scene, q)) is not None:
            pending = (*waiting, span)
    for q in scene.quotations:
        if q.depth == 2 and len(scene.text[q.inner_start : q.inner_end].split()) >= FEWEST_NESTED:
            inner = attach(scene, q, cues)
            out += [with_verb(inner, cues)] if inner is not None else []
    return out


def _join(scene: Scene, before: Quotation, q: Quotation, previous: Saying, saying: Saying | None) -> Saying | None:
    """One broken quotation: the paragraph goes on, or the cue stands between two halves of a sentence."""
    span = quoted(scene, q)
    if span is None:
        return None
    if before.continued and before.block != q.block:
        if saying is not None and previous.pattern in ("continued", "next_paragraph", "beside"):
            return replace(saying, parts=(*previous.parts, span))
        return replace(previous, parts=(*previous.parts, span))
    between = list(scene.tokens(before.end, q.start))
    goes_on = scene.text[q.inner_start : q.inner_start + 1].islower() and scene.text[before.inner_end - 1] not in ENDS
    parted = bool(between) and (between[-1].text == "," or (goes_on and between[0].i == previous.anchor.i))
    halves = parted and not any(t.text in ENDS or t.text == ";" for t in between)
    same = saying is None or saying.anchor.i == previous.anchor.i
    if before.block == q.block and halves and same and before.end <= previous.anchor.idx < q.start:
        return replace(previous, parts=(*previous.parts, span))
    return None


def _without_cue(scene: Scene, q: Quotation, out: list[Saying], cues: dict[int, Cue]) -> Saying | None:
    span = quoted(scene, q)
    if span is None or not _stands_alone(scene, q) or any(span.text in s.parts[0].text for s in out):
        return None
    words = [t for t in before_words(scene, q) if t.pos_ not in ("CCONJ", "ADV", "PUNCT")]
    block = scene.reading.article.blocks[q.block]
    first = next(scene.tokens(block.start, block.end), None)
    if first is not None and first.idx >= q.start:
        return _from_previous_block(scene, q, out, cues)
    if words:
        return None
    previous = _last_before(scene, q, out)
    if previous is not None:
        return replace(previous, parts=(span,), pattern="continued", mode="direct", stance="said")
    return _beside(scene, q)


def _stands_alone(scene: Scene, q: Quotation) -> bool:
    """Whole sentences, not a title or a sneer inside one."""
    inner = scene.text[q.inner_start : q.inner_end]
    if _is_below(scene, q):
        return False
    ended = inner[-1:] in ".!?…" or q.continued or scene.text[q.end : q.end + 1] in (".", "")
    ended = ended or scene.reading.article.blocks[q.block].role == "quote"
    closed = inner[-1:] in ".!?…" or not after_words(scene, q)
    return ended and len(inner.split()) >= FEWEST_WORDS and closed


def _is_below(scene: Scene, q: Quotation) -> bool:
    """Whether words in marks with a small first letter end a sentence begun outside: "called it “null” and “void.”"."""
    first = next((c for c in scene.text[q.inner_start : q.inner_end] if c.isalpha()), "A")
    token = next(scene.tokens(q.start, q.inner_end), None)
    before = token.doc[token.sent.start : token.i] if token is not None else ()
    return first.islower() and any(not t.is_punct and not t.is_space and not scene.depth[t.i] for t in before)


def _last_before(scene: Scene, q: Quotation, out: list[Saying]) -> Saying | None:
    """The saying in the sentence right before, in the same paragraph, if it is itself a quotation's."""
    block = scene.reading.article.blocks[q.block]
    for saying in reversed(out):
        last = max(saying.end, saying.cue.end)
        if last <= q.start and saying.start >= block.start:
            ends = [t for t in scene.tokens(last, q.start) if t.text in ENDS]
            ended = saying.end > saying.cue.end and scene.text[saying.end - 1] in ENDS
            return saying if len(ends) <= (0 if ended else 1) else None
    return None


def _beside(scene: Scene, q: Quotation) -> Saying | None:
    """The subject of the sentence right before a quotation that has no cue."""
    block = scene.reading.article.blocks[q.block]
    tokens = list(scene.tokens(block.start, q.start))
    if not tokens or scene.depth[tokens[-1].i]:
        return None
    root = scene.reading.sentence(tokens[-1]).root
    subject = next((c for c in children(root) if c.dep_ == "nsubj"), None)
    entity = scene.reading.entity(subject) if subject is not None else None
    ref = scene.speaker(subject) if subject is not None else None
    span = quoted(scene, q)
    if (
        span is None
        or ref is None
        or entity is None
        or entity.type != "person"
        or is_passive(root)
        or root.idx < block.start
    ):
        return None
    return Saying(root, scene.reading.span(root, root), (ref,), "said", (span,), "direct", "beside")


def _from_previous_block(scene: Scene, q: Quotation, out: list[Saying], cues: dict[int, Cue]) -> Saying | None:
    """A paragraph that is a quotation: introduced by the paragraph before, or spoken on by who spoke there last."""
    span = quoted(scene, q)
    before = list(scene.tokens(*_block_before(scene, q)))
    if not before or span is None:
        return None
    if before[-1].text == "," or before[-1].text.endswith(":"):
        return _led(scene, q, before) or _by_cue(scene, span, before, cues, "cue_quote")
    marked = q.start < q.inner_start
    if not marked:
        return answer(scene, span, before) or _by_cue(scene, span, before, cues, "next_paragraph")
    last = out[-1] if out else None
    if last is None or not (
        before[0].idx <= last.cue.start <= before[-1].idx or before[0].idx <= last.end <= before[-1].idx
    ):
        return None
    return replace(last, parts=(span,), pattern="next_paragraph", mode="direct", stance="said")


def _by_cue(scene: Scene, span: Span, before: list[Token], cues: dict[int, Cue], pattern: str) -> Saying | None:
    """A block quote below a paragraph: spoken by the last speaker of its cues."""
    for token in reversed(before):
        who = speakers(scene, token) if token.i in cues and not scene.depth[token.i] else ()
        if who:
            return Saying(token, scene.reading.span(token, token), who, "said", (span,), "direct", pattern)
    return None


def _led(scene: Scene, q: Quotation, before: list[Token]) -> Saying | None:
    words = before
    for i in range(len(before) - 2, -1, -1):
        if before[i].text in ENDS:
            words = before[i + 1 :]
            break
    return introduced(scene, q, words)


def _block_before(scene: Scene, q: Quotation) -> tuple[int, int]:
    blocks = scene.reading.article.blocks
    for i in range(q.block - 1, -1, -1):
        if blocks[i].role in ("body", "list", "quote"):
            return blocks[i].start, blocks[i].end
        if blocks[i].role in ("headline", "standfirst"):
            break
    return 0, 0
