"""First person inside a direct quotation is its speaker: "I", "we", "my", "our" become mentions of the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading, with_entities
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.attribution import covering
from kg.docs_to_claims.statements.lexicon import reporting
from kg.records import Mention, Statement

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def with_speakers(reading: Reading, statements: Sequence[Statement]) -> Reading:
    """The reading with first-person pronouns as mentions of who speaks.

    "We" is the speaker only where the speaker is an organisation, a group or a country: a person's "we" may be
    anybody, but in "We urge the parties to talk", which does what it says by being said, the speaker at least is meant
    (performatives: Austin 1962, "How to Do Things with Words").
    """
    direct = [s for s in statements if s.mode in ("direct", "mixed")]
    types = {e.id: e.type for e in reading.entities}
    found: dict[str, list[Mention]] = {}
    for token in reading.tokens:
        word = token.lower_
        if word not in _SINGULAR and word not in _PLURAL:
            continue
        end = token.idx + len(token.text)
        inside = covering(direct, token.idx, end)
        if not inside:
            continue
        speaker = inside[0].speaker.entity
        if word in _PLURAL and types.get(speaker) not in ("organization", "group", "country") and not _performs(token):
            continue
        found.setdefault(speaker, []).append(Mention(token.text, token.idx, end, "pronoun"))
    if not found:
        return reading
    entities = tuple(
        replace(e, mentions=tuple(sorted((*e.mentions, *found.get(e.id, ())), key=lambda m: (m.start, m.end))))
        for e in reading.entities
    )
    return with_entities(reading, entities)


def _performs(we: Token) -> bool:
    """Whether "we" is the subject of a performative verb in the simple present."""
    verb = we.head
    if we.dep_ != "nsubj" or verb.tag_ not in ("VBP", "VB") or verb.lemma_.lower() not in reporting().performative:
        return False
    return not any(c.dep_ in ("aux", "neg") for c in children(verb))
