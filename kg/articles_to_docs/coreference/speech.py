"""Who speaks the quotation that a pronoun stands in, and so is not meant by it."""

from __future__ import annotations

from kg.articles_to_docs.coreference.before import Before
from kg.articles_to_docs.names.chains import Chain
from kg.articles_to_docs.names.words import SUBJECTS, Words

SAYING = frozenset(
    {
        "say",
        "add",
        "tell",
        "claim",
        "warn",
        "write",
        "ask",
        "note",
        "argue",
        "insist",
        "deny",
        "explain",
        "announce",
        "state",
        "declare",
        "admit",
        "confirm",
        "report",
        "call",
        "describe",
        "tweet",
        "comment",
        "remark",
        "stress",
        "testify",
        "reply",
        "recall",
        "respond",
        "continue",
        "conclude",
    }
)


def speakers(before: Before, i: int) -> tuple[Chain, ...]:
    """Who speaks the quotation that a pronoun stands in: the named subject of a verb of saying beside the quotation.

    "Vance testified. “He had a key,” Vance said." – whoever had the key, it was not Vance.
    """
    words = before.words
    if not words.quoted[i]:
        return ()
    here = words.sentence[i]
    first, last = words.sentence_starts[max(0, here - 1)], min(len(words), i + 80)
    found = []
    for j in range(first, last):
        apart = words.sentence[j] - here
        if apart > 1 or words.quoted[j] or j not in before.at_head or words.dep[j] not in SUBJECTS:
            continue
        between = range(min(i, j), max(i, j))
        if _says(words, words.head[j]) and (apart == 0 or _runs_on(words, between, apart)):
            found.append(before.at_head[j])
    return tuple(found)


def _says(words: Words, verb: int) -> bool:
    """Whether a verb, or a participle below it, says something: "described the fire, stating, “…”"."""
    below = [c for c in words.children[verb] if words.tag[c] == "VBG" and words.dep[c] == "advcl"]
    return any(words.lemma[k] in SAYING for k in (verb, *below))


def _runs_on(words: Words, between: range, apart: int) -> bool:
    """Whether a quotation of the sentence before or after goes on here: "“…,” Vance said. “He had a key.”"."""
    told = [k for k in between if words.quoted[k]]
    return len(told) > 1 if apart > 0 else any(words.quoted[k] for k in _sentence_of(words, between.start))


def _sentence_of(words: Words, i: int) -> range:
    start = words.sentence_starts[words.sentence[i]]
    end = next((k for k in range(start, len(words)) if words.sentence[k] != words.sentence[i]), len(words))
    return range(start, end)
