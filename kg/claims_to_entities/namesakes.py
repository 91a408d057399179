"""Places that share a name: a state of the union and a country, a state and the capital, two spellings of one city.

Decided by what else the article names: its cities, or "the state of …". Read from ``ontology/countries.tsv`` and
``ontology/places.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from kg.claims_to_entities.countries import by_iri, by_name
from kg.claims_to_entities.names import fold
from kg.claims_to_entities.territories import GEONAMES, Territory, territories
from kg.ontology import folder, lexicon
from kg.records import Entity

_STATE_OF = re.compile(r"(?:us |american )?state of (?P<before>.+)|(?P<after>.+) state")


@cache
def _regions() -> dict[str, Territory]:
    """American states by their folded names, those that a country or a capital may be taken for among them."""
    return {fold(t.name.partition(",")[0]): t for t in territories() if t.iso.startswith("US-")}


@cache
def _cities() -> dict[str, tuple[str, str]]:
    """GeoNames id of a city → the codes of its state and of the region there."""
    lines = (folder() / "places.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {row[2]: (row[3], row[4]) for row in rows}


def settled(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities of one article, in order; a name that means a region here is that region."""
    spoken = {r.iso for e in entities if (r := _spelled_out(e))}
    around = [at for e in entities for at in _where(e.same_as)]
    return tuple(_as_region(e, r) if (r := _region(e, spoken, around)) else _as_city(e) for e in entities)


def _region(entity: Entity, spoken: set[str], around: Sequence[tuple[str, str]]) -> Territory | None:
    """The region that an entity is, if its name alone would make something else of it."""
    if found := _spelled_out(entity):
        return found
    region = _regions().get(fold(entity.name))
    if region is None or entity.stands_for or entity.type not in ("country", "place"):
        return None
    if region.iso in spoken:
        return region
    country = by_iri(entity.same_as) or by_name(entity.name)
    if entity.type != "country" or country is None:
        return None
    here = ("us", region.iso.partition("-")[2]) in around
    return region if here and all(state != country.code for state, _ in around) else None


def _spelled_out(entity: Entity) -> Territory | None:
    """The region that an entity is called in so many words ("the state of Georgia")."""
    found = _STATE_OF.fullmatch(fold(entity.name))
    return _regions().get(found["before"] or found["after"]) if found else None


def _where(iris: Iterable[str]) -> list[tuple[str, str]]:
    ids = (iri.removeprefix(GEONAMES).rstrip("/") for iri in iris if iri.startswith(GEONAMES))
    return [_cities()[i] for i in ids if i in _cities()]


def _as_region(entity: Entity, region: Territory) -> Entity:
    name = region.name.partition(",")[0]
    return replace(entity, name=name, type="place", same_as=region.iris, stands_for=None, links=())


def _as_city(entity: Entity) -> Entity:
    known = city(entity.name) if entity.type == "place" else None
    if known is None or known == entity.name:
        return entity
    return replace(entity, name=known, aliases=tuple(sorted({*entity.aliases, entity.name})))


@cache
def _spellings() -> dict[str, str]:
    groups: list[list[str]] = lexicon("identity")["places"]["same"]
    return {fold(name): group[0] for group in groups for name in group}


def city(name: str) -> str | None:
    """The name that stands for all spellings of a city that has several; None for any other.

    >>> city("Kiev"), city("Kyiv"), city("Porto")
    ('Kyiv', 'Kyiv', None)
    """
    return _spellings().get(fold(name))
