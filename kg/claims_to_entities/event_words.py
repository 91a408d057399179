"""Which words of a trigger name the event: "talks" of "held talks" and of "talks took place"; and whether as a verb."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile

from kg.claims_to_entities.verbs import gerund, participle, past
from kg.ontology import lexicon
from kg.records import Event, Span

# How far apart, in characters, words of one phrase may stand.
GAP = 40

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def naming(event: Event) -> Span:
    """The words of a trigger that its lemma is the base form of; the whole trigger where none resembles it."""
    lemma = (event.lemma or "").casefold().split()
    words = list(_WORD.finditer(event.trigger.text))
    if not lemma or len(words) <= len(lemma):
        return event.trigger
    windows = [words[i : i + len(lemma)] for i in range(len(words) - len(lemma) + 1)]
    best = max(windows, key=lambda w: (_likeness([m[0].casefold() for m in w], lemma), w[0].start()))
    if _likeness([m[0].casefold() for m in best], lemma) < 0.5:
        return event.trigger
    start, end = best[0].start(), best[-1].end()
    return Span(event.trigger.text[start:end], event.trigger.start + start, event.trigger.start + end)


def _likeness(words: list[str], lemma: list[str]) -> float:
    """How much of the lemma's letters the words begin with, from 0 to 1."""
    shared = sum(_same_beginning(word, base) for word, base in zip(words, lemma, strict=True))
    return shared / sum(len(base) for base in lemma)


def _same_beginning(a: str, b: str) -> int:
    """How many letters two words begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _before(event: Event) -> str:
    """The word before the trigger."""
    left = event.sentence.text[: event.trigger.start - event.sentence.start]
    found = re.findall(r"[\w’']+", left)
    return found[-1].casefold() if found else ""


def is_verb(event: Event) -> bool:
    """Whether the trigger is used as a verb, judged by its form and the word before it."""
    event = replace(event, trigger=naming(event))
    seen, lemma = event.trigger.text.casefold(), (event.lemma or event.trigger.text).casefold()
    if lemma in _only_nouns(event.type):
        return False
    head, first = (seen.split() or [""])[0], (lemma.split() or [""])[0]
    if head in (past(first), participle(first)) and head != first:
        return True
    if head.endswith("ed") and not first.endswith("ed"):
        return True
    if head.endswith("s") and not first.endswith("s"):
        return _after_agent(event) and _before(event) not in lexicon("labels")["noun_before"]
    if head == gerund(first) and first != head:
        return _before(event) not in ("the", "a", "an", "of", "this", "that")
    return head == first and _before(event) in lexicon("labels")["verb_before"]


@cache
def _only_nouns(root: str) -> frozenset[str]:
    """The lemmas that name this type of event as nouns and not as verbs ("discussion")."""
    senses = lexicon(f"events/{root}").get("sense", ())
    verbs = {s["verb"].split()[0] for s in senses if "verb" in s}
    return frozenset(s["noun"] for s in senses if "noun" in s) - verbs


def _after_agent(event: Event) -> bool:
    """Whether the trigger follows its agent closely, and not as a thing of the agent's ("Norland's claims")."""
    begin = event.sentence.start
    ends = [r.ref.end for r in event.roles if r.role == "agent" and r.ref.end <= event.trigger.start]
    gaps = [event.sentence.text[end - begin : event.trigger.start - begin] for end in ends]
    return any(len(gap) <= GAP and not gap.startswith(("'s", "’s")) for gap in gaps)
