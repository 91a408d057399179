"""Fixtures shared by all tests."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.pipeline import Summary

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "articles"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default language pipeline, loaded once a session."""
    from kg.articles_to_docs.language import load

    return load()


@pytest.fixture(scope="session")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """What a build of the example articles says it made; built once a session."""
    from kg.pipeline import build
    from kg.settings import Settings

    return build([str(EXAMPLES)], tmp_path_factory.mktemp("built"), Settings())


@pytest.fixture(scope="session")
def built(summary: Summary) -> Path:
    """The folder of the built example articles. Read it, write nothing into it."""
    return summary.output


class Ended(NamedTuple):
    """How a command ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Runs the command ``kg`` in this process: ``kg("query", folder, "timeline", stdin="…")``."""
    from kg.cli import main

    def run(*args: object, stdin: str | bytes = "") -> Ended:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ended(int(ended.value.code or 0), out, err)

    return run
