"""The vocabulary as data: every term explained, every term used exists, a typo gets a suggestion."""

from __future__ import annotations

import re
import tomllib

import pytest
from claims_to_rdf.cases import CASES, everything
from pyoxigraph import Literal, NamedNode, Store

from kg.claims_to_entities import resolve
from kg.claims_to_rdf import to_quads
from kg.claims_to_rdf.facts import shortcuts
from kg.errors import VocabularyError
from kg.ontology import PREFIXES, Term, event_concept, folder, narrower, root_of, short, term, terms, version

ROOTS = (
    "agree",
    "consult",
    "support",
    "concede",
    "cooperate",
    "aid",
    "retreat",
    "request",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
    "justice",
    "personnel",
    "life",
    "disaster",
    "transaction",
    "launch",
    "contest",
    "legislate",
    "movement",
    "other",
)
PREDICATES = (
    "holds_position",
    "member_of",
    "works_for",
    "leads",
    "located_in",
    "part_of",
    "family_of",
    "ally_of",
    "owns",
    "founded",
    "born_in",
    "nationality",
    "occupied_by",
)


def own_terms() -> list[Term]:
    """The terms that newskg.ttl itself defines."""
    store = Store()
    store.load(path=str(folder() / "newskg.ttl"))
    found = {q.subject.value for q in store if isinstance(q.subject, NamedNode)}
    return [t for iri, t in terms().items() if iri in found]


@pytest.mark.parametrize("found", own_terms(), ids=lambda t: short(t.iri))
def test_every_term_has_label_definition_and_example(found: Term) -> None:
    assert len(found.all("rdfs:label")) == 1
    assert len(found.all("rdfs:comment")) == 1
    assert found.all("skos:example")
    assert found.all("rdf:type")


def test_comments_name_only_terms_that_exist() -> None:
    text = (folder() / "newskg.ttl").read_text(encoding="utf-8")
    names = set(re.findall(r"\b(?:nkg|et):[A-Za-z]\w*", text))
    assert len(names) > 150
    assert {n for n in names if term(n)} == names


@pytest.mark.parametrize("name", ["shapes.ttl", "checks.toml", "promotion.rq", "shortcuts.rq"])
def test_rules_name_only_terms_that_exist(name: str) -> None:
    text = (folder() / name).read_text(encoding="utf-8")
    names = set(re.findall(r"\b(?:nkg|et):[A-Za-z]\w*", text))
    assert names
    assert {n for n in names if term(n)} == names


def test_every_term_in_the_graph_exists() -> None:
    records = everything()
    used = set()
    for quad in to_quads(records, resolve(records)):
        for part in (quad.predicate, quad.object):
            if isinstance(part, NamedNode) and part.value.startswith((PREFIXES["nkg"], PREFIXES["et"])):
                used.add(part.value)
            if isinstance(part, Literal) and part.datatype.value.startswith(PREFIXES["nkg"]):
                used.add(part.datatype.value)
    assert len(used) > 60
    assert used <= terms().keys()


@pytest.mark.parametrize("root", ROOTS)
def test_root_types_of_the_contract_are_top_concepts(root: str) -> None:
    assert not terms()[event_concept(root)].all("skos:broader")
    assert root_of(root) == root


@pytest.mark.parametrize(
    ("name", "root"), [("PhoneCall", "consult"), ("Membership", "stateOfAffairs"), ("Statement", "statement")]
)
def test_root_of(name: str, root: str) -> None:
    assert root_of(name) == root


@pytest.mark.parametrize("predicate", PREDICATES)
def test_every_predicate_of_the_contract_has_a_shortcut(predicate: str) -> None:
    assert [t.iri for t in terms().values() if predicate in t.all("nkg:claimPredicate")]


@pytest.mark.parametrize("found", shortcuts(), ids=lambda s: short(s.iri))
def test_shortcuts_are_described_by_terms_that_exist(found: object) -> None:
    shortcut = next(s for s in shortcuts() if s == found)
    assert {short(i) for i in (*shortcut.types, *shortcut.subjects, *shortcut.objects)}
    assert shortcut.types
    assert (shortcut.types | {*shortcut.subjects, *shortcut.objects}) <= terms().keys()
    assert term("nkg:shortcut") in terms()[shortcut.iri].all("rdfs:subPropertyOf")


@pytest.mark.parametrize(
    ("wrong", "right"), [("nkg:mett", "nkg:met"), ("et:Meetin", "et:Meeting"), ("nkg:reportdFact", "nkg:reportedFact")]
)
def test_a_typo_gets_the_nearest_name(wrong: str, right: str) -> None:
    with pytest.raises(VocabularyError, match=f"did you mean '{right}'"):
        term(wrong)


def test_a_concept_is_below_its_top_concept() -> None:
    assert event_concept("Negotiation") in narrower(event_concept("consult"))
    assert event_concept("Negotiation") not in narrower(event_concept("assault"))


def test_version_is_a_semantic_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", version())


def contrast(colour: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2.1, 1 to 21."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def display() -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads((folder() / "display.toml").read_text(encoding="utf-8"))


def test_display_covers_every_class_status_and_category() -> None:
    shown = display()
    statuses = {
        short(t.iri).removeprefix("nkg:") for t in own_terms() if (t.one("rdfs:comment") or "").startswith("Status:")
    }
    tops = {i for i, t in terms().items() if i.startswith(PREFIXES["et"]) and not t.all("skos:broader")}
    assert set(shown["status"]) == statuses
    assert {event_concept(name) for name in shown["category"]} == tops
    assert all(term(f"nkg:{name}") for name in shown["entity"])
    used = {
        str(q.object)
        for make in CASES.values()
        for q in to_quads(make().records, make().world)
        if "type>" in str(q.predicate)
    }
    classes = {f"<{term(f'nkg:{name}')}>" for name in shown["entity"]}
    assert len(classes & used) >= 4


def test_marks_differ_without_colour_and_words_can_be_read() -> None:
    shown = display()
    lines = [(str(s["dashes"]), s["width"]) for s in shown["status"].values()]
    assert len(set(lines)) == len(lines)
    for entity in shown["entity"].values():
        assert contrast(str(entity["colour"]), str(entity["text"])) >= 4.5
    for name in ("Person", "Organization", "GeopoliticalEntity", "Group", "Place"):
        others = [
            e["shape"]
            for n, e in shown["entity"].items()
            if n in ("Person", "Organization", "GeopoliticalEntity", "Group", "Place") and n != name
        ]
        assert shown["entity"][name]["shape"] not in others
