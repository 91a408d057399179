"""The scheme of event types: every concept is described, and the hierarchy leads to a root."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Store

from kg.ontology import folder

SKOS = "http://www.w3.org/2004/02/skos/core#"
NKG = "https://w3id.org/newskg/ontology#"
ET = "https://w3id.org/newskg/event-types#"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SCHEME = NamedNode(ET)


def skos(name: str) -> NamedNode:
    return NamedNode(SKOS + name)


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.load(path=folder() / "events.ttl")
    return store


@pytest.fixture(scope="module")
def concepts(store: Store) -> list[NamedNode]:
    found = [q.subject for q in store.quads_for_pattern(None, RDF_TYPE, skos("Concept"))]
    return sorted((c for c in found if isinstance(c, NamedNode)), key=str)


def objects(store: Store, subject: NamedNode, predicate: NamedNode) -> list[object]:
    return [q.object for q in store.quads_for_pattern(subject, predicate, None)]


@pytest.mark.parametrize("name", ["prefLabel", "definition", "example"])
def test_every_concept_has_exactly_one_english(store: Store, concepts: list[NamedNode], name: str) -> None:
    wrong = []
    for concept in concepts:
        texts = objects(store, concept, skos(name))
        if len(texts) != 1 or not isinstance(texts[0], Literal) or texts[0].language != "en" or not texts[0].value:
            wrong.append(concept.value)
    assert wrong == []


def test_labels_are_unique(store: Store, concepts: list[NamedNode]) -> None:
    labels = [str(objects(store, c, skos("prefLabel"))[0]) for c in concepts]
    assert [label for label in labels if labels.count(label) > 1] == []


def test_every_concept_is_in_the_scheme_and_under_one_thing(store: Store, concepts: list[NamedNode]) -> None:
    for concept in concepts:
        assert objects(store, concept, skos("inScheme")) == [SCHEME], concept
        above = objects(store, concept, skos("broader")) + objects(store, concept, skos("topConceptOf"))
        assert len(above) == 1, concept


def test_hierarchy_has_no_cycle_and_ends_at_a_top_concept(store: Store, concepts: list[NamedNode]) -> None:
    known = set(concepts)
    for concept in concepts:
        at, seen = concept, {concept}
        while broader := objects(store, at, skos("broader")):
            assert broader[0] in known, (concept, broader[0])
            assert broader[0] not in seen, concept
            at = broader[0]  # type: ignore[assignment]
            seen.add(at)
        assert objects(store, at, skos("topConceptOf")) == [SCHEME], concept


def test_top_concepts_are_the_root_types_and_two_that_are_none(store: Store) -> None:
    tops = {o.value.removeprefix(ET) for o in objects(store, SCHEME, skos("hasTopConcept"))}  # type: ignore[attr-defined]
    files = {path.stem.capitalize() for path in (folder() / "lexicon" / "events").glob("*.toml")}
    assert tops == files | {"Statement", "StateOfAffairs"}


def test_notations_are_typed_strings(store: Store) -> None:
    types = {q.object.datatype.value for q in store.quads_for_pattern(None, skos("notation"), None)}  # type: ignore[union-attr]
    assert types == {NKG + "plover", NKG + "cameo"}


@pytest.mark.parametrize(
    ("name", "stance"),
    [
        *((name, "pro") for name in ("Agree", "Support", "Proposal", "Acceptance")),
        *((name, "con") for name in ("Reject", "Accuse", "Protest", "Threaten")),
    ],
)
def test_stances_that_find_disagreement(store: Store, name: str, stance: str) -> None:
    assert objects(store, NamedNode(ET + name), NamedNode(NKG + "stance")) == [NamedNode(NKG + stance)]


def test_every_type_the_vocabulary_names_is_in_the_scheme(concepts: list[NamedNode]) -> None:
    vocabulary = Store()
    vocabulary.load(path=folder() / "newskg.ttl")
    used = {o.value for _, _, o, _ in vocabulary if isinstance(o, NamedNode) and o.value.startswith(ET)} - {ET}
    assert used - {c.value for c in concepts} == set()
