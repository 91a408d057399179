"""Does a clause look back or ahead? The verb that governs a time expression decides which Friday is meant."""

from __future__ import annotations

from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from kg.articles_to_docs.tree import children
from kg.ontology import lexicon

Tense = Literal["past", "present", "future"]

_DEPTH = 12  # heads above an expression that can still govern it


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("times")["tense"][name])


def tense(doc: Doc, start: int, end: int, *, headline: bool = False) -> Tense | None:
    """The tense of the verb governing the words at these character offsets; None if no verb does.

    "present" is a present tense that is not a report ("the trial opens on Monday"); headlines use it for the past.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    before = [t.lower_ for t in doc[max(0, span.start - 2) : span.start]]
    if before[-1:] == ["since"]:
        return "past"
    found = _governed(span.root, headline)
    return "past" if found == "present" and before == ["as", "of"] else found


def _governed(token: Token, headline: bool) -> Tense | None:
    path: list[Token] = []
    for _ in range(_DEPTH):
        if token.pos_ in ("VERB", "AUX") or token.lemma_ in ("due", "likely", "unlikely", "set"):
            found = _judge(token, path, headline)
            if found:
                return found
            if token.dep_ == "ccomp" and token.tag_ in ("VBZ", "VBP"):
                return None  # what is said in the present is not dated by the saying
        elif token.lemma_ in _words("ahead_nouns") and path:
            return "future"
        elif token.lower_ in ("with", "despite") and any(t.pos_ == "NOUN" for t in path):
            # "With the adoption on Thursday, …": done by then; "will go on with a vote on Thursday" is still to come
            behind = token.i > token.head.i and _governed(token.head, headline) == "future"
            return "future" if behind else "past"
        if token.head == token:
            return None
        path.append(token)
        token = token.head
    return None


def _judge(verb: Token, path: list[Token], headline: bool) -> Tense | None:
    helpers = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    perfect = any(h.lemma_ == "have" and h.tag_ in ("VB", "VBP", "VBZ", "VBD", "VBG") for h in helpers)
    modal = next((h for h in helpers if h.tag_ == "MD"), None)
    if modal is not None:
        denied = any(c.dep_ == "neg" for c in children(verb))
        if perfect or (denied and modal.lower_ in ("could", "would")):
            return "past"
        return "future" if modal.lower_ in _words("future_modals") else "present"
    if any(h.lower_ == "to" for h in helpers):
        return _infinitive(verb, headline)
    ahead = _leads_ahead(verb, path)
    if verb.tag_ == "VBN" or verb.pos_ == "ADJ" or verb.lemma_ == "due":
        finite = next((h for h in helpers if h.tag_ in ("VBD", "VBZ", "VBP")), None)
        if ahead:
            return "future"
        if not helpers and verb.dep_ in ("acl", "pcomp", "amod", "advcl"):
            return "past"
        if perfect or (finite is not None and finite.tag_ == "VBD"):
            return "past"
        return None if finite is None else ("past" if headline else "present")
    if verb.tag_ == "VBG":
        finite = next((h for h in helpers if h.tag_ in ("VBD", "VBZ", "VBP")), None)
        if perfect:
            return "past"
        return None if finite is None else "past" if finite.tag_ == "VBD" else "future"
    if verb.tag_ == "VBD":
        return "future" if ahead else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        unchanging = verb.tag_ == "VBP" and verb.lemma_ in _words("unchanging")
        if headline or unchanging or verb.lemma_ in _words("reporting"):
            return "past"
        if verb.lemma_ in _words("prospective"):
            return "future"
        nominal = any(t.pos_ in ("NOUN", "PROPN") for t in path[1:]) or (
            path[:1] and path[0].dep_ in ("compound", "nmod", "poss")
        )
        return None if nominal else "present"
    return None


def _infinitive(verb: Token, headline: bool) -> Tense | None:
    """Whether "to meet" lies ahead: if what governs it plans or wants, or nothing does ("Minister to meet unions")."""
    head = verb.head
    if head == verb:
        return "future"
    if verb.dep_ == "advcl" and head.lemma_ not in _words("prospective"):
        return None  # a purpose shares the time of its main verb
    if (
        head.lemma_ in _words("prospective")
        or head.lemma_ == "be"
        or head.lower_ in ("going", "due", "set", "scheduled")
    ):
        return "future"
    if verb.dep_ in ("acl", "relcl") and (verb.tag_ == "VBN" or head.lemma_ in _words("prospective_nouns")):
        return "future"
    return "future" if headline and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") else None


def _leads_ahead(verb: Token, path: list[Token]) -> bool:
    """The expression hangs on the verb's own "for", "to" or "until": "postponed to July", "set for Tuesday"."""
    if verb.lemma_ in _words("proclaiming"):
        return _is_proclaimed(verb, path)
    if verb.lemma_ not in _words("dated_ahead"):
        return False
    if any(t.pos_ == "VERB" for t in path):
        return False  # "called it a success, pointing to the attack of 3 May"
    link = next((t for t in reversed(path) if t.dep_ == "prep" or t.pos_ in ("ADP", "SCONJ")), None)
    fixed = (verb.tag_ == "VBN" or verb.lemma_ == "due") and verb.lemma_ in _words("fixed_ahead")
    if link is None:
        return fixed
    return link.lower_ in ("for", "from", "to", "until", "till") or (fixed and link.lower_ in ("on", "in", "at", "by"))


def _is_proclaimed(verb: Token, path: list[Token]) -> bool:
    """Whether the day is what is proclaimed: "declared Friday a holiday", not "declared a truce on Friday"."""
    if not path or path[0].i < verb.i or any(t.dep_ == "prep" for t in path):
        return False
    following = path[0].nbor() if path[0].i + 1 < len(path[0].doc) else path[0]
    return path[-1].dep_ in ("dobj", "nsubj", "oprd", "attr") or following.lower_ in ("a", "an")
