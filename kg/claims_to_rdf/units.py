"""The graph in units that change by themselves: one for an article, an entity, a situation, a fact, a disagreement.

No two units share a quad, so a changed unit is written without looking at any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from pyoxigraph import Quad

from kg.claims_to_entities.clusters import cluster_of_votes
from kg.claims_to_entities.growth import TYPES, Changes, Growth
from kg.claims_to_entities.ledger import Entry, Gift, entry, gift_of, plain
from kg.claims_to_entities.world import Contradiction
from kg.claims_to_rdf.analysis import contradicted, contradiction_quads, copy_quads, reason_quads
from kg.claims_to_rdf.articles import article_unit
from kg.claims_to_rdf.attribution import AttributedClaim, attribute
from kg.claims_to_rdf.corpus import Corpus, of_article
from kg.claims_to_rdf.entities import entity_quads
from kg.claims_to_rdf.facts import Fact, fact_quads, facts_of
from kg.claims_to_rdf.iris import Iris, article_key
from kg.claims_to_rdf.meta import dataset_quads
from kg.claims_to_rdf.promotion import Policy, Testimony, abouts, policy_named, sentence_situations, testimony, verdict
from kg.claims_to_rdf.situations import acting, situation_quads
from kg.claims_to_rdf.support import Witness, asserting, situation_support, witnesses
from kg.records import Article, Record

Units = dict[str, list[Quad]]


@dataclass(slots=True)
class Rendering:
    """Renders what changed in a world as units of quads. What units lend each other is kept in the world's ledger."""

    growth: Growth
    load: Callable[[str], Sequence[Record]]
    base: str
    policy: str = "strict"
    text: str = "full"

    def render(self, changes: Changes) -> Units:
        """The units that a change touched, by name, with all their quads now; [] for one that is gone."""
        iris, rules = Iris(self.base), policy_named(self.policy)
        units: Units = {}
        lent = {k for key in sorted(changes.clusters) for k in self._give("id", key, self._identity(key))}
        for article in sorted(changes.articles):
            quads, gift = self._article(article, iris, rules)
            units[f"article {article}"] = quads
            lent |= self._give("graph", article, gift)
        names = changes.situations | {k.partition(":")[2] for k in lent if k.startswith(("verdict:", "witness:"))}
        names |= {found[1] for k in lent if k.startswith("claim:") and (found := self._claim(k))}
        pairs = set(changes.pairs)
        for name in sorted(names):
            units[f"situation {name}"], gift = self._situation(name, iris, rules)
            lent |= self._give("facts", name, gift) | {k for k, _, _ in gift if k.startswith("fact:")}
            pairs |= set(self.growth.pairs_of(name))
        for pair in sorted(pairs):
            units[f"pair {pair}"] = list(contradiction_quads(iris, self._contradicted(self.growth.stances(pair))))
        for pair in sorted(changes.copies):
            units[f"copy {pair}"] = list(self._copy(pair, iris))
        for key in sorted(k for k in lent if k.startswith("fact:")):
            units[f"fact {key.partition(':')[2]}"] = list(self._fact(key, iris, rules))
        for key in sorted(changes.clusters | {k for e in lent if e.startswith("entity:") for k in self._owners(e)}):
            units[f"entity {key.partition(':')[2]}"] = list(self._entity(key, iris))
        return units

    def dataset(self, others: int) -> list[Quad]:
        """The unit on the dataset as a whole; ``others`` is how many quads there are but for those on graphs."""
        return list(dataset_quads(Iris(self.base), policy_named(self.policy), self.text, others, None))

    def _give(self, stage: str, unit: str, gift: Gift) -> set[str]:
        return self.growth.ledger.give(f"{stage} of {unit}", gift)

    def _identity(self, key: str) -> Gift:
        result = self.growth.ledger.result(key)
        return gift_of([entry(f"entity:{result[0]}", "key", [key, result[2]])] if result else [])

    def _owners(self, entity: str) -> list[str]:
        return [key for key, _ in self.growth.ledger.all(entity).get("key", ())]

    def _kind(self, cluster: str) -> str:
        for value in self.growth.ledger.some(f"entity:{cluster}", "key", 1):
            return TYPES.get(plain(value)[1], "other")
        return "other"

    def _article(self, article: str, iris: Iris, rules: Policy) -> tuple[list[Quad], Gift]:
        placed = self.growth.placed(article)
        records = self.load(article)
        corpus = of_article(records, placed) if placed else None
        if corpus is None or article not in corpus.articles:
            return [], gift_of(())
        of, claims = attribute(corpus, iris)
        quads = list(article_unit(corpus, iris, claims, corpus.articles[article], self.text, rules))
        entries = list(self._lent(corpus, claims, rules))
        entries += [entry(f"claim:{i}", "iri", [c.iri, c.situation.id]) for i, c in of.items()]
        for relay in {c.situation.id: c for c in claims if c.situation.id not in corpus.situations}.values():
            more, acts = self._relay(relay, claims, corpus, iris, rules)
            quads += more
            entries += acts
        return list(dict.fromkeys(quads)), gift_of(entries)

    def _lent(self, corpus: Corpus, claims: Sequence[AttributedClaim], rules: Policy) -> Iterator[Entry]:
        """What the claims of an article lend: testimony to situations, and sources to entities."""
        for cluster, reasons in corpus.links().items():
            yield from (entry(f"entity:{cluster}", "link", why) for why in sorted(reasons))
        near = sentence_situations(claims)
        for claim in claims:
            yield entry(f"entity:{claim.source}", "speaks", True)
            if claim.situation.id in corpus.situations:
                told = testimony(corpus, claim, near[claim.article, claim.sentence.start], rules)
                yield entry(f"verdict:{claim.situation.id}", "told", astuple(told))
                yield entry(f"verdict:{claim.situation.id}", "day", corpus.articles[claim.article].published or "")
        for situation, article, witness in witnesses(corpus, claims):
            if situation in corpus.situations:
                yield entry(f"verdict:{situation}", "witness", astuple(witness))
                yield entry(f"witness:{situation}", "article", [article, astuple(witness)])
        for utterance, own, inner in abouts(claims, rules):
            if utterance in corpus.situations:
                yield entry(f"verdict:{utterance}", "within", [own, inner])

    def _relay(
        self, relay: AttributedClaim, claims: Sequence[AttributedClaim], corpus: Corpus, iris: Iris, rules: Policy
    ) -> tuple[list[Quad], list[Entry]]:
        """An act of relaying, which only its article's sentence implies: a situation of that article alone."""
        told = [testimony(corpus, c, (), rules) for c in claims if c.situation.id == relay.situation.id]
        within = [(own, inner) for key, own, inner in abouts(claims, rules) if key == relay.situation.id]
        found = verdict(relay.situation, told, within, False, rules)
        quads = list(situation_quads(corpus.kind, iris, relay.situation, found, ()))
        here = [c for c in claims if c.situation.id == relay.situation.id]
        quads += situation_support(iris, relay.situation.id, Counter(w for _, _, w in witnesses(corpus, here)))
        acts = acting(corpus.kind, relay.situation, found)
        return quads, [entry(f"entity:{c}", "acts", True) for c in sorted(acts)]

    def _situation(self, name: str, iris: Iris, rules: Policy) -> tuple[list[Quad], Gift]:
        situation = self.growth.situation(name)
        votes = self.growth.ledger.all(f"verdict:{name}")
        if situation is None or "told" not in votes:
            return [], gift_of(())
        told = [Testimony(*t) for t in votes["told"]]
        inside = self._contradicted(self.growth.inside(situation))
        across = [c for p in self.growth.pairs_of(name) for c in self.growth.stances(p)]
        against = bool(inside or self._contradicted(across))
        found = verdict(situation, told, votes.get("within", ()), against, rules)
        quads = list(situation_quads(self._kind, iris, situation, found, votes.get("day", ())))
        facts = list(facts_of(quads)) if found.promoted else []
        entries = [entry(f"fact:{f.key(iris).value}", "from", [*astuple(f), name]) for f in facts]
        entries += [entry(f"entity:{c}", "acts", True) for c in sorted(acting(self._kind, situation, found))]
        quads += [*reason_quads(iris, situation), *contradiction_quads(iris, inside)]
        quads += situation_support(iris, name, _witnesses(votes))
        return quads, gift_of(entries)

    def _contradicted(self, found: Iterable[Contradiction]) -> dict[tuple[str, str], tuple[str, str]]:
        return dict(contradicted(found, self._iri))

    def _iri(self, claim: str) -> str | None:
        known = self._claim(f"claim:{claim}")
        return known[0] if known else None

    def _claim(self, key: str) -> tuple[str, str] | None:
        """The IRI of a claim and the situation it describes."""
        known = self.growth.ledger.some(key, "iri", 1)
        return plain(known[0]) if known else None

    def _fact(self, key: str, iris: Iris, rules: Policy) -> Iterator[Quad]:
        votes = sorted(self.growth.ledger.all(key).get("from", ()), key=repr)
        names = [v[4] for v in votes]
        if votes:
            yield from fact_quads(iris, Fact(*votes[0][:4]), names, self._asserting(names), rules)

    def _asserting(self, names: Sequence[str]) -> Mapping[Witness, int]:
        """Who says that a fact of these situations is so; only of several situations must articles be told apart."""
        if len(names) == 1:
            found = _witnesses(self.growth.ledger.all(f"verdict:{names[0]}"))
            return {w: n for w, n in found.items() if w.asserts}
        told = (self.growth.ledger.all(f"witness:{name}").get("article", ()) for name in names)
        return asserting([[(article, Witness(*w)) for article, w in one] for one in told])

    def _copy(self, pair: str, iris: Iris) -> Iterator[Quad]:
        copy = self.growth.copying.pair(pair)
        if copy:
            a, b = (article_key(r) for i in (copy.a, copy.b) for r in self.load(i) if isinstance(r, Article))
            yield from copy_quads(iris, copy, a, b)

    def _entity(self, key: str, iris: Iris) -> Iterator[Quad]:
        result = self.growth.ledger.result(key)
        if result is None:
            return
        flags = self.growth.ledger.all(f"entity:{result[0]}")
        cluster = cluster_of_votes(self.growth.ledger, key, result)
        acts, speaks, links = "acts" in flags, "speaks" in flags, flags.get("link", ())
        yield from entity_quads(iris, cluster, named=result[3], acts=acts, speaks=speaks, links=links)


def _witnesses(votes: Mapping[str, Mapping[Any, int]]) -> Mapping[Witness, int]:
    return {Witness(*w): n for w, n in votes.get("witness", {}).items()}
