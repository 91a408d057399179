"""Active and passive: with an auxiliary, or without one where a participle or a headline leaves it out."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax.trees import child, unmarked

_BARE = frozenset({"want", "need", "have", "get", "like", "prefer"})
"""Verbs that govern no finite clause without "that": what looks like a past tense behind them is a participle."""


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: with an auxiliary, an agent, or as a bare past participle after a noun."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in children(verb)):
        return True
    if child(verb, "nsubj") is None and child(verb, "agent") is not None:
        return True  # with a subject, a "by" after the verb is a measure: "passed by 47 votes"
    if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "aux") for c in children(verb)):
        return _passive_conjunct(verb)
    if verb.tag_ in ("VBD", "VBN") and (_is_clipped(verb) or _undergone(verb)):
        return True
    if verb.tag_ != "VBN" or verb.dep_ not in ("acl", "amod", "advcl", "relcl"):
        return False
    if child(verb, "aux", "nsubj") is not None or _takes_object(verb) or _tells_on(verb):
        return False
    return verb.dep_ != "acl" or (unmarked(verb) is None and not _is_predicate(verb))


def _is_predicate(verb: Token) -> bool:
    """Whether what the parser takes for a participle is the verb of a whole short sentence ("A minibus overturned near
    Alder."): nothing else in it is told, and the verb needs no object.
    """
    head, lemma = verb.head, verb.lemma_.lower()
    if head.dep_ != "ROOT" or head.i > verb.i or lemma in word_class("transitive") or child(verb, "agent") is not None:
        return False
    if any(c.pos_ in ("VERB", "AUX") and c != verb and c.dep_ != "relcl" for c in children(head)):
        return False
    last = verb.sent[-1]
    while last.is_space and last.i > verb.i:
        last = last.nbor(-1)
    return last.text == "."


def _tells_on(verb: Token) -> bool:
    """Whether a noun joined to a verb, with what looks like its participle, is a clause of its own ("They met, and
    several museums offered to help").
    """
    noun = verb.head
    joined = noun.dep_ == "conj" and noun.head.pos_ == "VERB" and verb.i == noun.i + 1
    return verb.dep_ == "acl" and joined and child(verb, "xcomp", "ccomp", "dobj") is not None


def _takes_object(verb: Token) -> bool:
    """Whether what looks like a bare participle has an object that no passive leaves it ("The study, out on Monday,
    employed new methods").
    """
    thing = child(verb, "dobj")
    return thing is not None and thing.i > verb.i and verb.lemma_.lower() not in word_class("two_objects")


def _undergone(verb: Token) -> bool:
    """Whether a bare participle tells what is seen or had done to its subject ("saw thousands killed", "had his leg
    amputated").
    """
    over = verb.head.lemma_.lower()
    if verb.dep_ != "ccomp" or over not in word_class("having_done") or (verb.tag_ == "VBD" and over not in _BARE):
        return False
    doer = child(verb, "nsubj")
    return doer is not None and doer.i > verb.head.i and child(verb, "aux", "auxpass", "dobj", "mark") is None


def _is_clipped(verb: Token) -> bool:
    """Whether a past tense stands for a passive without its auxiliary, as in headlines: a line without a full stop
    ("Ruiz appointed as mayor", "Norland swamped by orders").
    """
    given = verb.lemma_.lower() in word_class("two_objects") and child(verb, "prep", "dative") is not None
    needy = verb.lemma_.lower() in word_class("transitive") or given
    if verb.dep_ != "ROOT" or child(verb, "dobj", "ccomp", "xcomp", "aux", "prt", "conj") is not None:
        return False
    if not needy and not any(c.dep_ in ("agent", "prep") and c.lower_ == "by" for c in children(verb)):
        return False
    last = verb.sent[-1]
    while last.is_space and last.i > verb.i:
        last = last.nbor(-1)
    return not last.is_punct and child(verb, "nsubj") is not None


def _passive_conjunct(verb: Token) -> bool:
    """A second participle shares the auxiliary of the first ("was arrested and charged"), also where it looks like a
    past tense ("was airlifted to Lisbon and transferred to a clinic"), or that of a copula ("was ill and transferred").
    """
    head = verb.head
    if verb.tag_ == "VBN":
        return is_passive(head) or (head.lemma_ == "be" and head.pos_ in ("AUX", "VERB"))
    needy = verb.lemma_.lower() in word_class("transitive") and child(verb, "dobj", "ccomp") is None
    return verb.tag_ == "VBD" and needy and is_passive(head)
