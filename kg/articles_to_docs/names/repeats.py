"""Finds names again that the article has shown once: in title-case headlines, and where the model missed them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words

MOSTLY = 0.75  # share of capitals from which a sentence counts as title case


def title_case_sentences(words: Words) -> frozenset[int]:
    """Sentences that write most longer words with a capital, verbs too: there a capital tells nothing."""
    count = len(words.sentence_starts)
    capital, total = [0] * count, [0] * count
    for word, number in zip(words.text, words.sentence, strict=True):
        if len(word) > 3 and word[0].isalpha():
            total[number] += 1
            capital[number] += word[0].isupper()
    mostly = [n for n in range(count) if total[n] >= 4 and capital[n] / total[n] > MOSTLY]
    return frozenset(n for n in mostly if not _small_verb(words, n))


def _small_verb(words: Words, number: int) -> bool:
    """Whether a sentence has a verb without a capital."""
    first = words.sentence_starts[number]
    after = words.sentence_starts[number + 1] if number + 1 < len(words.sentence_starts) else len(words.text)
    return any(words.pos[i] == "VERB" and words.text[i].islower() for i in range(first, after))


def again(words: Words, found: list[Found], covered: set[int], skip: frozenset[int]) -> Iterator[Found]:
    """Further occurrences of names found, among tokens not yet covered; adds them to ``covered``.

    A name of several words is also looked for by its last word, a person's by the first too.
    """
    table = _known_strings(found)
    for i in words.raised:
        word = words.text[i]
        if word not in table or i in covered or i in skip:
            continue
        for parts, model in table[word]:
            last = i + len(parts) - 1
            if words.text[i : last + 1] == parts and covered.isdisjoint(range(i, last + 1)):
                covered.update(range(i, last + 1))
                label, entry = model.label, model.known
                yield Found(words.span(i, last), i, last, words.start[i], words.end[last], label, entry)
                break


def _known_strings(found: list[Found]) -> dict[str, list[tuple[list[str], Found]]]:
    table: dict[str, list[tuple[list[str], Found]]] = {}
    seen: set[str] = set()
    for name in found:
        if name.nested or not name.sure or name.text in seen or (name.known and name.known.form != "name"):
            continue
        seen.add(name.text)
        parts = name.text.split()
        forms = [parts]
        if len(parts) > 1 and name.label == "PERSON":
            forms += [[p] for p in (parts[0], parts[-1]) if _telling(p)]
        for form in forms:
            if len(form) > 1 or _telling(form[0]):
                table.setdefault(form[0], []).append((form, name))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


def _telling(word: str) -> bool:
    """Whether a lone word can be looked for: capitalised, of some length, and no word of rank or calendar."""
    return len(word) > 2 and word[:1].isupper() and word not in vocabulary().stop and word not in vocabulary().honorific
