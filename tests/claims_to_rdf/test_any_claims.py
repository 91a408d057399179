"""Whatever extractors claim, in whatever tangle of sources: the graph is sound and no source's word leaks."""

from __future__ import annotations

import random

import pytest
from pyoxigraph import NamedNode, Quad, QueryTriples

from kg.claims_to_entities import resolve
from kg.claims_to_rdf import to_quads
from kg.claims_to_rdf.facts import shortcuts
from kg.claims_to_rdf.rdf import node
from kg.ontology import folder
from kg.rdf_to_issues import check
from kg.records import Article, Block, Entity, Event, Mention, Record, Ref, Relation, Role, Span, Statement, Time

from .asking import flat

NAMES = {
    "Ana Ruiz": "person",
    "Leo Brandt": "person",
    "Norland": "country",
    "Sandby": "place",
    "Alder Gazette": "organization",
    "Harbour Act": "law_or_treaty",
    "dockers": "group",
    "Alder Bridge": "facility",
    "the report": "work",
    "the storm": "other",
}
KINDS = (
    "consult/Meeting",
    "consult/PhoneCall",
    "assault",
    "agree",
    "reject",
    "request/Demand",
    "aid",
    "accuse",
    "life",
)
PREDICATES = ("holds_position", "member_of", "located_in", "family_of", "occupied_by", "nationality", "other:like")
AXES = (
    ("occurred", "positive", "actual", "certain"),
    ("occurred", "positive", "actual", "certain"),
    ("planned", "positive", "future", "probable"),
    ("negated", "negative", "actual", "certain"),
    ("demanded", "positive", "desired", "unspecified"),
    ("possible", "positive", "hypothetical", "possible"),
)
TIMES = (None, "2025-03-14", "2025-03-15", "2025-03", "2025-03-10/2025-03-16")


class Chance:
    """Makes articles of sentences that name everybody, and claims that link them at random."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.records: list[Record] = []

    def some(self, things: list[Ref], most: int) -> tuple[Ref, ...]:
        return tuple(self.random.sample(things, self.random.randint(0, most)))

    def article(self, name: str) -> None:
        line = " ".join(NAMES) + " words."
        text = "\n".join(f"{line} {name} {n}." for n in range(4))
        size = len(text.split("\n")[0]) + 1
        publisher = self.random.choice((None, "Alder Gazette", "Sandby Herald"))
        block = (Block("body", 0, len(text)),)
        self.records.append(Article(name, name, text, "Title", "2025-03-17", "metadata", publisher, blocks=block))
        for number, (who, kind) in enumerate(NAMES.items()):
            spots = [n * size + line.index(who) for n in range(4)]
            mentions = tuple(Mention(who, s, s + len(who), "nominal" if who.islower() else "name") for s in spots)
            self.records.append(Entity(f"{name}:e{number}", name, who, kind, mentions=mentions))
        ids = [f"{name}:c{n}" for n in range(12)]
        for claim in ids:
            start = self.random.randrange(4) * size
            self.records.append(
                self.claim(name, claim, ids, text, Span(text[start : start + size - 1], start, start + size - 1))
            )

    def claim(self, name: str, claim: str, ids: list[str], text: str, at: Span) -> Event | Statement | Relation:
        refs = []
        for number, who in enumerate(NAMES):
            start = text.index(who, at.start)
            refs.append(Ref(f"{name}:e{number}", who, who, start, start + len(who)))
        start = text.index("words", at.start)
        word = Span("words", start, start + 5)
        chance = self.random
        value = chance.choice(TIMES)
        time = Time("then", at.start, at.start + 4, value=value) if value else None
        confidence = chance.choice((0.4, 0.7, 0.95))
        by = self.some(refs, 2) if chance.random() < 0.5 else ()
        what = chance.randrange(3)
        if what == 0:
            mode = chance.choice(("direct", "indirect", "mixed"))
            inner = tuple(chance.sample(ids, chance.randint(0, 3)))
            said = Statement(claim, name, at, word, chance.choice(refs), mode, "said", word, time=time, reported_by=by)
            return type(said)(
                claim,
                name,
                at,
                word,
                said.speaker,
                mode,
                "said",
                word,
                (),
                chance.choice((None, *refs)),
                None,
                time,
                by,
                self.some(refs, 2),
                inner,
                confidence,
            )
        axes = chance.choice(AXES)
        if what == 1:
            subject, target = chance.sample(refs, 2)
            other = chance.choice((target, word))
            return Relation(claim, name, at, subject, chance.choice(PREDICATES), other, *axes, time, by, confidence)
        root, _, subtype = chance.choice(KINDS).partition("/")
        labels = ("agent", "patient", "recipient", "participant", "instrument")
        roles = tuple(Role(chance.choice(labels), r) for r in self.some(refs, 3))
        place = chance.choice((None, refs[3], refs[7]))
        return Event(
            claim,
            name,
            at,
            word,
            root,
            subtype or None,
            roles,
            *axes,
            chance.choice((None, word)),
            place,
            time,
            by,
            "word",
            confidence,
        )


@pytest.mark.parametrize("seed", range(25))
def test_any_claims_make_a_sound_graph(seed: int) -> None:
    chance = Chance(seed)
    for name in ("one", "two"):
        chance.article(name)
    records = chance.records
    quads = to_quads(records, resolve(records))
    articles = [r for r in records if isinstance(r, Article)]
    # A place that acts, a person both doing and suffering: odd claims, faithfully kept and warned of.
    errors = [i for i in check(quads, articles) if i.level == "error"]
    assert errors == []
    store = flat(quads)
    for name in ("promotion.rq", "shortcuts.rq"):
        answer = store.query((folder() / name).read_text(encoding="utf-8"))
        assert isinstance(answer, QueryTriples)
        predicates = {node("nkg:status")} if "promotion" in name else {NamedNode(s.iri) for s in shortcuts()}
        assert {str(t) for t in answer} == {str(q.triple) for q in quads if q.predicate in predicates}


@pytest.mark.parametrize("seed", range(25))
def test_facts_name_only_whom_the_article_itself_names(seed: int) -> None:
    """Found from the records alone: both ends of a shortcut stand in claims without any source."""
    chance = Chance(seed)
    chance.article("one")
    records, world = chance.records, resolve(chance.records)
    listed = {i for r in records if isinstance(r, Statement) for i in r.claims if i != r.id}
    free: dict[str, set[str]] = {}
    for r in records:
        if not isinstance(r, Event | Statement | Relation) or r.id in listed:
            continue
        sources = r.reported_by if isinstance(r, Statement) else r.attributed_to
        if not sources and r.confidence >= 0.6:
            free.setdefault(world.situation_of[r.id], set()).update(world.cluster_of[e] for e in named(r))
    quads = to_quads(records, world)
    local = {q.subject: str(q.object)[:-1].rsplit("/", 1)[-1] for q in quads if part(q) == "fromSituation"}
    ends = [(local[q.subject], q.object) for q in quads if part(q) in ("subject", "object")]
    for situation, end in ends:
        if isinstance(end, NamedNode) and "/entity/" in end.value:
            assert end.value.rsplit("/", 1)[-1] in free.get(situation, set())


def part(quad: Quad) -> str:
    return quad.predicate.value.replace("#", "/").rsplit("/", 1)[-1]


def named(claim: Event | Statement | Relation) -> set[str]:
    """The entities in a claim's roles, place and addressee."""
    if isinstance(claim, Event):
        refs = [*(r.ref for r in claim.roles), claim.place]
    elif isinstance(claim, Statement):
        refs = [claim.speaker, claim.addressee]
    else:
        refs = [claim.subject, claim.object if isinstance(claim.object, Ref) else None]
    return {r.entity for r in refs if r}


def test_the_articles_made_by_chance_hold_facts_and_doubts() -> None:
    """Else the test above would have nothing to find."""
    statuses: set[str] = set()
    for seed in range(25):
        chance = Chance(seed)
        chance.article("one")
        quads = to_quads(chance.records, resolve(chance.records))
        statuses |= {str(q.object) for q in quads if q.predicate == node("nkg:status")}
        statuses |= {"a fact" for q in quads if q.object == node("nkg:Fact")}
        statuses |= {f"depth {q.object.value}" for q in quads if q.predicate == node("nkg:depth")}  # type: ignore[union-attr]
    assert {"a fact", "depth 0", "depth 1", "depth 2", "depth 3"} <= statuses
    assert len([s for s in statuses if s.startswith("<")]) >= 7
