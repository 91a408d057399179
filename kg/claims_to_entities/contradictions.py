"""Claims that cannot both be right: recorded, never resolved. Readers decide, with both sentences before them.

Of claims that say the same, the first few stand for all: a disagreement of a thousand articles is still one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from kg.claims_to_entities.content import Words, listed, share
from kg.claims_to_entities.ledger import Entry, Ledger, entry, gift_of
from kg.claims_to_entities.same_events import TOPIC_SHARE
from kg.claims_to_entities.windows import overlap
from kg.claims_to_entities.world import Contradiction, Situation

# How many claims stand for one side, how many different values are compared, and how full a block may be.
WITNESSES, VALUES, FULL = 3, 12, 40
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


def _sides(rows: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, ...], list[str]]:
    """The first claims of every value; a row is a value with a claim as its last part."""
    found: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in sorted(rows, key=repr):
        if len(found[row[:-1]]) < WITNESSES:
            found[row[:-1]].append(row[-1])
    return dict(list(found.items())[:VALUES])


def _polarity(situation: Situation, votes: Votes) -> Iterator[Contradiction]:
    sides = [sorted(votes.get(polarity, ()))[:WITNESSES] for polarity in ("positive", "negative")]
    for yes, no in product(*sides):
        yield _pair("polarity", yes, no, f"told as done and as not done: {situation.label}")


def _dates(votes: Votes) -> Iterator[Contradiction]:
    for (left, a), (right, b) in combinations(_sides(votes.get("when", ())).items(), 2):
        if not overlap((left[0], left[1]), (right[0], right[1])):
            for one, other in product(a, b):
                first, second = sorted((left[0], right[0]))
                yield _pair("date", one, other, f"different days: {first} and {second}")


def _places(votes: Votes) -> Iterator[Contradiction]:
    """Different places of one kind in different articles; a town and a country may well be the same place."""
    for (left, a), (right, b) in combinations(_sides(votes.get("where", ())).items(), 2):
        for one, other in product(a, b):
            if left[1] == right[1] and article_of(one) != article_of(other):
                yield _pair("place", one, other, f"different places: {left[0]} and {right[0]}")


def article_of(claim: str) -> str:
    """The article of a claim, which its id begins with."""
    return claim.rpartition(":")[0]


def _values(votes: Votes) -> Iterator[Contradiction]:
    for (left, a), (right, b) in combinations(_sides(votes.get("number", ())).items(), 2):
        if left[0] == right[0]:
            for one, other in product(a, b):
                yield _pair("value", one, other, f"different numbers: {left[1]} and {right[1]}")


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
    if not (pro.theme and pro.theme == con.theme) and not _meet(*votes):
        return ()
    sides: list[Sequence[tuple[Any, ...]]] = [sorted(v.get("stated", ()), key=repr)[: 4 * WITNESSES] for v in votes]
    found = []
    for (left, a), (right, b) in product(*sides):
        if not (left and right) or overlap(left, right):
            found.append(_pair("stance", a, b, f"for and against one thing: {pro.label}; {con.label}"))
    return tuple(sorted(found, key=lambda c: (c.a, c.b))[: WITNESSES * WITNESSES])


def _meet(left: Votes, right: Votes) -> bool:
    """Whether two topics may be one thing: most words of the shorter shared, names and numbers not at odds."""
    words, names, figures = ([_words(v, a) for v in (left, right)] for a in ("word", "name", "figure"))
    words = [w - n for w, n in zip(words, names, strict=True)]
    apart = any(x and y and not x & y for x, y in (names, figures))
    return not apart and share(*words) > TOPIC_SHARE


def _words(votes: Votes, aspect: str) -> Words:
    return frozenset(votes.get(aspect, ()))


def stance_gift(ledger: Ledger, situation: Situation, votes: Votes) -> dict[Entry, int]:
    """All entries of a situation that concern sides."""
    return gift_of([*stance_entries(ledger, situation, votes), *office_entries(situation)])
