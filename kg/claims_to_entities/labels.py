"""Readable labels of situations, saying no more than the claims: what is not told as done is not put in the past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kg.claims_to_entities.event_words import GAP, is_verb, naming
from kg.claims_to_entities.tellings import Context, real_topic
from kg.claims_to_entities.verbs import gerund, participle, past
from kg.ontology import lexicon
from kg.records import Claim, Event, Ref, Relation, Span, Statement

Ranked = tuple[tuple[int, ...], str]  # a rank, the least first, and a label

TOPIC_LENGTH, QUOTE_LENGTH = 60, 70


def _words() -> dict[str, Any]:
    return lexicon("labels")


def label_of(context: Context, claim: Claim) -> Ranked:
    """What a claim would call its situation, and how well it may: of several claims the least rank stands."""
    match claim:
        case Event():
            return event_label(context, claim)
        case Statement():
            return utterance_label(context, claim)
        case Relation():
            return relation_label(context, claim)


def event_label(context: Context, event: Event) -> Ranked:
    """A phrase for a happening: "Ana Ruiz met Tomas Berg in Lisbon", "Ana Ruiz to meet …", or with a noun trigger
    "Meeting of Ana Ruiz and Tomas Berg". The fullest account ranks first, before it one told as done.
    """
    event = replace(event, trigger=naming(event))
    verb = is_verb(event)
    rank = (int(not _done(event)), int(not verb), -_fullness(event), int(event.trigger.text.istitle()))
    return rank, _clip(_verbal(context, event) if verb else _nominal(context, event), 120)


def _done(event: Event) -> bool:
    return event.modality == "actual" and event.polarity == "positive"


def _fullness(event: Event) -> int:
    return len(event.roles) + (event.place is not None) + (event.topic is not None)


def _is_passive(event: Event) -> bool:
    """Whether a verb without agent is passive: it has no subject before it, or a form of "be" between the two."""
    begin = event.trigger.start
    before = [r.end for r in _refs(event, "patient") if r.end <= begin]
    if not before:
        return True
    between = event.sentence.text[max(before) - event.sentence.start : begin - event.sentence.start].casefold()
    return bool({*re.findall(r"[a-z]+", between)} & {*_words()["passive"]})


def _names(context: Context, refs: Sequence[Ref]) -> str:
    seen = dict.fromkeys(context.clusters[context.meant(r)].name for r in refs)
    names = list(seen)
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _refs(event: Event, *roles: str) -> list[Ref]:
    return [r.ref for r in event.roles if r.role in roles and not (r.role == "patient" and _in_topic(event, r.ref))]


def _in_topic(event: Event, ref: Ref) -> bool:
    """Whether a party is only named within what the act is about: who accepts A's plan does not accept A."""
    return event.topic is not None and event.topic.start <= ref.start and ref.end <= event.topic.end


def _preposition(event: Event, start: int, default: str = "") -> str:
    """The preposition that leads from the trigger to a later argument, if one stands right there."""
    begin = event.trigger.end - event.sentence.start
    between = event.sentence.text[begin : start - event.sentence.start]
    words = re.findall(r"[\w’']+", between)
    close = event.trigger.end <= start and len(between) <= GAP
    found = [w.casefold() for w in words if w.casefold() in _words()["prepositions"]]
    return found[-1] if close and found else default


def _place(context: Context, event: Event) -> str:
    if event.place is None:
        return ""
    return f"{_preposition(event, event.place.start, 'in')} {context.clusters[context.place(event.place)].name}"


def _topic(event: Event) -> str:
    topic = real_topic(event)
    if topic is None:
        return ""
    words = re.sub(r"^(?:to|on|about|over|for|with|against|of|that)\s+", "", topic.text)
    lead = topic.text[: len(topic.text) - len(words)].strip() or _preposition(event, topic.start)
    bare = is_verb(event) and not _refs(event, "patient")
    return f"{lead} {_clip(words, TOPIC_LENGTH)}".strip() if lead or bare else ""


def _verbal(context: Context, event: Event) -> str:
    verb = (event.lemma or event.trigger.text).casefold()
    agents, patients = _refs(event, "agent"), _refs(event, "patient")
    others = _refs(event, "recipient", "participant")
    if not agents and event.type == "consult":
        agents, others = others, []
    subject, objects = _names(context, agents or patients), patients if agents else []
    passive = not agents and bool(patients) and _is_passive(event)
    many = len(patients) > 1 or any(_is_crowd(context, r) for r in patients)
    if not subject:
        form = gerund(verb)
    elif _done(event):
        form = f"{'were' if many else 'was'} {participle(verb)}" if passive else past(verb)
    elif event.modality == "future" and event.polarity == "positive":
        form = f"to be {participle(verb)}" if passive else f"to {verb}"
    else:
        form = f"being {participle(verb)}" if passive else gerund(verb)
    parts = [subject, form]
    if objects:
        parts += [_preposition(event, objects[0].start), _names(context, objects)]
    elif others and not passive:
        parts += (
            [_preposition(event, others[0].start), _names(context, others)]
            if _preposition(event, others[0].start)
            else []
        )
    parts += [_topic(event), _place(context, event)]
    return _tidy(parts)


def _is_crowd(context: Context, ref: Ref) -> bool:
    """Whether a description means several people or things."""
    cluster = context.clusters[context.meant(ref)]
    return cluster.id not in context.named and (cluster.type == "group" or cluster.name.endswith("s"))


def _nominal(context: Context, event: Event) -> str:
    agents, patients = _refs(event, "agent"), _refs(event, "patient")
    others = _refs(event, "recipient", "participant")
    left = event.sentence.text[: event.trigger.start - event.sentence.start]
    measure = re.search(r"\d[\w.,]*-\w+\s+$", left)  # a "30-day" truce is another than a "3-day" one
    noun = (measure[0] if measure else "") + event.trigger.text
    if event.type in ("consult", "cooperate", "contest", "agree") or not (agents or patients):
        people = [*agents, *patients, *others]
        parts = [noun, "of" if people else "", _names(context, people)]
    else:
        lead = _preposition(event, patients[0].start, "on" if event.type == "assault" else "of") if patients else ""
        parts = [noun, "by" if agents else "", _names(context, agents), lead, _names(context, patients)]
    return _tidy([*parts, _topic(event), _place(context, event)])


def utterance_label(context: Context, s: Statement) -> Ranked:
    """A speaker and the beginning of the words, direct ones first: "Ana Ruiz said: the harbour is open"."""
    verb = _words()["said"].get(s.stance, "said")
    listener = f" to {s.addressee.name}" if isinstance(s.addressee, Ref) and verb == "said" else ""
    words = _clip(re.sub(r"\s+", " ", s.content.text).strip(" “”\"'‘’,"), QUOTE_LENGTH)
    return (int(s.mode == "indirect"),), f"{context.clusters[context.meant(s.speaker)].name} {verb}{listener}: {words}"


def relation_label(context: Context, r: Relation) -> Ranked:
    """A holder and a title, or subject, tie and object; the longest title first."""
    subject = context.clusters[context.meant(r.subject)].name
    target = r.object.text if isinstance(r.object, Span) else context.clusters[context.place(r.object)].name
    if r.predicate == "holds_position":
        return (-len(r.object.text),), _clip(f"{subject}, {target}", 120)
    tie = _words()["ties"].get(r.predicate, r.predicate.removeprefix("other:").replace("_", " "))
    return (-len(r.object.text),), _clip(f"{subject} {tie} {target}", 120)


def _tidy(parts: Sequence[str]) -> str:
    text = re.sub(r"\s+", " ", " ".join(p for p in parts if p)).strip()
    return text[:1].upper() + text[1:]


def _clip(text: str, length: int) -> str:
    """A text cut at a word to at most ``length`` characters."""
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
