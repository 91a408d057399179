"""Who asks and who answers in an interview: by a label's name or initials, or by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.articles_to_docs.reading import Reading, ref_to
from kg.records import Entity, Ref

_INTERVIEW = re.compile(r"\b(?:interview(?:s|ed)?|(?:spoke|speaks|talked|talks) (?:with|to))\b", re.IGNORECASE)
_REACH = 60
"""Characters from the word "interview" to the name of who is interviewed, at most."""
_NEAR = 20
"""Characters before a name in which the word "reporter" describes it."""
_REPORTERS = ("reporter", "correspondent")
_OUTLETS = frozenset({"organization", "work", "product", "other"})


def by_name(reading: Reading, name: str) -> Ref | None:
    """The person with this name, else the one person whose name ends with it or begins with it."""
    wanted = _words(name)
    named = [(e, e.aliases) for e in reading.entities if e.type == "person"]
    whole = [e for e, others in named if wanted in map(_words, (e.name, *others))]
    part = [e for e, _ in named if wanted in (_words(e.name)[-len(wanted) :], _words(e.name)[: len(wanted)])]
    ends = [e for e, _ in named if len(wanted) > 1 and wanted[-1] == _words(e.name)[-1]]
    for found in (whole, part, ends):
        if found:
            return _first(found[0]) if len(found) == 1 else None
    return None


def _words(name: str) -> list[str]:
    return [word.strip(".,").casefold() for word in name.split()]


def by_initials(reading: Reading, letters: str) -> Ref | None:
    """The one person whose names begin with these letters, all of them or the first and the last."""
    found: dict[str, Ref] = {}
    for entity in reading.entities:
        first = [word[0] for word in entity.name.split() if word[:1].isupper()]
        ref = _first(entity) if entity.type == "person" and len(first) > 1 else None
        if ref is not None and letters in ("".join(first), "".join(first[:1] + first[-1:])):
            found[entity.id] = ref
    return next(iter(found.values())) if len(found) == 1 else None


def _first(entity: Entity) -> Ref | None:
    return next((ref_to(entity, m) for m in entity.mentions if m.kind == "name"), None)


def interviewee(reading: Reading, end: int) -> Ref | None:
    """Who answers, by what stands above ``end``: the person named right behind the word "interview"; else, of the
    persons with a full name there, the one named most often; the earlier on a tie. None where nobody is.
    """
    persons: dict[str, tuple[int, Ref]] = {}
    for entity in reading.entities:
        early = [m for m in entity.mentions if m.start < end]
        named = next((m for m in early if m.kind == "name"), None)
        if entity.type == "person" and named is not None and len(entity.name.split()) > 1:
            persons[entity.id] = (len(early), ref_to(entity, named))
    refs = [ref for _, ref in persons.values() if not _is_reporter(reading, ref)]
    ends = {m.end for e in reading.entities if e.type == "person" for m in e.mentions}
    for word in _INTERVIEW.finditer(reading.article.text, 0, end):
        behind = [r for r in refs if word.end() <= r.start <= word.end() + _REACH]
        told = word[0].lower().startswith(("sp", "ta")) and word.start() - 1 in ends  # "Ana Ruiz spoke to"
        if behind and not told:
            return min(behind, key=lambda r: r.start)
    return min(persons.values(), key=lambda p: (-p[0], p[1].start))[1] if persons else None


def outlet(reading: Reading, labels: Iterable[str], end: int) -> Ref | None:
    """Whose reporter asks: the organisation a question's label names in full; else the article's own publisher; else
    the one organisation above ``end`` that a label abbreviates.
    """
    wanted, publisher = sorted(labels), reading.article.publisher
    known = [(e, e.mentions[0].start) for e in reading.entities if e.type in _OUTLETS and e.mentions]
    for name in map(_words, (*wanted, *([publisher] if publisher else []))):
        for entity, _ in known:
            if name in map(_words, (entity.name, *entity.aliases)):
                return _first(entity)
    short = [name for name in wanted if name.isupper()]
    found = [e for e, start in known if start < end and any(abbreviates(name, e.name) for name in short)]
    return _first(found[0]) if len(found) == 1 else None


def abbreviates(letters: str, name: str) -> bool:
    """Whether a label is part of a name, its initials ("NP" for "Northern Post"), or stands in its first word in order,
    the first letter first ("WN" for "Westnews").
    """
    if letters.casefold() in name.casefold():
        return name[:1].casefold() == letters[:1].casefold()
    words = name.casefold().split()
    initials = "".join(word[0] for word in words)
    return any(w[0] == letters[:1].casefold() and _in_order(letters.casefold(), w) for w in (*words[:1], initials) if w)


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def reporter(reading: Reading, letters: str) -> Ref | None:
    """The author of the article, or the person it calls a reporter, with these initials."""
    ref = by_initials(reading, letters)
    return ref if ref is not None and _is_reporter(reading, ref) else None


def _is_reporter(reading: Reading, ref: Ref) -> bool:
    before = reading.article.text[max(0, ref.start - _NEAR) : ref.start].lower()
    return ref.name in reading.article.authors or any(word in before for word in _REPORTERS)
