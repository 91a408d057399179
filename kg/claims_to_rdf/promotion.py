"""From claims to verdicts: the status of each situation, and what of it a policy lets stand as fact.

The rules are data where they differ (the policies of ``ontology/newskg.ttl``) and code where they agree. The same rule
as SPARQL is ``ontology/promotion.rq``, which tests compare with this module.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.claims_to_entities.offices import employer
from kg.claims_to_entities.world import Situation
from kg.claims_to_rdf.attribution import AttributedClaim
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.support import independent, outlets
from kg.errors import VocabularyError
from kg.ontology import short, term, terms
from kg.records import Claim, Event, Ref, Relation, Statement

_HAPPENED = ("positive", "actual")


@dataclass(frozen=True, slots=True)
class Policy:
    """One promotion policy, as the ontology defines it."""

    iri: str
    promotes: frozenset[str]
    min_publishers: int
    min_confidence: float


@cache
def policy_named(name: str) -> Policy:
    """The policy with this notation: strict, two-publishers or open.

    Raises VocabularyError for another name.

    >>> policy_named("strict").min_publishers
    1
    """
    known = {t.one("skos:notation"): t for t in terms().values() if term("nkg:Policy") in t.all("rdf:type")}
    if name not in known:
        raise VocabularyError(f"no policy {name!r}: expected one of {', '.join(sorted(str(n) for n in known))}")
    found = known[name]
    promotes = frozenset(short(s).removeprefix("nkg:") for s in found.all("nkg:promotes"))
    least = (found.one("nkg:minPublishers") or "1", found.one("nkg:minConfidence") or "0")
    return Policy(found.iri, promotes, int(least[0]), float(least[1]))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of a situation: its status, and the details that its status covers."""

    status: str
    promoted: bool
    roles: tuple[tuple[str, str], ...]
    place: str | None
    theme: str | None
    topic: str | None
    dated: bool
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one claim adds to the verdict on its situation, without saying where it stands, so that equal ones count.

    ``voice``: the publisher's own, at depth 0; ``own``: besides, sure and certain enough for the policy. Only then the
    rest is filled: whose text it is if the publisher is known (group of copies, outlets), the clusters the claim names,
    whether it gives a topic and a time, which situations are told in the same sentence, and whether it is only implied.
    """

    polarity: str
    modality: str
    voice: bool
    own: bool = False
    outlets: tuple[str, tuple[str, ...]] = ("", ())
    named: tuple[str, ...] = ()
    topic: bool = False
    timed: bool = False
    beside: tuple[str, ...] = ()
    implied: bool = False
    event: bool = False


def own_voice(claim: AttributedClaim, policy: Policy) -> bool:
    """Whether a publisher itself says, surely and certainly, that it is so."""
    axes = (claim.axes.polarity, claim.axes.modality, claim.axes.certainty)
    return claim.depth == 0 and axes == (*_HAPPENED, "certain") and claim.confidence >= policy.min_confidence


def testimony(corpus: Corpus, claim: AttributedClaim, beside: Iterable[str], policy: Policy) -> Testimony:
    """A claim as testimony; ``beside`` are the situations told in its sentence."""
    axes, own = claim.axes, own_voice(claim, policy)
    if not own:
        return Testimony(axes.polarity, axes.modality, claim.depth == 0)
    events = [r for r in claim.records if isinstance(r, Event)]
    topic = any(e.topic for e in events)
    return Testimony(
        axes.polarity,
        axes.modality,
        voice=True,
        own=True,
        outlets=outlets(corpus, claim.article) if corpus.articles[claim.article].publisher else ("", ()),
        named=tuple(sorted({c for r in claim.records for c in named_in(corpus, r)})),
        topic=topic,
        timed=any(r.time is not None and r.time.value is not None for r in claim.records),
        beside=() if topic or not events else tuple(sorted(set(beside) - {claim.situation.id})),
        implied=not claim.records,
        event=bool(events),
    )


def status(told: Iterable[Testimony], contradicted: bool, own: bool) -> str:
    """The status of a situation by all claims that describe it, the first rule that fits; names of ``nkg:status``."""
    voices = {(t.polarity, t.modality, t.voice) for t in told}
    kinds = {v[:2] for v in voices}
    against = ("negative", "actual") in kinds or contradicted
    if _HAPPENED in kinds:
        return "disputed" if against else "reportedFact" if own else "claimed"
    if ("negative", "actual") in kinds:
        return "denied"
    if ("positive", "future") in kinds:
        return "planned" if ("positive", "future", True) in voices else "predicted"
    if ("positive", "desired") in kinds:
        return "wanted"
    return "unwanted" if ("negative", "desired") in kinds else "uncertain"


def verdict(
    situation: Situation,
    told: Sequence[Testimony],
    within: Iterable[tuple[bool, str]],
    contradicted: bool,
    policy: Policy,
) -> Verdict:
    """The verdict on one situation, by all that testify to it.

    ``within`` are the situations told inside an utterance, each with whether the claim on it is in own voice.
    """
    own = [t for t in told if t.own]
    known = dict.fromkeys((t.outlets for t in own if t.outlets[1]), 1)
    enough = independent(known) >= policy.min_publishers if policy.min_publishers > 1 else bool(own)
    found = status(told, contradicted, enough)
    reported = found == "reportedFact"
    about = tuple(sorted({inner for o, inner in within if o or not reported} - {situation.id}))
    every = (situation.roles, situation.place, situation.theme, situation.topic, True)
    details = _covered(situation, own) if reported else every
    return Verdict(found, found in policy.promotes, *details, about)


def abouts(claims: Iterable[AttributedClaim], policy: Policy) -> Iterator[tuple[str, bool, str]]:
    """What is told inside utterances: utterance, whether it is reported in own voice, and the situation told."""
    told = list(claims)
    merged = {c.iri: c for c in told}
    for claim in told:
        around = merged.get(claim.parent.iri, claim.parent) if claim.parent else None
        if around and around.situation.kind == "utterance":
            yield around.situation.id, own_voice(around, policy), claim.situation.id


def verdicts(
    corpus: Corpus, claims: Sequence[AttributedClaim], contradicted: frozenset[str], policy: Policy
) -> Mapping[str, tuple[Situation, tuple[AttributedClaim, ...], Verdict]]:
    """Every situation that a claim describes, with its claims and its verdict, in the order of ids."""
    told: dict[str, list[AttributedClaim]] = defaultdict(list)
    within: dict[str, set[tuple[bool, str]]] = defaultdict(set)
    for claim in claims:
        told[claim.situation.id].append(claim)
    for utterance, own, inner in abouts(claims, policy):
        within[utterance].add((own, inner))
    near = sentence_situations(claims)
    found = {}
    for key in sorted(told):
        situation = told[key][0].situation
        here = [testimony(corpus, c, near[c.article, c.sentence.start], policy) for c in told[key]]
        against = any(c.iri in contradicted for c in told[key])
        situation = situation if situation.theme in told else replace(situation, theme=None)
        found[key] = (told[key][0].situation, tuple(told[key]), verdict(situation, here, within[key], against, policy))
    return found


def sentence_situations(claims: Iterable[AttributedClaim]) -> Mapping[tuple[str, int], set[str]]:
    """The situations told in each sentence, by article and the sentence's start."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.article, claim.sentence.start].add(claim.situation.id)
    return found


Details = tuple[tuple[tuple[str, str], ...], str | None, str | None, str | None, bool]


def _covered(situation: Situation, own: Sequence[Testimony]) -> Details:
    """The details of a reported fact that an own-voice claim gives; what only a quoted source adds is left out."""
    if any(t.implied for t in own):  # an implied act of saying has its speaker and nothing else
        return situation.roles, situation.place, situation.theme, situation.topic, True
    named = {cluster for t in own for cluster in t.named}
    topic = any(t.topic for t in own)
    near = any(situation.theme in t.beside for t in own)
    return (
        tuple((role, cluster) for role, cluster in situation.roles if cluster in named or role == "topic"),
        situation.place if situation.place in named else None,
        situation.theme if topic or near else None,
        situation.topic if topic or not any(t.event for t in own) else None,
        any(t.timed for t in own),
    )


def named_in(corpus: Corpus, record: Claim) -> frozenset[str]:
    """The clusters that a claim itself names in its roles, place or venue, metonyms both as named and as meant."""
    refs: list[Ref | None] = []
    match record:
        case Event():
            refs = [*(r.ref for r in record.roles), record.place]
        case Statement():
            venue = record.venue if isinstance(record.venue, Ref) else None
            refs = [record.speaker, record.addressee, venue]
        case Relation():
            refs = [record.subject, record.object if isinstance(record.object, Ref) else None]
    context = corpus.context
    found = {cluster for r in refs if r for cluster in (context.meant(r), context.place(r))}
    if isinstance(record, Relation) and record.predicate == "holds_position" and not isinstance(record.object, Ref):
        body, _ = employer(context, record)  # what its own words name: other articles may name it more fully
        found |= {body} if body else set()
    return frozenset(found)
