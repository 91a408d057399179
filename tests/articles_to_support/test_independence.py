"""Five articles may be one source; each case says who draws on whom."""

from __future__ import annotations

from itertools import permutations

import pytest

from articles_to_support.wire import OTHER_REPORT, REPORT, article
from kg.articles_to_support import Source, origin, source, sources, support, unite
from kg.records import Article, Block


def told(key: str, *outlets: str, copies: str = "") -> Source:
    return Source(key, copies or key, frozenset(outlets))


CASES = [
    ("two papers, each with its own report", [(told("a", "post"), None), (told("b", "star"), None)], 2),
    ("two reports of one paper", [(told("a", "post"), None), (told("b", "post"), None)], 1),
    ("two articles of unknown publishers", [(told("a"), None), (told("b"), None)], 2),
    ("five copies of one text", [(told(k, f"paper {k}", copies="a"), None) for k in "abcde"], 1),
    ("two texts of one agency", [(told("a", "post", "norpress"), None), (told("b", "star", "norpress"), None)], 1),
    ("an agency and a paper that prints it", [(told("a", "norpress"), None), (told("b", "star", "norpress"), None)], 1),
    ("two that pass on one report", [(told("a", "post"), "Norpress"), (told("b", "star"), "the Norpress")], 1),
    ("the report and one that passes it on", [(told("a", "norpress"), None), (told("b", "star"), "Norpress")], 1),
    ("two that pass on two reports", [(told("a", "post"), "Norpress"), (told("b", "star"), "Sudpress")], 2),
    (
        "one tells it as its own too",
        [(told("a", "post"), "Norpress"), (told("b", "star"), "Norpress"), (told("b", "star"), None)],
        2,
    ),
    (
        "a chain of three",
        [(told("a", "x", copies="a"), None), (told("b", "y", copies="a"), None), (told("c", "y"), None)],
        1,
    ),
    ("nobody", [], 0),
]


@pytest.mark.parametrize(("case", "by", "expected"), CASES, ids=lambda x: x if isinstance(x, str) else "")
def test_independent_sources(case: str, by: list[tuple[Source, str | None]], expected: int) -> None:
    found = support(by)
    assert found.independent == expected, case
    assert found.articles == len({s.article for s, _ in by})
    assert {support(order).groups for order in permutations(by[:4])} == {support(by[:4]).groups}


def with_blocks(*parts: tuple[str, str], publisher: str | None = None, authors: tuple[str, ...] = ()) -> Article:
    text, blocks = "", []
    for role, words in parts:
        blocks.append(Block(role, len(text), len(text) + len(words)))
        text += words + "\n"
    return Article("a", "a.txt", text, publisher=publisher, authors=authors, blocks=tuple(blocks))


BODY = ("body", "The eastern basin reopened on Sunday.")
ORIGINS = [
    ("agency in the date line", with_blocks(("dateline", "PORT SEDRA, March 3 (Norpress)"), BODY), "norpress"),
    ("agency by its short name", with_blocks(("dateline", "LIMA (AP)"), BODY), "associated press"),
    ("a time in the date line", with_blocks(("dateline", "PORT SEDRA (14:05)"), BODY), None),
    ("the agency itself", with_blocks(("dateline", "LIMA (AP)"), BODY, publisher="The Associated Press"), None),
    ("agency as byline", with_blocks(("byline", "By Reuters"), BODY), "reuters"),
    ("agency as author", with_blocks(BODY, authors=("Agence France-Presse",)), "agence france presse"),
    ("source line at the end", with_blocks(BODY, ("boilerplate", "Source: Xinhua")), "xinhua"),
    ("a reporter", with_blocks(("byline", "By Ana Ruiz"), BODY, authors=("Ana Ruiz",)), None),
    ("an agency told of", with_blocks(("body", "Reuters moved its office to the quay.")), None),
    ("a photograph of an agency", with_blocks(BODY, ("caption", "The basin on Sunday. AFP")), None),
]


@pytest.mark.parametrize(("case", "given", "expected"), ORIGINS, ids=lambda x: x if isinstance(x, str) else "")
def test_whose_text_it_is(case: str, given: Article, expected: str | None) -> None:
    assert origin(given) == expected, case


def test_a_source_is_publisher_and_agency() -> None:
    given = with_blocks(("dateline", "LIMA (AFP)"), BODY, publisher="The Harbour Post")
    assert source(given, "a").outlets == {"harbour post", "agence france presse"}


def test_five_articles_one_independent_source() -> None:
    papers = [article(key, " ".join(REPORT[i : 12 + i]), publisher=f"Paper {key}") for i, key in enumerate("abcde")]
    known = sources([*papers, article("f", " ".join(OTHER_REPORT), publisher="Paper f")])
    assert support((known[k], None) for k in "abcde").independent == 1
    assert support((known[k], None) for k in "abcdef").groups == (("a", "b", "c", "d", "e"), ("f",))


def test_one_text_at_two_places_is_one_article() -> None:
    text = " ".join(REPORT)
    plain = Article("a", "inbox/report.txt", text)
    page = Article(
        "a", "page.html", text, published="2031-05-10", published_from="metadata", url="https://post.example/1"
    )
    other = Article(
        "a", "star.html", text, publisher="The Star", url="https://star.example/9", blocks=(Block("body", 0, 9),)
    )
    for order in permutations((plain, page, other)):
        (found,) = unite(order)
        assert (found.source, found.url, found.publisher) == ("star.html", "https://star.example/9", "The Star")
        assert (found.published, found.published_from) == ("2031-05-10", "metadata")
        assert found.locations == ("https://post.example/1", "inbox/report.txt", "page.html")
        assert unite([found, plain]) == (found,)
    assert unite([plain, plain]) == (plain,)
