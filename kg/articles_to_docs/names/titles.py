"""Ranks, offices and callings before a name: "Interior Minister Mona Dahl", "Sir Alan Pryce", "referee Tom Webb"."""

from __future__ import annotations

from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words


def cut_title(words: Words, first: int, last: int, label: str) -> tuple[tuple[int, int] | None, int]:
    """Split leading title words off a run: (tokens of the title or None, first token of the name).

    A run of titles only ("President") gives a first token beyond ``last``.
    """
    honorific = vocabulary().honorific
    of = next((k for k in range(first + 1, last) if words.lower[k] in ("of", "for", "on", "and")), last + 1)
    head = words.text[of - 1]  # "Foreign Ministry of Norland"
    if head in vocabulary().org_last and head not in vocabulary().given and (label != "PERSON" or of <= last):
        return None, first
    name = first
    while name <= last and (_is_rank(words, name) or (name > first and words.text[name] == "-")):
        name += 1
    if name == first:
        return _later_title(words, first, last, label)
    if name > last:
        if last > first and words.text[last] not in honorific:
            return None, first
        return (None, last + 1) if label in ("PERSON", "") or last == first else (None, first)
    if name == last and words.text[name] in vocabulary().seats and label != "PERSON":
        return None, first  # "Prime Minister House"
    if words.text[name] == "&" or (
        label not in ("PERSON", "", "NORP")
        and name == last
        and words.text[first] not in ("Mr", "Mrs", "Ms", "Dr", "Sir")
    ):
        return None, first  # "State House", "Prime Video": the first word belongs to the name
    later, start = _later_title(words, name, last, label)
    return (first, later[1] if later else name - 1), start


def _is_rank(words: Words, i: int) -> bool:
    """Whether a word is a title, of one or of several: "Foreign Ministers Ana Ruiz and …"."""
    word, honorific = words.text[i], vocabulary().honorific
    return word in honorific or (len(word) > 5 and word[-1] == "s" and word[:-1] in honorific)


def _later_title(words: Words, first: int, last: int, label: str) -> tuple[tuple[int, int] | None, int]:
    """Find a title further in, with a name after it: "Treasury Cabinet Secretary Peter Holm"."""
    if last - first < 2 or any(words.text[k] in ("of", "for", "and") for k in range(first, last)):
        return None, first
    honorific = vocabulary().honorific
    if words.text[first] in vocabulary().given and words.text[first + 1] not in honorific:
        return None, first  # "Martin Luther King Jr."
    for i in range(last - 1, first, -1):
        if words.text[i] in honorific and words.text[i] not in vocabulary().given:
            if label in ("PERSON", "") or words.text[i + 1] in vocabulary().given:
                return (first, i), i + 1
            break
    given = vocabulary().given
    if (
        label in ("PERSON", "")
        and words.text[first] not in given
        and words.text[first + 1] in given
        and words.text[first + 1].isalpha()
    ):
        lower = words.lower[first]
        if words.pos[first] in ("ADJ", "NOUN") or lower in vocabulary().office or lower.startswith("non"):
            return (first, first), first + 1
    return None, first


def title_before(words: Words, first: int) -> tuple[int, int] | None:
    """The tokens of a lower-case or capitalised title standing right before a name, None if there is none.

    Takes the compounds and modifiers of the name in front of it, as far as the last office noun.
    """
    office, honorific = vocabulary().office, vocabulary().honorific
    end = first - 1
    if end < 0 or words.sentence[end] != words.sentence[first]:
        return None
    if words.text[end] in (",", "“", '"'):
        return None
    end = _before_of(words, end)
    if words.lower[end] not in office and words.text[end] not in honorific and words.lemma[end].lower() not in office:
        return None
    start = end
    while (
        start > 0
        and words.sentence[start - 1] == words.sentence[first]
        and (words.pos[start - 1] in ("NOUN", "PROPN", "ADJ", "PUNCT", "ADP", "PART") or _joins(words, start - 1))
    ):
        if words.pos[start - 1] == "PUNCT" and words.text[start - 1] != "-":
            break
        if words.pos[start - 1] == "ADP" and words.lower[start - 1] not in ("of", "for"):
            break
        start -= 1
    while start < end and (words.pos[start] in ("PUNCT", "ADP", "PART", "CCONJ")):
        start += 1
    return start, end


def _joins(words: Words, i: int) -> bool:
    """Whether an "and" joins what one office is for: "oil and gas minister", but not "lawyer and minister"."""
    if words.lower[i] != "and" or i == 0 or words.dep[i - 1] not in ("nmod", "compound", "amod"):
        return False
    return words.head[i - 1] > i and words.lower[i - 1] not in vocabulary().office


def _before_of(words: Words, end: int) -> int:
    """The "President" of "President of France Maria Lund": the office in front of its country, else ``end`` itself."""
    at = end
    while at > max(0, end - 4) and words.capitalised(at):
        at -= 1
    if at < end and words.lower[at] == "the":
        at -= 1
    is_office = at > 0 and words.lower[at] in ("of", "to", "for") and words.lower[at - 1] in vocabulary().office
    return at - 1 if is_office and at < end else end
