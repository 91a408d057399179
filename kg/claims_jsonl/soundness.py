"""Whether records can be built from: every value of its kind, every word of its list, every reference to something.

Claims are edited by hand and made by other programs; what is wrong is told here, with its line, and not far off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import is_dataclass
from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kg.errors import ClaimError, VocabularyError
from kg.ontology import event_concept, root_of
from kg.records import (
    BLOCK_ROLES,
    ENTITY_TYPES,
    ROLES,
    STATUSES,
    Article,
    Claim,
    Entity,
    Event,
    Issue,
    Record,
    Ref,
    Relation,
    TimeExpression,
)

# Names of fields that take words of a list: (record type, field) is looked for first, then the field alone.
LISTS: Mapping[tuple[str, str] | str, Sequence[str]] = {
    ("Entity", "type"): ENTITY_TYPES,
    ("Block", "role"): BLOCK_ROLES,
    ("Role", "role"): ROLES,
    ("Mention", "kind"): ("name", "nominal", "pronoun", "metonym"),
    ("Statement", "mode"): ("direct", "indirect", "mixed"),
    ("Issue", "level"): ("info", "warning", "error"),
    "status": STATUSES,
    "polarity": ("positive", "negative"),
    "modality": ("actual", "future", "desired", "conditional", "hypothetical", "generic"),
    "certainty": ("certain", "probable", "possible", "unspecified"),
}


PREDICATES = (
    "holds_position", "member_of", "works_for", "leads", "located_in", "part_of", "family_of", "ally_of", "owns",
    "founded", "born_in", "nationality", "occupied_by",
)  # fmt: skip


def check(records: Sequence[Record]) -> list[Record]:
    """The records, if they are sound. Raises ClaimError for the first that is not."""
    for record in records:
        try:
            _check(record, type(record), "")
            _check_words(record)
        except (ValueError, VocabularyError) as error:
            raise ClaimError(f"{_named(record)}: {error}") from error
    lengths = {r.id: len(r.text) for r in records if isinstance(r, Article)}
    entities = {r.id for r in records if isinstance(r, Entity)}
    for record in records:
        if not isinstance(record, Article | Issue):
            _check_places(record, lengths, entities)
    return list(records)


def _named(record: Record) -> str:
    return f"{type(record).__name__.lower()} {getattr(record, 'id', '')!r}"


def _check_words(record: Record) -> None:
    """Raises ValueError or VocabularyError for a type, predicate or date that there is not."""
    if isinstance(record, Event):
        if root_of(record.type) != record.type:
            raise _wrong(record.type, "a root type", "type")
        event_concept(record.subtype or record.type)
    elif isinstance(record, Relation):
        if record.predicate not in PREDICATES and not re.fullmatch(r"other:\S.*", record.predicate):
            raise _wrong(record.predicate, f"one of {', '.join(PREDICATES)} or other:<verb>", "predicate")
    elif isinstance(record, Article) and record.published is not None:
        try:
            datetime.fromisoformat(record.published)
        except ValueError as error:
            raise _wrong(record.published, "a date like 2031-05-08", "published") from error


def _check_places(record: Entity | Claim | TimeExpression, lengths: Mapping[str, int], entities: Set[str]) -> None:
    """Raises ClaimError for what points to no article, to no entity, or out of its text."""
    if record.article not in lengths:
        raise ClaimError(f"{_named(record)}: its article {record.article!r} is not in this file")
    for span in _spans(record):
        if isinstance(span, Ref) and span.entity not in entities:
            raise ClaimError(f"{_named(record)}: there is no entity {span.entity!r} in this file")
        if span.end > lengths[record.article]:
            raise ClaimError(f"{_named(record)}: {span.text!r} ends at {span.end}, after the end of the article")


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _check(value: object, hint: Any, where: str) -> None:  # noqa: ANN401 - a type hint is any object
    """Raises ValueError if a value is not what the type hint says."""
    if get_origin(hint) is UnionType:
        _check_union(value, get_args(hint), where)
    elif get_origin(hint) is tuple:
        if not isinstance(value, tuple):
            raise _wrong(value, "a list", where)
        for item in value:
            _check(item, get_args(hint)[0], where)
    elif is_dataclass(hint):
        if not isinstance(value, hint):  # type: ignore[arg-type]
            raise _wrong(value, f"a {str(getattr(hint, '__name__', hint)).lower()}", where)
        _check_fields(value)
    elif not isinstance(value, (int, float) if hint is float else hint) or isinstance(value, bool):
        raise _wrong(value, {str: "a text", int: "a whole number", float: "a number"}.get(hint, "nothing"), where)


def _check_union(value: object, kinds: Sequence[Any], where: str) -> None:
    if value is None and NoneType in kinds:
        return
    fitting = [k for k in kinds if is_dataclass(k) and isinstance(value, k)]  # type: ignore[arg-type]
    _check(value, (fitting or [k for k in kinds if k is not NoneType])[0], where)


def _check_fields(value: Any) -> None:  # noqa: ANN401 - any of the records' dataclasses
    kind = type(value).__name__
    for name, hint in _hints(value.__class__).items():
        found = getattr(value, name)
        _check(found, hint, name)
        listed = LISTS.get((kind, name)) or LISTS.get(name)
        if listed and found not in listed:
            raise _wrong(found, f"one of {', '.join(listed)}", name)
        if name == "confidence" and not 0 <= found <= 1:
            raise _wrong(found, "a number from 0 to 1", name)


def _wrong(value: object, expected: str, where: str) -> ValueError:
    return ValueError(f"{where}: {value!r}: expected {expected}")


def _spans(value: object) -> Iterator[Any]:
    """Everything with a place in the text, however deep."""
    if isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
    elif is_dataclass(value):
        if hasattr(value, "end") and hasattr(value, "text"):
            yield value
        for name in _hints(value.__class__):
            yield from _spans(getattr(value, name))
