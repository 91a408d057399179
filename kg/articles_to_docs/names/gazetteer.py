"""What is known of names before reading: nations, peoples, states, cities, regions, seats of power, unions of states.

Files: ontology/countries.tsv, ontology/places.tsv (GeoNames, CC BY 4.0) and the word lists nations, metonyms, names.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from kg.ontology import folder, lexicon

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True)
class Known:
    """A name the gazetteer knows. ``form``: name, adjective, people (plural), citizen (singular)."""

    key: str
    name: str
    type: str
    form: str = "name"
    code: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class City:
    """A row of ontology/places.tsv; ``thousands`` of inhabitants."""

    name: str
    geonames: str
    country: str
    admin1: str
    thousands: int


@dataclass(frozen=True, slots=True)
class Country:
    """A row of ontology/countries.tsv; ``parent`` is the state a subdivision belongs to."""

    code: str
    name: str
    wikidata: str
    geonames: str
    capital: str
    parent: str

    @property
    def same_as(self) -> tuple[str, ...]:
        """The IRIs of Wikidata and, where known, GeoNames."""
        found = (WIKIDATA + self.wikidata,)
        return (*found, f"{GEONAMES}{self.geonames}/") if self.geonames else found


def _rows(name: str) -> list[list[str]]:
    lines = (folder() / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def countries() -> dict[str, Country]:
    """Countries and first-level subdivisions by code."""
    return {row[0]: Country(*row) for row in _rows("countries.tsv")}


@cache
def capitals() -> dict[str, str]:
    """Capital city → code of its country."""
    found = {c.capital: c.code for c in countries().values() if c.capital and not c.parent}
    found |= {old: found[new] for old, new in lexicon("names")["exonyms"].items() if new in found}
    return found | {
        "Washington": "us",
        "Washington, D.C.": "us",
        "Washington, DC": "us",
        "Washington D.C.": "us",
        "Washington DC": "us",
    }


@cache
def american_state(name: str) -> Known | None:
    """The American state of a name, which may be a city's or a country's as well: "the state of Washington"."""
    for code, country in countries().items():
        if code.startswith("us-") and country.name.removesuffix(", USA") == name:
            return Known(f"iso:{code}", name, "place", "name", code, country.same_as)
    return None


def _nation_fields(line: str) -> list[list[str]]:
    fields = [[word.strip() for word in part.split(",") if word.strip()] for part in line.split(";")]
    return fields + [[] for _ in range(4 - len(fields))]


@cache
def nation_name(code: str) -> str:
    """What English news calls a country."""
    preferred: str = lexicon("nations")["preferred"].get(code, "")
    return preferred or countries()[code].name


@cache
def known() -> dict[str, Known]:
    """Every string the gazetteer knows, cities excepted, with what it names. Stronger readings come last."""
    table: dict[str, Known] = {}
    names = lexicon("names")
    for code, country in countries().items():
        kind = "place" if country.parent else "country"
        if "," not in country.name and country.name != "Washington":
            table[country.name] = Known(f"iso:{code}", country.name, kind, "name", code, country.same_as)
    for region in names["place"]["regions"]:
        table[region] = Known(f"region:{region}", region, "place")
    for state in names["place"]["former_states"]:
        table[state] = Known(f"state:{state}", state, "country")
    for code, line in lexicon("nations")["nations"].items():
        table |= _nation(code, _nation_fields(line))
    peoples = lexicon("nations")["peoples"]
    table |= {w: Known(f"people:{w}", w, "group", "adjective") for w in peoples["adjectives"] if w not in table}
    table |= {w: Known(f"people:{w}", w, "group", "people") for w in peoples["people"]}
    for kind in ("other", "work"):
        table |= {w: Known(f"{kind}:{w}", w, kind) for w in names[kind]["known"]}
    for row in names["organization"]["known"]:
        same_as = (WIKIDATA + row["wikidata"],) if row["wikidata"] else ()
        first = row["names"][0]
        table |= {
            w: Known(f"org:{w if row.get('apart') else first}", first, "organization", "name", "", same_as)
            for w in row["names"]
        }
    for row in lexicon("metonyms")["metonym"]:
        key = f"seat:{row['names'][0]}"
        table |= {w: Known(key, row["names"][0], row["type"], "metonym", row["stands_for"]) for w in row["names"]}
    return table


def _nation(code: str, fields: list[list[str]]) -> dict[str, Known]:
    adjectives, people, names, citizens = fields
    country, key, name = countries()[code], f"iso:{code}", nation_name(code)
    kind = "place" if country.parent else "country"
    found = {w: Known(f"{key}:people", w, "group", "people", code) for w in people}
    found |= {w: Known(f"{key}:citizen", w, "person", "citizen", code) for w in citizens}
    found |= {w: Known(key, name, kind, "adjective", code, country.same_as) for w in adjectives}
    words = [w.removeprefix("the ") for w in names] + [name]
    return found | {w: Known(key, name, kind, "name", code, country.same_as) for w in words}


@cache
def by_first_word() -> dict[str, tuple[str, ...]]:
    """First word of each known name → the names, longest first."""
    table: dict[str, list[str]] = {}
    for name in known():
        table.setdefault(name.split()[0], []).append(name)
    return {word: tuple(sorted(names, key=lambda n: (-len(n), n))) for word, names in table.items()}


@cache
def _cities() -> list[str]:
    text = (folder() / "places.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@lru_cache(maxsize=16384)
def cities(name: str) -> tuple[City, ...]:
    """The cities of a name, most populous first; accents and case do not matter."""
    key = fold(lexicon("names")["exonyms"].get(name, name)) + "\t"
    lines, found = _cities(), []
    for line in islice(lines, bisect_left(lines, key), None):
        if not line.startswith(key):
            break
        row = line.split("\t")
        found.append(City(row[1], row[2], row[3], row[4], int(row[5])))
    return tuple(found)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name without accents, in small letters.

    >>> fold("Bogotá")
    'bogota'
    """
    if name.isascii():
        return name.lower()
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()
