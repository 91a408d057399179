"""Clauses as coreference sees them: whose verb a pronoun stands below, and which verbs only somebody can do."""

from __future__ import annotations

from functools import cache

from kg.articles_to_docs.names.words import SUBJECTS, Words
from kg.ontology import folder, lexicon

DOERS = frozenset({
    "accuse", "agree", "aid", "coerce", "concede", "consult", "contest", "cooperate", "justice", "legislate",
    "mobilize", "personnel", "protest", "reject", "request", "retreat", "sanction", "threaten", "transaction",
})  # fmt: skip
"""Event types whose active verbs only people and bodies can be the subject of."""


def governors(words: Words, i: int) -> list[int]:
    """The subjects of the clauses a token stands in, innermost first; an infinitive's may be an object above it."""
    found: list[int] = []
    node = i
    for _ in range(20):
        below, node = node, words.head[node]
        if node == below:
            break
        if words.pos[node] not in ("VERB", "AUX"):
            continue
        subject = next((c for c in words.children[node] if words.dep[c] in SUBJECTS and c < i and c != below), None)
        if not found and subject is not None and _passes_on(words, node, below):
            found += [c for c in words.children[node] if words.dep[c] == "dobj" and c < below][:1]
        if subject is not None:
            found.append(subject)
    return found


def _passes_on(words: Words, verb: int, below: int) -> bool:
    """Whether a verb's object does what stands below it: "forced the firm to …", "accused the firm of …ing"."""
    if words.dep[below] == "xcomp":
        return words.lemma[verb].lower() in _object_control()
    return words.dep[below] == "prep" and any(words.dep[c] == "pcomp" for c in words.children[below])


@cache
def _object_control() -> frozenset[str]:
    verbs = lexicon("actors")["verbs"]
    return frozenset(lexicon("status")["words"]["object_control"]) - frozenset(verbs["engaging"])


def governs(words: Words, subject: int, i: int) -> bool:
    """Whether a token is the subject of a verb that the pronoun stands below."""
    return words.dep[subject] in SUBJECTS and subject < i and subject in governors(words, i)


def dominates(words: Words, i: int, below: int) -> bool:
    """Whether a token stands above another in the tree: "a letter it had seen" — "it" is not the letter.

    What is only listed beside it does not count: "the crew and their families".
    """
    node = below
    for _ in range(40):
        if words.head[node] == node:
            return False
        listed = words.dep[node] == "conj"
        node = words.head[node]
        if node == i:
            return not listed
    return False


def predicated(words: Words, i: int, subject: int) -> bool:
    """Whether a possessive stands in what a subject is said to be: "debt was its problem" — it is not the debt."""
    owned = words.head[i]
    if words.dep[i] != "poss" or words.dep[owned] != "attr":
        return False
    return words.dep[subject] in SUBJECTS and words.head[owned] == words.head[subject]


def acts_itself(words: Words, i: int) -> bool:
    """Whether a pronoun is the subject of a deed that takes a person or a body: "it denied", "they demand"."""
    verb = words.head[i]
    return words.dep[i] == "nsubj" and words.pos[verb] == "VERB" and words.lemma[verb].lower() in _doing()


def befalls_things(words: Words, i: int) -> bool:
    """Whether a pronoun is the subject of what befalls things only: "the day it sank" tells of no company."""
    verb = words.head[i]
    return words.dep[i] in SUBJECTS and words.lemma[verb].lower() in lexicon("actors")["verbs"]["of_things"]


def causes(words: Words, i: int, noun: int) -> bool:
    """Whether a pronoun does what a disaster told of does: "A fire broke out. It killed nine."."""
    table = lexicon("things")["causes"]
    if words.dep[i] != "nsubj" or words.lemma[words.head[i]].lower() not in table["verbs"]:
        return False
    return words.lemma[noun].lower() in table["nouns"]


@cache
def _doing() -> frozenset[str]:
    verbs = set(lexicon("actors")["verbs"]["doing"]) | set(lexicon("reporting")["verb"])
    verbs -= set(lexicon("actors")["verbs"]["things_too"])
    for kind in sorted(DOERS):
        if (folder() / "lexicon" / "events" / f"{kind}.toml").is_file():
            for sense in lexicon(f"events/{kind}").get("sense", ()):
                if "verb" in sense and "prep" not in sense and "particle" not in sense:
                    verbs.add(sense["verb"].lower())
    return frozenset(verbs - set(lexicon("actors")["verbs"]["things_too"]))
