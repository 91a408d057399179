"""From groups of claims to situations: roles, days, theme, label and an id made of content.

Roles of a situation: an event has agent, patient, recipient, participant and instrument (a consultation only
participants, a visit aside); an utterance agent (speaker), recipient (addressee), medium (venue) and topic (whom it is
about); a state agent and patient (subject and object); an office holder and organization.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims_to_entities.labels import event_label, relation_label, utterance_label
from kg.claims_to_entities.same_events import same_events
from kg.claims_to_entities.same_words import same_relations, same_utterances
from kg.claims_to_entities.tellings import Context, Telling, of_event, of_relation, of_statement, real_topic
from kg.claims_to_entities.themes import same_themes, theme_claims
from kg.claims_to_entities.windows import days, narrowest, window_of
from kg.claims_to_entities.world import Situation
from kg.errors import ClaimError
from kg.records import ROLES, Claim, Event, Relation, Span, Statement, Time

# Roles that name a party, strongest first: a cluster that several tellings put in several roles keeps the commonest.
_PARTIES = (*ROLES, "holder", "organization", "medium", "topic")


@dataclass(frozen=True, slots=True)
class Told:
    """All claims of the input and what they were taken to tell: the situations, and each claim as a telling."""

    situations: tuple[Situation, ...]
    tellings: Mapping[str, Telling]


def situations(context: Context, claims: Mapping[str, Claim]) -> Told:
    """One situation for every happening, utterance and lasting tie the claims tell of, in the order of their ids."""
    events = {i: c for i, c in claims.items() if isinstance(c, Event)}
    statements = {i: c for i, c in claims.items() if isinstance(c, Statement)}
    relations = {i: c for i, c in claims.items() if isinstance(c, Relation)}
    known: dict[str, Telling] = {i: of_event(context, e) for i, e in events.items()}
    known |= {i: of_statement(context, s) for i, s in statements.items()}
    known |= {i: of_relation(context, r) for i, r in relations.items()}
    happenings = same_events(known[i] for i in events)
    themes = theme_claims(events.values())
    same_themes(context, events, themes, known, happenings)
    drafts: list[tuple[Situation, str]] = []
    for groups, made in (
        (happenings, lambda ids: event_label(context, [events[i] for i in ids])),
        (
            same_utterances(known[i] for i in statements),
            lambda ids: utterance_label(context, [statements[i] for i in ids]),
        ),
        (same_relations(known[i] for i in relations), lambda ids: relation_label(context, [relations[i] for i in ids])),
    ):
        drafts += [_draft(ids, reasons, known, claims, made) for ids, reasons in groups.groups()]
    built = _with_ids(drafts)
    return Told(_with_themes(built, themes, claims), known)


Label = Callable[[Sequence[str]], str]


def _draft(
    ids: Sequence[str],
    reasons: tuple[str, ...],
    known: Mapping[str, Telling],
    claims: Mapping[str, Claim],
    label: Label,
) -> tuple[Situation, str]:
    """A situation without id and theme, and what beside type, roles and days tells it from others of its kind."""
    tellings = [known[i] for i in ids]
    first = tellings[0]
    times = [t for i in ids if (t := claims[i].time) is not None]
    window = narrowest([w for t in tellings if (w := t.window)])
    subtype = _commonest([t.subtype for t in tellings if t.subtype])
    title = _title([claims[i] for i in ids]) if first.kind in ("office", "state") else None
    situation = Situation(
        id="",
        kind=first.kind,
        type=first.type,
        subtype=subtype,
        label=label(ids),
        roles=_roles(tellings, subtype),
        place=_commonest([t.place for t in tellings if t.place]),
        title=title,
        earliest=window[0] if window else None,
        latest=window[1] if window else None,
        edtf=_edtf(times),
        members=tuple(ids),
        reasons=reasons,
    )
    return situation, "" if first.kind == "event" else " ".join(sorted(first.topic))


def _commonest(values: Sequence[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def _roles(tellings: Sequence[Telling], subtype: str | None) -> tuple[tuple[str, str], ...]:
    """Each cluster once, in the role most tellings give it; those who consult each other are all participants."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    for telling in tellings:
        for role, cluster in telling.roles:
            given[cluster][role] += 1
    if tellings[0].kind == "utterance":  # whoever speaks, listens or carries may also be spoken of
        return tuple(sorted({pair for t in tellings for pair in t.roles}))
    parties = [(min(c, key=lambda r: (-c[r], _rank(r), r)), cluster) for cluster, c in given.items()]
    equal = tellings[0].type == "consult" and subtype != "Visit" and len(parties) > 1
    return tuple(
        sorted(("participant" if equal and r in ("agent", "patient", "recipient") else r, c) for r, c in parties)
    )


def _rank(role: str) -> int:
    return _PARTIES.index(role) if role in _PARTIES else len(_PARTIES)


def _title(members: Sequence[Claim]) -> str | None:
    """The longest wording of a title or value; None for a tie between two entities."""
    spans = [
        m.object
        for m in members
        if isinstance(m, Relation) and (isinstance(m.object, Span) or m.predicate == "holds_position")
    ]
    texts = [re.sub(r"\s+", " ", s.text).strip() for s in spans]
    return min(texts, key=lambda t: (-len(t), t), default=None)


def _edtf(times: Sequence[Time]) -> str | None:
    """The most exact time told; of equals the commonest."""
    exact = [(days(w), t.value) for t in times if t.value and (w := window_of(t))]
    counts = Counter(v for _, v in exact)
    return min(exact, key=lambda x: (x[0], -counts[x[1]], x[1]))[1] if exact else None


def _topic(members: Sequence[Claim]) -> str | None:
    """The topic in the words most tellings use; of equals the shortest."""
    texts = [
        re.sub(r"\s+", " ", topic.text).strip() for m in members if isinstance(m, Event) and (topic := real_topic(m))
    ]
    counts = Counter(texts)
    return min(counts, key=lambda t: (-counts[t], len(t), t), default=None)


def type_slug(situation: Situation) -> str:
    """The readable beginning of a situation's id: its type in lower case with hyphens.

    >>> type_slug(Situation("", "event", "consult", "PhoneCall", "", ()))
    'phone-call'
    """
    name = {"office": "office-holding", "utterance": "statement"}.get(
        situation.kind, situation.subtype or situation.type
    )
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[\W_]+", "-", spaced).strip("-").lower()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _with_ids(drafts: Sequence[tuple[Situation, str]]) -> list[Situation]:
    """Ids of type, roles and first day; situations that share all these are told apart by their first claim."""
    keys = []
    for s, detail in drafts:
        who = [f"{role}={cluster}" for role, cluster in s.roles if role != "topic"]
        keys.append((type_slug(s), _hash(s.kind, s.type, s.subtype or "", *who, s.earliest or "", detail)))
    count = Counter(keys)
    built = []
    for (s, _), (name, code) in zip(drafts, keys, strict=True):
        unique = code if count[name, code] == 1 else _hash(code, s.members[0])
        built.append(replace(s, id=f"{name}-{unique}"))
    if len({s.id for s in built}) != len(built):
        raise ClaimError("two situations got one id: the same claim id stands for two claims")
    return sorted(built, key=lambda s: s.id)


def _with_themes(
    built: Sequence[Situation], themes: Mapping[str, str], claims: Mapping[str, Claim]
) -> tuple[Situation, ...]:
    """Each situation with the situation it is about, or with the words of its topic where that is none."""
    home = {m: s.id for s in built for m in s.members}
    done = []
    for s in built:
        theme = _commonest([home[themes[m]] for m in s.members if m in themes and home[themes[m]] != s.id])
        words = _topic([claims[m] for m in s.members]) if theme is None else None
        done.append(replace(s, theme=theme, topic=words))
    return tuple(done)
