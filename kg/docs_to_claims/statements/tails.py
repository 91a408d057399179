"""The relay at the end of a sentence: in "X claimed that S, Y reported." the words after the last comma are Y's cue,
whatever the parser hangs them on.

The pattern is read from the surface: a comma, a known entity with at most a determiner and a noun before it, a relaying
verb of the lexicon, the end of the sentence; and a cue of somebody else's before the comma.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.statements.lexicon import reporting
from kg.records import Ref, Span, Statement

REACH = 4
"""Words of the relaying source, at most: "the newspaper El Faro"."""


@dataclass(frozen=True, slots=True)
class Tail:
    """A relay: from its comma to the end of its verb, and who relays."""

    start: int
    cue: int
    source: Ref


def relay_tails(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with their trailing relays as ``reported_by`` and out of their content."""
    tails = {s.start_char: t for s in reading.sentences if (t := _tail(reading, s)) is not None}
    starts = {reading.sentence_span(s[0]).start: t for s in reading.sentences if (t := tails.get(s.start_char))}
    out: list[Statement] = []
    for statement in statements:
        tail = starts.get(statement.sentence.start)
        relayed = tail is not None and _is_relay(statements, statement, tail)
        out.extend([statement] if tail is None or not relayed else _relayed(reading, statement, tail))
    return tuple(out)


def _is_relay(statements: Sequence[Statement], statement: Statement, tail: Tail) -> bool:
    """Whether the sentence has a saying before the tail, and the tail quotes nothing itself."""
    here = [s for s in statements if s.sentence.start == statement.sentence.start]
    quotes = any(s.cue.start == tail.cue and s.mode != "indirect" for s in here)
    return not quotes and any(s.cue.start < tail.start and s.mode != "direct" for s in here)


def _relayed(reading: Reading, statement: Statement, tail: Tail) -> Iterator[Statement]:
    if statement.cue.start == tail.cue:
        return  # the relay says nothing of its own
    if statement.cue.start > tail.start or statement.speaker.entity == tail.source.entity:
        yield statement
        return
    content = statement.content
    if content.start < tail.start < content.end and not statement.parts:
        text = reading.article.text[content.start : tail.start].rstrip()
        content = Span(text, content.start, content.start + len(text))
    known = {r.entity for r in statement.reported_by}
    relays = statement.reported_by if tail.source.entity in known else (*statement.reported_by, tail.source)
    yield replace(statement, content=content, reported_by=relays)


def _tail(reading: Reading, sentence: DocSpan) -> Tail | None:
    end = sentence.end - 1
    while end > sentence.start and reading.pos[end] in ("PUNCT", "SPACE"):
        end -= 1
    if reading.pos[end] not in ("VERB", "AUX"):
        return None
    words = [t for t in sentence if not t.is_space and not (t.is_punct and t.text != ",")]
    if len(words) < 6 or words[-1].lemma_.lower() not in reporting().reporting or words[-1].tag_ not in ("VBD", "VBZ"):
        return None
    comma = next((i for i in range(len(words) - 2, len(words) - 3 - REACH, -1) if words[i].text == ","), None)
    source = _source(reading, words[comma + 1 : -1]) if comma is not None else None
    if comma is None or source is None:
        return None
    return Tail(words[comma].idx, words[-1].idx, source)


def _source(reading: Reading, words: Sequence[Token]) -> Ref | None:
    """Who is named in the few words before the verb: the last one that is the head of a mention."""
    return next((ref for t in reversed(words) if (ref := reading.ref(t)) is not None), None)
