"""What makes an event noun unreal: its modifiers and what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.clause_cues import (
    CONTENT_PREPOSITIONS,
    governing,
    if_clause,
    local,
    modals,
    reports,
)
from kg.docs_to_claims.events.status.noun_phrases import NEW, content_of, in_case, in_view, modifiers, noun_effect
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.syntax.trees import antecedent
from kg.docs_to_claims.events.triggers import happens
from kg.docs_to_claims.events.triggers.senses import load

_OPENING = frozenset({"negative", "possible", "future", "would", "conditional"})
_INTO = frozenset({"to", "into", "towards", "toward", "of", "for"})
_AMONG = frozenset({"at", "on", "upon", "in", "with"})
"""Prepositions that lead to an occasion of what the verb tells: "would speak at a rally"."""
_ABOUT_THE_PAST = frozenset({"justice", "accuse", "coerce", "sanction", "protest", "support"})
"""Acts for something done: what somebody will be tried "for" has happened, or is charged."""


def carrier(noun: Token, *, loosely: bool = False) -> Token | None:
    """The verb whose argument a noun is: directly, by "into" or "of", or as part of a larger noun. ``loosely``: also
    one that only takes place on the occasion ("would speak at a rally").
    """
    leading = _INTO | _AMONG if loosely else _INTO
    for _ in range(6):
        head = noun.head
        if noun.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative"):
            return head if head.pos_ in ("VERB", "AUX") else None
        if noun.dep_ == "pobj" and head.lower_ in leading and head.head != head:
            if head.head.pos_ in ("VERB", "AUX"):
                return None if _looks_back(head) else head.head
            noun = head.head
        elif noun.dep_ == "pobj" and head.lower_ == "including":
            if head.head.pos_ != "NOUN":
                return head.head if head.head.pos_ == "VERB" else None
            noun = head.head  # "will weigh other steps, including a strike"
        elif noun.dep_ == "conj":
            noun = head
        else:
            return None
    return None


def _looks_back(prep: Token) -> bool:
    """Whether an act is for something done before: "will be tried for a raid"."""
    types = {sense.type for sense in load().senses.get(("verb", prep.head.lemma_.lower()), ())}
    if prep.lower_ == "for":
        return bool(types & _ABOUT_THE_PAST)
    return prep.lower_ in _AMONG and bool(types) and types <= _ABOUT_THE_PAST


def faced(verb: Token, noun: Token) -> Iterator[Effect]:
    """What has not come about because one faces, offers or escapes it: "faces arrest", "escaped arrest"."""
    if noun.lemma_.lower() in words()["words"]["faced"]:
        effect = words()["facing"].get(verb.lemma_.lower())
        if effect is not None:
            yield effect, verb.lower_


def noun_climb(noun: Token, depth: int = 0) -> Iterator[Effect]:
    """What governs an event noun that no light verb carries."""
    head = noun.head
    if head == noun or depth > 5:
        return
    lemma = head.lemma_.lower()
    if noun.dep_ == "conj":
        yield from noun_climb(head, depth + 1)
    elif noun.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        yield from _as_object(noun, head, depth)
    elif noun.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        yield from _as_subject(noun, head, depth)
    elif noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in word_class("parts"):
        yield from modifiers(head.head)
        yield from noun_climb(head.head, depth + 1)  # "a second round of talks is planned"
    elif noun.dep_ == "pobj":
        yield from _prepositional(head, depth)
    elif noun.dep_ in ("compound", "nmod") and lemma in words()["noun"]:
        yield words()["noun"][lemma], head.lower_


def _as_object(noun: Token, head: Token, depth: int) -> Iterator[Effect]:
    """What a verb makes of the event noun that is its object or complement."""
    lemma = head.lemma_.lower()
    answered = noun.lemma_.lower() in words()["words"]["speech_acts"]  # an offer that is declined was made …
    answered = answered and lemma not in words()["words"]["reaching_for"]  # … and one that is sought was not
    yield from faced(head, noun)
    effect = None if _only_named(head) else governing(head)
    if effect == "stopped":  # what is ended was going on; what is stopped before it came is something new
        if lemma in ("stop", "halt") and any(c.lower_ in NEW for c in children(noun) if c.dep_ == "det"):
            yield "possible", head.lower_
    elif effect is not None and not (answered and effect in ("negative", "possible")):
        yield effect, head.lower_
        if effect == "denied":
            yield "hearsay", head.lower_  # whoever denies it says so, not the article
        if effect in ("negative", "denied", "forbidden"):
            above = tuple(_verb_above(head, depth))
            if any(e in ("future", "possible", "desired") for e, _ in above):
                yield "possible", head.lower_  # a prevention that is itself only meant
            yield from (cue for cue in above if cue[0] == "negative")  # "failed to prevent a strike"
            denied = effect == "denied"  # "did not rule out a strike": who knows
            yield from (
                ("possible" if denied and e == "negative" else e, c) for e, c in local(head, noun) if e in _OPENING
            )
            if if_clause(head):
                yield "conditional", "if"  # "will cancel the visit if …"
    elif lemma in words()["object"] and not answered:
        yield words()["object"][lemma], head.lower_  # "accepted the inspections": what is to come
        told = [(e, c) for e, c in local(head, noun) if e in _OPENING]
        yield from (("possible" if e == "negative" else e, c) for e, c in told)  # what is not accepted is open
    elif (content := included(head)) is not None:
        yield content
    elif lemma in words()["words"]["creating"] or lemma in load().light:
        yield from local(head, noun)
        yield from _verb_above(head, depth)


def _as_subject(noun: Token, head: Token, depth: int) -> Iterator[Effect]:
    """What a verb makes of the event noun that is its subject."""
    lemma = head.lemma_.lower()
    if lemma in words()["words"]["looming"] and child(head, "dobj") is None:
        yield "possible", head.lower_
        return
    if happens(head, load()) or lemma in ("be", "come", "involve", "materialize", "materialise", "last"):
        complement = child(head, "acomp", "attr", "oprd") or child(head, "advmod", "prt", "prep")
        if complement is not None and child(complement, "pobj") is not None:
            complement = None  # "is off the coast"
        judged = lemma == "be" and child(head, "acomp", "attr", "prep") is not None
        for e, c in local(head, noun):  # "the ban is not part of a plan" denies no ban
            if not (judged and e == "negative"):
                yield ("possible" if e == "would" and lemma == "be" else e), c
        if (
            complement is not None
            and complement.lemma_.lower() in words()["adjective"]
            and child(complement, "pobj") is None
        ):
            yield words()["adjective"][complement.lemma_.lower()], complement.lower_
        yield from _verb_above(head, depth)
    if lemma == "come" and any(g.lower_ in ("nothing", "naught") for c in children(head) for g in children(c)):
        yield "negative", "nothing"
    through = lemma != "fall" or any(c.lower_ == "through" for c in children(head))
    if through and lemma in words()["words"]["fails"] and noun.lemma_.lower() in words()["words"]["may_fail"]:
        yield "negative", head.lower_


def _only_named(verb: Token) -> bool:
    """Whether a verb only says what something is called, or brings it before a court: "called the inquiry a farce",
    "appealed the ruling".
    """
    if verb.lemma_ == "appeal":
        return True
    return verb.lemma_.lower() in load().naming and child(verb, "oprd") is not None


def _verb_above(verb: Token, depth: int) -> Iterator[Effect]:
    """The governors of a verb that carries a noun: "hopes to see a ceasefire", "is expected to take place"."""
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb))
    if verb.dep_ in ("acl", "relcl") and infinitive:
        yield noun_effect(head), head.lower_  # "efforts to broker a deal"
    elif verb.dep_ == "advcl" and infinitive:
        yield "future", "to"
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ") and depth < 5:
        table = words()["adjective"] if head.pos_ == "ADJ" else words()["verb"]
        lemma = head.lemma_.lower()
        if lemma in table and not (verb.dep_ == "ccomp" and reports(verb, head)):
            yield table[lemma], head.lower_
        elif lemma == "be" and verb.dep_ == "xcomp":
            yield "future", "is to"
        yield from (x for x in local(head) if head.pos_ != "ADJ" and x[0] == "negative")
        yield from _verb_above(head, depth + 1)


def _prepositional(prep: Token, depth: int) -> Iterator[Effect]:
    if prep.lower_ == "without":
        yield "negative", "without"
        return
    while prep.dep_ == "conj":
        prep = prep.head  # "provides for patrols and for a release"
    governor = prep.head
    if prep.lower_ in ("before", "until", "till") and governor.pos_ in ("VERB", "AUX"):
        yield from (cue for cue in modals(governor) if cue[0] == "future")  # "will leave before the vote"
    if prep.lower_ not in CONTENT_PREPOSITIONS:
        return
    if governor.lower_ == "forward" and governor.head.pos_ == "VERB":
        governor = governor.head  # "looks forward to the visit"
    lemma = governor.lemma_.lower()
    if lemma == "target" and prep.lower_ == "of":
        return  # "was the target of an attack"
    if in_case(governor):
        yield "conditional", f"in {lemma}"
    elif lemma in ("exchange", "return") and governor.dep_ == "pobj" and governor.head.head.pos_ in ("VERB", "AUX"):
        bargain = governor.head.head  # "would be paid in exchange for the release"
        told = (*local(bargain), *_verb_above(bargain, depth))
        yield from (("possible", cue) for effect, cue in told if effect in _OPENING - {"negative"})
    elif in_view(governor):
        yield "future", f"with a {lemma}"
    elif governor.pos_ in ("NOUN", "PROPN") and lemma in words()["noun"]:
        if _raised_over(prep, lemma):
            return
        yield from content_of(governor, words()["noun"][lemma])
        if words()["noun"][lemma] == "negative":
            yield from noun_climb(governor, depth + 1)
    elif governor.pos_ in ("ADJ", "ADV") and lemma in words()["adjective_gerund"]:
        effect = words()["adjective_gerund"][lemma]
        if effect != "negative" or prep.lower_ in ("of", "from"):
            yield effect, governor.lower_
    elif governor.pos_ in ("VERB", "AUX"):
        yield from of_verb(governor, prep)


def _raised_over(prep: Token, lemma: str) -> bool:
    """Whether a worry or question is about something known, which it leaves a fact: "concern over the shutdown"."""
    about_it = child(prep, "pobj")
    if about_it is None or prep.lower_ not in ("over", "about", "on"):
        return False
    known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in children(about_it))
    return known and lemma in words()["words"]["raised"]


def included(verb: Token) -> Effect | None:
    """What the subject makes of what a verb says it includes: "their demands include dissolving parliament"."""
    subject = child(verb, "nsubj")
    if verb.lemma_.lower() not in words()["words"]["including"] or subject is None:
        return None
    subject = antecedent(subject)
    effect = words()["noun"].get(subject.lemma_.lower())
    return None if effect is None else (effect, subject.lower_)


def of_verb(verb: Token, prep: Token) -> Iterator[Effect]:
    """What a verb, or the plan it carries ("made plans for"), makes of what stands behind a preposition."""
    if prep.lower_ == "for" and verb.tag_ == "VBN" and verb.lemma_.lower() in words()["words"]["held_for"]:
        yield "alleged", verb.lower_  # "is wanted for murder"
        return
    effect = governing(verb)
    carried = child(verb, "dobj")
    told = child(verb, "acomp")
    if told is not None and told.lemma_.lower() in words()["adjective_gerund"] and told.i == prep.i - 1:
        yield words()["adjective_gerund"][told.lemma_.lower()], told.lower_  # "is conditional on approval"
        return
    if effect == "probable" and prep.lower_ == "of":
        effect = words()["passive"].get(verb.lemma_.lower(), effect)  # "suspected of lying"
    if effect in ("negative", "stopped", "denied", "forbidden") and prep.lower_ not in ("from", "against", "of"):
        return  # "banned for cheating"
    if effect not in (None, "keep"):
        yield str(effect), verb.lower_
    elif carried is not None and carried.lemma_.lower() in words()["noun"] and carried.i < prep.i:
        yield words()["noun"][carried.lemma_.lower()], carried.lower_
    elif carried is None and prep.lower_ in ("of", "for", "over", "about"):
        told = child(verb, "nsubj", "nsubjpass")  # "fears grow of a strike", "a warrant was issued for …"
        if told is not None and told.lemma_.lower() in words()["noun"]:
            yield words()["noun"][told.lemma_.lower()], told.lower_
