"""Articles to the records of their claims, article by article in order, on one processor core or on all of them."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.records import Article, Record
from kg.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

BATCH = 16
"""Articles that are parsed together."""

WORTH_IT = 30_000
"""Characters from which more processes gain more than they cost: some five thousand words, a second or two."""

Found = tuple[Article, list[Record]]
"""An article as it was read, and the records of what it says."""


def found_in(articles: Iterable[Article], settings: Settings) -> Iterator[Found]:
    """What each article says, in the order of the articles; the same whatever the number of processes.

    Raises KgError when the language model or the resolver is not installed, or a process was ended from outside.
    """
    from kg.articles_to_docs.language import load  # noqa: PLC0415 - spaCy is imported when work begins

    load(settings.model)  # told here when it is missing; and a forked process has it already
    articles = iter(articles)
    count = settings.processes or _cores()
    first = list(islice(articles, count * BATCH))
    if count == 1 or sum(len(a.text) for a in first) < WORTH_IT:
        yield from _read(chain(first, articles), settings)
        return
    size = min(BATCH, -(-len(first) // count))
    yield from _in_processes(_batches(chain(first, articles), size), settings, count)


def _cores() -> int:
    """The cores that this process may use, where processes can be forked; else one.

    A process that is not forked runs the user's program again from its first line, and loads the model again: that is
    only done when it is asked for.
    """
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _read(articles: Iterable[Article], settings: Settings) -> Iterator[Found]:
    from kg.articles_to_docs import read  # noqa: PLC0415
    from kg.articles_to_docs.language import load  # noqa: PLC0415
    from kg.docs_to_claims import claims  # noqa: PLC0415

    for reading in read(articles, load(settings.model), settings.published, settings.coreference):
        yield reading.article, [record for record in claims(reading) if record is not reading.article]


def _in_processes(batches: Iterable[Sequence[Article]], settings: Settings, count: int) -> Iterator[Found]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    waiting: deque[Future[list[Found]]] = deque()
    pool = _pool(count)
    try:
        for batch in batches:
            waiting.append(pool.submit(_read_all, batch, settings))
            if len(waiting) > 2 * count:  # what is read ahead is bounded
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise KgError("a reading process was ended, perhaps for want of memory: try KG_PROCESSES=1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(articles: Iterator[Article], size: int) -> Iterator[list[Article]]:
    while batch := list(islice(articles, size)):
        yield batch


def _pool(count: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    how = get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(count, mp_context=how, initializer=signal.signal, initargs=_IGNORED)


_IGNORED = (signal.SIGINT, signal.SIG_IGN)
"""Who interrupts the run interrupts the process that asked; it ends the others."""


def _read_all(articles: Sequence[Article], settings: Settings) -> list[Found]:
    return list(_read(articles, settings))
