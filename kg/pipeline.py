"""The whole way on one screen: sources to articles, docs, claims, entities, RDF, store, network and page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.claims_jsonl import dumps, loads
from kg.errors import ClaimError, KgError
from kg.files import make_folder, replace_folder, write_text
from kg.records import Article, Entity, Issue, Record
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.claims_to_entities.verdicts import Verdicts
    from kg.claims_to_store import Project

CLAIMS = ".jsonl"
"""The suffix of claims files."""

STORE = "store"
"""The folder of the store inside an output folder."""

PAGES = ("claims.jsonl", "issues.jsonl", "graph.ttl", "graph.trig", "graph.nq", "page.html")
"""The files that are made of the whole store."""

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
    repeats: list[Article] = []
    known: dict[str, Article] = {}

    def articles() -> Iterator[Article]:
        for found in read_articles(paths, max_characters=settings.max_characters, repeats=repeats):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                yield found

    for reading in read(articles(), load(settings.model), settings.published, settings.coreference):
        known[reading.article.id] = replace(reading.article, text="")
        if progress is not None:
            progress(reading.article)
        yield from claims(reading)
        issues.extend(_doubts(reading.article))
    yield from (_as_read(a, known[a.id]) for a in repeats)
    yield from issues


def _as_read(repeat: Article, known: Article) -> Article:
    """The same text at another place, laid out and dated as it was read."""
    return replace(
        repeat,
        blocks=known.blocks,
        title=repeat.title or known.title,
        published=known.published,
        published_from=known.published_from,
    )


def _doubts(article: Article) -> Iterator[Issue]:
    if article.published is None:
        message = f"{article.source}: no publication date found; relative times stay open (give --published)"
        yield Issue(article.id, "info", message)
    if not any(b.role in ("body", "quote", "list") for b in article.blocks):
        yield Issue(article.id, "warning", f"{article.source}: no body text found, so no claims")


def resolved(records: Sequence[Record]) -> list[Record]:
    """The records with the cluster of each entity, the id that articles share."""
    from kg.claims_to_entities import resolve  # noqa: PLC0415

    world = resolve(records, _verdicts())
    return [replace(r, cluster=world.cluster_of.get(r.id)) if isinstance(r, Entity) else r for r in records]


def _verdicts() -> Verdicts:
    """The user's word on what is the same and what is not, from ``merges.toml`` in the working folder."""
    from kg.claims_to_entities.verdicts_file import FILE, read_verdicts  # noqa: PLC0415

    return read_verdicts(Path(FILE))


def build(
    paths: Iterable[str], output: Path, settings: Settings, progress: Progress | None = None, *, pages: bool = True
) -> Summary:
    """Everything, from sources to page, into the folder ``output``; what it held before stands until all is made.

    A path that ends in ``.jsonl`` holds claims as ``kg extract`` prints them, and is taken as it is. Without ``pages``
    only the store is made. Raises KgError when no source gives an article, or ``output`` cannot be a folder.
    """
    make_folder(output)
    return build_from(_read(paths, settings, progress), output, settings, pages=pages)


def _read(paths: Iterable[str], settings: Settings, progress: Progress | None) -> list[Record]:
    given = list(paths)
    sources = [p for p in given if not p.endswith(CLAIMS)]
    records = [record for p in sorted(set(given) - set(sources)) for record in _claims_of(p)]
    return [*records, *(extract(sources, settings, progress) if sources else ())]


def _claims_of(path: str) -> list[Record]:
    """The records of a claims file. Raises KgError, naming the file and the line, if it is none."""
    try:
        return list(loads(Path(path).read_text(encoding="utf-8").split("\n")))
    except (OSError, UnicodeDecodeError, ClaimError) as error:
        raise KgError(f"{path}: {error.strerror if isinstance(error, OSError) else error}") from error


def build_from(records: Sequence[Record], output: Path, settings: Settings, *, pages: bool = True) -> Summary:
    """The right half of the way: from claims, however they were made, to graph, store and page."""
    from kg.claims_to_rdf import quads_of  # noqa: PLC0415 - heavy libraries are imported when work begins
    from kg.claims_to_store import DATABASE, create  # noqa: PLC0415
    from kg.rdf_store import write_store  # noqa: PLC0415

    _require_articles(records)
    make_folder(output)
    with replace_folder(output / STORE) as fresh:
        make_folder(fresh)
        with closing(create(fresh / DATABASE, settings, _verdicts())) as project:
            project.add(records)
            write_store(quads_of(project.lines()), fresh)
            project.carried()
            made = _made(project, output, records, pages=pages)
    return _written(*made)


def add(
    paths: Iterable[str],
    output: Path,
    settings: Settings,
    progress: Progress | None = None,
    *,
    pages: bool = True,
) -> Summary:
    """Add articles to the store in ``output``, in the place of earlier versions from the same sources.

    The graph is the one that a build of all articles would give. Without ``pages`` only the store is made new, which
    takes as long for the first article as for the ten thousandth; page and graph files, which would be out of date,
    are taken away. Raises KgError as ``build`` does, and if the store was made with other settings.
    """
    if not (output / STORE).is_dir():
        return build(paths, output, settings, progress, pages=pages)
    records = _read(paths, settings, progress)
    _require_articles(records)
    return add_from(records, output, settings, pages=pages)


def add_from(records: Sequence[Record], output: Path, settings: Settings, *, pages: bool = True) -> Summary:
    """Add articles, however their claims were made, to the store in ``output``."""
    with _changing(output, settings) as project:
        project.add(records)
        _carry(project, output)
        return _written(*_made(project, output, records, pages=pages))


def remove(names: Sequence[str], output: Path, settings: Settings, *, pages: bool = True) -> Summary:
    """Take articles out of the store in ``output``, by source, file name or id, with all that only they said.

    Raises KgError for a name that fits no article or several; then nothing is removed.
    """
    with _changing(output, settings) as project:
        project.remove(names)
        _carry(project, output)
        return _written(*_made(project, output, (), pages=pages))


@contextmanager
def _changing(output: Path, settings: Settings) -> Iterator[Project]:
    """The project in an output folder, with what an interrupted run left undone brought to its end first."""
    from kg.claims_to_store import DATABASE, open_project  # noqa: PLC0415

    path = output / STORE / DATABASE
    if not path.is_file():
        raise KgError(f"{output}: no store that can grow in this folder; `kg build` makes one")
    with closing(open_project(path, settings, _verdicts())) as project:
        _carry(project, output)
        yield project


def _carry(project: Project, output: Path) -> None:
    """Bring into the store what has changed in the database."""
    from kg.rdf_store import change_store  # noqa: PLC0415

    delta = project.journal()
    if delta.added or delta.removed:
        change_store(output / STORE, delta.added, delta.removed)
        project.carried()


def _require_articles(records: Sequence[Record]) -> None:
    if not any(isinstance(r, Article) for r in records):
        issues = [r.message for r in records if isinstance(r, Issue)]
        raise KgError(f"no article to build from: {'; '.join(issues) or 'no source given'}")


def _made(
    project: Project, output: Path, run: Sequence[Record], *, pages: bool
) -> tuple[Summary, Mapping[str, str | None]]:
    """The counts, and what shall be in each file made of the whole store, None for no file. ``run``: what was read."""
    issues = [r for r in run if isinstance(r, Issue)]
    files: Mapping[str, str | None] = dict.fromkeys(PAGES)
    if pages:
        known = {r.id for r in run if isinstance(r, Article)}
        files, issues = _pages(project, [i for i in issues if i.article not in known])
    counts = project.counts()
    articles, claims, entities, facts = (counts.get(name, 0) for name in ("article", "claim", "entity", "fact"))
    return Summary(articles, claims, entities, facts, tuple(issues), output), files


def _written(summary: Summary, files: Mapping[str, str | None]) -> Summary:
    for name, content in files.items():
        if content is None:
            (summary.output / name).unlink(missing_ok=True)
        else:
            write_text(summary.output / name, content)
    return summary


def _pages(project: Project, issues: Sequence[Issue]) -> tuple[dict[str, str], list[Issue]]:
    """The files made of the whole store: claims, graph, page; the issues of all articles and of the graph."""
    from kg.claims_to_rdf import quads_of  # noqa: PLC0415
    from kg.network_to_page import page  # noqa: PLC0415
    from kg.rdf_store import open_store  # noqa: PLC0415
    from kg.rdf_to_issues import check  # noqa: PLC0415
    from kg.rdf_to_network import actor_network  # noqa: PLC0415

    records = list(project.versions.all())
    articles = [r for r in records if isinstance(r, Article)]
    quads = quads_of(project.lines())
    store = open_store()
    store.load(quads)
    found = [*(r for r in records if isinstance(r, Issue)), *issues, *check(store, articles)]
    return {
        "claims.jsonl": "".join(dumps(r) + "\n" for r in (*records, *issues)),
        "issues.jsonl": "".join(dumps(i) + "\n" for i in found),
        **{f"graph.{form}": _serialized(quads, form) for form in ("ttl", "trig", "nq")},
        "page.html": page(actor_network(store, include="claims"), title=_title(articles)),
    }, found


def _serialized(quads: Sequence[Any], form: str) -> str:
    from kg.claims_to_rdf import write  # noqa: PLC0415

    data = BytesIO()
    write(quads, data, form)
    return data.getvalue().decode()


def _title(articles: Sequence[Article]) -> str:
    if len(articles) == 1 and articles[0].title:
        return articles[0].title
    return f"{len(articles)} news articles"
