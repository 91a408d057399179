"""All pages of the report, each with its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.rdf_to_report.accounts import Dispute, StoryPage, article_pages, disputes, story_page
from kg.rdf_to_report.actors import actor_page, listed
from kg.rdf_to_report.atlas import draw
from kg.rdf_to_report.directory import SECTIONS, Leaflet, plan
from kg.rdf_to_report.entries import Desk
from kg.rdf_to_report.graph import Graph
from kg.rdf_to_report.looks import FILTERS, GROUPS, SAID, by_name
from kg.rdf_to_report.overview import copies, corpus, leading, offices, publishers, shelves, spots, unplaced
from kg.rdf_to_report.rendering import SECTIONS as FOLDERS
from kg.rdf_to_report.rendering import Renderer
from kg.rdf_to_report.timelines import timeline

Pages = Iterator[tuple[str, str]]


def pages(graph: Graph, title: str, sure: float) -> Pages:
    """Path from the report's folder and HTML of every page. ``sure`` (0-1): see ``directory.plan``."""
    desk, render = Desk(graph, plan(graph, sure)), Renderer(title)
    disputed = disputes(desk)
    told = [story_page(desk, story, disputed) for story in desk.directory.story_paths]
    told.sort(key=lambda s: (-len(s.publishers), -len(s.articles)))  # else as the stories come: the most told first
    yield "index.html", _overview(desk, render, told, disputed)
    yield from _stories(render, told)
    yield from _actors(desk, render, disputed)
    yield from _calendar(desk, render)
    yield from _lists(desk, render, disputed)
    for path, page in article_pages(desk).items():
        yield path, render("article", path, page=page)
    looks = [by_name(name) for name in (*GROUPS, SAID)]
    yield "about/index.html", render("about", "about/index.html", looks=looks, sure=round(100 * sure))


def _overview(desk: Desk, render: Renderer, told: Sequence[StoryPage], disputed: Sequence[Dispute]) -> str:
    labels = dict(FOLDERS)
    looks = {group: by_name(next((n for n, g in GROUPS.items() if g == group), SAID)) for group, _ in FILTERS}
    return render(
        "index",
        "index.html",
        corpus=corpus(desk),
        stories=told,
        disputes=disputed,
        leading=[(folder, labels[folder], leading(desk, folder)) for folder in SECTIONS],
        looks=looks,
    )


def _stories(render: Renderer, told: Sequence[StoryPage]) -> Pages:
    yield "stories/index.html", render("stories", "stories/index.html", stories=told)
    for page in told:
        yield page.path, render("story", page.path, page=page)


def _actors(desk: Desk, render: Renderer, disputed: Sequence[Dispute]) -> Pages:
    labels = dict(FOLDERS)
    for folder in SECTIONS:
        placed, missing = spots(desk) if folder == "places" else ((), 0)
        letters, rest = listed(desk, folder)
        path = f"{folder}/index.html"
        values = {"heading": labels[folder], "letters": letters, "rest": rest}
        yield path, render("actors", path, map=draw(placed), unplaced=missing, **values)
    for iri, path in desk.directory.actors.items():
        own = [d for d in disputed if iri in d.actors]
        yield path, render("actor", path, page=actor_page(desk, iri), disputes=own)


def _calendar(desk: Desk, render: Renderer) -> Pages:
    directory = desk.directory
    path = "events/index.html"
    yield path, render("events", path, shelves=shelves(desk), undated=unplaced(desk))
    for several in (directory.calendar, directory.undated):
        chain: list[Leaflet | None] = [None, *several, None]
        neighbours = dict(zip((p.name for p in several), zip(chain, chain[2:], strict=False), strict=True))
        for leaflet in several:
            before, after = neighbours[leaflet.name]
            path = f"events/{leaflet.name}.html"
            yield (
                path,
                render(
                    "calendar",
                    path,
                    heading=leaflet.title + (f", part {leaflet.part}" if leaflet.part > 1 else ""),
                    timeline=timeline(desk, leaflet.situations, full=True),
                    before=before,
                    after=after,
                ),
            )


def _lists(desk: Desk, render: Renderer, disputed: Sequence[Dispute]) -> Pages:
    yield "offices/index.html", render("offices", "offices/index.html", offices=offices(desk))
    yield "contradictions/index.html", render("contradictions", "contradictions/index.html", disputes=disputed)
    path = "sources/index.html"
    yield path, render("sources", path, publishers=publishers(desk), copies=copies(desk))
