"""The state that a place lies in: of a subdivision by ISO 3166, of a city by GeoNames; from lists, never from texts.

Read from ``ontology/places.tsv`` and ``ontology/countries.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.claims_to_entities.countries import Country, by_code, by_iri
from kg.claims_to_entities.territories import GEONAMES, territory
from kg.ontology import folder

# What can lie in a state: a firm that is named like a town does not.
PLACES = frozenset({"place", "facility", "country"})


@cache
def _states_of_cities() -> dict[str, str]:
    """GeoNames id of a city → code of its state."""
    lines = (folder() / "places.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[2]: row[3] for row in rows}


def containing_state(entity_type: str, iris: Iterable[str]) -> Country | None:
    """The state that a thing of this type and these identifiers lies in; None if there is none, or more than one.

    >>> containing_state("place", ["http://www.wikidata.org/entity/Q1439"]).name  # Texas
    'United States'
    >>> containing_state("country", ["http://www.wikidata.org/entity/Q419"])  # Peru
    """
    if entity_type not in PLACES:
        return None
    found = {state.code: state for iri in iris if (state := _above(iri))}
    return next(iter(found.values())) if len(found) == 1 else None


def _above(iri: str) -> Country | None:
    known = territory([iri])
    while known and known.parent:
        if state := by_iri((known.parent,)):
            return state
        known = territory([known.parent])
    if known or not iri.startswith(GEONAMES):
        return None
    return by_code(_states_of_cities().get(iri.removeprefix(GEONAMES).rstrip("/"), ""))
