"""Writing so that nothing is ever half there: a new file or folder takes the place of the old one in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 with line ends as given, through a temporary file beside the target."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8", newline="")
        os.replace(fresh, path)  # noqa: PTH105 - replace across platforms, atomically
    except OSError as error:
        raise KgError(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def replace_folder(folder: Path) -> Iterator[Path]:
    """An empty folder to fill, which takes the place of ``folder`` when the block ends well."""
    fresh, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    yield fresh
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
