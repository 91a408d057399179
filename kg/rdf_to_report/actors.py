"""What the report tells of one actor, and the lists of all of them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.rdf_to_report.days import in_words
from kg.rdf_to_report.directory import section
from kg.rdf_to_report.entries import Desk, Name, support
from kg.rdf_to_report.filenames import web_address
from kg.rdf_to_report.graph import LASTING, OFFICE, UTTERANCE, Actor, Situation
from kg.rdf_to_report.looks import Look, kind_label, look
from kg.rdf_to_report.timelines import Timeline, timeline

COMPANIONS = 12
_SITES = {"wikidata.org": "Wikidata", "geonames.org": "GeoNames"}
# Others who take part; who is only spoken of is no company.
_COMPANY = frozenset({"actor", "participant", "recipient", "counterpart", "holder", "bearer", "organization"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office or a lasting relation: what, for whom, the days that articles attest it on, and on which word."""

    holder: Name
    title: str
    of: tuple[Name, ...]
    when: str
    look: Look
    support: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """An actor in a line of a list."""

    name: Name
    kind: str
    office: str
    events: int
    statements: int
    articles: int

    @property
    def counts(self) -> str:
        """The numbers in words."""
        given = ((self.events, "event"), (self.statements, "statement"), (self.articles, "article"))
        told = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in given if n]
        return " in ".join(t for t in (", ".join(told[:-1]), told[-1]) if t) if told else ""


@dataclass(frozen=True, slots=True)
class ActorPage:
    """The page of an actor."""

    iri: str
    summary: Summary
    aliases: tuple[str, ...]
    namesakes: tuple[Name, ...]
    links: tuple[Name, ...]
    span: str
    offices: tuple[Office, ...]
    relations: tuple[Office, ...]
    company: tuple[tuple[Name, int], ...]
    stories: tuple[Name, ...]
    timeline: Timeline


def actor_page(desk: Desk, iri: str) -> ActorPage:
    """Everything told of an actor."""
    actor, told = desk.graph.actors[iri], desk.directory.told[iri]
    lasting = [s for s in told if s.kind in LASTING]
    stories = {s: None for t in told for s in desk.directory.stories.get(t.iri, ())}
    published = sorted({d for s in told for c in s.claims if (d := desk.graph.articles[c.article].published)})
    return ActorPage(
        iri,
        summary(desk, iri),
        actor.aliases,
        tuple(desk.actor(other) for other in desk.namesakes(iri) if other != iri),
        tuple(Name(_site(link), link) for link in actor.links if web_address(link)),
        in_words(published[0], published[-1]) if published else "",
        tuple(office(desk, s) for s in lasting if s.kind == OFFICE and ("holder", iri) in s.roles),
        tuple(tie(desk, s) for s in lasting if not (s.kind == OFFICE and ("holder", iri) in s.roles)),
        _company(desk, iri, told),
        tuple(desk.story(s) for s in stories),
        timeline(desk, told),
    )


def _site(link: str) -> str:
    return next((name for part, name in _SITES.items() if part in link), link)


def _company(desk: Desk, iri: str, told: Iterable[Situation]) -> tuple[tuple[Name, int], ...]:
    """Who is most often in the same happenings, of those who have a page."""
    others = Counter(
        other
        for s in told
        for other in sorted({e for role, e in s.roles if role in _COMPANY and e != iri})
        if other in desk.directory.actors
    )
    most = sorted(others.items(), key=lambda pair: (-pair[1], sortable(desk.actor(pair[0]).label), pair[0]))
    return tuple((desk.actor(other), n) for other, n in most[:COMPANIONS])


def tie(desk: Desk, situation: Situation) -> Office:
    """A state, or an office that somebody else holds, by its label."""
    return replace(office(desk, situation), title=situation.label, of=())


def office(desk: Desk, situation: Situation) -> Office:
    """An office with its title and body."""
    holder = next((e for role, e in situation.roles if role in ("holder", "bearer", "actor")), None)
    return Office(
        desk.actor(holder) if holder else Name(""),
        situation.title or situation.label,
        tuple(desk.actor(e) for role, e in situation.roles if role == "organization"),
        in_words(*situation.attested) if situation.attested else in_words(situation.first, situation.last),
        look(situation),
        support(situation),
        desk.directory.situations.get(situation.iri),
    )


def summary(desk: Desk, iri: str) -> Summary:
    """An actor in numbers: what happened with it, what it said, in how many articles."""
    actor, told = desk.graph.actors[iri], desk.directory.told.get(iri, ())
    happen = [s for s in told if s.kind not in LASTING]
    said = [s for s in happen if s.kind == UTTERANCE and ("actor", iri) in s.roles]
    titles = [s.title for s in told if s.kind == OFFICE and s.title and ("holder", iri) in s.roles]
    return Summary(
        name_of(desk, actor, told),
        kind_label(actor.kind),
        titles[0] if titles else "",
        len(happen) - len(said),
        len(said),
        len({c.article for s in told for c in s.claims}),
    )


def name_of(desk: Desk, actor: Actor, told: Iterable[Situation]) -> Name:
    """An actor's name with its page; without one, with the place where something is told of it."""
    first = next(iter(told), None)
    if actor.iri in desk.directory.actors or first is None:
        return desk.actor(actor.iri)
    return Name(actor.label, desk.directory.situations.get(first.iri))


def sortable(text: str) -> tuple[str, str]:
    """What a list is sorted by: letters without accents and case."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return plain or text.casefold(), text


@dataclass(frozen=True, slots=True)
class Letter:
    """A part of an alphabetical list."""

    title: str
    names: tuple[Summary, ...]


def listed(desk: Desk, folder: str) -> tuple[tuple[Letter, ...], tuple[Summary, ...]]:
    """The actors of a section: those with a page by their first letters, and the rest."""
    own = [a for a in desk.graph.actors.values() if section(a) == folder and desk.directory.told.get(a.iri)]
    own.sort(key=lambda a: (sortable(a.label), a.iri))
    letters: dict[str, list[Summary]] = {}
    for actor in (a for a in own if a.iri in desk.directory.actors):
        first = sortable(actor.label)[0][:1].upper()
        letters.setdefault(first if first.isalpha() else "#", []).append(summary(desk, actor.iri))
    rest = tuple(summary(desk, a.iri) for a in own if a.iri not in desk.directory.actors)
    return tuple(Letter(letter, tuple(letters[letter])) for letter in sorted(letters)), rest
