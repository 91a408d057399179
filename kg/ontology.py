"""Where the vocabulary lives and how it is read: Python defines no term of its own.

The folder ``ontology/`` is found beside the package (bare checkout, editable install) or inside it (wheel).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import VocabularyError

PREFIXES = {
    "nkg": "https://w3id.org/newskg/ontology#",
    "et": "https://w3id.org/newskg/event-types#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "prov": "http://www.w3.org/ns/prov#",
    "void": "http://rdfs.org/ns/void#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


@cache
def folder() -> Path:
    """The folder of vocabulary files. Raises VocabularyError when the installation has none."""
    package = Path(__file__).resolve().parent
    for place in (package / "ontology", package.parent / "ontology"):
        if (place / "lexicon").is_dir():
            return place
    raise VocabularyError(f"no ontology/ folder beside or inside {package}: reinstall newskg")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """One word list, ``ontology/lexicon/<name>.toml``, as plain data. Treat it as read-only."""
    path = folder() / "lexicon" / f"{name}.toml"
    if not path.is_file():
        known = sorted(str(p.relative_to(folder() / "lexicon"))[:-5] for p in folder().glob("lexicon/**/*.toml"))
        raise VocabularyError(f"no word list {name!r} in {folder()}/lexicon: expected one of {', '.join(known)}")
    with path.open("rb") as file:
        return tomllib.load(file)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the vocabulary: its IRI and every value it has, IRIs and literals as plain strings, sorted."""

    iri: str
    values: Mapping[str, tuple[str, ...]]

    def all(self, name: str) -> tuple[str, ...]:
        """The values of one property, named as ``nkg:shortcutType`` or by IRI; () if there are none."""
        return self.values.get(_expand(name), ())

    def one(self, name: str) -> str | None:
        """The only or first value of a property, None if there is none."""
        return next(iter(self.all(name)), None)


def _expand(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


@cache
def terms() -> Mapping[str, Term]:
    """Every term of ``newskg.ttl`` and ``events.ttl`` by its IRI, in the order of IRIs; read once."""
    from pyoxigraph import Literal, NamedNode, Store  # noqa: PLC0415 — RDF is loaded only when a term is asked for

    store = Store()
    for name in ("newskg.ttl", "events.ttl"):
        store.load(path=str(folder() / name))
    found: dict[str, dict[str, set[str]]] = {}
    for quad in store:
        if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
            continue
        if quad.subject.value.startswith((PREFIXES["nkg"], PREFIXES["et"])):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, set()).add(quad.object.value)
    found.pop(PREFIXES["et"], None)  # the scheme itself
    return {iri: Term(iri, {p: tuple(sorted(v)) for p, v in sorted(found[iri].items())}) for iri in sorted(found)}


@cache
def term(name: str) -> str:
    """The IRI of a term: ``nkg:met``, ``et:Meeting``, or a local name alone, looked for in that order.

    Raises VocabularyError with the nearest known name when the vocabulary has no such term.

    >>> term("met")
    'https://w3id.org/newskg/ontology#met'
    >>> term("nkg:mett")
    Traceback (most recent call last):
        ...
    kg.errors.VocabularyError: no term 'nkg:mett' in the ontology: did you mean 'nkg:met'?
    """
    places = (name,) if ":" in name else (f"nkg:{name}", f"et:{name}")
    for place in places:
        if (iri := _expand(place)) in terms():
            return iri
    known = [short(iri) for iri in terms()]
    near = get_close_matches(places[0], known, n=1, cutoff=0) or ["nkg:Situation"]
    raise VocabularyError(f"no term {name!r} in the ontology: did you mean {near[0]!r}?")


def short(iri: str) -> str:
    """A term's prefixed name, ``nkg:met``; any other IRI as it is."""
    for prefix in ("nkg", "et"):
        if iri.startswith(PREFIXES[prefix]):
            return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}"
    return iri


@cache
def event_concept(name: str) -> str:
    """The IRI of an event type: a root type of the claims contract (``consult``) or a subtype (``PhoneCall``).

    Raises VocabularyError with the nearest known name when the scheme has no such concept.

    >>> event_concept("consult")
    'https://w3id.org/newskg/event-types#Consult'
    """
    return term(f"et:{name[:1].upper()}{name[1:]}")


@cache
def root_of(name: str) -> str:
    """The root type above an event type, as claims write it: lower-cased at its first letter.

    Raises VocabularyError when the scheme has no such concept.

    >>> root_of("PhoneCall")
    'consult'
    """
    iri = event_concept(name)
    while broader := terms()[iri].one("skos:broader"):
        iri = broader
    local = iri.removeprefix(PREFIXES["et"])
    return local[:1].lower() + local[1:]


@cache
def narrower(concept: str) -> frozenset[str]:
    """The IRIs of a concept, given by its IRI, and of everything below it in the scheme."""
    below = {concept}
    grown = True
    while grown:
        more = {iri for iri, t in terms().items() if below.intersection(t.all("skos:broader"))}
        grown = not more <= below
        below |= more
    return frozenset(below)


@cache
def version() -> str:
    """The version of the vocabulary, as its header says."""
    from pyoxigraph import Literal, NamedNode, Store  # noqa: PLC0415 — RDF is loaded only when asked for

    store = Store()
    store.load(path=str(folder() / "newskg.ttl"))
    about = (NamedNode(PREFIXES["nkg"].rstrip("#")), NamedNode(PREFIXES["owl"] + "versionInfo"))
    found = [q.object.value for q in store.quads_for_pattern(*about, None) if isinstance(q.object, Literal)]
    return found[0]
