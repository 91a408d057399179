"""What the user says is the same and what is not: the file ``merges.toml``, which outranks every rule.

::

    [[same]]                                   # all that any of these describes is one
    things = ["Port of Sedra", { name = "Sedra Harbour Authority", type = "organization" }]
    why = "renamed in 2029"                    # for you, and for `kg merges explain`

    [[not_same]]                               # no two of these are one
    things = [{ name = "Jan Berg", article = "5cbd9f61540eb8b6" }, "Jan Berg"]

A thing is a name (any article, any type), an IRI that entities carry (Wikidata, GeoNames), the id of an entity or a
claim as ``kg merges explain`` prints it, or a table with ``name``, ``iri`` or ``id``, and perhaps ``type`` and
``article`` (its id, file name or URL). Of several descriptions that fit, the most particular decides: above, the Jan
Berg of one article is apart from all others of that name. Claims are named by their ids alone, so events can be joined
and parted too.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass

from kg.claims_to_entities.names import family, fold
from kg.errors import KgError
from kg.records import Article, Claim, Entity

_ID = re.compile(r"\S+:[a-z]\d+-\d+")
_IRI = re.compile(r"[a-z][a-z0-9+.-]*://\S+")


@dataclass(frozen=True, slots=True)
class Described:
    """A thing as the user describes it; "" for what is left open. ``name`` is folded, ``type`` a family of types."""

    id: str = ""
    iri: str = ""
    name: str = ""
    type: str = ""
    article: str = ""

    @property
    def particular(self) -> tuple[bool, bool, bool, bool]:
        """How particular the description is; more is greater."""
        return bool(self.id), bool(self.article), bool(self.iri), bool(self.type)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One table of the file. ``where`` is its place there, counted from 1: ``same[1]``; ``things`` as written."""

    same: bool
    things: tuple[Described, ...]
    where: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the verdicts make of one thing: the ``identity`` it must have, and those it must not share.

    ``identity`` is the same for all that the user says are one, "" for a thing the user does not speak of.
    """

    identity: str = ""
    apart: frozenset[str] = frozenset()
    why: tuple[str, ...] = ()


UNDECIDED = Ruling()


def decide(a: Ruling, b: Ruling) -> bool | None:
    """Whether two things are one by the user's word; None where there is none.

    >>> one, other = Ruling("x", frozenset("y")), Ruling("y", frozenset("x"))
    >>> decide(one, one), decide(one, other), decide(one, UNDECIDED)
    (True, False, None)
    """
    if a.identity and a.identity == b.identity:
        return True
    return False if b.identity in a.apart or a.identity in b.apart else None


class Verdicts:
    """All verdicts of a file, ready to be asked about any entity or claim, each by itself and in any order.

    Raises KgError, naming the file and the tables, when they contradict each other.
    """

    def __init__(self, verdicts: Iterable[Verdict] = (), file: str = "merges.toml") -> None:
        self.file = file
        self.verdicts = tuple(verdicts)
        self._rulings = _rulings(self.verdicts, file)
        self._near: dict[tuple[str, str], list[Described]] = defaultdict(list)
        for thing in self._rulings:
            key = next((k, v) for k, v in (("id", thing.id), ("iri", thing.iri), ("name", thing.name)) if v)
            self._near[key].append(thing)

    def __bool__(self) -> bool:
        return bool(self.verdicts)

    def of(self, thing: Entity | Claim, article: Article | None = None) -> Ruling:
        """The ruling on one entity or claim. With its article, descriptions may name that by file name or URL."""
        fitting = [d for d in self._candidates(thing) if fits(d, thing, article)]
        best = max(fitting, key=lambda d: (d.particular, astuple(d)), default=None)
        return UNDECIDED if best is None else self._rulings[best]

    def unused(self, things: Iterable[Entity | Claim], articles: Mapping[str, Article]) -> tuple[str, ...]:
        """One line for every description that fits none of these things, in order: a slip of the pen, most likely."""
        used = {d for t in things for d in self._candidates(t) if fits(d, t, articles.get(t.article))}
        places = ((v.where, n, d) for v in self.verdicts for n, d in enumerate(v.things, 1))
        return tuple(f"{where}.things[{n}]: {shown(d)} is nowhere" for where, n, d in places if d not in used)

    def _candidates(self, thing: Entity | Claim) -> list[Described]:
        keys = [("id", thing.id)]
        if isinstance(thing, Entity):
            keys += [("name", fold(thing.name)), *(("iri", iri) for iri in thing.same_as)]
        return [d for key in keys for d in self._near.get(key, ())]


def fits(described: Described, thing: Entity | Claim, article: Article | None = None) -> bool:
    """Whether a description fits an entity or claim.

    >>> fits(described("Jan Berg"), Entity("a:e0-8", "a", "JAN BERG", "person"))
    True
    """
    if described.id and described.id != thing.id:
        return False
    if described.article and described.article not in _places(thing, article):
        return False
    if not isinstance(thing, Entity):
        return bool(described.id)
    return (
        described.iri in ("", *thing.same_as)
        and described.name in ("", fold(thing.name))
        and described.type in ("", family(thing.type))
    )


def _places(thing: Entity | Claim, article: Article | None) -> frozenset[str]:
    if article is None or article.id != thing.article:
        return frozenset({thing.article})
    places = {article.source, article.url or "", *article.locations} - {""}
    return frozenset({article.id, *places, *(re.split(r"[/\\]", p)[-1] for p in places)})


def described(words: str) -> Described:
    """A thing given as one string: an IRI, the id of an entity or claim, else a name.

    >>> described("The Harbour Post").name, described("5cbd9f61540eb8b6:e12-20").id
    ('harbour post', '5cbd9f61540eb8b6:e12-20')
    """
    if _IRI.fullmatch(words):
        return Described(iri=words)
    return Described(id=words) if _ID.fullmatch(words) else Described(name=fold(words))


def shown(thing: Described) -> str:
    """A description in words."""
    main = thing.id or thing.iri or f'"{thing.name}"'
    more = [f"type {thing.type}"] * bool(thing.type) + [f"article {thing.article}"] * bool(thing.article)
    return f"{main} ({', '.join(more)})" if more else main


def _rulings(verdicts: Iterable[Verdict], file: str) -> dict[Described, Ruling]:
    """What the verdicts together say of each description."""
    from kg.articles_to_support.components import components  # noqa: PLC0415 - only where there are verdicts

    given = list(verdicts)
    keys = {repr(d): d for v in given for d in v.things}
    ties = [(repr(v.things[0]), repr(d)) for v in given if v.same for d in v.things[1:]]
    home = components(keys, ties)
    members: dict[str, list[str]] = defaultdict(list)
    for key, group in home.items():
        members[group].append(key)
    identity = {g: "user:" + hashlib.sha256("\n".join(m).encode()).hexdigest()[:16] for g, m in members.items()}
    apart: dict[str, set[str]] = defaultdict(set)
    why: dict[str, list[str]] = defaultdict(list)
    for verdict in given:
        for one in verdict.things:
            group = home[repr(one)]
            why[group].append(f"{verdict.where}: {verdict.why}" if verdict.why else verdict.where)
            for other in () if verdict.same else verdict.things:
                if other is not one and home[repr(other)] == group:
                    tied = ", ".join(v.where for v in given if v.same and home[repr(v.things[0])] == group)
                    pair = f"{shown(one)} and {shown(other)}"
                    by = f"by {tied} they are one" if tied else "these are one description"
                    raise KgError(f"{file}: {verdict.where}: {pair} cannot be two: {by}")
                if other is not one:
                    apart[group].add(identity[home[repr(other)]])
    return {
        keys[k]: Ruling(identity[g], frozenset(apart[g]), tuple(dict.fromkeys(why[g]))) for k, g in sorted(home.items())
    }
