"""The event lexicon: which words name which kind of event, and which grammatical slot fills which role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from kg.ontology import folder, lexicon

SYMMETRIC = frozenset({"consult", "agree", "cooperate", "contest", "transaction"})
"""Root types whose second party is a counterpart: what stands after "with" is a patient."""

VERB_SLOTS = {
    "subject": "agent", "object": "patient", "by": "agent", "dative": "recipient", "to": "recipient",
    "with": "participant", "against": "patient", "on": "topic", "about": "topic", "over": "topic", "clause": "topic",
}  # fmt: skip
NOUN_SLOTS = {
    "possessor": "agent", "by": "agent", "of": "patient", "between": "agent", "with": "participant",
    "against": "patient", "on": "patient", "to": "recipient", "adjective": "agent", "compound": "participant",
    "over": "topic", "about": "topic",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb, noun or adjective: the event it names and the roles of its slots.

    ``then``: the root types one of which the act of its to-clause has ("vowed to crush the revolt" threatens);
    ``asks``: the to-clause has a doer of its own ("wants Norland to leave"); ``unknown``: the lexicon has no such verb.
    """

    pos: str
    lemma: str
    type: str
    subtype: str | None
    particle: str | None
    object: frozenset[str]
    prep: frozenset[str]
    pobj: frozenset[str]
    subject: frozenset[str]
    passive: bool
    intransitive: bool
    object_type: frozenset[str]
    then: frozenset[str]
    asks: bool
    roles: Mapping[str, str]
    unknown: bool = False

    @property
    def weight(self) -> int:
        """How constrained the sense is; the most constrained that fits is taken."""
        return (
            4 * bool(self.particle)
            + 3 * bool(self.object)
            + 2 * bool(self.pobj)
            + 3 * bool(self.subject)
            + bool(self.passive or self.intransitive)
            + bool(self.object_type)
            + bool(self.prep)
            + 3 * bool(self.then)
            + 3 * self.asks
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All senses by (part of speech, lemma), most constrained first, and the word classes around them."""

    senses: Mapping[tuple[str, str], tuple[Sense, ...]]
    light: frozenset[str]
    light_patient: frozenset[str]
    carrying: frozenset[str]
    held: frozenset[str]
    adjectival: frozenset[str]
    happen: frozenset[str]
    never: frozenset[str]
    saying: frozenset[str]
    raising: frozenset[str]
    expecting: frozenset[str]
    naming: frozenset[str]
    states: frozenset[str]
    never_noun: frozenset[str]
    implicative: Mapping[str, str]


@cache
def load() -> Lexicon:
    """The event lexicon of ``ontology/lexicon``, read once."""
    index: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for path in sorted((folder() / "lexicon" / "events").glob("*.toml")):
        for entry in lexicon(f"events/{path.stem}").get("sense", ()):
            sense = _sense(path.stem, entry)
            index[sense.pos, sense.lemma].append(sense)
    light, none = lexicon("light"), lexicon("none")
    never: set[str] = set()
    for key in ("verbs", "aspect", "mental", "relaying"):
        never |= set(none[key])
    return Lexicon(
        senses={key: tuple(sorted(senses, key=lambda s: -s.weight)) for key, senses in index.items()},
        light=frozenset(light["light"]),
        light_patient=frozenset(light.get("patient", ())),
        carrying=frozenset(light["carrying"]),
        held=frozenset(light["held"]),
        adjectival=frozenset(light["adjectival"]),
        happen=frozenset(light["happen"]),
        never=frozenset(never),
        saying=frozenset(none["saying"]),
        raising=frozenset(none["raising"]),
        expecting=frozenset(none["expecting"]),
        naming=frozenset(none["naming"]),
        states=frozenset(none["states"]),
        never_noun=frozenset(none.get("nouns", ())),
        implicative=dict(none.get("implicative", {})),
    )


def _sense(root: str, entry: Mapping[str, Any]) -> Sense:
    pos = next(p for p in ("verb", "noun", "adjective") if p in entry)
    lemma, _, particle = entry[pos].partition(" ") if pos == "verb" else (entry[pos], "", "")
    slots = dict(VERB_SLOTS if pos == "verb" else NOUN_SLOTS)
    if root in SYMMETRIC:
        slots["with"] = "patient"
        slots["on"] = "topic"  # talks on a fishing zone are not with it
    return Sense(
        pos=pos,
        lemma=lemma.lower(),
        type=root,
        subtype=entry.get("subtype"),
        particle=particle or None,
        object=frozenset(w.lower() for w in entry.get("object", ())),
        prep=frozenset(entry.get("prep", ())),
        pobj=frozenset(w.lower() for w in entry.get("pobj", ())),
        subject=frozenset(w.lower() for w in entry.get("subject", ())),
        passive=entry.get("voice") == "passive",
        intransitive=entry.get("voice") == "intransitive",
        object_type=frozenset(entry.get("object_type", ())),
        then=frozenset(entry.get("then", ())),
        asks=entry.get("asks", False),
        roles=slots | dict(entry.get("roles", {})),
    )


def unknown_verb(lemma: str) -> Sense:
    """The sense of a verb the lexicon does not have: an event of type other, with the default slots."""
    return replace(_sense("other", {"verb": lemma}), unknown=True)
