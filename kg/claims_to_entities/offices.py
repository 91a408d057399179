"""Lasting ties made comparable: which office a title means, in which body, and in which years."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg.claims_to_entities.content import Words, content, listed, stem
from kg.claims_to_entities.countries import by_name
from kg.claims_to_entities.names import fold
from kg.claims_to_entities.tellings import Context, Roles, Telling, bare_telling
from kg.claims_to_entities.windows import Window
from kg.claims_to_entities.world import Cluster
from kg.ontology import lexicon
from kg.records import Relation, Span


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
    telling = bare_telling(context, relation, "office" if office else "state", roles, relation.time)
    return replace(
        telling,
        type=relation.predicate,
        soft=_term(context, relation, telling.window) if office else None,
        topic=title_words(context, title, inside, roles),
        lemma=title.casefold(),
    )


def _term(context: Context, relation: Relation, window: Window | None) -> Window | None:
    """The years in which an office is told to be held: those it names, or for one held now the year of the article."""
    article = context.articles.get(relation.article)
    if window is None and relation.status == "ongoing" and article and article.published:
        window = (article.published[:10], article.published[:10])
    return (f"{window[0][:4]}-01-01", f"{window[1][:4]}-12-31") if window else None


def title_words(context: Context, title: str, body: str, roles: Roles) -> Words:
    """The words of a title that say which office it is: without countries and the body it is held in."""
    own = {w for _, c in roles if c in context.named for n in _names(context.clusters[c]) for w in content(n)}
    own |= content(body)
    origin = {w for word in fold(title).split() if by_name(word) for w in content(word)}
    office = frozenset(_one_office().get(w, w) for w in content(title))
    return office - ((own | origin) - listed("titles", "apart")) or office or frozenset({fold(title)} - {""})


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
