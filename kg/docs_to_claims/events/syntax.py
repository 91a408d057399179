"""Reading dependency trees: who is the subject, the object, the complement — also where the tree leaves it implicit.

Labels are spaCy's English ones (ClearNLP style, as in Choi & Palmer 2012, "Guidelines for the CLEAR style
constituent to dependency conversion").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.ontology import lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
_CONTENT = frozenset({"of", "for", "from", "into", "to", "against"})
"""Prepositions whose gerund tells what somebody is accused of, barred from, talked into …"""


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object does what the to-clause says ("urged her to resign")."""
    return frozenset(lexicon("status")["words"]["object_control"])


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it, in order."""
    yield token
    for c in token.children:
        if c.dep_ == "conj":
            yield from conjuncts(c)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: with an auxiliary, an agent, or as a bare past participle after a noun."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if child(verb, "nsubj") is None and child(verb, "agent") is not None:
        return True  # with a subject, a "by" after the verb is a measure: "passed by 47 votes"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl", "relcl") and child(verb, "aux", "nsubj") is None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The surface or understood subject: of the clause, of its first conjunct, or of the clause that controls it."""
    if depth > 6:
        return None
    before = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    own = before[-1] if before else child(verb, "nsubj", "nsubjpass")
    if own is not None:
        return _antecedent(own)
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subject(head, depth + 1)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head if verb.tag_ in ("VBG", "VBN") or child(verb, "aux") is None else None
    infinitive = verb.dep_ == "xcomp" or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ in ("xcomp", "ccomp") and infinitive and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _controller(head, depth)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN", "VB") and head.pos_ in ("VERB", "AUX"):
        return subject(head, depth + 1)
    if verb.dep_ == "pcomp" and head.head != head:
        return _of_preposition(head, depth)
    return None


def _of_preposition(prep: Token, depth: int) -> Token | None:
    governor = prep.head
    if governor.pos_ in ("VERB", "AUX"):
        if prep.lower_ in _CONTENT and governor.lemma_.lower() in object_control():
            return child(governor, "dobj", "nsubjpass") or subject(governor, depth + 1)
        return subject(governor, depth + 1)
    return None


def _controller(head: Token, depth: int) -> Token | None:
    if head.lemma_.lower() in object_control():
        controlled = child(head, "dobj", "nsubjpass")
        if controlled is not None:
            return controlled
        through = next((p for c in head.children if c.dep_ == "prep" and (p := child(c, "pobj")) is not None), None)
        if through is not None and head.lemma_.lower() == "call":
            return through
    if head.pos_ == "ADJ":
        copula = head.head if head.dep_ in ("acomp", "attr", "oprd") else head
        return subject(copula, depth + 1) if copula != head else child(head, "nsubj")
    return subject(head, depth + 1)


def _antecedent(token: Token) -> Token:
    """A relative pronoun's noun; any other token itself."""
    if token.tag_ in RELATIVE:
        verb = token.head
        for _ in range(4):
            if verb.dep_ == "relcl":
                return verb.head
            if verb.head == verb:
                break
            verb = verb.head
    return token


def coordination(token: Token) -> list[Token]:
    """The token with all it is coordinated with, from the first conjunct on."""
    while token.dep_ == "conj":
        token = token.head
    return list(conjuncts(token))


def objects(verb: Token) -> list[Token]:
    """The direct objects, of the verb or of the conjunct it shares them with ("seize and sell the ship")."""
    own = child(verb, "dobj")
    if own is not None:
        return [_antecedent(own)]
    return []


def preposition_objects(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, object) pairs under a verb or noun; "out of" gives "out of", agents give "by"."""
    for prep in token.children:
        if prep.dep_ == "agent" or (prep.dep_ in ("prep", "dative") and prep.pos_ in ("ADP", "SCONJ", "VERB")):
            name = "by" if prep.dep_ == "agent" else prep.lower_
            for inner in prep.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield name, inner
                elif inner.dep_ == "prep":
                    for deep in inner.children:
                        if deep.dep_ == "pobj":
                            yield f"{name} {inner.lower_}", deep


def ancestors(token: Token) -> Iterator[Token]:
    """The token's heads, nearest first."""
    while token.head != token:
        token = token.head
        yield token
