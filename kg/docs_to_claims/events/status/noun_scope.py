"""What makes an event noun unreal: its modifiers and what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.clause_cues import (
    CONTENT_PREPOSITIONS,
    about,
    governing,
    if_clause,
    local,
    modals,
    reports,
)
from kg.docs_to_claims.events.status.tense import is_headline
from kg.docs_to_claims.events.syntax import SUBJECTS, child
from kg.docs_to_claims.events.triggers import happens
from kg.docs_to_claims.events.triggers.senses import load


def noun_effect(noun: Token) -> str:
    """What a noun does to its to-clause: by its class, else it leaves the outcome open ("the money to rebuild")."""
    return str(words()["noun"].get(noun.lemma_.lower(), "keep" if is_ranked(noun) else "possible"))


def is_ranked(noun: Token) -> bool:
    """Whether a noun is told by its rank, so that its to-clause tells a deed: "the first to sign"."""
    ranks = words()["words"]["ranks"]
    return noun.lower_ in ranks or any(c.lower_ in ranks or c.tag_ == "JJS" for c in noun.children if c.dep_ == "amod")


_NEW = frozenset({"a", "an", "any", "another", "no", "every", "each", "either", "some", "further", "more"})
_OPENING = frozenset({"negative", "possible", "future", "would", "conditional"})
_INTO = frozenset({"to", "into", "towards", "toward", "of", "for"})
_AMONG = frozenset({"at", "on", "upon", "in", "with"})
"""Prepositions that lead to an occasion of what the verb tells: "would speak at a rally"."""
_ABOUT_THE_PAST = frozenset({"justice", "accuse", "coerce", "sanction", "protest", "support"})
"""Acts for something done: what somebody will be tried "for" has happened, or is charged."""


_BEFALLING = frozenset({"assault", "disaster", "life", "coerce", "justice", "contest", "accuse", "agree", "personnel"})
"""What is announced after it came about, not as a thing to come."""


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
        elif noun.dep_ == "pobj" and head.lower_ == "including" and head.head.pos_ == "NOUN":
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


def indefinite(reading: Reading, noun: Token) -> bool:
    """Whether a noun brings in something new: "a strike", "any strike", and as an object also "strikes"."""
    first = noun
    while first.dep_ == "conj" and not any(c.dep_ in ("det", "poss") for c in first.children):
        first = first.head
    if reading.entity(first) is not None and first.pos_ == "PROPN":
        return False
    above = carrier(noun)
    if above is not None and above.lemma_.lower() in words()["words"]["bringing"] and noun.dep_ not in SUBJECTS:
        return True
    determiners = [c.lower_ for c in first.children if c.dep_ == "det"]
    if determiners:
        return determiners[0] in _NEW
    told = any(c.dep_ in ("poss", "nummod") or c.text[:1].isupper() for c in first.children)
    return not told and first.dep_ not in SUBJECTS and not is_headline(reading, noun)


def modifiers(noun: Token) -> Iterator[Effect]:
    """What stands around an event noun or adjective: "planned", "no", "alleged"."""
    for c in noun.children:
        if c.dep_ in ("amod", "advmod", "compound", "nmod") and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_
        elif c.dep_ in ("det", "neg", "prep") and c.lower_ in ("no", "neither", "without") and c.dep_ != "prep":
            yield "negative", c.lower_
        elif c.dep_ == "acl" and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_


def noun_climb(noun: Token, depth: int = 0) -> Iterator[Effect]:
    """What governs an event noun that no light verb carries."""
    head = noun.head
    if head == noun or depth > 5:
        return
    lemma = head.lemma_.lower()
    if noun.dep_ == "conj":
        yield from noun_climb(head, depth + 1)
    elif noun.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        answered = noun.lemma_.lower() in words()["words"]["speech_acts"]  # an offer that is declined was made
        effect = None if _only_named(head) else governing(head)
        if effect == "stopped":  # what is ended was going on; what is stopped before it came is something new
            if lemma == "stop" and any(c.lower_ in _NEW for c in noun.children if c.dep_ == "det"):
                yield "possible", head.lower_
        elif effect is not None and not (answered and effect in ("negative", "possible")):
            yield effect, head.lower_
            if effect in ("negative", "denied", "forbidden"):
                if any(e in ("future", "possible", "desired") for e, _ in _verb_above(head, depth)):
                    yield "possible", head.lower_  # a prevention that is itself only meant
                yield from ((e, c) for e, c in local(head, noun) if e in _OPENING)
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
    elif noun.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        if happens(head, load()) or lemma in ("be", "come", "involve", "materialize", "materialise", "last"):
            complement = child(head, "acomp", "attr", "oprd")
            judged = lemma == "be" and child(head, "acomp", "attr", "prep") is not None
            for e, c in local(head, noun):  # "the ban is not part of a plan" denies no ban
                if not (judged and e == "negative"):
                    yield ("possible" if e == "would" and lemma == "be" else e), c
            if complement is not None and complement.lemma_.lower() in words()["adjective"]:
                yield words()["adjective"][complement.lemma_.lower()], complement.lower_
            yield from _verb_above(head, depth)
        if lemma == "fail" and noun.lemma_.lower() in words()["words"]["may_fail"]:
            yield "negative", head.lower_
    elif noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in word_class("parts"):
        yield from modifiers(head.head)
        yield from noun_climb(head.head, depth + 1)  # "a second round of talks is planned"
    elif noun.dep_ == "pobj":
        yield from _prepositional(head, depth)
    elif noun.dep_ in ("compound", "nmod") and lemma in words()["noun"]:
        yield words()["noun"][lemma], head.lower_


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
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
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
    lemma = governor.lemma_.lower()
    if in_case(governor):
        yield "conditional", f"in {lemma}"
    elif in_view(governor):
        yield "future", f"with a {lemma}"
    elif governor.pos_ in ("NOUN", "PROPN") and lemma in words()["noun"]:
        if _raised_over(prep, lemma):
            return
        yield words()["noun"][lemma], governor.lower_
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
    known = any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that", "these", "those") for c in about_it.children)
    return known and lemma in words()["words"]["raised"]


def included(verb: Token) -> Effect | None:
    """What the subject makes of what a verb says it includes: "their demands include dissolving parliament"."""
    subject = child(verb, "nsubj")
    if verb.lemma_.lower() not in words()["words"]["including"] or subject is None:
        return None
    effect = words()["noun"].get(subject.lemma_.lower())
    return None if effect is None else (effect, subject.lower_)


def of_verb(verb: Token, prep: Token) -> Iterator[Effect]:
    """What a verb, or the plan it carries ("made plans for"), makes of what stands behind a preposition."""
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


def in_case(noun: Token) -> bool:
    """Whether a noun sets a condition: "in case of", "in the event of"."""
    return noun.lemma_.lower() in ("case", "event", "eventuality") and noun.dep_ == "pobj" and noun.head.lower_ == "in"


def in_view(noun: Token) -> bool:
    """Whether a noun leads to what one means to reach: "with a view to", "with an eye to"."""
    return noun.lower_ in words()["words"]["in_view"] and noun.dep_ == "pobj" and noun.head.lower_ == "with"


def warned_of(noun: Token) -> Iterator[Effect]:
    """What a verb makes of a new thing: "warned of an attack", "announced a boycott"."""
    prep = noun.head
    if noun.dep_ == "dobj" and prep.lemma_.lower() in words()["words"]["announcing"]:
        types = {s.type for s in load().senses.get(("noun", noun.lemma_.lower()), ())}
        if types and not types & _BEFALLING:
            yield "future", prep.lower_
    if noun.dep_ == "pobj" and prep.head.pos_ in ("VERB", "AUX") and prep.lower_ in CONTENT_PREPOSITIONS:
        effect = (
            about(prep.head, prep.lower_)
            if prep.lower_ in ("of", "for") or prep.head.lemma_.lower() in words()["about"]
            else None
        )
        if effect is not None:
            yield effect, prep.head.lower_
