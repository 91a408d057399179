"""Subjects that the parser hangs elsewhere: on an opening phrase, on the clause before, on a participle of saying."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax.trees import RELATIVE, child, is_infinitive, unmarked
from kg.ontology import lexicon


def claimed(verb: Token) -> Token | None:
    """The subject that the parser takes for the object of a participle of saying before it, where the clause is what
    they claim ("Groups claiming the vote was rigged met on Monday").
    """
    own = child(verb, "nsubj", "nsubjpass")
    first = min((c.i for c in children(verb) if c.dep_ in ("aux", "auxpass") and c.i < verb.i), default=verb.i)
    saying = None if own is None else child(own, "acl")
    if saying is None or saying.tag_ != "VBG" or saying.lemma_.lower() not in lexicon("none")["saying"]:
        return None
    thing = child(saying, "dobj")
    later = any(
        c.dep_ in ("advcl", "conj") and c.tag_ == "VBD" and child(c, "mark", "cc") is None for c in children(verb)
    )
    return thing if thing is not None and later and thing.right_edge.i == first - 1 else None


def modifies(verb: Token) -> bool:
    """Whether a participle right behind a preposition only says what its noun has undergone ("after drowned boy")."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    thing = child(verb, "dobj")
    bare = child(verb, "aux", "auxpass", "advmod") is None and before.pos_ in ("ADP", "SCONJ")
    return verb.tag_ in ("VBD", "VBN") and bare and thing is not None and thing.left_edge.i == verb.i + 1


def swallowed(verb: Token) -> bool:
    """Whether a clause before a verb, without a comma, has taken its subject in ("once it moved on the court met")."""
    before = [c for c in children(verb) if c.dep_ == "advcl" and c.right_edge.i == verb.i - 1]
    return bool(before) and verb.tag_ in ("VBD", "VBZ", "VBP") and before[0].i < verb.i


def drawn_in(verb: Token) -> Token | None:
    """The subject that the parser joins to the object before it ("had work done and scaffolding was put up")."""
    helpers = [c.i for c in children(verb) if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    last = verb.doc[min([*helpers, verb.i]) - 1]
    joined = last.dep_ == "conj" and last.head.dep_ in ("dobj", "pobj") and verb.head.is_ancestor(last)
    if not joined or not helpers or child(verb, "aux", "auxpass") is None or last.left_edge.i == 0:
        return None
    return last if last.left_edge.nbor(-1).dep_ == "cc" else None


def runs_on(subjects: list[Token]) -> bool:
    """Whether the last of two subjects only ends the phrase of the first ("The roof … in the capital Rome burned")."""
    if len(subjects) < 2 or subjects[-1].tag_ in RELATIVE or subjects[-1].pos_ == "PRON":
        return False
    told = child(subjects[-1], "acl")
    if told is not None and unmarked(told) is not None:
        return True  # "the deal Ruiz signed in May collapsed"
    if _goes_on(subjects[-2], subjects[-1]):
        return True
    before = subjects[-1].left_edge.nbor(-1)
    if (
        before.lower_ in ("and", "or") and before.i > 1 and before.nbor(-1).text == ","
    ):  # "wins in Oslo, Rome, and Bern"
        listed = before.nbor(-2)
        alike = listed.ent_type_ == subjects[-1].ent_type_ != ""
        return alike and listed.dep_ == "conj" and subjects[-2].is_ancestor(listed)
    return before.pos_ in ("NOUN", "PROPN") and subjects[-2].is_ancestor(before)


def _goes_on(first: Token, second: Token) -> bool:
    """Whether "and" joins a second subject of a verb in the singular to the end of a relative clause ("A warden who
    stole to buy horses and a tub has been jailed").
    """
    verb, link = second.head, second.left_edge.i - 1
    if verb.doc[link].lower_ != "and" or child(first, "relcl") is None:
        return False
    return any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "is", "was", "does") for c in children(verb))


def told_of(verb: Token) -> Token | None:
    """The subject of a that-clause without "that", which the parser takes for the object of the verb of saying
    ("reported the storm in the bay had grown").
    """
    head = verb.head
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in children(verb))
    thing = child(head, "dobj")
    if not finite or child(verb, "mark") is not None or thing is None or not head.i < thing.i < verb.i:
        return None
    return thing if thing.right_edge.i == verb.left_edge.i - 1 else None


def is_headed(verb: Token) -> bool:
    """Whether an infinitive is all the name over it has for a verb, as in headlines ("Norland to close two plants")."""
    head = verb.head
    hung = verb.dep_ in ("acl", "relcl", "xcomp") and head.dep_ == "ROOT" and head.pos_ == "PROPN"
    return hung and is_infinitive(verb) and head.i < verb.i and child(verb, "auxpass") is None


def stranded(verb: Token) -> Token | None:
    """The subject that the parser hangs on the opening phrase before it ("On Friday, in Lisbon, a truck and a bus
    collided"): a noun with an article, set behind a comma and right before a finite verb that has no subject.
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or child(verb, "csubj", "expl", "ccomp"):
        return None
    helpers = [c.i for c in children(verb) if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    last = min([*helpers, verb.i]) - 1
    if last < 0 or verb.doc[last].sent != verb.sent:
        return None
    noun = verb.doc[last]
    for _ in range(8):
        opens = noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ","
        if noun.dep_ == "appos" and opens and child(noun, "det", "poss", "nummod") is not None:
            return noun
        if noun.dep_ == "ROOT":
            break
        noun = noun.head
    return None


def broken_off(verb: Token) -> Token | None:
    """The subject that dashes or a quotation mark part from its verb ("Ruiz – who lost – quit", "Ruiz ‘quit’"),
    or that the parser takes for the end of an opening phrase ("According to Orvo over 40 workers have died").
    """
    helpers = [c.i for c in children(verb) if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i]
    at, start = min([*helpers, verb.i]) - 1, verb.sent.start
    if at <= start or verb.tag_ == "VBG":
        return None
    last = verb.doc[at]
    if last.text in _QUOTES and (name := last.nbor(-1)).pos_ == "PROPN" and name.dep_ in ("appos", "pobj", "dobj"):
        return name
    if last.text in _DASHES:
        opening = next((i for i in range(at - 1, start, -1) if verb.doc[i].text in _DASHES), start)
        name = verb.doc[opening - 1] if opening > start else last
        return name if name.pos_ in ("PROPN", "NOUN") and name.dep_ in ("nsubj", "nsubjpass") else None
    counted = (
        last.dep_ == "pobj" and last.head.lower_ in ("over", "about", "around") and last.head.head.lower_ == "according"
    )
    return last if counted and child(last, "nummod") is not None else None


_QUOTES = frozenset("\"“‘'") | {"``"}
_DASHES = frozenset({"-", "–", "—", "--"})


def possessed(verb: Token) -> Token | None:
    """The subject of a relative clause with "whose" that the parser hangs on the noun before it ("Liga, whose head,
    Ana Ruiz, accused …").
    """
    for i in range(verb.i - 1, verb.sent.start, -1):
        token = verb.doc[i]
        if token.pos_ in ("VERB", "AUX"):
            return None
        if token.dep_ == "appos" and any(c.dep_ == "poss" and c.tag_ == "WP$" for c in children(token)):
            return token
    return None


def taken_up(verb: Token) -> Token:
    """The verb that a second one goes on from: not the one of a clause whose helper it cannot share ("said prices will
    fall and closed two plants").
    """
    head = verb.head
    told = head.dep_ == "ccomp" and head.head.pos_ == "VERB" and head.head.tag_ == "VBD" and head.head.i < head.i
    alone = verb.tag_ == "VBD" and child(verb, "aux", "auxpass") is None
    helped = any(c.dep_ == "aux" and c.lemma_ not in ("be", "to") for c in children(head))
    return head.head if told and alone and helped and head.tag_ in ("VB", "VBG", "VBN") else head
