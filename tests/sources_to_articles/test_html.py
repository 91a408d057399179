"""A page's article, and what the page itself tells of it: nothing is guessed, and no page ends the run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.errors import SourceError
from kg.records import Article
from kg.sources_to_articles.html import article_from_html

BODY = """<h1>Port closed after storm</h1>
<p>The port of Larvik was closed on Monday after a storm, the harbour master said.</p>
<p>Transport Minister Ida Moen said that it would be opened again within a week.</p>
"""


def page(head: str = "", body: str = BODY, around: str = "") -> str:
    top = f"<!DOCTYPE html><html><head><title>Port closed</title>{head}</head>"
    return f"{top}<body><article>{body}</article>{around}</body></html>"


def json_ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(**parts: str) -> Article:
    return article_from_html("page.html", page(**parts))


def test_text_is_the_article_without_the_page_around_it() -> None:
    article = read(around="<nav><a href='/x'>Sport</a></nav><footer>© 2024 The Post. Subscribe.</footer>")
    assert "The port of Larvik was closed on Monday" in article.text
    assert "Subscribe" not in article.text
    assert article.text.count("Port closed after storm") == 1


def test_json_ld_tells_title_date_publisher_and_authors() -> None:
    data = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Other", "datePublished": "1999-01-01"},
            {
                "@type": ["NewsArticle"],
                "headline": "Storm &amp; port",
                "datePublished": "2024-03-05T07:30:00+01:00",
                "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Per Aune"],
                "publisher": {"@type": "Organization", "name": "The Larvik Post"},
            },
        ],
    }
    article = read(head=json_ld(data))
    assert article.title == "Storm & port"
    assert article.text.startswith("Storm & port\n\n")
    assert (article.published, article.published_from) == ("2024-03-05T07:30:00+01:00", "metadata")
    assert article.publisher == "The Larvik Post"
    assert article.authors == ("Ana Ruiz", "Per Aune")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T07:30:00Z", "2024-03-05T07:30:00+00:00"),
        ("2024-03-05T07:30:00.000+0100", "2024-03-05T07:30:00+01:00"),
        (" 2024-03-05T07:30 ", "2024-03-05T07:30:00"),
        ("2024-03-05 at noon", "2024-03-05"),
        ("2024-13-45", None),
        ("5 March", None),
        (20240305, None),
        (None, None),
    ],
)
def test_dates_of_json_ld(told: object, expected: str | None) -> None:
    assert read(head=json_ld({"@type": "NewsArticle", "datePublished": told})).published == expected


def test_a_meta_tag_gives_the_day() -> None:
    article = read(head='<meta property="article:published_time" content="2024-03-05T07:30:00+01:00">')
    assert (article.published, article.published_from) == ("2024-03-05", "metadata")


@pytest.mark.parametrize(
    "text",
    [
        "<footer>© 2023 The Larvik Post</footer>",
        "<p>In 2019 the port had been closed for two months after a flood.</p>",
        "<p>On 3 March 2021, a ship had sunk in the port.</p>",
    ],
)
def test_no_date_is_guessed_from_the_text(text: str) -> None:
    """A footer's year, or a day the article speaks of, is not the day it was published."""
    article = read(body=BODY + text)
    assert (article.published, article.published_from) == (None, None)


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        json_ld([[[["NewsArticle"]]]]),
        json_ld({"@type": "Recipe", "headline": "Soup"}),
        json_ld({"@type": "NewsArticle", "headline": 7, "author": 7, "publisher": [], "datePublished": {}}),
        json_ld({"@graph": {"@graph": {"@type": None}}}),
    ],
)
def test_broken_or_foreign_json_ld_does_no_harm(script: str) -> None:
    article = read(head=script)
    assert "The port of Larvik was closed" in article.text
    assert article.published is None


def test_a_good_block_beside_a_broken_one_is_found() -> None:
    good = json_ld({"@type": "NewsArticle", "headline": "Storm and port"})
    assert read(head='<script type="application/ld+json">{,}</script>' + good).title == "Storm and port"


def test_half_characters_do_not_get_through() -> None:
    """JSON may hold half of a surrogate pair; no file can."""
    article = read(
        head='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A \\ud800 b"}</script>'
    )
    assert article.title == "A \ufffd b"
    article.text.encode()


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<html><body><nav><a href='/a'>Home</a><a href='/b'>Sport</a></nav></body></html>",
        "<html><body><form><input name='q'></form></body></html>",
        "<html><body><script>var x = 'The ship sank in the night.';</script></body></html>",
        "<html><body><ul><li><a href='/1'>Minister quits</a></li><li><a href='/2'>Port shut</a></li></ul></body>",
        "<html><body><p>The <<<<>>> ",
        "<script type='application/ld+json'>" * 1000,
        "no markup",
    ],
)
def test_a_page_without_article_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match=r"page\.html: no article in the page"):
        article_from_html("page.html", text)
