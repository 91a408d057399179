"""Claims with their source chain: who presents each situation, through which act, at how many mouths' distance.

The chain is never shortened: where a claim and the statement around it disagree about the sources, the longer chain
stands, and a claim inside somebody's statement is never taken for the article's own voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.claims_to_entities.world import Situation
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.entities import AGENTS
from kg.claims_to_rdf.iris import Iris, digest
from kg.records import Claim, Event, Ref, Relation, Span, Statement

Chain = tuple[str, ...]  # clusters, nearest source first
Listed = tuple[Mapping[str, "AttributedClaim"], tuple["AttributedClaim", ...]]

_SURE = ("unspecified", "possible", "probable", "certain")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Axes:
    """The three axes of factuality, of the claims contract."""

    polarity: str = "positive"
    modality: str = "actual"
    certainty: str = "certain"


@dataclass(frozen=True, slots=True)
class AttributedClaim:
    """One ``nkg:Claim``: a situation as one source presents it in one sentence.

    ``records`` are the claims behind it, the surest first; () for an act of relaying that a sentence only implies.
    """

    iri: str
    situation: Situation
    source: str
    article: str
    sentence: Span
    depth: int
    parent: AttributedClaim | None = None
    axes: Axes = field(default_factory=Axes)
    confidence: float = 0.5
    mode: str | None = None
    records: tuple[Claim, ...] = ()


def attribute(corpus: Corpus, iris: Iris) -> Listed:
    """The attributed claim of every claim id, and all of them in the order of their IRIs, equal ones made one."""
    maker = _Attribution(corpus, iris)
    of = {claim.id: maker.attribute(claim) for claim in corpus.claims.values()}
    groups: dict[str, list[AttributedClaim]] = defaultdict(list)
    for made in [*of.values(), *maker.relays.values()]:
        groups[made.iri].append(made)
    merged = {iri: _merged(groups[iri]) for iri in sorted(groups)}
    return {claim: merged[made.iri] for claim, made in of.items()}, tuple(merged.values())


class _Attribution:
    """Finds for each claim the claim it is embedded in, and makes that one first."""

    def __init__(self, corpus: Corpus, iris: Iris) -> None:
        self.relays: dict[str, AttributedClaim] = {}
        self._corpus = corpus
        self._iris = iris
        self._made: dict[str, AttributedClaim] = {}
        self._busy: set[str] = set()
        self._listing: dict[str, list[Statement]] = defaultdict(list)
        self._statements: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        self._acts: dict[tuple[str, int, str], list[Event]] = defaultdict(list)
        for claim in corpus.claims.values():
            place = (claim.article, claim.sentence.start)
            if isinstance(claim, Statement):
                self._statements[place].append(claim)
                for inner in claim.claims:
                    self._listing[inner].append(claim)
            elif isinstance(claim, Event) and (theme := corpus.situation(claim.id).theme):
                self._acts[(*place, theme)].append(claim)

    def attribute(self, claim: Claim) -> AttributedClaim:
        if claim.id not in self._made:
            self._busy.add(claim.id)
            parent, source = self._parent(claim)
            axes = axes_of(claim)
            mode = claim.mode if isinstance(claim, Statement) else parent.mode if parent else None
            situation = self._corpus.situation(claim.id)
            self._made[claim.id] = self._make(situation, claim, parent, source, axes, mode, (claim,))
            self._busy.discard(claim.id)
        return self._made[claim.id]

    def _make(  # noqa: PLR0913, PLR0917 - one argument for each thing a claim needs
        self,
        situation: Situation,
        claim: Claim,
        parent: AttributedClaim | None,
        source: str | None,
        axes: Axes,
        mode: str | None,
        records: tuple[Claim, ...],
    ) -> AttributedClaim:
        source = source or self._corpus.publisher(self._corpus.articles[claim.article])
        key, at = self._corpus.keys[claim.article], f"{claim.sentence.start}-{claim.sentence.end}"
        embedded = [parent.iri] if parent else []
        iri = self._iris.claim(key, at, situation.id, source, axes.polarity, axes.modality, *embedded).value
        depth = parent.depth + 1 if parent else 0
        where = (claim.article, claim.sentence)
        return AttributedClaim(iri, situation, source, *where, depth, parent, axes, claim.confidence, mode, records)

    def _parent(self, claim: Claim) -> tuple[AttributedClaim | None, str | None]:
        """The claim that this one is embedded in and its own source; (None, None) for the article's own voice."""
        chain = self._chain(claim)
        around = [s for s in self._listing.get(claim.id, ()) if s.id != claim.id]
        for statement in around:
            full = self._full(statement)
            if statement.id not in self._busy and full[: len(chain)] == chain:
                return self.attribute(statement), full[0]
        if act := self._act(claim, chain):
            return act
        if around and not chain:  # statements that list each other: whoever speaks, it is not the article
            chain = self._full(around[0])
        return (self._utterance(chain, claim), chain[0]) if chain else (None, None)

    def _chain(self, claim: Claim) -> Chain:
        refs = claim.reported_by if isinstance(claim, Statement) else claim.attributed_to
        return tuple(self._corpus.context.meant(r) for r in refs)[:_DEEPEST]

    def _full(self, statement: Statement) -> Chain:
        return (self._corpus.context.meant(statement.speaker), *self._chain(statement))[:_DEEPEST]

    def _act(self, claim: Claim, chain: Chain) -> tuple[AttributedClaim, str] | None:
        """The proposal, demand ... in the same sentence whose theme this is: wanting is told through that act."""
        if isinstance(claim, Statement) or claim.modality != "desired" or len(chain) > 1:
            return None
        theme = self._corpus.situation(claim.id).id
        for act in self._acts.get((claim.article, claim.sentence.start, theme), ()):
            actors = tuple(
                c for role, c in self._corpus.situation(act.id).roles if role == "agent" and self._acts_as(act, c)
            )
            if act.id not in self._busy and act.id != claim.id and len(actors) == 1 and chain in ((), actors):
                return self.attribute(act), actors[0]
        return None

    def _acts_as(self, act: Event, cluster: str) -> bool:
        """Whether the act's own sentence says that this agent does it."""
        named = {self._corpus.context.meant(r.ref) for r in act.roles if r.role == "agent"}
        return cluster in named and self._corpus.clusters[cluster].type in AGENTS

    def _utterance(self, chain: Chain, inner: Claim) -> AttributedClaim:
        """The first source's act of saying: a statement of the same sentence, or one that the sentence implies."""
        near = self._statements.get((inner.article, inner.sentence.start), ())
        fits = [s for s in near if s.id not in self._busy and s.id != inner.id and self._full(s) == chain]
        if fits:
            return self.attribute(max(fits, key=lambda s: (_covers(s, inner), s.id)))
        parent = self._utterance(chain[1:], inner) if chain[1:] else None
        key = self._corpus.keys[inner.article]
        local = f"statement-{digest('relay', key, str(inner.sentence.start), *chain)}"
        label = f"{self._corpus.clusters[chain[0]].name}, as reported"
        situation = Situation(local, "utterance", "statement", None, label, (("agent", chain[0]),))
        source = chain[1] if chain[1:] else None
        made = self._make(situation, inner, parent, source, Axes(), "indirect", ())
        known = self.relays.get(made.iri)
        self.relays[made.iri] = made if known is None or known.confidence < made.confidence else known
        return self.relays[made.iri]


def _covers(statement: Statement, inner: Claim) -> bool:
    """Whether the reported words hold the claim's own words."""
    at = anchor(inner).start
    return any(p.start <= at < p.end for p in (statement.content, *statement.parts))


def axes_of(claim: Claim) -> Axes:
    """The axes of a claim; that a statement was made is positive, actual and certain."""
    return Axes() if isinstance(claim, Statement) else Axes(claim.polarity, claim.modality, claim.certainty)


def anchor(claim: Claim) -> Span | Ref:
    """The words that a claim hangs on: the event's trigger, the reporting verb, the relation's subject."""
    match claim:
        case Event():
            return claim.trigger
        case Statement():
            return claim.cue
        case Relation():
            return claim.subject


def _merged(alike: list[AttributedClaim]) -> AttributedClaim:
    """One claim of several that say the same: all records, the best confidence, the most doubtful tone."""
    ordered = sorted(alike, key=lambda t: (-t.confidence, t.records[0].id if t.records else ""))
    certainty = min((t.axes.certainty for t in alike), key=_SURE.index)
    records = tuple(r for t in ordered for r in t.records)
    return replace(ordered[0], axes=replace(ordered[0].axes, certainty=certainty), records=records)
