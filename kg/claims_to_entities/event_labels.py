"""Readable labels of happenings, saying no more than the claim: what is not told as done is not put in the past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from kg.claims_to_entities.event_words import GAP, is_verb, naming, rest
from kg.claims_to_entities.tellings import Context, real_topic
from kg.claims_to_entities.verbs import gerund, participle, past
from kg.ontology import lexicon
from kg.records import Event, Ref, Span

Ranked = tuple[tuple[int, ...], str]  # a rank, the least first, and a label

LENGTH, TOPIC_LENGTH = 120, 60
# How many words on either side of a verb show what it is about where nothing else does.
AROUND = 6
# A topic before its verb ("any new notice will be studied") has at most so many words; a longer one is another clause.
BEFORE = 6
# How many words that follow a verb complete it where the claim has nothing but its subject.
FOLLOWING = 7
# How near behind a verb somebody stands to whom something is given ("granted the town a loan"), in characters.
_DATIVE = 2
_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our|my|your|this|that)\s+", re.IGNORECASE)
_QUOTES = re.compile('["“”]')


def _words() -> dict[str, Any]:
    return lexicon("labels")


def event_label(context: Context, event: Event) -> Ranked:
    """A phrase for a happening: "Ana Ruiz met Tomas Berg in Lisbon", "Ana Ruiz to meet …", or with a noun trigger
    "Meeting of Ana Ruiz and Tomas Berg". The fullest account ranks first, before it one told as done.
    """
    verb = is_verb(event)
    rank = (int(not _done(event)), int(not verb), -_fullness(event), int(naming(event).text.istitle()))
    parts = _verbal(context, event) if verb else _nominal(context, event)
    told = [p for p in parts if p]
    label = _tidy(told)
    bare = len(told) == 1 and (verb or label.casefold() == naming(event).text.casefold())
    return rank, clip(f"{label}: {_around(event)}" if bare else label, LENGTH)


def _done(event: Event) -> bool:
    return event.modality == "actual" and event.polarity == "positive"


def _fullness(event: Event) -> int:
    return len(event.roles) + (event.place is not None) + (event.topic is not None)


def _verbal(context: Context, event: Event) -> list[str]:
    """Subject, verb and what follows, in the order of the text; the verb in -ing where nobody does or undergoes it."""
    agents, patients, others = (_refs(event, *r) for r in (["agent"], ["patient"], ["recipient", "participant"]))
    if not agents and event.type == "consult":
        agents, others = others, []
    used = [r for r in _refs(event, "instrument") if not _preposition(event, r.start)]
    if not agents and not patients:
        patients = [r for r in used if r.end <= naming(event).start]  # "not one shot was fired"
    others += [r for r in used if r not in patients]
    verb = (event.lemma or naming(event).text).casefold()
    if not agents and (_only_led_to(event, patients) or verb in _words()["no_passive"]):
        return ["", _form(event, verb, "", False, False), *_complements(context, event, patients, others)]
    subjects = agents or patients
    if not subjects and (about := _undergoing(event)):
        place = _place(context, event)
        passive = event.subtype not in _words()["of_itself"]
        return [about, _form(event, verb, about, passive, about.endswith("s")), place or _following(event)]
    passive = not agents and bool(patients) and _is_passive(event)
    form = _form(event, verb, "subject" if subjects else "", passive, _are_many(context, subjects))
    told = _complements(context, event, patients if agents else [], others)
    if not told and subjects and max(r.end for r in subjects) <= event.trigger.start:
        told = [_following(event)]
    return [_names(context, subjects), form, *told]


def _complements(context: Context, event: Event, objects: Sequence[Ref], others: Sequence[Ref]) -> list[str]:
    """What stands beside a verb and its subject, as the text orders it; others only where a place for them is clear."""
    close = [r for r in others if _preposition(event, r.start) or 0 < r.start - event.trigger.end <= _DATIVE]
    topic, place = _topic(event), event.place
    pieces = [(r.start, text) for r, text in _led(context, event, [*objects, *close])]
    pieces += [(event.topic.start, topic)] if topic and event.topic else []
    if place:
        pieces.append(
            (place.start if place.start > event.trigger.start else event.sentence.end, _place(context, event))
        )
    pieces.sort()
    found = [text for _, text in pieces]
    cut = next((i for i, text in enumerate(found) if text.endswith("…")), len(found))
    return found[: cut + 1]


def _form(event: Event, verb: str, subject: str, passive: bool, many: bool) -> str:
    """The verb as far as it is told: done in the past, planned with "to", all else in -ing."""
    after = rest(event)
    if not subject:
        return gerund(verb) + after
    if _done(event):
        be = "were" if many else "was"
        return (f"{be} {participle(verb)}" if passive else past(verb)) + after
    if event.modality == "future" and event.polarity == "positive":
        return (f"to be {participle(verb)}" if passive else f"to {verb}") + after
    return (f"being {participle(verb)}" if passive else gerund(verb)) + after


def _nominal(context: Context, event: Event) -> list[str]:
    """The noun with who takes part, topic and place."""
    agents, patients, others = (_refs(event, *r) for r in (["agent"], ["patient"], ["recipient", "participant"]))
    noun = _measured(event)
    if event.type in ("consult", "cooperate", "contest", "agree") or not (agents or patients):
        people = [*agents, *patients, *others]
        lead = _preposition(event, people[0].start, "of") if len(people) == 1 else "of"
        return [noun, lead if people else "", _names(context, people), *_aside(context, event)]
    lead = _preposition(event, patients[0].start, "on" if event.type == "assault" else "of") if patients else ""
    by = _preposition(event, agents[0].start) if agents else ""
    by = by if by in ("between", "from") or not agents else "by"
    return [noun, by, _names(context, agents), lead, _names(context, patients), *_aside(context, event)]


def _measured(event: Event) -> str:
    """The noun with the measure before it (a "30-day" truce is another than a "3-day" one), or its topic."""
    found, topic = naming(event), real_topic(event)
    left = event.sentence.text[: found.start - event.sentence.start]
    if topic and 0 <= found.start - topic.end <= 1:
        return f"{_DETERMINER.sub('', _plain(topic.text))} {found.text}"
    measure = re.search(r"\d[\w.,]*-\w+\s+$", left)
    return (measure[0] if measure else "") + found.text


def _aside(context: Context, event: Event) -> list[str]:
    topic = _topic(event)
    return [topic, "" if topic.endswith("…") else _place(context, event)]


def _topic(event: Event) -> str:
    """What it is about, in the words of the text that follow the verb."""
    topic = real_topic(event)
    if topic is None:
        return ""
    if topic.end <= naming(event).start and not (_undergoes(event, topic) or _is_done_by_one_behind(event, topic)):
        return ""
    text, start = topic.text, topic.start
    if topic.start < event.trigger.end <= topic.end:  # "set the record for a sanctioned race": the trigger has its head
        text, start = topic.text[event.trigger.end - topic.start :].strip(" ,;:"), event.trigger.end
    words = re.sub(r"^(?:to|on|about|over|for|with|against|of|that)\s+", "", text)
    words = _DETERMINER.sub(lambda found: found[0].lower(), words)
    lead = text[: len(text) - len(words)].strip() or _preposition(event, start, right=True)
    bare = is_verb(event) and not _refs(event, "patient")
    return f"{lead} {clip(_plain(words), TOPIC_LENGTH)}".strip() if text and (lead or bare) else ""


def _undergoing(event: Event) -> str:
    """The topic as the subject of a passive ("not one shot was fired") or right before its verb ("it took effect")."""
    topic = real_topic(event)
    return _DETERMINER.sub("", _plain(topic.text)) if topic and _undergoes(event, topic) else ""


def _undergoes(event: Event, topic: Span) -> bool:
    """Whether a topic before its verb is its subject, and no clause put first."""
    begin = naming(event).start
    if topic.end > begin or not is_verb(event):
        return False
    between = event.sentence.text[topic.end - event.sentence.start : begin - event.sentence.start].casefold().split()
    brief = len(topic.text.split()) <= BEFORE and {*between} & {*_words()["passive"]}
    return bool(brief) or (not between and event.subtype in _words()["of_itself"])


def _is_done_by_one_behind(event: Event, topic: Span) -> bool:
    """Whether a participle right behind a topic tells who did it: "the truce proposed by Norland"."""
    between = event.sentence.text[topic.end - event.sentence.start : naming(event).start - event.sentence.start]
    agents = _refs(event, "agent")
    return is_verb(event) and not between.strip() and bool(agents) and all(r.start >= event.trigger.end for r in agents)


def _following(event: Event) -> str:
    """The words right after a verb, to the end of the phrase: for a verb of which the claim has only the subject."""
    after = event.sentence.text[event.trigger.end - event.sentence.start :]
    found: list[str] = []
    for word in re.split(r"[,;:.!?–—()“”\"\[\]]", after)[0].split():
        if word in _words()["clause"]:
            break
        found.append(word)
    return " ".join(found[:FOLLOWING]) + ("…" if len(found) > FOLLOWING else "")


def _place(context: Context, event: Event) -> str:
    place = event.place
    if place is None:
        return ""
    name = context.clusters[context.place(place)].name
    between = event.sentence.text[event.trigger.end - event.sentence.start : place.start - event.sentence.start].strip()
    behind = event.trigger.end <= place.start <= event.sentence.end
    reached = is_verb(event) and behind and not _DETERMINER.sub("", f"{between} ").strip()
    return name if reached else f"{_preposition(event, place.start, 'in')} {name}"


def _only_led_to(event: Event, patients: Sequence[Ref]) -> bool:
    """Whether whom it concerns stands after the verb, led to by a preposition: who does it is not told."""
    return bool(patients) and all(_preposition(event, r.start) for r in patients)


def _is_passive(event: Event) -> bool:
    """Whether a verb without agent is passive: a participle, or what undergoes it stands behind.

    What stands before a participle may still be the subject of an active verb ("the dam burst", "the price has risen").
    """
    begin, seen, verb = naming(event).start, naming(event).text.casefold(), (event.lemma or "").casefold()
    before = [r.end for r in _refs(event, "patient", "instrument") if r.end <= begin]
    if not before:
        return True
    if seen != participle(verb) and not seen.endswith("ed"):
        return False
    between = event.sentence.text[max(before) - event.sentence.start : begin - event.sentence.start].casefold()
    words = {*re.findall(r"[a-z]+", between)}
    if words & {*_words()["passive"]}:
        return True
    return not words & {"has", "have", "had"} and not _undergoes_as_subject(event.type, verb)


@cache
def _undergoes_as_subject(root: str, lemma: str) -> bool:
    """Whether the lexicon has a sense of a verb whose subject undergoes it ("the dam burst"), or has no sense of it."""
    senses = [s for s in lexicon(f"events/{root}").get("sense", ()) if s.get("verb", "").split()[:1] == [lemma]]
    return not senses or any(s.get("roles", {}).get("subject") == "patient" for s in senses)


def _names(context: Context, refs: Sequence[Ref]) -> str:
    names = list(dict.fromkeys(context.clusters[context.meant(r)].name for r in refs))
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1] if names else ""


def _led(context: Context, event: Event, refs: Sequence[Ref]) -> list[tuple[Ref | Span, str]]:
    """Names, each group with the preposition that leads to its first; none twice, and not the place."""
    groups: dict[str, list[Ref]] = {}
    seen = {event.place and context.place(event.place)}
    for ref in refs:
        if context.meant(ref) not in seen:
            seen.add(context.meant(ref))
            groups.setdefault(_preposition(event, ref.start), []).append(ref)
    return [(found[0], f"{lead} {_names(context, found)}".strip()) for lead, found in groups.items()]


def _refs(event: Event, *roles: str) -> list[Ref]:
    return [r.ref for r in event.roles if r.role in roles and not (r.role == "patient" and _in_topic(event, r.ref))]


def _in_topic(event: Event, ref: Ref) -> bool:
    """Whether a party is only named within what the act is about: who accepts A's plan does not accept A."""
    return event.topic is not None and event.topic.start <= ref.start and ref.end <= event.topic.end


def _preposition(event: Event, start: int, default: str = "", *, right: bool = False) -> str:
    """The preposition that leads from the trigger to a later argument of its sentence, if one stands near.

    ``right``: only one that stands right before the argument.
    """
    begin = event.trigger.end - event.sentence.start
    between = event.sentence.text[begin : start - event.sentence.start]
    close = event.trigger.end <= start <= event.sentence.end and len(between) <= GAP
    words = re.findall(r"[\w’']+", between.casefold())
    found = [w for w in (words[-1:] if right else words) if w in _words()["prepositions"]]
    return found[-1] if close and found else default


def _are_many(context: Context, refs: Sequence[Ref]) -> bool:
    """Whether these are several, or one description that means several people or things."""
    clusters = [context.clusters[context.meant(r)] for r in refs]
    return len(refs) > 1 or any(
        c.id not in context.named and (c.type == "group" or c.name.endswith("s")) for c in clusters
    )


def _around(event: Event) -> str:
    """The words around a trigger, in quotation marks: for a verb of which nothing else is known."""
    found, text, start = naming(event), event.sentence.text, event.sentence.start
    left, right = text[: found.start - start].split(), text[found.end - start :].split()
    before = ["…", *left[-AROUND:]] if len(left) > AROUND else left
    after = [*right[:AROUND], "…"] if len(right) > AROUND else right
    return f"“{_plain(' '.join([*before, found.text, *after])).rstrip('.,;:')}”"


def _plain(text: str) -> str:
    """Words without quotation marks: of a quotation that is cut only one would be left."""
    return re.sub(r"\s+", " ", _QUOTES.sub("", text)).strip()


def _tidy(parts: Sequence[str]) -> str:
    text = re.sub(r"\s+", " ", " ".join(p for p in parts if p)).strip()
    return text[:1].upper() + text[1:]


def clip(text: str, length: int) -> str:
    """A text cut at a word to at most ``length`` characters."""
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
