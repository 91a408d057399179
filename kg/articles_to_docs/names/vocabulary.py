"""The word lists of names, titles and actors as sets, built once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.ontology import lexicon


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by what they tell. ``honorific`` and ``given`` map to gender m, f or an empty string."""

    given: dict[str, str]
    honorific: dict[str, str]
    office: dict[str, str]
    org_last: frozenset[str]
    org_first: frozenset[str]
    media: frozenset[str]
    clubs: frozenset[str]
    suffixes: frozenset[str]
    place_last: frozenset[str]
    place_first: frozenset[str]
    place_heads: frozenset[str]
    facility_last: frozenset[str]
    law_last: frozenset[str]
    product_last: frozenset[str]
    other_last: frozenset[str]
    other_first: frozenset[str]
    stop: frozenset[str]
    owned: frozenset[str]
    name_links: frozenset[str]
    person_links: frozenset[str]
    run_links: frozenset[str]
    shrines: frozenset[str]
    ends: frozenset[str]
    matters: frozenset[str]
    firm_last: frozenset[str]
    works_last: frozenset[str]
    states: frozenset[str]
    long_names: frozenset[str]
    seated: frozenset[str]
    holdings: frozenset[str]
    seats: frozenset[str]
    numbered: frozenset[str]
    named_after: frozenset[str]
    kin: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The words of names.toml and titles.toml."""
    names, titles = lexicon("names"), lexicon("titles")
    given = dict.fromkeys(names["given"]["both"].split(), "")
    given |= dict.fromkeys(names["given"]["male"].split(), "m")
    for name in names["given"]["female"].split():
        given[name] = "" if given.get(name) == "m" else "f"
    honorific = dict.fromkeys(titles["honorifics"]["neutral"], "")
    honorific |= dict.fromkeys(titles["honorifics"]["male"], "m") | dict.fromkeys(titles["honorifics"]["female"], "f")
    return Vocabulary(
        given=given,
        honorific=honorific,
        office=_gendered(titles["offices"]),
        org_last=frozenset(names["organization"]["last"]),
        org_first=frozenset(names["organization"]["first"]),
        media=frozenset(names["organization"]["media"]),
        clubs=frozenset(names["organization"]["clubs"]),
        suffixes=frozenset(names["organization"]["suffixes"]),
        place_last=frozenset(names["place"]["last"]),
        place_first=frozenset(names["place"]["first"]),
        place_heads=frozenset(names["place"]["heads"]),
        facility_last=frozenset(names["facility"]["last"]),
        product_last=frozenset(names["product"]["last"]),
        law_last=frozenset(names["law_or_treaty"]["last"]),
        other_last=frozenset(names["other"]["last"]),
        other_first=frozenset(names["other"]["first"]),
        stop=frozenset(names["stop"]["words"]),
        owned=frozenset(names["organization"]["owned"]),
        name_links=frozenset(names["links"]["name"] + names["links"]["person"]),
        person_links=frozenset(names["links"]["person"]),
        run_links=frozenset(names["links"]["run"]),
        shrines=frozenset(names["facility"]["named_for"]),
        ends=frozenset(names["organization"]["last"] + names["facility"]["last"] + names["organization"]["media"]),
        matters=frozenset(names["links"]["matters"]),
        firm_last=frozenset(names["organization"]["after_and"]),
        works_last=frozenset(names["work"]["last"]),
        states=frozenset(names["place"]["states"]),
        long_names=frozenset(names["place"]["long_names"]),
        seated=frozenset(titles["honorifics"]["seated"]),
        numbered=frozenset(names["product"]["numbered"]),
        seats=frozenset(names["facility"]["seats"]),
        holdings=frozenset(names["organization"]["holdings"]),
        named_after=frozenset(names["place"]["named_after"]),
        kin=frozenset(lexicon("actors")["person"]["relational"]),
    )


def _gendered(table: dict[str, list[str]]) -> dict[str, str]:
    found = dict.fromkeys(table["neutral"], "")
    return found | dict.fromkeys(table["male"], "m") | dict.fromkeys(table["female"], "f")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that describes a participant. ``gender`` m, f or empty; ``collective``: takes "they" in the singular."""

    type: str
    gender: str = ""
    relational: bool = False
    collective: bool = False
    office: bool = False


@cache
def actor_nouns() -> dict[str, Noun]:
    """Singular noun → what it describes; the first list that has a noun decides between two readings."""
    actors, table = lexicon("actors"), dict[str, Noun]()
    for kind in ("work", "law_or_treaty", "product", "facility", "place", "organization"):
        table |= {word: Noun(kind) for word in actors[kind]["nouns"]}
    organizations = set(actors["collective"]["organization_words"])
    for word in actors["collective"]["group"]:
        table[word] = Noun(
            "organization" if word in organizations else table.get(word, Noun("group")).type, collective=True
        )
    relational = set(actors["person"]["relational"])
    for word, gender in _gendered(lexicon("titles")["offices"]).items():
        table[word] = Noun("person", gender, word in relational, office=True)
    for word, gender in _gendered(actors["person"]).items():
        table[word] = Noun("person", gender, word in relational, office=table.get(word, Noun("")).office)
    return table


@cache
def bare_nouns() -> frozenset[str]:
    """Singular nouns that name somebody without an article ("police", "parliament")."""
    return frozenset(lexicon("actors")["collective"]["bare"])


@cache
def befalling() -> frozenset[str]:
    """The verbs whose object is people where it is a bare number ("killed 12")."""
    return frozenset(lexicon("actors")["counted"]["verbs"])
