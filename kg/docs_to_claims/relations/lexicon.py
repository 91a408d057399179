"""The words behind lasting ties, from ``ontology/lexicon/relations.toml``, as typed entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.ontology import lexicon


@dataclass(frozen=True, slots=True)
class TieVerb:
    """Where a verb's tied ends stand: ``subject``, ``object`` or a preposition."""

    left: str
    predicate: str
    right: str
    passive: bool
    left_types: frozenset[str]
    share: bool = False


@cache
def words(key: str) -> frozenset[str]:
    """One word class."""
    return frozenset(lexicon("relations")["words"][key])


@cache
def validity_words(key: str) -> frozenset[str]:
    """One class of the words that limit how long or how surely a tie holds."""
    return frozenset(lexicon("relations")["validity"][key])


@cache
def _services() -> dict[str, str]:
    kinds = lexicon("relations")["serving"]
    return {verb: kind for kind in ("served", "left", "took", "named") for verb in kinds[kind]}


def service(lemma: str, particles: Iterable[str]) -> str | None:
    """How a verb whose "as" names an office tells of it, with one of the words behind it ("step down"): who it speaks
    of "served", "left" or "took" the office, or was "named" to it; else None.
    """
    return next((kind for p in (*particles, "") if (kind := _services().get(f"{lemma} {p}".strip())) is not None), None)


@cache
def tie_nouns() -> dict[str, str]:
    """The predicate of each noun in "X, a NOUN of Y"; a noun of two predicates has the first one listed."""
    out: dict[str, str] = {}
    for predicate, nouns in lexicon("relations")["nouns"].items():
        for noun in nouns:
            out.setdefault(noun, predicate)
    return out


@cache
def tie_verbs() -> dict[str, tuple[TieVerb, ...]]:
    """The ties each verb lemma can tell."""
    out: dict[str, tuple[TieVerb, ...]] = {}
    for entry in lexicon("relations")["verb"]:
        verb = TieVerb(
            entry["left"],
            entry["predicate"],
            entry["right"],
            entry.get("passive", False),
            frozenset(entry.get("left_types", ())),
            entry.get("share", False),
        )
        for lemma in entry["lemmas"]:
            out[lemma] = (*out.get(lemma, ()), verb)
    return out


@cache
def office_nouns() -> frozenset[str]:
    """Nouns that can head the name of an office or a calling."""
    offices, persons = lexicon("titles")["offices"], lexicon("actors")["person"]
    every = {w.lower() for key in ("neutral", "male", "female") for w in offices.get(key, ())}
    described = {w.lower() for key in ("neutral", "male", "female") for w in persons.get(key, ())}
    every |= described & words("calling")
    every |= words("calling")
    return frozenset(every - words("no_office") - words("kin"))


@cache
def honorifics() -> frozenset[str]:
    """Words of courtesy or rank before a name that name no office ("Mr", "Sir", "Dr")."""
    titles = lexicon("titles")["honorifics"]
    courtesy = {"dr", "dr.", "prof", "prof.", "rev", "rev.", "hon", "hon.", "saint"}
    return frozenset({w.lower() for key in ("male", "female") for w in titles[key]} | courtesy)
