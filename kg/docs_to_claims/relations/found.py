"""What the finders of ties yield, and which entity types each predicate ties."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.relations.validity import NOW, Validity
from kg.records import Entity

SPACES = frozenset({"place", "country", "facility"})
_AGENTS = frozenset({"person", "organization", "country", "group"})
_BODIES = frozenset({"organization", "group"})
_ANY = _AGENTS | SPACES | frozenset({"product", "law_or_treaty", "work", "other"})
_TYPES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "owns": (_AGENTS, frozenset({"organization", "facility", "product", "work", "place", "other"})),
    "founded": (
        frozenset({"person", "organization", "group"}),
        frozenset({"organization", "work", "group", "facility"}),
    ),
    "leads": (frozenset({"person"}), _BODIES | {"country"}),
    "occupied_by": (SPACES, _AGENTS),
    "works_for": (frozenset({"person", "group"}), frozenset({"organization", "person", "country", "facility"})),
    "member_of": (_AGENTS, _BODIES | {"other"}),  # an acronym may be of no known type
    "located_in": (SPACES | {"organization"}, frozenset({"place", "country", "facility"})),
    "part_of": (frozenset({"organization", "facility", "group"}), frozenset({"organization"})),
    "family_of": (frozenset({"person"}), frozenset({"person"})),
    "born_in": (frozenset({"person"}), frozenset({"place", "country", "facility"})),
    "nationality": (frozenset({"person", "organization"}), frozenset({"country"})),
    "ally_of": (_AGENTS, _AGENTS),
}
_OTHER: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "other:represent": (frozenset({"person"}), _AGENTS | SPACES),
    "other:sponsor": (_AGENTS, _ANY),
}
TIED = frozenset().union(*(left for left, _ in _TYPES.values()))
"""The types of entities that nouns beside them can tie to others."""

_LASTING = (SPACES, SPACES)
"""Verbs of the lie of the land ("borders") tie places."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Head of the subject's mention, predicate, head of the object's mention, and how long it holds."""

    subject: Token
    predicate: str
    object: Token
    validity: Validity = NOW


def fits(reading: Reading, tie: Tie) -> bool:
    """Whether both ends are known by name, are not the same, and are of the types the predicate ties."""
    one, other = reading.entity(tie.subject), reading.entity(tie.object)
    if one is None or other is None or one.id == other.id:
        return False
    if not (_is_known(reading, tie.subject, one) and _is_known(reading, tie.object, other)):
        return False
    left, right = _TYPES.get(tie.predicate) or _OTHER.get(tie.predicate) or _LASTING
    return one.type in left and other.type in right


def is_named(entity: Entity) -> bool:
    """Whether the article ever names it: "her husband" without a name is tied to nobody a reader could find."""
    proper = entity.type != "person" and any(word[:1].isupper() for word in entity.name.split()[1:])
    return proper or any(m.kind in ("name", "metonym") for m in entity.mentions)


def _is_known(reading: Reading, token: Token, entity: Entity) -> bool:
    """Whether it is named; what is no person, also by a name inside its description ("Norlandic troops")."""
    if is_named(entity):
        return True
    mention = reading.mentions[token.i][1]
    inside = (t for t in token.subtree if mention.start <= t.idx < mention.end and not t.is_sent_start)
    return entity.type != "person" and any(t.text[:1].isupper() for t in inside)
