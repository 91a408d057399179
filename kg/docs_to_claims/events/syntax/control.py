"""Who does what an infinitive or participle tells, where the clause over it decides: asked, made, sent or meant to."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax.trees import child, is_infinitive
from kg.docs_to_claims.events.syntax.voices import is_passive
from kg.ontology import lexicon


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object does what the to-clause says ("urged her to resign", "commits the firm to buying")."""
    return frozenset(lexicon("status")["words"]["object_control"]) | word_class("committing")


@cache
def _asking() -> frozenset[str]:
    """The verbs of control whose object is no mere means of the subject's own purpose."""
    return object_control() - word_class("gathering")


def asked_of(verb: Token) -> Token | None:
    """Who is to do what an infinitive tells behind "demanded from the agency", "appealed to the court", "asked for
    both sides".
    """
    head = verb.head
    if verb.dep_ not in ("advcl", "xcomp") or not is_infinitive(verb) or is_passive(head):
        return None
    if lexicon("status")["verb"].get(head.lemma_) != "desired":
        return None
    between = [c for c in children(head) if head.i < c.i < verb.i and c.dep_ != "punct"]
    if len(between) != 1 or between[0].lower_ not in ("from", "of", "to", "on", "with", "for"):
        return None
    return child(between[0], "pobj")


def made_to(verb: Token) -> Token | None:
    """Whom the verb over an infinitive makes, asks or lets do it, also where the parser takes the infinitive for a
    circumstance or hangs it on them ("advised residents to leave", "caused a wave to flood the port").
    """
    head = verb.head
    if verb.dep_ not in ("advcl", "acl", "relcl") or not is_infinitive(verb) or is_voiced(verb):
        return None
    if verb.dep_ == "advcl":
        asking = head.lemma_.lower() in _asking()
        asked = child(head, "dobj", "nsubjpass") if asking else None
        return asked if asked is not None and asked.i < verb.i and child(verb, "mark") is None else None
    governor = head.head
    if head.dep_ != "dobj" or head.lemma_.lower() in word_class("intentions") or head.i > verb.i:
        return None
    return head if governor.pos_ == "VERB" and governor.lemma_.lower() in object_control() else None


def is_voiced(verb: Token) -> bool:
    """Whether an infinitive is what somebody is called in to be told ("summoned the envoy to complain of the raid")."""
    return verb.head.lemma_ == "summon" and verb.lemma_.lower() in word_class("voicing") and not is_passive(verb.head)


def is_result(verb: Token) -> bool:
    """Whether a participle names what a passive act led to: not its subject did that ("was shelled, killing 12")."""
    head = verb.head
    after = verb.tag_ == "VBG" and verb.i > head.i and child(verb, "mark", "prep") is None
    return after and verb.lemma_.lower() in word_class("results") and is_passive(head)


def is_purpose(verb: Token) -> bool:
    """Whether an infinitive names what others mean with what they do to the subject ("were screened to ensure
    safety"); who is sent or moved somewhere is to act there ("were deployed to protect the town").
    """
    head = verb.head
    lemma = head.lemma_.lower()
    sent = lemma in object_control() or lemma in word_class("sent")
    return is_infinitive(verb) and is_passive(head) and not sent
