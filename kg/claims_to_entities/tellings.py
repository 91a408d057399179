"""Claims made comparable: participants as clusters, times as windows, topics as words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.claims_to_entities.content import Words, content, listed, numbers, stem
from kg.claims_to_entities.countries import by_name, is_national_class
from kg.claims_to_entities.names import fold
from kg.claims_to_entities.naming import is_named
from kg.claims_to_entities.windows import Window, news_window, window_of
from kg.claims_to_entities.world import Cluster
from kg.errors import ClaimError
from kg.ontology import lexicon
from kg.records import Article, Entity, Event, Ref, Relation, Span, Statement, Time

SCENE = 24


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
    ``ruled`` is what the user says the claim must be one with, ``apart`` what it must not.
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
    ruled: Words = frozenset()
    apart: Words = frozenset()


Roles = list[tuple[str, str]]


def _of(roles: Roles, *names: str) -> Words:
    return frozenset(c for r, c in roles if r in names)


def _telling(
    context: Context, claim: Event | Relation | Statement, kind: str, roles: Roles, time: Time | None
) -> Telling:
    everyone = _of(roles, "agent", "patient", "recipient", "participant")
    actual = isinstance(claim, Statement) or claim.modality == "actual"
    window = window_of(time)
    denied = not isinstance(claim, Statement) and claim.polarity == "negative"
    soft = window or news_window(context.articles.get(claim.article), actual, denied)
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
    )


def of_event(context: Context, event: Event) -> Telling:
    """An event claim as a telling."""
    roles = [(r.role, context.meant(r.ref)) for r in event.roles]
    topic = real_topic(event)
    words = content(topic.text) if topic else frozenset()
    return replace(
        _telling(context, event, "event", roles, event.time),
        subtype=event.subtype,
        lemma=stem((event.lemma or event.trigger.text).casefold()),
        topic=words,
        names=words & names_inside(context, event.article, topic),
        figures=numbers(topic.text) if topic else frozenset(),
        place=context.place(event.place) if event.place else None,
        doers=_nouns(context, event, "agent"),
        objects=_nouns(context, event, "patient", "participant", "recipient"),
        amounts=frozenset(n for r in event.roles if not _has_name(context, r.ref) for n in numbers(r.ref.text)),
    )


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


def scene_of(context: Context) -> Words:
    """The words of the names that the articles of a context speak of most, at most ``SCENE``."""
    spoken: Counter[str] = Counter()
    for entity in context.entities.values():
        names = {w for m in entity.mentions for w in re.findall(r"\b[A-Z]\w{3,}", m.text) if m.kind != "pronoun"}
        for word in {w for n in names for w in content(n)}:
            spoken[word] += len(entity.mentions)
    return frozenset(sorted(spoken, key=lambda w: (-spoken[w], w))[:SCENE])


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
    words = content(statement.content.text)
    return replace(
        _telling(context, statement, "utterance", roles, statement.time), lemma=statement.stance, topic=words
    )


def of_relation(context: Context, relation: Relation) -> Telling:
    """A lasting tie: holder (and organization) of an office; agent and patient of any other state."""
    office = relation.predicate == "holds_position"
    roles = [("holder" if office else "agent", context.meant(relation.subject))]
    title, inside = "", ""
    if isinstance(relation.object, Span):
        title = relation.object.text
        body, inside = employer(context, relation) if office else (None, "")
        roles += [("organization", body)] if body else []
    else:
        title = relation.object.text if office else ""
        located = relation.predicate in ("located_in", "part_of", "born_in")
        target = context.place(relation.object) if located else context.meant(relation.object)
        roles.append(("organization" if office else "patient", target))
    telling = _telling(context, relation, "office" if office else "state", roles, relation.time)
    return replace(
        telling, type=relation.predicate, topic=title_words(context, title, inside, roles), lemma=title.casefold()
    )


def title_words(context: Context, title: str, body: str, roles: Roles) -> Words:
    """The words of a title that say which office it is: without countries and the body it is held in."""
    own = {w for _, c in roles if c in context.named for n in _names(context.clusters[c]) for w in content(n)}
    own |= content(body)
    origin = {w for word in fold(title).split() if by_name(word) for w in content(word)}
    words = frozenset(_one_office().get(w, w) for w in content(title))
    return words - ((own | origin) - listed("titles", "apart")) or words or frozenset({fold(title)} - {""})


@cache
def _one_office() -> dict[str, str]:
    """The stem that stands for each word of an office that has several."""
    groups: list[list[str]] = lexicon("situations")["titles"]["same"]
    return {stem(w): stem(group[0]) for group in groups for w in group}


def _names(cluster: Cluster) -> tuple[str, ...]:
    return (cluster.name, *cluster.aliases)


def employer(context: Context, relation: Relation) -> tuple[str | None, str]:
    """The country or body in a title, and its words there: before the office or after "of", never after "to"."""
    title = relation.object
    spans = [
        (m.start, m.end, e)
        for e in context.by_article.get(relation.article, ())
        if e.type in ("country", "organization") or e.stands_for
        for m in e.mentions
        if title.start <= m.start and m.end <= title.end
    ]
    for start, end, entity in sorted(spans, key=lambda s: (s[0], -s[1], s[2].id)):
        before = title.text[: start - title.start].split()
        if not before or {w.casefold() for w in before} & listed("titles", "field") == set():
            return context.spoken_for(entity, start, end), title.text[start - title.start : end - title.start]
    return None, ""
