"""How a status is called, drawn and explained: ``ontology/display.toml`` and the ontology, read and never invented."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import VocabularyError
from kg.ontology import PREFIXES, folder, terms
from kg.rdf_to_report.graph import UTTERANCE, Situation

FACT = "reportedFact"
SAID = "said"
# Statuses as a reader looks for them. What a situation is in decides its look, its label and what a filter leaves.
GROUPS = {
    FACT: "fact",
    "planned": "planned",
    "predicted": "planned",
    "uncertain": "possible",
    "wanted": "possible",
    "unwanted": "possible",
    "claimed": "claimed",
    "disputed": "disputed",
    "denied": "disputed",
}
FILTERS = (
    ("fact", "Reported as fact"),
    ("said", "Statements"),
    ("planned", "Planned or predicted"),
    ("possible", "Possible or wanted"),
    ("claimed", "Claimed"),
    ("disputed", "Disputed or denied"),
)
_MEANINGS = {
    FACT: "An article tells it in its own voice, and nothing in this graph says otherwise. That is not proof.",
    SAID: "That it was said is reported as fact. Whether what was said is so is another question.",
}


@dataclass(frozen=True, slots=True)
class Look:
    """A status: its name in the page's style, its group, what it is called and what it means."""

    name: str
    group: str
    label: str
    meaning: str


@cache
def _tables() -> Mapping[str, Any]:
    path = folder() / "display.toml"
    if not path.is_file():
        raise VocabularyError(f"no display.toml in {folder()}: the report needs it for labels; reinstall newskg")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def look(situation: Situation) -> Look:
    """How a situation is marked: by its status, or as said where it is a statement that was made."""
    return by_name(SAID if situation.kind == UTTERANCE and situation.status == FACT else situation.status)


@cache
def by_name(name: str) -> Look:
    """The look of a status by its local name; of an unknown one, that of what is uncertain under its own name."""
    if name == SAID:
        return Look(SAID, SAID, "Statement", _MEANINGS[SAID])
    if name not in GROUPS:
        return Look("uncertain", "possible", name, "A status that this program does not know.")
    label = str(_tables()["status"][name]["label"])
    term = terms().get(PREFIXES["nkg"] + name)
    meaning = _MEANINGS.get(name) or ((term and term.one("rdfs:comment")) or "").removeprefix("Status: ")
    return Look(name, GROUPS[name], label[:1].upper() + label[1:], meaning[:1].upper() + meaning[1:])


def kind_label(kind: str) -> str:
    """What a class of entities is called.

    >>> kind_label("GeopoliticalEntity")
    'country or government'
    """
    known: Mapping[str, Any] = _tables()["entity"]
    return str(known.get(kind, known["Entity"])["label"])


def style() -> str:
    """The line beside each status as CSS, drawn with the dashes, widths and colours of ``display.toml``."""
    rules = [f".mark.{SAID} {{ {_line([2, 2], 3, 'var(--soft)')} }}"]
    for name in GROUPS:
        drawn = _tables()["status"][name]
        colour = "var(--ink)" if drawn["colour"] == "#000000" else drawn["colour"]
        rules.append(f".mark.{name} {{ {_line(drawn['dashes'], 2 + drawn['width'], colour)} }}")
    return "\n".join(rules) + "\n"


def _line(dashes: list[int], width: int, colour: str) -> str:
    """A line down the left edge: the declarations of a background image as wide as the line."""
    stops, at = [], 0
    for k, length in enumerate(dashes or [8]):
        paint = "transparent" if k % 2 else colour
        stops.append(f"{paint} {at}px {at + length}px")
        at += length
    image = f"repeating-linear-gradient(to bottom, {', '.join(stops)})"
    return f"background: {image} left / {width}px 100% no-repeat;"
