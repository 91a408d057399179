"""Which event claims tell of one happening.

Type, participants, topic and days decide; the place is left out on purpose, so that two accounts which differ in the
place stay one happening with a contradiction in it. A claim that fits two happenings joins neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.claims_to_entities.content import Words, anybody, listed, share
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.tellings import Telling
from kg.claims_to_entities.windows import NARROW, days, overlap
from kg.ontology import lexicon

TOPIC_SHARE = 0.5
# Two tellings that share one participant only must be dated this closely to be one happening.
CLOSE_DAYS = 3
# How many of the names that two articles speak of most must be the same for them to tell one story.
TIES = 3

Tellings = Mapping[str, Telling]


def same_events(tellings: Iterable[Telling]) -> Groups[str]:
    """Event claims grouped into happenings, whatever order they come in.

    Dated claims are grouped first, then the undated of one article, and last each undated group joins the only
    happening it fits.
    """
    known = {t.id: t for t in sorted(tellings, key=lambda t: t.id)}
    return grouped(known, _pairs(known.values()))


def grouped(known: Tellings, pairs: Iterable[tuple[str, str]]) -> Groups[str]:
    """Tellings grouped by pairs of them that may be one happening."""
    groups: Groups[str] = Groups(known, lambda a, b: conflict(known[a], known[b]))
    pairs = sorted(pairs)
    firm = [p for p in pairs if _firm(known[p[0]], known[p[1]])]
    for a, b in sorted(firm, key=lambda p: (known[p[0]].window is None, p)):
        groups.merge(a, b, _reason(known[a], known[b]))
    _attach(known, groups, [p for p in pairs if known[p[0]].article == known[p[1]].article])
    _attach(known, groups, pairs)
    return groups


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
        groups.merge(a, b, _reason(known[a], known[b]))


def _pairs(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Pairs that may be one happening: a participant in common and days that meet, each pair once, ids in order."""
    blocks: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for t in tellings:
        for cluster in t.everyone:
            blocks[t.type, cluster].append(t)
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


def is_symmetric(a: Telling) -> bool:
    """Whether a telling names two or more equal parties, so that subject and object do not matter."""
    return a.type in listed("symmetric") and len(a.everyone) >= 2


def _named_parties(a: Telling, b: Telling) -> tuple[Words, Words]:
    """The parties to compare: those with names, if both tellings name two; else all."""
    return (a.named, b.named) if min(len(a.named), len(b.named)) >= 2 else (a.everyone, b.everyone)


def once(a: Telling) -> bool:
    """Whether an event of this kind happens to somebody only once."""
    return a.subtype in listed("once", "subtypes") or a.lemma in {*listed("once", "lemmas")}


def conflict(a: Telling, b: Telling) -> bool:
    """Whether two event claims cannot tell of one happening: other kind, other parties, other topic or other days."""
    if a.ruled or b.ruled:
        if a.ruled & b.ruled:
            return False
        if a.ruled & b.apart or b.ruled & a.apart:
            return True
    if a.type != b.type or _subtypes_differ(a, b) or _parties_differ(a, b) or _spots_differ(a, b):
        return True
    if _topics_differ(a, b) and (a.type in listed("themed") or not (a.window and b.window)):
        return True
    if a.window and b.window:
        return not overlap(a.window, b.window) and not (once(a) and once(b))
    if not a.window and not b.window and a.actual != b.actual:
        return True
    if a.article == b.article and a.actual == b.actual:
        return False
    return not (a.soft and b.soft and overlap(a.soft, b.soft))


def _subtypes_differ(a: Telling, b: Telling) -> bool:
    if a.subtype is None or b.subtype is None or a.subtype == b.subtype:
        return False
    families: list[dict[str, list[str]]] = lexicon("situations")["alike"]
    return not any(a.subtype in f["subtypes"] and b.subtype in f["subtypes"] for f in families)


def _topics_differ(a: Telling, b: Telling) -> bool:
    if a.figures and b.figures and not a.figures & b.figures:
        return True
    return bool(a.topic and b.topic) and share(a.topic, b.topic) < TOPIC_SHARE


def _parties_differ(a: Telling, b: Telling) -> bool:
    if is_symmetric(a) and is_symmetric(b):
        left, right = _named_parties(a, b)
        return not (left <= right or right <= left)
    sides = (
        (a.agents, b.agents, a.doers, b.doers),
        (a.patients, b.patients, a.objects, b.objects),
    )
    for mine, theirs, nouns, others in sides:
        if mine and theirs and not mine & theirs:
            return True
        if not (mine or theirs) and nouns and others and not nouns & others and not (nouns | others) & anybody():
            return True
    swapped = (a.agents & b.patients) - b.agents | (b.agents & a.patients) - a.agents
    return bool(swapped) and not (is_symmetric(a) or is_symmetric(b))


def score(a: Telling, b: Telling) -> float:
    """How sure it is that two tellings that are alike tell of one happening, 0 to 1: what they share, added up."""
    shared = (a.agents & b.agents, a.patients & b.patients, a.named & b.named)
    points = 0.4 + 0.1 * bool(shared[0]) + 0.1 * bool(shared[1]) + 0.05 * min(len(shared[2]), 2)
    points += 0.1 * (a.lemma == b.lemma) + 0.05 * bool(a.place and a.place == b.place)
    if a.window and b.window:
        points += 0.15 if a.window == b.window else 0.05
    return round(points + 0.1 * share(a.topic, b.topic), 2)


def _spots_differ(a: Telling, b: Telling) -> bool:
    """Whether two tellings of a kind that happens often put it in two spots, and name no thing in common."""
    if a.article == b.article or not (a.place and b.place) or a.place == b.place or a.type not in listed("placed"):
        return False
    return not once(a) and not _same_nouns(a, b)


def _same_nouns(a: Telling, b: Telling) -> bool:
    """Whether both tell of somebody or something without a name by the same noun, which must say something."""
    return bool((a.objects & b.objects | a.doers & b.doers) - anybody())


def same_scene(a: Telling, b: Telling) -> bool:
    """Whether two articles tell of one thing without a name: the same noun or verb, and the same names around it."""
    if a.article == b.article or not (a.scene and b.scene):
        return False
    around = len(a.scene & b.scene)
    if _same_nouns(a, b):
        return around >= TIES or bool(around and (a.agents & b.agents or a.patients & b.patients))
    vague = (a.objects | b.objects) & anybody()
    return bool(vague and a.objects and b.objects) and a.lemma == b.lemma and around >= TIES


def alike(a: Telling, b: Telling) -> bool:
    """Whether enough is shared to call two claims that do not conflict one happening."""
    here = a.article == b.article
    if a.ruled & b.ruled or same_scene(a, b):
        return True
    verb = a.lemma == b.lemma or (a.subtype is not None and a.subtype == b.subtype)
    if not verb and (a.type not in listed("loose") or (here and a.sentence == b.sentence)):
        return False
    if is_symmetric(a) and is_symmetric(b):
        left, right = _named_parties(a, b)
        return left == right and (here or bool(a.named)) and _near(a, b)
    agents, patients = a.agents & b.agents, a.patients & b.patients
    shared = (agents | patients) & (a.everyone if here else a.named)
    if not shared:
        return False
    same_topic = bool(a.topic and b.topic)
    if (agents and patients) or same_topic:
        return _near(a, b)
    bare = not (a.topic or b.topic)
    one_sided = (agents and not (a.patients or b.patients)) or (patients and not (a.agents or b.agents))
    if here:
        return verb or bool(bare and one_sided)
    close = a.window and b.window and max(days(a.window), days(b.window)) <= CLOSE_DAYS
    return verb and bare and bool(one_sided or close) and _near(a, b)


def _near(a: Telling, b: Telling) -> bool:
    """Whether the days are exact enough to tell one happening from the next of its kind; inside an article they are."""
    if a.article == b.article or a.window == b.window or a.denied != b.denied or once(a):
        return True
    return all(w is None or days(w) <= NARROW for w in (a.window, b.window))


def _reason(a: Telling, b: Telling) -> str:
    when = "overlapping days" if a.window and b.window else "no days that differ"
    named = a.article == b.article or bool((a.agents | a.patients) & (b.agents | b.patients))
    what = "same type and participants" if named else "same type, like words for whom it concerns, same names around"
    return f"{what}, {when} (score {score(a, b)})"
