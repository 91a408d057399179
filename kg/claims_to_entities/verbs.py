"""Forms of English verbs for labels, from the plain form."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kg.ontology import lexicon

_VOWEL_Y = re.compile(r"[aeiou]y$")
# A verb of one syllable that ends in one vowel and one consonant doubles that consonant ("stir", "plan", "quit").
_SHORT = re.compile(r"(?:[^aeiou]*|.*qu)[aeiouy][^aeiouwxy]$")
# What may stand before an irregular verb without changing how it inflects ("upset", "overrun", "rewrite").
_PREFIX = re.compile(r"(?:up|over|under|out|re|fore|mis|un|with|broad)(?=[a-z]{3})")


def _labels() -> dict[str, Any]:
    return lexicon("labels")


def _first(verb: str) -> tuple[str, str]:
    """A verb of several words inflects its first ("call off")."""
    head, _, rest = verb.partition(" ")
    return head, f" {rest}" if rest else ""


def _irregular(verb: str) -> tuple[str, str] | None:
    """The past and the participle of an irregular verb, None of a regular one."""
    known = _labels()["irregular"]
    for prefix in ("", *_PREFIX.findall(verb)[:1]):
        if verb.startswith(prefix) and (found := known.get(verb.removeprefix(prefix))):
            return prefix + found[0], prefix + found[1]
    return None


def _doubles(verb: str) -> bool:
    known = _labels()["doubling"]["verbs"]
    return (
        bool(_SHORT.fullmatch(verb))
        or verb in known
        or any(verb.removeprefix(p) in known for p in _PREFIX.findall(verb)[:1])
    )


def _ed(verb: str) -> str:
    if _doubles(verb):
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and not _VOWEL_Y.search(verb):
        return verb[:-1] + "ied"
    return verb + "ed"


def past(verb: str) -> str:
    """The past tense.

    >>> past("meet"), past("deny"), past("plan"), past("stir"), past("upset"), past("call off")
    ('met', 'denied', 'planned', 'stirred', 'upset', 'called off')
    """
    head, rest = _first(verb)
    found = _irregular(head)
    return (found[0] if found else _ed(head)) + rest


def participle(verb: str) -> str:
    """The past participle.

    >>> participle("take"), participle("arrest")
    ('taken', 'arrested')
    """
    head, rest = _first(verb)
    found = _irregular(head)
    return (found[1] if found else _ed(head)) + rest


def gerund(verb: str) -> str:
    """The form in -ing.

    >>> gerund("die"), gerund("leave"), gerund("stop"), gerund("agree")
    ('dying', 'leaving', 'stopping', 'agreeing')
    """
    head, rest = _first(verb)
    if _doubles(head):
        return head + head[-1] + "ing" + rest
    if head.endswith("ie"):
        return head[:-2] + "ying" + rest
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")) and head != "be":
        return head[:-1] + "ing" + rest
    return head + "ing" + rest


def third(verb: str) -> str:
    """The third person singular of the present.

    >>> third("deny"), third("reach"), third("go"), third("meet")
    ('denies', 'reaches', 'goes', 'meets')
    """
    head, rest = _first(verb)
    if head in ("have", "be"):
        return {"have": "has", "be": "is"}[head] + rest
    if head.endswith("y") and not _VOWEL_Y.search(head):
        return head[:-1] + "ies" + rest
    return head + ("es" if head.endswith(("s", "x", "z", "ch", "sh", "o")) else "s") + rest


@cache
def forms(verb: str) -> frozenset[str]:
    """All forms of a verb of one word.

    >>> sorted(forms("go"))
    ['go', 'goes', 'going', 'gone', 'went']
    """
    return frozenset({verb, third(verb), past(verb), participle(verb), gerund(verb)})
