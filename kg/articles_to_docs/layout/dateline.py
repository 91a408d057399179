"""The date line that opens a story's first paragraph: "PORT BRAE, Oct 3 (Agency) — The ferry …"."""

from __future__ import annotations

import re
from functools import cache

from kg.ontology import lexicon

_UPPER = r"[^\W\d_a-z][^\W\d_a-z.'’-]+"
_PLACE = rf"{_UPPER}(?:[ /]{_UPPER}|[ /](?:de|da|do|la|le|am|an|der|on|upon)){{0,4}}"
_MIXED = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){0,3}"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:19|20)\d\d)?"
)
_AGENCY = r"[(\[][^()\[\]\n]{2,40}[)\]]"
_DASH = r"\s*(?:—|–|--|−|(?<=\s)-(?=\s))\s*"
_NEXT = r"(?=[\"'“‘(]*[^\W_a-z])"
_FORMS = (
    # PORT BRAE, Norway, Oct 3 (Agency) — The …
    rf"{_PLACE}(?:, {_MIXED}){{0,2}}(?:,? {_DATE})?(?: {_AGENCY})?(?:{_DASH}|: ){_NEXT}",
    # Port Brae (AP) — The … ; New Delhi [India], July 20 (ANI): The …
    rf"{_MIXED}(?:, {_MIXED})?(?: \[[^\]]{{2,30}}\])?(?:,? {_DATE})? {_AGENCY}(?:{_DASH}|: ){_NEXT}",
    # PORT BRAE (Agency) The …
    rf"{_PLACE} {_AGENCY} {_NEXT}",
    # PORT BRAE. The …
    rf"{_PLACE}\. {_NEXT}",
    # PORT BRAE Aug 18 The … ; PORT BRAE, Sept 4 The …
    rf"{_PLACE},? {_DATE}(?: {_AGENCY})? {_NEXT}",
    # March 17, 2025: The … ; July 15 (UPI) -- The … ; (CNS): The …
    rf"{_DATE}(?:, [^\W\d_a-z]\w+)?(?: {_AGENCY})?(?:{_DASH}|: ){_NEXT}",
    rf"\((?:[A-Z]{{2,12}}|{_MIXED})\)(?:{_DASH}|: ){_NEXT}",
    # date 2031-07-27 The …
    rf"(?i:date|published|posted|updated)(?: on)?:? (?:(?:19|20)\d\d-\d\d-\d\d|{_DATE}),?(?:{_DASH}|: | ){_NEXT}",
    # A mixed-case place is a date line only with a date: Port Brae, Oct 3 — The …
    rf"{_MIXED}(?:, {_MIXED})?, {_DATE}(?:{_DASH}|: ){_NEXT}",
)
_PREFIX = re.compile("|".join(f"(?:{form})" for form in _FORMS))
_LONGEST = 120


@cache
def _never() -> frozenset[str]:
    """Capitals that open a line without being a place ("WATCH", "POSTED")."""
    return frozenset(lexicon("furniture")["dateline"]["never"])


def dateline_end(paragraph: str) -> int:
    """How many code points of a paragraph are its date line with the separator after it; 0 if it has none.

    >>> text = "PORT BRAE, Oct 3 (Northern) — The ferry sank."
    >>> text[dateline_end(text):]
    'The ferry sank.'
    """
    found = _PREFIX.match(paragraph[:_LONGEST])
    if not found or re.split(r"[\s:.,]", paragraph, maxsplit=1)[0] in _never():
        return 0
    return found.end()
