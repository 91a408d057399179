"""The README promises nothing that is not there: its commands, options, outputs, files and code are tried."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main
from conftest import ROOT, Ended

from kg.cli import app
from kg.rdf_to_answers import questions

Kg = Callable[..., Ended]

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def shell_lines(text: str) -> list[str]:
    """The commands of all console blocks, without comments, prompts and output."""
    out = []
    for block in blocks(text, "console"):
        lines = block.splitlines()
        prompted = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        out += prompted or lines
    return [re.sub(r"\s+# .*", "", line) for line in out]


KG_LINES = [line for line in shell_lines(README) + shell_lines(CONTRIBUTING) if line.startswith("kg ")]
SHOWN = [block for block in blocks(README, "console") if block.startswith("$ kg query ")]


def options(command: str) -> set[str]:
    """The options of a command; a switch that is on by default counts by the name that turns it off."""
    named = [p.secondary_opts or p.opts for p in COMMANDS[command].params]
    return {name for names in named for name in names if name.startswith("-")}


@pytest.mark.parametrize("line", KG_LINES)
def test_every_command_shown_exists_with_its_options(line: str) -> None:
    words = shlex.split(re.sub(r"[<>] \S+", "", line))
    assert words[1] in COMMANDS
    given = {w for w in words[2:] if re.fullmatch(r"-\w|--[\w-]+", w)}
    assert given <= options(words[1]) | {"--help", "--version"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_shown(command: str) -> None:
    assert any(line.split()[1] == command for line in KG_LINES)


@pytest.mark.parametrize("option", sorted({o for c in COMMANDS for o in options(c) if o.startswith("--")} - {"--help"}))
def test_every_option_is_shown(option: str) -> None:
    short = {"--output": "-o", "--param": "-p"}.get(option, option)
    assert re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", README)


def test_every_command_and_option_has_help() -> None:
    for name, command in COMMANDS.items():
        assert command.help, name
        for parameter in command.params:
            assert parameter.help, (name, parameter.name)


def test_every_question_is_listed_and_no_other() -> None:
    (section,) = re.findall(r"## Named questions\n(.*?)\n## ", README, re.DOTALL)
    assert re.findall(r"^\| `([\w-]+)` \|", section, re.MULTILINE) == [q.name for q in questions()]


@pytest.mark.parametrize("block", SHOWN, ids=lambda b: b.split("\n")[0])
def test_outputs_shown_are_real(kg: Kg, built: Path, block: str) -> None:
    command, _, shown = block.removeprefix("$ ").partition("\n")
    args = [str(built) if word in ("output", "output/") else word for word in shlex.split(command)[1:]]
    assert kg(*args) == Ended(0, shown, "")


def test_the_turtle_shown_is_real(built: Path) -> None:
    (shown,) = blocks(README, "turtle")
    real = {line.strip(" \t;.") for line in (built / "graph.ttl").read_text(encoding="utf-8").splitlines()}
    lines = [line.strip(" \t;.") for line in shown.splitlines() if line.strip() and not line.startswith("#")]
    assert [line for line in lines if line not in real] == []


def test_the_python_shown_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = blocks(README, "python")
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    scope: dict[str, Any] = {}
    exec(compile(code, "README.md", "exec"), scope)
    assert "reportedFact" in capsys.readouterr().out
    assert scope["claims"]
    assert (tmp_path / "output" / "page.html").is_file()


@pytest.mark.parametrize("line", [x for x in shell_lines(README) + shell_lines(CONTRIBUTING) if x.startswith("make ")])
def test_every_make_target_shown_exists(line: str) -> None:
    assert re.search(rf"^{line.split()[1]}:", MAKEFILE, re.MULTILINE)


def test_contributing_shows_what_make_test_runs() -> None:
    (recipe,) = re.findall(r"^test:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    run = [line.strip().replace("$(BIN)", ".venv/bin") for line in recipe.splitlines()]
    assert blocks(CONTRIBUTING, "console")[1].splitlines() == run
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "make test"
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_file_linked_or_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = {target for target in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in target}
    named = set(re.findall(r"`((?:kg|tests|ontology|examples|benchmarks|\.ci)/[\w./-]*)`", text))
    assert linked | named
    assert [path for path in sorted(linked | named) if not (ROOT / path).exists()] == []


def test_the_licences_of_the_data_are_named() -> None:
    for licence in ("Apache-2.0", "CC BY 4.0", "CC BY 2.5", "GeoNames", "Wikinews"):
        assert licence in README
    assert "CC BY 4.0" in (ROOT / "ontology" / "places.tsv").read_text(encoding="utf-8")[:200]
