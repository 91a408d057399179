"""Whether the same take part in two tellings of an event."""

from __future__ import annotations

from kg.docs_to_claims.events.anchors.same_event_kin import has_synonyms, is_single
from kg.docs_to_claims.events.anchors.same_event_telling import Parties, Telling
from kg.docs_to_claims.events.triggers.senses import SYMMETRIC

_NEAR = 3
"""Sentences between two tellings of which one leaves somebody out, at most."""


def share_parties(earlier: Telling, later: Telling, *, again: bool) -> bool:
    """Whether the same take part. ``again``: the later one is a noun that takes up what was told."""
    if again and not later.everyone:
        return True
    symmetric = {earlier.trigger.sense.type, later.trigger.sense.type} <= SYMMETRIC and len(earlier.everyone) > 1
    if symmetric and (again or earlier.is_heading or len(later.everyone) > 1):
        return _are_together(earlier, later, again=again)
    doers, undergoers = _agree(earlier.doers, later.doers), _agree(earlier.undergoers, later.undergoers)
    if undergoers is False and _is_named_next(earlier, later):
        undergoers = True
    if False in (doers, undergoers) or (later.others and _agree(earlier.everyone, later.others) is False):
        return False
    if undergoers and (is_single(earlier) or is_single(later)):
        return True
    if not (doers or undergoers):
        return False
    if earlier.trigger.sense.type == "other" and not (earlier.is_heading or again) and not (doers and undergoers):
        return False  # "spent his time in Porto" and "spent ten years"
    by_doer = not undergoers and not again and not earlier.is_heading
    if by_doer and not has_synonyms(earlier.trigger.sense):
        return False  # "served in the House" and "serves in the Senate"
    left_out = bool(earlier.doers) != bool(later.doers) or bool(earlier.undergoers) != bool(later.undergoers)
    return not (left_out or again) or later.sentence - earlier.sentence <= _NEAR


def _are_together(earlier: Telling, later: Telling, *, again: bool) -> bool:
    """Whether two tellings of what parties do together name the same parties, or one of them some of these."""
    one, other = earlier.everyone, later.everyone
    shared = sum(any(p.is_one_with(q) for p in one) for q in other)
    some = again or (earlier.is_heading and earlier.trigger.sense.lemma == later.trigger.sense.lemma)
    return shared == min(len(one), len(other)) and shared > (0 if some else 1)


def _is_named_next(earlier: Telling, later: Telling) -> bool:
    """Whether somebody without a name is named in the next sentence: "A banker was jailed. Berg was sentenced"."""
    if later.sentence - earlier.sentence != 1 or len(earlier.undergoers) != 1 or len(later.undergoers) != 1:
        return False
    one, other = earlier.undergoers[0], later.undergoers[0]
    nameless = one.noun is not None and one.figure is None and not one.definite
    return nameless and one.person and other.person and other.noun is None


def _agree(one: Parties, other: Parties) -> bool | None:
    """Whether two sides share somebody; None where one of them is not told."""
    if not one or not other:
        return None
    return any(p.is_one_with(q) for p in one for q in other)
