"""Where the name in a run of capitals begins and ends: behind an office and its place, with "The", "al-", a number."""

from __future__ import annotations

from kg.articles_to_docs.names.cutting import BRAND
from kg.articles_to_docs.names.runs import Run
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words

ARABIC = frozenset({"al", "el", "ar", "an", "as", "ash", "at", "az", "ul"})


def first_of(words: Words, first: int, last: int, label: str) -> int:
    """The first token of the name, without a calling that opens a sentence, with what belongs to it."""
    if label == "PERSON" and last - first > 1 and words.opens_sentence(first) and _is_calling(words, first):
        first += 1
    person = label == "PERSON" and (first < last or words.text[first] in vocabulary().given)
    if not person and first > 1 and words.text[first - 1] == "The" and _runs_on(words, first - 1):
        first -= 1  # "told The Hill"
    if first > 1 and words.text[first - 1] == "-" and words.lower[first - 2] in ARABIC and _touches(words, first - 2):
        first -= 2  # "al-Masir"
    return first


def behind_office(words: Words, run: Run) -> int | None:
    """The first token of who is named behind an office with an "of": "Acting Superintendent of Police Ana Ruiz"."""
    v = vocabulary()
    for k in range(run.first + 1, run.last - 1):
        if words.lower[k] in ("of", "for") and words.text[k - 1] in v.honorific:
            return next((j for j in range(k + 2, run.last) if words.text[j] in v.given), None)
    return None


def seat_before(words: Words, run: Run) -> int | None:
    """The last token of the place that stands between an office and who holds it; None if there is none."""
    first, v = run.first, vocabulary()
    if run.label not in ("PERSON", "") or run.last - first < 2 or first < 2:
        return None
    if words.lower[first - 1] not in ("of", "for"):
        return None
    if words.lower[first - 2] not in v.office or words.text[first] in v.given:
        return None
    return next((k - 1 for k in range(first + 1, run.last) if words.text[k] in v.given), None)


def _runs_on(words: Words, i: int) -> bool:
    """Whether a capital within a sentence stands behind a word."""
    closed = words.pos[i - 1] in ("PUNCT", "SPACE") and words.text[i - 1] != ","
    return not closed and words.sentence[i - 1] == words.sentence[i]


def _is_calling(words: Words, i: int) -> bool:
    """Whether a word that opens a sentence says what the person named behind it is: "Astronomer Ana Ruiz"."""
    noun = actor_nouns().get(words.lower[i])
    learned = words.lower[i].endswith(("ologist", "ographer", "onomer", "ician", "iatrist"))
    return words.text[i] not in vocabulary().given and (learned or (noun is not None and noun.type == "person"))


def _touches(words: Words, i: int) -> bool:
    """Whether no space stands between a token and the two behind it."""
    return words.end[i] == words.start[i + 1] and words.end[i + 1] == words.start[i + 2]


def last_of(words: Words, first: int, last: int, label: str) -> int:
    """The end of a product's name with its number: "an Orion 5", "iPhone 3G"."""
    at = last + 1
    if (
        label in ("PERSON", "NORP")
        or at >= len(words.text)
        or not words.text[at][0].isdigit()
        or words.head[at] < first
    ):
        return last
    letter = at + 1 < len(words.text) and words.end[at] == words.start[at + 1]
    end = at + 1 if letter and words.text[at + 1].isalpha() and len(words.text[at + 1]) < 3 else at
    number = words.text[at]
    noun = words.head[last]  # "a Boeing 737 jet"
    beside = words.head[at] == noun and words.dep[last] == "compound" and words.tag[noun] == "NN"
    if (
        (end == at and words.head[at] != last and not beside)
        or len(number) > 4
        or words.text[last] in vocabulary().given
    ):
        return last
    if not number.replace(".", "").isalnum() or label == "GPE":
        return last
    if letter and end == at and words.text[at + 1] in ("-", "–", ":", "%", "/"):
        return last
    if words.text[last] in vocabulary().numbered:
        return end
    told = first and words.lower[first - 1] in ("a", "an", "the", "its", "new", "his", "their")
    if told or label == "PRODUCT" or BRAND.fullmatch(words.text[last]):
        return end
    again = sum(word == number and words.text[k - 1] == words.text[last] for k, word in enumerate(words.text)) > 1
    return end if again else last
