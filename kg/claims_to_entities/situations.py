"""From what all articles tell of one situation to the situation: roles, days, theme, label.

Roles of a situation: an event has agent, patient, recipient, participant and instrument (a consultation only
participants, a visit aside); an utterance agent (speaker), recipient (addressee), medium (venue) and topic (whom it is
about); a state agent and patient (subject and object); an office holder and organization.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.claims_to_entities.accounts import Account, Told
from kg.claims_to_entities.content import listed, measures, numbers, stem
from kg.claims_to_entities.labels import label_of
from kg.claims_to_entities.ledger import Entry, entry
from kg.claims_to_entities.tellings import Context, Telling, real_topic
from kg.claims_to_entities.territories import territory
from kg.claims_to_entities.windows import days, narrowest
from kg.claims_to_entities.world import Cluster, Situation
from kg.records import ROLES, Claim, Event, Ref, Relation, Span

# Roles that name a party, strongest first: a cluster that several tellings put in several roles keeps the commonest.
_PARTIES = (*ROLES, "holder", "organization", "medium", "topic")
_COUNTED = re.compile(r"(?P<number>[\w.,-]+)\s+(?:\w+\s+){0,2}?(?P<noun>\w+)$")
_AGED = re.compile(r"\d+-(?:year|month|week|day|\w+-)|[a-z]+-(?:year|month|week|day)-old")
_LYING = frozenset({"located_in", "part_of"})
# How many steps up a place lies in another: a street, a town, a region, a state.
_DEPTH = 3


def telling_entries(
    context: Context, told: Told, claims: Mapping[str, Claim], homes: Mapping[str, str]
) -> Iterable[Entry]:
    """What the claims of one article tell of situations; ``homes`` gives the situation of each claim."""
    around = _containers(context, claims.values())
    for account in told.accounts:
        for member in account.members:
            key = f"situation:{homes[member]}"
            telling = told.tellings[member]
            yield from _of_claim(context, key, claims[member], telling, around.get(telling.place or "", set()))
            theme = told.themes.get(member)
            if theme and homes[theme] != homes[member]:
                yield entry(key, "theme", homes[theme])
        yield from _of_account(account, f"situation:{homes[account.members[0]]}")


def _of_account(account: Account, key: str) -> Iterable[Entry]:
    yield entry(key, "node", account.key)
    yield from (entry(key, "reason", r) for r in set(account.reasons))


def _of_claim(context: Context, key: str, claim: Claim, t: Telling, around: set[str]) -> Iterable[Entry]:
    rank, text = label_of(context, claim)
    claims = key.replace("situation:", "claims:", 1)
    yield entry(key, "kind", [t.kind, t.type])
    yield entry(claims, "member", claim.id)
    yield entry(key, "label", [list(rank), text])
    yield from (entry(key, "role", pair) for pair in t.roles)
    if t.subtype:
        yield entry(key, "subtype", t.subtype)
    if t.place:
        yield entry(key, "place", t.place)
    if t.place and (stage := _stage(claim)):
        there = context.clusters[t.place]
        yield entry(claims, "where", [stage, t.place, there.name, _level(there), sorted(around), t.source, claim.id])
    if t.window:
        yield entry(key, "window", t.window)
        yield entry(key, "edtf", [days(t.window), claim.time.value if claim.time else None])
    if title := _title(claim):
        yield entry(key, "title", title)
    if isinstance(claim, Event | Relation):
        if claim.modality == "actual":
            yield entry(claims, claim.polarity, [t.source, claim.id])
        if claim.polarity == "positive" and claim.modality != "desired":
            yield entry(claims, "stated", [t.window, t.soft, claim.sentence.start, t.source, claim.id])
    if isinstance(claim, Event):
        yield from _of_event(key, claim, t)


def _of_event(key: str, event: Event, t: Telling) -> Iterable[Entry]:
    claims = key.replace("situation:", "claims:", 1)
    stage = _stage(event)
    if t.window and stage:
        yield entry(claims, "when", [stage, *t.window, t.source, event.id])
    if topic := real_topic(event):
        yield entry(key, "topic", re.sub(r"\s+", " ", topic.text).strip())
    for aspect, found in (("word", t.topic - t.names), ("name", t.names), ("figure", t.figures)):
        yield from (entry(key, aspect, w) for w in sorted(found))
    for noun, number in sorted(_counts(event).items() if stage else ()):
        yield entry(claims, "number", [stage, noun, number, t.source, event.id])


def _stage(claim: Claim) -> str | None:
    """What a claim can be held against: done against done, planned against planned; None for mere wishes and ifs."""
    modality = claim.modality if isinstance(claim, Event | Relation) else "actual"
    return modality if modality in ("actual", "future") else None


def _counts(event: Event) -> dict[str, str]:
    """How many of what an event is told to concern, by the noun counted; inexact and partial numbers left out."""
    found: dict[str, str] = {}
    for role in event.roles:
        figures = numbers(role.ref.text)
        counted = _COUNTED.search(role.ref.text.casefold())
        if len(figures) == 1 and counted and not _is_inexact(event, role.ref):
            found[stem(counted["noun"])] = min(figures)
    topic = real_topic(event) if event.type in listed("numbers", "in_topic") else None
    if topic and not _is_inexact(event, topic):
        units = [m.rpartition(" ") for m in sorted(measures(topic.text))]
        found |= {unit: number for number, _, unit in units if unit and len(units) == 1}
    return found


def _is_inexact(event: Event, span: Ref | Span) -> bool:
    """Whether a number is hedged ("about nine"), one of several ("nine more") or a measure ("a nine-year-old")."""
    text = span.text.casefold()
    before = event.sentence.text[: span.start - event.sentence.start].casefold().rstrip()
    words = re.findall(r"[^\W_]+", f"{before[-24:]} {text}")
    hedged = any(h in text or before.endswith(h) for h in listed("numbers", "hedges"))
    return hedged or bool(listed("numbers", "partial") & {*words}) or bool(_AGED.search(text))


def _containers(context: Context, claims: Iterable[Claim]) -> dict[str, set[str]]:
    """The places that each place of an article lies in, as the article itself says."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim, Relation) and claim.predicate in _LYING and isinstance(claim.object, Ref):
            found[context.place(claim.subject)].add(context.place(claim.object))
    for _ in range(_DEPTH):
        for place, above in sorted(found.items()):
            found[place] = above | {c for a in sorted(above) for c in found.get(a, ())}
    return found


def _level(cluster: Cluster) -> str:
    """What kind of place this is: only places of one kind are held against each other."""
    if cluster.type != "place":
        return cluster.type
    return "region" if territory(cluster.same_as) else "place"


def _title(claim: Claim) -> str | None:
    """The wording of a title or value; None for a tie between two entities."""
    if not isinstance(claim, Relation) or not (isinstance(claim.object, Span) or claim.predicate == "holds_position"):
        return None
    return re.sub(r"\s+", " ", claim.object.text).strip()


Votes = Mapping[str, Mapping[Any, int]]
ALIKE = "same kind, same parties, same days, told alike"


def situation_of(name: str, votes: Votes) -> Situation | None:
    """The situation that the votes of all articles add up to; None if nobody tells of it any more."""
    if "kind" not in votes:
        return None
    kind, root = min(votes["kind"])
    window = narrowest(sorted(votes.get("window", ())))
    subtype, theme = _most(votes.get("subtype")), _most(votes.get("theme"))
    title = _title_of(votes.get("title", {}))
    edtf = votes.get("edtf", {})
    topics = votes.get("topic", {})
    return Situation(
        id=name,
        kind=kind,
        type=root,
        subtype=subtype,
        label=_label_of(votes["label"], title if kind == "office" else None),
        roles=_roles(votes.get("role", {}), kind, root, subtype),
        place=_most(votes.get("place")),
        theme=theme,
        topic=None if theme else min(topics, key=lambda t: (-topics[t], len(t), t), default=None),
        title=title if kind in ("office", "state") else None,
        earliest=window[0] if window else None,
        latest=window[1] if window else None,
        edtf=min(edtf, key=lambda x: (x[0], -edtf[x], x[1]))[1] if edtf else None,
        reasons=tuple(sorted({*votes.get("reason", ()), *([ALIKE] if max(votes["node"].values()) > 1 else ())})),
    )


def _title_of(votes: Mapping[str, int]) -> str | None:
    """The commonest title, however it is capitalised; of equally common ones the shortest."""
    told: Counter[str] = Counter()
    for title, n in votes.items():
        told[title.casefold()] += n
    return min(votes, key=lambda t: (-told[t.casefold()], len(t), t.casefold(), -votes[t], t), default=None)


def _label_of(votes: Mapping[tuple[Any, str], int], title: str | None) -> str:
    """The label of the best rank; of an office the one with its title."""
    ranked = [v for v in votes if title and v[1].endswith(f", {title}")] or list(votes)
    return min(ranked)[1]


def _most(votes: Mapping[str, int] | None) -> str | None:
    return min(votes, key=lambda v: (-votes[v], v), default=None) if votes else None


def _roles(
    votes: Mapping[tuple[str, str], int], kind: str, root: str, subtype: str | None
) -> tuple[tuple[str, str], ...]:
    """Each cluster once, in the role most tellings give it; those who consult each other are all participants."""
    if kind == "utterance":  # whoever speaks, listens or carries may also be spoken of
        return tuple(sorted(votes))
    given: dict[str, Counter[str]] = defaultdict(Counter)
    for (role, cluster), n in votes.items():
        given[cluster][role] += n
    parties = [(min(c, key=lambda r: (-c[r], _rank(r), r)), cluster) for cluster, c in given.items()]
    equal = root == "consult" and subtype != "Visit" and len(parties) > 1
    return tuple(
        sorted(("participant" if equal and r in ("agent", "patient", "recipient") else r, c) for r, c in parties)
    )


def _rank(role: str) -> int:
    return _PARTIES.index(role) if role in _PARTIES else len(_PARTIES)


def type_slug(kind: str, root: str, subtype: str | None) -> str:
    """The readable beginning of a situation's id: its type in lower case with hyphens.

    >>> type_slug("event", "consult", "PhoneCall")
    'phone-call'
    """
    name = {"office": "office-holding", "utterance": "statement"}.get(kind, subtype or root)
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[\W_]+", "-", spaced).strip("-").lower()
