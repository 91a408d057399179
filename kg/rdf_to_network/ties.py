"""Who is tied to whom by a situation.

The doer is tied to whoever else takes part; a meeting of equals ties each pair, without direction. Only if the
doer has no counterpart is the tie drawn to what it is about, and last to where it is: occupying a region.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.rdf_to_network.situations import Reading, Situation

DOERS = ("actor", "holder", "bearer", "cause")
# A role outside DOERS, MATTERS, PLACES and ASIDE is a counterpart: recipient, participant, counterpart ...
MATTERS = ("theme", "topic")
PLACES = ("place",)
ASIDE = ("medium", "instrument")
OTHER = "Other"
# No role of the graph: who acts in what a statement speaks of.
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge to be: two entity IRIs, their roles, the situation's IRI. ``mutual``: the order means nothing."""

    source: str
    target: str
    roles: tuple[str, str]
    situation: str
    label: str
    mutual: bool = False


def ties(situation: Situation, reading: Reading) -> list[Tie]:
    """The ties of one situation, in the order of roles and IRIs; a shortcut of the graph gives its label."""
    doers = _players(situation, lambda role: role in DOERS, ())
    counterparts = _players(situation, lambda role: role not in DOERS + MATTERS + PLACES + ASIDE, tuple(doers))
    if situation.kind == "Utterance":
        counterparts = _spoken_of(situation, reading, doers, counterparts)
    matters = _players(situation, lambda role: role in MATTERS, tuple(doers))
    places = _players(situation, lambda role: role in PLACES, tuple(doers))
    mutual = False
    if doers and counterparts:
        pairs = [(a, b) for a in doers for b in counterparts]
    elif len(doers) > 1 or len(counterparts) > 1:
        pairs, mutual = list(combinations(doers or counterparts, 2)), True
    else:
        pairs = [(a, b) for a in doers for b in (matters or places)]
    roles = counterparts | doers if mutual else places | matters | counterparts | doers
    made = [
        Tie(a, b, (roles[a], roles[b]), situation.iri, _label(situation, reading, (a, b), roles[b], mutual), mutual)
        for a, b in pairs
    ]
    return made + _shortcuts_left(situation, reading, made, roles)


def _players(situation: Situation, wanted: Callable[[str], bool], taken: tuple[str, ...]) -> dict[str, str]:
    """Entity IRI -> role, of the wanted roles; the narrower role wins over "participant"."""
    found: dict[str, str] = {}
    for role, entity in situation.roles:
        if wanted(role) and entity not in taken and found.get(entity, "participant") == "participant":
            found[entity] = role
    return dict(sorted(found.items()))


def _spoken_of(
    situation: Situation, reading: Reading, doers: dict[str, str], addressed: dict[str, str]
) -> dict[str, str]:
    """Whom a speaker addresses, and who or what the statement is about."""
    found = dict(addressed)
    for role, entity in situation.roles:
        if role in MATTERS and entity not in doers:
            found.setdefault(entity, role)
    for other in situation.spoken_of:
        for role, entity in reading.by_iri[other].roles:
            # Only who acts: every agent of a situation is a participant, whatever other role it has.
            if role == "participant" and entity not in doers:
                found.setdefault(entity, ABOUT)
    return dict(sorted(found.items()))


def _label(situation: Situation, reading: Reading, ends: tuple[str, str], role: str, mutual: bool) -> str:
    """The title of an office; the name of the graph's shortcut; else the type and how the far end belongs to it.

    Events of no type in particular go by the words that tell of them. Two who do the same to a third do it together,
    to two it is done to both: without that word it would read as done to each other.
    """
    facts = reading.shortcuts.get(situation.iri, ())
    names = [f.name for f in facts if (f.subject, f.object) == ends or (mutual and (f.object, f.subject) == ends)]
    addition = {"topic": " about", ABOUT: " about", "place": " in"}.get(role, "")
    if mutual and role != "participant":
        addition = ", together" if role in DOERS else ", both"
    if situation.title:
        return situation.title
    kind = _words(situation, reading) if situation.type == OTHER else ""
    return " · ".join(dict.fromkeys(names)) or (kind or situation.type_label) + addition


def _words(situation: Situation, reading: Reading) -> str:
    """The words that tell of a situation, in the first sentence that has them; "" if the graph leaves them out."""
    told = (e.sentence[e.highlight[0] : e.highlight[1]] for e in reading.evidence.get(situation.iri, ()) if e.highlight)
    return " ".join(next(told, "").split())


def _shortcuts_left(situation: Situation, reading: Reading, made: list[Tie], roles: dict[str, str]) -> list[Tie]:
    """Shortcuts between entities that no role pair gave."""
    covered = {frozenset((tie.source, tie.target)) for tie in made}
    found = []
    for fact in reading.shortcuts.get(situation.iri, ()):
        ends = frozenset((fact.subject, fact.object))
        if len(ends) == 2 and ends not in covered and ends <= reading.entities.keys():
            covered.add(ends)
            pair = (roles.get(fact.subject, "subject"), roles.get(fact.object, "object"))
            found.append(Tie(fact.subject, fact.object, pair, situation.iri, fact.name))
    return found
