"""The plain relations of a dependency tree: children, coordinations, objects, prepositions.

Labels are spaCy's English ones (ClearNLP style, as in Choi & Palmer 2012, "Guidelines for the CLEAR style
constituent to dependency conversion").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})
_TWICE = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_WH = RELATIVE | {"WRB", "IN"}
_ONWARD = frozenset({"back", "away", "home", "over", "off", "forward"})
"""Adverbs that lead a direction on: "sent it back to parliament"."""


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    for c in children(token):
        if c.dep_ in deps:
            return c
    return None


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and everything coordinated with it, in order."""
    yield token
    for c in children(token):
        if c.dep_ == "conj" and not _begins_anew(token, c):
            yield from conjuncts(c)


def _begins_anew(first: Token, second: Token) -> bool:
    """Whether a semicolon parts two nouns: what follows it is told apart."""
    if first.pos_ in ("VERB", "AUX") or second.left_edge.i - first.i < 2:
        return False
    return any(t.text == ";" for t in first.doc[first.i + 1 : second.left_edge.i])


def coordination(token: Token) -> list[Token]:
    """The token with all it is coordinated with, from the first conjunct on."""
    while token.dep_ == "conj":
        token = token.head
    return list(conjuncts(token))


def objects(verb: Token) -> list[Token]:
    """The direct object of the verb, if it has one."""
    own = child(verb, "dobj")
    if own is None:  # "boats which, he said, both states turned away": of two subjects the pronoun is the object
        doers = [c for c in children(verb) if c.dep_ == "nsubj"]
        own = doers[0] if len(doers) > 1 and doers[0].tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else None
        own = own if own is not None or not doers or verb.dep_ != "relcl" else _unspoken(verb)
    own = own if own is not None or verb.dep_ != "acl" else unmarked(verb)
    own = own if own is not None else _counted(verb) or _named(verb)
    if own is not None and own.i > verb.i and _announced(verb, own):
        return []
    return [] if own is None else [antecedent(own)]


def _unspoken(verb: Token) -> Token | None:
    """The noun that a relative clause without a pronoun is about, where nothing else is its object ("the music it
    sells"); not the day or the way something was done.
    """
    if verb.head.lemma_.lower() in word_class("adverbial") or child(verb, "ccomp", "xcomp", "auxpass", "acomp", "attr"):
        return None
    before = verb.doc[verb.left_edge.i : verb.i]
    if any(t.tag_ in _WH for t in before) or any(c.dep_ == "prep" and not _has_object(c) for c in children(verb)):
        return None
    return verb.head if verb.head.pos_ in ("NOUN", "PROPN") and verb.lemma_ != "be" else None


def unmarked(participle: Token) -> Token | None:
    """The noun that a relative clause without a pronoun is about, where the parser takes its verb for a participle of
    its subject ("the deal Ruiz signed in May collapsed": two subjects in a row).
    """
    noun = participle.head
    if participle.tag_ != "VBN" or participle.i != noun.i + 1:
        return None
    if noun.dep_ not in _TWICE or child(participle, "agent", "auxpass", "dobj") is not None:
        return None
    if noun.pos_ != "PROPN" and child(noun, "det", "poss") is None:
        return None
    start = noun.left_edge.i
    before = [c for c in children(noun.head) if c.dep_ == noun.dep_ and c.right_edge.i == start - 1]
    if not before or noun.doc[start - 1].is_punct or child(before[0], "acl", "relcl") is not None:
        return None
    return before[0] if before[0].pos_ in ("NOUN", "PROPN") else None


def _has_object(preposition: Token) -> bool:
    return any(c.dep_ in ("pobj", "pcomp", "prep") for c in children(preposition))


def _counted(verb: Token) -> Token | None:
    """The object of a verb where the parser takes its "up to" for a direction ("kidnapped up to 16 aid workers")."""
    number = verb.i + 3
    if number >= len(verb.doc) or (verb.nbor(1).lower_, verb.nbor(2).lower_) != ("up", "to"):
        return None
    count = verb.doc[number]
    return (
        count.head
        if count.dep_ == "nummod" and count.head.pos_ in ("NOUN", "PROPN") and count.head.i > number
        else None
    )


def _named(verb: Token) -> Token | None:
    """Whom somebody is named as something, where the parser takes the name for what they are named ("named Ana Ruiz
    as its chief").
    """
    name = child(verb, "oprd")
    post = any(c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i for c in children(verb))
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in children(verb))
    return name if name is not None and post and not passive and name.pos_ == "PROPN" else None


def _announced(verb: Token, thing: Token) -> bool:
    """Whether a colon after the verb's own phrase parts a noun from it ("Seals pine for fish: Norpress meets Ruiz")."""
    between = verb.doc[verb.i + 1 : thing.i]
    return any(t.text == ":" for t in between) and len([t for t in between if t.pos_ in ("NOUN", "PROPN")]) > 0


def preposition_objects(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, object) pairs under a verb or noun; "out of" gives "out of", agents give "by"."""
    for prep in children(token):
        if prep.dep_ == "advmod" and prep.lower_ in _ONWARD:
            yield from preposition_objects(prep)
        elif prep.dep_ == "agent" or (prep.dep_ in ("prep", "dative") and prep.pos_ in ("ADP", "SCONJ", "VERB")):
            name = "by" if prep.dep_ == "agent" else prep.lower_
            for inner in children(prep):
                if inner.dep_ in ("pobj", "pcomp"):
                    yield name, inner
                elif inner.dep_ == "prep":
                    for deep in children(inner):
                        if deep.dep_ == "pobj":
                            yield f"{name} {inner.lower_}", deep


def partner(verb: Token) -> Token | None:
    """With whom the verb over an infinitive is done, where the parser takes them for the infinitive's subject ("met
    with Ruiz in Alder to discuss it").
    """
    if (
        verb.dep_ != "advcl"
        or not is_infinitive(verb)
        or not any(c.dep_ == "mark" and c.lower_ == "with" for c in children(verb))
    ):
        return None
    return child(verb, "nsubj")


def ancestors(token: Token) -> Iterator[Token]:
    """The token's heads, nearest first."""
    while token.head != token:
        token = token.head
        yield token


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has its own "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb))


def antecedent(token: Token) -> Token:
    """A relative pronoun's noun; any other token itself."""
    if token.tag_ in RELATIVE:
        verb = token.head
        if verb.dep_ == "ccomp" and verb.head.i < token.i:
            return token  # "asked who was hurt": nobody that is told before
        for _ in range(4):
            if verb.dep_ == "relcl":
                return _somebody(verb.head) if token.lower_ in ("who", "whom") else _something(verb.head, token)
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


def _something(noun: Token, pronoun: Token) -> Token:
    """What "which" takes up where the parser takes a person before it ("Ruiz, the head of Orvo, which won …")."""
    if pronoun.lower_ != "which" or noun.ent_type_ != "PERSON" or pronoun.i < 2 or pronoun.nbor(-1).text != ",":
        return noun
    last = pronoun.nbor(-2)
    near = last.dep_ == "pobj" and last.ent_type_ != "PERSON" and noun.is_ancestor(last)
    return last if near else noun
