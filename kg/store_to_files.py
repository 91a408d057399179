"""The files made of a whole store: claims, issues, the graph in three formats, and the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.claims_jsonl import dumps
from kg.claims_to_rdf import Graph, graph_of
from kg.network_to_page import page
from kg.rdf_store import open_store
from kg.rdf_to_issues import check
from kg.rdf_to_network import actor_network
from kg.records import Article, Entity, Event, Issue, Record, Relation, Statement

if TYPE_CHECKING:
    from kg.claims_to_store import Project
    from kg.user_files import UserFiles

FILES = ("claims.jsonl", "issues.jsonl", "graph.ttl", "graph.trig", "graph.nq", "page.html")


def files_of(
    project: Project, unread: Sequence[Issue], user: UserFiles, graph: Graph | None = None
) -> tuple[dict[str, str], list[Issue]]:
    """The files by their names; and the issues of all articles, of sources that gave none, and of the graph.

    ``graph`` is that of the project, if it is there already.
    """
    graph = graph or graph_of(project.lines())
    records = list(project.versions.all())
    articles = [r for r in records if isinstance(r, Article)]
    store = open_store()
    store.load(graph.quads)
    issues = [*(r for r in records if isinstance(r, Issue)), *unread, *_idle(records, user), *check(store, articles)]
    return {
        "claims.jsonl": "".join(dumps(r) + "\n" for r in (*records, *unread)),
        "issues.jsonl": "".join(dumps(i) + "\n" for i in issues),
        **{f"graph.{form}": text.decode() for form, text in graph.texts().items()},
        "page.html": page(actor_network(store, include="claims"), title=_title(articles)),
    }, issues


def _idle(records: Sequence[Record], user: UserFiles) -> Iterator[Issue]:
    """What the user's verdicts name and no article tells of: a slip of the pen, most likely."""
    if user.verdicts:
        things = [r for r in records if isinstance(r, Entity | Event | Statement | Relation)]
        for line in user.verdicts.unused(things, {r.id: r for r in records if isinstance(r, Article)}):
            yield Issue(user.verdicts.file, "warning", f"{user.verdicts.file}: {line}")


def _title(articles: Sequence[Article]) -> str:
    if len(articles) == 1 and articles[0].title:
        return articles[0].title
    return f"{len(articles)} news articles"
