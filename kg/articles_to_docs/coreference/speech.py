"""Who speaks the quotation that a pronoun stands in, and so is not meant by it."""

from __future__ import annotations

from kg.articles_to_docs.coreference.before import Before
from kg.articles_to_docs.names.chains import Chain
from kg.articles_to_docs.names.words import SUBJECTS, Words

LONG = 200
"""Words over which a quotation is followed back to its opening mark."""
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
    here, opened = words.sentence[i], i
    while opened and words.quoted[opened - 1] and i - opened < LONG:
        opened -= 1
    first, last = words.sentence_starts[max(0, words.sentence[opened] - 1)], min(len(words.text), i + 80)
    found = []
    for j in range(first, last):
        apart = words.sentence[j] - here
        if apart > 1 or words.quoted[j] or j not in before.at_head or words.dep[j] not in SUBJECTS:
            continue
        between = range(min(i, j), max(i, j))
        if _says(words, words.head[j]) and (apart == 0 or _runs_on(words, between, apart)):
            found.append(before.at_head[j])
    return tuple(found)


def added_by(before: Before, i: int) -> Chain | None:
    """Who spoke in the sentences before, where a pronoun adds something behind what it says: "Wor was dead, he added".

    The speaker goes on to speak; who is told of in the words before the pronoun is somebody else.
    """
    words = before.words
    if words.dep[i] != "nsubj" or not added(words, i):
        return None
    here = words.sentence[i]
    for spot, chain in before.within(i, 2):
        verb = words.head[spot.head]
        if words.sentence[spot.head] < here and words.dep[spot.head] in SUBJECTS and words.lemma[verb] in SAYING:
            return chain if chain.person else None
    return None


def added(words: Words, i: int) -> bool:
    """Whether a pronoun and its verb of saying stand behind the words said."""
    verb = words.head[i]
    if words.lemma[verb] not in SAYING or words.quoted[i]:
        return False
    first = words.sentence_starts[words.sentence[i]]
    told = any(words.dep[c] in ("ccomp", "parataxis") and c < i for c in words.children[verb])
    return told or (i - 1 > first and words.text[i - 1] in ("”", '"', ",") and words.quoted[i - 2])


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
    end = next((k for k in range(start, len(words.text)) if words.sentence[k] != words.sentence[i]), len(words.text))
    return range(start, end)
