"""Readable labels of situations, saying no more than the claims: what is not told as done is not put in the past."""

from __future__ import annotations

import re

from kg.claims_to_entities.event_labels import Ranked, clip, event_label
from kg.claims_to_entities.tellings import Context
from kg.ontology import lexicon
from kg.records import Claim, Event, Ref, Relation, Span, Statement

QUOTE_LENGTH = 70


def label_of(context: Context, claim: Claim) -> Ranked:
    """What a claim would call its situation, and how well it may: of several claims the least rank stands."""
    match claim:
        case Event():
            return event_label(context, claim)
        case Statement():
            return utterance_label(context, claim)
        case Relation():
            return relation_label(context, claim)


def utterance_label(context: Context, s: Statement) -> Ranked:
    """A speaker and the beginning of the words, direct ones first: "Ana Ruiz said: the harbour is open"."""
    verb = lexicon("labels")["said"].get(s.stance, "said")
    listener = f" to {s.addressee.name}" if isinstance(s.addressee, Ref) and verb == "said" else ""
    words = clip(re.sub(r"\s+", " ", s.content.text).strip(" “”\"'‘’,"), QUOTE_LENGTH)
    return (int(s.mode == "indirect"),), f"{context.clusters[context.meant(s.speaker)].name} {verb}{listener}: {words}"


def relation_label(context: Context, r: Relation) -> Ranked:
    """A holder and a title, or subject, tie and object; the longest title first."""
    subject = context.clusters[context.meant(r.subject)].name
    target = r.object.text if isinstance(r.object, Span) else context.clusters[context.place(r.object)].name
    if r.predicate == "holds_position":
        return (-len(r.object.text),), clip(f"{subject}, {target}", 120)
    tie = lexicon("labels")["ties"].get(r.predicate, r.predicate.removeprefix("other:").replace("_", " "))
    return (-len(r.object.text),), clip(f"{subject} {tie} {target}", 120)
