"""Reading dependency trees: who is the subject, the object, the complement — also where the tree leaves it implicit.

Labels are spaCy's English ones (ClearNLP style, as in Choi & Palmer 2012, "Guidelines for the CLEAR style
constituent to dependency conversion").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.docs_to_claims.events.slot_words import word_class
from kg.ontology import lexicon

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
_CONTENT = frozenset({"of", "for", "from", "into", "to", "against"})
"""Prepositions whose gerund tells what somebody is accused of, barred from, talked into …"""
_GROUNDS = frozenset({"for", "of", "with"})
"""Prepositions whose gerund tells what somebody is blamed, thanked or punished for."""


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object does what the to-clause says ("urged her to resign", "commits the firm to buying")."""
    return frozenset(lexicon("status")["words"]["object_control"]) | word_class("committing")


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    for c in token.children:
        if c.dep_ in deps:
            return c
    return None


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
    if verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return _passive_conjunct(verb)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "advcl", "relcl") and child(verb, "aux", "nsubj") is None


def _passive_conjunct(verb: Token) -> bool:
    """A second participle shares the auxiliary of the first ("was arrested and charged"), also where it looks like a
    past tense ("was airlifted to Lisbon and transferred to a clinic"), or that of a copula ("was ill and transferred").
    """
    head = verb.head
    if verb.tag_ == "VBN":
        return is_passive(head) or (head.lemma_ == "be" and head.pos_ in ("AUX", "VERB"))
    needy = verb.lemma_.lower() in word_class("transitive") and child(verb, "dobj", "ccomp") is None
    return verb.tag_ == "VBD" and needy and is_passive(head)


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
        return _possessed(verb) or subject(head, depth + 1)
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.dep_ == "acl" and head.lemma_.lower() in word_class("intentions"):
            return owner(head, depth + 1)
        return head if verb.tag_ in ("VBG", "VBN") or child(verb, "aux") is None else None
    if (asked := asked_of(verb)) is not None:
        return _antecedent(asked)
    infinitive = verb.dep_ == "xcomp" or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ in ("xcomp", "ccomp") and infinitive and head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return _controller(head, depth)
    if verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN", "VB") and head.pos_ in ("VERB", "AUX"):
        if _is_result(verb):
            return next((t for p, t in preposition_objects(head) if p == "by"), None)
        return subject(head, depth + 1)
    if verb.dep_ == "pcomp" and head.head != head:
        return _of_preposition(head, depth)
    return None


def asked_of(verb: Token) -> Token | None:
    """Who is to do what an infinitive tells behind "demanded from the agency", "appealed to the court"."""
    head = verb.head
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ not in ("advcl", "xcomp") or not infinitive or lexicon("status")["verb"].get(head.lemma_) != "desired":
        return None
    between = [c for c in head.children if head.i < c.i < verb.i and c.dep_ != "punct"]
    if len(between) != 1 or between[0].lower_ not in ("from", "of", "to", "on", "with") or is_passive(head):
        return None
    return child(between[0], "pobj")


def _possessed(verb: Token) -> Token | None:
    """The subject of a relative clause with "whose" that the parser hangs on the noun before it ("Liga, whose head,
    Ana Ruiz, accused …").
    """
    for i in range(verb.i - 1, verb.sent.start, -1):
        token = verb.doc[i]
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.dep_ == "appos" and any(c.dep_ == "poss" and c.tag_ == "WP$" for c in token.children):
            return token
    return None


def _is_result(verb: Token) -> bool:
    """Whether a participle names what a passive act led to: not its subject did that ("was shelled, killing 12")."""
    head = verb.head
    after = verb.tag_ == "VBG" and verb.i > head.i and child(verb, "mark", "prep") is None
    return after and verb.lemma_.lower() in word_class("results") and is_passive(head)


def _of_preposition(prep: Token, depth: int) -> Token | None:
    governor = prep.head
    lemma, name = governor.lemma_.lower(), prep.lower_
    if governor.pos_ in ("VERB", "AUX"):
        charged = name in _CONTENT and lemma in object_control()
        judged = name in _GROUNDS and lemma in word_class("judging")
        if charged or judged:
            return _affected(governor) or (None if judged else subject(governor, depth + 1))
        return subject(governor, depth + 1)
    if governor.pos_ == "NOUN" and name in ("of", "for") and lemma in word_class("intentions"):
        return owner(governor, depth + 1)
    return None


def _affected(verb: Token) -> Token | None:
    found = child(verb, "dobj", "nsubjpass")
    if found is None and verb.dep_ == "acl" and is_passive(verb):
        return verb.head
    return _antecedent(found) if found is not None else None


def owner(noun: Token, depth: int = 0) -> Token | None:
    """Whose plan, bid or right a noun names: its possessor, whom "of" names, else who has, makes or drops it."""
    possessor = child(noun, "poss")
    if possessor is not None:
        return _antecedent(possessor)
    of = next((t for p, t in preposition_objects(noun) if p in ("of", "for", "by") and t.dep_ == "pobj"), None)
    if of is not None:
        return of
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ not in ("VERB", "AUX") or is_passive(verb):
        return None
    if child(verb, "dative") is not None:
        return child(verb, "dative")
    return subject(verb, depth + 1) if verb.lemma_.lower() in word_class("owning") else None


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
                return _somebody(verb.head) if token.lower_ in ("who", "whom") else verb.head
            if verb.head == verb:
                break
            verb = verb.head
    return token


def _somebody(noun: Token) -> Token:
    """Who "who" takes up where the parser takes the place before it ("Ruiz, the mayor of Port Alder, who won …")."""
    found = noun
    for _ in range(6):
        if found.ent_type_ not in ("GPE", "LOC", "FAC"):
            return found if found.pos_ in ("NOUN", "PROPN", "PRON") else noun
        found = found.head.head if found.dep_ == "pobj" else found.head
    return noun


def coordination(token: Token) -> list[Token]:
    """The token with all it is coordinated with, from the first conjunct on."""
    while token.dep_ == "conj":
        token = token.head
    return list(conjuncts(token))


def objects(verb: Token) -> list[Token]:
    """The direct object of the verb, if it has one."""
    own = child(verb, "dobj")
    if own is None:  # "boats which, he said, both states turned away": of two subjects the pronoun is the object
        doers = [c for c in verb.children if c.dep_ == "nsubj"]
        own = doers[0] if len(doers) > 1 and doers[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else None
    return [] if own is None else [_antecedent(own)]


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
