"""Which words of a trigger name the event: "talks" of "held talks" and of "talks took place"; and whether as a verb."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import Any

from kg.claims_to_entities.content import listed, numbers
from kg.claims_to_entities.verbs import forms, gerund, participle, past
from kg.ontology import lexicon
from kg.records import Event, Ref, Span

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
    best = max(windows, key=lambda w: (_likeness([m[0].casefold() for m in w], lemma), -w[0].start()))
    if _likeness([m[0].casefold() for m in best], lemma) < 0.5:
        return event.trigger
    start, end = best[0].start(), best[-1].end()
    return Span(event.trigger.text[start:end], event.trigger.start + start, event.trigger.start + end)


def _likeness(words: list[str], lemma: list[str]) -> float:
    """How much of the lemma's letters the words begin with, from 0 to 1; all for a form of the verb ("went": go)."""
    shared = sum(_same_beginning(word, base) for word, base in zip(words, lemma, strict=True))
    return shared / sum(len(base) for base in lemma)


def _same_beginning(word: str, base: str) -> int:
    """How many letters a word and a base form begin with in common, all of them if it is a form of it."""
    if word in forms(base):
        return len(base)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, base, strict=False)))


def rest(event: Event) -> str:
    """What follows the naming words in the trigger: " off" of "lifted off", " on trial" of "went on trial"."""
    return event.trigger.text[naming(event).end - event.trigger.start :]


def is_verb(event: Event) -> bool:
    """Whether the trigger is used as a verb.

    Words that the lexicon knows as nouns alone, or not as nouns, of this type of event are told by that; of the
    others the form decides, and the words before.
    """
    found = naming(event)
    seen, lemma = found.text.casefold(), (event.lemma or found.text).casefold()
    nouns, verbs, adjectives = _senses(event.type)
    if lemma not in nouns and event.lemma:
        return lemma not in adjectives or lemma in verbs
    if lemma in nouns and lemma not in verbs and event.type != "other":
        return False
    head, base = (seen.split() or [""])[0], (lemma.split() or [""])[0]
    if head != base and (head in (past(base), participle(base), gerund(base)) or head.endswith("ed")):
        return True
    if lemma in nouns and lemma not in verbs:
        return head == base and _before(event, found.start) in {*lexicon("labels")["verb_before"]} - {"and"}
    return _takes_a_subject(event, found.start, plural=head != base, participle_too=head == participle(base))


def _takes_a_subject(event: Event, begin: int, *, plural: bool, participle_too: bool) -> bool:
    """Whether the words before make a verb of a word that may be a noun or a verb.

    ``plural`` is a form in -s, which agrees with one subject; the plain form agrees with several.
    """
    words = lexicon("labels")
    before = _before(event, begin)
    if plural:
        return _after_agent(event, begin) is not None and before not in words["noun_before"]
    if before in words["verb_before"] or (participle_too and before in words["passive"]):
        return True
    agent = _after_agent(event, begin)
    return agent is not None and _means_several(agent) and _follows(event, agent, begin)


@cache
def _senses(root: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The lemmas that name this type of event as nouns, as verbs and as adjectives."""
    senses: list[dict[str, Any]] = lexicon(f"events/{root}").get("sense", [])
    nouns, verbs, adjectives = (frozenset(s[pos] for s in senses if pos in s) for pos in ("noun", "verb", "adjective"))
    return nouns, frozenset(v.split()[0] for v in verbs), adjectives


def _before(event: Event, begin: int) -> str:
    """The word before an offset, adverbs left out ("to almost always return": to)."""
    left = re.findall(r"[\w’']+", event.sentence.text[: begin - event.sentence.start].casefold())
    adverbs = lexicon("labels")["adverbs"]
    return next((w for w in reversed(left) if w not in adverbs and not w.endswith("ly")), "")


def _after_agent(event: Event, begin: int) -> Ref | None:
    """The agent that the trigger follows closely, and not as a thing of the agent's ("Norland's claims")."""
    start = event.sentence.start
    agents = [r.ref for r in event.roles if r.role == "agent" and start <= r.ref.end <= begin]
    near = [a for a in agents if begin - a.end <= GAP]
    owned = ("'s", "’s", "' ", "’ ")
    return next((a for a in near if not event.sentence.text[a.end - start :].startswith(owned)), None)


def _means_several(ref: Ref) -> bool:
    """Whether a mention means several, not by a name: "two ships", "they"."""
    head = ref.text.casefold().split()[-1:]
    return (
        head[0].endswith("s") or bool(numbers(ref.text)) or head[0] in lexicon("labels")["several"] if head else False
    )


def _follows(event: Event, ref: Ref, begin: int) -> bool:
    """Whether nothing but adverbs stands between a mention and an offset after it."""
    start = event.sentence.start
    between = re.findall(r"\S+", event.sentence.text[ref.end - start : begin - start].casefold())
    return all(w in lexicon("labels")["adverbs"] or w.endswith("ly") for w in between)


def nth(event: Event) -> str:
    """The ordinal that counts the event among others of its kind, up to three words before it; "" if there is none.

    "another" for one more, whose number is not told.
    """
    left = event.sentence.text[: naming(event).start - event.sentence.start].casefold()
    words = re.findall(r"[^\W_]+", left[-40:])[-3:]
    more = "another" if not is_verb(event) and listed("words", "another") & {*words[-2:]} else ""
    return next((w for w in reversed(words) if w in listed("words", "ordinals")), more)


def is_definite(event: Event) -> bool:
    """Whether a noun right behind "the", "this" or "that" tells it."""
    left = event.sentence.text[: naming(event).start - event.sentence.start].casefold()
    return left.endswith(("the ", "this ", "that ")) and not is_verb(event)


def is_plural(event: Event) -> bool:
    """Whether a noun in the plural tells several events ("his victories")."""
    seen, lemma = naming(event).text.casefold(), (event.lemma or "").casefold()
    return bool(lemma) and seen.endswith("s") and not lemma.endswith("s") and not is_verb(event)
