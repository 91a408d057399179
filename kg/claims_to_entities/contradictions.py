"""Claims that cannot both be right: recorded, never resolved. Readers decide, with both sentences before them.

Of claims that say the same, the first few stand for all: a disagreement of a thousand articles is still one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product
from typing import Any

from kg.claims_to_entities.content import Words, content, listed, measured_apart, share
from kg.claims_to_entities.ledger import Entry, Ledger, entry, gift_of
from kg.claims_to_entities.likeness import TOPIC_SHARE
from kg.claims_to_entities.windows import Window, overlap
from kg.claims_to_entities.world import Contradiction, Situation

# How many claims stand for one side, how many different values are compared, and how full a block may be.
WITNESSES, VALUES, FULL = 3, 12, 40
# Days between two acts that may still be for and against one thing, if their own days are not told.
WEEKS = 31
# What is kept of every claim on a situation, and how many claims of each kind are read.
SIDES = ("positive", "negative", "stated", "when", "where", "number")
COMPARED = 200

Votes = Mapping[str, Mapping[Any, int]]


def inside(situation: Situation, votes: Votes) -> tuple[Contradiction, ...]:
    """The contradictions between claims on one situation, each pair and kind once, in order."""
    found = {*_polarity(situation, votes), *_dates(votes), *_places(votes), *_values(votes)}
    return tuple(sorted(found, key=lambda c: (c.a, c.b, c.type)))


def _pair(kind: str, a: str, b: str, reason: str) -> Contradiction:
    first, second = sorted((a, b))
    return Contradiction(kind, first, second, reason)


Voice = tuple[str, str]  # a source, "" for the article itself, and a claim


def _sides(rows: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, ...], list[Voice]]:
    """The first claims of every value; a row is a value with a source and a claim as its last parts."""
    found: dict[tuple[Any, ...], list[Voice]] = defaultdict(list)
    for row in sorted(rows, key=repr):
        if len(found[row[:-2]]) < WITNESSES:
            found[row[:-2]].append((row[-2], row[-1]))
    return dict(list(found.items())[:VALUES])


def two_voices(a: Voice, b: Voice) -> bool:
    """Whether two claims are told by two: nobody who tells of two things in one article contradicts himself."""
    return article_of(a[1]) != article_of(b[1]) or a[0] != b[0]


def _pairs(a: Sequence[Voice], b: Sequence[Voice]) -> Iterator[tuple[str, str]]:
    """The claims of two sides that can be held against each other."""
    yield from ((one[1], other[1]) for one, other in product(a, b) if two_voices(one, other))


def _apart(a: Sequence[Voice], b: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """The claims of two sides that stand in two articles."""
    yield from ((one, other) for one, other in product(a, b) if article_of(one[1]) != article_of(other[1]))


def _polarity(situation: Situation, votes: Votes) -> Iterator[Contradiction]:
    yes, no = (sorted(votes.get(polarity, ()), key=lambda v: v[1]) for polarity in ("positive", "negative"))
    found = list(_pairs(yes[: 4 * WITNESSES], no[: 4 * WITNESSES]))[: WITNESSES * WITNESSES]
    for one, other in found:
        yield _pair("polarity", one, other, f"told as done and as not done: {situation.label}")


def _dates(votes: Votes) -> Iterator[Contradiction]:
    """Different days in different articles; in one article the second day is the day of something else."""
    for (left, a), (right, b) in combinations(_sides(votes.get("when", ())).items(), 2):
        if left[0] == right[0] and not overlap((left[1], left[2]), (right[1], right[2])):
            first, second = sorted((left[1], right[1]))
            for (_, one), (_, other) in _apart(a, b):
                yield _pair("date", one, other, f"different days: {first} and {second}")


def _places(votes: Votes) -> Iterator[Contradiction]:
    """Different places of one kind in different articles; a town and a country may well be the same place.

    A row is whether it is done or planned, the place, its name, its kind, and where the article says that it lies.
    """
    for (one_stage, *left), a, (other_stage, *right), b in (
        (one, a, other, b) for (one, a), (other, b) in combinations(_sides(votes.get("where", ())).items(), 2)
    ):
        if one_stage != other_stage:
            continue
        if left[0] == right[0] or left[2] != right[2] or left[0] in right[3] or right[0] in left[3]:
            continue
        if not content(left[1]) - content(right[1]) or not content(right[1]) - content(left[1]):
            continue  # "Vela" and "the old port of Vela"
        for (_, one), (_, other) in _apart(a, b):
            yield _pair("place", one, other, f"different places: {left[1]} and {right[1]}")


def article_of(claim: str) -> str:
    """The article of a claim, which its id begins with."""
    return claim.rpartition(":")[0]


def _values(votes: Votes) -> Iterator[Contradiction]:
    for (left, a), (right, b) in combinations(_sides(votes.get("number", ())).items(), 2):
        if left[:2] == right[:2]:
            for one, other in _pairs(a, b):
                yield _pair("value", one, other, f"different numbers: {left[2]} and {right[2]}")


def stance_entries(ledger: Ledger, situation: Situation, votes: Votes) -> Iterator[Entry]:
    """Where a situation for or against something is looked for: under its sides, and the bodies they speak for."""
    key = f"situation:{situation.id}"
    sides = sorted({c for r, c in situation.roles if r == "agent"})
    side = _side(situation)
    if not side or not sides or not votes.get("stated"):
        return
    abouts = [situation.theme] if situation.theme else []
    abouts += sorted(votes.get("word", ()))
    spoken = dict.fromkeys(sides, True) | {b: False for s in sides for b in bodies(ledger, s) if b not in sides}
    for who, direct in sorted(spoken.items()):
        yield from (entry(f"stance:{who}|{about}", side, [direct, situation.id]) for about in abouts)
    yield from (entry(f"speaker:{s}", "stance", key) for s in sides)


def _side(situation: Situation) -> str | None:
    return next((s for s in ("pro", "con") if situation.type in listed("stance", s)), None)


def bodies(ledger: Ledger, holder: str) -> list[str]:
    """The bodies that somebody holds an office in."""
    return sorted(v for v in ledger.all(f"holder:{holder}").get("body", ()))


def office_entries(situation: Situation) -> Iterator[Entry]:
    """Who may speak for which body: a person for the one he or she holds an office in."""
    for role, holder in situation.roles:
        if role == "holder":
            yield from (entry(f"holder:{holder}", "body", c) for r, c in situation.roles if r == "organization")


def opponents(ledger: Ledger, situation: Situation, gift: Iterable[Entry]) -> set[str]:
    """The situations that stand for the other side on something a situation is about; the id of each."""
    side = _side(situation) or ""
    other = {"pro": "con", "con": "pro"}.get(side, "")
    found: set[str] = set()
    for key in sorted({k for k, aspect, _ in gift if k.startswith("stance:") and aspect == side}):
        told = ledger.all(key)
        if max(len(told.get("pro", ())), len(told.get("con", ()))) <= FULL:
            mine = any(d for d, i in told.get(side, ()) if i == situation.id)
            found |= {i for direct, i in told.get(other, ()) if direct or mine}
    return found


def opposed(pro: Situation, con: Situation, votes: tuple[Votes, Votes]) -> tuple[Contradiction, ...]:
    """The contradictions between an acceptance and a refusal by one side, if both are about one thing."""
    one_theme = bool(pro.theme) and pro.theme == con.theme
    if not one_theme and not _meet(*votes):
        return ()
    sides: list[Sequence[tuple[Any, ...]]] = [sorted(v.get("stated", ()), key=repr)[: 4 * WITNESSES] for v in votes]
    found = []
    for (left, near, spot, *one), (right, other_near, other_spot, *other) in product(*sides):
        a, b = (one[0], one[1]), (other[0], other[1])
        beside = article_of(a[1]) == article_of(b[1]) and spot == other_spot  # the one act is what the other is about
        meet = overlap(left, right) if left and right else _of_those_weeks(near, other_near)
        if two_voices(a, b) and not beside and meet:
            found.append(_pair("stance", a[1], b[1], f"for and against one thing: {pro.label}; {con.label}"))
    return tuple(sorted(found, key=lambda c: (c.a, c.b))[: WITNESSES * WITNESSES])


def _of_those_weeks(a: Window | None, b: Window | None) -> bool:
    """Whether two acts may lie within some weeks, the days of the news where nothing else is told of them."""
    if not (a and b):
        return True
    gap = date.fromisoformat(max(a[0], b[0])) - date.fromisoformat(min(a[1], b[1]))
    return gap.days <= WEEKS


def _meet(left: Votes, right: Votes) -> bool:
    """Whether two topics may be one thing: most words of the shorter shared, names and numbers not at odds."""
    words, names, figures = ([_words(v, a) for v in (left, right)] for a in ("word", "name", "figure"))
    words = [w - n for w, n in zip(words, names, strict=True)]
    apart = measured_apart(*figures) or bool(names[0] and names[1] and not names[0] & names[1])
    return not apart and share(*words) > TOPIC_SHARE


def _words(votes: Votes, aspect: str) -> Words:
    return frozenset(votes.get(aspect, ()))


def stance_gift(ledger: Ledger, situation: Situation, votes: Votes) -> dict[Entry, int]:
    """All entries of a situation that concern sides."""
    return gift_of([*stance_entries(ledger, situation, votes), *office_entries(situation)])
