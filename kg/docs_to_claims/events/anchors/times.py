"""When an event is told to be: the time expressions of its own clause, and days counted from another event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.times.tense import tense
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import climb, scheduling, words_of
from kg.docs_to_claims.events.syntax import child, coordination
from kg.docs_to_claims.events.triggers import Trigger
from kg.edtf import resolve_window
from kg.ontology import lexicon
from kg.records import Time

LIMITS = frozenset({"until", "till", "since", "before", "after", "by", "through", "prior", "ahead", "following"})
_ATTENDANT = frozenset({"with", "without", "despite", "given", "like", "unlike"})
_LEADING = frozenset({"for", "to"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "nummod", "det"})
"""How a date hangs on the noun behind it: "the first quarter figures" ("det" where its first word is an article)."""
_AFTER_SUBJECT = frozenset({("prep", "on"), *(("npadvmod", word) for word in lexicon("times")["weekdays"])})
_HELPS = frozenset({"aux", "auxpass", "advmod", "neg"})
_DAYS = {"P{}D": 1, "P{}W": 7}
"""TIMEX3 patterns of durations that are a whole number of days."""


def stated_times(reading: Reading, by_token: Mapping[int, int]) -> dict[int, Time]:
    """Event → the expression that says when it is; a resolved one before an unresolved one, an early before a late."""
    out: dict[int, Time] = {}
    for time, span in expressions(reading):
        if time.type in ("DURATION", "SET"):
            continue
        for target in _targets(span, by_token):
            better = target in out and (_is_closer(time, out[target]) or (time.value and _is_put_off(span.root)))
            if target not in out or better:
                out[target] = time
            elif (both := _joined(reading, out[target], time, span)) is not None:
                out[target] = both
    return out


def _is_closer(new: Time, old: Time) -> bool:
    """A date before words without one, a day of an unknown week before "now" and "recently"."""
    vague = (old.timex or "_REF").endswith("_REF")
    return old.value is None and (new.value is not None or (vague and not (new.timex or "_REF").endswith("_REF")))


def _joined(reading: Reading, first: Time, second: Time, span: DocSpan) -> Time | None:
    """Two dates side by side as one stretch, if the second begins where the first ends: "in 1997 and 1998"."""
    if not first.value or not second.value or span.root.dep_ != "conj":
        return None
    one, other = resolve_window(first.value), resolve_window(second.value)
    if one is None or other is None or _shifted(replace(first, value=one[1]), 1) != other[0]:
        return None
    value = f"{first.value.partition('/')[0]}/{second.value.rpartition('/')[2]}"
    text = reading.article.text[first.start : second.end]
    return replace(first, text=text, end=second.end, value=value, timex=value)


def expressions(reading: Reading) -> Iterator[tuple[Time, DocSpan]]:
    """The article's time expressions with their tokens, in text order; those without a parse are left out."""
    for time in reading.times:
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if span is not None and not all(t.is_space for t in span):  # a date line is not parsed
            yield time, span


def _targets(span: DocSpan, by_token: Mapping[int, int]) -> Iterator[int]:
    """The events an expression dates: what it hangs on, and the clause after it ("in 2009, when she joined")."""
    root = span.root
    clause = _when_clause(span)
    if clause is not None and clause.i in by_token:
        yield by_token[clause.i]
    start = root.head.head if _runs_into_name(root) and root.head.dep_ in ("nsubj", "nsubjpass") else root
    target = climb(start, by_token) if _is_day_of(root, by_token) else None
    if target is None and (verb := _behind_subject(span)) is not None:
        target = climb(verb, by_token)
    if target is not None:
        yield by_token.get(_offering(span.doc[target], root).i, target)


def _offering(noun: Token, root: Token) -> Token:
    """The verb a day belongs to where the parser hangs both on its object: "proposed a truce to Angola on Friday"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in lexicon("times")["when"]["offering"] or root.dep_ != "pobj":
        return noun
    between = [c for c in children(noun) if c.dep_ == "prep" and c.lower_ == "to" and noun.i < c.i < root.i]
    return verb if between and root.head.lower_ == "on" else noun


def _behind_subject(span: DocSpan) -> Token | None:
    """The verb right behind an expression that the parser hangs on the subject: "Arvo on Sunday renamed the ship"."""
    link = span.root.head if span.root.dep_ == "pobj" else span.root
    noun = link.head
    if (
        noun.dep_ not in ("nsubj", "nsubjpass")
        or link.i != noun.i + 1
        or (link.dep_, link.lower_) not in _AFTER_SUBJECT
    ):
        return None
    between = span.doc[span.end : noun.head.i]
    return noun.head if noun.head.i >= span.end and all(t.dep_ in _HELPS for t in between) else None


def _when_clause(span: DocSpan) -> Token | None:
    """The verb of a clause with "when" right behind the expression."""
    for token in span.doc[span.end : span.end + 2]:
        if token.lower_ == "when" and token.tag_ == "WRB":
            return token.head
        if token.text != ",":
            return None
    return None


def _runs_into_name(token: Token) -> bool:
    """As in "In July Brussels …": a month of its own, run together with the next name."""
    before = token.left_edge.nbor(-1).lower_ if token.left_edge.i else ""
    return token.dep_ in ("compound", "nmod", "amod", "nummod") and before in ("in", "on")


def _is_day_of(token: Token, triggers: Mapping[int, int]) -> bool:
    """Whether the expression says when, not until when or since when: a limit is no date of the event."""
    first = coordination(token)[0]  # "her friend and winter sport"
    if first.dep_ in _MODIFIERS and first.head.pos_ in ("NOUN", "PROPN"):
        if _runs_into_name(token):
            return True
        return first.head.i in triggers  # "the 2018 film" dates the film, not what it is spoken of for
    if token.dep_ == "poss" and token.head.i not in triggers:
        return token.head.dep_ == "pobj" and token.head.head.lower_ in (
            "in",
            "at",
            "during",
        )  # not "read Monday's paper"
    above = list(_above(token))
    if any(t.lower_ in ("than", "against") for t in above):
        return False  # "more than in the past", "against a loss a year earlier"
    apart = LIMITS | _ATTENDANT
    if any(t.dep_ == "prep" and t.lower_ in apart and t.head.pos_ in ("VERB", "AUX") for t in above[1:]):
        return _under_event(above, triggers)  # "after a party in May" dates the party
    if token.dep_ not in ("pobj", "pcomp", "prep"):
        return True
    prep = token.head
    if prep.lower_ in _LEADING:  # "scheduled for Friday", not "a loss for the third quarter"
        return prep.head.lemma_.lower() in scheduling()
    return prep.lower_ not in LIMITS and not (prep.lower_ == "of" and prep.head.lower_ == "as")


def _above(token: Token) -> Iterator[Token]:
    """The prepositions and nouns between an expression and its verb."""
    while token.head != token and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
        yield token


def _is_put_off(token: Token) -> bool:
    """As in "a visit planned for Monday was postponed to July": the later word counts."""
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lemma_.lower() in scheduling()


def _under_event(above: list[Token], triggers: Mapping[int, int]) -> bool:
    return any(t.i in triggers for t in above)


def windows(reading: Reading, by_token: Mapping[int, int]) -> dict[int, Time]:
    """Event → the stretch from publication to a limit ahead or back from it.

    As in "by the end of May", "before Friday", "within ten days".
    A time expression only bounds such an event, so the stretch is the event's, not the expression's.
    """
    out: dict[int, Time] = {}
    published = (reading.article.published or "")[:10]
    if len(published) < len("2025-01-01"):
        return out
    for time, span in expressions(reading):
        prep = span.root.head if span.root.dep_ == "pobj" else None
        target = climb(prep, by_token) if prep is not None and not _is_nested(prep, by_token) else None
        if prep is None or target is None or target in out:
            continue
        ahead = tense(reading.doc, time.start, time.end) == "future"
        value = _window(prep, time, date.fromisoformat(published), {t.lower_ for t in span}, ahead=ahead)
        if value is not None:
            out[target] = replace(time, value=value, resolved_from="publication date")
    return out


def _is_nested(prep: Token, by_token: Mapping[int, int]) -> bool:
    """Whether a limit bounds a thing inside another phrase: "oppose his plans for a deal by Friday"."""
    return prep.head.dep_ == "pobj" and prep.head.i not in by_token


def _window(prep: Token, time: Time, today: date, inside: set[str], *, ahead: bool) -> str | None:
    limit = resolve_window(time.value) if time.value else None
    if prep.lower_ == "by" and limit is not None:
        return f"{today.isoformat()}/{limit[1]}" if limit[1] > today.isoformat() else None
    if prep.lower_ == "before" and ahead and limit is not None:
        last = (date.fromisoformat(limit[0]) - timedelta(1)).isoformat()
        return f"{today.isoformat()}/{last}" if last > today.isoformat() else None
    if prep.lower_ == "since" and limit is not None and limit[0] < today.isoformat() and _goes_on(prep.head):
        return f"{time.value.partition('/')[0] if time.value else limit[0]}/{today.isoformat()}"
    days = _days_of(time)
    if days is None or prep.lower_ not in ("in", "within", "over", "during"):
        return None
    if ahead and (prep.lower_ == "within" or inside & {"next", "coming"}):
        return f"{today.isoformat()}/{(today + timedelta(days)).isoformat()}"
    if not ahead and inside & {"last", "past"}:
        return f"{(today - timedelta(days)).isoformat()}/{today.isoformat()}"
    return None


def _goes_on(verb: Token) -> bool:
    """Whether the verb tells what has gone on up to now: "has displaced", "have been striking"."""
    return any(c.dep_ in ("aux", "auxpass") and c.lower_ in ("has", "have", "'ve", "’ve") for c in children(verb))


def counted_times(reading: Reading, triggers: Sequence[Trigger], times: Mapping[int, Time]) -> dict[int, Time]:
    """Events at a told number of days or weeks from a dated event: "on 21 May, two days after police searched it"."""
    by_token = words_of(triggers)
    out: dict[int, Time] = {}
    for time, span in expressions(reading):
        days = _days_of(time)
        link = _after_or_before(span.root)
        if days is None or link is None:
            continue
        other = next((c for c in (link.head, child(link, "pobj", "pcomp")) if c is not None and c.i in by_token), None)
        main = climb(_governor(link), by_token)
        if other is None or main is None or by_token[other.i] == main:
            continue
        sign = 1 if link.lower_ == "after" else -1
        for known, wanted, step in ((main, by_token[other.i], -sign), (by_token[other.i], main, sign)):
            if known in times and wanted not in times and (day := _shifted(times[known], step * days)) is not None:
                out[wanted] = replace(time, type="DATE", value=day, timex=day, resolved_from="text")
    return out


def _days_of(time: Time) -> int | None:
    if time.type != "DURATION" or not time.timex:
        return None
    for pattern, size in _DAYS.items():
        head, tail = pattern.split("{}")
        number = time.timex.removeprefix(head).removesuffix(tail)
        if time.timex == f"{head}{number}{tail}" and number.isdigit():
            return int(number) * size
    return None


def _after_or_before(unit: Token) -> Token | None:
    """The "after" or "before" that a number of days measures, as a preposition or as the mark of a clause."""
    if unit.i + 1 >= len(unit.doc):
        return None
    following = unit.nbor()
    return following if following.lower_ in ("after", "before") and following.dep_ in ("mark", "prep") else None


def _governor(link: Token) -> Token:
    """What the measured phrase hangs on: above the clause that "after" opens, or above the preposition."""
    return link.head.head if link.dep_ == "mark" else link.head


def _shifted(time: Time, days: int) -> str | None:
    if time.value is None:
        return None
    try:
        return (date.fromisoformat(time.value) + timedelta(days)).isoformat()
    except (ValueError, OverflowError):
        return None  # not a plain day
