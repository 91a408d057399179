"""Claims made comparable: participants as clusters, times as windows, topics as words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.claims_to_entities.content import Words, content, listed, measures, numbers, stem
from kg.claims_to_entities.countries import by_capital, is_national_class
from kg.claims_to_entities.event_words import is_definite, is_plural, is_verb, naming, nth
from kg.claims_to_entities.names import fold
from kg.claims_to_entities.naming import is_named
from kg.claims_to_entities.positions import is_heading, is_lead
from kg.claims_to_entities.windows import SELDOM, STANDING, Window, news_window, window_of
from kg.claims_to_entities.world import Cluster
from kg.errors import ClaimError
from kg.records import Article, Entity, Event, Ref, Relation, Span, Statement, Time


@dataclass(frozen=True, slots=True)
class Context:
    """What claims refer to: articles, entities and clusters by id, the cluster of each entity, and which have names."""

    articles: Mapping[str, Article]
    entities: Mapping[str, Entity]
    clusters: Mapping[str, Cluster]
    cluster_of: Mapping[str, str]
    named: frozenset[str]
    by_article: Mapping[str, tuple[Entity, ...]]

    def meant(self, ref: Ref) -> str:
        """The cluster a mention means: for a metonym its country. Raises ClaimError for an unknown entity."""
        self.place(ref)
        return self.spoken_for(self.entities[ref.entity], ref.start, ref.end)

    def spoken_for(self, entity: Entity, start: int, end: int) -> str:
        """The cluster an entity means at one of its mentions: itself, or the country a metonym speaks for."""
        cluster = self.cluster_of[entity.id]
        here = [m.kind for m in entity.mentions if (m.start, m.end) == (start, end)]
        metonym = here == ["metonym"] or (not here and all(m.kind == "metonym" for m in entity.mentions))
        country = self.clusters[cluster].stands_for if entity.stands_for and metonym else None
        return country or cluster

    def place(self, ref: Ref) -> str:
        """The cluster of a mention as it stands, for places. Raises ClaimError for an unknown entity."""
        try:
            return self.cluster_of[ref.entity]
        except KeyError:
            raise ClaimError(
                f"a claim refers to entity {ref.entity!r} ({ref.name}), which no record describes"
            ) from None


def make_context(articles: Iterable[Article], entities: Iterable[Entity], clusters: Iterable[Cluster]) -> Context:
    """The context of all claims of the given articles and entities."""
    by_id = {c.id: c for c in clusters}
    known = {e.id: e for e in sorted(set(entities), key=repr, reverse=True)}
    cluster_of = {m: c.id for c in by_id.values() for m in c.members}
    named = frozenset(
        c.id
        for c in by_id.values()
        if not c.members or any(is_named(known[m]) for m in c.members) or is_national_class(c.name)
    )
    by_article: dict[str, list[Entity]] = defaultdict(list)
    for key in sorted(known):
        by_article[known[key].article].append(known[key])
    grouped = {article: tuple(found) for article, found in by_article.items()}
    return Context({a.id: a for a in articles}, known, by_id, cluster_of, named, grouped)


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim as it is compared with others. ``window`` is what its time says, ``soft`` where it is looked for.

    ``doers`` and ``objects`` are the nouns of agents and patients without a name ("nine soldiers": soldier), and
    ``amounts`` their numbers;
    ``scene`` the words of names that the article speaks of most, where such nouns are compared across articles.
    ``figures`` are the numbers in the topic with what they count. ``source`` is the cluster of whoever tells it, ""
    for the article itself; ``heading`` and ``lead`` say whether it stands above the text or where that begins, ``noun``
    whether a noun names it, ``definite`` whether one that points back ("the attack"),
    ``plural`` one that means several;
    ``nth`` is the ordinal before it ("the second debate").
    ``plan`` holds the exact numbers of what is proposed, accepted or refused ("45 day" of a 45-day truce).
    ``behind`` are the states whose forces or officials the agents are. ``ruled`` is what the user says the claim must
    be one with, ``apart`` what it must not.
    """

    id: str
    article: str
    kind: str
    type: str
    subtype: str | None
    lemma: str
    roles: tuple[tuple[str, str], ...]
    agents: Words
    patients: Words
    everyone: Words
    named: Words
    window: Window | None
    soft: Window | None
    actual: bool
    denied: bool
    sentence: int
    topic: Words
    names: Words
    figures: Words
    place: str | None
    doers: Words = frozenset()
    objects: Words = frozenset()
    amounts: Words = frozenset()
    scene: Words = frozenset()
    behind: Words = frozenset()
    plan: Words = frozenset()
    ruled: Words = frozenset()
    apart: Words = frozenset()
    source: str = ""
    modality: str = "actual"
    heading: bool = False
    lead: bool = False
    noun: bool = False
    definite: bool = False
    plural: bool = False
    nth: str = ""


Roles = list[tuple[str, str]]


def _of(roles: Roles, *names: str) -> Words:
    return frozenset(c for r, c in roles if r in names)


def bare_telling(
    context: Context, claim: Event | Relation | Statement, kind: str, roles: Roles, time: Time | None
) -> Telling:
    """A claim with what every kind of claim tells: parties, days, and who says so."""
    everyone = _of(roles, "agent", "patient", "recipient", "participant")
    actual = isinstance(claim, Statement) or claim.modality == "actual"
    window = window_of(time)
    denied = not isinstance(claim, Statement) and claim.polarity == "negative"
    article = context.articles.get(claim.article)
    soft = window or news_window(article, actual, denied)
    return Telling(
        id=claim.id,
        article=claim.article,
        kind=kind,
        type=claim.type if isinstance(claim, Event) else "statement",
        subtype=None,
        lemma="",
        roles=tuple(sorted(set(roles))),
        agents=_of(roles, "agent"),
        patients=_of(roles, "patient"),
        everyone=everyone,
        named=everyone & context.named,
        window=window,
        soft=soft,
        actual=actual,
        denied=denied,
        sentence=claim.sentence.start,
        topic=frozenset(),
        names=frozenset(),
        figures=frozenset(),
        place=None,
        source=_source(context, claim),
        modality="actual" if isinstance(claim, Statement) else claim.modality,
        heading=is_heading(article, claim.sentence.start),
        lead=is_lead(article, claim.sentence.start),
    )


def _source(context: Context, claim: Event | Relation | Statement) -> str:
    """Who tells a claim: the nearest source, "" for the article itself."""
    if isinstance(claim, Statement) or not claim.attributed_to:
        return ""
    return context.meant(claim.attributed_to[0])


def of_event(context: Context, event: Event) -> Telling:
    """An event claim as a telling."""
    roles = [(r.role, context.meant(r.ref)) for r in event.roles]
    topic = real_topic(event)
    about = content(topic.text) if topic else frozenset()
    told = bare_telling(context, event, "event", roles, event.time)
    if told.window is None and told.actual and not told.denied and (far := _far(event)):
        told = replace(told, soft=news_window(context.articles.get(event.article), told.actual, before=far))
    return replace(
        told,
        subtype=event.subtype,
        lemma=stem((event.lemma or naming(event).text).casefold()),
        topic=about,
        names=about & names_inside(context, event.article, topic),
        figures=measures(topic.text) if topic else frozenset(),
        place=context.place(event.place) if event.place else None,
        doers=_nouns(context, event, "agent"),
        objects=_nouns(context, event, "patient", "participant", "recipient"),
        amounts=frozenset(n for r in event.roles if not _has_name(context, r.ref) for n in numbers(r.ref.text)),
        behind=_behind(context, event),
        noun=not is_verb(event),
        definite=is_definite(event),
        plural=is_plural(event),
        nth=nth(event),
    )


def _behind(context: Context, event: Event) -> Words:
    """The states that act through their troops ("Norlandic gunners"), their officials or their capitals.

    A city does nothing by itself: "Lima shelled the village".
    """
    found: set[str] = set()
    for ref in (role.ref for role in event.roles if role.role == "agent"):
        if head(ref.text) in _organs():
            found |= {c for c in _inside(context, event.article, ref) if context.clusters[c].type == "country"}
        elif context.clusters[context.meant(ref)].type == "place" and (state := by_capital(ref.name)):
            found |= {c.id for c in context.clusters.values() if c.type == "country" and state.iri in c.same_as}
    return frozenset(found)


@cache
def _organs() -> Words:
    return frozenset(stem(w) for w in listed("nouns", "organs"))


def _inside(context: Context, article: str, ref: Ref) -> set[str]:
    """The clusters of what is spoken of within a mention of something else."""
    return {
        context.spoken_for(e, m.start, m.end)
        for e in context.by_article.get(article, ())
        for m in e.mentions
        if e.id != ref.entity and ref.start <= m.start and m.end <= ref.end
    }


def _far(event: Event) -> int:
    """How many days before the news an undated event of this kind may lie, if longer than others; 0 if not."""
    if event.subtype in listed("standing"):
        return STANDING
    return SELDOM if event.type in listed("seldom", "types") or event.subtype in listed("seldom", "subtypes") else 0


def _nouns(context: Context, event: Event, *roles: str) -> Words:
    """The stems of the nouns that describe those in these roles who have no name."""
    meant = (context.meant(r.ref) for r in event.roles if r.role in roles)
    return frozenset(head(context.clusters[c].name) for c in meant if c not in context.named) - {""}


def _has_name(context: Context, ref: Ref) -> bool:
    return context.meant(ref) in context.named


def head(phrase: str) -> str:
    """The stem of the noun a phrase is about: the last word before "of", "in" or the like.

    >>> head("14 captured soldiers from the north"), head("its depot")
    ('soldier', 'depot')
    """
    words = re.split(r"\b(?:of|in|on|at|from|with|who|which|that|near|for|to)\b", fold(phrase))[0].split()
    return stem(words[-1]) if words and len(words[-1]) > 2 else ""


def real_topic(event: Event) -> Span | None:
    """The topic, unless it is nothing but the event's own time or place."""
    topic, time, place = event.topic, event.time, event.place
    if topic is None or any(s and s.start < topic.end and topic.start < s.end for s in (time, place)):
        inside = [s for s in (time, place) if topic and s and len(s.text) * 2 > len(topic.text)]
        return None if topic is None or inside else topic
    return topic


def names_inside(context: Context, article: str, span: Span | None) -> Words:
    """The content words of names that stand inside a span."""
    if span is None:
        return frozenset()
    spoken = (m for e in context.by_article.get(article, ()) for m in e.mentions if m.kind in ("name", "metonym"))
    return frozenset(w for m in spoken if span.start <= m.start and m.end <= span.end for w in content(m.text))


def of_statement(context: Context, statement: Statement) -> Telling:
    """An utterance: speaker as agent, addressee as recipient, venue as medium, whom it is about as topic."""
    roles = [("agent", context.meant(statement.speaker))]
    if statement.addressee:
        roles.append(("recipient", context.meant(statement.addressee)))
    if isinstance(statement.venue, Ref):
        roles.append(("medium", context.place(statement.venue)))
    roles += [("topic", context.meant(ref)) for ref in statement.about]
    said = content(statement.content.text)
    return replace(
        bare_telling(context, statement, "utterance", roles, statement.time), lemma=statement.stance, topic=said
    )
