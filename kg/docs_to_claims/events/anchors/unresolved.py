"""When an event is told to be, in words that name no date: "after the vote", "before he left office", "initially".

The contract gives such an event a time without a value. The words are the phrase that opens with the preposition, or
the subordinate clause; they are no time expressions in the sense of TimeML, so nothing is resolved from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import is_simultaneous, is_told, moves_on, opens_with_adjunct
from kg.docs_to_claims.events.anchors.times import expressions
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon
from kg.records import Time

_PEOPLE = frozenset({"person", "organization", "group", "country"})
_SOLID = frozenset({"place", "facility", "country", "product"})
_OWN_CLAUSE = frozenset({"mark", "aux", "auxpass", "nsubj", "nsubjpass"})
"""What a free adjunct lacks: a link, a tense, a subject."""

Phrase = tuple[Token, Token]
"""First and last word."""
Timed = Mapping[int, tuple[Time, DocSpan]]
"""The time expression each token is part of, with its tokens."""


def unresolved_times(reading: Reading, triggers: Sequence[Trigger]) -> dict[int, Time]:
    """Event → the words of its own clause that say when it is without naming a date."""
    timed = in_expressions(reading)
    found = {t.token.i: told_when(reading, t.light or t.token, timed) for t in triggers}
    return {i: time for i, time in found.items() if time is not None}


def in_expressions(reading: Reading) -> Timed:
    """Every token of a time expression with the expression."""
    return {i: (time, span) for time, span in expressions(reading) for i in range(span.start, span.end)}


def told_when(reading: Reading, verb: Token, timed: Timed) -> Time | None:
    """The words of a verb's clause that say when it is done, as a time without a value; None if there are none."""
    found = next(_own(reading, verb, timed), None)
    if found is None:  # what another clause lends may be the clause of the verb itself
        found = next((p for p in _lent(reading, verb, timed) if not p[0].i <= verb.i <= p[1].i), None)
    if found is None:
        return None
    span = reading.span(*found)
    return Time(span.text, span.start, span.end)


def _own(reading: Reading, verb: Token, timed: Timed) -> Iterator[Phrase]:
    """The phrases of a clause that say when, those that say it best first."""
    if verb.pos_ in ("VERB", "AUX", "NOUN"):
        yield from _prepositional(reading, verb, timed)
        yield from _clauses(verb, timed)
        yield from _adverbs(verb, timed)


def _lent(reading: Reading, verb: Token, timed: Timed, reach: int = 2) -> Iterator[Phrase]:
    """The phrases of the clause this one is part of, and the opening phrases of the one it goes on from."""
    head, lender = verb.head, _whole_clause(verb)
    goes_on = verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX") and not moves_on(verb)
    if lender is not None:
        yield from (phrase for phrase in _own(reading, lender, timed) if _holds_for(phrase, verb))
    elif goes_on or (verb.dep_ == "advcl" and is_simultaneous(verb)):
        lender = head
        if opens_with_adjunct(head):
            yield from (phrase for phrase in _own(reading, head, timed) if phrase[1].i < head.i)
    if lender is not None and reach:
        yield from _lent(reading, lender, timed, reach - 1)


def _holds_for(phrase: Phrase, verb: Token) -> bool:
    """Whether words of the whole clause say when the part is: not its end, nor an adverb of a free adjunct's main verb.

    "is already sold, showing …" is not shown already.
    """
    first, last = phrase
    within = any(t == first for t in verb.subtree)
    return not within and first.lower_ not in _lex("ends") and not (verb.dep_ == "advcl" and first == last)


def _whole_clause(verb: Token) -> Token | None:
    """The verb of the clause that tells one happening together with this one.

    As a raising verb ("began to sing", "was unwilling to sing"), with a free adjunct that has no link of its own
    ("sang, holding a flag"; Stump 1985, "The Semantic Variability of Absolute Constructions"), or by its manner
    ("won by holding out").
    """
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_.lower() in _lex("raising"):
        return head
    if verb.dep_ == "xcomp" and head.dep_ == "acomp" and head.head.lemma_.lower() in _lex("raising"):
        return head.head
    if verb.dep_ == "pcomp" and head.lower_ == "by" and head.head.pos_ in ("VERB", "AUX"):
        return head.head
    free = verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and head.pos_ in ("VERB", "AUX")
    return head if free and not any(c.dep_ in _OWN_CLAUSE for c in children(verb)) else None


def _prepositional(reading: Reading, verb: Token, timed: Timed) -> Iterator[Phrase]:
    for c in children(verb):
        if c.dep_ == "prep" or (c.dep_ in ("advmod", "npadvmod") and c.pos_ == "ADP"):
            yield from _preposition(reading, c, timed)
        elif c.dep_ == "advmod" and c.lower_ in _lex("measures"):
            for prep in children(c):
                if prep.dep_ == "prep":
                    yield from _preposition(reading, prep, timed)
        elif c.dep_ == "dobj" and c.pos_ == "NOUN":
            for prep in children(c):  # the parser hangs "before the vote" on the object
                if prep.dep_ == "prep" and prep.lower_ in _lex("prepositions"):
                    yield from _preposition(reading, prep, timed)


def _clauses(verb: Token, timed: Timed) -> Iterator[Phrase]:
    """Subordinate clauses that say when: "after he left", "when the roof fell", "while teaching a class"."""
    for clause in children(verb):
        if clause.dep_ != "advcl":
            continue
        if clause.tag_ == "VBG" and clause.lower_ in _lex("onsets"):
            yield from _onset(clause, timed)
        for link in children(clause):
            opens = link.i < clause.i and link.dep_ in ("mark", "advmod") and link.lower_ in _lex("conjunctions")
            says = link.lower_ != "while" or clause.tag_ == "VBG"  # else "while" may set a contrast
            says = says and (link.lower_ != "as" or _happens(clause))
            if link.lower_ == "after" and verb.lemma_.lower() in _lex("named_after"):
                continue
            if opens and says and (link.lower_ not in _lex("ends") or _is_denied(verb)):
                yield _measured(link), _end(clause)


def _happens(clause: Token) -> bool:
    """Whether a clause with "as" tells a moment: "as the storm moved inland", not a reason ("as he had no choice")."""
    stative = clause.pos_ != "VERB" or clause.lemma_.lower() in _lex("states") | frozenset(lexicon("none")["saying"])
    return is_told(clause) and not stative and child(clause, "neg") is None


def _measured(link: Token) -> Token:
    """The word that says how long after or before: "shortly after she left"."""
    before = link.nbor(-1) if link.i > link.sent.start else link
    return before if before.lower_ in _lex("measures") and before.head in (link, link.head) else link


def _onset(clause: Token, timed: Timed) -> Iterator[Phrase]:
    """As in "starting yesterday", "heading into the final": a participle that works as a preposition of time."""
    for c in children(clause):
        if c.i < clause.i:
            continue
        inner = child(c, "pobj") if c.dep_ == "prep" and c.lower_ in ("on", "in", "from", "into") else c
        if inner is None:
            continue
        if inner.i in timed and c.lower_ != "into":
            yield clause, clause.doc[timed[inner.i][1].end - 1]
        elif c.lower_ == "into" and inner.lemma_.lower() in _lex("happenings") | _lex("stretches"):
            yield clause, _end(inner)


def _adverbs(verb: Token, timed: Timed) -> Iterator[Phrase]:
    mark = child(verb, "mark")
    for c in children(verb):
        if mark is not None and c.i < mark.i:
            continue  # "shortly after she left": how long after
        if c.i in timed:
            if c.dep_ in ("npadvmod", "advmod") and timed[c.i][0].type == "SET":
                yield c.left_edge, c
        elif c.dep_ == "npadvmod" and c.lower_ in _lex("stretches"):
            yield c.left_edge, c
        elif c.dep_ == "advmod" and c.lower_ in _lex("adverbs") and verb.pos_ != "NOUN":
            yield c, c


def _preposition(reading: Reading, prep: Token, timed: Timed) -> Iterator[Phrase]:
    """As in "after the vote", "in the second half", "with two laps to go", "since Friday"."""
    name = prep.lower_
    if name == "after" and prep.head.lemma_.lower() in _lex("named_after"):
        return  # "named after the town"
    inner = next((c for c in children(prep) if c.dep_ in ("pobj", "pcomp", "prep")), None)
    if inner is None:
        return
    first = next((c.left_edge for c in children(prep) if c.dep_ in ("advmod", "npadvmod") and c.i < prep.i), prep)
    if first.i and first.nbor(-1).lower_ in _lex("measures"):
        first = first.nbor(-1)  # "early in the morning", "shortly after the vote"
    if inner.dep_ == "prep":  # "prior to", "ahead of", "as of"
        name = f"{name} {inner.lower_}"
        inner = next((c for c in children(inner) if c.dep_ in ("pobj", "pcomp")), inner)
    if inner.i < prep.i:
        return  # "after which": the relative stands before it
    phrase = " ".join(t.lower_ for t in prep.doc[prep.i : inner.i + 1])
    if phrase in _lex("phrases"):
        yield first, inner
    elif name in _lex("prepositions") and _is_moment(reading, name, inner):
        yield first, _end(inner)
    elif inner.i in timed and name in _lex("limits") and (name not in _lex("ends") or _is_denied(prep.head)):
        yield first, prep.doc[timed[inner.i][1].end - 1]
    elif name in _lex("containers") and inner.i not in timed and _is_stretch(reading, name, inner):
        yield first, _numbered(_end(inner))
    elif name == "into" and prep.i - 1 in timed:  # "ten minutes into the race"
        yield prep.doc[timed[prep.i - 1][1].start], _end(inner)
    elif name == "with" and _is_left_over(inner):
        yield first, inner.right_edge


def _is_denied(verb: Token) -> bool:
    """Only what does not happen until a moment happens then; "closed until Friday" tells when it ends."""
    return child(verb, "neg") is not None


def _is_left_over(noun: Token) -> bool:
    """As in "with two laps to go", "with an hour left"."""
    inside = list(noun.subtree)
    return any(t.lower_ in _lex("left_over") for t in inside) and any(t.like_num or t.lower_ == "a" for t in inside)


def _is_stretch(reading: Reading, name: str, noun: Token) -> bool:
    """As in "the second half", "the ceremony", "the start of the show"; not "the end of the road", "a game"."""
    lemma = noun.lemma_.lower()
    if noun.pos_ == "NUM" and noun.i and noun.nbor(-1).head == noun:  # "in round five"
        lemma = noun.nbor(-1).lower_
    whole = next((g for c in children(noun) if c.lower_ == "of" for g in children(c) if g.dep_ == "pobj"), None)
    entity = reading.entity(whole) if whole is not None else None
    if lemma in _lex("edges"):
        return name != "on" and (entity is None or entity.type not in _SOLID)
    if lemma in _lex("happenings"):
        return not any(c.dep_ == "det" and c.lower_ in ("a", "an", "no") for c in children(noun))
    if lemma in _lex("turns"):
        return any(c.lower_ in lexicon("times")["ordinals"] or c.lower_ in _lex("which") for c in children(noun))
    measured = noun.tag_ == "NNS" and any(c.dep_ == "nummod" for c in children(noun))
    return lemma in _lex("stretches") and not measured and noun.lower_ != "terms"  # not "in 47 seconds", "in terms of"


def _is_moment(reading: Reading, name: str, inner: Token) -> bool:
    """As in "after the vote", not "after her father"; "before the vote", not "before the court"."""
    entity = reading.entity(inner)
    if inner.pos_ == "PRON" or (entity is not None and entity.type in _PEOPLE):
        return False
    if name == "upon":
        return inner.dep_ == "pcomp"  # not "tread upon principles"
    return name != "before" or inner.lemma_.lower() not in _lex("hearers")


def _numbered(last: Token) -> Token:
    """The number behind a stretch, which the parser may hang on the next name: "in round five Ruiz won"."""
    following = last.nbor() if last.i + 1 < len(last.doc) else last
    counted = following.like_num and last.lower_ in _lex("stretches") and last.sent == following.sent
    return following if counted else last


def _end(token: Token) -> Token:
    """The last word of a phrase or clause, without a loose tail after a comma or a relative clause."""
    last = token
    for t in token.subtree:
        if t.i <= token.i or t.is_space:
            continue
        stop = (t.is_punct and t.tag_ != "HYPH" and t.text != "-") or t.tag_ in ("WDT", "WP", "WRB")
        if t.i != last.i + 1 or stop or (t.dep_ == "cc" and t.head == token):
            break
        last = t
    return last


@cache
def _lex(key: str) -> frozenset[str]:
    return frozenset(lexicon("times")["when"][key])
