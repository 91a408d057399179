"""What a verb makes of its complement clause, by the class it is in: plans, tries, denials, sayings, implicatives."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.clause_cues import governing, reports
from kg.docs_to_claims.events.status.noun_scope import included
from kg.docs_to_claims.events.status.tense import is_headline
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers.senses import load

_IMPLIED = {"+": "keep", "-": "negative"}
"""What a two-way implicative makes of its to-clause; other verbs that govern one leave it open."""


def effect_of(reading: Reading, verb: Token, head: Token, *, infinitive: bool) -> str | None:
    """What a verb makes of its complement clause, by its class."""
    lemma = head.lemma_.lower()
    if lemma == "stop" and infinitive:
        return "future"  # "stopped to talk": what one stops for
    if infinitive and lemma in words()["passive"] and _is_done_to(reading, head):
        return str(words()["passive"][lemma])
    if infinitive and lemma in words()["infinitive"]:
        return str(words()["infinitive"][lemma])
    gerundial = verb.tag_ == "VBG" or any(
        c.lower_ in ("being", "having") for c in children(verb) if c.dep_ in ("aux", "auxpass")
    )
    if gerundial and lemma in words()["about"]:
        return str(words()["about"][lemma])
    content = included(head)
    if content is not None:
        return content[0]  # "questions remain how much they paid"
    effect = governing(head)
    if effect is not None and not (verb.dep_ == "ccomp" and reports(verb, head)):
        return effect
    implied = load().implicative.get(lemma, "")
    if infinitive and (implied or verb.dep_ == "xcomp" or child(verb, "nsubj") is not None):
        return _IMPLIED.get(implied, "possible")
    return "negative" if implied == "-" and gerundial else None


def _is_done_to(reading: Reading, verb: Token) -> bool:
    """Whether a verb is passive, also where a headline leaves its auxiliary out ("Berg picked to lead")."""
    if verb.tag_ == "VBN":
        return child(verb, "auxpass") is not None or verb.dep_ in ("acl", "advcl")
    return is_headline(reading, verb) and verb.tag_ == "VBD" and child(verb, "dobj") is None


def says(lemma: str) -> bool:
    """Whether a verb tells whose word its that-clause is, and is no verb of knowing."""
    none = words()["words"]
    if lemma in words()["verb"] or lemma in none["factive"]:
        return False
    return lemma in load().saying or lemma in none["minded"]


def stands_alone(verb: Token, head: Token) -> bool:
    """A clause set beside another ("Shell offered a raise; the union refused"), which the parser hangs on it."""
    marked = any(c.dep_ == "mark" for c in children(verb))
    lemma = head.lemma_.lower()
    told = says(lemma) or words()["verb"].get(lemma) == "alleged" or lemma in words()["words"]["told_after"]
    return verb.i < head.i and not marked and not told


def judged(told: Token) -> Iterator[Effect]:
    """What a predicate says of the clause it is about: "possible", "unclear", "false"."""
    lemma = told.lemma_.lower()
    if told.pos_ == "ADJ" and lemma in words()["adjective"]:
        yield words()["adjective"][lemma], told.lower_
    elif lemma in words()["noun"]:
        yield words()["noun"][lemma], told.lower_


def be_or_have(lemma: str, head: Token, *, reported: bool) -> Effect:
    """What "is to", "has to" and "has yet to" make of their clause. ``reported``: somebody is told to have said so."""
    if any(c.lower_ == "yet" for c in children(head)):
        return "negative", "yet to"
    if lemma == "be":
        return "future", "is to"
    # "She had to leave" tells that she left; "he said she had to leave" tells what he asks for.
    return ("keep" if head.tag_ == "VBD" and not reported else "desired"), "has to"


def left_open(above: str, effect: str) -> str:
    """What is to be prevented, some day, may yet come: a prevention that is itself not real decides nothing."""
    return "possible" if above in ("negative", "denied", "forbidden") and effect == "future" else effect
