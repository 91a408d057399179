"""Which event claims tell of one happening.

Type, participants, topic and days decide; the place is left out on purpose, so that two accounts which differ in the
place stay one happening with a contradiction in it. A claim that fits two happenings joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.kinds import is_heading_of, once
from kg.claims_to_entities.likeness import alike, conflict, reason
from kg.claims_to_entities.tellings import Telling

Tellings = Mapping[str, Telling]
POINTING_BACK = "a noun with its article, for the only happening of that name told before"


def same_events(tellings: Iterable[Telling]) -> Groups[str]:
    """Event claims grouped into happenings, whatever order they come in.

    Dated claims are grouped first, then the undated of one article, and last each undated group joins the only
    happening it fits.
    """
    known = {t.id: t for t in sorted(tellings, key=lambda t: t.id)}
    return grouped(known, _pairs(known.values()))


def grouped(
    known: Tellings, pairs: Iterable[tuple[str, str]], apart: frozenset[tuple[str, str]] = frozenset()
) -> Groups[str]:
    """Tellings grouped by pairs of them that may be one happening; the pairs of ``apart`` (ids in order) are not."""

    def two(a: str, b: str) -> bool:
        kept = (min(a, b), max(a, b)) in apart and not known[a].ruled & known[b].ruled
        return kept or conflict(known[a], known[b])

    groups: Groups[str] = Groups(known, two)
    pairs = sorted(pairs)
    _head(known, groups, pairs)
    firm = [p for p in pairs if _firm(known[p[0]], known[p[1]])]
    for a, b in sorted(firm, key=lambda p: (known[p[0]].window is None, p)):
        groups.merge(a, b, reason(known[a], known[b]))
    _attach(known, groups, [p for p in pairs if known[p[0]].article == known[p[1]].article])
    _attach(known, groups, pairs)
    return groups


def point_back(known: Tellings, groups: Groups[str]) -> None:
    """Merge what a definite noun alone tells ("the attack") with the only happening of that name told before it.

    ``known`` are the tellings of one article, ``groups`` its happenings so far, changed in place.
    """
    named: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for t in known.values():
        named[t.article, t.type, t.lemma].append(t)
    for t in known.values():
        if t.definite and not (t.everyone or t.topic or t.nth or t.ruled):
            others = [
                o for o in named[t.article, t.type, t.lemma] if o.id != t.id and not (o.definite and not o.everyone)
            ]
            told = {groups.home(o.id) for o in others}
            before = [o for o in others if o.heading or o.sentence < t.sentence]
            elsewhere = t.place and any(o.place and o.place != t.place for o in others)
            if len(told) == 1 and before and not t.denied and not elsewhere:
                groups.merge(before[0].id, t.id, POINTING_BACK)


def _head(known: Tellings, groups: Groups[str], pairs: list[tuple[str, str]]) -> None:
    """Merge what a headline tells with the first sentence below that tells it with the same verb and agent."""
    below: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        if is_heading_of(known[a], known[b]):
            above, under = (a, b) if known[a].heading else (b, a)
            below[above].append(under)
    for above, found in sorted(below.items()):
        first = min(found, key=lambda i: (known[i].sentence, i))
        groups.merge(above, first, reason(known[above], known[first]))


def _firm(a: Telling, b: Telling) -> bool:
    """Whether a pair can be judged by itself: both dated, or both undated in one article."""
    return bool(a.window and b.window) or (a.article == b.article and not a.window and not b.window)


def _attach(known: Tellings, groups: Groups[str], pairs: list[tuple[str, str]]) -> None:
    """Merge each group with the others it may be, if those could all be one."""
    options: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for a, b in pairs:
        left, right = groups.home(a), groups.home(b)
        if left != right and groups.fits(left, right):
            options[left].setdefault(right, (a, b))
            options[right].setdefault(left, (a, b))
    clear = {h for h, found in options.items() if all(groups.fits(x, y) for x, y in combinations(found, 2))}
    merges = sorted({pair for h in clear for other, pair in options[h].items() if other in clear})
    undated = [(a, b) for a, b in merges if not (known[a].window and known[b].window)]
    for a, b in undated:
        groups.merge(a, b, reason(known[a], known[b]))


def _pairs(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Pairs that may be one happening: a participant in common and days that meet, each pair once, ids in order."""
    blocks: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for t in tellings:
        for cluster in t.everyone:
            blocks[t.type, cluster].append(t)
        if t.heading or t.lead:
            blocks[t.type, f"top of {t.article}"].append(t)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        for a, b in _meeting(block):
            pair = (min(a.id, b.id), max(a.id, b.id))
            if pair not in seen and not conflict(a, b) and alike(a, b):
                seen.add(pair)
                yield pair


def _meeting(block: list[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of a block whose days meet, by a sweep over their first days; claims without any only in their article."""
    active: list[Telling] = []
    for t in sorted((t for t in block if t.soft), key=lambda t: (t.soft, t.id)):
        active = [a for a in active if a.soft and t.soft and a.soft[1] >= t.soft[0]]
        yield from ((a, t) for a in active)
        active.append(t)
    yield from combinations([t for t in block if once(t)], 2)
    homes: dict[str, list[Telling]] = defaultdict(list)
    for t in block:
        homes[t.article].append(t)
    for _, inside in sorted(homes.items()):
        yield from combinations(inside, 2)
