"""How long, and how surely, a tie holds: "former", "then", "acting", "since 2019", "until last year", "was", "alleged".

A past tie is told as ``occurred`` with its validity, one of the present as ``ongoing``. Where the article gives no date
the words themselves stand as a time without a value, with TIMEX3's ``PAST_REF`` or ``PRESENT_REF`` (ISO 24617-1); a
limit is an EDTF interval open on one side (``2019/..``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import ancestors
from kg.docs_to_claims.relations.lexicon import validity_words
from kg.docs_to_claims.statements.lexicon import reporting
from kg.records import Time


@dataclass(frozen=True, slots=True)
class Validity:
    """A tie's status with its axes (see the claims contract), and the time it holds, where the text gives one."""

    status: str = "ongoing"
    modality: str = "actual"
    certainty: str = "certain"
    time: Time | None = None


NOW = Validity()


def of_noun(reading: Reading, first: Token, head: Token) -> Validity:
    """The validity that the words of a noun phrase give: its modifiers, and the times that hang on its head.

    ``first``: where the phrase begins; modifiers before it count as far as they hang on the head or touch the phrase.
    """
    found = NOW
    for word in _modifiers(reading, first, head):
        found = _by_word(reading, word, found)
    time = next(_limits(reading, head), None)
    return found if time is None else _with_time(found, time)


def of_clause(reading: Reading, verb: Token, lasting: bool = True) -> Validity:
    """The validity that a clause gives by its tense and its times; an act ("founded") has always ``occurred``."""
    past = not lasting or (is_past(verb) and not _is_backshifted(verb))
    found = replace(NOW, status="occurred" if past else "ongoing")
    time = next(_limits(reading, verb), None)
    for child in children(verb):
        if child.dep_ == "advmod" and child.lower_ in validity_words("ended") and _is_denied(child):
            found = replace(found, status="occurred", time=found.time or _reference(reading, child, "PAST_REF"))
        elif child.dep_ in ("advmod", "acomp"):
            found = _by_word(reading, child, found)
            hearsay = next((c for c in (child, *children(child)) if c.lower_ in validity_words("hearsay")), None)
            found = found if hearsay is None else replace(found, certainty="probable")
    return found if time is None else _with_time(found, time, lasting)


def _is_denied(longer: Token) -> bool:
    return any(c.lower_ in ("no", "not", "n't") for c in children(longer)) or longer.nbor(-1).lower_ in ("no", "not")


def joined(noun: Validity, clause: Validity) -> Validity:
    """What both the words of an office and its clause say: the more limited of the two."""
    base = noun if noun.status != "ongoing" or noun.certainty != "certain" else clause
    return replace(base, time=noun.time or clause.time)


def ended(clause: Validity) -> Validity:
    """An office somebody left: until the day of leaving."""
    return Validity("occurred", clause.modality, clause.certainty, _bounded(clause.time, "../{}"))


def begun(clause: Validity, status: str = "ongoing") -> Validity:
    """An office somebody was named to or took: since that day."""
    return Validity(status, clause.modality, clause.certainty, _bounded(clause.time, "{}/.."))


def _bounded(time: Time | None, form: str) -> Time | None:
    if time is None or time.value is None or "/" in time.value:
        return time
    return replace(time, value=form.format(time.value))


def is_past(verb: Token) -> bool:
    """Whether a clause is told in the simple past or with "used to"; the perfect reaches to the present."""
    helpers = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    if any(h.lower_ in ("has", "have", "is", "are", "'s", "’s") for h in helpers):
        return False
    if any(h.lower_ in ("was", "were", "had", "used") for h in helpers):
        return True
    return verb.tag_ == "VBD" or (verb.lemma_ == "use" and verb.dep_ == "ROOT")


def _is_backshifted(verb: Token) -> bool:
    """Whether the past is only that of the reporting verb above: "said she was the mayor"."""
    below = verb
    for head in ancestors(verb):
        if below.dep_ == "ccomp" and head.lemma_.lower() in reporting().verbs and head.tag_ in ("VBD", "VBN"):
            return True
        if below.dep_ not in ("ccomp", "conj", "advcl", "relcl"):
            return False
        below = head
    return False


def _modifiers(reading: Reading, first: Token, head: Token) -> Iterator[Token]:
    low = min([first.i, *(c.i for c in children(head))])
    start = reading.sentence(head).start
    before = reading.tokens[low - 1].lower_ if low - 1 >= start else ""
    told = before in validity_words("over") or before in validity_words("doubtful")
    if told and reading.tokens[low - 1].tag_ != "VBD":  # "impeached the president" impeaches who is one
        low -= 1
    for token in reading.tokens[max(low, start) : head.i + 2]:
        word = _word(token)
        if word in _limiting() and (token.i <= head.i or word in ("designate", "elect")):
            yield token
    if head.lower_ in validity_words("over_nouns"):
        yield head


@cache
def _limiting() -> frozenset[str]:
    return validity_words("over") | validity_words("now") | validity_words("coming") | validity_words("doubtful")


def _word(token: Token) -> str:
    """The word in lower case, a compound put together again ("self-proclaimed", split at its hyphen)."""
    word = token.lower_.strip("-‐–")
    if token.i >= 2 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in ("self", "so", "would", "soon"):
        return f"{token.nbor(-2).lower_}-{word}"
    return word


def _by_word(reading: Reading, token: Token, found: Validity) -> Validity:
    word = _word(token)
    if word in validity_words("over") or token.lower_ in validity_words("over_nouns"):
        return replace(found, status="occurred", time=found.time or _reference(reading, token, "PAST_REF"))
    if word in validity_words("coming"):
        return replace(found, status="planned", modality="future", time=_reference(reading, token, "FUTURE_REF"))
    if word in validity_words("doubtful"):
        return replace(found, status="possible", certainty="possible")
    if word in validity_words("now"):
        return replace(found, time=found.time or _reference(reading, token, "PRESENT_REF"))
    return found


def _reference(reading: Reading, token: Token, timex: str) -> Time:
    span = reading.span(token, token)
    return Time(span.text, span.start, span.end, "DATE", None, timex, "text")


def _limits(reading: Reading, head: Token) -> Iterator[Time]:
    """The times under a noun or verb, with "since" and "until" as intervals open on one side."""
    for prep in _prepositions(reading, head):
        word = prep.lower_
        if reading.timed.isdisjoint(range(prep.i + 1, prep.i + 4)):
            continue
        for time in reading.times:
            if (
                time.value is None
                or time.type in ("DURATION", "SET")
                or not prep.i < _first(reading, time) <= prep.i + 3
            ):
                continue
            closed = "/" in time.value
            if word in validity_words("since") and not closed:
                yield _open(reading, prep, time, f"{time.value}/..")
            elif word in validity_words("until") and not closed:
                yield _open(reading, prep, time, f"../{time.value}")
            elif word in validity_words("since") or (word in validity_words("during") and _is_of(prep, head, time)):
                yield time


def _is_of(prep: Token, head: Token, time: Time) -> bool:
    """Whether a time says when an office is held: of a noun ("minister in 2003") only years and months of its own;
    "met the minister on Friday" dates the meeting.
    """
    if head.pos_ in ("VERB", "AUX"):
        return True
    return prep.head == head and len(time.value or "") < len("2003-04-05")


def _prepositions(reading: Reading, head: Token) -> Iterator[Token]:
    """The prepositions under a verb, and those behind a noun up to the next comma or verb, however they hang."""
    if head.pos_ in ("VERB", "AUX"):
        yield from (c for c in children(head) if c.dep_ in ("prep", "advmod", "mark"))
        return
    for token in reading.tokens[head.i + 1 : reading.sentence(head).end]:
        pos = reading.pos[token.i]
        if pos in ("VERB", "AUX") or token.text in (",", ";", ".", "(", ":"):
            return
        if pos in ("ADP", "SCONJ"):
            yield token
            limits = token.lower_ in validity_words("since") or token.lower_ in validity_words("until")
            if not limits and token.head.pos_ in ("VERB", "AUX"):
                return  # "had served President NAME in that post since 2017" tells since when who served


def _first(reading: Reading, time: Time) -> int:
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span.start if span is not None else -1


def _open(reading: Reading, prep: Token, time: Time, value: str) -> Time:
    text = reading.article.text[prep.idx : time.end]
    return replace(time, text=text, start=prep.idx, value=value, timex=time.timex)


def _with_time(found: Validity, time: Time, lasting: bool = True) -> Validity:
    value = time.value or ""
    if not lasting or found.status not in ("ongoing", "occurred"):
        return replace(found, time=time)
    if value.endswith("/.."):
        return replace(found, time=time)
    return replace(found, time=time, status="occurred" if value.startswith("../") or "/" in value else found.status)
