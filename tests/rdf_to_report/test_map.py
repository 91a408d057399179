"""The map: where places are, what it shows of the land, which names it has room for."""

from __future__ import annotations

import pytest

from kg.rdf_to_report.atlas import WIDTH, Spot, draw, located


@pytest.mark.parametrize(
    ("link", "latitude", "longitude"),
    [
        ("https://sws.geonames.org/2988507/", 48.9, 2.3),  # Paris
        ("https://www.geonames.org/2077456", -25.6, 134.4),  # Australia, not an islet of its
        ("https://sws.geonames.org/2017370/", 61.7, 99.7),  # Russia, which crosses the date line
        ("https://sws.geonames.org/2205218/", -17.8, 178.0),  # Fiji, too
        ("https://sws.geonames.org/4736286/", 31.5, -99.4),  # Texas
    ],
)
def test_coordinates(link: str, latitude: float, longitude: float) -> None:
    assert located([link]) == (pytest.approx(latitude, abs=0.6), pytest.approx(longitude, abs=0.6))


@pytest.mark.parametrize("links", [[], ["https://sws.geonames.org/1/"], ["javascript:geonames.org/2988507"]])
def test_what_is_not_known_is_nowhere(links: list[str]) -> None:
    assert located(links) is None


def spot(label: str, latitude: float, longitude: float, weight: int = 1) -> Spot:
    return Spot(label, f"places/{label}.html", latitude, longitude, weight)


def test_no_places_no_map() -> None:
    assert draw([]) is None


@pytest.mark.parametrize(
    "spots",
    [
        [spot("One", 35.9, 14.5)],
        [spot("North", 78, 15), spot("South", -77, 166)],
        [spot("West", 0, -179), spot("East", 0, 179)],
        [spot("Pole", 90, 0)],
        [spot(f"Town {k}", 35 + k % 5, 14 + k // 5, k) for k in range(60)],
    ],
    ids=["one", "poles", "date line", "pole", "many"],
)
def test_every_place_is_in_the_picture(spots: list[Spot]) -> None:
    found = draw(spots)
    assert found is not None
    assert {d.spot for d in found.dots} == set(spots)
    assert all(0 <= d.x <= WIDTH and 0 <= d.y <= found.height for d in found.dots)
    assert found.land
    assert found.grid


def test_names_do_not_cover_each_other() -> None:
    found = draw([spot(f"Town {k}", 35 + k % 5, 14 + k // 5, 60 - k) for k in range(60)])
    assert found is not None
    boxes = sorted((n.y, n.x) for n in found.names)
    assert len(boxes) > 3
    assert len(set(boxes)) == len(boxes)
    assert found.names[0].label == "Town 0"  # the one most articles tell of
