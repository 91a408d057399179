"""The file ``merges.toml`` read and written; an error is one line that names the file and the key."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from kg.claims_to_entities.names import family, fold
from kg.claims_to_entities.verdicts import Described, Verdict, Verdicts, described
from kg.errors import KgError
from kg.files import write_text
from kg.records import ENTITY_TYPES

FILE = "merges.toml"
_TABLES = ("same", "not_same")
_KEYS = ("things", "why")
_THING = ("name", "type", "article", "id", "iri")


def read_verdicts(path: Path) -> Verdicts:
    """The verdicts of a file; none if there is no such file. Raises KgError if it is not as described."""
    if not path.is_file():
        return Verdicts((), str(path))
    try:
        return parse_verdicts(path.read_text(encoding="utf-8-sig"), str(path))
    except UnicodeDecodeError as error:
        raise KgError(f"{path}: not UTF-8 (byte {error.start})") from error


def parse_verdicts(text: str, file: str = FILE) -> Verdicts:
    r"""The verdicts of a TOML text.

    >>> [v.where for v in parse_verdicts('[[same]]\nthings = ["Jan Berg", "J. Berg"]').verdicts]
    ['same[1]']
    >>> parse_verdicts('[[same]]\nthings = ["Jan Berg"]')
    Traceback (most recent call last):
        ...
    kg.errors.KgError: merges.toml: same[1].things: expected a list of two or more things
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KgError(f"{file}: not valid TOML: {error}") from error
    _only(data, _TABLES, file, "")
    found = []
    for table in _TABLES:
        rows = data.get(table, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise KgError(f"{file}: {table}: expected tables headed [[{table}]]")
        found += [_verdict(row, table == "same", f"{table}[{n}]", file) for n, row in enumerate(rows, 1)]
    return Verdicts(found, file)


def _verdict(row: dict[str, Any], same: bool, where: str, file: str) -> Verdict:
    _only(row, _KEYS, file, f"{where}.")
    things, why = row.get("things"), row.get("why", "")
    if not isinstance(things, list) or len(things) < 2:
        raise KgError(f"{file}: {where}.things: expected a list of two or more things")
    if not isinstance(why, str):
        raise KgError(f"{file}: {where}.why: expected a text")
    made = tuple(_thing(thing, f"{where}.things[{n}]", file) for n, thing in enumerate(things, 1))
    return Verdict(same, made, where, why)


def _thing(given: object, where: str, file: str) -> Described:
    if isinstance(given, str) and given.strip():
        return described(given.strip())
    if not isinstance(given, dict):
        raise KgError(f"{file}: {where}: expected a name, an id, an IRI, or a table with name, type and article")
    _only(given, _THING, file, f"{where}.")
    for key, value in given.items():
        if not isinstance(value, str) or not value.strip():
            raise KgError(f"{file}: {where}.{key}: expected a text")
    if not given.keys() & {"name", "id", "iri"}:
        raise KgError(f"{file}: {where}: expected a name, an id or an iri")
    kind = given.get("type", "")
    if kind and kind not in ENTITY_TYPES:
        raise KgError(f"{file}: {where}.type: {kind!r} is no type of entity: expected one of {', '.join(ENTITY_TYPES)}")
    return Described(
        id=given.get("id", ""),
        iri=given.get("iri", ""),
        name=fold(given["name"]) if "name" in given else "",
        type=family(kind) if kind else "",
        article=given.get("article", ""),
    )


def _only(table: dict[str, Any], keys: Sequence[str], file: str, where: str) -> None:
    for key in table:
        if key not in keys:
            near = get_close_matches(key, keys, n=1)
            hint = f"did you mean {near[0]}?" if near else f"expected one of {', '.join(keys)}"
            raise KgError(f"{file}: {where}{key}: no such key: {hint}")


def toml_verdict(same: bool, things: Sequence[dict[str, str]], why: str = "") -> str:
    """One verdict as it stands in the file; ``things`` are tables of name, type, article, id and iri.

    >>> print(toml_verdict(False, [{"name": "Jan Berg", "article": "a"}, {"id": "b:e0-8"}], "two people"), end="")
    [[not_same]]
    things = [
      { name = "Jan Berg", article = "a" },
      { id = "b:e0-8" },
    ]
    why = "two people"
    """
    rows = ["{ " + ", ".join(f"{k} = {_quoted(t[k])}" for k in _THING if t.get(k)) + " }" for t in things]
    listed = "".join(f"  {row},\n" for row in rows)
    reason = f"why = {_quoted(why)}\n" if why else ""
    return f"[[{'same' if same else 'not_same'}]]\nthings = [\n{listed}]\n{reason}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def add_verdict(path: Path, same: bool, things: Sequence[dict[str, str]], why: str = "") -> bool:
    """Write one more verdict at the end of the file, which is made if there is none; False if it stands there already.

    What the file holds, comments too, stays as it is. Raises KgError, and writes nothing, if the file would contradict
    itself or is no valid file of verdicts.
    """
    new = toml_verdict(same, things, why)
    known = read_verdicts(path)
    (wanted,) = parse_verdicts(new, str(path)).verdicts
    if any(v.same == same and set(v.things) == set(wanted.things) for v in known.verdicts):
        return False
    before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    text = f"{before.rstrip()}\n\n{new}" if before.strip() else new
    parse_verdicts(text, str(path))
    write_text(path, text)
    return True
