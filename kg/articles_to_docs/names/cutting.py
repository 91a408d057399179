"""Cuts a stretch of text to the capitalised words that can be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon

BRAND = re.compile("i[A-Z][A-Za-z]+")
"""Devices and programs are written so, and bodies are not."""
MONEY = re.compile(r"(?:USD|EUR|GBP|SEK|NOK|DKK|CHF|AUD|CAD|NZD|JPY|CNY|RMB|INR|RUB|ZAR)\d")
BODIES = frozenset({"ORG", "LAW", "EVENT"})


def cut(words: Words, first: int, last: int, label: str, skip: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The capitalised stretches of a span of the model: verbs, numbers, marks and small words at the edges go."""
    links = vocabulary().person_links if label == "PERSON" else vocabulary().name_links
    begin = None
    for i in range(first, last + 2):
        inside = (
            i <= last
            and i not in skip
            and (
                name_word(words, i)
                or (begin is not None and ((words.lower[i] in links and not _ends(words, i)) or _small(words, i)))
                or (begin is not None and label in BODIES and i < last and i + 1 not in skip and concerns(words, i))
            )
        )
        if inside and begin is None and name_word(words, i):
            begin = i
        elif not inside and begin is not None:
            yield from _trim(words, begin, _with_half(words, begin, i - 1, label))
            begin = None


def concerns(words: Words, i: int) -> bool:
    """Whether a preposition leads to what a body or a law is for: "Office on Drugs", "Committee to Protect Woods"."""
    if words.lower[i] not in vocabulary().matters or i == 0 or i + 1 == len(words.text) or not name_word(words, i + 1):
        return False
    if words.lower[i] == "to" and words.tag[i + 1] != "VB":
        return False
    v, head = vocabulary(), words.text[i - 1]
    return head in v.org_last or head in v.org_first or head in v.law_last or head in v.other_last


def _ends(words: Words, i: int) -> bool:
    """Whether a small word ends a name: "the" that opens a phrase of its own ("According to Lund the Alder property"),
    and what makes the name the owner of an office ("Lund’s C.E.O.").
    """
    if words.lower[i] in ("'s", "’s") and i + 1 < len(words.text):
        return words.text[i + 1].replace(".", "") in vocabulary().office
    return words.lower[i] == "the" and words.dep[i] == "det" and words.pos[words.head[i]] == "NOUN"


def _with_half(words: Words, first: int, last: int, label: str) -> int:
    """The end of a person's name with the small parts of a name the model cut off ("Lin Mei" + "-ling")."""
    if label != "PERSON" or last == first:
        return last
    end = last + 2
    while end < len(words.text) and words.text[end - 1] == "-" and words.text[end].islower() and _small(words, end):
        last, end = end, end + 2
    return last


def _small(words: Words, i: int) -> bool:
    """Whether a token is a small part of a name: bound to a capital part, or to such a part before it."""
    if i < 2 or words.end[i - 1] != words.start[i] or words.end[i - 2] != words.start[i - 1]:
        return False
    return _hyphened(words, i) or (i > 3 and words.text[i - 3] == "-" and _hyphened(words, i - 2))


def _hyphened(words: Words, i: int) -> bool:
    """The small second half of a given name ("Mei-ling")."""
    return (
        words.text[i - 1] == "-"
        and words.end[i - 1] == words.start[i]
        and words.text[i - 2][:1].isupper()
        and words.pos[i] in ("PROPN", "NOUN", "X")
    )


def name_word(words: Words, i: int) -> bool:
    """Whether a token is written as part of a name: "Lund", "4chan", "iPhone"."""
    word = words.text[i]
    if word.isalpha():
        return word[0].isupper() or word[1:2].isupper()
    if not word.isalnum() and (word[-1] == "-" or any(c in "[](){}<>@#=$€£" for c in word)):
        return False
    if word[-1].isdigit() and MONEY.match(word):
        return False
    return (
        word[:1].isupper()
        or (word[:1].isdigit() and any(c.isupper() for c in word))
        or (word[:1].isalnum() and word[1:2].isupper())
    )


def _trim(words: Words, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first <= last and not name_word(words, last) and not (last > first + 1 and _small(words, last)):
        last -= 1
    while first <= last and (
        not name_word(words, first)
        or (words.lower[first] == "the" and words.opens_sentence(first))
        or (words.lower[first] in ("a", "an"))
        or (first < last and words.lower[first] in openers() and words.opens_sentence(first))
    ):
        first += 1
    if first > last:
        return
    if first == last and (
        words.text[first] in vocabulary().stop
        or words.text[first].replace(".", "") in vocabulary().office
        or common_noun(words, first)
        or not any(c.isalpha() for c in words.text[first])
    ):
        return
    yield first, last


@cache
def openers() -> frozenset[str]:
    """Words that are capital only because they open a sentence: "Possible Norland talks", "Neither Lund nor Berg"."""
    return frozenset(lexicon("status")["modifier"]) | frozenset(lexicon("names")["openers"])


def common_noun(words: Words, i: int) -> bool:
    """Whether "Prosecutors" or "Ministers" is a describing noun, capital by a sentence start or out of respect."""
    lower = words.lower[i]
    if words.text[i] in vocabulary().given:  # "Dean of the faculty"
        return lower in actor_nouns() and i + 1 < len(words.text) and words.lower[i + 1] == "of"
    if words.text[i].isupper():
        return False
    if (
        lower.endswith("s")
        and lower[:-1] in actor_nouns()
        and (words.tag[i] in ("NNS", "NNPS") or words.opens_sentence(i))
    ):
        return True
    if lower.endswith("men") and lower[:-3] + "man" in actor_nouns() and words.opens_sentence(i):
        return True
    return lower in actor_nouns() and (words.opens_sentence(i) or words.lower[i - 1] in ("the", "a", "an"))


def _before_surname(words: Words, i: int) -> bool:
    """Whether a given name that the tagger takes for another word ("Per", "Will") stands before a proper noun."""
    after = i + 1
    return (
        after < len(words.text)
        and words.pos[after] == "PROPN"
        and words.capitalised(after)
        and not words.opens_sentence(i)
    )


def candidate(words: Words, i: int) -> bool:
    """Whether a token may belong to a name that the model passed over."""
    word = words.text[i]
    if not name_word(words, i) or word in vocabulary().stop or len(word) < 2:
        return False
    if len(word) > 3 and "-" in word and word[word.index("-") + 1 : word.index("-") + 2].islower():
        return False
    if words.pos[i] == "PROPN" or BRAND.fullmatch(word) or (word in vocabulary().given and _before_surname(words, i)):
        return True
    return words.pos[i] in ("NOUN", "ADJ", "X") and not words.opens_sentence(i)
