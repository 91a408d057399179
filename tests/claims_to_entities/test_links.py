"""Identifiers from the user's table: what is linked, what is left alone, and what is wrong with a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.claims_jsonl import from_json, to_json
from kg.claims_to_entities.containing import containing_state
from kg.claims_to_entities.links import Doubt, Row, Table, find, link_entity, link_records, links_of, mention_confidence
from kg.claims_to_entities.links_file import parse_links, read_links
from kg.claims_to_entities.territories import territory
from kg.errors import KgError
from kg.records import Article, Entity, Issue, Link, Mention

WIKIDATA = "http://www.wikidata.org/entity/"
CSV = """label,alias,id,type
Ana Ruiz,Anita Ruiz|Ruiz,Q901,person
Vela Shipping,Vela|VS Lines,Q902,organization
Vela,,Q903,place
Halm,,Q904,place
Halm,,Q905,place
Joel Marn,,Q906,person
Joel Marn,,Q907,person
Ondra,,Q908,person
Tide Board,TB,https://id.example/tb,organization
"""


def entity(name: str, kind: str = "person", *aliases: str, said: str = "name", same_as: tuple[str, ...] = ()) -> Entity:
    return Entity(f"a:e-{name}", "a", name, kind, aliases, (Mention(name, 0, len(name), said),), same_as)


CASES = [
    (entity("Ana Ruiz"), "Q901", 0.95, "label"),
    (entity("ANA RUÍZ"), "Q901", 0.95, "case and accents"),
    (entity("Anita Ruiz"), "Q901", 0.9, "alias"),
    (entity("The Vela Shipping", "organization"), "Q902", 0.95, "article"),
    (entity("Vela", "organization"), "Q902", 0.9, "the type tells which Vela"),
    (entity("Vela", "facility"), "Q903", 0.95, "place and facility are one family"),
    (entity("Vela Lines Group", "organization", "VS Lines"), "Q902", 0.8, "another name of the article's"),
    (entity("Ondra"), "Q908", 0.95, "a person of one name"),
    (entity("Ruiz"), None, 0, "a family name may be anybody's"),
    (entity("Eva Ruiz", "person", "Ruiz"), None, 0, "somebody else's family name"),
    (entity("Ana B. Ruiz"), None, 0, "another name"),
    (entity("Ana Ruiz", "organization"), None, 0, "another type"),
    (entity("Ana Ruiz", said="nominal"), None, 0, "never named"),
    (entity("Eva Lind"), None, 0, "not in the table"),
]


@pytest.mark.parametrize(("given", "qid", "sure", "why"), CASES, ids=lambda x: x if isinstance(x, str) else "")
def test_who_is_linked(given: Entity, qid: str | None, sure: float, why: str) -> None:
    found = find(given, parse_links(CSV.encode()))
    assert (found and found) == (
        Link(WIKIDATA + qid, sure, found.reason) if qid and isinstance(found, Link) else None
    ), why


def test_a_link_says_where_it_comes_from() -> None:
    found = find(entity("Anita Ruiz"), parse_links(CSV.encode(), "who.csv"))
    assert found == Link(WIKIDATA + "Q901", 0.9, '"Anita Ruiz" is the alias of "Ana Ruiz" in who.csv line 2')


@pytest.mark.parametrize("given", [entity("Halm", "place"), entity("Joel Marn")])
def test_what_two_rows_could_mean_is_not_linked(given: Entity) -> None:
    table = parse_links(CSV.encode(), "who.csv")
    assert isinstance(find(given, table), Doubt)
    assert link_entity(given, table)[0] == given


def test_two_rows_of_one_id_are_no_doubt() -> None:
    table = parse_links(b"label,alias,id,type\nAna Ruiz,,Q1,person\nAna Ruiz,A. Ruiz,Q1,person\n")
    assert isinstance(find(entity("Ana Ruiz"), table), Link)


def test_records_are_linked_and_doubts_told_once_for_each_article() -> None:
    article = Article("a", "a.txt", "")
    records = [article, entity("Ana Ruiz"), entity("Joel Marn"), entity("Joel Marn", same_as=("https://x.example/1",))]
    found = link_records(records, parse_links(CSV.encode(), "who.csv"))
    assert [e.same_as for e in found[1:4] if isinstance(e, Entity)] == [
        (WIKIDATA + "Q901",),
        (),
        ("https://x.example/1",),
    ]
    assert found[4:] == [
        Issue(
            "a",
            "warning",
            f'"Joel Marn" (person) may be {WIKIDATA}Q906 or {WIKIDATA}Q907: not linked (who.csv lines 7, 8)',
        )
    ]


def test_the_users_table_outranks_the_lists_of_newskg() -> None:
    given = entity("Tide Board", "organization", same_as=("https://id.example/old", WIKIDATA + "Q3"))
    found, issue = link_entity(given, parse_links(CSV.encode(), "who.csv"))
    assert found.same_as == (WIKIDATA + "Q3", "https://id.example/tb")
    assert issue == Issue(
        "a", "info", '"Tide Board": https://id.example/tb takes the place of https://id.example/old (who.csv)'
    )
    assert link_entity(found, parse_links(CSV.encode(), "who.csv")) == (found, None)


def test_links_pass_through_claims() -> None:
    found, _ = link_entity(entity("Ana Ruiz"), parse_links(CSV.encode()))
    assert found.links
    assert from_json(to_json(found)) == found
    assert "links" not in to_json(entity("Ana Ruiz"))


SHIPPED = [
    (WIKIDATA + "Q419", "the name of a country (ISO 3166-1 PE)"),
    (WIKIDATA + "Q1246", "the name of a country"),  # Kosovo has no code in ISO 3166
    (WIKIDATA + "Q1439", "the name of a part of a country (ISO 3166-2 US-TX)"),
    ("https://sws.geonames.org/3936456/", "the only, or by far the largest, city of this name that can be meant"),
    (WIKIDATA + "Q458", "a name of the list of known organisations"),
]


@pytest.mark.parametrize(("iri", "reason"), SHIPPED)
def test_every_identifier_has_a_reason(iri: str, reason: str) -> None:
    (found,) = links_of(entity("X", "place", same_as=(iri,)))
    assert (found.iri, found.reason) == (iri, reason)
    assert 0 < found.confidence < 1


def test_the_tables_reason_stands_before_the_lists() -> None:
    table = Table([Row(2, "Halm", (), WIKIDATA + "Q419", "country")], "who.csv")
    found, _ = link_entity(entity("Halm", "country"), table)
    assert [k.reason for k in links_of(found)] == ['"Halm" is the label in who.csv line 2']


def test_a_pronoun_is_less_sure_than_a_name() -> None:
    known = Entity("a:e0", "a", "X", "person", same_as=("https://x.example/1",))
    linked = replace(known, links=(Link("https://x.example/1", 0.9, ""),))
    kinds = ("name", "metonym", "nominal", "pronoun")
    sure = [mention_confidence(linked, Mention("x", 0, 1, kind)) or 0 for kind in kinds]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] == 0.9


def test_the_least_sure_identifier_counts_and_none_without_any() -> None:
    name = Mention("Halm", 0, 4)
    both = ("https://sws.geonames.org/1/", WIKIDATA + "Q904")
    halm = Entity("a:e0", "a", "Halm", "place", same_as=both, links=(Link(both[1], 0.95, ""),))
    assert mention_confidence(halm, name) == 0.85
    assert mention_confidence(replace(halm, same_as=both[1:]), name) == 0.95
    assert mention_confidence(replace(halm, same_as=()), name) is None


def test_a_metonym_means_the_state_it_speaks_for() -> None:
    palace = Entity("a:e0", "a", "the Marble House", "facility", stands_for="pe")
    assert mention_confidence(palace, Mention("the Marble House", 0, 16, "metonym")) == round(0.98 * 0.9, 4)
    assert mention_confidence(palace, Mention("the Marble House", 0, 16)) is None


INSIDE = [
    ("place", ["https://sws.geonames.org/3936456/"], "pe"),  # a city
    ("facility", [WIKIDATA + "Q1439"], "us"),  # a subdivision
    ("place", [WIKIDATA + "Q1439", "https://sws.geonames.org/3936456/"], None),  # in two states: in none
    ("country", [WIKIDATA + "Q419"], None),  # a state lies in none
    ("organization", ["https://sws.geonames.org/3936456/"], None),  # a firm is nowhere
    ("place", ["https://sws.geonames.org/1/", "https://x.example/1"], None),  # not in the lists
    ("place", [], None),
]


@pytest.mark.parametrize(("kind", "iris", "code"), INSIDE)
def test_the_state_that_a_place_lies_in(kind: str, iris: list[str], code: str | None) -> None:
    found = containing_state(kind, iris)
    assert (found and found.code) == code


TERRITORIES = [
    ("Q212", "Ukraine", "UA", ""),
    ("Q2012050", "Donetsk Oblast", "UA-14", "Q212"),
    ("Q1428", "Georgia, USA", "US-GA", "Q30"),
    ("Q230", "Georgia", "GE", ""),
    ("Q23334", "Abkhazia", "GE-AB", "Q230"),
    ("Q23427", "South Ossetia", "", "Q230"),
]


@pytest.mark.parametrize(("qid", "name", "iso", "parent"), TERRITORIES)
def test_countries_and_their_parts_have_codes(qid: str, name: str, iso: str, parent: str) -> None:
    found = territory([WIKIDATA + qid])
    assert found
    assert (found.name, found.iso, found.parent) == (name, iso, WIKIDATA + parent if parent else "")


GOOD = [
    CSV.encode(),
    b"\xef\xbb\xbf" + CSV.encode(),
    CSV.encode("utf-16"),
    CSV.replace(",", ";").encode(),
    CSV.replace(",", "\t").encode(),
    CSV.replace("\n", "\r\n").encode(),
    CSV.replace("label,alias,id,type", "Label,ALIAS, id ,type").encode(),
    CSV.replace("Q901", f"{WIKIDATA}Q901").replace("Q902", "https://www.wikidata.org/wiki/Q902").encode(),
    CSV.replace("\nHalm", "\n\n,,,\nHalm").encode(),
    "\n".join(f"{line},note {i}" if i else f"{line},note" for i, line in enumerate(CSV.splitlines())).encode(),
]


@pytest.mark.parametrize("data", GOOD)
def test_tables_as_spreadsheets_write_them(data: bytes) -> None:
    def rows(table: Table) -> list[tuple[str, tuple[str, ...], str, str]]:
        return [(r.label, r.aliases, r.iri, r.type) for r in table.rows]

    assert rows(parse_links(data)) == rows(parse_links(CSV.encode()))
    assert len(rows(parse_links(data))) == 9


HEAD = "label,alias,id,type\n"
WRONG = [
    (b"", "t.csv: line 1: no column 'label': expected label, alias, id, type"),
    (b"label,alias,id\n", "t.csv: line 1: no column 'type': expected label, alias, id, type"),
    (b"label,id,id,type\n", "t.csv: line 1: two columns 'id'"),
    (f"{HEAD}Ana,,Q1,person\n,,Q2,person\n".encode(), "t.csv: line 3: no label"),
    (f"{HEAD}Ana,,,person\n".encode(), "t.csv: line 2: no id"),
    (f"{HEAD}Ana,,Q1\n".encode(), "t.csv: line 2: no type"),
    (
        f'{HEAD}"Ana\nRuiz",,Q1,person\nEva,,Q0,person\n'.encode(),
        "t.csv: line 4: id 'Q0': expected a Wikidata id like Q42, or an IRI that begins with https://",
    ),
    (
        f"{HEAD}Ana,,http://www.wikidata.org/entity/P31,person\n".encode(),
        "t.csv: line 2: id 'http://www.wikidata.org/entity/P31': "
        "expected a Wikidata id like Q42, or an IRI that begins with https://",
    ),
    (
        f"{HEAD}Ana,,javascript:x,person\n".encode(),
        "t.csv: line 2: id 'javascript:x': expected a Wikidata id like Q42, or an IRI that begins with https://",
    ),
    (
        f"{HEAD}Ana,,Q1,human\n".encode(),
        "t.csv: line 2: type 'human': expected one of person, organization, country, place, group, product, "
        "law_or_treaty, work, facility, other",
    ),
    (
        f"{HEAD}Ruiz, Ana,,Q1,person\n".encode(),
        "t.csv: line 2: 5 values for 4 columns; quote a value that holds the separator",
    ),
    (f'{HEAD}"Ana" R,,Q1,person\n'.encode(), "t.csv: line 2: ',' expected after '\"'"),
    (f"{HEAD}Ana,,Q1,person\nÆva,,Q2,person\n".encode("latin-1"), "t.csv: line 3: not UTF-8; save it as CSV UTF-8"),
]


@pytest.mark.parametrize(("data", "message"), WRONG)
def test_what_is_wrong_with_a_table_is_told_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(KgError) as caught:
        parse_links(data, "t.csv")
    assert str(caught.value) == message


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "who.csv"
    with pytest.raises(KgError, match=r"who\.csv: cannot be read: No such file"):
        read_links(path)
    path.write_text(CSV, encoding="utf-8")
    assert len(read_links(path).rows) == 9
