"""When it was said, beyond a date in the cue's own clause: one occasion in several sentences, words without a date.

"X said on 16 March that …. "…," X said on Radio Y. He also said …" is one telling. The date is the one the article
gives for it, with its own span; nothing is inferred where another speaker, or a limit of two sentences, comes between.
"After the game, X said …" has a time without a value; "in a letter sent on Friday, X said" the day of the letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import words
from kg.docs_to_claims.events.anchors.unresolved import Timed, in_expressions, told_when
from kg.docs_to_claims.events.syntax import child
from kg.records import Span, Statement, Time

REACH = 2
"""Sentences between two statements of one occasion, at most."""


def share_dates(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each undated one with the date of the same speaker's statement right before it."""
    starts = [s.start_char for s in reading.sentences]
    order = {start: i for i, start in enumerate(starts)}
    out: list[Statement] = []
    last: tuple[str, int, Time] | None = None
    for statement in statements:
        number = _number(order, starts, statement.sentence.start)
        if statement.time is not None:
            last = (statement.speaker.entity, number, statement.time)
        elif last is not None and last[0] == statement.speaker.entity and 0 <= number - last[1] <= REACH:
            last = (last[0], number, last[2])
            out.append(replace(statement, time=replace(last[2], resolved_from="text")))
            continue
        else:
            last = None
        out.append(statement)
    return tuple(out)


def name_moments(reading: Reading, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each undated one with the words of its cue's clause that say when: "said after the game"."""
    timed = in_expressions(reading)
    out = []
    for statement in statements:
        found = None
        cue = reading.doc.char_span(statement.cue.start, statement.cue.end, alignment_mode="expand")
        if statement.time is None and cue is not None and len(cue) and cue.root.pos_ == "VERB":
            found = _by_document(cue.root, timed) or told_when(reading, cue.root, timed)
        said = found is None or _meets(found, statement.parts or (statement.content,))
        out.append(statement if said else replace(statement, time=found))
    return tuple(out)


def _by_document(verb: Token, timed: Timed) -> Time | None:
    """The day of what it was said in: "in a letter sent on Friday, she said"."""
    for prep in children(verb):
        noun = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ == "in" else None
        told = child(noun, "acl") if noun is not None and noun.lemma_.lower() in words("documents") else None
        if told is None or told.tag_ != "VBN":
            continue
        for c in children(told):
            day = child(c, "pobj") if c.dep_ == "prep" and c.lower_ in ("on", "in") else c
            if day is not None and day.i in timed and timed[day.i][0].value is not None:
                return timed[day.i][0]
    return None


def _meets(time: Time, parts: Sequence[Span]) -> bool:
    """Whether the words stand inside, or reach into, what is said."""
    return any(time.start < part.end and part.start < time.end for part in parts)


def _number(order: dict[int, int], starts: Sequence[int], start: int) -> int:
    """The number of the sentence that starts here, or of the last one before."""
    return order.get(start, sum(s <= start for s in starts) - 1)
