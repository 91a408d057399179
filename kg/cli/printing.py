"""What a command prints: data on standard output, all else on standard error; files are written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

import typer

from kg.files import write_text
from kg.pipeline import Progress
from kg.records import Article, Issue


def use_utf8() -> None:
    """Make standard output UTF-8 with plain line feeds, whatever the machine's habits: the same bytes everywhere."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def put(text: str) -> None:
    """Write data to standard output. A reader that has read enough (``| head``) ends the command without an error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in the buffer goes nowhere
        raise typer.Exit from None


def say(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


@contextmanager
def writer(output: str) -> Iterator[Callable[[str], None]]:
    """A function that writes text to a file (whole or not at all), or to standard output if ``output`` is ``-``."""
    if output == "-":
        yield put
        return
    parts: list[str] = []
    yield parts.append
    write_text(Path(output), "".join(parts))


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A spinner with the article at work, on a terminal only."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} articles"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def step(article: Article) -> None:
            bar.update(task, advance=1, description=Path(article.source).name)

        yield step


def report(found: Iterable[Issue]) -> int:
    """Print the issues that ask for somebody's attention, one a line; the exit code: 1 if there are any, else 0."""
    serious = [issue for issue in found if issue.level != "info"]
    for issue in serious:
        say(f"{issue.level}: {issue.message}")
    return 1 if serious else 0
