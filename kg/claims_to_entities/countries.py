"""Countries by their codes: standard names, identifiers, and what an adjective of origin refers to.

Read from ``ontology/countries.tsv`` and the word list ``nations``, which the reader of names uses too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.claims_to_entities.names import fold, words
from kg.ontology import folder, lexicon

WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Country:
    """A state: ISO 3166 ``code`` in lower case, its usual English name, Wikidata IRI."""

    code: str
    name: str
    iri: str


@cache
def _fields(code: str) -> tuple[list[str], ...]:
    """Adjectives, people and other names of a nation, as the word list gives them."""
    parts = lexicon("nations")["nations"].get(code, "").split(";")
    return tuple([w.strip() for w in part.split(",") if w.strip()] for part in [*parts, "", "", ""][:3])


@cache
def _all() -> dict[str, Country]:
    """States, not their subdivisions, by code."""
    found = {}
    for line in (folder() / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, name, wikidata, *rest = line.split("\t")
        if rest[-1]:  # the parent of a subdivision
            continue
        found[code] = Country(code, name, WIKIDATA + wikidata)
    return found


@cache
def _codes() -> tuple[dict[str, str], dict[str, str]]:
    """Folded names and adjectives → code, and folded words for the people ("Peruvians") → code."""
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    for code, country in _all().items():
        adjectives, crowd, others = _fields(code)
        names |= {fold(n): code for n in (*adjectives, *others, country.name)}
        people |= {fold(n): code for n in crowd}
    return names, people


@cache
def by_code(code: str) -> Country | None:
    """The country of an ISO 3166 code; None for a code that is no state's.

    >>> by_code("US").name, by_code("qq")
    ('United States', None)
    """
    return _all().get(code.lower())


@cache
def by_name(name: str) -> Country | None:
    """The country that a name, abbreviation or adjective stands for.

    >>> by_name("U.S.").code, by_name("Peruvian").code, by_name("Ana Ruiz")
    ('us', 'pe', None)
    """
    return by_code(_codes()[0].get(fold(name), ""))


@cache
def _by_iri() -> dict[str, Country]:
    return {c.iri: c for c in _all().values()}


def by_iri(iris: tuple[str, ...]) -> Country | None:
    """The country that one of an entity's identifiers names.

    >>> by_iri(("http://www.wikidata.org/entity/Q419",)).name
    'Peru'
    """
    return next((c for iri in iris if (c := _by_iri().get(iri))), None)


@cache
def _seats() -> dict[str, str]:
    """Folded names of capitals → code of the state."""
    rows = [line.split("\t") for line in (folder() / "countries.tsv").read_text(encoding="utf-8").splitlines()]
    return {fold(row[4]): row[0] for row in rows if len(row) > 5 and row[4] and not row[5] and row[0] in _all()}


def by_capital(name: str) -> Country | None:
    """The country whose capital bears a name.

    >>> by_capital("Lima").name, by_capital("Port Alder")
    ('Peru', None)
    """
    return by_code(_seats().get(fold(name), ""))


@cache
def is_national_class(name: str) -> bool:
    """Whether a description means the same people everywhere: an adjective of origin, alone or with a group noun.

    >>> is_national_class("Peruvian troops"), is_national_class("Peruvians"), is_national_class("nine Peruvian troops")
    (True, True, False)
    """
    if fold(name) in _codes()[1]:
        return True
    first, _, rest = fold(name).partition(" ")
    return rest in words("classes", "nouns") and by_name(first) is not None
