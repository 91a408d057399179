"""How many articles stand behind a situation or a fact, and how many of them could be wrong independently.

What an article is worth as a witness is told without saying which article it is, so that equal ones are counted: a
situation that ten thousand articles of fifty outlets tell of has some fifty kinds of witnesses.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.articles_to_support import Source, source, support
from kg.articles_to_support.origins import key
from kg.claims_to_rdf.attribution import AttributedClaim
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.iris import Iris
from kg.claims_to_rdf.rdf import integer, triple


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """What an article that tells of a situation shares with others that do.

    ``group`` is that of its copies, "" if it has none; ``outlets`` are its publisher, the agency whose text it prints
    and, unless it speaks for itself, whom it relays. ``asserts``: it says that it is so.
    """

    group: str = ""
    outlets: tuple[str, ...] = ()
    asserts: bool = False


def outlets(corpus: Corpus, article: str) -> tuple[str, tuple[str, ...]]:
    """The group of an article's copies, "" for none, and the outlets whose text it is."""
    found = source(corpus.articles[article], article).outlets
    return corpus.groups.get(article, ""), tuple(sorted(found))


def witnesses(corpus: Corpus, claims: Iterable[AttributedClaim]) -> Iterator[tuple[str, str, Witness]]:
    """Situation, article and what it is worth as a witness, one for each that tells of the other."""
    told: dict[tuple[str, str], list[AttributedClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.situation.id, claim.article].append(claim)
    for (situation, article), here in sorted(told.items()):
        group, own = outlets(corpus, article)
        saying = [c for c in here if (c.axes.polarity, c.axes.modality) == ("positive", "actual")]
        telling = saying or here
        if all(c.depth > 0 for c in telling):
            relayed = {key(corpus.clusters[c.source].name) for c in telling if c.source in corpus.clusters}
            own = tuple(sorted({*own, *relayed} - {""}))
        yield situation, article, Witness(group, own, bool(saying))


def independent(found: Mapping[tuple[str, tuple[str, ...]], int]) -> int:
    """How many independent sources there are among (group, outlets), each with the number of articles it stands for.

    Who shares nothing with anybody is a source alone.

    >>> independent({("", ("post",)): 3, ("", ("agency", "star")): 1, ("", ("agency",)): 1, ("", ()): 2})
    4
    """
    alone = sum(n for (group, shared), n in found.items() if not group and not shared)
    tied = [(group, shared) for group, shared in sorted(found) if group or shared]
    kinds = ((Source(f"#{i}", g or f"#{i}", frozenset(shared)), None) for i, (g, shared) in enumerate(tied))
    return alone + support(kinds).independent


def supported(found: Mapping[Witness, int]) -> tuple[int, int]:
    """Articles and independent sources among witnesses, each with how many articles are such a one."""
    kinds: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for witness, n in found.items():
        kinds[witness.group, witness.outlets] += n
    return kinds.total(), independent(kinds)


def asserting(several: Sequence[Iterable[tuple[str, Witness]]]) -> Mapping[Witness, int]:
    """Who says that a fact is so, counted, given article and witness for each situation it follows from.

    An article that tells of two of them counts once, as the one that owes least to others.
    """
    best: dict[str, Witness] = {}
    for article, witness in (pair for one in several for pair in one):
        if witness.asserts:
            known = best.get(article, witness)
            best[article] = min(known, witness, key=lambda w: (len(w.outlets), w))
    return Counter(best.values())


def support_quads(graph: NamedNode, it: NamedNode, found: Mapping[Witness, int]) -> Iterator[Quad]:
    """The two numbers of a situation or a fact."""
    articles, sources = supported(found)
    yield triple(graph, it, "nkg:articles", integer(articles))
    yield triple(graph, it, "nkg:independentSources", integer(sources))


def situation_support(iris: Iris, situation: str, found: Mapping[Witness, int]) -> Iterator[Quad]:
    """The support of a situation: all that tell of it, whatever they say of it."""
    yield from support_quads(iris.graph("analysis"), iris.situation(situation), found)
