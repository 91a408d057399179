"""Sources in, articles out: one reader a format. What cannot be read becomes an issue, and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import SourceError
from kg.records import Article, Issue
from kg.sources_to_articles.html import article_from_html
from kg.sources_to_articles.text import article_from_text, check_english, check_length, decode

Reader = Callable[[str, str], Article]

READERS: dict[str, Reader] = {
    ".txt": article_from_text,
    ".md": article_from_text,
    ".html": article_from_html,
    ".htm": article_from_html,
}
"""By file suffix; a file of any other suffix is read as HTML if it starts like a page, else as plain text."""

MARKUP = 5
"""A page may be this many times as long as the article in it; longer ones would take minutes to take apart."""


def read_articles(
    paths: Iterable[str], *, max_characters: int = 250_000, repeats: list[Article] | None = None
) -> Iterator[Article | Issue]:
    """One article a source, in the order of the sources' names; folders are searched, ``-`` is standard input.

    The same text from two sources is one article; the later source is named in an issue of level info, and what it
    gave, which may know its publisher or date, is put into ``repeats``.
    """
    seen: dict[str, str] = {}
    for path in _expand(paths):
        source = _printable(path)
        try:
            article = _read(path, source, max_characters)
        except SourceError as error:
            yield Issue(source, "error", str(error))
            continue
        if article.id in seen:
            if repeats is not None:
                repeats.append(article)
            yield Issue(source, "info", f"{source}: same text as {seen[article.id]}; read once")
            continue
        seen[article.id] = source
        yield article


def _expand(paths: Iterable[str]) -> list[str]:
    out: dict[str, None] = {}
    for given in paths:
        folder = Path(given)
        if given != "-" and folder.is_dir():
            found = [p for p in folder.rglob("*") if p.suffix.lower() in READERS and p.is_file()]
            out |= dict.fromkeys(p.as_posix() for p in found) if found else {given: None}
        else:
            out[given] = None
    return sorted(out)


def _read(path: str, source: str, max_characters: int) -> Article:
    data = sys.stdin.buffer.read() if path == "-" else _bytes(Path(path), source)
    text = decode(source, data)
    reader = READERS.get(Path(source).suffix.lower()) or (article_from_html if _is_page(text) else article_from_text)
    check_length(source, text, max_characters * (MARKUP if reader is article_from_html else 1))
    article = reader(source, text)
    check_length(source, article.text, max_characters)
    check_english(article)
    return article


def _printable(path: str) -> str:
    """A path in characters that UTF-8 can hold; a file's name may be any bytes."""
    return path.encode("utf-8", "replace").decode()


def _bytes(path: Path, source: str) -> bytes:
    if path.is_dir():
        raise SourceError(f"{source}: folder without articles (looked for {', '.join(READERS)})")
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{source}: no such file") from error
    except OSError as error:
        raise SourceError(f"{source}: cannot be read: {error.strerror}") from error


def _is_page(text: str) -> bool:
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    return start.startswith(("<!doctype html", "<html", "<?xml")) or "<body" in start
