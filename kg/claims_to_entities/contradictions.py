"""Claims that cannot both be right: recorded, never resolved. Readers decide, with both sentences before them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.claims_to_entities.content import Words, listed, numbers, share, stem
from kg.claims_to_entities.same_events import TOPIC_SHARE
from kg.claims_to_entities.tellings import Telling
from kg.claims_to_entities.windows import overlap
from kg.claims_to_entities.world import Cluster, Contradiction, Situation
from kg.records import Event, Relation

Claims = Mapping[str, Event | Relation]
Tellings = Mapping[str, Telling]


def contradictions(
    situations: Iterable[Situation], claims: Claims, tellings: Tellings, clusters: Mapping[str, Cluster]
) -> tuple[Contradiction, ...]:
    """All pairs of claims that contradict each other, each pair and kind once, in order."""
    told = sorted(situations, key=lambda s: s.id)
    found: set[Contradiction] = set()
    for situation in told:
        members = [claims[m] for m in situation.members if m in claims]
        found |= set(_polarity(members, situation))
        events = [m for m in members if isinstance(m, Event)]
        found |= set(_dates(events, tellings)) | set(_places(events, tellings, clusters)) | set(_values(events))
    found |= set(_stances(told, claims, tellings))
    return tuple(sorted(found, key=lambda c: (c.a, c.b, c.type)))


def _pair(kind: str, a: str, b: str, reason: str) -> Contradiction:
    first, second = sorted((a, b))
    return Contradiction(kind, first, second, reason)


def _polarity(members: Sequence[Event | Relation], situation: Situation) -> Iterator[Contradiction]:
    actual = [m for m in members if m.modality == "actual"]
    for yes in (m for m in actual if m.polarity == "positive"):
        for no in (m for m in actual if m.polarity == "negative"):
            yield _pair("polarity", yes.id, no.id, f"told as done and as not done: {situation.label}")


def _dates(events: Sequence[Event], tellings: Tellings) -> Iterator[Contradiction]:
    for a, b in combinations(events, 2):
        left, right = tellings[a.id].window, tellings[b.id].window
        if left and right and not overlap(left, right):
            yield _pair("date", a.id, b.id, f"different days: {left[0]} and {right[0]}")


def _places(events: Sequence[Event], tellings: Tellings, clusters: Mapping[str, Cluster]) -> Iterator[Contradiction]:
    """Different places of one kind in different articles; a town and a country may well be the same place."""
    for a, b in combinations(events, 2):
        left, right = tellings[a.id].place, tellings[b.id].place
        if a.article == b.article or not left or not right or left == right:
            continue
        if clusters[left].type == clusters[right].type:
            yield _pair("place", a.id, b.id, f"different places: {clusters[left].name} and {clusters[right].name}")


_COUNTED = re.compile(r"(?P<number>[\w.,-]+)\s+(?:\w+\s+){0,2}?(?P<noun>\w+)$")


def _counts(event: Event) -> dict[str, str]:
    """How many of what an event is told to concern, by the noun counted; inexact numbers left out."""
    found: dict[str, str] = {}
    for role in event.roles:
        text = role.ref.text.casefold()
        figures = numbers(text)
        before = event.sentence.text[: role.ref.start - event.sentence.start].casefold().rstrip()
        hedged = any(h in text or before.endswith(h) for h in listed("numbers", "hedges"))
        if len(figures) == 1 and not hedged and (match := _COUNTED.search(text)):
            found[stem(match["noun"])] = min(figures)
    return found


def _values(events: Sequence[Event]) -> Iterator[Contradiction]:
    for a, b in combinations(events, 2):
        left, right = _counts(a), _counts(b)
        for noun in sorted(left.keys() & right.keys()):
            if left[noun] != right[noun]:
                yield _pair("value", a.id, b.id, f"different numbers: {left[noun]} and {right[noun]}")


def _stances(situations: Sequence[Situation], claims: Claims, tellings: Tellings) -> Iterator[Contradiction]:
    """One side for and against one theme. A person speaks for the body he or she holds an office in."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for s in situations:
        holders = [c for r, c in s.roles if r == "holder"]
        for holder in holders:
            bodies[holder] |= {c for r, c in s.roles if r == "organization"}
    for pro, con in _opposed(situations, tellings):
        sides = [{c for r, c in s.roles if r == "agent"} for s in (pro, con)]
        spoken = [side | {b for c in side for b in bodies[c]} for side in sides]
        if not (sides[0] & spoken[1] or sides[1] & spoken[0]):
            continue
        for a in _stated(pro, claims):
            for b in _stated(con, claims):
                left, right = tellings[a].window, tellings[b].window
                if not (left and right) or overlap(left, right):
                    yield _pair("stance", a, b, f"for and against one thing: {pro.label}; {con.label}")


def _stated(situation: Situation, claims: Claims) -> list[str]:
    """The claims that put the situation forward as done or in store, not as wished for."""
    members = [claims[m] for m in situation.members if m in claims]
    return [m.id for m in members if m.polarity == "positive" and m.modality != "desired"]


def _opposed(situations: Sequence[Situation], tellings: Tellings) -> Iterator[tuple[Situation, Situation]]:
    """Pairs of one acceptance and one refusal of the same theme, or of topics in the same words."""
    topics = {s.id: _topic(s, tellings) for s in situations}
    by_theme: dict[str, list[Situation]] = defaultdict(list)
    by_word: dict[str, list[Situation]] = defaultdict(list)
    for s in situations:
        if s.type in listed("stance", "con"):
            by_theme[s.theme or ""].append(s)
            for word in topics[s.id].words:
                by_word[word].append(s)
    for a in (s for s in situations if s.type in listed("stance", "pro")):
        found = {b.id: b for b in by_theme[a.theme or ""] if a.theme}
        near = {b.id: b for word in topics[a.id].words for b in by_word[word]}
        found |= {i: b for i, b in near.items() if topics[a.id].meets(topics[i])}
        yield from ((a, b) for _, b in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _Topic:
    """What the claims of a situation say it is about: common words, names and numbers apart."""

    words: Words
    names: Words
    figures: Words

    def meets(self, other: _Topic) -> bool:
        """Whether two topics may be one thing: most words of the shorter shared, names and numbers not at odds."""
        apart = any(x and y and not x & y for x, y in ((self.names, other.names), (self.figures, other.figures)))
        return not apart and share(self.words, other.words) > TOPIC_SHARE


def _topic(situation: Situation, tellings: Tellings) -> _Topic:
    told = [tellings[m] for m in situation.members]
    names = frozenset(w for t in told for w in t.names)
    figures = frozenset(w for t in told for w in t.figures)
    return _Topic(frozenset(w for t in told for w in t.topic) - names, names, figures)
