"""Who does what a verb tells: its subject, also where the tree leaves it implicit."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax.control import asked_of, is_purpose, is_result, is_voiced, made_to, object_control
from kg.docs_to_claims.events.syntax.relatives import author_of, does_it, due, happened_in, message_of, performed
from kg.docs_to_claims.events.syntax.repairs import (
    broken_off,
    claimed,
    drawn_in,
    is_headed,
    modifies,
    possessed,
    runs_on,
    stranded,
    swallowed,
    taken_up,
    told_of,
)
from kg.docs_to_claims.events.syntax.trees import (
    SUBJECTS,
    antecedent,
    child,
    is_infinitive,
    partner,
    preposition_objects,
)
from kg.docs_to_claims.events.syntax.voices import is_passive

_CONTENT = frozenset({"of", "for", "from", "into", "to", "against"})
"""Prepositions whose gerund tells what somebody is accused of, barred from, talked into …"""
_GROUNDS = frozenset({"for", "of", "with"})
"""Prepositions whose gerund tells what somebody is blamed, thanked or punished for."""


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The surface or understood subject: of the clause, of its first conjunct, or of the clause that controls it."""
    if depth > 6:
        return None
    before = [c for c in children(verb) if c.dep_ in SUBJECTS and c.i < verb.i]
    own = (before[0] if runs_on(before) else before[-1]) if before else child(verb, "nsubj", "nsubjpass")
    if modifies(verb):
        return None
    if own is not None:
        if partner(verb) is not None:
            return subject(verb.head, depth + 1)
        return claimed(verb) or antecedent(own)
    if swallowed(verb):
        return None
    head = verb.head
    if head == verb:
        return stranded(verb) or broken_off(verb)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return possessed(verb) or drawn_in(verb) or subject(taken_up(verb), depth + 1)
    if (made := made_to(verb)) is not None:
        return antecedent(made)
    if is_headed(verb):
        return head
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.dep_ == "acl" and head.lemma_.lower() in word_class("intentions"):
            return owner(head, depth + 1)
        if (message := message_of(verb)) is not None:
            return message
        if (author := author_of(verb)) is not None:
            return subject(author, depth + 1)
        return head if verb.tag_ in ("VBG", "VBN") or child(verb, "aux") is None or does_it(verb) else None
    if (asked := asked_of(verb)) is not None:
        return antecedent(asked)
    if verb.dep_ == "ccomp" and (told := told_of(verb) or broken_off(verb)) is not None:
        return told
    infinitive = verb.dep_ == "xcomp" or is_infinitive(verb)
    if verb.dep_ in ("xcomp", "ccomp") and infinitive and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _controller(verb, head, depth)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN", "VB") and head.pos_ in ("VERB", "AUX"):
        if (told := due(verb) or performed(verb)) is not None:
            return told
        if (inner := happened_in(verb)) is not None:
            return subject(inner, depth + 1)
        if is_result(verb) or is_purpose(verb):
            return next((t for p, t in preposition_objects(head) if p == "by"), None)
        return subject(head, depth + 1)
    if verb.dep_ == "pcomp" and head.head != head:
        return _of_preposition(head, depth)
    return None


def _of_preposition(prep: Token, depth: int) -> Token | None:
    governor = prep.head
    lemma, name = governor.lemma_.lower(), prep.lower_
    if governor.pos_ in ("VERB", "AUX"):
        if name == "by" and is_passive(governor) and prep.i > governor.i:
            return None  # "data collected by tagging whales": whoever collected it
        charged = name in _CONTENT and lemma in object_control()
        judged = name in _GROUNDS and lemma in word_class("judging")
        if charged or judged:
            return _affected(governor) or (None if judged else subject(governor, depth + 1))
        return subject(governor, depth + 1)
    if governor.pos_ == "ADJ":
        return subject(governor.head, depth + 1) if governor.dep_ in ("acomp", "oprd") else None
    if governor.pos_ == "NOUN" and name in ("of", "for") and lemma in word_class("intentions"):
        return owner(governor, depth + 1)
    return None


def _affected(verb: Token) -> Token | None:
    found = child(verb, "dobj", "nsubjpass")
    if found is None and verb.dep_ == "acl" and is_passive(verb):
        return verb.head
    return antecedent(found) if found is not None else None


def owner(noun: Token, depth: int = 0) -> Token | None:
    """Whose plan, bid or right a noun names: its possessor, whom "of" names, else who has, makes or drops it."""
    possessor = child(noun, "poss")
    if possessor is not None:
        return antecedent(possessor)
    of = next((t for p, t in preposition_objects(noun) if p in ("of", "for", "by") and t.dep_ == "pobj"), None)
    if of is not None:
        return of
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.lemma_ == "be":
        return subject(verb.head, depth + 1)  # "was in talks to sell the plant"
    if noun.dep_ != "dobj" or verb.pos_ not in ("VERB", "AUX") or is_passive(verb):
        return None
    if child(verb, "dative") is not None:
        return child(verb, "dative")
    return subject(verb, depth + 1) if verb.lemma_.lower() in word_class("owning") else None


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    lemma = head.lemma_.lower()
    if lemma in word_class("means") and is_passive(head):
        return None  # "the code can be used to open the file": whoever uses it
    if (lemma in object_control() and not is_voiced(verb)) or lemma in word_class("holding"):
        controlled = child(head, "dobj", "nsubjpass")
        if controlled is not None:
            return controlled
        through = next((p for c in children(head) if c.dep_ == "prep" and (p := child(c, "pobj")) is not None), None)
        if through is not None and lemma == "call":
            return through
    if verb.tag_ == "VBG" and lemma in word_class("of_anybody"):
        return None  # "the law bans selling arms": whoever sells them
    if head.pos_ == "ADJ":
        copula = head.head if head.dep_ in ("acomp", "attr", "oprd") else head
        return subject(copula, depth + 1) if copula != head else child(head, "nsubj")
    return subject(head, depth + 1)
