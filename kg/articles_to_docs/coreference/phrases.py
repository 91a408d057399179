"""Where the phrase around a noun begins and ends, as far as it says who or what is meant."""

from __future__ import annotations

from kg.articles_to_docs.names.words import SUBJECTS, Words

LEFT = frozenset(
    {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "npadvmod", "punct", "case"}
)
LONGEST = 12  # tokens of a phrase; a longer one is a parse gone wrong
LONGEST_OF = 5
ARTICLES = frozenset({"the", "a", "an"})
PASSING = frozenset(
    {"only", "even", "also", "just", "meanwhile", "then", "reportedly", "allegedly", "formerly", "currently", "now"}
    | {"once", "still", "previously", "later", "perhaps", "probably", "apparently"}
)


def complement_of(words: Words, head: int, last: int) -> str:
    """The complement of a noun without its "of" and article, small; empty if it has none."""
    first = head + 2
    while first < last and words.lower[first] in ARTICLES:
        first += 1
    return " ".join(words.lower[first : last + 1])


def left_edge(words: Words, i: int) -> int:
    """The first token of the phrase with a head, without linking words and adverbs that lead up to it."""
    edge = i
    for child in reversed(words.children[i]):
        if child > i:
            continue
        if words.dep[child] not in LEFT:
            break
        low = _subtree_left(words, child)
        if words.dep[child] == "punct" and words.text[child] in (
            ",",
            "(",
            ")",
            ":",
            ";",
            "–",
            "—",
            "--",
            "•",
            ".",
            "|",
            "»",
            "/",
        ):
            break
        edge = _behind_a_verb(words, low, child) if words.dep[child] == "amod" else low
    while edge < i and (
        words.pos[edge] in ("PUNCT", "SPACE", "CCONJ") or (words.pos[edge] == "ADV" and words.lower[edge] in PASSING)
    ):
        edge += 1
    comma = max((k for k in range(edge, i) if words.text[k] == ","), default=edge - 1)
    edge = comma + 1  # "another candidate, veteran politician …": two phrases
    return edge if i - edge <= LONGEST else i


def _behind_a_verb(words: Words, low: int, child: int) -> int:
    """The left edge of an adjective, which is a verb if it has a subject: "as both sides free crews"."""
    clause = any(words.dep[c] in SUBJECTS or words.dep[c] == "mark" for c in words.children[child])
    return child + 1 if clause else low


def _subtree_left(words: Words, i: int) -> int:
    low, stack = i, [i]
    while stack:
        node = stack.pop()
        low = min(low, node)
        stack.extend(c for c in words.children[node] if c < node)
    return low


def right_edge(words: Words, i: int, taken: frozenset[int]) -> int:
    """The end of a short "of …" or "for …" complement that says which one is meant, else the head itself."""
    of = next((c for c in words.children[i] if c == i + 1 and words.dep[c] == "prep" and words.lower[c] == "of"), None)
    if of is None:
        return i
    target = next((c for c in words.children[of] if words.dep[c] == "pobj" and c > of), None)  # not a relative before
    if target is None or target - i > LONGEST_OF:
        return i
    if any(words.dep[c] in ("relcl", "acl") for c in words.children[target]):
        return i
    last = target
    if words.tag[i] == "NNS" and words.pos[target] == "PROPN":  # "the armies of Norland and Vesterland"
        joined = [c for c in words.children[target] if words.dep[c] == "conj" and words.pos[c] == "PROPN"]
        last = next((c for c in joined if c - target <= LONGEST_OF and words.lower[c - 1] in ("and", "the")), last)
    while last + 1 in taken and last + 1 < len(words.text) and words.head[last + 1] == last:
        last += 1
    return last
