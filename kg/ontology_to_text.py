"""The vocabulary explained in plain text: one term in full, or a kind of terms as a table."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import VocabularyError
from kg.ontology import Term, event_concept, short, term, terms

_CLASS = "http://www.w3.org/2002/07/owl#Class"
STATUSES = (
    "reportedFact", "planned", "predicted", "claimed", "disputed", "denied", "wanted", "unwanted", "uncertain",
)  # fmt: skip
KINDS = ("classes", "properties", "events", "statuses", "questions")


def explain(name: str) -> str:
    """A term with its definition and example, or all terms of a kind (``classes``, ``properties``, ``events``,
    ``statuses``). Raises VocabularyError, with a suggestion, for a name that is neither.
    """
    listed = {
        "classes": lambda: [t for t in terms().values() if _CLASS in t.all("rdf:type")],
        "properties": lambda: [t for t in terms().values() if any("Property" in k for k in t.all("rdf:type"))],
        "events": lambda: [t for t in terms().values() if short(t.iri).startswith("et:")],
        "statuses": lambda: [terms()[term(f"nkg:{s}")] for s in STATUSES],
    }
    if name in listed:
        return _table(listed[name]())
    return _in_full(_find(name))


def _find(name: str) -> Term:
    try:
        return terms()[term(name)]
    except VocabularyError:
        if ":" in name or name[:1].isupper():
            raise
        return terms()[event_concept(name)]


def _table(found: Iterable[Term]) -> str:
    rows = [(short(t.iri), _definition(t)) for t in found]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:<{width}}  {text}\n" for name, text in rows)


def _definition(t: Term) -> str:
    return t.one("skos:definition") or t.one("rdfs:comment") or ""


def _in_full(t: Term) -> str:
    lines = [short(t.iri), f"  {t.iri}", f"  {_definition(t)}"]
    lines += [f"  for example: {example}" for example in t.all("skos:example")]
    lines += [f"  narrower than {short(iri)}" for iri in t.all("skos:broader")]
    lines += [f"  code {code}" for code in t.all("skos:notation")]
    return "\n".join(lines) + "\n"
