"""What makes an event verb unreal: the clauses, adjectives and nouns that govern it, one governor at a time."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.clause_cues import CONTENT_PREPOSITIONS, aspect, if_clause, local, modals, reports
from kg.docs_to_claims.events.noun_scope import noun_climb, noun_effect
from kg.docs_to_claims.events.reality import Effect, words
from kg.docs_to_claims.events.senses import load
from kg.docs_to_claims.events.syntax import child

_INDEPENDENT_MARKS = frozenset({"after", "as", "because", "since", "while", "although", "though", "when", "once"})


_IMPLIED = {"+": "keep", "-": "negative"}
"""What a two-way implicative makes of its to-clause; other verbs that govern one leave it open."""


def clause(reading: Reading, verb: Token, carried: Token | None = None) -> Iterator[Effect]:
    """What acts on a verb in its own clause, then what governs that clause. ``carried``: see ``local``."""
    yield from local(verb, carried)
    yield from aspect(reading, verb)
    if any(e in ("future", "would", "possible") for e, _ in modals(verb)) and if_clause(verb):
        yield "conditional", "if"
    yield from climb(reading, verb, 0)


def climb(reading: Reading, verb: Token, depth: int) -> Iterator[Effect]:
    """What governs the clause of a verb, up to where the text asserts something of its own."""
    head = verb.head
    if head == verb or depth > 8:
        return
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        yield from _complement(reading, verb, head, depth)  # "said that A, and that B"
    elif verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        bare = verb.tag_ in ("VB", "VBN", "VBG") and not any(
            c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children
        )
        if bare:
            yield from local(head)
            yield from aspect(reading, head)
        elif any(c.dep_ == "cc" and c.lower_ == "nor" for c in head.children):
            yield "negative", "nor"
        if any(c.lower_ == "than" for c in (*head.children, *verb.children) if c.dep_ in ("cc", "mark", "prep")):
            yield "negative", "rather than"
        above = climb(reading, head, depth + 1)
        if child(verb, "nsubj", "nsubjpass") is None:
            yield from above
        else:  # "said that A left, and that B stayed": the second is no more the article's word than the first
            yield from (cue for cue in above if cue[0] in ("hearsay", "alleged"))
    elif verb.dep_ in ("xcomp", "ccomp", "oprd", "acomp"):
        yield from _complement(reading, verb, head, depth)
    elif verb.dep_ in ("acl", "relcl") and infinitive:
        in_order = head.lower_ == "order" and head.dep_ == "pobj" and head.head.lower_ == "in"
        yield ("possible" if in_order else noun_effect(head)), head.lower_
        yield from noun_climb(head, depth + 1)
    elif verb.dep_ in ("acl", "relcl") and any(c.dep_ == "mark" for c in verb.children):
        yield from _told_by(head)
    elif verb.dep_ == "advcl":
        yield from _adverbial(verb, head, infinitive=infinitive)
    elif verb.dep_ == "pcomp":
        yield from _gerund(head)
    elif verb.dep_ in ("csubj", "csubjpass") and head.lemma_.lower() in words()["adjective"]:
        yield words()["adjective"][head.lemma_.lower()], head.lower_


def _complement(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    lemma = head.lemma_.lower()
    if verb.dep_ == "ccomp" and _stands_alone(verb, head):
        return
    if lemma == "be" and verb.dep_ == "ccomp":  # "it is possible that …"
        told = child(head, "acomp", "attr")
        yield from _judged(told) if told is not None else ()
    saying = lemma in load().never and lemma not in words()["verb"] and lemma not in ("be", "have", "go")
    infinitive = verb.dep_ == "xcomp" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if head.pos_ == "ADJ" or (head.pos_ == "VERB" and lemma in words()["adjective"] and lemma not in words()["verb"]):
        if any(c.lower_ == "too" for c in head.children) and infinitive:
            yield "negative", "too"
        elif lemma in words()["adjective"] or infinitive:
            yield words()["adjective"].get(lemma, "possible"), head.lower_
        copula = head.head if head.dep_ in ("acomp", "attr", "oprd") else head
        yield from local(copula)
        yield from climb(reading, copula, depth + 1)
        return
    if lemma in ("be", "have") and verb.dep_ == "xcomp":
        yield _be_or_have(lemma, head)
        yield from local(head)
        return
    if lemma == "go" and verb.dep_ == "xcomp" and head.tag_ == "VBG":
        yield "future", "going to"
        yield from local(head)
        return
    if lemma in words()["verb"] and not (verb.dep_ == "ccomp" and reports(verb, head)):
        yield words()["verb"][lemma], head.lower_
    elif infinitive and lemma not in words()["verb"]:
        yield _IMPLIED.get(load().implicative.get(lemma, ""), "possible"), head.lower_
    if saying:
        yield "hearsay", head.lower_
        doubts = ("negative", "denied", "possible", "conditional")
        if any(effect in doubts for effect, _ in (*local(head), *climb(reading, head, depth + 1))):
            yield "possible", head.lower_  # what nobody is told to have said
        return
    yield from (x for x in local(head) if x[0] != "would")
    yield from climb(reading, head, depth + 1)


def _stands_alone(verb: Token, head: Token) -> bool:
    """A clause set beside another ("Shell offered a raise; the union refused"), which the parser hangs on it."""
    marked = any(c.dep_ == "mark" for c in verb.children)
    return verb.i < head.i and not marked and head.lemma_.lower() not in load().never | {"deny", "insist", "suggest"}


def _judged(told: Token) -> Iterator[Effect]:
    """What a predicate says of the clause it is about: "possible", "unclear", "false"."""
    lemma = told.lemma_.lower()
    if told.pos_ == "ADJ" and lemma in words()["adjective"]:
        yield words()["adjective"][lemma], told.lower_
    elif lemma in words()["noun"]:
        yield words()["noun"][lemma], told.lower_


def _be_or_have(lemma: str, head: Token) -> Effect:
    if any(c.lower_ == "yet" for c in head.children):
        return "negative", "yet to"
    return ("future", "is to") if lemma == "be" else ("desired", "has to")


def _adverbial(verb: Token, head: Token, *, infinitive: bool) -> Iterator[Effect]:
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "prep") and c.i < verb.i}
    if marks & set(words()["words"]["if"]):
        yield "conditional", "if"
    elif "until" in marks or "before" in marks:
        yield from modals(head)
    elif infinitive and "for" in marks and head.lemma_.lower() in words()["verb"] | words()["noun"]:
        table = words()["noun"] if head.pos_ == "NOUN" else words()["verb"]
        yield table.get(head.lemma_.lower(), "possible"), head.lower_  # "called for her to resign"
    elif infinitive:
        yield "possible", "to"
    elif "without" in marks:
        yield "negative", "without"
    elif not marks & _INDEPENDENT_MARKS and verb.tag_ == "VBG" and verb.i > head.i:
        yield from modals(head)


def _gerund(prep: Token) -> Iterator[Effect]:
    if prep.lower_ == "without":
        yield "negative", "without"
        return
    if prep.lower_ in ("instead", "than") or prep.nbor(-1 if prep.i else 0).lower_ == "instead":
        yield "negative", prep.lower_
        return
    governor = prep.head
    if prep.lower_ not in CONTENT_PREPOSITIONS:
        if governor.pos_ in ("VERB", "AUX"):
            yield from modals(governor)
        return
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("NOUN", "PROPN") and lemma in words()["noun"]:
        yield words()["noun"][lemma], governor.lower_
    elif governor.pos_ == "VERB" and lemma in words()["verb"]:
        yield words()["verb"][lemma], governor.lower_
        yield from (cue for cue in local(governor) if cue[0] == "negative")


def _told_by(noun: Token) -> Iterator[Effect]:
    """A that-clause of a noun: "the fear that …", and "denied reports that …", where the verb decides."""
    if noun.lemma_.lower() in words()["noun"]:
        yield words()["noun"][noun.lemma_.lower()], noun.lower_
    if any(c.lower_ == "no" for c in noun.children):
        yield "possible", "no"  # "no evidence that …"
    judged = child(noun.head, "acomp") if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
    if judged is not None:
        yield from _judged(judged)
    effect = words()["verb"].get(noun.head.lemma_.lower()) if noun.dep_ in ("dobj", "nsubjpass") else None
    if effect in ("denied", "negative", "possible"):
        yield effect, noun.head.lower_
