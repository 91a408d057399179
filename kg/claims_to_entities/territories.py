"""Countries and their first-level subdivisions by identifier: ISO 3166 codes, and the state a subdivision is part of.

Read from ``ontology/countries.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.ontology import folder, lexicon

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or subdivision. ``iso``: ISO 3166-1 or 3166-2 code, "" if it has none; ``parent``: IRI of its state."""

    name: str
    iso: str
    iris: tuple[str, ...]
    parent: str = ""


@cache
def _all() -> dict[str, Territory]:
    """By Wikidata and GeoNames IRI."""
    lines = (folder() / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = {row[0]: row for line in lines if not line.startswith("#") for row in [line.split("\t")]}
    apart = frozenset(lexicon("territories")["iso"]["not_given"])
    found: dict[str, Territory] = {}
    for code, name, wikidata, geonames, _, parent in rows.values():
        iris = (WIKIDATA + wikidata, *([f"{GEONAMES}{geonames}/"] if geonames else []))
        above = WIKIDATA + rows[parent][2] if parent else ""
        found |= dict.fromkeys(iris, Territory(name, "" if code in apart else code.upper(), iris, above))
    return found


def territory(iris: Iterable[str]) -> Territory | None:
    """The country or subdivision that one of an entity's identifiers names; None if there is none.

    >>> territory(["http://www.wikidata.org/entity/Q419"]).iso, territory(["http://www.wikidata.org/entity/Q1439"]).iso
    ('PE', 'US-TX')
    """
    return next((t for iri in iris if (t := _all().get(iri))), None)


def territories() -> tuple[Territory, ...]:
    """Every country and subdivision once, by name."""
    return tuple(sorted(set(_all().values()), key=lambda t: (t.name, t.iris)))
