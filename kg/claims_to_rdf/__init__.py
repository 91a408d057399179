"""Claims and the world behind them to RDF: evidence, claims, situations, and the few plain triples a policy allows.

Nothing a source asserts becomes a plain triple. What is said, planned, hedged, denied or contradicted is described by
claims on situation nodes; only a situation that a publisher reports in its own voice, and that nothing contradicts,
yields shortcut triples, each with a ``nkg:Fact``. The model is explained in ``ontology/newskg.ttl``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.claims_to_entities.world import World
from kg.claims_to_rdf.analysis import analysis_quads, contradicted
from kg.claims_to_rdf.attribution import AttributedClaim, attribute
from kg.claims_to_rdf.claims import claim_quads
from kg.claims_to_rdf.corpus import Corpus, index
from kg.claims_to_rdf.entities import entity_quads
from kg.claims_to_rdf.evidence import TEXTS, Page, article_quads, mention_quads, sentences
from kg.claims_to_rdf.facts import fact_quads
from kg.claims_to_rdf.iris import BASE, Iris
from kg.claims_to_rdf.meta import meta_quads
from kg.claims_to_rdf.promotion import policy_named, verdicts
from kg.claims_to_rdf.rdf import Object
from kg.claims_to_rdf.situations import acting, situation_quads
from kg.claims_to_rdf.writing import FORMATS, sort_key, write
from kg.errors import KgError
from kg.records import Record

__all__ = ["BASE", "FORMATS", "TEXTS", "to_quads", "write"]


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
    pairs = contradicted(corpus, of)
    told = verdicts(corpus, claims, frozenset(iri for pair in pairs for iri in pair), rules)
    quads = set(_articles(corpus, iris, claims, text))
    quads.update(entity_quads(corpus, iris, acting(corpus, told), frozenset(c.source for c in claims)))
    quads.update(analysis_quads(iris, corpus, pairs))
    the_map = set(situation_quads(corpus, iris, told))
    values = _values(the_map)
    for situation, _, verdict in told.values():
        if verdict.promoted:
            it = iris.situation(situation.id)
            quads.update(fact_quads(iris, it, values[it.value], rules))
    quads |= the_map
    quads.update(meta_quads(corpus, iris, rules, text, len(quads), ended))
    return sorted(quads, key=sort_key)


def _articles(corpus: Corpus, iris: Iris, claims: Sequence[AttributedClaim], text: str) -> Iterator[Quad]:
    spans = sentences(corpus, claims)
    pages = {a.id: Page(a, corpus.keys[a.id], iris, text) for a in corpus.articles.values()}
    for page in pages.values():
        yield from article_quads(page, corpus.publisher(page.article))
        yield from mention_quads(corpus, page, spans.get(page.article.id, []))
    for claim in claims:
        yield from claim_quads(corpus, pages[claim.article], claim)


def _values(quads: set[Quad]) -> dict[str, dict[str, list[Object]]]:
    """Property values by subject and predicate IRI, sorted."""
    found: dict[str, dict[str, list[Object]]] = defaultdict(lambda: defaultdict(list))
    for quad in sorted(quads, key=sort_key):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, DefaultGraph):
            found[quad.subject.value][quad.predicate.value].append(quad.object)  # type: ignore[arg-type]
    return found
