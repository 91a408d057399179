"""Finds names again that the article has shown once: in title-case headlines, and where the model missed them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words

MOSTLY = 0.75  # share of capitals from which a sentence counts as title case


def title_case_sentences(words: Words) -> frozenset[int]:
    """Sentences that write most longer words with a capital, where a capital tells nothing."""
    capital: dict[int, int] = {}
    total: dict[int, int] = {}
    for i, word in enumerate(words.text):
        if word[:1].isalpha() and len(word) > 3:
            number = words.sentence[i]
            total[number] = total.get(number, 0) + 1
            capital[number] = capital.get(number, 0) + word[:1].isupper()
    return frozenset(n for n, count in total.items() if count >= 4 and capital[n] / count > MOSTLY)


def again(words: Words, found: list[Found], covered: set[int], skip: frozenset[int]) -> Iterator[Found]:
    """Further occurrences of names found, among tokens not yet covered; adds them to ``covered``.

    A name of several words is also looked for by its last word, a person's by the first too.
    """
    table = _known_strings(found)
    for i, word in enumerate(words.text):
        if i in covered or i in skip or word not in table:
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
