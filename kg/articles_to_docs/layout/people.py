"""People's names and offices as a page's head and foot write them: bylines, credits, notes on an author."""

from __future__ import annotations

import re

from kg.ontology import lexicon

NAME = r"[^\W\d_a-z][\w.’'-]*"
_PARTICLE = r"(?:de|da|di|do|du|van|von|der|den|la|le|el|al|bin|ibn|y|of)"
_NAMES = re.compile(
    rf"{NAME}(?:\s+(?:{_PARTICLE}\s+)*{NAME}){{0,4}}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+|\s*&\s*){NAME}(?:\s+(?:{_PARTICLE}\s+)*{NAME}){{0,4}})*"
)
_IN_PLACE = re.compile(rf"\s+in\s+{NAME}(?:\s+{NAME})?(?=,|\s+and\s|$)")
_OFFICE_WORDS = 4


def is_name_list(text: str) -> bool:
    """Whether some text is nothing but people's names ("Ada Quill and Jo van Tarn"), each with a place at most
    ("Ada Quill in Oslo").
    """
    names = without_places(text.strip())
    if names != text.strip() and any(len(name.split()) < 2 for name in re.split(r"\s+and\s+|,", names)):
        return False  # "Fire in Port Brae"
    return len(text) < 120 and bool(_NAMES.fullmatch(names))


def without_places(names: str) -> str:
    """Names without the places where the people are ("Ada Quill in Oslo and Jo Tarn" → "Ada Quill and Jo Tarn")."""
    return _IN_PLACE.sub("", names)


def is_person(text: str) -> bool:
    """Whether some text is one person's full name: two words or more, none of them an office or a desk."""
    words = text.split()
    full = 2 <= len(words) <= 6 and sum(len(word) > 1 for word in words) >= 2
    return full and is_name_list(text) and words[0] != "The" and not any(is_office(word) for word in words)


def is_office(text: str) -> bool:
    """Whether some text ends with the word for an office, a desk or a paper ("Harbour Post staff and agencies"), or one
    of its short pieces does ("Staff Photographer, Harbour Post").
    """
    offices = lexicon("furniture")["byline"]["offices"]
    pieces = text.split(",")
    if len(pieces) > 1 and any(len(piece.split()) > _OFFICE_WORDS for piece in pieces):
        pieces = pieces[-1:]
    return any(piece.split()[-1].lower() in offices for piece in pieces if piece.strip())


def names_author(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a paragraph begins with an author's name, or with the surname alone ("Holt covers trade").

    >>> names_author("Holt covers trade.", ("Lena Holt",)), names_author("Holton sells mills.", ("Lena Holt",))
    (True, False)
    """
    folded = text.casefold()
    full = [author.casefold() for author in authors if len(author.split()) > 1]
    return any(folded.startswith((name, name.split()[-1] + " ")) for name in full)
