"""How a kind of thing looks and is called on the page: ``ontology/display.toml``, read and never invented."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from kg.errors import VocabularyError
from kg.ontology import folder
from kg.rdf_to_network.terms import words

# A kind that display.toml does not know is drawn in grey under its own name, so that no one's new class breaks a page.
UNKNOWN = {"colour": "#8a8f98", "shape": "dot"}


@cache
def display() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """The tables entity, status and category of display.toml, keyed by lower-case names without ``_``.

    Raises VocabularyError when the file is missing.
    """
    path = folder() / "display.toml"
    if not path.is_file():
        raise VocabularyError(
            f"no display.toml in {folder()}: the page needs it for colours and shapes; reinstall newskg"
        )
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: {_key(term): values for term, values in tables.get(name, {}).items()} for name in TABLES}


TABLES = ("entity", "status", "category")


@cache
def colours(table: str) -> tuple[str, ...]:
    """A table's plain list of colours, where what they stand for has no name: communities."""
    text = (folder() / "display.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[table]["colours"])


def looks(table: str, terms: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The look of each term, in the order of display.toml, unknown terms last: label, colour, shape or dashes."""
    known = display()[table]
    order = {term: k for k, term in enumerate(known)}
    wanted = sorted(set(terms), key=lambda term: (order.get(_key(term), len(order)), term))
    found = {term: {"label": words(term), **UNKNOWN, **known.get(_key(term), {})} for term in wanted}
    return {term: look | {"label": look["label"][:1].upper() + look["label"][1:]} for term, look in found.items()}


def _key(term: str) -> str:
    return term.replace("_", "").casefold()
