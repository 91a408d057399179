"""The words of saying, from ``ontology/lexicon/reporting.toml``, as typed entries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.ontology import lexicon


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its stance, the complements that can hold what was said, and whom it names as spoken to."""

    lemma: str
    stance: str
    takes: frozenset[str]
    addressee: str | None = None
    particle: str | None = None
    figures: frozenset[str] = frozenset()
    label_stance: str | None = None
    forms: frozenset[str] = frozenset()
    of_text: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a source without a verb ("according to"), lower case."""

    words: tuple[str, ...]
    stance: str
    after_comma: bool = False


@dataclass(frozen=True, slots=True)
class Reporting:
    """The whole word list."""

    verbs: dict[str, Verb]
    phrases: tuple[Phrase, ...]
    nouns: dict[str, str]
    relaying: frozenset[str]
    reporting: frozenset[str]
    sourcing: frozenset[str]
    issuing: frozenset[str]
    nobody: frozenset[str]
    conditions: frozenset[str]
    no_one: frozenset[str]
    front: frozenset[str]
    empty_objects: frozenset[str]
    shown: frozenset[str]
    venue_nouns: frozenset[str]
    venue_prepositions: frozenset[str]
    not_outlets: frozenset[str]
    outlet_nouns: frozenset[str]
    elaborating: frozenset[str]
    providing: frozenset[str]
    performative: frozenset[str]
    details: frozenset[str]


@cache
def reporting() -> Reporting:
    """The word list, read once. Raises VocabularyError when the file is missing."""
    data = lexicon("reporting")
    verbs = {
        lemma: Verb(
            lemma,
            entry["stance"],
            frozenset(entry["takes"]),
            entry.get("addressee"),
            entry.get("particle"),
            frozenset(entry.get("figures", ())),
            entry.get("label_stance"),
            frozenset(entry.get("forms", ())),
            entry.get("of_text", False),
        )
        for lemma, entry in data["verb"].items()
    }
    phrases = tuple(
        Phrase(tuple(words.split()), entry["stance"], entry.get("after_comma", False))
        for words, entry in data["phrase"].items()
    )
    relay, unsaid, venue = data["relay"], data["unsaid"], data["venue"]
    return Reporting(
        verbs | {form: verb for verb in verbs.values() for form in verb.forms},
        phrases,
        {noun: entry["stance"] for noun, entry in data["noun"].items()},
        frozenset(relay["verbs"]),
        frozenset(relay["reporting"]),
        frozenset(relay["sourcing"]),
        frozenset(relay["issuing"]),
        frozenset(unsaid["nobody"]),
        frozenset(unsaid["conditions"]),
        frozenset(unsaid["no_one"]),
        frozenset(data["front"]["verbs"]),
        frozenset(data["object"]["empty"]),
        frozenset(data["object"]["shown"]),
        frozenset(venue["nouns"]),
        frozenset(venue["prepositions"]),
        frozenset(venue["not_outlets"]),
        frozenset(venue["outlet_nouns"]),
        frozenset(data["kept_back"]["elaborating"]),
        frozenset(data["kept_back"]["providing"]),
        frozenset(data["performative"]["verbs"]),
        frozenset(data["kept_back"]["details"]),
    )
