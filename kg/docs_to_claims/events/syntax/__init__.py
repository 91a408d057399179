"""Reading dependency trees: who is the subject, the object, the complement — also where the tree leaves it implicit."""

from __future__ import annotations

from kg.docs_to_claims.events.syntax.control import asked_of, made_to, object_control
from kg.docs_to_claims.events.syntax.repairs import claimed
from kg.docs_to_claims.events.syntax.subjects import owner, subject
from kg.docs_to_claims.events.syntax.trees import (
    RELATIVE,
    SUBJECTS,
    ancestors,
    child,
    conjuncts,
    coordination,
    is_infinitive,
    objects,
    partner,
    preposition_objects,
)
from kg.docs_to_claims.events.syntax.voices import is_passive

__all__ = [
    "RELATIVE",
    "SUBJECTS",
    "ancestors",
    "asked_of",
    "child",
    "claimed",
    "conjuncts",
    "coordination",
    "is_infinitive",
    "is_passive",
    "made_to",
    "object_control",
    "objects",
    "owner",
    "partner",
    "preposition_objects",
    "subject",
]
