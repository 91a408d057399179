"""What makes an event noun unreal: its modifiers and what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.docs_to_claims.events.clause_cues import CONTENT_PREPOSITIONS, local, reports
from kg.docs_to_claims.events.reality import Effect, words
from kg.docs_to_claims.events.senses import load
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import happens


def noun_effect(noun: Token) -> str:
    """What a noun does to its to-clause: by its class, else it leaves the outcome open ("the money to rebuild")."""
    return str(
        words()["noun"].get(noun.lemma_.lower(), "keep" if noun.lower_ in ("first", "last", "only") else "possible")
    )


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
        if lemma in words()["verb"] and not (answered and words()["verb"][lemma] in ("negative", "possible")):
            yield words()["verb"][lemma], head.lower_
            if words()["verb"][lemma] in ("negative", "denied"):
                yield from ((e, c) for e, c in local(head, noun) if e in ("negative", "possible", "future", "would"))
        elif lemma in words()["words"]["creating"] or lemma in load().light:
            yield from local(head, noun)
            yield from _verb_above(head, depth)
    elif noun.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        if happens(head, load()) or lemma in ("be", "come", "involve", "materialize", "materialise", "last"):
            yield from local(head, noun)
            complement = child(head, "acomp", "attr", "oprd")
            if complement is not None and complement.lemma_.lower() in words()["adjective"]:
                yield words()["adjective"][complement.lemma_.lower()], complement.lower_
            yield from _verb_above(head, depth)
        if lemma == "fail" and noun.lemma_.lower() in words()["words"]["may_fail"]:
            yield "negative", head.lower_
    elif noun.dep_ == "pobj":
        yield from _prepositional(head, depth)
    elif noun.dep_ in ("compound", "nmod") and lemma in words()["noun"]:
        yield words()["noun"][lemma], head.lower_


def _verb_above(verb: Token, depth: int) -> Iterator[Effect]:
    """The governors of a verb that carries a noun: "hopes to see a ceasefire", "is expected to take place"."""
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ in ("acl", "relcl") and infinitive:
        yield noun_effect(head), head.lower_  # "efforts to broker a deal"
    elif verb.dep_ == "advcl" and infinitive:
        yield "possible", "to"
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
    governor = prep.head
    if prep.lower_ not in CONTENT_PREPOSITIONS:
        return
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("NOUN", "PROPN") and lemma in words()["noun"]:
        yield words()["noun"][lemma], governor.lower_
        if words()["noun"][lemma] == "negative":
            yield from noun_climb(governor, depth + 1)
    elif governor.pos_ == "VERB" and lemma in words()["verb"]:
        yield words()["verb"][lemma], governor.lower_
