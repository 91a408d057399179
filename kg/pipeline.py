"""The whole way on one screen: sources to articles, docs, claims, entities, RDF, store, network and page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from kg.claims_jsonl import dumps, loads
from kg.errors import ClaimError, KgError
from kg.files import make_folder, write_text
from kg.records import Article, Entity, Event, Issue, Record, Relation, Statement
from kg.settings import Settings

CLAIMS = ".jsonl"
"""The suffix of claims files."""

Progress = Callable[[Article], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build made, in numbers, and where it lies."""

    articles: int
    claims: int
    entities: int
    facts: int
    issues: tuple[Issue, ...]
    output: Path


def extract(paths: Iterable[str], settings: Settings, progress: Progress | None = None) -> Iterator[Record]:
    """All records of all sources, article by article in the order of the sources' names."""
    from kg.articles_to_docs import read  # noqa: PLC0415 - spaCy is imported when work begins
    from kg.articles_to_docs.language import load  # noqa: PLC0415
    from kg.docs_to_claims import claims  # noqa: PLC0415
    from kg.sources_to_articles import read_articles  # noqa: PLC0415

    issues: list[Issue] = []

    def articles() -> Iterator[Article]:
        for found in read_articles(paths, max_characters=settings.max_characters):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                yield found

    for reading in read(articles(), load(settings.model), settings.published):
        if progress is not None:
            progress(reading.article)
        yield from claims(reading)
        issues.extend(_doubts(reading.article))
    yield from issues


def _doubts(article: Article) -> Iterator[Issue]:
    if article.published is None:
        message = f"{article.source}: no publication date found; relative times stay open (give --published)"
        yield Issue(article.id, "info", message)
    if not any(b.role in ("body", "quote", "list") for b in article.blocks):
        yield Issue(article.id, "warning", f"{article.source}: no body text found, so no claims")


def resolved(records: Sequence[Record]) -> list[Record]:
    """The records with the cluster of each entity, the id that articles share."""
    from kg.claims_to_entities import resolve  # noqa: PLC0415

    world = resolve(records)
    return [replace(r, cluster=world.cluster_of.get(r.id)) if isinstance(r, Entity) else r for r in records]


def build(paths: Iterable[str], output: Path, settings: Settings, progress: Progress | None = None) -> Summary:
    """Everything, from sources to page, into the folder ``output``; what it held before stands until all is made.

    A path that ends in ``.jsonl`` holds claims as ``kg extract`` prints them, and is taken as it is. Raises KgError
    when no source gives an article, or ``output`` cannot be a folder.
    """
    make_folder(output)
    given = list(paths)
    sources = [p for p in given if not p.endswith(CLAIMS)]
    records = [record for p in sorted(set(given) - set(sources)) for record in _claims_of(p)]
    if sources:
        records += extract(sources, settings, progress)
    return build_from(records, output, settings)


def _claims_of(path: str) -> list[Record]:
    """The records of a claims file. Raises KgError, naming the file and the line, if it is none."""
    try:
        return list(loads(Path(path).read_text(encoding="utf-8").split("\n")))
    except (OSError, UnicodeDecodeError, ClaimError) as error:
        raise KgError(f"{path}: {error.strerror if isinstance(error, OSError) else error}") from error


def build_from(records: Sequence[Record], output: Path, settings: Settings) -> Summary:
    """The right half of the way: from claims, however they were made, to graph, store and page."""
    from kg.claims_to_entities import resolve  # noqa: PLC0415
    from kg.claims_to_rdf import to_quads  # noqa: PLC0415
    from kg.network_to_page import page  # noqa: PLC0415
    from kg.rdf_store import open_store, save_store  # noqa: PLC0415
    from kg.rdf_to_issues import check  # noqa: PLC0415
    from kg.rdf_to_network import actor_network  # noqa: PLC0415

    issues = [r for r in records if isinstance(r, Issue)]
    articles = [r for r in records if isinstance(r, Article)]
    if not articles:
        raise KgError(f"no article to build from: {'; '.join(i.message for i in issues) or 'no source given'}")
    world = resolve(records)
    quads = to_quads(records, world, base=settings.base, policy=settings.policy, text=settings.text)
    store = open_store()
    store.load(quads)
    issues += check(store, articles)
    files = {
        "claims.jsonl": "".join(dumps(r) + "\n" for r in records),
        "issues.jsonl": "".join(dumps(i) + "\n" for i in issues),
        **{f"graph.{form}": _serialized(quads, form) for form in ("ttl", "trig", "nq")},
        "page.html": page(actor_network(store, include="claims"), title=_title(articles)),
    }
    make_folder(output)
    save_store(quads, output / "store")
    for name, content in files.items():
        write_text(output / name, content)
    return Summary(
        articles=len(articles),
        claims=sum(isinstance(r, Event | Statement | Relation) for r in records),
        entities=len(world.clusters),
        facts=store.count_facts(),
        issues=tuple(issues),
        output=output,
    )


def _serialized(quads: Sequence[Any], form: str) -> str:
    from kg.claims_to_rdf import write  # noqa: PLC0415

    data = BytesIO()
    write(quads, data, form)
    return data.getvalue().decode()


def _title(articles: Sequence[Article]) -> str:
    if len(articles) == 1 and articles[0].title:
        return articles[0].title
    return f"{len(articles)} news articles"
