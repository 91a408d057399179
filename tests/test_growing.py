"""``kg add`` and ``kg remove``: the folder they leave is the folder of a build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import EXAMPLES, Ended

from kg.errors import KgError
from kg.pipeline import add_from
from kg.rdf_store import change_store, open_store
from kg.settings import Settings
from kg.store_to_files import FILES

Kg = Callable[..., Ended]
FEW = ("copper-strike-company.txt", "copper-strike-union.txt", "straits-talks-agency.txt")


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


@pytest.fixture(scope="module")
def all_at_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kg.pipeline import build

    folder = tmp_path_factory.mktemp("once")
    build([str(EXAMPLES / name) for name in FEW], folder, Settings())
    return folder


def test_added_one_by_one_is_built_at_once(kg: Kg, tmp_path: Path, all_at_once: Path) -> None:
    for name in reversed(FEW):
        assert kg("add", EXAMPLES / name, "-o", tmp_path, "--no-page").code in (0, 1)
        assert sorted(p.name for p in tmp_path.iterdir()) == ["store"]
    ended = kg("remove", FEW[0], "-o", tmp_path)
    assert "now 2 articles" in ended.err
    ended = kg("add", EXAMPLES / FEW[0], "-o", tmp_path)
    assert "now 3 articles" in ended.err
    assert files(tmp_path) == files(all_at_once)
    assert set(open_store(tmp_path).quads()) == set(open_store(all_at_once).quads())


def test_a_changed_file_takes_the_place_of_its_earlier_version(kg: Kg, tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    for met in ("Per Aune", "Eva Lind"):
        page.write_text(f"Oslo, March 5, 2024\n\nIda Moen met {met} in Oslo on Tuesday.\n", encoding="utf-8")
        kg("add", page, "-o", tmp_path / "out")
    graph = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    assert "Eva Lind" in graph
    assert "Aune" not in graph


def test_what_an_interrupted_run_left_is_done_first(
    tmp_path: Path, all_at_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database has the article, the store not yet: it still answers as before, and the next run brings it up."""
    from kg import pipeline
    from kg.claims_jsonl import loads

    shutil.copytree(all_at_once, tmp_path / "out")
    before = set(open_store(tmp_path / "out").quads())
    text = (all_at_once / "claims.jsonl").read_text(encoding="utf-8").replace(FEW[0], "again.txt")
    records = list(loads(text.split("\n")))

    def cut(*_: object) -> None:
        raise KgError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "_carry", lambda project, _: cut() if project.journal().added else None)
        with pytest.raises(KgError, match="power cut"):
            add_from(records, tmp_path / "out", Settings())
    assert set(open_store(tmp_path / "out").quads()) == before
    add_from(records, tmp_path / "out", Settings())
    after = {str(q.object) for q in set(open_store(tmp_path / "out").quads()) - before}
    assert '"again.txt"' in after


ERRORS = [
    (("remove", "nothing.txt"), "no such article in this store"),
    (("add", EXAMPLES / FEW[0], "--policy", "open"), "made with policy 'strict', not 'open'"),
    (("add", "nothing.txt"), "nothing.txt: no such file"),
]


@pytest.mark.parametrize(("command", "message"), ERRORS)
def test_errors_change_nothing(
    kg: Kg, tmp_path: Path, all_at_once: Path, command: tuple[str, ...], message: str
) -> None:
    shutil.copytree(all_at_once, tmp_path / "out")
    ended = kg(*command, "-o", tmp_path / "out")
    assert (ended.code, message in ended.err) == (2, True), ended.err
    assert files(tmp_path / "out") == files(all_at_once)


def test_a_folder_without_a_store_cannot_shrink(kg: Kg, tmp_path: Path) -> None:
    assert "no store that can grow" in kg("remove", "a.txt", "-o", tmp_path).err


def test_changing_a_store_twice_is_changing_it_once(tmp_path: Path, all_at_once: Path) -> None:
    shutil.copytree(all_at_once / "store", tmp_path / "store")
    line = "<https://example.org/a> <https://example.org/b> <https://example.org/c> ."
    gone = (all_at_once / "graph.nq").read_text(encoding="utf-8").split("\n")[0]
    for _ in range(2):
        change_store(tmp_path / "store", [line], [gone])
    before, after = (set(map(str, open_store(f).quads())) for f in (all_at_once, tmp_path))
    assert (len(after - before), len(before - after)) == (1, 1)
