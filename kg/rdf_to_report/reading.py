"""From a store to the records of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.ontology import terms
from kg.rdf_to_report.claims import read_claims
from kg.rdf_to_report.columns import Column, Queryable, column, rows, single
from kg.rdf_to_report.graph import Actor, Article, Claim, Contradiction, Graph, Situation

ROLES = (
    "actor", "holder", "bearer", "participant", "recipient", "counterpart", "cause", "theme", "topic", "instrument",
    "medium", "organization", "place",
)  # fmt: skip
"""The roles of the ontology in the order in which a report names who has them."""

_BY_NAME = "VALUES ?kind { nkg:name nkg:metonym } ?m nkg:mentionType ?kind ; nkg:refersTo ?s ."
# These classes say nothing that a narrower one does not.
_BROAD = frozenset({"Entity", "Agent"})


def read(store: Queryable) -> Graph:
    """Read everything the report tells. The same graph gives the same records, wherever it is stored."""
    articles = _articles(store)
    labels = single(column(store, "rdfs:label"))
    classes = column(store, "rdf:type", "?s rdfs:label ?label .")
    situations = _situations(store, read_claims(store, articles), labels, classes)
    wanted = {iri for s in situations.values() for _, iri in s.roles}
    return Graph(_actors(store, wanted, labels, classes), articles, situations, _contradictions(store))


def local_name(iri: str) -> str:
    """The last part of an IRI.

    >>> local_name("https://w3id.org/newskg/ontology#spokeTo")
    'spokeTo'
    """
    return re.split(r"[#/]", iri)[-1]


def words(iri: str) -> str:
    """The vocabulary's label of a term, or its local name as lower-case words.

    >>> words("https://example.org/terms#RowingMatch")
    'rowing match'
    """
    known = terms().get(iri)
    label = known and (known.one("skos:prefLabel") or known.one("rdfs:label"))
    return label or re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", local_name(iri)).lower()


def day(value: str | None) -> str | None:
    """The day of a date, without zone or time of day; None for what is no date.

    >>> day("2025-03-14T08:00:00Z"), day("soon")
    ('2025-03-14', None)
    """
    found = re.match(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value or "")
    return found[0] if found else None


def _articles(store: Queryable) -> dict[str, Article]:
    names = ("schema:headline", "schema:datePublished", "nkg:dateBasis", "schema:url")
    title, published, basis, url = (single(column(store, name)) for name in names)
    publisher = single(column(store, "schema:publisher/rdfs:label"))
    unnamed = column(store, "schema:publisher", "?o a nkg:UnnamedSource .")
    sources, authors, copies = (column(store, n) for n in ("dcterms:source", "schema:author", "nkg:copyOf"))
    return {
        iri: Article(
            iri,
            title=title.get(iri),
            publisher=None if iri in unnamed else publisher.get(iri),
            published=day(published.get(iri)),
            basis=local_name(basis[iri]) if iri in basis else None,
            url=url.get(iri),
            sources=sources.get(iri, ()),
            authors=authors.get(iri, ()),
            copies=copies.get(iri, ()),
        )
        for (iri,) in sorted(rows(store, "?s a schema:NewsArticle .", "s"))
    }


def _actors(store: Queryable, wanted: Iterable[str], label: Mapping[str, str], classes: Column) -> dict[str, Actor]:
    aliases, links = column(store, "skos:altLabel"), column(store, "schema:sameAs")
    # A graph that does not say how its entities are mentioned does not say which go by a name.
    by_name = {iri for (iri,) in rows(store, _BY_NAME, "s")}
    described = {iri for (iri,) in rows(store, "?m nkg:mentionType ?kind ; nkg:refersTo ?s .", "s")} - by_name
    return {
        iri: Actor(
            iri,
            label=label.get(iri) or local_name(iri),
            kind=_kind(classes.get(iri, ())),
            named=iri not in described,
            aliases=tuple(a for a in aliases.get(iri, ()) if a != label.get(iri)),
            links=links.get(iri, ()),
        )
        for iri in sorted(wanted)
    }


def _kind(classes: Iterable[str]) -> str:
    names = sorted(local_name(c) for c in classes)
    return next((n for n in names if n not in _BROAD), "Entity")


def _situations(
    store: Queryable, told: Mapping[str, Sequence[Claim]], label: Mapping[str, str], classes: Column
) -> dict[str, Situation]:
    status, kind = single(column(store, "nkg:status")), single(classes)
    type_ = single(column(store, "nkg:eventType"))
    times = ("earliestDate", "latestDate", "date", "attestedFrom", "attestedTo")
    earliest, latest, date, since, until = (single(column(store, f"nkg:{name}")) for name in times)
    topic, title = (single(column(store, f"nkg:{name}")) for name in ("topicText", "roleTitle"))
    articles, sources = (single(column(store, f"nkg:{name}")) for name in ("articles", "independentSources"))
    roles, about = _parts(store, status)
    made = {}
    for iri, verdict in sorted(status.items()):
        of_type = type_.get(iri) or kind.get(iri) or "situation"
        claims = tuple(told.get(iri, ()))
        told_in = {c.article for c in claims}
        to = day(until.get(iri))
        made[iri] = Situation(
            iri,
            kind=local_name(kind.get(iri, "")),
            type=local_name(of_type),
            type_label=words(of_type),
            status=local_name(verdict),
            label=label.get(iri) or words(of_type),
            first=day(earliest.get(iri) or date.get(iri)),
            last=day(latest.get(iri) or date.get(iri)),
            roles=roles.get(iri, ()),
            about=about.get(iri, ()),
            topic=topic.get(iri),
            title=title.get(iri),
            attested=(day(since.get(iri)) or to, to) if to else None,
            articles=max(int(articles.get(iri) or 0), len(told_in)),
            sources=int(sources[iri]) if iri in sources else None,
            claims=claims,
        )
    return made


def _parts(
    store: Queryable, situations: Mapping[str, str]
) -> tuple[dict[str, tuple[tuple[str, str], ...]], dict[str, tuple[str, ...]]]:
    """Who plays which role in a situation, the narrower role before "participant"; and what it speaks of."""
    roles: dict[str, dict[str, str]] = {}
    about: dict[str, set[str]] = {}
    for role in ROLES:
        for situation, others in column(store, f"nkg:{role}").items():
            if situation not in situations:
                continue
            for other in others:
                if other in situations:
                    about.setdefault(situation, set()).add(other)
                elif roles.setdefault(situation, {}).get(other, "participant") == "participant":
                    roles[situation][other] = role
    for saying, others in column(store, "^nkg:via/nkg:describes").items():
        about.setdefault(saying, set()).update(others)
    order = {role: k for k, role in enumerate(ROLES)}
    return (
        {
            iri: tuple(sorted(((r, e) for e, r in own.items()), key=lambda p: (order[p[0]], p[1])))
            for iri, own in roles.items()
        },
        {iri: tuple(sorted(own - {iri})) for iri, own in about.items()},
    )


def _contradictions(store: Queryable) -> tuple[Contradiction, ...]:
    types, reasons = single(column(store, "nkg:contradictionType")), single(column(store, "nkg:reason"))
    found: dict[tuple[str, str], Contradiction] = {}
    for iri, claims in column(store, "nkg:involves").items():
        if len(claims) == 2:
            kind = local_name(types.get(iri, "")).removesuffix("Conflict")
            found.setdefault((claims[0], claims[1]), Contradiction(*claims, kind, reasons.get(iri)))
    return tuple(found[pair] for pair in sorted(found))
