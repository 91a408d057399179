"""The same records in the same order, on one core or on several; what is read ahead is bounded; a death is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import articles_to_claims
from kg.articles_to_claims import BATCH, Found, found_in
from kg.errors import KgError
from kg.records import Article
from kg.settings import Settings
from kg.sources_to_articles import read_articles
from kg.sources_to_articles.text import article_id

EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"


@pytest.fixture(autouse=True)
def _always_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles_to_claims, "WORTH_IT", 0)


def examples() -> list[Article]:
    return [a for a in read_articles([str(EXAMPLES)]) if isinstance(a, Article)]


def many(number: int) -> Iterator[Article]:
    for n in range(number):
        text = f"Minister {n}\n\nAna Ruiz met Tomas Berg in Oslo on March {n % 28 + 1}, 2031."
        yield Article(article_id(text), f"{n}.txt", text)


@pytest.mark.parametrize("processes", [2, 3])
def test_any_number_of_processes_finds_the_same(processes: int) -> None:
    alone = list(found_in(examples(), Settings(processes=1)))
    assert len(alone) == 10
    assert list(found_in(examples(), Settings(processes=processes))) == alone


def test_the_order_is_that_of_the_articles() -> None:
    given = list(many(3 * BATCH + 5))
    assert [article.id for article, _ in found_in(given, Settings(processes=2))] == [a.id for a in given]


def test_articles_are_read_as_they_are_needed() -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for article in many(20 * BATCH):
            taken.append(article)
            yield article

    next(found := found_in(articles(), Settings(processes=2)))
    assert len(taken) <= 7 * BATCH  # two batches for each process wait, and the first are looked at before
    found.close()  # type: ignore[attr-defined]


def test_little_text_is_read_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles_to_claims, "WORTH_IT", 10_000)
    monkeypatch.setattr(articles_to_claims, "_pool", None)  # would fail if it were asked for
    assert len(list(found_in(many(5), Settings(processes=4)))) == 5


def killed(*_: object) -> list[Found]:
    os._exit(1)


def test_a_process_that_is_killed_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles_to_claims, "_read_all", killed)
    with pytest.raises(KgError, match="KG_PROCESSES=1"):
        list(found_in(many(3), Settings(processes=2)))


def test_a_missing_model_is_told_before_any_process_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles_to_claims, "_pool", None)
    with pytest.raises(KgError, match="not installed"):
        list(found_in(many(3), Settings(model="no_such_model", processes=2)))


def test_nothing_gives_nothing() -> None:
    assert list(found_in([], Settings(processes=2))) == []
