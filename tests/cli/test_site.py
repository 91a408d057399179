"""``kg report``: a folder of pages, or one line that says why not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT, Ended

PORT_ALDER = Path(__file__).parent.parent / "data" / "port_alder.trig"
Run = Callable[..., Ended]


def test_a_report_of_a_graph_file(kg: Run, tmp_path: Path) -> None:
    ended = kg("report", PORT_ALDER, "-o", tmp_path / "report", "--title", "Port Alder")
    assert (ended.code, ended.out) == (0, "")
    assert f"report: {tmp_path / 'report' / 'index.html'}" in ended.err
    assert "<h1>Port Alder</h1>" in (tmp_path / "report" / "index.html").read_text(encoding="utf-8")


def test_a_folder_of_other_files_is_refused_before_anything_is_read(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ended = kg("report", PORT_ALDER, "-o", tmp_path)
    assert ended.code == 2
    assert ended.err.startswith(f"kg: {tmp_path}: holds 'mine.txt'")
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_a_graph_without_articles_is_no_report(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("")
    ended = kg("report", tmp_path / "empty.ttl", "-o", tmp_path / "report")
    assert (ended.code, ended.err) == (
        2, "kg: no article in this graph, so there is nothing to report; `kg build` makes a graph\n",
    )  # fmt: skip
    assert not (tmp_path / "report").exists()


def test_how_sure_a_reading_must_be_can_be_said(kg: Run, tmp_path: Path) -> None:
    for name, asked in (("all", "0"), ("none", "1")):
        assert kg("report", PORT_ALDER, "-o", tmp_path / name, "--confidence", asked).code == 0
    assert "tell of 4 events and 1 statements" not in (tmp_path / "none" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "all" / "events" / "2025-03.html").is_file()
    assert not (tmp_path / "none" / "events" / "2025-03.html").exists()


def test_the_same_bytes_whatever_the_order_of_sets(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        run = [sys.executable, "-m", "kg", "report", str(PORT_ALDER), "-o", str(folder)]
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run(run, check=True, capture_output=True, cwd=tmp_path, env=env)
        made.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()})
    assert made[0] == made[1]
    assert len(made[0]) > 15
