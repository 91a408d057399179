"""An HTML page to an article: trafilatura finds the text, the page's own JSON-LD tells date, title and publisher."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from kg.errors import SourceError
from kg.records import Article
from kg.sources_to_articles.text import article_id

_SCRIPT = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEWS_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
)


def article_from_html(source: str, page: str) -> Article:
    """The article in a page. Raises SourceError when the page holds none (a list of links, a form, a script)."""
    import trafilatura  # noqa: PLC0415 - a third of a second that plain text must not pay

    found = trafilatura.bare_extraction(page, favor_precision=True, include_comments=False, with_metadata=True)
    data = found.as_dict() if found is not None else {}
    body = (data.get("text") or "").strip()
    if not body:
        raise SourceError(f"{source}: no article in the page")
    told = _json_ld(page)
    title = told.get("headline") or data.get("title") or None
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    published = _published(told, data)
    return Article(
        id=article_id(text),
        source=source,
        text=text,
        title=title,
        published=published,
        published_from="metadata" if published else None,
        publisher=_name(told.get("publisher")) or data.get("sitename") or None,
        authors=tuple(_names(told.get("author"))) or _split(data.get("author")),
        url=data.get("url") or None,
    )


def _published(told: dict[str, Any], data: dict[str, Any]) -> str | None:
    """JSON-LD first, since it keeps time and zone; trafilatura's date is the day."""
    for value in (told.get("datePublished"), data.get("date")):
        if isinstance(value, str) and _ISO_DAY.match(value):
            return value
    return None


def _json_ld(page: str) -> dict[str, Any]:
    """The first news article object of the page's JSON-LD; {} if there is none. Broken JSON is passed over."""
    for script in _SCRIPT.findall(page):
        try:
            data = json.loads(script, strict=False)
        except json.JSONDecodeError:
            continue  # many pages carry one broken block beside a good one
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(k in _NEWS_TYPES for k in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item)
    elif isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph", []))


def _name(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return next(iter(_names(value)), None)


def _names(value: Any) -> list[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def _split(authors: str | None) -> tuple[str, ...]:
    return tuple(a.strip() for a in (authors or "").split(";") if a.strip())
