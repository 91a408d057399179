"""What one article tells of one situation, made comparable with what other articles tell.

Claims of an article that tell of one happening, utterance or tie are an account. Accounts with the same signature are
one situation at once; the signature holds all that comparison needs, so that whatever is told a thousand times in the
same way is compared once.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from kg.claims_to_entities.content import listed
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.offices import of_relation
from kg.claims_to_entities.same_events import point_back, same_events
from kg.claims_to_entities.same_words import same_relations, same_utterances, years
from kg.claims_to_entities.scenes import scene_of
from kg.claims_to_entities.tellings import Context, Telling, of_event, of_statement
from kg.claims_to_entities.themes import Theme, same_themes, theme_claims, themes_of, together
from kg.claims_to_entities.verdicts import UNDECIDED, Verdicts
from kg.claims_to_entities.windows import days, narrowest
from kg.records import Claim, Event, Relation, Statement

# Days of one bucket of a block, and how many buckets a window may span before only its exact days count.
BUCKET, BUCKETS = 10, 6
# What counts inside an article only.
_AT_HOME = frozenset({"id", "article", "sentence", "modality", "heading", "lead", "noun", "definite", "plural"})
_WORDS = frozenset(
    {
        "agents",
        "patients",
        "everyone",
        "named",
        "topic",
        "names",
        "figures",
        "doers",
        "objects",
        "amounts",
        "scene",
        "behind",
        "plan",
        "ruled",
        "apart",
    }
)


@dataclass(frozen=True, slots=True)
class Node:
    """A signature: one account, or all accounts that say the same. ``telling`` and ``theme`` carry the key as id.

    ``home``: nothing in it could be found in another article.
    """

    key: str
    telling: Telling
    theme: Theme | None
    home: bool


@dataclass(frozen=True, slots=True)
class Account:
    """The claims of one article that tell of one situation, why they do, and the node they belong to."""

    members: tuple[str, ...]
    reasons: tuple[str, ...]
    signature: str

    @property
    def key(self) -> str:
        """The key of the account's node."""
        return key_of(self.signature)


@dataclass(frozen=True, slots=True)
class Told:
    """One article read: its accounts, each claim as a telling, and which claim is the theme of which."""

    accounts: tuple[Account, ...]
    tellings: Mapping[str, Telling]
    themes: Mapping[str, str]


def accounts(context: Context, claims: Iterable[Claim], verdicts: Verdicts | None = None) -> Told:
    """The accounts of one article's claims; ``context`` holds that article and its entities."""
    known = {c.id: c for c in sorted(claims, key=lambda c: c.id)}
    events = {i: c for i, c in known.items() if isinstance(c, Event)}
    tellings: dict[str, Telling] = {i: of_event(context, e) for i, e in events.items()}
    tellings |= {i: of_statement(context, s) for i, s in known.items() if isinstance(s, Statement)}
    tellings |= {i: of_relation(context, r) for i, r in known.items() if isinstance(r, Relation)}
    for claim in known.values() if verdicts else ():
        ruling = verdicts.of(claim) if verdicts else UNDECIDED
        if ruling.identity:
            ruled = frozenset({ruling.identity})
            tellings[claim.id] = replace(tellings[claim.id], ruled=ruled, apart=ruling.apart)
    hosts = theme_claims(events.values())
    themes = themes_of(context, events, hosts, tellings)
    tellings |= {i: replace(tellings[i], plan=theme.figures) for i, theme in themes.items()}
    happenings = same_events(tellings[i] for i in events)
    same_themes(themes, tellings, happenings)
    point_back({i: tellings[i] for i in events}, happenings)
    sayings = same_utterances(tellings[i] for i, c in known.items() if isinstance(c, Statement))
    ties = same_relations(tellings[i] for i, c in known.items() if isinstance(c, Relation))
    view = _View(context, scene_of(context))
    found = [a for groups in (happenings, sayings, ties) for a in _accounts(view, groups, tellings, themes)]
    return Told(tuple(found), tellings, hosts)


@dataclass(frozen=True, slots=True)
class _View:
    """What of an article is seen from others: its context and the names it speaks of most."""

    context: Context
    scene: frozenset[str]


def _accounts(
    view: _View, groups: Groups[str], tellings: Mapping[str, Telling], themes: Mapping[str, Theme]
) -> Iterable[Account]:
    found = []
    for members, reasons in groups.groups():
        about = [themes[m] for m in members if m in themes]
        whole = merged([tellings[m] for m in members])
        if whole.kind == "event":
            whole = _from_afar(view, whole)
        theme = together(about) if about else None
        found.append((members, reasons, whole, theme, signature(whole, theme)))
    twice = Counter(sign for *_, sign in found)
    for members, reasons, whole, theme, sign in found:
        alone = whole.kind == "event" and twice[sign] > 1  # nobody elsewhere can say which of the two is meant
        yield Account(members, reasons, signature(whole, theme, alone=alone) if alone else sign)


def _from_afar(view: _View, whole: Telling) -> Telling:
    """A happening as another article can compare it: who has no name is a noun, and the place only if it is a spot."""
    spot = whole.type in listed("placed") and whole.place and view.context.clusters[whole.place].type == "place"
    return replace(
        whole,
        agents=whole.agents & whole.named,
        patients=whole.patients & whole.named,
        everyone=whole.named,
        roles=(),
        place=whole.place if spot else None,
        source=whole.source if whole.source in view.context.named else "",
        scene=view.scene if whole.doers | whole.objects else frozenset(),
    )


def merged(tellings: Sequence[Telling]) -> Telling:
    """Several tellings of one article as one: all parties, the commonest kind, the days they share."""
    if len(tellings) == 1:
        return tellings[0]
    sets = {f: frozenset(w for t in tellings for w in getattr(t, f)) for f in _WORDS}
    window = narrowest([t.window for t in tellings if t.window])
    actual = any(t.actual for t in tellings)
    return replace(
        tellings[0],
        subtype=commonest([t.subtype for t in tellings if t.subtype]),
        lemma=commonest([t.lemma for t in tellings]) or "",
        roles=tuple(sorted({r for t in tellings for r in t.roles})),
        window=window,
        soft=window or narrowest([t.soft for t in tellings if t.soft and t.actual == actual]),
        actual=actual,
        denied=all(t.denied for t in tellings),
        place=commonest([t.place for t in tellings if t.place]),
        nth=commonest([t.nth for t in tellings if t.nth]) or "",
        source=tellings[0].source if len({t.source for t in tellings}) == 1 else "",
        **sets,  # type: ignore[arg-type]
    )


def commonest(values: Sequence[str]) -> str | None:
    """The commonest value, the first by name of equals; None of none."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def signature(whole: Telling, theme: Theme | None, *, alone: bool = False) -> str:
    """All that an account is compared by, as JSON. What cannot be found elsewhere carries its article and claim.

    ``alone``: its article tells of another happening in just the same way.
    """
    exact = whole.window is not None and days(whole.window) == 1
    if exact and len(whole.named) > 1 and whole.kind == "event" and whole.type not in listed("themed"):
        whole = replace(whole, topic=frozenset(), names=frozenset())
    parties = whole.named | (theme.parties if theme else frozenset())
    abroad = bool(parties or whole.scene if whole.kind == "event" else whole.roles)
    if whole.kind in ("event", "utterance"):
        abroad = abroad and whole.soft is not None
    abroad = (abroad and not alone) or bool(whole.ruled)
    plain: dict[str, Any] = {
        f.name: sorted(v) if f.name in _WORDS else v
        for f in fields(Telling)
        if f.name not in _AT_HOME and (v := getattr(whole, f.name))
    }
    if whole.kind in ("state", "office"):
        plain.pop("lemma", None)
    if theme:
        plain["theme"] = [sorted(theme.words), sorted(theme.figures), sorted(theme.parties)]
    if not abroad:
        plain["home"] = [whole.article, whole.id]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def key_of(signature: str) -> str:
    """The key of a node: 16 hexadecimal digits of SHA-256 over its signature."""
    return hashlib.sha256(signature.encode()).hexdigest()[:16]


def node_of(signature: str) -> Node:
    """A node out of its signature; as a telling it is an article of its own."""
    key, plain = key_of(signature), json.loads(signature)
    theme = plain.pop("theme", None)
    home = plain.pop("home", None)
    made: dict[str, Any] = {f.name: _EMPTY.get(f.name) for f in fields(Telling)} | plain
    made |= {f: frozenset(made[f] or ()) for f in _WORDS}
    made["roles"] = tuple((r, c) for r, c in made["roles"] or ())
    made |= {f: tuple(made[f]) if made[f] else None for f in ("window", "soft")}
    about = Theme(key, *(frozenset(part) for part in theme)) if theme else None
    return Node(key, Telling(**{**made, "id": key, "article": key, "sentence": 0}), about, home is not None)


_EMPTY: Mapping[str, Any] = {
    "lemma": "", "actual": False, "denied": False, "source": "", "modality": "actual", "heading": False, "lead": False,
    "noun": False, "definite": False, "plural": False, "nth": "",
}  # fmt: skip


def blocks(node: Node) -> tuple[str, ...]:
    """The blocks in which others that may be one with a node are found, from the widest to the narrowest.

    A block that holds too many is not looked into; so each wide one has narrower ones beside it.
    """
    t = node.telling
    if node.home:
        return ()
    ruled = tuple(f"user|{identity}" for identity in sorted(t.ruled))
    if t.kind == "event":
        return (*ruled, *_event_blocks(node))
    if t.kind == "utterance":
        (speaker,) = t.agents or ("",)
        return ruled + tuple(f"said|{speaker}|{w}{when}" for w in sorted(t.topic) for when in ("", *_when(t)))
    holder = "+".join(sorted(c for r, c in t.roles if r in ("agent", "holder")))
    wide = f"tie|{t.type}|{holder}"
    return (*ruled, wide, f"{wide}|{' '.join(sorted(t.topic))}", *(f"{wide}|{year}" for year in years(t)))


def _event_blocks(node: Node) -> tuple[str, ...]:
    t = node.telling
    parties = sorted(t.named)
    pairs = [f"{a}+{b}" for i, a in enumerate(parties[:4]) for b in parties[i + 1 : 4]]
    wide = [f"event|{t.type}|{p}" for p in parties]
    timed = [f"event|{t.type}|{p}{when}" for p in (*parties, *pairs) for when in _when(t)]
    exact = [f"event|{t.type}|{p}|{t.window}" for p in (*parties, *pairs) if t.window]
    themed = sorted(node.theme.parties) if node.theme else []
    about = [f"theme|{t.type}|{t.lemma}|{p}{when}" for p in themed for when in _when(t)]
    plans = [f"plan|{t.type}|{p}|{number}" for p in themed for number in sorted(t.plan)]
    nouns = [*sorted(t.doers | t.objects), f"={t.lemma}"] if t.scene else []
    scenes = [
        f"scene|{t.type}|{n}{when}{much}"
        for n in nouns
        for when in _when(t)
        for much in ("", *(f"|{n}" for n in sorted(t.amounts)))
    ]
    return (*wide, *timed, *exact, *about, *plans, *scenes)


def _when(t: Telling) -> tuple[str, ...]:
    """The buckets of days that a telling's window touches; none if it is too wide to tell anything."""
    if t.soft is None or t.soft[0] == date.min.isoformat():
        return ()
    first, last = (date.fromisoformat(d).toordinal() // BUCKET for d in t.soft)
    return tuple(f"|{n}" for n in range(first, last + 1)) if last - first < BUCKETS else ()
