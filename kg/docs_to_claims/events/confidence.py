"""How sure the extractor is that the text says so: from the evidence it saw, each factor with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.reality import Reality
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Role

BASE = 0.85
"""A lexicon verb with a parsed subject in a body sentence."""


def confidence(reading: Reading, trigger: Trigger, roles: Sequence[Role], state: Reality) -> float:
    """A number from 0.05 to 0.95; two decimals, so that the same text gives the same bytes on every machine."""
    score = BASE
    if trigger.sense.type == "other":
        score -= 0.15  # an unknown verb names an event less often
    if trigger.sense.pos == "noun" and trigger.light is None:
        score -= 0.1  # a bare noun may only allude
    if trigger.sense.weight:
        score += 0.05  # its object or particle agrees with the sense
    if not any(r.role == "agent" for r in roles) and len(roles) < 2:
        score -= 0.1
    if reading.block(trigger.token).role == "headline":
        score -= 0.1  # headlines parse badly
    if len(reading.sentence(trigger.token)) > 45:
        score -= 0.05  # so do long sentences
    if state.certainty != "certain":
        score -= 0.05
    return round(min(0.95, max(0.05, score)), 2)
