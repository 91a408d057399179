"""Writing so that nothing is ever half there: a new file or folder takes the place of the old one in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import KgError


def make_folder(folder: Path) -> None:
    """Make the folder and those above it; one that is there is left as it is. Raises KgError if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise KgError(f"{folder}: is a file; give a folder to write to") from error
    except OSError as error:
        raise KgError(f"{folder}: cannot be made: {error.strerror}") from error


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with line ends as given, through a temporary file beside the target.

    Raises KgError if that is not possible; what stood there before then stands there still.
    """
    if path.is_dir():
        raise KgError(f"{path}: is a folder; give a file to write to")
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8", newline="")
        os.replace(fresh, path)  # noqa: PTH105 - replace across platforms, atomically
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise KgError(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def replace_folder(folder: Path) -> Iterator[Path]:
    """The path of a folder to make and fill; it takes the place of ``folder`` when the block ends well.

    When the block raises, ``folder`` stays as it was. Raises OSError if the folders cannot be exchanged.
    """
    fresh, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    if old.exists() and not folder.exists():  # a run that was killed between the two renames below
        old.rename(folder)
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    yield fresh
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
