"""A map of places as an SVG drawing: a coarse outline of the land and dots, nothing fetched from anywhere."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.ontology import folder

WIDTH, LOWEST, HIGHEST = 960, 320, 520
# Degrees of latitude that a map shows at least: closer, the outline of the land is a few straight lines.
NARROWEST = 24
_GEONAMES = re.compile(r"https?://(?:www\.|sws\.)?geonames\.org/(\d+)")
_LABELS, _TALL, _LETTER = 24, 16, 7.4  # how many names at most, and the size of their letters in units of the drawing

MAJOR, _FIRST = 6, 3

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw: its name, the path of its page, latitude and longitude in degrees, how much is told of it."""

    label: str
    path: str
    latitude: float
    longitude: float
    weight: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A place as drawn, in units of the drawing."""

    spot: Spot
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place where there is room for it; ``left`` of its point, or right."""

    label: str
    x: float
    y: float
    left: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The parts of a map: outlines and grid as SVG path data, dots and names, those of the largest first."""

    height: int
    land: tuple[str, ...]
    grid: str
    dots: tuple[Dot, ...]
    names: tuple[Label, ...]


@cache
def _coordinates() -> dict[str, Point]:
    lines = (folder() / "coordinates.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: (float(latitude), float(longitude)) for name, latitude, longitude in fields}


def located(links: Iterable[str]) -> Point | None:
    """Latitude and longitude by the first link to GeoNames that is known; None if there is none.

    >>> located(["http://www.wikidata.org/entity/Q90", "https://sws.geonames.org/2988507/"])
    (48.85, 2.35)
    """
    ids = (found[1] for link in links if (found := _GEONAMES.match(link)))
    return next((_coordinates()[i] for i in ids if i in _coordinates()), None)


@cache
def _land() -> tuple[tuple[Point, ...], ...]:
    """The rings of the land as longitude and latitude; those over the date line on both sides of the map."""
    rings = []
    for line in (folder() / "land.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            points = [(int(x) / 10, int(y) / 10) for x, y in (pair.split(",") for pair in line.split())]
            rings.append(tuple(points))
            if max(x for x, _ in points) > 180:
                rings.append(tuple((x - 360, y) for x, y in points))
    return tuple(rings)


@dataclass(frozen=True, slots=True)
class _View:
    """Equirectangular projection true to scale at the middle latitude of the box it shows."""

    west: float
    north: float
    height: int
    per_degree: float
    squeeze: float

    def at(self, longitude: float, latitude: float) -> Point:
        x = (longitude - self.west) * self.squeeze * self.per_degree
        return round(x, 1), round((self.north - latitude) * self.per_degree, 1)


def draw(spots: Sequence[Spot]) -> Drawing | None:
    """The map that shows all spots; None without any."""
    if not spots:
        return None
    view = _view(spots)
    land = tuple(path for ring in _land() if (path := _path([view.at(x, y) for x, y in ring], view.height)))
    dots = _dots(spots, view)
    return Drawing(view.height, land, _grid(view), dots, _names(dots))


def _view(spots: Sequence[Spot]) -> _View:
    """The box round all spots with some ground about it, no narrower and no flatter than makes a map."""
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    squeeze = math.cos(math.radians(max(-50.0, min(50.0, (south + north) / 2))))
    tall = max(NARROWEST, (north - south) * 1.3)
    wide = min(360.0, max((east - west) * 1.15, tall * WIDTH / HIGHEST / squeeze))
    per_degree = WIDTH / (wide * squeeze)
    height = round(max(LOWEST, tall * per_degree))
    middle = max(height / per_degree / 2 - 90, min(90 - height / per_degree / 2, (south + north) / 2))
    return _View((west + east - wide) / 2, middle + height / per_degree / 2, height, per_degree, squeeze)


def _path(points: Sequence[Point], height: int) -> str:
    """A ring as path data; "" if nothing of it is in the picture."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > height:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z"


def _grid(view: _View) -> str:
    """Meridians and parallels, as many as cross the picture at a readable distance."""
    step = next((s for s in (5, 10, 15, 30) if s * view.per_degree * view.squeeze >= WIDTH / 8), 60)
    lines = []
    for longitude in range(-360, 361, step):
        x, _ = view.at(longitude, 0)
        lines += [f"M{x:g} 0V{view.height}"] if 0 < x < WIDTH else []
    for latitude in range(-90, 91, step):
        _, y = view.at(0, latitude)
        lines += [f"M0 {y:g}H{WIDTH}"] if 0 < y < view.height else []
    return "".join(lines)


def _dots(spots: Sequence[Spot], view: _View) -> tuple[Dot, ...]:
    most = max(s.weight for s in spots)
    return tuple(
        Dot(spot, *view.at(spot.longitude, spot.latitude), round(4 + 10 * math.sqrt(spot.weight / most), 1))
        for spot in sorted(spots, key=lambda s: (-s.weight, s.label, s.path))
    )


def _names(dots: Sequence[Dot]) -> tuple[Label, ...]:
    """Names beside their dots, the largest first, as far as they cover neither a dot nor each other."""
    crowd = [(d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius) for d in dots]
    taken: list[Box] = []
    found: list[Label] = []
    for k, dot in enumerate(dots[:_LABELS]):
        # The largest few are named whatever small dots they cover, and so that larger letters fit on a phone, too.
        long = _LETTER * len(dot.spot.label)
        room = 2.4 * long if k < MAJOR else long
        avoided = [*taken, *(crowd[:k] if k < _FIRST else crowd)]
        for left in (False, True):
            x = dot.x - dot.radius - 4 if left else dot.x + dot.radius + 4
            box = (x - long if left else x, dot.y - _TALL / 2, x if left else x + long, dot.y + _TALL / 2)
            inside = x - room >= 0 if left else x + room <= WIDTH
            if inside and not any(_overlap(box, other) for other in avoided):
                taken.append(box)
                found.append(Label(dot.spot.label, round(x, 1), round(dot.y + 4, 1), left))
                break
    return tuple(found)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
