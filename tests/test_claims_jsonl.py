"""Every record comes back from its line as it was; a line that breaks the contract is named with its fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims_jsonl import dumps, from_json, loads, to_json
from kg.errors import ClaimError
from kg.records import (
    BLOCK_ROLES,
    ENTITY_TYPES,
    ROLES,
    STATUSES,
    Article,
    Block,
    Entity,
    Event,
    Issue,
    Link,
    Mention,
    Record,
    Ref,
    Relation,
    Role,
    Span,
    Statement,
    Time,
    TimeExpression,
)

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
words = st.sampled_from(["a", "Ana Ruiz", "Łódź", 'say "no"', "line\nend", "\u2028", "\ufeff", "🕒", "\\", ""])
maybe = st.none() | texts
starts = st.integers(0, 10_000)
confidence = st.floats(0, 1)


def tuples(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=3).map(tuple)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    text, start = draw(texts | words), draw(starts)
    return text, start, start + len(text)


spans = places().map(lambda p: Span(*p))
refs = st.builds(lambda e, n, p: Ref(e, n, *p), texts, texts, places())
mentions = st.builds(lambda p, k: Mention(*p, k), places(), st.sampled_from(["name", "nominal", "pronoun", "metonym"]))
times = st.builds(lambda p, t, v, x, r: Time(*p, t, v, x, r), places(), st.just("DATE"), maybe, maybe, maybe)
axes = {
    "status": st.sampled_from(STATUSES),
    "polarity": texts,
    "modality": texts,
    "certainty": texts,
    "confidence": confidence,
    "extractor": texts,
}
blocks = st.builds(Block, st.sampled_from(BLOCK_ROLES), starts, starts)
articles = st.builds(
    Article, texts, texts, texts, maybe, maybe, maybe, maybe, tuples(texts), texts, maybe, tuples(blocks), tuples(texts)
)
entities = st.builds(
    Entity, texts, texts, texts, st.sampled_from(ENTITY_TYPES), tuples(texts), tuples(mentions), tuples(texts),
    st.none() | texts.filter(bool), maybe, tuples(st.builds(Link, texts, confidence, texts)),
)  # fmt: skip
events = st.builds(
    Event, id=texts, article=texts, sentence=spans, trigger=spans, type=texts, subtype=maybe,
    roles=tuples(st.builds(Role, st.sampled_from(ROLES), refs)), topic=st.none() | spans, place=st.none() | refs,
    time=st.none() | times, attributed_to=tuples(refs), lemma=texts, **axes,
)  # fmt: skip
statements = st.builds(
    Statement, id=texts, article=texts, sentence=spans, cue=spans, speaker=refs, mode=texts, stance=texts,
    content=spans, parts=tuples(spans), addressee=st.none() | refs, venue=st.none() | refs | spans,
    time=st.none() | times, reported_by=tuples(refs), about=tuples(refs), claims=tuples(texts),
    confidence=confidence, extractor=texts,
)  # fmt: skip
relations = st.builds(
    Relation, id=texts, article=texts, sentence=spans, subject=refs, predicate=texts, object=refs | spans,
    time=st.none() | times, attributed_to=tuples(refs), **axes,
)  # fmt: skip
expressions = st.builds(TimeExpression, texts, texts, spans, times, texts)
issues = st.builds(
    Issue, texts, st.sampled_from(["info", "warning", "error"]), texts, st.none() | starts, st.none() | starts
)
KINDS: dict[str, st.SearchStrategy[Record]] = {
    "article": articles,
    "entity": entities,
    "event": events,
    "statement": statements,
    "relation": relations,
    "time": expressions,
    "issue": issues,
}


@given(st.one_of(*KINDS.values()))
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    line = dumps(record)
    assert "\n" not in line
    assert list(loads([line])) == [record]


@given(st.lists(st.one_of(*KINDS.values()), max_size=5))
def test_lines_come_back_in_order_and_blank_ones_are_passed_over(records: list[Record]) -> None:
    assert list(loads(line for r in records for line in (dumps(r) + "\n", "\n"))) == records


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_names_itself(kind: str) -> None:
    @given(KINDS[kind])
    def named(record: Record) -> None:
        assert to_json(record)["kind"] == kind

    named()


def test_the_examples_come_back_byte_for_byte(built: Path) -> None:
    text = (built / "claims.jsonl").read_text(encoding="utf-8")
    assert "".join(dumps(r) + "\n" for r in loads(text.split("\n"))) == text


def test_keys_that_may_be_added_do_no_harm() -> None:
    plain = {"kind": "issue", "article": "a", "level": "info", "message": "m", "start": 0, "end": 1}
    assert from_json(plain | {"colour": "red"}) == from_json(plain)


ENTITY = {"kind": "entity", "id": "a:e1", "article": "a", "name": "Ana", "type": "person", "aliases": [], "same_as": []}
TIME = {"kind": "time", "id": "a:t1", "article": "a", "value": None, "resolved_from": None, "extractor": "times"}
RELATION: dict[str, Any] = {
    "kind": "relation", "id": "a:r1", "article": "a", "predicate": "member_of", "time": None, "attributed_to": [],
    "sentence": {"text": "x", "start": 0, "end": 1}, "confidence": 1.0, "extractor": "relations",
    "subject": {"entity": "a:e1", "name": "Ana", "text": "x", "start": 0, "end": 1},
    "status": "ongoing", "polarity": "positive", "modality": "actual", "certainty": "certain",
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2 is not JSON"),
        ("[1]", "line 2 is not a JSON object"),
        ("7", "line 2 is not a JSON object"),
        ({}, "line 2: no kind of claim None: expected one of article, entity, event"),
        ({"kind": "rumour"}, "line 2: no kind of claim 'rumour'"),
        ({"kind": ["event"]}, "line 2: no kind of claim ['event']"),
        ({"kind": "event"}, "line 2: event: no key 'id'"),
        (ENTITY, "line 2: entity 'a:e1': no key 'mentions'"),
        (
            ENTITY | {"mentions": [{"text": "Ana", "start": "0", "end": 3}]},
            "line 2: entity 'a:e1': text 'Ana' at '0'-3",
        ),
        (ENTITY | {"mentions": [{"text": "Ana", "start": 3, "end": 0}]}, "line 2: entity 'a:e1': text 'Ana' at 3-0"),
        (ENTITY | {"mentions": [{"text": None, "start": 0, "end": 3}]}, "line 2: entity 'a:e1': text None at 0-3"),
        (ENTITY | {"mentions": 5}, "line 2: entity 'a:e1': "),
        (ENTITY | {"mentions": [5]}, "line 2: entity 'a:e1': "),
        (RELATION, "line 2: relation 'a:r1': no key 'object'"),
        (RELATION | {"object": None}, "line 2: relation 'a:r1': an object of null"),
        (TIME | {"sentence": {"text": "x", "start": 0, "end": 1}}, "line 2: time 'a:t1': no key 'text'"),
        (TIME | {"text": "today", "start": 0, "end": 5, "sentence": "x"}, "line 2: time 'a:t1': "),
    ],
)
def test_what_breaks_the_contract_is_named(line: str | dict[str, Any], message: str) -> None:
    good = dumps(Issue("a", "info", "m"))
    with pytest.raises(ClaimError) as error:
        list(loads([good, line if isinstance(line, str) else json.dumps(line)]))
    assert str(error.value).startswith(message)


def test_what_stands_before_a_bad_line_is_given() -> None:
    good = Issue("a", "info", "m")
    found = loads([dumps(good), "{"])
    assert next(found) == good
    with pytest.raises(ClaimError):
        next(found)
