"""Verbs that only say of an event that it happens: "the talks, held in X", "the trial is set to begin on Friday",
"started supporting them".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load

_DUE = frozenset({"due", "likely", "certain", "sure"})


def carriers(triggers: Sequence[Trigger], by_token: Mapping[int, int]) -> dict[int, int]:
    """Each such verb to the trigger of its noun, so that what hangs on the verb belongs to the event."""
    nouns = [t.token for t in triggers if t.sense.pos == "noun"]
    out = {verb.i: noun.i for noun in nouns for verb in _verbs(noun) if verb.i not in by_token}
    for t in triggers:
        verb = t.light or t.token
        if verb.dep_ == "xcomp" and verb.head.i not in by_token and _is_phase(verb.head):
            out.setdefault(verb.head.i, t.token.i)
    return out


def _is_phase(verb: Token) -> bool:
    """Whether a verb only tells the beginning, end or manner of what its complement tells: "started supporting"."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in load().carrying | load().raising


def _verbs(noun: Token) -> Iterator[Token]:
    lexicon = load()
    for c in children(noun):
        lemma = c.lemma_.lower()
        held = c.dep_ == "acl" and c.tag_ == "VBN" and lemma in lexicon.light
        happened = c.dep_ == "relcl" and lemma in lexicon.light | lexicon.happen and _is_of_event(c)
        if held or happened:
            yield c
    if noun.dep_ not in ("nsubj", "nsubjpass") or noun.head.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    above = noun.head
    lemma = above.lemma_.lower()
    if above.pos_ == "VERB" and lemma in lexicon.happen:
        yield above
    denied = child(above, "neg") is not None  # "protests are not reported in Alva"
    if lemma in lexicon.raising | lexicon.expecting | _DUE and not denied and not _is_said(above):
        inner = child(above, "xcomp")
        if inner is None:
            yield above  # "a verdict is expected in May"
        elif _happens(inner):
            yield above
            yield inner


def _is_said(verb: Token) -> bool:
    """Whether somebody expects something of the event's noun: "the court is expected" is passive; "the trial hopes"."""
    passive = any(c.dep_ in ("auxpass", "cop") or c.lemma_ == "be" for c in children(verb))
    return not passive and verb.dep_ != "acomp" and verb.lemma_.lower() not in ("set", "due")


def _happens(verb: Token) -> bool:
    """As in "to begin", "to take place", "to be held"."""
    lemma, lexicon = verb.lemma_.lower(), load()
    held = lemma in lexicon.light and child(verb, "auxpass") is not None
    takes_place = lemma == "take" and any(c.dep_ == "dobj" and c.lower_ == "place" for c in children(verb))
    return lemma in lexicon.happen or held or takes_place


def _is_of_event(clause: Token) -> bool:
    """Whether the relative word is what happens or is held: "which took place", "that was held"."""
    return any(c.tag_ == "WDT" and c.dep_ in ("nsubj", "nsubjpass") for c in children(clause))
