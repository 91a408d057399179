"""Claims and the world behind them to RDF: evidence, claims, situations, and the few plain triples a policy allows.

Nothing a source asserts becomes a plain triple. What is said, planned, hedged, denied or contradicted is described by
claims on situation nodes; only a situation that a publisher reports in its own voice, and that nothing contradicts,
yields shortcut triples, each with a ``nkg:Fact``. The model is explained in ``ontology/newskg.ttl``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from pyoxigraph import Quad

from kg.claims_to_entities.world import World
from kg.claims_to_rdf.analysis import contradicted, contradiction_quads, copy_quads, reason_quads
from kg.claims_to_rdf.articles import article_unit
from kg.claims_to_rdf.attribution import attribute
from kg.claims_to_rdf.corpus import index
from kg.claims_to_rdf.entities import entity_quads
from kg.claims_to_rdf.evidence import TEXTS
from kg.claims_to_rdf.facts import Fact, fact_quads, facts_of
from kg.claims_to_rdf.iris import BASE, Iris
from kg.claims_to_rdf.meta import dataset_quads
from kg.claims_to_rdf.promotion import policy_named, verdicts
from kg.claims_to_rdf.situations import acting, situation_quads
from kg.claims_to_rdf.support import Witness, asserting, situation_support, witnesses
from kg.claims_to_rdf.units import Rendering
from kg.claims_to_rdf.writing import FORMATS, Graph, graph_of, sort_key, write
from kg.errors import KgError
from kg.records import Record

__all__ = ["BASE", "FORMATS", "TEXTS", "Graph", "Rendering", "graph_of", "to_quads", "write"]


def to_quads(  # noqa: PLR0913 - one keyword for each setting
    records: Sequence[Record],
    world: World,
    *,
    base: str = BASE,
    policy: str = "strict",
    text: str = "full",
    ended: str | None = None,
) -> list[Quad]:
    """All quads of the graph, sorted, none twice, without blank nodes; the order of the records does not matter.

    ``policy`` is strict, two-publishers or open; ``text`` is full, mentions (no sentences and quotations) or none
    (no words but short quotations). ``ended``, an ISO time with Z, is the time of the run; without it no clock is
    in the output, and the same input gives the same bytes.

    Raises KgError for a bad base or text option, ClaimError when world and records do not fit, and VocabularyError
    for an event type or policy that the ontology does not have.
    """
    if text not in TEXTS:
        raise KgError(f"no text option {text!r}: expected one of {', '.join(TEXTS)}")
    iris, rules, corpus = Iris(base), policy_named(policy), index(records, world)
    of, claims = attribute(corpus, iris)
    pairs = contradicted(world.contradictions, lambda c: of[c].iri if c in of else None)
    told = verdicts(corpus, claims, frozenset(iri for pair in pairs for iri in pair), rules)
    quads = {q for a in corpus.articles.values() for q in article_unit(corpus, iris, claims, a, text, rules)}
    quads.update(contradiction_quads(iris, pairs))
    for copy in world.copies:
        quads.update(copy_quads(iris, copy, corpus.keys.get(copy.a), corpus.keys.get(copy.b)))
    tellers: dict[str, list[tuple[str, Witness]]] = defaultdict(list)
    for name, article, witness in witnesses(corpus, claims):
        tellers[name].append((article, witness))
    acts: set[str] = set()
    facts: dict[Fact, set[str]] = defaultdict(set)
    for situation, telling, verdict in told.values():
        days = [corpus.articles[c.article].published or "" for c in telling]
        made = list(situation_quads(corpus.kind, iris, situation, verdict, days))
        acts |= acting(corpus.kind, situation, verdict)
        for fact in facts_of(made) if verdict.promoted else ():
            facts[fact].add(situation.id)
        quads.update(made, reason_quads(iris, situation))
        quads.update(situation_support(iris, situation.id, Counter(w for _, w in tellers[situation.id])))
    for fact, ids in facts.items():
        quads.update(fact_quads(iris, fact, ids, asserting([tellers[i] for i in sorted(ids)]), rules))
    speaks = frozenset(c.source for c in claims)
    links = corpus.links()
    for c in corpus.clusters.values():
        does, says, why = c.id in acts, c.id in speaks, links.get(c.id, ())
        quads.update(entity_quads(iris, c, named=corpus.is_named(c), acts=does, speaks=says, links=why))
    others = sum(q.graph_name != iris.graph("meta") for q in quads)
    quads.update(dataset_quads(iris, rules, text, others, ended))
    return sorted(quads, key=sort_key)
