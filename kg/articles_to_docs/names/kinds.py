"""What a proper name names (person, organisation, place …) by its words, its neighbours and the model's votes."""

from __future__ import annotations

import re
from collections import Counter

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import cities
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words

OF_LABEL = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "EVENT": "other", "LAW": "law_or_treaty", "WORK_OF_ART": "work", "PRODUCT": "product",
}  # fmt: skip
PLACE_PREPOSITIONS = {"in": 3, "near": 3, "at": 2, "outside": 2, "across": 2, "through": 1, "towards": 1, "around": 1}
BRAND = re.compile("i[A-Z][a-z]+s?")
"""Devices and programs are written so, and bodies are not."""
LARGE_CITY = 400
CERTAIN_CITY = 150  # thousands of inhabitants from which a lone word may be a city without the model's vote


def kind_of(words: Words, names: list[Found]) -> str:
    """The entity type of a name from all its occurrences."""
    text = names[0].text
    return ("person" if any(_speaks(words, n) for n in names) else "") or by_words(text) or _by_votes(words, names)


def _speaks(words: Words, name: Found) -> bool:
    """Whether a name of two words or more is the label of a speaker in a transcript: "((Ana Ruiz))"."""
    first, last = name.first, name.last
    if " " not in name.text or first < 2 or last + 2 >= len(words):
        return False
    return words.text[first - 2 : first] == ["(", "("] and words.text[last + 1 : last + 3] == [")", ")"]


def by_words(text: str) -> str:
    """The type that the words of a name show by themselves, or an empty string.

    >>> by_words("Harbour Workers' Union"), by_words("Sand River"), by_words("Maria Lund")
    ('organization', 'place', 'person')
    """
    v, parts = vocabulary(), text.split()
    head = parts[: parts.index("of")] if "of" in parts[1:] else parts
    last, two = head[-1], " ".join(head[-2:])
    if len(parts) > 1:
        if len(parts) == 2 and parts[0] in v.given and last not in v.org_last | v.facility_last | v.place_last:
            return "person"
        tables = {"organization": v.org_last, "law_or_treaty": v.law_last, "other": v.other_last}
        tables |= {"product": v.product_last}
        for kind, table in tables.items():
            if two in table or last in table:
                return kind
        if (
            parts[0] in v.given
            and not ({last} & (v.facility_last | v.place_last))
            and len(parts) <= 4
            and "of" not in parts
        ):
            return "person"
        if last in v.facility_last:
            return "facility"
        if last in v.place_last or (parts[0] in v.place_first and len(parts) <= 3):
            return "place"
        if last in v.media or (parts[0] in v.org_first):
            return "organization"
    elif last in v.org_last and last not in v.given:
        return "organization"
    if BRAND.fullmatch(parts[0]) and len(parts) <= 3:
        return "product"
    return ""


def _by_votes(words: Words, names: list[Found]) -> str:
    votes: Counter[str] = Counter()
    text = names[0].text
    for name in names:
        if name.label:
            lone = name.label == "PERSON" and " " not in text and text not in vocabulary().given
            votes[OF_LABEL[name.label]] += 1 if lone else 2
        if name.title is not None:
            votes["person"] += 6
        votes.update(_neighbours(words, name))
    size = cities(text)[0].thousands if cities(text) else 0
    if size and not votes["place"] and text.split()[0] not in vocabulary().given:
        votes["place"] += 5 * len(names) if size >= CERTAIN_CITY else 2
    elif size:
        votes["place"] += 3 * len(names) if size >= CERTAIN_CITY else 1
    if text.isupper() and 2 <= len(text) <= 6 and not size and len(text.split()) == 1:
        votes["organization"] += 2
    if len(text.split()) > 3:
        votes["person"] -= 3
    opening = text.split()[0]
    if (
        " " in text
        and opening not in vocabulary().given
        and cities(opening)
        and cities(opening)[0].thousands >= LARGE_CITY
    ):
        votes["person"] -= 2  # "Dublin Evening", "Boston Dynamics"
        votes["organization"] += 1
    if not votes:
        return "other"
    best = max(votes.values())
    return min((kind for kind, count in votes.items() if count == best), key=_PREFERENCE.index)


_PREFERENCE = (
    "person",
    "organization",
    "place",
    "facility",
    "group",
    "law_or_treaty",
    "work",
    "product",
    "other",
    "country",
)


def _neighbours(words: Words, name: Found) -> Counter[str]:
    """Votes of the words around a name: "X, who", "X, 54,", "the company X", "the village of X"."""
    votes: Counter[str] = Counter()
    after, before = name.last + 1, name.first - 1
    if _counted(words, name):
        votes["product"] += 3
    owns = after < len(words) and words.text[after] in ("'s", "’s", "'", "’")
    if before >= 0 and words.lower[before] in PLACE_PREPOSITIONS and not owns:
        votes["place"] += PLACE_PREPOSITIONS[words.lower[before]]
    if before >= 1 and words.lower[before] == "of" and _noun_type(words, before - 1) == "place":
        votes["place"] += 4
    if before >= 1 and words.lower[before] == "of" and words.text[name.last].isupper() and name.first == name.last:
        votes["organization"] += 3 * (words.pos[before - 1] == "PROPN" and len(name.text) > 1)  # "Dana Lind of HWP"
    if before >= 1 and words.lower[before] == "of" and words.pos[before - 1] == "PROPN":
        votes["person"] -= 3  # "Dana Lind of Green Dawn"
    described = (
        _noun_type(words, before) if before >= 0 and words.sentence[before] == words.sentence[name.first] else ""
    )
    if described and words.tag[before] not in ("NNS", "NNPS") and words.pos[before] == "NOUN":
        votes[described] += 4
    for child in words.children[name.last]:
        if (
            words.dep[child] == "appos"
            and child > name.last
            and words.pos[child] == "NOUN"
            and _noun_type(words, child)
        ):
            votes[_noun_type(words, child)] += 3
    if (
        words.dep[name.last] == "appos"
        and _noun_type(words, words.head[name.last])
        and words.pos[words.head[name.last]] == "NOUN"
    ):
        votes[_noun_type(words, words.head[name.last])] += 3
    if owns and words.lower[words.head[name.last]] in vocabulary().owned:
        votes["organization"] += 3
    if after < len(words) and words.dep[name.last] == "compound":
        if words.lower[after] in vocabulary().owned:
            votes["organization"] += 3
        elif words.lower[after] in vocabulary().place_heads:
            votes["place"] += 3
    if after + 1 < len(words) and words.text[after] == ",":
        if words.lower[after + 1] in ("who", "whose"):
            votes["person"] += 3
        elif words.lower[after + 1] == "which":
            votes["person"] -= 2
        elif words.text[after + 1].isdigit() and len(words.text[after + 1]) == 2:
            votes["person"] += 3
    elif after < len(words) and words.lower[after] == "who":
        votes["person"] += 2
    return votes


def _counted(words: Words, name: Found) -> bool:
    """Whether a name is used as a count noun: "a Swift", "its new Swift", "two Swifts" — people and bodies are not."""
    if words.dep[name.last] in ("compound", "nmod", "amod", "poss") or words.head[name.last] in range(
        name.first, name.last
    ):
        return False
    first = name.first - 1
    while first >= 0 and words.pos[first] == "ADJ" and words.head[first] == name.last:
        first -= 1
    if first < 0 or words.sentence[first] != words.sentence[name.first] or words.head[first] != name.last:
        return False
    return words.tag[first] == "PRP$" or words.lower[first] in ("a", "an", "two", "three", "these", "those")


def _noun_type(words: Words, i: int) -> str:
    """The type a describing noun gives to the name beside it, empty for nouns that describe nothing."""
    noun = actor_nouns().get(words.lower[i]) or actor_nouns().get(words.lemma[i].lower())
    return noun.type if noun and noun.type != "group" else ""
