"""A situation as a reader meets it: its mark, what, when, where and who, and the sentences that stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.rdf_to_report.days import in_words
from kg.rdf_to_report.directory import Directory, anchor
from kg.rdf_to_report.graph import LASTING, UTTERANCE, Article, Claim, Graph, Situation
from kg.rdf_to_report.looks import Look, look
from kg.rdf_to_report.stories import Story

# Roles as a reader says them; those that are not here, as the ontology does.
ROLE_WORDS = {
    "actor": "by", "holder": "who", "bearer": "who", "participant": "with", "recipient": "to", "counterpart": "with",
    "cause": "cause", "theme": "what", "topic": "about", "instrument": "with", "medium": "through",
    "organization": "for",
}  # fmt: skip
# The roles by which something is spoken of rather than takes part: many, and seen in the sentence anyway.
SPOKEN_OF = frozenset({"topic", "place"})
_STANCES = {
    ("negative", "actual"): "says it is not so",
    ("positive", "future"): "says it is to come",
    ("negative", "future"): "says it will not come",
    ("positive", "desired"): "wants it",
    ("negative", "desired"): "does not want it",
    ("positive", "conditional"): "says it depends on a condition",
    ("negative", "conditional"): "says it depends on a condition",
    ("positive", "hypothetical"): "speaks of it as a possibility",
    ("negative", "hypothetical"): "speaks of it as a possibility",
    ("positive", "generic"): "says it in general",
    ("negative", "generic"): "says it in general",
}
DISPUTED = "disputed"
_DOUBTS = {"probable": "likely", "possible": "possibly"}


@dataclass(frozen=True, slots=True)
class Name:
    """Something with a page of its own; ``path`` is None where it has none."""

    label: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Who or what takes part, and how."""

    role: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim: its sentence in pieces, each with whether it tells of the situation; who says so, and where.

    ``stance`` is "" where the voice says plainly that it is so; ``sure`` is in percent; ``offsets`` stand in for a
    sentence that the graph leaves out.
    """

    pieces: tuple[tuple[str, bool], ...]
    offsets: str
    voice: str
    own_voice: bool
    stance: str
    article: Name
    publisher: str | None
    published: str
    sure: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A situation, and as much of the evidence for it as is shown."""

    id: str
    path: str | None
    look: Look
    type: str
    title: str
    when: str
    where: tuple[Name, ...]
    parts: tuple[Part, ...]
    about: tuple[Name, ...]
    topic: str | None
    evidence: tuple[Evidence, ...]
    support: str
    stories: tuple[Name, ...]


class Desk:
    """Makes entries; each brief one once, as it stands on many pages."""

    def __init__(self, graph: Graph, directory: Directory) -> None:
        self.graph, self.directory = graph, directory
        self._brief: dict[str, Entry] = {}
        self._namesakes: dict[str, tuple[str, ...]] = {}
        for iri in directory.actors:
            label = graph.actors[iri].label
            self._namesakes[label] = (*self._namesakes.get(label, ()), iri)

    def brief(self, situation: Situation) -> Entry:
        """An entry of a timeline: with the first sentence that tells of it, and if that is disputed, the first that
        says otherwise.
        """
        if situation.iri not in self._brief:
            shown = situation.claims[:1]
            if situation.status == DISPUTED:
                others = (c for c in situation.claims if c.polarity != shown[0].polarity)
                shown = (*shown, *islice(others, 1))
            self._brief[situation.iri] = self._entry(situation, shown, ())
        return self._brief[situation.iri]

    def full(self, situation: Situation) -> Entry:
        """The situation with every sentence behind it, and the stories that it is part of."""
        told = self.directory.stories.get(situation.iri, ())
        return self._entry(situation, situation.claims, [self.story(s) for s in told])

    def claimed(self, situation: Situation, claim: Claim) -> Entry:
        """The situation as one claim has it."""
        return self._entry(situation, (claim,), ())

    def actor(self, iri: str) -> Name:
        """The name of an actor and its page; those who share a name are numbered."""
        label, namesakes = self.graph.actors[iri].label, self.namesakes(iri)
        number = f" ({namesakes.index(iri) + 1})" if len(namesakes) > 1 else ""
        return Name(label + number, self.directory.actors.get(iri))

    def namesakes(self, iri: str) -> tuple[str, ...]:
        """All actors with a page and the same name, itself among them; none if it has no page."""
        return self._namesakes[self.graph.actors[iri].label] if iri in self.directory.actors else ()

    def article(self, iri: str) -> Name:
        """The title of an article and its page."""
        article = self.graph.articles.get(iri)
        return Name((article and _title(article)) or "an article", self.directory.articles.get(iri))

    def situation(self, iri: str) -> Name:
        """The label of a situation and where it is told of in full."""
        found = self.graph.situations.get(iri)
        return Name(title(found) if found else "a situation", self.directory.situations.get(iri))

    def story(self, story: Story) -> Name:
        """The headline of a story's central article, and the story's page."""
        return Name(self.article(story.central).label, self.directory.story_paths[story])

    def evidence(self, claim: Claim) -> Evidence:
        """A claim as evidence."""
        article = self.graph.articles.get(claim.article)
        return Evidence(
            pieces=pieces(claim.text, [claim.marked] if claim.marked else []),
            offsets="" if claim.text else f"characters {claim.begin}–{claim.end} of the article",
            voice=voice(claim),
            own_voice=claim.depth == 0,
            stance=stance(claim),
            article=self.article(claim.article),
            publisher=article.publisher if article else None,
            published=in_words(article.published, article.published) if article else "",
            sure=None if claim.confidence is None else round(100 * claim.confidence),
        )

    def _entry(self, situation: Situation, claims: Sequence[Claim], told: Iterable[Name]) -> Entry:
        places = [iri for role, iri in situation.roles if role == "place"]
        return Entry(
            id=anchor(situation.iri),
            path=self.directory.situations.get(situation.iri),
            look=look(situation),
            type=situation.type_label if situation.type != "Other" else "",
            title=title(situation),
            when=when(situation),
            where=tuple(self.actor(iri) for iri in places),
            parts=self._parts(situation),
            about=tuple(self.situation(iri) for iri in situation.about),
            topic=situation.topic if not situation.about else None,
            evidence=tuple(self.evidence(claim) for claim in claims),
            support=support(situation),
            stories=tuple(told),
        )

    def _parts(self, situation: Situation) -> tuple[Part, ...]:
        found: dict[str, list[Name]] = {}
        for role, iri in situation.roles:
            if role not in SPOKEN_OF:
                found.setdefault(ROLE_WORDS.get(role, role), []).append(self.actor(iri))
        return tuple(Part(word, tuple(names)) for word, names in found.items())


def pieces(text: str, marks: Iterable[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """A text cut at the marks, each piece with whether it is marked; a mark that overlaps one before it is left out.

    >>> pieces("She met him.", [(4, 7)])
    (('She ', False), ('met', True), (' him.', False))
    """
    found, at = [], 0
    for start, end in sorted(marks):
        if at <= start < end <= len(text):
            found += [(text[at:start], False), (text[start:end], True)]
            at = end
    return tuple(piece for piece in (*found, (text[at:], False)) if piece[0])


def _title(article: Article) -> str:
    return article.title or (article.sources[0] if article.sources else "an article without a title")


def title(situation: Situation) -> str:
    """What happened; of a statement who made it, as its sentence stands beside it."""
    if situation.kind == UTTERANCE and situation.claims and situation.claims[0].text:
        return situation.label.partition(": ")[0].rstrip(",")
    return situation.label


def when(situation: Situation) -> str:
    """When it happened, or for what holds rather than happens, when articles told of it; "" if nothing says so."""
    told = in_words(situation.first, situation.last)
    if told or situation.kind not in LASTING or not situation.attested:
        return told
    return f"as of {in_words(*situation.attested)}"


def voice(claim: Claim) -> str:
    """Who says so, nearest first.

    >>> from kg.rdf_to_report.graph import Claim
    >>> said = Claim("c", "s", "a", "", 0, 1, None, ("Ana Ruiz", "Sea Post", None), 2, "positive", "actual", "certain")
    >>> voice(said)
    'Ana Ruiz, via Sea Post, in the article'
    """
    names = [name for name in claim.chain if name]
    told = ", via ".join(names)
    told = told[:1].upper() + told[1:]
    if len(names) == len(claim.chain):
        return told or "The article"
    return f"{told}, in the article" if told else "The article"


def stance(claim: Claim) -> str:
    """How the voice stands to it; "" if it says plainly that it is so."""
    said = _STANCES.get((claim.polarity, claim.modality), "")
    doubt = _DOUBTS.get(claim.certainty, "")
    if said and doubt and claim.modality in ("future", "actual"):
        return f"{said}, {doubt}"
    return said or (f"says it is {doubt} so" if doubt else "")


def support(situation: Situation) -> str:
    """How many articles tell of it, and how many of them may be independent of each other.

    >>> support(Situation("s", "Event", "Vote", "vote", "planned", "A vote", articles=3, sources=2))
    '3 articles, at most 2 of them independent'
    """
    n, independent = situation.articles, situation.sources
    if n <= 1:
        return "1 article"
    if independent is None:
        return f"{n} articles"
    if independent >= n:
        return f"{n} independent articles"
    return (
        f"{n} articles, at most {independent} of them independent" if independent > 1 else f"{n} articles, one source"
    )
