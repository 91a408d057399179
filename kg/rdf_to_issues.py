"""A graph to the issues in it: the rules of ``ontology/shapes.ttl`` as queries over the whole store, and the texts.

Each rule catches a kind of extractor bug; each violation is one issue that names the rule, what is wrong, and the
place in the article where that can be traced. The rules are data, ``ontology/checks.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.claims_to_rdf.iris import article_key, text_hash
from kg.errors import VocabularyError
from kg.ontology import PREFIXES, folder, short, term, terms
from kg.records import Article, Issue

Rows = Iterator[dict[str, str]]

_WHERE = """
SELECT ?id ?begin ?end { <<claim>> nkg:inArticle/dcterms:identifier ?id
  OPTIONAL { <<claim>> nkg:inSentence ?sentence . ?sentence nif:beginIndex ?begin ; nif:endIndex ?end } }"""
_HOME = """
SELECT ?id ?begin ?end { <<this>> nif:referenceContext/dcterms:identifier ?id
  OPTIONAL { <<this>> nif:beginIndex ?begin ; nif:endIndex ?end } }"""
_SPANS = """
SELECT ?article ?id ?begin ?end ?text { ?article dcterms:identifier ?id . ?span nif:referenceContext ?article ;
  nif:beginIndex ?begin ; nif:endIndex ?end ; nif:anchorOf ?text } ORDER BY ?article ?begin ?end ?text"""
_HASHES = "SELECT ?article ?id ?hash { ?article nkg:textHash ?hash ; dcterms:identifier ?id } ORDER BY ?article"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a query whose every row is a violation, and the words for it."""

    id: str
    level: str
    message: str
    query: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of their ids. Raises VocabularyError when a rule lacks a key."""
    with (folder() / "checks.toml").open("rb") as file:
        found = tomllib.load(file)["check"]
    fill = _fillings()
    made = []
    for entry in found:
        missing = {"id", "level", "message", "query"} - entry.keys()
        if missing:
            raise VocabularyError(f"a rule in checks.toml lacks {', '.join(sorted(missing))}: {entry}")
        query = entry["query"]
        for name, values in fill.items():
            query = query.replace(f"<<{name}>>", values)
        made.append(Rule(entry["id"], entry["level"], entry["message"], _with_prefixes(query)))
    return tuple(made)


def check(graph: Iterable[Quad] | Store, articles: Iterable[Article] = ()) -> list[Issue]:
    """The issues of a graph, one a violation, in the order of rules and nodes; [] for a sound graph.

    With ``articles``, the words of every span are compared with the text at its offsets, and the text's hash with the
    one in the graph.
    """
    store = graph if isinstance(graph, Store) else _store(graph)
    issues = [issue for rule in rules() for issue in _violations(store, rule)]
    return issues + list(_texts(store, {article_key(a): a for a in articles}))


def _store(quads: Iterable[Quad]) -> Store:
    store = Store()
    store.bulk_extend(quads)
    return store


def _with_prefixes(query: str) -> str:
    return "".join(f"PREFIX {p}: <{iri}> " for p, iri in PREFIXES.items()) + query


def _fillings() -> Mapping[str, str]:
    """What stands for ``<<name>>`` in a rule: terms of the vocabulary, so that no rule repeats them."""
    classes = {short(t.iri): set(t.all("rdfs:subClassOf")) for t in terms().values()}
    below = {top: _below(classes, top) for top in ("nkg:Agent", "nkg:Place", "nkg:Entity")}
    policies = [t for t in terms().values() if t.one("nkg:minPublishers")]
    return {
        "shortcuts": " ".join(_iri(t.iri) for t in terms().values() if t.one("nkg:shortcutType")),
        "concepts": ", ".join(_iri(t.iri) for t in terms().values() if t.one("skos:prefLabel")),
        "agents": " ".join(below["nkg:Agent"]),
        "places": " ".join(below["nkg:Place"]),
        "entities": " ".join(below["nkg:Entity"]),
        "promoted": " ".join(f"({_iri(p.iri)} {_iri(s)})" for p in policies for s in p.all("nkg:promotes")),
    }


def _below(classes: Mapping[str, set[str]], top: str) -> list[str]:
    """A class and all below it, as prefixed names, sorted."""
    found = {top}
    while more := {c for c, above in classes.items() if c not in found and above & {term(f) for f in found}}:
        found |= more
    return sorted(found)


def _iri(iri: str) -> str:
    return f"<{iri}>"


def _rows(store: Store, query: str) -> Rows:
    answer = store.query(query, use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise VocabularyError(f"a rule in checks.toml is no SELECT query: {query}")
    names = [v.value for v in answer.variables]
    for row in answer:
        values = {name: row[name] for name in names}
        yield {n: v.value for n, v in values.items() if isinstance(v, NamedNode | Literal)}


def _violations(store: Store, rule: Rule) -> Iterator[Issue]:
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for row in sorted(_rows(store, rule.query), key=lambda r: sorted(r.items())):
        if "this" in row:
            seen.setdefault((row["this"], row.get("value", "")), row)
    for (this, value), row in sorted(seen.items()):
        shown = value.rsplit("/", 1)[-1] if value.startswith(("http:", "https:")) else value
        message = f"{rule.id}: {rule.message.format(value=repr(shown) if shown else '?')} ({this})"
        places = (_WHERE, "claim") if "claim" in row else (_HOME, "this")
        query = _with_prefixes(places[0].replace(f"<<{places[1]}>>", f"<{row[places[1]]}>"))
        where = min(_rows(store, query), key=lambda r: sorted(r.items()), default={})
        yield Issue(where.get("id", ""), rule.level, message, _number(where.get("begin")), _number(where.get("end")))


def _number(value: str | None) -> int | None:
    return None if value is None else int(value)


def _texts(store: Store, articles: Mapping[str, Article]) -> Iterator[Issue]:
    """Where the graph and the texts differ: a span's words, or a whole text."""
    if not articles:
        return
    for row in _rows(store, _with_prefixes(_HASHES)):
        article = articles.get(row["article"].rsplit("/", 1)[-1])
        if article is None:
            yield Issue(row["id"], "error", f"no text was given for the article {row['article']}")
        elif row["hash"] != f"sha256:{text_hash(article.text)}":
            yield Issue(row["id"], "error", f"the text is not the one that the graph was made from ({row['article']})")
    for row in _rows(store, _with_prefixes(_SPANS)):
        article = articles.get(row["article"].rsplit("/", 1)[-1])
        begin, end = int(row["begin"]), int(row["end"])
        if article is not None and article.text[begin:end] != row["text"]:
            seen = article.text[begin:end]
            yield Issue(row["id"], "error", f"the text has {seen!r} where the graph has {row['text']!r}", begin, end)
