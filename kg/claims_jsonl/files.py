"""Files of claims, read whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kg.claims_jsonl import loads
from kg.claims_jsonl.soundness import check
from kg.errors import ClaimError
from kg.records import Record


def read_claims(path: Path) -> list[Record]:
    """The records of a claims file. Raises ClaimError, naming file and line, if it is none, or no whole one."""
    try:
        return parse_claims(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise ClaimError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ClaimError(f"{path}: not UTF-8 (byte {error.start})") from error


def parse_claims(text: str, file: str) -> list[Record]:
    """The records of a text of claims. Raises ClaimError, naming file and line."""
    if not text.strip():
        raise ClaimError(f"{file}: empty")
    try:
        return check(list(loads(text.split("\n"))))
    except ClaimError as error:
        raise ClaimError(f"{file}: {error}") from error
