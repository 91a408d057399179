"""Events of one scene: ties that rest on what the events are, besides how their clauses hang together.

"Friday's blast killed five", "flew to X to meet them", "entered the hall and shot the guard", "withdrew the troops
stationed in X".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import finite_tag, moves_on, opens_with_adjunct, scheduling, words
from kg.docs_to_claims.events.anchors.ties import COMPLEMENTS, HARM, Finder, Tie
from kg.docs_to_claims.events.syntax import child, is_passive
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon


def caused(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Friday's blast killed five people": the harm is done when and where the blast is."""
    if t.sense.type not in HARM or t.sense.pos != "verb":
        return
    for c in children(t.token):
        if c.dep_ == "nsubj" and c.pos_ == "NOUN" and c.i in by_token:
            yield Tie(t.token.i, by_token[c.i])
            yield Tie(by_token[c.i], t.token.i)


def purposes(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Flew to X on Friday to meet them": whom one goes to meet one meets where one goes."""
    verb = t.token
    going = verb.head
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb))
    if verb.dep_ not in ("advcl", "xcomp") or not to or going.i not in by_token or t.sense.type != "consult":
        return
    if going.lemma_.lower() in words("goes") and any(c.dep_ == "prep" and c.lower_ == "to" for c in children(going)):
        yield Tie(t.token.i, by_token[going.i])


def asked(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "is due to ask the court to free him on Monday": the day is that of the act that is due."""
    asking = t.token.head
    due = asking.head
    if t.token.dep_ not in ("xcomp", "ccomp") or asking.i not in by_token or asking.dep_ != "xcomp":
        return
    if due.lemma_.lower() in scheduling():
        yield Tie(by_token[asking.i], t.token.i, place=False, exact=True)


def arrived(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "entered the hall and shot the guard": who goes somewhere does there what follows."""
    verb = t.light or t.token
    going = verb.head
    if verb.dep_ != "conj" or going.i not in by_token or t.sense.type in ("movement", "retreat") or moves_on(verb):
        return
    if child(verb, "nsubj", "nsubjpass") is not None or finite_tag(verb) != finite_tag(going):
        return
    lemma = going.lemma_.lower()
    if going.tag_ == "VBG" and lemma in words("whereabouts") and t.sense.type in HARM | {"contest"}:
        yield Tie(t.token.i, by_token[going.i], time=False)  # "was driving on the road and struck her"
        return
    led = lemma in words("goes") and any(c.dep_ == "prep" and c.lower_ in words("directional") for c in children(going))
    if led or (lemma in ("enter", "storm", "board", "raid", "visit") and child(going, "dobj") is not None):
        yield Tie(t.token.i, by_token[going.i], time=False)


def parallel(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "One was killed and ten were injured in X on Friday", "two were injured and one killed in X"."""
    verb = t.token
    first = verb.head
    if verb.dep_ != "conj" or first.i not in by_token or moves_on(verb) or opens_with_adjunct(verb):
        return
    both = {verb.lemma_.lower(), first.lemma_.lower()} <= words("harmed")
    suffered = is_passive(first) or first.lemma_ == "die"
    if both and suffered and not any(c.dep_ in COMPLEMENTS for c in children(first) if c.i > first.i):
        yield Tie(by_token[first.i], t.token.i)


def stationed(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "withdrew the troops stationed in X": what is withdrawn is withdrawn from where it is."""
    troops = child(t.token, "dobj", "nsubjpass")
    if t.sense.type != "retreat" or troops is None:
        return
    for c in children(troops):
        if c.dep_ == "acl" and c.i in by_token and c.lemma_.lower() in words("lies"):
            yield Tie(t.token.i, by_token[c.i], time=False)


def attendant(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Lost in X on Friday, with Ruiz beating Berg": an absolute construction, part of what happens."""
    verb = t.token
    link = verb.head if verb.dep_ == "pcomp" else verb.head.head if verb.dep_ == "acl" else verb
    absolute = link.lower_ == "with" and link.dep_ == "prep" and verb.tag_ == "VBG"
    main = link.head
    if absolute and link.i and link.nbor(-1).text == "," and main.i in by_token:
        placed = any(c.dep_ == "prep" and c != link and c.lower_ in words("locative") for c in children(main))
        yield Tie(t.token.i, by_token[main.i], place=placed)


def where(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "the building where she was questioned and then arrested": "where" holds over both."""
    verb = t.light or t.token
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "relcl" or first.i not in by_token or child(verb, "nsubj", "nsubjpass"):
        return
    if any(c.tag_ == "WRB" and c.lower_ == "where" for c in children(first)):
        yield Tie(t.token.i, by_token[first.i], time=False)


def found(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "rescued them after they were found drifting off Porto": they are rescued where they are found."""
    finding = t.token
    if (
        finding.lemma_.lower() not in lexicon("same_event")["scene"]["finds"]
        or not is_passive(finding)
        or finding.dep_ != "advcl"
    ):
        return
    state = child(finding, "xcomp")
    if state is not None and state.tag_ == "VBG" and state.i in by_token:
        yield Tie(t.token.i, by_token[state.i], time=False)
    saving = finding.head
    after = any(c.dep_ == "mark" and c.lower_ in ("after", "when") for c in children(finding))
    if after and saving.i in by_token and saving.lemma_.lower() in lexicon("same_event")["scene"]["saves"]:
        yield Tie(by_token[saving.i], t.token.i, time=False)


FINDERS = (
    Finder(caused),
    Finder(purposes, frozenset({"advcl", "xcomp"})),
    Finder(asked, frozenset({"xcomp", "ccomp"})),
    Finder(arrived, frozenset({"conj"})),
    Finder(parallel, frozenset({"conj"})),
    Finder(stationed),
    Finder(attendant),
    Finder(where, frozenset({"conj"})),
    Finder(found, frozenset({"advcl"})),
)
