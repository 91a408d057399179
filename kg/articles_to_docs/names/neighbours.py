"""Votes for the type of a name by the words around it: "X, who", "X, 54,", "the company X", "the village of X"."""

from __future__ import annotations

from collections import Counter

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words

PLACE_PREPOSITIONS = {"in": 3, "near": 3, "at": 2, "outside": 2, "across": 2, "through": 1, "towards": 1, "around": 1}
OWNING = frozenset({"'s", "’s", "'", "’"})


def neighbours(words: Words, name: Found) -> Counter[str]:
    """The votes of what stands before a name, behind it, and beside it in the tree."""
    votes: Counter[str] = Counter()
    if _counted(words, name):
        votes["product"] += 3
    if name.first:
        votes.update(_before(words, name))
        votes.update(_of(words, name))
    votes.update(_beside(words, name))
    if name.last + 1 < len(words.text):
        votes.update(_behind(words, name))
    return votes


def _before(words: Words, name: Found) -> Counter[str]:
    votes: Counter[str] = Counter()
    before = name.first - 1
    word = words.lower[before]
    if word == "the" and words.tag[name.last] == "NNPS" and " " not in name.text and name.label in ("PERSON", "NORP"):
        votes["group"] += 3  # "the Arvos who fight"
    if before and word in ("in", "of", "on") and words.lemma[before - 1].lower() in vocabulary().holdings:
        votes["organization"] += 4  # "shares in Lund"
    elif word in PLACE_PREPOSITIONS and not _owns(words, name):
        if word == "at" and _noun_type(words, before - 1) == "facility":
            votes["place"] += 3
        in_print = word == "in" and words.lemma[words.head[before]] == "publish" and name.label != "GPE"
        votes["work" if in_print else "place"] += PLACE_PREPOSITIONS[word]
    described = _noun_type(words, before) if words.sentence[before] == words.sentence[name.first] else ""
    if described and words.tag[before] not in ("NNS", "NNPS") and words.pos[before] == "NOUN":
        initials = described == "person" and name.label == "ORG" and name.text.isupper()
        votes["organization" if initials else described] += 4  # "the broadcaster HWP"
    return votes + _set_off_by_commas(words, name)


def _owns(words: Words, name: Found) -> bool:
    return name.last + 1 < len(words.text) and words.text[name.last + 1] in OWNING


def _of(words: Words, name: Found) -> Counter[str]:
    """Votes of the noun before "of"."""
    votes: Counter[str] = Counter()
    before = name.first - 1
    if before < 1 or words.lower[before] != "of":
        return votes
    if _noun_type(words, before - 1) == "place":
        votes["place"] += 4
    if words.text[name.last].isupper() and name.first == name.last:
        votes["organization"] += 3 * (words.pos[before - 1] == "PROPN" and len(name.text) > 1)  # "Dana Lind of HWP"
    if words.pos[before - 1] == "PROPN":
        votes["person"] -= 3  # "Dana Lind of Green Dawn"
        if any(words.text[k] in vocabulary().seated for k in range(max(before - 4, 0), before - 1)):
            votes["place"] += 5  # "Bishop Dana Lind of Alder"
    return votes


def _set_off_by_commas(words: Words, name: Found) -> Counter[str]:
    """Votes of what stands before a comma: "the operator, Lund Ropeways," and "Ana Ruiz, 58, of Alder,"."""
    votes: Counter[str] = Counter()
    at, end = name.first - 1, name.last + 1
    if at > 2 and words.text[at] == "," and end < len(words.text) and words.text[end] in (",", "."):
        noun = _noun_type(words, at - 1)
        definite = any(words.lower[c] in ("the", "its", "their") for c in words.children[at - 1])
        if definite and words.pos[at - 1] == "NOUN" and words.tag[at - 1] == "NN" and noun:
            votes[noun] += 4
    if at > 2 and words.lower[at] in ("of", "from") and words.text[at - 1] == "," and words.text[at - 3] == ",":
        votes["place"] += 6 * (words.text[at - 2].isdigit() and len(words.text[at - 2]) == 2)
    return votes


def _beside(words: Words, name: Found) -> Counter[str]:
    """Votes of appositions and adjectives of the name, and of the noun it stands beside."""
    votes: Counter[str] = Counter()
    for child in words.children[name.last]:
        if child < name.first and words.lower[child] in ("based", "owned", "listed") and words.dep[child] == "amod":
            votes["organization"] += 4  # "Alder-based Lund"
        if words.dep[child] == "appos" and child > name.last and words.pos[child] == "NOUN":
            votes[_noun_type(words, child)] += 3
    head = words.head[name.last]
    if words.dep[name.last] == "appos" and words.pos[head] == "NOUN":
        votes[_noun_type(words, head)] += 3
    del votes[""]
    return votes


def _behind(words: Words, name: Found) -> Counter[str]:
    votes: Counter[str] = Counter()
    after, owned = name.last + 1, vocabulary().owned
    word = words.lower[after]
    if word in OWNING and words.lower[words.head[name.last]] in owned:
        votes["organization"] += 3
    if words.dep[name.last] == "compound":
        if word in owned:
            votes["organization"] += 3
        elif word in vocabulary().place_heads:
            votes["place"] += 3
        elif _noun_type(words, after) == "product" and name.label != "PRODUCT":
            votes["product"] += 3  # "a Swift truck"
    if word == "," and after + 1 < len(words.text):
        following = words.lower[after + 1]
        if following in ("who", "whose") or (following.isdigit() and len(following) == 2):
            votes["person"] += 3
        elif following == "which":
            votes["person"] -= 2
    elif word == "who":
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
