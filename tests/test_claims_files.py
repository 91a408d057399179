"""Files of claims that people edit and other programs write: what is wrong is told with its place, and early."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from claims_to_entities.told import Story

from kg.claims_jsonl import dumps
from kg.claims_jsonl.files import parse_claims, read_claims
from kg.errors import ClaimError

Change = Callable[[dict[str, Any]], object]


def lines() -> list[dict[str, Any]]:
    story = Story("a").entity("Halm", "place")
    story.event(
        "Ana Ruiz met Joel Marn in Halm.", "met", "consult", agent="Ana Ruiz", patient="Joel Marn", place="Halm"
    )
    story.statement("“We will talk again,” Ana Ruiz said.", "Ana Ruiz", "We will talk again")
    story.relation("Ana Ruiz is mayor of Halm.", "Ana Ruiz", "holds_position", "mayor of Halm", title=True)
    return [json.loads(dumps(r)) for r in story.records()]


def changed(kind: str, change: Change) -> str:
    found = lines()
    change(next(d for d in found if d["kind"] == kind))
    return "\n".join(json.dumps(d) for d in found)


def put(*path: str | int, value: object) -> Change:
    """A change that puts a value at a place in an object."""

    def change(d: Any) -> None:
        for key in path[:-1]:
            d = d[key]
        d[path[-1]] = value

    return change


def test_sound_claims_are_read() -> None:
    assert len(parse_claims("\n".join(json.dumps(d) for d in lines()), "c.jsonl")) == len(lines())


WRONG = [
    ("event", put("confidence", value="high"), "event 'a:e9-12': confidence: 'high': expected a number"),
    ("event", put("confidence", value=7), "confidence: 7: expected a number from 0 to 1"),
    ("event", put("confidence", value=True), "confidence: True: expected a number"),
    ("event", put("status", value="done"), "status: 'done': expected one of occurred, ongoing,"),
    ("event", put("modality", value="maybe"), "modality: 'maybe': expected one of actual, future,"),
    ("event", put("type", value="consultt"), "no term 'et:Consultt' in the ontology: did you mean 'et:Consult'?"),
    ("event", put("type", value="Meeting"), "type: 'Meeting': expected a root type"),
    ("event", put("subtype", value="Meetin"), "did you mean 'et:Meeting'?"),
    ("event", put("roles", 0, "role", value="doer"), "role: 'doer': expected one of agent, patient,"),
    ("event", put("roles", 0, "entity", value="a:n99"), "there is no entity 'a:n99' in this file"),
    ("event", put("trigger", "end", value=99_999), "'met' ends at 99999, after the end of the article"),
    ("event", put("article", value="b"), "its article 'b' is not in this file"),
    ("event", put("id", value=["a"]), "expected a text"),
    ("entity", put("type", value="human"), "type: 'human': expected one of person, organization,"),
    ("entity", put("mentions", 0, "mention", value="he"), "kind: 'he': expected one of name, nominal,"),
    ("entity", put("aliases", value=[1]), "aliases: 1: expected a text"),
    ("statement", put("mode", value="loud"), "mode: 'loud': expected one of direct, indirect,"),
    ("relation", put("predicate", value="knows"), "predicate: 'knows': expected one of holds_position, member_of,"),
    ("article", put("text", value=None), "text: None: expected a text"),
    ("article", put("published", value="yesterday"), "published: 'yesterday': expected a date like 2031-05-08"),
    (
        "article",
        put("blocks", value=[{"role": "main", "start": 0, "end": 1}]),
        "role: 'main': expected one of headline,",
    ),
]


@pytest.mark.parametrize(("kind", "change", "message"), WRONG, ids=lambda x: x if isinstance(x, str) else "")
def test_what_is_wrong_is_named(kind: str, change: Change, message: str) -> None:
    with pytest.raises(ClaimError) as error:
        parse_claims(changed(kind, change), "c.jsonl")
    assert str(error.value).startswith("c.jsonl: ")
    assert message in str(error.value)
    assert "\n" not in str(error.value)


NO_FILES = [
    (None, "No such file"),
    (b"", "empty"),
    (b" \n", "empty"),
    (b"\xff\xfe", "not UTF-8"),
    (b"{", "line 1 is not JSON"),
    (b"[]", "line 1 is not a JSON object"),
    (b'{"kind": "rumour"}', "line 1: no kind of claim 'rumour'"),
]


@pytest.mark.parametrize(("content", "message"), NO_FILES)
def test_what_is_no_file_of_claims(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "c.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ClaimError) as error:
        read_claims(path)
    assert str(error.value).startswith(f"{path}: {message}")
