"""Many sources in: their order, folders, duplicates, formats, and issues for what cannot be read."""

from __future__ import annotations

import io
import itertools
import os
import sys
from pathlib import Path

import pytest

from kg.articles_to_support import unite
from kg.records import Article, Issue
from kg.sources_to_articles import read_articles

FIRST, SECOND = "A ship sank off Larvik.\n", "The port of Horten was closed.\n"
PAGE = "<html><body><article><p>The port of Larvik was closed on Monday after the storm.</p></article></body></html>"


def write(folder: Path, **files: str) -> list[str]:
    out = []
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        out.append(path.as_posix())
    return out


def sources(found: object) -> list[str]:
    return [Path(a.source).name for a in found if isinstance(a, Article)]  # type: ignore[attr-defined]


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    paths = write(tmp_path, b_txt=FIRST, a_txt=SECOND, c_txt=FIRST + SECOND)
    results = [list(read_articles(given)) for given in itertools.permutations(paths)]
    assert sources(results[0]) == ["a.txt", "b.txt", "c.txt"]
    assert all(result == results[0] for result in results)


def test_folders_are_searched_by_suffix(tmp_path: Path) -> None:
    write(
        tmp_path, a_TXT=FIRST, deep__er__b_html=PAGE, c_htm=PAGE.replace("Monday", "Friday"), d_md=SECOND, e_csv="1,2"
    )
    assert sources(read_articles([str(tmp_path)])) == ["a.TXT", "c.htm", "d.md", "b.html"]


def test_a_folder_and_a_file_in_it_are_read_once(tmp_path: Path) -> None:
    (path,) = write(tmp_path, a_txt=FIRST)
    assert [type(r) for r in read_articles([path, str(tmp_path), path])] == [Article]


def test_an_empty_folder_is_an_issue(tmp_path: Path) -> None:
    (found,) = read_articles([str(tmp_path)])
    assert found == Issue(
        str(tmp_path), "error", f"{tmp_path}: folder without articles (looked for .txt, .md, .html, .htm)"
    )


def test_the_same_text_twice_is_one_article(tmp_path: Path) -> None:
    a, b, other = write(tmp_path, a_txt=FIRST, b_txt=FIRST, c_txt=SECOND)
    found = list(read_articles([other, b, a]))
    assert sources(found) == ["a.txt", "c.txt"]
    assert [r for r in found if isinstance(r, Issue)] == [Issue(b, "info", f"{b}: same text as {a}; read once")]


def test_what_a_second_source_of_a_text_knows_is_kept(tmp_path: Path) -> None:
    a, b, other = write(tmp_path, a_txt=FIRST, b_txt=FIRST, c_txt=SECOND)
    repeats: list[Article] = []
    first, _, _ = read_articles([other, b, a], repeats=repeats)
    assert isinstance(first, Article)
    assert [(r.id, r.source) for r in repeats] == [(first.id, b)]
    (article,) = unite([first, *repeats])
    assert (article.source, article.locations) == (a, (b,))


def test_what_cannot_be_read_leaves_the_rest(tmp_path: Path) -> None:
    a, b, c = write(tmp_path, a_txt="", b_txt=FIRST, c_html="<html></html>")
    found = list(read_articles([a, b, c, str(tmp_path / "none.txt")]))
    assert sources(found) == ["b.txt"]
    assert [(r.level, r.message) for r in found if isinstance(r, Issue)] == [
        ("error", f"{a}: empty"),
        ("error", f"{c}: no article in the page"),
        ("error", f"{tmp_path}/none.txt: no such file"),
    ]


@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\ufeff\n<!doctype HTML>", "<?xml version='1.0'?>", ""])
def test_a_file_of_another_suffix_is_read_by_how_it_begins(tmp_path: Path, start: str) -> None:
    page, text = write(tmp_path, page="", text=FIRST)
    Path(page).write_bytes((start + PAGE).encode())
    found = [a for a in read_articles([page, text]) if isinstance(a, Article)]
    assert "<" not in found[0].text
    assert found[1].text == FIRST


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfA ship\r\nsank.\r\n")))
    (article,) = read_articles(["-"])
    assert isinstance(article, Article)
    assert (article.source, article.text) == ("-", "\ufeffA ship\r\nsank.\r\n")


def test_a_name_of_any_bytes_gives_a_source_that_can_be_written(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_bytes(FIRST.encode())
    Path(path + "x").write_bytes(b"")
    for found in read_articles([path, path + "x"]):
        (found.source if isinstance(found, Article) else found.message + found.article).encode()


def test_a_page_may_be_longer_than_its_article(tmp_path: Path) -> None:
    (path,) = write(tmp_path, a_html=PAGE.replace("<body>", "<body><!--" + "x" * 100 + "-->"))
    assert len(sources(read_articles([path], max_characters=100))) == 1
    (issue,) = read_articles([path], max_characters=20)
    assert isinstance(issue, Issue)
    assert "characters, more than 100" in issue.message
