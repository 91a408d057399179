"""What a proper name names (person, organisation, place …) by its words, its neighbours and the model's votes."""

from __future__ import annotations

import re
from collections import Counter

from kg.articles_to_docs.names.cutting import BRAND
from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import cities
from kg.articles_to_docs.names.neighbours import neighbours
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words

OF_LABEL = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "facility", "NORP": "group",
    "EVENT": "other", "LAW": "law_or_treaty", "WORK_OF_ART": "work", "PRODUCT": "product",
}  # fmt: skip
WITH = frozenset({"of", "on", "against", "to"})
NUMBERS = frozenset({"I", "II", "III", "IV", "V", "VI", "One", "Two", "Three", "1", "2", "3"})
CHAMBERS = ("House of Representatives", "House of Commons", "House of Lords")
TITLED = frozenset({"", "ORG", "LOC", "GPE"})
CAMEL = re.compile(r"(?!Mac|Mc|De|Di|La|Le|Du|Van|Fitz)[A-Z][a-z]+[A-Z]\w*")
LARGE_CITY = 400
CERTAIN_CITY = 150  # thousands of inhabitants from which a lone word may be a city without the model's vote


def kind_of(words: Words, names: list[Found]) -> str:
    """The entity type of a name from all its occurrences."""
    text = names[0].text
    if any(_speaks(words, n) for n in names):
        return "person"
    if any(_bears_a_name(words, n) for n in names):
        return "place"
    return by_words(text) or _by_votes(words, names)


def _bears_a_name(words: Words, name: Found) -> bool:
    """Whether a name is that of the field or dam behind it: "the Ana Lund oil field"."""
    head = words.head[name.last]
    return words.dep[name.last] == "compound" and head > name.last and words.lower[head] in vocabulary().named_after


def _speaks(words: Words, name: Found) -> bool:
    """Whether a name of two words or more is the label of a speaker in a transcript: "((Ana Ruiz))"."""
    first, last = name.first, name.last
    if " " not in name.text or first < 2 or last + 2 >= len(words.text):
        return False
    return words.text[first - 2 : first] == ["(", "("] and words.text[last + 1 : last + 3] == [")", ")"]


def by_words(text: str) -> str:
    """The type that the words of a name show by themselves, or an empty string.

    >>> by_words("Harbour Workers' Union"), by_words("Sand River"), by_words("Maria Lund")
    ('organization', 'place', 'person')
    """
    v, parts = vocabulary(), text.removeprefix("The ").split()
    if text.removeprefix("The ") in v.org_last or text.endswith(CHAMBERS):  # "House of Lords"
        return "organization"
    numbered = len(parts) > 1 and (parts[-1] in NUMBERS or parts[-1][0].isdigit())  # "World War II", "Orion 5"
    parts = parts[:-1] if numbered else parts
    head = next((parts[:k] for k in range(1, len(parts)) if parts[k] in WITH), parts)
    last, two = head[-1], " ".join(head[-2:])
    if numbered and len(parts) == 1 and last in v.place_last | v.product_last:
        return "place" if last in v.place_last else "product"
    if len(parts) > 1:
        given = parts[0] in v.given or ("-" in parts[0] and parts[0].partition("-")[0] in v.given)
        if len(parts) == 2 and given and last not in v.org_last | v.facility_last | v.place_last:
            return "person"
        if parts[0] in v.states and parts[1] == "of":
            return "place"
        if parts[0] in v.other_first and last not in v.org_last:
            return "other"
        tables = {"organization": v.org_last, "law_or_treaty": v.law_last, "other": v.other_last}
        tables |= {"product": v.product_last, "work": v.works_last}
        for kind, table in tables.items():
            if two in table or last in table:
                return kind
        if given and not ({last} & (v.facility_last | v.place_last)) and len(parts) <= 4 and "of" not in parts:
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
        votes.update(neighbours(words, name))
    size = cities(text)[0].thousands if cities(text) else 0
    if size and not votes["place"] and text.split()[0] not in vocabulary().given:
        votes["place"] += 5 * len(names) if size >= CERTAIN_CITY else 2
    elif size:
        votes["place"] += 3 * len(names) if size >= CERTAIN_CITY else 1
    if text.isupper() and 2 <= len(text) <= 6 and not size and len(text.split()) == 1:
        votes["organization"] += 2
    if " " in text and text.split()[-1][0].isdigit():
        votes["product"] += 4  # "an Orion 5"
    if CAMEL.fullmatch(text):
        votes["person"] = 0  # "SpaceX"
        votes["organization"] += not +votes and any(name.label for name in names)
    if " and " in text:
        votes["person"] = 0
        votes["organization"] += 1
    if text in vocabulary().given:
        votes["person"] += 1 if size else 3
    if any(name.text.startswith("The ") and name.label in TITLED for name in names) and not size:  # "told The Hill"
        votes["organization"] += 3
    if sum(len(part) > 2 for part in text.split()) > 3:
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
    votes = +votes
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
