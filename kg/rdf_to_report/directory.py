"""Which page tells of what: every actor, article, situation and story has its place before a page is written."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.rdf_to_report.days import leaf, order
from kg.rdf_to_report.filenames import names
from kg.rdf_to_report.graph import LASTING, Actor, Article, Graph, Situation
from kg.rdf_to_report.stories import Story, stories

SECTIONS = {
    "people": frozenset({"Person"}),
    "organisations": frozenset({"Organization", "Group"}),
    "places": frozenset({"GeopoliticalEntity", "Place", "Facility"}),
}
"""The folders of actors, with the classes of entities in them."""

# Situations from which an actor has a page, and from which a story of one article has one.
ENOUGH, STORY = 2, 5
# Situations on one page of the calendar.
MOST = 200


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A page of the calendar: its name, its title, and the situations on it, in order. ``part`` counts from 1."""

    name: str
    title: str
    part: int
    situations: tuple[Situation, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """Paths from the report's folder, by IRI. ``told`` are the situations of each actor that are sure enough to tell.

    ``kept`` are all those situations, in calendar order; ``calendar`` and ``undated`` the pages they stand on.
    """

    actors: Mapping[str, str]
    articles: Mapping[str, str]
    situations: Mapping[str, str]
    stories: Mapping[str, tuple[Story, ...]]
    story_paths: Mapping[Story, str]
    told: Mapping[str, tuple[Situation, ...]]
    kept: tuple[Situation, ...]
    calendar: tuple[Leaflet, ...]
    undated: tuple[Leaflet, ...]


def section(actor: Actor) -> str | None:
    """The folder of an actor's page; None for what is no person, organisation or place, or has no name."""
    return next((name for name, kinds in SECTIONS.items() if actor.named and actor.kind in kinds), None)


@cache
def anchor(iri: str) -> str:
    """The id of a situation or claim on its page."""
    return "x" + hashlib.sha256(iri.encode()).hexdigest()[:12]


def published(situation: Situation, articles: Mapping[str, Article]) -> str | None:
    """The day of the first article that tells of a situation; None if no article that does has a date."""
    days = (articles[c.article].published for c in situation.claims if c.article in articles)
    return min((d for d in days if d), default=None)


def plan(graph: Graph, sure: float) -> Directory:
    """Lay the report out. Situations are told of where some claim on them is at least so sure (0-1) to be read right;
    the others stand on the pages of their articles only.
    """
    kept = [s for s in graph.situations.values() if any((c.confidence or 1.0) >= sure for c in s.claims)]
    kept.sort(key=lambda s: (order(s.first, s.last), published(s, graph.articles) or "9999", _begin(s), s.iri))
    told: dict[str, list[Situation]] = defaultdict(list)
    for situation in kept:
        for actor in dict.fromkeys(iri for _, iri in situation.roles):
            told[actor].append(situation)
    articles = _paths("articles", {iri: a.title or "article" for iri, a in graph.articles.items()})
    calendar, undated = _calendar(graph, kept)
    places = {
        iri: f"{articles[s.claims[0].article]}#{anchor(s.claims[0].iri)}"
        for iri, s in graph.situations.items()
        if s.claims and s.claims[0].article in articles
    }
    places |= {s.iri: f"events/{p.name}.html#{anchor(s.iri)}" for p in (*calendar, *undated) for s in p.situations}
    found = [s for s in stories(graph, [s.iri for s in kept]) if len(s.articles) > 1 or len(s.situations) >= STORY]
    return Directory(
        actors=_actors(graph, told),
        articles=articles,
        situations=places,
        stories=_by_situation(found),
        story_paths=_story_paths(graph, found),
        told={iri: tuple(own) for iri, own in sorted(told.items())},
        kept=tuple(kept),
        calendar=calendar,
        undated=undated,
    )


def _begin(situation: Situation) -> int:
    return situation.claims[0].begin


def _paths(folder: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {iri: f"{folder}/{name}.html" for iri, name in names(texts).items()}


def _actors(graph: Graph, told: Mapping[str, Sequence[Situation]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in SECTIONS:
        own = [graph.actors[iri] for iri, about in told.items() if len(about) >= ENOUGH]
        found |= _paths(name, {a.iri: a.label for a in own if section(a) == name})
    return dict(sorted(found.items()))


def _calendar(graph: Graph, kept: Sequence[Situation]) -> tuple[tuple[Leaflet, ...], tuple[Leaflet, ...]]:
    """The pages of what happened on a day that is told, and of what has no date, by the month of its first report."""
    dated: dict[tuple[str, str], list[Situation]] = defaultdict(list)
    missing: dict[tuple[str, str], list[Situation]] = defaultdict(list)
    for situation in kept:
        if situation.kind in LASTING:
            continue
        if page := leaf(situation.first, situation.last):
            dated[page.name, page.title].append(situation)
            continue
        told = published(situation, graph.articles)
        month = leaf(told, told)
        title = f"No date told, reported in {month.title}" if month else "No date told"
        missing[f"undated-{month.name}" if month else "undated", title].append(situation)
    return _leaflets(dated), _leaflets(missing)


def _leaflets(found: Mapping[tuple[str, str], Sequence[Situation]]) -> tuple[Leaflet, ...]:
    made = []
    for (name, title), own in sorted(found.items()):
        for part, start in enumerate(range(0, len(own), MOST), 1):
            suffix = f"-p{part}" if part > 1 else ""
            made.append(Leaflet(name + suffix, title, part, tuple(own[start : start + MOST])))
    return tuple(made)


def _by_situation(found: Sequence[Story]) -> dict[str, tuple[Story, ...]]:
    owners: dict[str, list[Story]] = defaultdict(list)
    for story in found:
        for situation in story.situations:
            owners[situation].append(story)
    return {iri: tuple(own) for iri, own in sorted(owners.items())}


def _story_paths(graph: Graph, found: Sequence[Story]) -> dict[Story, str]:
    """A story is named after its central article; a second story of that article after its first situation, too."""
    times = Counter(s.central for s in found)
    keys = {s: s.central if times[s.central] == 1 else f"{s.central} {s.situations[0]}" for s in found}
    paths = _paths("stories", {keys[s]: graph.articles[s.central].title or "story" for s in found})
    return {s: paths[keys[s]] for s in found}
