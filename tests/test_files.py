"""What is written is whole, or what stood there before still stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.files import make_folder, replace_folder, write_text

# Text with every kind of line end, a byte order mark and a character beyond the basic plane.
TEXT = "\ufeffa\r\nb\rc\n\u2028Łódź 🕒\n"


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_text_is_written_as_given(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "a.txt", TEXT)
    assert (tmp_path / "new" / "a.txt").read_bytes() == TEXT.encode()
    assert names(tmp_path / "new") == ["a.txt"]


def test_a_file_is_replaced_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")
    seen = []
    replace = os.replace
    monkeypatch.setattr(os, "replace", lambda a, b: (seen.append(path.read_text(encoding="utf-8")), replace(a, b)))
    write_text(path, "new")
    assert seen == ["old"]
    assert path.read_text(encoding="utf-8") == "new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")

    def full(*paths: Path) -> None:
        assert paths == (tmp_path / ".a.txt.new", path)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(KgError, match=r"a\.txt: cannot be written: No space left on device"):
        write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


def test_files_and_folders_are_not_mixed_up(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(KgError, match="is a folder; give a file"):
        write_text(tmp_path, "x")
    with pytest.raises(KgError, match="is a file; give a folder"):
        make_folder(tmp_path / "file")
    with pytest.raises(KgError, match="file/below: cannot be made"):
        make_folder(tmp_path / "file" / "below")
    with pytest.raises(KgError, match="cannot be written"):
        write_text(tmp_path / "file" / "below" / "a.txt", "x")


def test_a_folder_that_is_there_keeps_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    make_folder(tmp_path)
    assert names(tmp_path) == ["a.txt"]


def filled(folder: Path, content: str) -> None:
    with replace_folder(folder) as fresh:
        fresh.mkdir()
        (fresh / "data").write_text(content, encoding="utf-8")


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    for content in ("old", "new"):
        filled(tmp_path / "store", content)
        assert names(tmp_path) == ["store"]
        assert (tmp_path / "store" / "data").read_text(encoding="utf-8") == content


def test_a_folder_stays_when_filling_the_new_one_fails(tmp_path: Path) -> None:
    filled(tmp_path / "store", "old")
    with pytest.raises(KeyError), replace_folder(tmp_path / "store"):
        raise KeyError
    with pytest.raises(FileNotFoundError), replace_folder(tmp_path / "store") as fresh:
        (fresh / "data").write_text("new", encoding="utf-8")
    assert (tmp_path / "store" / "data").read_text(encoding="utf-8") == "old"


def test_a_run_killed_between_two_renames_loses_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "store", "old")
    (tmp_path / "store").rename(tmp_path / ".store.old")
    with pytest.raises(RuntimeError), replace_folder(tmp_path / "store"):
        raise RuntimeError
    assert (tmp_path / "store" / "data").read_text(encoding="utf-8") == "old"
