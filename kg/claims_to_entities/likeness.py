"""Whether two event claims may tell of one happening: what speaks against it, what for it, and how sure it is.

Careful on purpose. That one person goes, plays or says no twice makes it two occasions, unless something more than the
verb ties the tellings together: both parties, the words of the topic, the day, a headline, a noun that takes the event
up again ("her resignation"), or an event that happens to one party seldom.
"""

from __future__ import annotations

from datetime import date

from kg.claims_to_entities.content import Words, anybody, jaccard, listed, measured_apart, share
from kg.claims_to_entities.kinds import is_bland, is_heading_of, is_symmetric, of_one, once, same_verb, seldom
from kg.claims_to_entities.subtypes import apart
from kg.claims_to_entities.tellings import Telling
from kg.claims_to_entities.windows import NARROW, days, overlap

TOPIC_SHARE = 0.5
# Two tellings that share one participant only must be dated this closely to be one happening.
CLOSE_DAYS = 3
# The election of a country in a year is one, however it is told.
YEAR = 366
# Days from the proposal of a thing to its beginning.
PLAN_DAYS = 92
# How a headline and the lead may tell of one deed: done, or about to be done ("Norland to sell", "Norland has sold").
_AHEAD = frozenset({"actual", "future", "desired"})
# What counts an event as one more of its kind, whatever else is told of the others.
_ANOTHER = "another"
# How many of the names that two articles speak of most must be the same for them to tell one story.
TIES = 3


def _named_parties(a: Telling, b: Telling) -> tuple[Words, Words]:
    """The parties to compare: those with names, if both tellings name two; else all."""
    return (a.named, b.named) if min(len(a.named), len(b.named)) >= 2 else (a.everyone, b.everyone)


def conflict(a: Telling, b: Telling) -> bool:
    """Whether two event claims cannot tell of one happening: other kind, other parties, other topic or other days."""
    if a.ruled or b.ruled:
        if a.ruled & b.ruled:
            return False
        if a.ruled & b.apart or b.ruled & a.apart:
            return True
    if a.nth != b.nth and ((a.nth and b.nth) or (a.article == b.article and _ANOTHER in (a.nth, b.nth))):
        return True
    retold = a.lemma == b.lemma and is_heading_of(a, b)
    if a.type != b.type or (apart(a.subtype, b.subtype) and not retold) or _parties_differ(a, b) or _spots_differ(a, b):
        return True
    if _topics_differ(a, b) and (a.type in listed("themed") or not (a.window and b.window)):
        return True
    here = a.article == b.article
    if here and a.denied != b.denied and a.source == b.source:
        return True  # who tells both means two occasions
    if a.plan & b.plan and in_those_days(a, b):
        return False
    if a.window and b.window:
        return not overlap(a.window, b.window) and not (once(a) and once(b))
    ahead = here and {a.modality, b.modality} <= _AHEAD
    if ahead and (is_heading_of(a, b) or (a.subtype in listed("seldom", "doing") and same_verb(a, b))):
        return False
    if not a.window and not b.window and a.actual != b.actual:
        return True
    if here and a.actual == b.actual:
        return False
    return not (a.soft and b.soft and overlap(a.soft, b.soft))


def in_those_days(a: Telling, b: Telling) -> bool:
    """Whether two tellings of one plan, from its proposal to its end, lie close enough."""
    if not (a.soft and b.soft):
        return False
    gap = date.fromisoformat(max(a.soft[0], b.soft[0])) - date.fromisoformat(min(a.soft[1], b.soft[1]))
    return gap.days <= PLAN_DAYS


def _topics_differ(a: Telling, b: Telling) -> bool:
    if measured_apart(a.figures, b.figures):
        return True
    return bool(a.topic and b.topic) and share(a.topic, b.topic) < TOPIC_SHARE


def _parties_differ(a: Telling, b: Telling) -> bool:
    if is_symmetric(a) and is_symmetric(b):
        left, right = (a.named, b.named) if is_heading_of(a, b) else _named_parties(a, b)
        return not (left <= right or right <= left)
    if _undergo(a, b):
        return False
    sides = (
        (a.agents, b.agents, a.doers, b.doers),
        (a.patients, b.patients, a.objects, b.objects),
    )
    for mine, theirs, nouns, others in sides:
        if mine and theirs and not mine & theirs:
            if mine is a.agents and _on_behalf(a, b):
                continue
            if is_heading_of(a, b) and not (mine <= a.named and theirs <= b.named):
                continue
            return True
        if not (mine or theirs) and nouns and others and not nouns & others and not (nouns | others) & anybody():
            return True
    swapped = (a.agents & b.patients) - b.agents | (b.agents & a.patients) - a.agents
    return bool(swapped) and not (is_symmetric(a) or is_symmetric(b))


def _undergo(a: Telling, b: Telling) -> Words:
    """Who undergoes what both tell of, whether a text makes him its agent or not ("Ruiz died", "Ruiz's death")."""
    if a.type not in listed("undergone") or (a.agents and a.patients) or (b.agents and b.patients):
        return frozenset()
    return (a.agents | a.patients) & (b.agents | b.patients)


def _on_behalf(a: Telling, b: Telling) -> Words:
    """The states that act in both tellings, in one of them through their forces or officials."""
    return (a.agents | a.behind) & (b.agents | b.behind)


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
    """Whether two articles tell of one thing without a name: the same noun and verb, and the same names around it."""
    if a.article == b.article or not (a.scene and b.scene) or not same_verb(a, b):
        return False
    dated = bool(a.window) + bool(b.window)
    if not (a.actual and b.actual) and dated < 2 and not a.amounts & b.amounts:
        return False
    if a.type == "other" and not dated:
        return False
    around = len(a.scene & b.scene)
    if _same_nouns(a, b) and (a.objects & b.objects or a.lemma == b.lemma):
        return (around >= TIES and not is_bland(a)) or bool(around and (a.agents & b.agents or a.patients & b.patients))
    vague = (a.objects | b.objects) & anybody()
    return bool(vague and a.objects and b.objects) and a.lemma == b.lemma and around >= TIES


def alike(a: Telling, b: Telling) -> bool:
    """Whether enough is shared to call two claims that do not conflict one happening."""
    if a.ruled & b.ruled:
        return True
    if a.article == b.article:
        return _told_again(a, b)
    return same_scene(a, b) or _told_elsewhere(a, b)


def _topics_meet(a: Telling, b: Telling) -> bool:
    if not (a.topic and b.topic) or share(a.topic, b.topic) < TOPIC_SHARE:
        return False
    return a.topic == b.topic or bool((a.topic & b.topic) - a.names - b.names)


def _shared(a: Telling, b: Telling) -> tuple[Words, Words]:
    """The agents and patients that both tellings have; of parties that are equal, all count as agents."""
    if a.type in listed("symmetric"):
        return a.everyone & b.everyone, frozenset()
    agents = _on_behalf(a, b)
    return agents, (a.patients & b.patients) or (frozenset() if agents else _undergo(a, b))


def _told_again(a: Telling, b: Telling) -> bool:
    """Whether one article tells twice of one happening."""
    if is_heading_of(a, b):
        return True
    same = same_verb(a, b)
    if not same and (a.type not in listed("loose") or a.sentence == b.sentence):
        return False
    if is_symmetric(a) and is_symmetric(b):
        left, right = _named_parties(a, b)
        return left == right
    agents, patients = _shared(a, b)
    if not (agents or patients):
        return False
    if (
        a.type in listed("symmetric")
        and a.lemma != b.lemma
        and len(a.everyone | b.everyone) != len(a.everyone & b.everyone)
    ):
        return False  # one who attends a summit and meets a guest there does two things
    if is_bland(a):
        return bool(agents and patients) and a.window is not None and a.window == b.window
    if (agents and patients) or (_one_topic(a, b) if agents else _topics_meet(a, b)):
        return True
    if not same:
        return False
    if a.window and a.window == b.window and days(a.window) <= CLOSE_DAYS:
        return True
    if a.denied != b.denied:
        alone = a.patients == b.patients and a.agents == b.agents
        often = a.type in listed("everyday", "types") or a.subtype in listed("everyday", "subtypes")
        return (
            alone
            and (bool(a.patients) or not often or of_one(a, patients))
            and a.lemma == b.lemma
            and a.type != "other"
            and not _two_topics(a, b)
            and not _two_places(a, b)
        )
    if of_one(a, patients) and not _two_topics(a, b):
        return True
    if a.plural != b.plural and a.type in listed("counted") and a.subtype not in listed("yearly"):
        return False
    taken_up = (a.noun != b.noun or (a.noun and a.lemma == b.lemma)) and a.type != "other"
    return taken_up and not _two_topics(a, b)


def _one_topic(a: Telling, b: Telling) -> bool:
    """Whether two topics are one thing beyond doubt: the same words, most of them, or one topic within the other."""
    small, large = sorted((a.topic, b.topic), key=len)
    return _topics_meet(a, b) and (
        small == large or (small < large and len(small) > 1) or jaccard(a.topic, b.topic) > 0.5
    )


def _two_places(a: Telling, b: Telling) -> bool:
    return bool(a.place and b.place) and a.place != b.place


def _two_topics(a: Telling, b: Telling) -> bool:
    return bool(a.topic and b.topic) and not _topics_meet(a, b)


def _told_elsewhere(a: Telling, b: Telling) -> bool:
    """Whether another article tells of the same happening: parties with names count, and how close the days are."""
    same = same_verb(a, b)
    if not (same or a.type in listed("loose")) or (is_bland(a) and not (a.window and b.window)):
        return False
    if is_symmetric(a) and is_symmetric(b):
        left, right = _named_parties(a, b)
        return left == right and bool(a.named) and _near(a, b)
    agents, patients = _shared(a, b)
    if not (agents | patients) & a.named:
        return False
    if a.subtype in listed("yearly") and a.window and a.window == b.window and days(a.window) <= YEAR:
        return a.named == b.named and not _two_topics(a, b)
    if (agents and patients) or _topics_meet(a, b):
        return _near(a, b)
    exact = all(w is not None and days(w) <= CLOSE_DAYS for w in (a.window, b.window))
    if same and exact and seldom(a) and patients & a.named and a.denied == b.denied:
        return not _two_topics(a, b)
    if not same or a.topic or b.topic or (a.denied != b.denied and not seldom(a)):
        return False
    if exact:
        return _near(a, b)
    one_sided = (agents and not (a.patients or b.patients)) or (patients and not (a.agents or b.agents))
    one_sided = one_sided or bool(_undergo(a, b)) or (a.type in listed("symmetric") and a.everyone == b.everyone)
    nameless = (a.objects, b.objects) if agents else (a.doers, b.doers)
    met = not all(nameless) or bool(nameless[0] & nameless[1])
    told_by_one = bool(a.source) and a.source == b.source
    return bool(one_sided) and met and (seldom(a) or told_by_one) and _near(a, b)


def _near(a: Telling, b: Telling) -> bool:
    """Whether the days are exact enough to tell one happening from the next of its kind; inside an article they are."""
    if a.article == b.article or a.denied != b.denied or once(a):
        return True
    if a.window == b.window:
        return a.window is None or days(a.window) <= NARROW or seldom(a) or _one_topic(a, b)
    return all(w is None or days(w) <= NARROW for w in (a.window, b.window))


def reason(a: Telling, b: Telling) -> str:
    """Why two tellings are taken for one happening, in words."""
    when = "overlapping days" if a.window and b.window else "no days that differ"
    named = a.article == b.article or bool((a.agents | a.patients) & (b.agents | b.patients))
    what = "same type and participants" if named else "same type, like words for whom it concerns, same names around"
    return f"{what}, {when} (score {score(a, b)})"
