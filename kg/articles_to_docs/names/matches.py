"""Finds the gazetteer's names in a text: nations, peoples, regions, unions of states, seats of power."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import Known, by_first_word, known
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words

Matches = dict[int, tuple[int, Known]]
"""First token of a name → its last token and what it names."""


def gazetteer_matches(words: Words, skip: frozenset[int]) -> Matches:
    """Longest names of the gazetteer by their first token."""
    table, index = known(), by_first_word()
    states, long_names = vocabulary().states, vocabulary().long_names
    matches: Matches = {}
    last = -1
    for i in words.raised:
        if i <= last or i in skip:
            continue
        names = index.get(words.text[i])
        match = (_longest(words, i, names, table) if names else None) or _shouted(words, i, table)
        if match is None and (words.text[i] in states or words.text[i] in long_names):
            match = _official(words, i, table)
        if match is not None:
            matches[i] = match
            last = match[0]
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
        for last in range(i, min(i + length + 2, len(words.text))):
            if words.end[last] - words.start[i] >= len(name):
                if words.span(i, last) == name:
                    return last, table[name]
                break
    return None


def _official(words: Words, i: int, table: dict[str, Known]) -> tuple[int, Known] | None:
    """The long name of a state: "Islamic Republic of Iran", "Kingdom of the Netherlands"."""
    v, size = vocabulary(), len(words.text)
    at = i
    while at < size and at - i < 4 and (words.text[at] in v.long_names or words.text[at] == "'s"):
        at += 1
    if at + 2 >= size or words.text[at] not in v.states or words.lower[at + 1] != "of":
        return None
    name = at + 3 if words.lower[at + 2] == "the" and at + 3 < size else at + 2
    match = _longest(words, name, by_first_word().get(words.text[name], ()), table)
    state = match is not None and match[1].type == "country" and match[1].form == "name"
    return match if state else None


def _shouted(words: Words, i: int, table: dict[str, Known]) -> tuple[int, Known] | None:
    word = words.text[i]
    if len(word) > 4 and word.isupper() and word.title() in table:
        return i, table[word.title()]
    return None


def parts_of_tokens(words: Words, skip: frozenset[int]) -> Iterator[Found]:
    """Known names before the hyphen of one token ("U.S.-backed")."""
    table = known()
    for i in words.raised:
        word = words.text[i]
        if "-" in word[1:-1] and word[0].isupper() and i not in skip:
            part = word[: word.index("-")]
            if part in table and table[part].form in ("name", "adjective"):
                start = words.start[i]
                yield Found(part, i, i, start, start + len(part), "", table[part], None, True, True)
