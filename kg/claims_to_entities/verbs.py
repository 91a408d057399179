"""Forms of English verbs for labels, from the plain form."""

from __future__ import annotations

import re
from typing import Any

from kg.ontology import lexicon

_VOWEL_Y = re.compile(r"[aeiou]y$")


def _labels() -> dict[str, Any]:
    return lexicon("labels")


def _first(verb: str) -> tuple[str, str]:
    """A verb of several words inflects its first ("call off")."""
    head, _, rest = verb.partition(" ")
    return head, f" {rest}" if rest else ""


def _ed(verb: str) -> str:
    if verb in _labels()["doubling"]["verbs"]:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and not _VOWEL_Y.search(verb):
        return verb[:-1] + "ied"
    return verb + "ed"


def past(verb: str) -> str:
    """The past tense.

    >>> past("meet"), past("deny"), past("plan"), past("call off")
    ('met', 'denied', 'planned', 'called off')
    """
    head, rest = _first(verb)
    forms = _labels()["irregular"].get(head)
    return (forms[0] if forms else _ed(head)) + rest


def participle(verb: str) -> str:
    """The past participle.

    >>> participle("take"), participle("arrest")
    ('taken', 'arrested')
    """
    head, rest = _first(verb)
    forms = _labels()["irregular"].get(head)
    return (forms[1] if forms else _ed(head)) + rest


def gerund(verb: str) -> str:
    """The form in -ing.

    >>> gerund("die"), gerund("leave"), gerund("stop"), gerund("agree")
    ('dying', 'leaving', 'stopping', 'agreeing')
    """
    head, rest = _first(verb)
    if head in _labels()["doubling"]["verbs"]:
        return head + head[-1] + "ing" + rest
    if head.endswith("ie"):
        return head[:-2] + "ying" + rest
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")) and head != "be":
        return head[:-1] + "ing" + rest
    return head + "ing" + rest
