"""Runs of capitalised words: what the model passed over, and neighbours that make one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.articles_to_docs.names.cutting import candidate, common_noun, concerns, openers
from kg.articles_to_docs.names.gazetteer import cities, known
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon


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
    last = -1
    for i in words.raised:
        if i <= last or i in blocked or i in inner or not candidate(words, i):
            continue
        last = _run_end(words, i, blocked)
        if i < last:
            yield Run(i, last, "", any(words.pos[k] == "PROPN" for k in range(i, last + 1)))
        elif not common_noun(words, i) and (words.pos[i] == "PROPN" or not words.opens_sentence(i)):
            yield Run(i, last, "", not words.opens_sentence(i))


def _run_end(words: Words, i: int, blocked: frozenset[int]) -> int:
    links = vocabulary().run_links

    def fits(k: int) -> bool:
        return k < len(words.text) and k not in blocked and words.sentence[k] == words.sentence[i]

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
    for run in (part for whole in runs for part in _apart(words, whole)):
        if out and run.first <= out[-1].last:
            continue
        if out and (
            _glued(words, out[-1], run)
            or (run.first == out[-1].last + 1 and _one_name(words, out[-1], run))
            or (run.first == out[-1].last + 2 and _linked(words, out[-1], run))
        ):
            before = out.pop()
            own, other = (run.label, before.label) if before.label == "GPE" else (before.label, run.label)
            own = "FAC" if _is_seat(words, before, run) else own
            out.append(Run(before.first, run.last, own or other, before.sure or run.sure))
        else:
            out.append(run)
    return [_with_sons(words, run) for run in out]


def _apart(words: Words, run: Run) -> Iterator[Run]:
    """A run, in two where "and" joins names that each stand alone elsewhere: "Lund" + "Holt"."""
    link = run.first + 1
    if run.last != run.first + 2 or words.lower[link] != "and":
        yield run
        return
    one, other, text = words.text[run.first], words.text[run.last], words.text
    alone = any(word == one and text[k + 1 : k + 2] != ["and"] for k, word in enumerate(text))
    if alone and any(word == other and text[k - 1] != "and" for k, word in enumerate(text)):
        yield Run(run.first, run.first, "", run.sure)
        yield Run(run.last, run.last, "", run.sure)
    else:
        yield run


def _with_sons(words: Words, run: Run) -> Run:
    """The name of a firm with its "and Sons"."""
    link = run.last + 1
    if link + 1 >= len(words.text) or words.lower[link] not in ("and", "&"):
        return run
    whole = words.text[link + 1] in vocabulary().firm_last
    if not whole and words.capitalised(link + 1) and words.head[link + 1] == run.last:
        matters = vocabulary().matters  # "Office on Rivers" + "and Lakes"
        whole = any(words.lower[k] in matters for k in range(run.first + 1, run.last))
    return replace(run, last=link + 1) if whole else run


def _glued(words: Words, before: Run, after: Run) -> bool:
    """Whether one hyphen without spaces holds two runs together; which later may turn out to be two names."""
    hyphen = before.last + 1
    if after.first != hyphen + 1 or words.text[hyphen] not in ("-", "–"):
        return False
    return words.end[before.last] == words.start[hyphen] and words.end[hyphen] == words.start[after.first]


def _linked(words: Words, before: Run, after: Run) -> bool:
    """Whether one small word or mark between two runs is part of one name."""
    link = before.last + 1
    word = words.lower[link]
    if words.sentence[before.first] != words.sentence[after.first] or words.text[link].isupper():
        return False
    if word == ",":  # "Washington, D.C."
        return words.text[before.last] == "Washington" and words.text[after.first] in ("D.C.", "DC")
    if word in ("'s", "’s"):
        return _named_for(words, before, after)
    if word in vocabulary().person_links and word.isalpha():  # "Arnel" + "dela" + "Vega"
        lone = before.first == before.last and before.label in ("", "PERSON")
        return lone and after.label == "PERSON" and words.pos[before.last] == "PROPN"
    if word in ("and", "&"):
        return _firm(words, before, after)
    to_it = words.dep[link] == "prep" and before.first <= words.head[link] <= before.last
    return to_it and after.label not in ("GPE", "PERSON", "NORP") and word != "to" and concerns(words, link)


def _named_for(words: Words, before: Run, after: Run) -> bool:
    """Whether a possessive opens the name of a place: "Hawke's Bay", where Hawke is nobody of the article."""
    v, owner = vocabulary(), words.text[before.last]
    if before.first != before.last or owner in known() or words.text[after.last] not in v.place_last | v.shrines:
        return False
    owned = all(words.text[k + 1] in ("'s", "’s") for k, word in enumerate(words.text) if word == owner)
    return owned and not cities(owner)


def _firm(words: Words, before: Run, after: Run) -> bool:
    """Whether "and" joins the partners a body is named for: "Lund and Sons", "the firm Lund Vale and White"."""
    v, last = vocabulary(), words.text[after.last]
    if before.label in ("GPE", "NORP") or words.text[before.first] in known() or words.text[before.last] in v.ends:
        return False
    if after.first == after.last and _always_together(words, before.last, after.first):
        return before.label in ("", "PERSON", "ORG")
    noun = before.first - 1
    the = noun >= 0 and words.lower[noun] == "the"
    if the and words.text[after.first] not in known():  # "the Lund and White Medical Center"
        named = last in v.facility_last or last in v.suffixes
        return named and before.last - before.first < 2 and words.text[before.last] not in v.media | v.place_last
    if noun < 0 or after.first != after.last or after.label not in ("", "PERSON") or before.label not in ("", "PERSON"):
        return False
    follows = words.text[after.last + 1 : after.last + 2] != [","]
    return follows and words.tag[noun] == "NN" and words.lower[noun] in _firms()


def _always_together(words: Words, one: int, other: int) -> bool:
    """Whether two words stand twice or oftener, and never but joined so."""
    ends = [k for k, word in enumerate(words.text) if word == words.text[other]]
    joins = all(k > 1 and words.text[k - 2 : k] == words.text[one : one + 2] for k in ends)
    return len(ends) > 1 and joins and words.text.count(words.text[one]) == len(ends)


@cache
def _firms() -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"]["company"])


def lengthened(words: Words, runs: list[Run]) -> list[Run]:
    """The runs, with every name that has small words inside found whole again: "Alder Fire" + "and Rescue"."""
    whole: dict[str, list[Run]] = {}
    for run in runs:
        if any(word in _INNER for word in words.lower[run.first + 1 : run.last]):
            whole.setdefault(words.text[run.first], []).append(run)
    if not whole:
        return runs
    found: dict[int, Run] = {}
    for i, word in enumerate(words.text):
        if word in whole:
            for run in whole[word]:
                last = i + run.last - run.first
                if words.text[i : last + 1] == words.text[run.first : run.last + 1]:
                    found[i] = max(found.get(i, Run(i, i, "")), Run(i, last, run.label))
    inside = {k for one in found.values() for k in range(one.first, one.last + 1)}
    kept = [run for run in runs if run.first not in inside or run.last not in inside]
    return sorted([*found.values(), *kept])


_INNER = frozenset({"and", "&", "on", "of", "for", "to", "against", "'s", "’s"})


def _is_seat(words: Words, before: Run, after: Run) -> bool:
    """Whether a title stands before where its holder sits: "Prime Minister" + "House"."""
    v = vocabulary()
    return after.first == after.last and words.text[after.last] in v.seats and words.text[before.last] in v.honorific


def _one_name(words: Words, before: Run, after: Run) -> bool:
    v, joint = vocabulary(), before.last
    if words.sentence[before.first] != words.sentence[after.first]:
        return False
    if _is_seat(words, before, after):
        return True
    if before.label == after.label == "PERSON":
        return before.first == joint and words.text[joint] not in v.honorific
    if words.dep[joint] not in ("compound", "amod", "nmod") or not after.first <= words.head[joint] <= after.last:
        return False
    if before.label == "NORP":
        return words.text[after.last] in v.org_last and before.first == joint and words.pos[joint] != "NOUN"
    if words.dep[joint] != "compound":
        return False
    if after.label == "PERSON":
        alone = after.first == after.last and before.first == joint and words.pos[joint] == "PROPN"
        unknown = alone and words.lower[joint] not in actor_nouns() and words.text[joint] not in known()
        plain = unknown and words.text[joint] not in v.honorific and not words.text[joint].isupper()
        plain = plain and words.lower[joint] not in openers()
        return before.label == "" and (words.text[joint] in v.given or plain)
    return True
