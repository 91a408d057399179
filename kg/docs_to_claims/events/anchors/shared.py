"""Events that share one time and place: told in one clause with another event, inside it, or at its moment.

Each tie is one the grammar makes: "met during talks in X", "arrested and charged on Friday", "died when a bomb went
off on Friday", "left X without shaking hands", "an attack on Friday in which three people died".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors import one_scene, whereabouts
from kg.docs_to_claims.events.anchors.adjuncts import (
    finite_tag,
    is_simultaneous,
    is_told,
    moves_on,
    opens_with_adjunct,
    words,
)
from kg.docs_to_claims.events.anchors.ties import COMPLEMENTS, HARM, Finder, Tie
from kg.docs_to_claims.events.syntax import child, conjuncts
from kg.docs_to_claims.events.triggers import THEMED, Trigger


def ties(triggers: Sequence[Trigger], by_token: Mapping[int, int]) -> list[Tie]:
    """All ties between the events of an article, surest first."""
    labelled = [(t, frozenset({t.token.dep_, (t.light or t.token).dep_})) for t in triggers]
    out: list[Tie] = []
    for rule in (*_FINDERS, *one_scene.FINDERS, *whereabouts.FINDERS):
        for t, labels in labelled:
            if not rule.labels or not rule.labels.isdisjoint(labels):
                out += [tie for tie in rule.find(t, by_token) if tie.inner != tie.outer]
    return out


def _containing(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Met during talks", "left without shaking hands": the time and place of the other."""
    for verb in _carriers(t):
        for prep in children(verb):
            if prep.dep_ != "prep" or (prep.lower_ == "in" and t.sense.type in ("justice", "accuse")):
                continue  # "was charged in the shooting": over it
            inner = child(prep, "pobj") if prep.lower_ in words("containing") else None
            harmed = t.sense.type in HARM and t.sense.pos == "verb" and prep.lower_ == "in"
            for part in conjuncts(inner) if inner is not None else ():
                if part.i in by_token:
                    yield Tie(t.token.i, by_token[part.i])
                    if harmed:  # "was killed in an attack in November"
                        yield Tie(by_token[part.i], t.token.i)
            done = child(prep, "pcomp")
            if done is not None and done.i in by_token and harmed:  # "was killed in shelling at X"
                yield Tie(t.token.i, by_token[done.i])
                yield Tie(by_token[done.i], t.token.i)
            if done is not None and done.i in by_token and prep.lower_ in words("manner"):
                yield Tie(by_token[done.i], t.token.i)
                yield Tie(t.token.i, by_token[done.i])


def _carriers(t: Trigger) -> list[Token]:
    return [t.token] if t.light is None else [t.light, t.token]


def _participles(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "…, sweeping away two bridges", "Speaking in X on Friday, …", "while speaking in X"."""
    verb = t.light or t.token
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.dep_ == "advcl" and verb.head.tag_ == "VBG":
        if verb.head.i in by_token and child(verb, "nsubj", "mark") is None:
            yield Tie(t.token.i, by_token[verb.head.i])  # "killing two and injuring three"
        return
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or child(verb, "nsubj") is not None:
        return
    mark = child(verb, "mark")
    meanwhile = mark is not None and mark.lower_ == "while"
    if verb.head.i not in by_token or any(c.tag_ == "WRB" for c in children(verb)) or (mark and not meanwhile):
        return
    main = by_token[verb.head.i]
    if meanwhile:  # "stabbed while teaching at the school"
        yield Tie(main, t.token.i, place=t.sense.type != "movement")
        yield Tie(t.token.i, main, place=verb.head.lemma_.lower() not in words("appears"))  # not in the newspaper
    elif verb.i > verb.head.i:
        yield Tie(t.token.i, main)
    elif child(verb, "aux") is None:  # "Having signed in May, …" lies before
        yield Tie(main, t.token.i)
        yield Tie(t.token.i, main)


def _coordinated(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """Verbs of one sentence under one opening adjunct; verbs of one subject that are done in one go."""
    verb = t.light or t.token
    first = verb.head
    if verb.dep_ != "conj" or first.i not in by_token:
        return
    inner, outer = t.token.i, by_token[first.i]
    if moves_on(verb):  # "In X, we had a flood, and then the dam broke": a later time, the same place
        if opens_with_adjunct(first) and not opens_with_adjunct(verb):
            yield Tie(inner, outer, time=False, before=_start_of_subject(first))
        return
    if finite_tag(verb) == finite_tag(first) and opens_with_adjunct(first) and not opens_with_adjunct(verb):
        yield Tie(inner, outer, before=_start_of_subject(first))
    if child(verb, "nsubj", "nsubjpass") is not None or finite_tag(verb) != finite_tag(first):
        return
    if finite_tag(first) in ("VBD", "MD"):
        yield Tie(inner, outer, place=False, exact=True)
    bare = not any(c.dep_ in COMPLEMENTS for c in children(first) if c.i > first.i)
    if bare and verb.tag_ == first.tag_:  # not "was on its way and last called in Porto"
        yield Tie(outer, inner, place=t.sense.type != "movement")  # "arrested and charged on Friday"
    elif _set_off(verb):
        yield Tie(outer, inner, place=False, exact=True)  # "arrested at home and released on bail, yesterday"


def _set_off(verb: Token) -> bool:
    """Whether the last adjunct stands behind a comma, and so over all verbs before it."""
    last = [c for c in children(verb) if c.i > verb.i and c.dep_ in ("npadvmod", "prep", "advmod")][-1:]
    return any(c.left_edge.i and c.left_edge.nbor(-1).text == "," and c.lower_ not in words("attendant") for c in last)


def _start_of_subject(verb: Token) -> int | None:
    doer = child(verb, "nsubj", "nsubjpass")
    return None if doer is None else doer.left_edge.idx


def _simultaneous(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Died when a bomb went off on Friday": one moment for both, if both are told in the past."""
    verb = t.token
    if verb.dep_ in ("advcl", "xcomp") and any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb)):
        verb = verb.head  # "as the crew fought to save it"
    clause = _clause(verb)
    main = clause.head
    if clause.dep_ != "advcl" or main.i not in by_token:
        return
    if not is_simultaneous(clause) or not (clause != verb or is_told(verb)) or not is_told(main):
        return
    hurt = main.lemma_.lower() in words("harmed") and t.sense.type not in THEMED
    background = main.tag_ == "VBG" and main.lemma_.lower() in words("whereabouts")
    yield Tie(t.token.i, by_token[main.i], place=background and t.sense.type in HARM)  # "driving in X when it crashed"
    yield Tie(by_token[main.i], t.token.i, place=hurt)  # "killed when a mine in X collapsed"


def _clause(verb: Token) -> Token:
    """The head of the clause: the parser may read "when a cable parted" as a noun with a participle, or "when a cable
    parted, sending two down" as if "sending" were its verb.
    """
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return verb
    if noun.dep_ == "advcl":
        return noun
    above = noun.head
    misread = noun.dep_ == "nsubj" and above.tag_ == "VBG" and child(above, "aux") is None
    return above if misread else verb


def _relative(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "An attack in which three people died", "the rally where she spoke", "a blast that killed ten"."""
    verb = t.light or t.token
    if verb.dep_ != "relcl":
        return
    harmful = t.sense.type in HARM and verb.head.i in by_token and verb.head.pos_ == "NOUN" and is_told(verb)
    if harmful and any(c.tag_ == "WDT" and c.dep_ == "nsubj" for c in children(verb)):
        yield Tie(t.token.i, by_token[verb.head.i])
        yield Tie(by_token[verb.head.i], t.token.i)
        return
    inside = any(
        (c.dep_ == "prep" and c.lower_ in ("in", "during", "at") and any(g.tag_ == "WDT" for g in children(c)))
        or (c.tag_ == "WRB" and c.lower_ == "where")
        for c in children(verb)
    )
    noun = verb.head
    for step in range(7):  # the relative may be hung on a noun inside the event's phrase
        if not inside or noun.pos_ in ("VERB", "AUX") or (step and t.sense.type not in HARM):
            return
        if noun.i in by_token:
            yield Tie(t.token.i, by_token[noun.i])
            return
        noun = noun.head


def _proposed(t: Trigger, by_token: Mapping[int, int]) -> Iterator[Tie]:
    """As in "Agreed to a truce proposed by X in Y on D": the adjuncts at the end belong to the main clause as well."""
    verb = t.token
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or t.sense.type not in THEMED or not _is_last(verb):
        return
    above = _governing_event(verb.head, by_token)
    if above is not None:
        yield Tie(above, verb.i)


def _governing_event(noun: Token, by_token: Mapping[int, int]) -> int | None:
    token = noun
    for _ in range(2):  # the verb or its preposition: "agreed to a truce", not "called for the release of medics"
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return by_token.get(token.i) if token.tag_ in ("VBD", "VBN") else None
    return None


def _is_last(verb: Token) -> bool:
    """Whether the reduced relative closes its noun phrase, so that its adjuncts also read with the main clause."""
    return verb.head.dep_ in ("pobj", "dobj") and any(c.dep_ == "prep" for c in children(verb))


_FINDERS = (
    Finder(_containing),
    Finder(_participles, frozenset({"advcl", "conj"})),
    Finder(_coordinated, frozenset({"conj"})),
    Finder(_simultaneous, frozenset({"advcl", "xcomp", "acl"})),
    Finder(_relative, frozenset({"relcl"})),
    Finder(_proposed, frozenset({"acl"})),
)
