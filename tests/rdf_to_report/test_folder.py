"""Where a report is written: whole or not at all, never over anything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.rdf_to_report.folder import MANIFEST, write_report

PAGES = [("index.html", "<p>one</p>"), ("people/ana.html", "<p>Ana</p>")]


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_new_folder(tmp_path: Path) -> None:
    assert write_report(PAGES, tmp_path / "deep" / "report") == 2
    assert sorted(files(tmp_path / "deep" / "report")) == ["index.html", "people/ana.html", MANIFEST]


def test_an_earlier_report_is_replaced_with_all_its_pages(tmp_path: Path) -> None:
    write_report(PAGES, tmp_path / "report")
    write_report([("index.html", "<p>two</p>")], tmp_path / "report")
    assert sorted(files(tmp_path / "report")) == ["index.html", MANIFEST]
    assert files(tmp_path / "report")["index.html"] == "<p>two</p>"


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    assert write_report(PAGES, tmp_path / "report") == 2


@pytest.mark.parametrize("name", ["index.html", "notes.txt", "people/notes.txt", MANIFEST])
def test_other_files_are_never_lost(tmp_path: Path, name: str) -> None:
    """Nor a page of somebody else's, nor a file put into an earlier report."""
    folder = tmp_path / "report"
    if name.startswith("people/"):
        write_report(PAGES, folder)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("{}")
    before = files(folder)
    with pytest.raises(KgError, match=f"report: holds '{name}', which is no part of a report"):
        write_report(PAGES, folder)
    assert files(folder) == before


@pytest.mark.parametrize("listed", ["[]", '{"made by": "newskg report", "files": 3}', "not JSON"])
def test_a_list_of_files_that_is_none(tmp_path: Path, listed: str) -> None:
    (tmp_path / MANIFEST).write_text(listed)
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(KgError, match="which is no part of a report"):
        write_report(PAGES, tmp_path)


def test_a_file_or_a_link_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "kept").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    for name in ("file", "link"):
        with pytest.raises(KgError, match="is a file or a link"):
            write_report(PAGES, tmp_path / name)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_run_that_fails_leaves_the_earlier_report(tmp_path: Path) -> None:
    write_report(PAGES, tmp_path / "report")
    before = files(tmp_path / "report")

    def broken() -> Iterator[tuple[str, str]]:
        yield "index.html", "<p>half</p>"
        raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError):
        write_report(broken(), tmp_path / "report")
    assert files(tmp_path / "report") == before
