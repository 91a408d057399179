"""From claims to verdicts: the status of each situation, and what of it a policy lets stand as fact.

The rules are data where they differ (the policies of ``ontology/newskg.ttl``) and code where they agree. The same rule
as SPARQL is ``ontology/promotion.rq``, which tests compare with this module.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.claims_to_entities.world import Situation
from kg.claims_to_rdf.attribution import AttributedClaim
from kg.claims_to_rdf.corpus import Corpus
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


def own_voice(claim: AttributedClaim, policy: Policy) -> bool:
    """Whether a publisher itself says, surely and certainly, that it is so."""
    axes = (claim.axes.polarity, claim.axes.modality, claim.axes.certainty)
    return claim.depth == 0 and axes == (*_HAPPENED, "certain") and claim.confidence >= policy.min_confidence


def status(claims: Sequence[AttributedClaim], contradicted: frozenset[str], own: bool) -> str:
    """The status of a situation by all claims that describe it, the first rule that fits; names of ``nkg:status``."""
    told = {(c.axes.polarity, c.axes.modality, c.depth == 0) for c in claims}
    kinds = {t[:2] for t in told}
    against = ("negative", "actual") in kinds or any(c.iri in contradicted for c in claims)
    if _HAPPENED in kinds:
        return "disputed" if against else "reportedFact" if own else "claimed"
    if ("negative", "actual") in kinds:
        return "denied"
    if ("positive", "future") in kinds:
        return "planned" if ("positive", "future", True) in told else "predicted"
    if ("positive", "desired") in kinds:
        return "wanted"
    return "unwanted" if ("negative", "desired") in kinds else "uncertain"


def verdicts(
    corpus: Corpus, claims: Iterable[AttributedClaim], contradicted: frozenset[str], policy: Policy
) -> Mapping[str, tuple[Situation, tuple[AttributedClaim, ...], Verdict]]:
    """Every situation that a claim describes, with its claims and its verdict, in the order of ids."""
    told: dict[str, list[AttributedClaim]] = defaultdict(list)
    within: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.situation.id].append(claim)
        if claim.parent and claim.parent.situation.kind == "utterance":
            within[claim.parent.iri].add(claim.situation.id)
    found = {}
    for key in sorted(told):
        verdict = _verdict(corpus, told, key, contradicted, policy)
        telling = [c for c in told[key] if verdict.status != "reportedFact" or own_voice(c, policy)]
        about = sorted({inner for c in telling for inner in within[c.iri]} - {key})
        found[key] = (told[key][0].situation, tuple(told[key]), replace(verdict, about=tuple(about)))
    return found


def _verdict(
    corpus: Corpus,
    told: Mapping[str, list[AttributedClaim]],
    key: str,
    contradicted: frozenset[str],
    policy: Policy,
) -> Verdict:
    claims, situation = told[key], told[key][0].situation
    own = [c for c in claims if own_voice(c, policy)]
    publishers = {c.source for c in own if corpus.articles[c.article].publisher}
    enough = len(publishers) >= policy.min_publishers if policy.min_publishers > 1 else bool(own)
    found = status(claims, contradicted, enough)
    theme = situation.theme if situation.theme in told else None
    every = (situation.roles, situation.place, theme, situation.topic, True)
    if found != "reportedFact":
        return Verdict(found, found in policy.promotes, *every)
    return Verdict(found, found in policy.promotes, *_covered(corpus, situation, own, told))


Details = tuple[tuple[tuple[str, str], ...], str | None, str | None, str | None, bool]


def _covered(
    corpus: Corpus,
    situation: Situation,
    own: list[AttributedClaim],
    told: Mapping[str, list[AttributedClaim]],
) -> Details:
    """The details of a reported fact that an own-voice claim gives; what only a quoted source adds is left out."""
    records = [r for c in own for r in c.records]
    if any(not c.records for c in own):  # an implied act of saying has its speaker and nothing else
        return situation.roles, situation.place, situation.theme, situation.topic, True
    named = {cluster for r in records for cluster in named_in(corpus, r)}
    events = [r for r in records if isinstance(r, Event)]
    theme = situation.theme if situation.theme in told else None
    near = {(c.article, c.sentence.start) for c in told.get(theme or "", ())}
    if not any(e.topic or (e.article, e.sentence.start) in near for e in events):
        theme = None
    return (
        tuple((role, cluster) for role, cluster in situation.roles if cluster in named or role == "topic"),
        situation.place if situation.place in named else None,
        theme,
        situation.topic if any(e.topic for e in events) or not events else None,
        any(r.time is not None and r.time.value is not None for r in records),
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
    if isinstance(record, Relation) and not isinstance(record.object, Ref):
        found |= {cluster for role, cluster in corpus.situation(record.id).roles if role == "organization"}
    return frozenset(found)
