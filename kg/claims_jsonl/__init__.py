"""Records to JSON lines and back, by the claims contract: flat refs, spans with their text, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kg.claims_jsonl.reading import from_json
from kg.claims_jsonl.writing import to_json
from kg.errors import ClaimError
from kg.records import Record

__all__ = ["dumps", "from_json", "loads", "to_json"]


def dumps(record: Record) -> str:
    """One record as one line of JSON, without its line end."""
    return json.dumps(to_json(record), ensure_ascii=False)


def loads(lines: Iterable[str]) -> Iterator[Record]:
    """Records of JSON lines, in order; blank lines are skipped. Raises ClaimError naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except json.JSONDecodeError as error:
            raise ClaimError(f"line {number} is not JSON: {error.msg}") from error
        if not isinstance(data, dict):
            raise ClaimError(f"line {number} is not a JSON object")
        try:
            yield from_json(data)
        except ClaimError as error:
            raise ClaimError(f"line {number}: {error}") from error
