"""Where and when people are, by what else they do there: ties that rest on the meaning of a verb.

"Refused to sign and left X", "arrested as he left X", "signed a truce after talks in X", "attended a ceremony in X on
Friday", "gathered in X to protest", "mugged moments before he spoke", "in a letter sent on Friday, she denounced".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import finite_tag, is_simultaneous, is_told, moves_on, words
from kg.docs_to_claims.events.anchors.ties import Finder, Tie
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger

_MOVES = frozenset({"movement", "retreat"})
_OPEN = frozenset({"xcomp", "advcl"})


def left(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "refused to sign and left X": what one does before one leaves is done there."""
    verb = t.token
    if verb.dep_ != "conj" or verb.lemma_.lower() not in words("leaves"):
        return
    first = verb.head
    if verb.tag_ == "VBD" and first.tag_ == "VB" and first.dep_ == "xcomp":
        first = first.head  # the parser hangs "left" on the infinitive of "refused to sign"
    one = child(verb, "nsubj", "nsubjpass") is None and finite_tag(verb) == finite_tag(first) and not moves_on(verb)
    if first.i in by_token and one:
        led = any(c.dep_ == "prep" and c.lower_ in ("for", "to") for c in children(verb))
        if child(verb, "dobj") is not None and not led and first.lemma_.lower() not in words("goes"):
            yield Tie(by_token[first.i], t.token.i, time=False)


def on_threshold(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "was arrested as he left X", "on arriving in X": one is where one comes in or goes out."""
    verb = t.token
    if t.sense.type not in _MOVES or verb.lemma_.lower() not in words("thresholds"):
        return
    main = verb.head
    if verb.dep_ == "advcl" and main.i in by_token and is_simultaneous(verb) and is_told(verb) and is_told(main):
        yield Tie(by_token[main.i], verb.i, time=False)
    elif verb.dep_ in ("pcomp", "pobj") and main.lower_ in ("on", "upon") and main.head.i in by_token:
        yield Tie(by_token[main.head.i], verb.i)


def after_talks(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "signed a truce after talks in X": what is agreed on is agreed on where the talks were."""
    if t.sense.type != "agree" and (t.light or t.token).lemma_.lower() not in words("concludes"):
        return
    for verb in (t.token, t.light or t.token):
        for prep in children(verb):
            noun = child(prep, "pobj") if prep.dep_ == "prep" and prep.lower_ in words("outcome_of") else None
            for _ in range(2):  # "after three days of talks", "at the end of talks"
                if noun is None or noun.i in by_token:
                    break
                of = child(noun, "prep")
                noun = child(of, "pobj") if of is not None and of.lower_ == "of" else None
            if noun is not None and noun.i in by_token and noun.lemma_.lower() in words("talks"):
                yield Tie(t.token.i, by_token[noun.i], time=False)


def contrasted(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Ruiz was elected in this ward, while Berg was defeated": one contest."""
    verb = t.token
    main = verb.head
    if verb.dep_ != "advcl" or main.i not in by_token or verb.lemma_.lower() not in words("contested"):
        return
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ in ("while", "whereas") and main.lemma_.lower() in words("contested"):
        yield Tie(verb.i, by_token[main.i])


def attended(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "attended a ceremony in X on Friday": one is there where and when it is."""
    if t.sense.pos != "verb" or t.token.lemma_.lower() not in words("attends"):
        return
    for c in children(t.token):
        if c.dep_ in ("dobj", "nsubjpass") and c.i in by_token:
            yield Tie(t.token.i, by_token[c.i])
            yield Tie(by_token[c.i], t.token.i)


def gathered(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "gathered in X to protest", "was flown to X to be treated": what one is there for is done there."""
    verb = t.light or t.token
    going = verb.head
    if verb.dep_ not in _OPEN or going.i not in by_token or t.sense.type in _MOVES:
        return
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb)):
        return
    lemma = going.lemma_.lower()
    if lemma in words("gathers"):
        yield Tie(t.token.i, by_token[going.i])
    elif lemma in words("goes") | words("sends") and _leads_to(going):
        yield Tie(t.token.i, by_token[going.i], time=False)


def gone_for(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "travels to X on Tuesday for talks": what one goes to is held there and then."""
    noun = t.token
    going = noun.head.head
    if t.sense.pos != "noun" or noun.dep_ != "pobj" or noun.head.lower_ != "for" or going.i not in by_token:
        return
    if going.lemma_.lower() in words("goes") | words("sends") | words("thresholds") and going.pos_ == "VERB":
        placed = _leads_to(going) or any(c.dep_ == "prep" and c.lower_ in ("in", "at") for c in children(going))
        if placed and t.sense.type in ("consult", "contest", "other", "agree", "aid"):
            yield Tie(noun.i, by_token[going.i])


def _leads_to(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in words("directional") for c in children(verb))


def at_once(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "was mugged on Friday, moments before he was due to speak": within minutes it is the same day."""
    verb = t.token
    if verb.dep_ not in _OPEN | {"pcomp", "pobj"}:
        return
    if verb.dep_ in _OPEN:  # the parser may hang the clause on the governing "was due"
        clause = verb if verb.dep_ == "advcl" else _clause(verb)
        link = child(clause, "mark")
        main = clause.head
    else:
        link, main = verb.head, verb.head.head
    if link is None or link.lower_ not in ("before", "after") or main.i not in by_token:
        return
    before = link.nbor(-1) if link.i else link
    if before.lower_ in words("moments"):
        yield Tie(verb.i, by_token[main.i], place=False, exact=True)
        yield Tie(by_token[main.i], verb.i, place=False, exact=True)


def _clause(verb: Token) -> Token:
    for _ in range(3):
        if verb.dep_ not in ("xcomp", "acomp"):
            break
        verb = verb.head
    return verb


def struck(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "was hit by a car driving through X": one is hit where the car is."""
    verb = t.token
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.head.dep_ != "pobj":
        return
    agent = verb.head.head
    if agent.dep_ == "agent" and agent.head.i in by_token and agent.head.lemma_.lower() in words("struck"):
        yield Tie(by_token[agent.head.i], verb.i, time=False)


def documented(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "in a letter sent on Friday, she denounced": the act is done by the letter."""
    verb = t.light or t.token
    for prep in children(verb):
        if prep.dep_ != "prep" or prep.lower_ not in ("in", "at", "during"):
            continue
        noun = child(prep, "pobj")
        told = child(noun, "acl") if noun is not None else None
        if noun is None or told is None or told.i not in by_token or told.tag_ != "VBN":
            continue
        if noun.lemma_.lower() in words("documents"):
            yield Tie(t.token.i, by_token[told.i], place=False)


def implied(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "voted on Friday to approve the bill": what they vote for is done by the vote."""
    verb = t.token
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in words("votes") and verb.head.i in by_token:
        yield Tie(verb.i, by_token[verb.head.i])
        yield Tie(by_token[verb.head.i], verb.i)


FINDERS = (
    Finder(left, frozenset({"conj"})),
    Finder(on_threshold, frozenset({"advcl", "pcomp", "pobj"})),
    Finder(after_talks),
    Finder(contrasted, frozenset({"advcl"})),
    Finder(attended),
    Finder(gathered, _OPEN),
    Finder(gone_for, frozenset({"pobj"})),
    Finder(at_once, _OPEN | {"pcomp", "pobj"}),
    Finder(struck, frozenset({"acl"})),
    Finder(documented),
    Finder(implied, frozenset({"xcomp"})),
)
