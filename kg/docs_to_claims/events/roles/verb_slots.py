"""The grammatical slots of a verb: its subject, objects and complements by name, also where a conjunct shares them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax import (
    RELATIVE,
    SUBJECTS,
    child,
    is_passive,
    object_control,
    objects,
    partner,
    preposition_objects,
    subject,
)

Slot = tuple[str, Token]
"""A grammatical slot and the head token that fills it."""

_AROUND = frozenset({"with", "after", "before", "since", "while", "despite", "without", "by", "until", "upon"})
"""Prepositions whose gerund tells what went on around an act, and not what the act is about."""
_TOGETHER = frozenset({"along with", "together with"})


def verb_slots(verb: Token) -> Iterator[Slot]:
    """The filled slots of a verb or predicative adjective: subject, object, dative, clause and one per preposition."""
    doer = subject(verb)
    passive = is_passive(verb)
    given = passive and verb.lemma_.lower() in word_class("giving") and child(verb, "dobj") is not None
    first = "dative" if given else "object" if passive else "subject"  # "she was awarded a prize"
    for one in [*_first_half(verb, doer), doer, *_besides(verb)] if doer is not None else ():
        yield first, one
    if verb.pos_ == "ADJ" and verb.dep_ in ("acomp", "oprd"):
        made = objects(verb.head)  # "shot him dead"
        copula = made[0] if made else subject(verb.head)
        if copula is not None:
            yield "subject", copula
    for thing in [*objects(verb), *_affected(verb), *_shared(verb)]:
        yield ("object" if not passive or given or doer is None else "second object"), thing
    receiver = child(verb, "dative")
    if receiver is not None and receiver.pos_ != "ADP":
        yield "dative", receiver
    for name, token in preposition_objects(verb):
        if name == "with" and (token.lemma_.lower() in word_class("phrasal") or _in_a_scene(token)):
            continue
        if token.dep_ == "pcomp":
            if name not in _AROUND:
                yield "clause", token
        elif name in _TOGETHER:
            yield ("subject" if doer is not None and not passive and not objects(verb) else "object"), token
        elif name != "by" or passive or doer is None:  # "passed by 47 votes": a measure
            yield name, token
    yield from (("with", other) for c in children(verb) if c.dep_ == "advcl" and (other := partner(c)) is not None)
    if passive:
        yield from (("by", token) for token in _ordering(verb))
    clause = child(verb, "xcomp", "ccomp")
    if clause is not None:
        yield "clause", clause


def _in_a_scene(noun: Token) -> bool:
    """Whether "with" brings in what goes on beside ("left, with supporters cheering"), and not a partner."""
    beside = noun.head.i > 0 and noun.head.nbor(-1).text == ","
    if beside and noun.tag_ in ("NN", "NNS") and any(c.lower_ == "in" and c.i == noun.i + 1 for c in children(noun)):
        return True  # "won, with ten seats in doubt"
    doing = [c for c in children(noun) if c.dep_ == "acl" and c.tag_ in ("VBG", "VBN")]
    return any(beside or (c.tag_ == "VBG" and c.i == noun.i + 1) for c in doing)


def _besides(verb: Token) -> list[Token]:
    """Who is added to the subject at the end of the clause ("Berg was elected, as well as Ruiz"), where there is no
    object to add to.
    """
    if child(verb, "dobj") is not None:
        return []
    added = [c for c in children(verb) if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") and c.i > verb.i]
    return [c for c in added if verb.doc[c.left_edge.i - 3 : c.left_edge.i].text.lower() == "as well as"]


def _first_half(verb: Token, doer: Token) -> list[Token]:
    """The first of two subjects that "and" joins, where the parser takes them for two ("A of N and B's C were …")."""
    found = [c for c in children(verb) if c.dep_ in SUBJECTS and c.i < doer.i and c.tag_ not in RELATIVE]
    if doer.head != verb:
        return []
    if not found:
        return _correlate(doer)
    first = found[-1]
    if first.tag_ == "NN" and doer.ent_type_ == "PERSON" and child(first, "det", "poss", "prep") is None:
        return []  # "US singer and actor Ana Ruiz" is one person
    joined = any(t.dep_ == "cc" and t.lower_ == "and" for t in verb.doc[first.i : doer.left_edge.i])
    return [first] if joined else []


def _correlate(doer: Token) -> list[Token]:
    """The first of "neither A nor B", where the parser takes B alone for the subject."""
    doc, link = doer.doc, doer.left_edge.i - 1
    if link < max(doer.sent.start, 1) or doc[link].lower_ not in ("nor", "and", "or"):
        return []
    opening = doc[max(doer.sent.start, link - 4) : link - 1]
    return [doc[link - 1]] if any(t.lower_ in ("neither", "both", "either") for t in opening) else []


def _affected(verb: Token) -> list[Token]:
    """Whom a verb acts upon although the parser hangs them on the act asked for ("allowed Berg to leave")."""
    clause = child(verb, "ccomp")
    lemma = verb.lemma_.lower()
    if clause is not None and clause.pos_ == "ADJ" and lemma in word_class("rendering"):
        found = child(clause, "nsubj")  # "made five nurses redundant"
        return [found] if found is not None and found.i > verb.i and child(clause, "aux", "cop", "mark") is None else []
    if clause is None or lemma not in object_control() or lemma in word_class("unaffecting"):
        return []
    bare = clause.tag_ == "VB" and child(clause, "mark") is None
    finite = any(c.dep_ == "aux" and c.lower_ != "to" for c in children(clause))
    found = child(clause, "nsubj")
    return [found] if bare and not finite and found is not None and found.i > verb.i else []


def _shared(verb: Token) -> list[Token]:
    """The object that a verb right before "and" shares with the next ("arrested and charged two men")."""
    if verb.lemma_.lower() not in word_class("transitive") or is_passive(verb) or child(verb, "dobj", "ccomp", "prep"):
        return []
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    partner = next((c for c in children(verb) if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if after.dep_ != "cc" or partner is None or child(partner, "nsubj", "nsubjpass") is not None:
        return []
    return [] if is_passive(partner) else objects(partner)


def _ordering(verb: Token) -> Iterator[Token]:
    """On whose orders a passive act was done ("were deployed on the orders of the minister")."""
    for name, token in preposition_objects(verb):
        if name == "with" and (token.lemma_.lower() in word_class("phrasal") or _in_a_scene(token)):
            continue
        if name in ("on", "at", "under") and token.lemma_.lower() in word_class("orders"):
            yield from (c for c in children(token) if c.dep_ == "poss")
            yield from (t for p, t in preposition_objects(token) if p in ("of", "from", "by"))
