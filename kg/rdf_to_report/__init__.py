"""From the graph to a static web site: who, where, when, which story, who says otherwise, and every sentence behind it.

Plain files that work from a folder: no server, no script, no request to anywhere.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import KgError
from kg.rdf_to_report.columns import Queryable
from kg.rdf_to_report.folder import require_own, write_report
from kg.rdf_to_report.pages import pages
from kg.rdf_to_report.reading import read

__all__ = ["SURE", "report"]

SURE = 0.6
"""The confidence that the strict policy asks of a fact; what no claim reaches it for stays with its articles."""


def report(store: Queryable, folder: Path, *, title: str, sure: float = SURE) -> int:
    """Write the report of a graph into a folder, in the place of an earlier one; the number of its pages.

    ``store`` is kg.rdf_store's or pyoxigraph's, read over the union of its graphs. The same graph and title give the
    same bytes. Raises KgError if the folder holds anything but an earlier report, or the graph holds no article.
    """
    require_own(folder.absolute())
    graph = read(store)
    if not graph.articles:
        raise KgError("no article in this graph, so there is nothing to report; `kg build` makes a graph")
    return write_report(pages(graph, title, sure), folder)
