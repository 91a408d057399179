"""The three axes behind a status, and how one cue changes them.

The axes follow Saurí & Pustejovsky 2009 (FactBank); the status follows from them by the table of the claims contract.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kg.ontology import lexicon

Effect = tuple[str, str]
"""What a cue does (see ``ontology/lexicon/status.toml``) and the cue itself."""


@dataclass(frozen=True, slots=True)
class Reality:
    """The three axes behind a status, whether the event is under way, and the cue words that decided.

    ``hearsay``: somebody says so; ``alleged``: somebody charges it. Both matter where no claim names who.
    ``ended``: it had been going on when it was stopped, so that the day of the stop is not its own.
    """

    polarity: str = "positive"
    modality: str = "actual"
    certainty: str = "certain"
    ongoing: bool = False
    cues: tuple[str, ...] = ()
    hearsay: bool = False
    alleged: bool = False
    ended: bool = False

    @property
    def status(self) -> str:
        """The status of the claims contract for these axes."""
        if self.modality == "desired":
            return "demanded"
        if self.modality == "conditional":
            return "conditional"
        if self.modality in ("hypothetical", "generic") or self.certainty == "possible":
            return "possible"
        if self.polarity == "negative":
            return "negated"
        if self.modality == "future":
            return "planned"
        return "ongoing" if self.ongoing else "occurred"


UNREAL = frozenset({"future", "would", "possible", "conditional", "desired", "generic"})
"""Effects that leave open, or put off, whether something happens."""

_RANK = {"actual": 0, "future": 1, "generic": 2, "conditional": 3, "hypothetical": 4, "desired": 5}


@cache
def words() -> dict[str, Any]:
    """The cue words, by the class of thing they act on."""
    tables = lexicon("status")
    return {**tables, "words": {name: frozenset(listed) for name, listed in tables["words"].items()}}


def apply(state: Reality, effect: str, cue: str) -> Reality:
    """The state after one more cue. A stronger modality is never weakened; two negations cancel."""
    cues = (*state.cues, cue)
    if effect in ("negative", "denied", "stopped"):
        flipped = "positive" if state.polarity == "negative" else "negative"
        return replace(state, polarity=flipped, cues=cues)
    if effect == "forbidden":
        return _raise(apply(state, "negative", cue), "desired", cues)
    if effect in ("future", "would"):
        return _raise(state, "future", cues)
    if effect == "possible":
        return replace(_raise(state, "hypothetical", cues), certainty="possible")
    if effect in ("conditional", "desired", "generic"):
        return _raise(state, effect, cues)
    if effect == "probable":
        return replace(state, certainty="probable" if state.certainty == "certain" else state.certainty, cues=cues)
    if effect == "ongoing":
        return replace(state, ongoing=True, cues=cues)
    if effect == "hearsay":
        return replace(state, hearsay=True, cues=cues)
    if effect == "ended":
        return replace(state, ended=True, cues=cues)
    if effect == "suspected":
        return replace(apply(state, "probable", cue), alleged=True)
    if effect == "alleged":
        return replace(state, alleged=True, cues=cues)
    return state


def _raise(state: Reality, modality: str, cues: tuple[str, ...]) -> Reality:
    stronger = modality if _RANK[modality] > _RANK[state.modality] else state.modality
    return replace(state, modality=stronger, cues=cues)


def unsourced(state: Reality) -> Reality:
    """The state of what somebody unnamed says or charges: at most probable, or open; never the article's own word."""
    if state.alleged and state.modality in ("actual", "future"):
        return replace(state, polarity="positive", modality="hypothetical", certainty="possible")
    if (state.hearsay or state.alleged) and state.certainty == "certain":
        return replace(state, certainty="probable")
    return state
