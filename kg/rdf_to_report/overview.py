"""The first page and the lists that lead on: what the corpus is, whom it tells of most, when, on whose word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from kg.rdf_to_report.accounts import ArticleLine, article_line
from kg.rdf_to_report.actors import Office, Summary, office, sortable, summary
from kg.rdf_to_report.atlas import Spot, located
from kg.rdf_to_report.days import in_words
from kg.rdf_to_report.directory import SECTIONS, Leaflet, section
from kg.rdf_to_report.entries import Desk, Name
from kg.rdf_to_report.graph import OFFICE, UTTERANCE
from kg.rdf_to_report.looks import FILTERS, look

LEADING = 10


@dataclass(frozen=True, slots=True)
class Corpus:
    """The graph in numbers. ``marks``: how many events and statements of each group of statuses; ``unsure`` are told
    of on the pages of their articles only.
    """

    articles: int
    publishers: int
    span: str
    undated: int
    events: int
    statements: int
    marks: tuple[tuple[str, str, int], ...]
    unsure: int


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whoever published, with its articles; ``texts`` counts copies of one text once."""

    label: str
    articles: tuple[ArticleLine, ...]
    texts: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pages of the calendar under a heading, each with its link and how many situations stand on it."""

    title: str
    pages: tuple[tuple[Name, int], ...]


def corpus(desk: Desk) -> Corpus:
    """What the report is about, in numbers."""
    articles, kept = desk.graph.articles.values(), desk.directory.kept
    days = sorted(a.published for a in articles if a.published)
    said = sum(s.kind == UTTERANCE for s in kept)
    on_calendar = [s for p in (*desk.directory.calendar, *desk.directory.undated) for s in p.situations]
    groups = [look(s).group for s in on_calendar]
    return Corpus(
        len(articles),
        len({a.publisher for a in articles if a.publisher}),
        in_words(days[0], days[-1]) if days else "",
        sum(a.published is None for a in articles),
        len(on_calendar) - said,
        said,
        tuple((group, label, groups.count(group)) for group, label in FILTERS),
        len(desk.graph.situations) - len(kept),
    )


def leading(desk: Desk, folder: str) -> tuple[Summary, ...]:
    """The actors of a section that most articles tell of."""
    own = [iri for iri in desk.directory.actors if section(desk.graph.actors[iri]) == folder]
    found = [summary(desk, iri) for iri in own]
    found.sort(key=lambda s: (-s.articles, -s.events - s.statements, sortable(s.name.label), s.name.path or ""))
    return tuple(found[:LEADING])


def spots(desk: Desk) -> tuple[tuple[Spot, ...], int]:
    """The places whose coordinates are known, and how many of those with a page have none."""
    own = [desk.graph.actors[iri] for iri in desk.directory.actors]
    own = [a for a in own if a.kind in SECTIONS["places"]]
    found = []
    for actor in own:
        if point := located(actor.links):
            weight = len({c.article for s in desk.directory.told[actor.iri] for c in s.claims})
            found.append(Spot(actor.label, desk.directory.actors[actor.iri], *point, weight))
    return tuple(found), len(own) - len(found)


def offices(desk: Desk) -> tuple[Office, ...]:
    """Who held which office, by name."""
    found = [office(desk, s) for s in desk.directory.kept if s.kind == OFFICE]
    return tuple(sorted(found, key=lambda o: (sortable(o.holder.label), sortable(o.title), o.path or "")))


def publishers(desk: Desk) -> tuple[Publisher, ...]:
    """Publishers with their articles, the largest first, those whose name is not told last."""
    own: dict[str, list[str]] = defaultdict(list)
    for iri, article in desk.graph.articles.items():
        own[article.publisher or ""].append(iri)
    found = []
    for label, iris in sorted(own.items(), key=lambda p: (not p[0], -len(p[1]), sortable(p[0]))):
        lines = sorted((article_line(desk, desk.graph.articles[i]) for i in iris), key=lambda a: (a.day, a.name.label))
        texts = sum(not any(copy in iris and copy < i for copy in desk.graph.articles[i].copies) for i in iris)
        found.append(Publisher(label or "Publisher not told", tuple(lines), texts))
    return tuple(found)


def copies(desk: Desk) -> tuple[tuple[ArticleLine, ...], ...]:
    """Articles of one text: they count as one source."""
    seen: set[str] = set()
    groups = []
    for iri, article in desk.graph.articles.items():
        if article.copies and iri not in seen:
            group, fresh = {iri}, [iri]
            while fresh:
                more = set(desk.graph.articles[fresh.pop()].copies) & desk.graph.articles.keys() - group
                group |= more
                fresh += sorted(more)
            seen |= group
            lines = (article_line(desk, desk.graph.articles[i]) for i in sorted(group))
            groups.append(tuple(sorted(lines, key=lambda a: (a.day, a.publisher, a.name.path or ""))))
    return tuple(groups)


def shelves(desk: Desk) -> tuple[Shelf, ...]:
    """The calendar by years, the latest first; years of a single page, and what is longer, share a shelf at the end."""
    own: dict[str, list[Leaflet]] = defaultdict(list)
    for page in desk.directory.calendar:
        own[page.name[:4] if page.name[:4].isdigit() else ""].append(page)
    whole = [year for year in sorted(own, reverse=True) if year and len(own[year]) > 1]
    rest = [page for year in sorted(own, reverse=True) if year not in whole for page in own[year]]
    found = [Shelf(year, tuple(_linked(p, _within(p, year)) for p in own[year])) for year in whole]
    if rest:
        found.append(Shelf("Other years" if whole else "Years", tuple(_linked(p, p.title) for p in rest)))
    return tuple(found)


def _within(page: Leaflet, year: str) -> str:
    """The title of a page where its year is said already."""
    return "month not told" if page.title == year else page.title.removesuffix(f" {year}")


def unplaced(desk: Desk) -> tuple[tuple[Name, int], ...]:
    """The pages of what has no date, by the month of the first report."""
    return tuple(
        _linked(page, page.title.removeprefix("No date told, reported in ")) for page in desk.directory.undated
    )


def _linked(page: Leaflet, title: str) -> tuple[Name, int]:
    part = f", part {page.part}" if page.part > 1 else ""
    return Name(title + part, f"events/{page.name}.html"), len(page.situations)
