"""What the date of an event says about whether it has happened yet, beside the day the article appeared."""

from __future__ import annotations

from dataclasses import replace

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import Reality
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load
from kg.edtf import resolve_window
from kg.records import Time


def settle(reading: Reading, trigger: Trigger, state: Reality, time: Time | None) -> tuple[Reality, Time | None]:
    """The state and the time of an event after its words and its date have been held against each other."""
    to_come = _is_to_come(reading, time)
    if to_come and _is_past(trigger):
        time, to_come = None, False  # what is told in the past has no day to come: "backed her for the 2027 election"
    if to_come and state.modality == "actual":  # "the court rules on Friday"
        state = Reality(state.polarity, "future", state.certainty, False, (*state.cues, "date to come"))
    if _may_be_to_come(reading, trigger, time) and state.modality == "actual" and state.certainty == "certain":
        state = replace(state, certainty="probable", cues=(*state.cues, "year not over"))
    if trigger.sense.lemma in load().states and trigger.token.tag_ in ("VBZ", "VBP"):
        state = replace(state, ongoing=True)  # "the estate includes a mill"
    return state, None if state.ended else time  # the day is that of its end


def _window(time: Time | None) -> tuple[str, str] | None:
    return resolve_window(time.value) if time is not None and time.value else None


def _is_to_come(reading: Reading, time: Time | None) -> bool:
    """Whether a time begins after the day of the article, or is one that something is to be done by."""
    published, window = reading.article.published, _window(time)
    if not (published and window and time):
        return False
    by = "by" in reading.article.text[max(0, time.start - 3) : time.start + 3].lower().split()
    return window[0] > published[:10] or (by and window[1] > published[:10] == window[0])


def _may_be_to_come(reading: Reading, trigger: Trigger, time: Time | None) -> bool:
    """Whether a noun is only mentioned with a year that has months left: "his choice for the 2024 election"."""
    published, window = reading.article.published, _window(time)
    if trigger.sense.pos != "noun" or trigger.light is not None or trigger.token.dep_ != "pobj":
        return False
    if not (published and window and time and time.value):
        return False
    return len(time.value) == len("2024") and window[0] <= published[:10] < window[1]


def _is_past(trigger: Trigger) -> bool:
    told = trigger.light or trigger.token
    helpers = {c.lower_ for c in children(told) if c.dep_ in ("aux", "auxpass")}
    if told.tag_ == "VBN" and not helpers and told.dep_ == "acl":
        return told.lemma_.lower() not in load().expecting  # "the notice released on Friday", not "a trip planned for"
    if told.tag_ == "VBG" and not helpers and told.dep_ in ("advcl", "conj"):
        return told.head.tag_ == "VBD"  # "The blast came on Friday, killing eight"
    return told.tag_ == "VBD" or (told.tag_ == "VBN" and bool(helpers & {"was", "were", "had"}))
