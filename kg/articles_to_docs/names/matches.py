"""Finds the gazetteer's names in a text: nations, peoples, regions, unions of states, seats of power."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import Known, by_first_word, known
from kg.articles_to_docs.names.words import Words

Matches = dict[int, tuple[int, Known]]
"""First token of a name → its last token and what it names."""


def gazetteer_matches(words: Words, skip: frozenset[int]) -> Matches:
    """Longest names of the gazetteer by their first token."""
    table, index = known(), by_first_word()
    matches: Matches = {}
    i = 0
    while i < len(words):
        word = words.text[i]
        if not word[:1].isupper() or i in skip:
            i += 1
            continue
        match = _longest(words, i, index.get(word, ()), table) or _shouted(words, i, table)
        if match is not None:
            matches[i] = match
            i = match[0]
        i += 1
    return _halves(words, matches, table) | matches


def _halves(words: Words, matches: Matches, table: dict[str, Known]) -> Matches:
    """The "North" of "North and South Korea"."""
    found: Matches = {}
    for second, (last, _) in matches.items():
        first = second - 2
        if last > second > 1 and words.lower[second - 1] in ("and", "or") and words.capitalised(first):
            whole = table.get(f"{words.text[first]} {words.text[last]}")
            if whole is not None and first not in matches:
                found[first] = (first, whole)
    return found


def _longest(words: Words, i: int, names: tuple[str, ...], table: dict[str, Known]) -> tuple[int, Known] | None:
    for name in names:
        length = len(name.split())
        for last in range(i, min(i + length + 2, len(words))):
            if words.end[last] - words.start[i] >= len(name):
                if words.span(i, last) == name:
                    return last, table[name]
                break
    return None


def _shouted(words: Words, i: int, table: dict[str, Known]) -> tuple[int, Known] | None:
    word = words.text[i]
    if len(word) > 4 and word.isupper() and word.title() in table:
        return i, table[word.title()]
    return None


def parts_of_tokens(words: Words, skip: frozenset[int]) -> Iterator[Found]:
    """Known names before the hyphen of one token ("U.S.-backed")."""
    table = known()
    for i, word in enumerate(words.text):
        if "-" in word[1:-1] and word[0].isupper() and i not in skip:
            part = word[: word.index("-")]
            if part in table and table[part].form in ("name", "adjective"):
                start = words.start[i]
                yield Found(part, i, i, start, start + len(part), "", table[part], None, True, True)
