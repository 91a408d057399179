"""Which words of the text name an event: all that its sense needs, as far as they stand together."""

from __future__ import annotations

from collections.abc import Sequence, Set

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.triggers import THEMED, Trigger, asked_for, carries_head, happens
from kg.docs_to_claims.events.triggers.clause import things
from kg.docs_to_claims.events.triggers.senses import load
from kg.records import Ref, Span

LONGEST = 50
"""Characters: verb and noun further apart than this are no phrase to a reader."""

_PARTIES = frozenset({"person", "organization", "country", "group", "place"})
_WITHIN_NOUN = frozenset({"compound", "amod", "nmod"})


def trigger_span(reading: Reading, trigger: Trigger, parties: Sequence[Ref], untold: Set[int] = frozenset()) -> Span:
    """A verb with its adjacent particle and with the noun its sense asks for ("filed for divorce"), a noun with its
    modifiers and with the verb that carries it ("held secret talks") or tells that it happens ("talks took place").
    Who takes part in the event does not name it: of "axed the coach", "paid Ana Ruiz a visit" one word names it.
    """
    first = last = trigger.token
    if trigger.particle is not None and trigger.particle.i == trigger.token.i + 1:
        last = trigger.particle
    modifiers = len(trigger.sense.lemma.split()) - 1
    if "-" in trigger.sense.lemma and "-" not in trigger.token.text:
        first = trigger.token.nbor(-2)  # the tokenizer cuts "cease-fire" in three
    elif trigger.sense.pos == "noun" and modifiers and not trigger.sense.lemma.startswith("joint "):
        first = trigger.token.nbor(-modifiers)
    around = [*_carried(trigger), *_carriers(trigger), *_untold(trigger, untold)]
    carried = [t for t in around if not any(ref.start <= t.idx < ref.end for ref in parties)]
    ends = sorted({first, last, *carried}, key=lambda token: token.i)
    words, whole = reading.span(first, last), reading.span(ends[0], ends[-1])
    apart = whole.end - whole.start > LONGEST or any(_is_party(reading, whole, ref) for ref in parties)
    return words if apart else whole


def _untold(trigger: Trigger, untold: Set[int]) -> list[Token]:
    """The event noun that a verb is done to, where nothing more is told of it: "resolved the dispute".

    What a proposal or a refusal is about stays out: it may never happen.
    """
    if trigger.sense.pos != "verb" or trigger.sense.type in THEMED:
        return []
    if trigger.sense.lemma in load().saying or trigger.sense.lemma in load().implicative:
        return []
    return [t for t in things(trigger.token) if t.i in untold]


def _happening(noun: Token) -> list[Token]:
    """The verbs that say that what a noun names happens: "the talks took place", "the trial is set to begin", "the
    talks held in Lisbon".
    """
    verb = noun.head
    if noun.dep_ == "nsubj" and happens(verb, load()):
        return [verb]
    if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in load().carrying:
        return [c for c in children(verb) if c.dep_ == "xcomp" and happens(c, load())]
    return [c for c in children(noun) if carries_head(c, load())]


def _carriers(trigger: Trigger) -> list[Token]:
    """The verbs over a verb that only say how far its act is or how it is meant: "plans to open", "began selling"."""
    verb = trigger.light or trigger.token
    found: list[Token] = []
    while verb.dep_ == "xcomp" and verb.head.i < verb.i and verb.head.lemma_.lower() in load().carrying:
        verb = verb.head
        found.append(verb)
    return found


def _carried(trigger: Trigger) -> list[Token]:
    """The other words of a trigger's phrase; what an act about another event asks for is told as that event."""
    token = trigger.token
    if trigger.light is not None:
        return [trigger.light, *(c for c in children(trigger.light) if c.dep_ == "prt")]
    if trigger.sense.pos == "noun":
        return _happening(token)
    if trigger.sense.type in THEMED:
        return []
    found = asked_for(
        token, trigger.sense
    )  # without "the award" of "the award it won" and "the flood" of "by the flood"
    return [t for t in found if not t.is_ancestor(token) and t.head.lower_ != "by"]


def _is_party(reading: Reading, words: Span, ref: Ref) -> bool:
    """Whether somebody stands within the words, not only as part of the noun ("received government loans")."""
    if not words.start <= ref.start < words.end or reading.by_id[ref.entity].type not in _PARTIES:
        return False
    found = reading.doc.char_span(ref.start, ref.end, alignment_mode="expand")
    return found is None or found.root.dep_ not in _WITHIN_NOUN
