"""Stories, contradictions and articles as a reader meets them: what was told, side by side or line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.rdf_to_report.days import in_words
from kg.rdf_to_report.directory import anchor
from kg.rdf_to_report.entries import Desk, Entry, Evidence, Name, pieces, title
from kg.rdf_to_report.filenames import web_address
from kg.rdf_to_report.graph import Article, Claim, Situation
from kg.rdf_to_report.looks import Look, look
from kg.rdf_to_report.stories import Story
from kg.rdf_to_report.timelines import Timeline, timeline

CAST = 10
_BASES = {
    "metadata": "from the page's metadata",
    "dateline": "from the date line",
    "inferredFromText": "inferred from the text",
    "argument": "given by whoever built the graph",
}
_DIFFERENCES = {
    "polarity": "Whether it is so",
    "stance": "Who is for it and who against",
    "place": "Where",
    "date": "When",
    "value": "How many or how much",
}


_SIDES = {"polarity": ("It is so", "It is not so")}


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a line of a list."""

    name: Name
    publisher: str
    published: str
    day: str
    url: str | None


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story. ``title`` is the headline of its central article, ``publishers`` are those who are named."""

    path: str
    title: str
    span: str
    last: str
    articles: tuple[ArticleLine, ...]
    publishers: tuple[str, ...]
    cast: tuple[tuple[Name, int], ...]
    timeline: Timeline
    contradictions: tuple[Name, ...]

    @property
    def counts(self) -> str:
        """How much is told of it, in words."""
        n, told = len(self.articles), self.timeline.entries
        return f"{told} events and statements, {n} article{'' if n == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: what it says, and on whose word."""

    look: Look
    title: str
    path: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims that cannot both be right. ``within``: both stand in one sentence, so that one is more likely misread."""

    id: str
    title: str
    difference: str
    reason: str
    sides: tuple[Side, Side]
    within: bool
    actors: frozenset[str]
    situations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read in one sentence: entries, each with the id of its claim and whether it is told elsewhere, too.

    ``pieces`` and ``offsets`` as those of evidence, with all words marked that tell of something.
    """

    pieces: tuple[tuple[str, bool], ...]
    offsets: str
    entries: tuple[tuple[str, Entry, bool], ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with all that is claimed in it, sentence by sentence."""

    line: ArticleLine
    basis: str
    authors: tuple[str, ...]
    sources: tuple[str, ...]
    copies: tuple[ArticleLine, ...]
    stories: tuple[Name, ...]
    readings: tuple[Reading, ...]


def article_line(desk: Desk, article: Article) -> ArticleLine:
    """An article with its publisher and day."""
    return ArticleLine(
        desk.article(article.iri),
        article.publisher or "Publisher not told",
        in_words(article.published, article.published) or "no date told",
        article.published or "",
        web_address(article.url),
    )


def story_page(desk: Desk, story: Story, disputes: Iterable[Dispute]) -> StoryPage:
    """A story with its timeline, who is in it most often, and what its sources do not agree on."""
    situations = [desk.graph.situations[iri] for iri in story.situations]
    articles = sorted((desk.graph.articles[a] for a in story.articles), key=lambda a: (a.published or "9999", a.iri))
    days = [a.published for a in articles if a.published]
    cast = Counter(e for s in situations for e in {e for _, e in s.roles} if e in desk.directory.actors)
    own = set(story.situations)
    return StoryPage(
        desk.directory.story_paths[story],
        desk.story(story).label,
        in_words(days[0], days[-1]) if days else "",
        days[-1] if days else "",
        tuple(article_line(desk, a) for a in articles),
        tuple(dict.fromkeys(a.publisher for a in articles if a.publisher)),
        tuple((desk.actor(e), n) for e, n in sorted(cast.items(), key=lambda p: (-p[1], p[0]))[:CAST]),
        timeline(desk, situations),
        tuple(Name(d.title, f"contradictions/index.html#{d.id}") for d in disputes if d.situations & own),
    )


def disputes(desk: Desk) -> tuple[Dispute, ...]:
    """Contradictions, those about the same two things together; what stands within one sentence last."""
    claims = {c.iri: c for s in desk.graph.situations.values() for c in s.claims}
    found: dict[tuple[str, ...], tuple[list[Claim], list[Claim], str]] = {}
    for c in desk.graph.contradictions:
        if c.a not in claims or c.b not in claims:
            continue
        a, b = sorted((claims[c.a], claims[c.b]), key=lambda one: (one.polarity != "positive", one.situation, one.iri))
        left, right, _ = found.setdefault((c.type, a.situation, b.situation), ([], [], c.reason or ""))
        left += [a] if a not in left else []
        right += [b] if b not in right else []
    made = [_dispute(desk, kind[0], *told) for kind, told in sorted(found.items())]
    return tuple(sorted(made, key=lambda d: d.within))


def _dispute(desk: Desk, kind: str, left: list[Claim], right: list[Claim], reason: str) -> Dispute:
    ends = [desk.graph.situations[side[0].situation] for side in (left, right)]
    labels = list(dict.fromkeys(s.label for s in ends))
    names = _SIDES.get(kind, ("", "")) if len(labels) == 1 else ("", "")
    places = {(c.article, c.begin) for c in (*left, *right)}
    return Dispute(
        anchor(f"{kind} {ends[0].iri} {ends[1].iri}"),
        " / ".join(labels),
        _DIFFERENCES.get(kind, kind or "They differ"),
        reason.removesuffix(labels[0]).rstrip(": "),
        (_side(desk, ends[0], left, names[0]), _side(desk, ends[1], right, names[1])),
        len(places) == 1,
        frozenset(e for s in ends for _, e in s.roles),
        frozenset(s.iri for s in ends),
    )


def _side(desk: Desk, situation: Situation, claims: list[Claim], name: str) -> Side:
    told = sorted(claims, key=lambda c: (c.depth, desk.graph.articles[c.article].published or "9999", c.iri))
    return Side(
        look(situation),
        name or title(situation),
        desk.directory.situations.get(situation.iri),
        tuple(desk.evidence(c) for c in told),
    )


def article_pages(desk: Desk) -> dict[str, ArticlePage]:
    """The page of every article, by its path."""
    told: dict[str, list[tuple[Claim, Situation]]] = {iri: [] for iri in desk.graph.articles}
    for situation in desk.graph.situations.values():
        for claim in situation.claims:
            told[claim.article].append((claim, situation))
    kept = {s.iri for s in desk.directory.kept}
    return {
        desk.directory.articles[iri]: _article_page(desk, desk.graph.articles[iri], own, kept)
        for iri, own in told.items()
    }


def _article_page(desk: Desk, article: Article, own: list[tuple[Claim, Situation]], kept: set[str]) -> ArticlePage:
    own.sort(key=lambda pair: (pair[0].begin, pair[0].end, pair[0].depth, pair[0].marked or (0, 0), pair[0].iri))
    by_sentence: dict[tuple[int, int], list[tuple[Claim, Situation]]] = {}
    for claim, situation in own:
        by_sentence.setdefault((claim.begin, claim.end), []).append((claim, situation))
    stories = {s: None for _, situation in own for s in desk.directory.stories.get(situation.iri, ())}
    copies = (desk.graph.articles[c] for c in article.copies if c in desk.graph.articles)
    return ArticlePage(
        article_line(desk, article),
        _BASES.get(article.basis or "", ""),
        article.authors,
        article.sources,
        tuple(article_line(desk, c) for c in copies),
        tuple(desk.story(s) for s in stories if article.iri in s.articles),
        tuple(_reading(desk, pairs, kept) for pairs in by_sentence.values()),
    )


def _reading(desk: Desk, pairs: list[tuple[Claim, Situation]], kept: set[str]) -> Reading:
    first = pairs[0][0]
    return Reading(
        pieces(first.text, {claim.marked for claim, _ in pairs if claim.marked}),
        desk.evidence(first).offsets,
        tuple((anchor(claim.iri), desk.claimed(situation, claim), situation.iri in kept) for claim, situation in pairs),
    )
