"""The user's word on what is one and what is not: how it is written, whom it means, and when it contradicts itself."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from kg.claims_to_entities.verdicts import UNDECIDED, Verdict, Verdicts, decide, described
from kg.claims_to_entities.verdicts_file import add_verdict, parse_verdicts, read_verdicts
from kg.errors import KgError
from kg.records import Article, Entity, Event, Span


def entity(article: str, name: str, kind: str = "person", *iris: str) -> Entity:
    return Entity(f"{article}:e0-{len(name)}", article, name, kind, same_as=iris)


def event(key: str) -> Event:
    span = Span("met", 0, 3)
    return Event(key, key[0], span, span, "consult", None, (), "occurred", "positive", "actual", "certain")


FILE = """
[[same]]
things = ["Port of Sedra", { name = "Sedra Harbour Authority", type = "organization" }]
why = "renamed in 2029"

[[same]]
things = ["https://x.example/7", "Ana Ruiz"]

[[same]]
things = ["a:e5-8", "b:e9-12"]

[[not_same]]
things = [{ name = "Jan Berg", article = "letters.txt" }, "Jan Berg"]

[[not_same]]
things = ["Tom Vale", "Thomas Vale", "T. Vale"]
"""

PAIRS = [
    (entity("a", "Port of Sedra", "organization"), entity("b", "Sedra Harbour Authority", "organization"), True),
    (entity("a", "PORT OF SÉDRA", "place"), entity("b", "the Sedra Harbour Authority", "organization"), True),
    (entity("a", "Port of Sedra", "place"), entity("b", "Sedra Harbour Authority", "place"), None),
    (entity("a", "Port of Sedra"), entity("b", "Port of Sedra"), True),
    (entity("a", "Anna Ruis", "person", "https://x.example/7"), entity("b", "Ana Ruiz"), True),
    (entity("a", "Anna Ruis"), entity("b", "Ana Ruiz"), None),
    (event("a:e5-8"), event("b:e9-12"), True),
    (event("a:e5-8"), event("b:e0-3"), None),
    (entity("letter", "Jan Berg"), entity("b", "Jan Berg"), False),
    (entity("c", "Jan Berg"), entity("b", "Jan Berg"), True),
    (entity("letter", "Jan Berg"), entity("letter", "Ana Ruiz"), None),
    (entity("a", "Tom Vale"), entity("b", "Thomas Vale"), False),
    (entity("a", "T. Vale"), entity("b", "Thomas Vale"), False),
    (entity("a", "Tom Vale"), entity("b", "Eva Vale"), None),
]
ARTICLES = {"letter": Article("letter", "inbox/letters.txt", "")}


@pytest.mark.parametrize(("a", "b", "expected"), PAIRS)
def test_what_is_decided(a: Entity | Event, b: Entity | Event, expected: bool | None) -> None:
    verdicts = parse_verdicts(FILE)
    one, other = (verdicts.of(t, ARTICLES.get(t.article)) for t in (a, b))
    assert decide(one, other) is expected
    assert decide(other, one) is expected


def test_what_nobody_speaks_of_is_undecided() -> None:
    assert parse_verdicts(FILE).of(entity("a", "Eva Lind")) == UNDECIDED
    assert not parse_verdicts("")
    assert parse_verdicts("").of(entity("a", "Ana Ruiz")) == UNDECIDED


def test_a_ruling_says_which_table_made_it() -> None:
    assert parse_verdicts(FILE).of(entity("a", "Port of Sedra")).why == ("same[1]: renamed in 2029",)
    assert parse_verdicts(FILE).of(entity("a", "Tom Vale")).why == ("not_same[2]",)


def test_sameness_carries_on_over_tables_in_any_order() -> None:
    tables = [Verdict(True, tuple(map(described, pair)), "same") for pair in (("A", "B"), ("C", "D"), ("B", "D"))]
    identities = {
        verdicts.of(entity("a", name)).identity
        for order in permutations(tables)
        for verdicts in [Verdicts(order)]
        for name in "ABCD"
    }
    assert len(identities) == 1


def test_an_article_may_be_named_by_id_file_name_path_or_address() -> None:
    article = Article("a", "news/one.html", "", url="https://post.example/1", locations=("copy.txt",))
    for name in ("a", "news/one.html", "one.html", "https://post.example/1", "copy.txt"):
        found = parse_verdicts(f'[[same]]\nthings = [{{ name = "Ana Ruiz", article = "{name}" }}, "Eva Lind"]')
        assert found.of(entity("a", "Ana Ruiz"), article).identity, name
        assert not found.of(entity("b", "Ana Ruiz"), Article("b", "two.html", "")).identity, name


def test_what_fits_nothing_is_told() -> None:
    things = [entity("a", "Port of Sedra"), entity("letter", "Jan Berg"), entity("a", "Tom Vale"), event("a:e5-8")]
    assert parse_verdicts(FILE).unused(things, ARTICLES) == (
        'same[1].things[2]: "sedra harbour authority" (type organization) is nowhere',
        "same[2].things[1]: https://x.example/7 is nowhere",
        'same[2].things[2]: "ana ruiz" is nowhere',
        "same[3].things[2]: b:e9-12 is nowhere",
        'not_same[2].things[2]: "thomas vale" is nowhere',
        'not_same[2].things[3]: "t vale" is nowhere',
    )


CONTRADICTIONS = [
    (
        '[[same]]\nthings = ["A", "B"]\n[[same]]\nthings = ["B", "C"]\n[[not_same]]\nthings = ["A", "C"]',
        'm.toml: not_same[1]: "a" and "c" cannot be two: by same[1], same[2] they are one',
    ),
    (
        '[[same]]\nthings = ["A", "B"]\n[[not_same]]\nthings = ["D", "B", "The A"]',
        'm.toml: not_same[1]: "b" and "a" cannot be two: by same[1] they are one',
    ),
    ('[[not_same]]\nthings = ["A", "a"]', 'm.toml: not_same[1]: "a" and "a" cannot be two: these are one description'),
]
THING = "expected a name, an id, an IRI, or a table with name, type and article"
WRONG = [
    ('[[sames]]\nthings = ["A", "B"]', "m.toml: sames: no such key: did you mean same?"),
    ('[[other]]\nthings = ["A", "B"]', "m.toml: other: no such key: expected one of same, not_same"),
    ('[same]\nthings = ["A", "B"]', "m.toml: same: expected tables headed [[same]]"),
    ('[[same]]\nthing = ["A", "B"]', "m.toml: same[1].thing: no such key: did you mean things?"),
    ('[[same]]\nthings = ["A"]', "m.toml: same[1].things: expected a list of two or more things"),
    ('[[same]]\nthings = "A"', "m.toml: same[1].things: expected a list of two or more things"),
    ('[[same]]\nthings = ["A", "B"]\nwhy = 3', "m.toml: same[1].why: expected a text"),
    ('[[same]]\nthings = ["A", 3]', f"m.toml: same[1].things[2]: {THING}"),
    ('[[same]]\nthings = ["A", " "]', f"m.toml: same[1].things[2]: {THING}"),
    ('[[same]]\nthings = ["A", { nam = "B" }]', "m.toml: same[1].things[2].nam: no such key: did you mean name?"),
    ('[[same]]\nthings = ["A", { name = 3 }]', "m.toml: same[1].things[2].name: expected a text"),
    ('[[same]]\nthings = ["A", { type = "person" }]', "m.toml: same[1].things[2]: expected a name, an id or an iri"),
    (
        '[[same]]\nthings = ["A", { name = "B", type = "human" }]',
        "m.toml: same[1].things[2].type: 'human' is no type of entity: expected one of person, organization, country, "
        "place, group, product, law_or_treaty, work, facility, other",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), [*CONTRADICTIONS, *WRONG])
def test_what_is_wrong_is_told_in_one_line(text: str, message: str) -> None:
    with pytest.raises(KgError) as caught:
        parse_verdicts(text, "m.toml")
    assert str(caught.value) == message


def test_what_is_no_toml_is_told() -> None:
    with pytest.raises(KgError, match=r"^m\.toml: not valid TOML: .*line 1"):
        parse_verdicts("[[same]\n", "m.toml")


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "merges.toml"
    assert not read_verdicts(path)
    path.write_bytes(b"\xef\xbb\xbf" + FILE.encode())
    assert len(read_verdicts(path).verdicts) == 5
    path.write_bytes(b'why = "\xff"')
    with pytest.raises(KgError, match=r"merges\.toml: not UTF-8 \(byte 7\)"):
        read_verdicts(path)


def test_a_verdict_is_added_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "new" / "merges.toml"
    things = [{"name": 'Ana "Nita" Ruiz', "type": "person", "article": "a"}, {"id": "b:e0-8"}]
    assert add_verdict(path, False, things, "two people")
    path.write_text("# mine\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert add_verdict(path, True, [{"name": "Ana Ruiz"}, {"name": "A. Ruiz"}])
    assert not add_verdict(path, False, things[::-1])
    assert path.read_text(encoding="utf-8").startswith("# mine\n[[not_same]]\n")
    found = read_verdicts(path)
    assert [(v.where, v.why) for v in found.verdicts] == [("same[1]", ""), ("not_same[1]", "two people")]
    assert (
        decide(found.of(entity("a", "Ana “Nita” Ruiz")), found.of(Entity("b:e0-8", "b", "Ana Ruiz", "person"))) is False
    )


def test_a_verdict_that_contradicts_the_file_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "merges.toml"
    path.write_text('[[same]]\nthings = ["A", "B"]\n', encoding="utf-8")
    with pytest.raises(KgError, match="cannot be two"):
        add_verdict(path, False, [{"name": "A"}, {"name": "B"}])
    assert path.read_text(encoding="utf-8") == '[[same]]\nthings = ["A", "B"]\n'
