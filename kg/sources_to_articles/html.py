"""An HTML page to an article: trafilatura finds the text, the page's own JSON-LD tells date, title and publisher."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Any

from kg.errors import SourceError
from kg.records import Article
from kg.sources_to_articles.text import article_id

_SCRIPT = re.compile(r"<script[^>]+application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# An article has at least one sentence: words enough, and a mark at the end. Menus and lists of headlines have none.
_SENTENCE = re.compile(r"(?:\S+\s+){5}.*[.!?…][\"'”’»)\]]*\s*$", re.MULTILINE)
# Dates from the page's metadata only: an extensive search takes "© 2024" or a day the text speaks of for the date.
_DATES = {"extensive_search": False, "original_date": True}
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

    found = trafilatura.bare_extraction(
        page, favor_precision=True, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    data: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    body = (data.get("text") or "").strip()
    if not _SENTENCE.search(body):
        raise SourceError(f"{source}: no article in the page")
    told = _json_ld(page)
    title = _name(told.get("headline")) or data.get("title") or None
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
        if isinstance(value, str) and (found := _moment(value.strip())):
            return found
    return None


def _moment(value: str) -> str | None:
    """An ISO day or moment as Python writes it; the day alone if the clock cannot be read, None if there is no day."""
    if not (day := _ISO_DAY.match(value)):
        return None
    try:
        return datetime.fromisoformat(value).isoformat(timespec="seconds") if value != day[0] else _day(value)
    except ValueError:
        return _day(day[0])


def _day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:  # no such day in the calendar
        return None


def _json_ld(page: str) -> dict[str, Any]:
    """The first news article object of the page's JSON-LD; {} if there is none. Broken JSON is passed over."""
    for script in _SCRIPT.findall(page):
        try:
            data = json.loads(script, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue  # many pages carry one broken block beside a good one
        for node in _nodes(data):
            kinds = node.get("@type")
            if any(k in _NEWS_TYPES for k in (kinds if isinstance(kinds, list) else [kinds])):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON
    waiting = [data]
    while waiting:  # no recursion: a page may nest as deep as it likes
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            yield item
            waiting.append(item.get("@graph"))


def _name(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return next(iter(_names(value)), None)


def _names(value: Any) -> list[str]:  # noqa: ANN401 - any JSON
    """The texts in a value: itself, those of a list, or the name of an object."""
    out, waiting = [], [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            waiting.append(item.get("name"))
        elif isinstance(item, str) and (text := _clean(item)):
            out.append(text)
    return out


def _clean(text: str) -> str:
    """Without HTML escapes, and without the halves of characters that JSON may hold and UTF-8 may not."""
    return unescape(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def _split(authors: str | None) -> tuple[str, ...]:
    return tuple(a.strip() for a in (authors or "").split(";") if a.strip())
