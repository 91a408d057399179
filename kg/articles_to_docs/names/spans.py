"""Finds the proper names of a Doc: the model's spans, cut to their capitals, the gazetteer's, and what both missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.articles_to_docs.names.cutting import cut, name_word
from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import Known, known
from kg.articles_to_docs.names.matches import Matches, gazetteer_matches, parts_of_tokens
from kg.articles_to_docs.names.repeats import again, title_case_sentences
from kg.articles_to_docs.names.runs import Run, joined, missed_runs
from kg.articles_to_docs.names.titles import cut_title
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
HYPHENS = frozenset({"-", "–", "—", "/"})
PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre", "pan"})


def find_names(doc: Doc, words: Words, skip: frozenset[int]) -> tuple[Found, ...]:
    """Every proper name in text order; ``skip`` are tokens of time expressions, never part of a name.

    A name inside another one ("US" in "US State Department") is marked nested.
    """
    titled = title_case_sentences(words)
    gazetteer = gazetteer_matches(words, skip)
    ents = [e for e in doc.ents if e.label_ in LABELS]
    plain = [e for e in ents if words.sentence[e.start] not in titled]
    runs = [Run(a, b, e.label_) for e in plain for a, b in cut(words, e.start, e.end - 1, e.label_, skip)]
    blocked = skip | {k for run in runs for k in range(run.first, run.last + 1)}
    blocked |= {k for k, number in enumerate(words.sentence) if number in titled}
    inner = frozenset(k for first, (last, _) in gazetteer.items() for k in range(first + 1, last + 1))
    runs = joined(words, sorted([*runs, *missed_runs(words, blocked, inner)]))
    alone = _alone(words)
    found = [name for run in runs for name in _names_of_run(words, run, gazetteer, alone)]
    covered = {i for name in found for i in range(name.first, name.last + 1)}
    for first, (last, entry) in sorted(gazetteer.items()):
        if covered.isdisjoint(range(first, last + 1)):
            found.append(_known(words, first, (last, entry)))
            covered.update(range(first, last + 1))
    found.extend(again(words, found, covered, skip))
    for ent in ents:
        if words.sentence[ent.start] in titled and covered.isdisjoint(range(ent.start, ent.end)):
            for first, last in cut(words, ent.start, ent.end - 1, ent.label_, skip):
                if last - first < 4:  # a longer one is half the headline
                    found.extend(_names_of_run(words, Run(first, last, ent.label_, first < last), {}, alone))
    found.extend(parts_of_tokens(words, skip))
    return tuple(sorted(found, key=lambda n: (n.start, -n.end)))


def _known(words: Words, first: int, match: tuple[int, Known], label: str = "", *, nested: bool = False) -> Found:
    last, entry = match
    return Found(words.span(first, last), first, last, words.start[first], words.end[last], label, entry, nested=nested)


def _alone(words: Words) -> frozenset[str]:
    """Capitalised words that stand somewhere without a hyphen beside them."""
    text = words.text
    return frozenset(
        word
        for i, word in enumerate(text)
        if word[:1].isupper() and text[i - 1] not in HYPHENS and (i + 1 == len(text) or text[i + 1] not in HYPHENS)
    )


def _names_of_run(words: Words, run: Run, gazetteer: Matches, alone: frozenset[str]) -> Iterator[Found]:
    first, last, label = run.first, run.last, run.label
    halves = list(_two_halves(words, first, last))
    if halves:
        yield from halves
        return
    if first + 2 < last and words.lower[first] in PREFIXES and words.text[first + 1] in HYPHENS:
        yield from _names_of_run(words, Run(first + 3, last, "", run.sure), gazetteer, alone)
        return  # "Pro-Norland Liga" is the Liga
    match = gazetteer.get(first)
    if match and match[0] > last:  # the gazetteer sees a longer name
        yield _known(words, first, match, label)
        return
    if match and match[0] == last:
        yield _known(words, first, match, label)
        return
    if match and _stands_alone(words, match, last, label):
        yield _known(words, first, match, label)
        rest = match[0] + 1
        while rest <= last and not name_word(words, rest):
            rest += 1
        if rest <= last:
            kind = label if label == "PERSON" else ""
            yield from _names_of_run(words, Run(rest, last, kind, run.sure), gazetteer, alone)
        return
    hyphens = [k for k in range(first + 1, last) if words.text[k] in HYPHENS]
    if len(hyphens) == 1 and (
        (first in gazetteer and hyphens[0] + 1 in gazetteer) or _pair(words, first, hyphens[0], last, alone)
    ):
        yield from _names_of_run(words, Run(first, hyphens[0] - 1, label, sure=False), gazetteer, alone)
        yield from _names_of_run(words, Run(hyphens[0] + 1, last, label, sure=False), gazetteer, alone)
        return
    if _office_only(words, first, last):
        if match:
            yield _known(words, first, match)
        return
    title, first = cut_title(words, first, last, label)
    if first <= last and words.lower[first] == "of":  # "Minister of Trade Ana Ruiz"
        given = next((k for k in range(first + 2, last) if words.text[k] in vocabulary().given), last + 1)
        title, first = ((title[0] if title else first, given - 1) if given <= last else None), given
    if first > last:
        return
    if label == "PERSON" and last - first > 1 and words.opens_sentence(first) and _is_calling(words, first):
        first += 1
    start, end = words.start[first], words.end[last]
    yield Found(words.span(first, last), first, last, start, end, label, None, title, run.sure)
    if match and title is None and match[1].form in ("name", "adjective"):
        yield _known(words, first, match, nested=True)


def _is_calling(words: Words, i: int) -> bool:
    """Whether a word that opens a sentence says what the person named behind it is: "Astronomer Ana Ruiz"."""
    noun = actor_nouns().get(words.lower[i])
    learned = words.lower[i].endswith(("ologist", "ographer", "onomer", "ician", "iatrist"))
    return words.text[i] not in vocabulary().given and (learned or (noun is not None and noun.type == "person"))


def _two_halves(words: Words, first: int, last: int) -> Iterator[Found]:
    """Two known names that share their last word: "North and South Korea"."""
    if last - first < 3 or words.lower[first + 1] not in ("and", "or"):
        return
    one, other = f"{words.text[first]} {words.text[last]}", words.span(first + 2, last)
    if one in known() and other in known():
        yield Found(words.text[first], first, first, words.start[first], words.end[first], "", known()[one])
        yield _known(words, first + 2, (last, known()[other]))


def _office_only(words: Words, first: int, last: int) -> bool:
    """Whether a run like "Infrastructure Minister" is the title of somebody, not a name."""
    v = vocabulary()
    if any(words.lower[k] in ("of", "for") for k in range(first, last)) or words.text[first] in v.given:
        return False
    return words.text[last] in v.honorific and words.text[last] not in v.given


def _stands_alone(words: Words, match: tuple[int, Known], last: int, label: str) -> bool:
    """Whether a nation that opens a run is a name of its own: before a person, an office or a mark."""
    entry, after = match[1], match[0] + 1
    if entry.form == "adjective" and label == "PERSON":
        return True
    if words.text[after] in ("'s", "’s"):
        return True
    if entry.code and entry.form == "name":
        rest = words.text[after : last + 1]
        if label in ("PERSON", "") and len(entry.name) > 3 and words.text[match[0]] in vocabulary().given:
            return False
        person = label == "PERSON" or rest[0] in vocabulary().given
        return any(w in vocabulary().honorific for w in rest) or (person and len(rest) > 1)
    if entry.form == "adjective":
        return (
            any(w in vocabulary().honorific for w in words.text[after : last + 1])
            and words.text[last] not in vocabulary().org_last
        )
    return entry.form in ("people", "citizen")


def _pair(words: Words, first: int, hyphen: int, last: int, alone: frozenset[str]) -> bool:
    """Whether a hyphen joins two names ("Lund-Holt talks") and not the halves of one ("Ana Castro-Bell")."""
    if hyphen - first != 1 or last - hyphen != 1:
        return False
    return words.text[first] in alone and words.text[last] in alone
