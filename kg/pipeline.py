"""The whole way on one screen: sources to articles, docs, claims, entities, RDF, store, network and page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ClaimError, KgError
from kg.files import make_folder, replace_folder, write_text
from kg.records import Article, Entity, Issue, Record
from kg.settings import Settings

if TYPE_CHECKING:
    from kg.claims_to_rdf import Graph
    from kg.claims_to_store import Project
    from kg.user_files import UserFiles

CLAIMS = ".jsonl"
"""The suffix of claims files."""

STORE = "store"
"""The folder of the store inside an output folder."""

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
    from kg.articles_to_claims import found_in  # noqa: PLC0415 - what reads is imported when work begins
    from kg.sources_to_articles import read_articles  # noqa: PLC0415

    given = list(paths)
    sources = [p for p in given if not p.endswith(CLAIMS)]
    issues = [Issue(p, "error", f"{p}: claims, no article (`kg build` takes them)") for p in given if p not in sources]
    repeats: list[Article] = []
    known: dict[str, Article] = {}

    def articles() -> Iterator[Article]:
        for found in read_articles(sources, max_characters=settings.max_characters, repeats=repeats):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                yield found

    for article, found in found_in(articles(), settings):
        known[article.id] = replace(article, text="")
        if progress is not None:
            progress(article)
        yield article
        yield from found
        issues.extend(_doubts(article))
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


def resolved(records: Iterable[Record], user: UserFiles | None = None) -> list[Record]:
    """The records with the cluster of each entity, the id that articles share."""
    from kg.claims_to_entities import resolve  # noqa: PLC0415

    records = list(records)
    world = resolve(records, user.verdicts if user else None)
    return [replace(r, cluster=world.cluster_of.get(r.id)) if isinstance(r, Entity) else r for r in records]


def linked(records: Iterable[Record], user: UserFiles) -> Iterable[Record]:
    """The records with the identifiers that the user's table gives, and after them what there is to tell of it."""
    from kg.claims_to_entities.links import link_records  # noqa: PLC0415

    return link_records(records, user.links) if user.links else records


def build(
    paths: Iterable[str], output: Path, settings: Settings, progress: Progress | None = None, *, pages: bool = True
) -> Summary:
    """Everything, from sources to page, into the folder ``output``; what it held before stands until all is made.

    A path that ends in ``.jsonl`` holds claims as ``kg extract`` prints them, and is taken as it is. Without ``pages``
    only the store is made. Raises KgError when no source gives an article, or ``output`` cannot be a folder.
    """
    from kg.user_files import read_user_files  # noqa: PLC0415

    read_user_files(settings)  # what is wrong with them is told before the work begins
    make_folder(output)
    return build_from(_read(paths, settings, progress), output, settings, pages=pages)


def _read(paths: Iterable[str], settings: Settings, progress: Progress | None) -> list[Record]:
    from kg.claims_jsonl.files import read_claims  # noqa: PLC0415

    given = list(paths)
    sources = [p for p in given if not p.endswith(CLAIMS)]
    records: list[Record] = []
    for path in sorted(set(given) - set(sources)):
        try:
            records += read_claims(Path(path))
        except ClaimError as error:
            records.append(Issue(path, "error", str(error)))
    return [*records, *(extract(sources, settings, progress) if sources else ())]


def build_from(records: Sequence[Record], output: Path, settings: Settings, *, pages: bool = True) -> Summary:
    """The right half of the way: from claims, however they were made, to graph, store and page."""
    from kg.claims_to_rdf import graph_of  # noqa: PLC0415 - heavy libraries are imported when work begins
    from kg.claims_to_store import DATABASE, create  # noqa: PLC0415
    from kg.rdf_store import write_store  # noqa: PLC0415
    from kg.user_files import read_user_files  # noqa: PLC0415

    _require_articles(records)
    user = read_user_files(settings)
    make_folder(output)
    with replace_folder(output / STORE) as fresh:
        make_folder(fresh)
        with closing(create(fresh / DATABASE, settings, user.verdicts, user.links)) as project:
            project.add(records)
            graph = graph_of(project.lines())
            write_store(graph.quads, fresh)
            project.carried()
            made = _made(project, output, records, user, graph, pages=pages)
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
    with _changing(output, settings):  # what is wrong with the store is told before the work begins
        pass
    records = _read(paths, settings, progress)
    _require_articles(records)
    return add_from(records, output, settings, pages=pages)


def add_from(records: Sequence[Record], output: Path, settings: Settings, *, pages: bool = True) -> Summary:
    """Add articles, however their claims were made, to the store in ``output``."""
    with _changing(output, settings) as (project, user):
        project.add(records)
        _carry(project, output)
        return _written(*_made(project, output, records, user, pages=pages))


def remove(names: Sequence[str], output: Path, settings: Settings, *, pages: bool = True) -> Summary:
    """Take articles out of the store in ``output``, by source, file name or id, with all that only they said.

    Raises KgError for a name that fits no article or several; then nothing is removed.
    """
    with _changing(output, settings) as (project, user):
        project.remove(names)
        _carry(project, output)
        return _written(*_made(project, output, (), user, pages=pages))


@contextmanager
def _changing(output: Path, settings: Settings) -> Iterator[tuple[Project, UserFiles]]:
    """The project in an output folder, with what an interrupted run left undone brought to its end first."""
    from kg.claims_to_store import DATABASE, open_project  # noqa: PLC0415
    from kg.user_files import read_user_files  # noqa: PLC0415

    path = output / STORE / DATABASE
    if not path.is_file():
        raise KgError(f"{output}: no store that can grow in this folder; `kg build` makes one")
    user = read_user_files(settings)
    with closing(open_project(path, settings, user.verdicts, user.links)) as project:
        _carry(project, output)
        yield project, user


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


def _made(  # noqa: PLR0913 - one argument for each thing that files are made of
    project: Project, output: Path, run: Sequence[Record], user: UserFiles, graph: Graph | None = None, *, pages: bool
) -> tuple[Summary, Mapping[str, str | None]]:
    """The counts, and what shall be in each file made of the whole store, None for no file.

    ``run``: what was read; ``graph``: that of the project, if it is there already.
    """
    from kg.store_to_files import FILES, files_of  # noqa: PLC0415

    read = {r.id for r in run if isinstance(r, Article)}
    unread = [r for r in run if isinstance(r, Issue) and r.article not in read]  # of sources that gave no article
    files: Mapping[str, str | None] = dict.fromkeys(FILES)
    if pages:
        files, issues = files_of(project, unread, user, graph)
    else:
        told = [r for article in sorted(read) for r in project.versions.load(article) if isinstance(r, Issue)]
        issues = [*told, *unread]
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
