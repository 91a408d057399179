"""Runs of capitalised words: what the model passed over, and neighbours that make one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.articles_to_docs.names.cutting import candidate, common_noun
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Tokens ``first`` to ``last`` that may be a name; ``label`` is the model's, empty if it saw none."""

    first: int
    last: int
    label: str
    sure: bool = True


def missed_runs(words: Words, blocked: frozenset[int], inner: frozenset[int]) -> Iterator[Run]:
    """Runs of capitalised words outside ``blocked`` tokens; a lone one at a sentence start is not sure.

    ``inner`` are tokens inside a name of the gazetteer, where no run begins.
    """
    i = 0
    while i < len(words):
        if i in blocked or i in inner or not candidate(words, i):
            i += 1
            continue
        last = _run_end(words, i, blocked)
        if i < last:
            yield Run(i, last, "", any(words.pos[k] == "PROPN" for k in range(i, last + 1)))
        elif not common_noun(words, i) and (words.pos[i] == "PROPN" or not words.opens_sentence(i)):
            yield Run(i, last, "", not words.opens_sentence(i))
        i = last + 1


def _run_end(words: Words, i: int, blocked: frozenset[int]) -> int:
    links = vocabulary().run_links

    def fits(k: int) -> bool:
        return k < len(words) and k not in blocked and words.sentence[k] == words.sentence[i]

    last = i
    while fits(last + 1):
        if candidate(words, last + 1):
            last += 1
        elif words.lower[last + 1] in links and fits(last + 2) and candidate(words, last + 2):
            last += 2
        else:
            break
    return last


def joined(words: Words, runs: list[Run]) -> list[Run]:
    """Neighbouring runs of one noun phrase made one name ("Kemsley" + "Holdings Plc"), unless the first is a nation."""
    out: list[Run] = []
    for run in runs:
        if out and run.first <= out[-1].last:
            continue
        if out and (_glued(words, out[-1], run) or (run.first == out[-1].last + 1 and _one_name(words, out[-1], run))):
            before = out.pop()
            own, other = (run.label, before.label) if before.label == "GPE" else (before.label, run.label)
            out.append(Run(before.first, run.last, own or other, before.sure or run.sure))
        else:
            out.append(run)
    return out


def _glued(words: Words, before: Run, after: Run) -> bool:
    """Whether one hyphen without spaces holds two runs together; which later may turn out to be two names."""
    hyphen = before.last + 1
    if after.first != hyphen + 1 or words.text[hyphen] not in ("-", "–"):
        return False
    return words.end[before.last] == words.start[hyphen] and words.end[hyphen] == words.start[after.first]


def _one_name(words: Words, before: Run, after: Run) -> bool:
    v, joint = vocabulary(), before.last
    if words.sentence[before.first] != words.sentence[after.first]:
        return False
    if before.label == after.label == "PERSON":
        return before.first == joint and words.text[joint] not in v.honorific
    if words.dep[joint] not in ("compound", "amod", "nmod") or not after.first <= words.head[joint] <= after.last:
        return False
    if before.label == "NORP":
        return words.text[after.last] in v.org_last and before.first == joint and words.pos[joint] != "NOUN"
    if words.dep[joint] != "compound":
        return False
    if after.label == "PERSON":
        return before.label == "" and words.text[joint] in v.given
    return True
