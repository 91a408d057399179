"""The report on disk: written whole or not at all, and never over files that are not an earlier report's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kg.errors import KgError
from kg.files import make_folder, replace_folder

MANIFEST = "report.json"
"""The list of the report's files, by which a later report knows that it may take its place."""

_MAKER = "newskg report"


def write_report(pages: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write pages, given as path and HTML, into a folder; the number of pages.

    An earlier report there is replaced in one step. Raises KgError, before anything is written, if the folder holds
    anything else, and if it cannot be written.
    """
    folder = folder.absolute()
    require_own(folder)
    make_folder(folder.parent)
    names: list[str] = []
    try:
        with replace_folder(folder) as fresh:
            fresh.mkdir()
            for path, html in pages:
                names.append(path)
                (fresh / path).parent.mkdir(exist_ok=True)
                (fresh / path).write_text(html, encoding="utf-8", newline="\n")
            listed = json.dumps({"made by": _MAKER, "files": sorted(names)}, indent=1) + "\n"
            (fresh / MANIFEST).write_text(listed, encoding="utf-8", newline="\n")
    except OSError as error:
        raise KgError(f"{folder}: the report cannot be written: {error.strerror or error}") from error
    return len(names)


def require_own(folder: Path) -> None:
    """Make sure that nothing is lost if a folder is replaced: there is none, it is empty, or all in it is a report.

    Raises KgError that names a file which is not a report's.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise KgError(f"{folder}: is a file or a link; give a folder for the report")
    if not folder.is_dir():
        return
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_symlink() or not p.is_dir())
    own = _own(folder)
    if foreign := next((name for name in found if name not in own), None):
        raise KgError(f"{folder}: holds {foreign!r}, which is no part of a report; give an empty or a new folder")


def _own(folder: Path) -> frozenset[str]:
    """The files that an earlier report wrote; none if there is no list of them."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    if not isinstance(listed, dict) or listed.get("made by") != _MAKER or not isinstance(listed.get("files"), list):
        return frozenset()
    return frozenset({MANIFEST, *(name for name in listed["files"] if isinstance(name, str))})
