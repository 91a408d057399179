"""Finds the proper names of a Doc: the model's spans, cut to their capitals, the gazetteer's, and what both missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.articles_to_docs.names.cutting import cut, name_word
from kg.articles_to_docs.names.edges import behind_office, first_of, last_of, seat_before
from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import Known, known
from kg.articles_to_docs.names.matches import Matches, gazetteer_matches, parts_of_tokens
from kg.articles_to_docs.names.repeats import again, title_case_sentences
from kg.articles_to_docs.names.runs import Run, joined, lengthened, missed_runs
from kg.articles_to_docs.names.titles import cut_title
from kg.articles_to_docs.names.vocabulary import vocabulary
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
    runs = lengthened(words, joined(words, sorted([*runs, *missed_runs(words, blocked, inner)])))
    alone, used = _alone(words), frozenset(words.text)
    runs = [run for run in runs if not _ordinary(words, run, used)]
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


def _ordinary(words: Words, run: Run, plain: frozenset[str]) -> bool:
    """Whether a lone word is large only because it opens a sentence: elsewhere the article writes it small."""
    first = run.first
    if first != run.last or words.pos[first] == "PROPN" or words.text[first] in vocabulary().given:
        return False
    return words.lower[first] in plain and words.opens_sentence(first)


def _known(words: Words, first: int, match: tuple[int, Known], label: str = "", *, nested: bool = False) -> Found:
    last, entry = match
    return Found(words.span(first, last), first, last, words.start[first], words.end[last], label, entry, nested=nested)


def _alone(words: Words) -> frozenset[str]:
    """Capitalised words that stand somewhere without a hyphen beside them."""
    text = words.text
    return frozenset(
        word
        for i, word in ((k, text[k]) for k in words.raised)
        if word[:1].isupper() and text[i - 1] not in HYPHENS and (i + 1 == len(text) or text[i + 1] not in HYPHENS)
    )


def _names_of_run(words: Words, run: Run, gazetteer: Matches, alone: frozenset[str]) -> Iterator[Found]:
    first, last, label = run.first, run.last, run.label
    if halves := list(_two_halves(words, first, last)):
        yield from halves
        return
    if first + 2 < last and words.lower[first] in PREFIXES and words.text[first + 1] in HYPHENS:
        yield from _names_of_run(words, Run(first + 3, last, "", run.sure), gazetteer, alone)
        return  # "Pro-Norland Liga" is the Liga
    if words.text[first] == "The" and gazetteer.get(first + 1, (0,))[0] >= last:
        first += 1  # "The Islamic Republic of Iran"
    match = gazetteer.get(first)
    if match is None and _is_inner(run, gazetteer):
        return
    if match and match[0] >= last:  # the gazetteer sees the whole or a longer name
        yield _known(words, first, match, label)
        return
    body = gazetteer.get(match[0] + 1) if match and match[1].code else None
    if match and body is not None and body[0] == last and body[1].type == "organization":
        yield _known(words, first, match)  # "United States Central Intelligence Agency"
        yield _known(words, match[0] + 1, body, label)
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
    held = behind_office(words, run)
    if held is not None:
        span = words.span(held, last)
        yield Found(span, held, last, words.start[held], words.end[last], "PERSON", None, (first, held - 1))
        return
    seat = seat_before(words, run)
    if seat is not None:  # "Mayor of Alder Ana Ruiz"
        if words.lower[first - 1] == "of":
            yield from _names_of_run(words, Run(first, seat, "GPE", run.sure), gazetteer, alone)
        first = seat + 1  # "Minister for Trade Ana Ruiz"
    if _office_only(words, first, last):
        if match:
            yield _known(words, first, match)
        return
    title, first = cut_title(words, first, last, label)
    if first <= last and words.lower[first] in ("of", "for"):  # "Minister of Trade Ana Ruiz"
        given = next((k for k in range(first + 2, last) if words.text[k] in vocabulary().given), last + 1)
        title, first = ((title[0] if title else first, given - 1) if given <= last else None), given
    if first > last:
        return
    first = first_of(words, first, last, label)
    last = last_of(words, first, last, label)
    start, end = words.start[first], words.end[last]
    yield Found(words.span(first, last), first, last, start, end, label, None, title, run.sure)
    if match and title is None and match[1].form in ("name", "adjective") and match[1].type not in ("other", "work"):
        yield _known(words, first, match, nested=True)


def _is_inner(run: Run, gazetteer: Matches) -> bool:
    """Whether a run is the end of a known name: the "Levant" of "Islamic State of Iraq and the Levant"."""
    before = range(max(run.first - 7, 0), run.first)
    return any(k in gazetteer and run.last <= gazetteer[k][0] for k in before)


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
    of = next((k for k in range(first + 1, last) if words.lower[k] in ("of", "for")), None)
    if of is not None:  # "Superintendent of Police" before "Ana Ruiz"
        return words.text[of - 1] in v.honorific and last + 1 < len(words.text) and words.text[last + 1] in v.given
    if words.text[first] in v.given:
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
        titled = words.text[last] not in vocabulary().org_last and any(w in vocabulary().honorific for w in rest)
        return titled or (person and len(rest) > 1)
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
