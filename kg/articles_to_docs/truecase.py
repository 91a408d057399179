"""Headlines In Title Case, with the capitals that only the house style gave them taken away again.

A tagger takes every capitalized word of such a line for a name. The article's own body tells which words are names:
a word it writes small loses its capital in the headline, and so does a verb that the lexicon knows, unless the body
writes it large within a sentence (the idea of Lita et al. 2003, "tRuEcasIng", with the article as its own model).
"""

from __future__ import annotations

import re
from functools import cache

from kg.records import Article, Block

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LEAST_WORDS = 4
_TITLED = 0.8
"""From this share of capitals on, among the words longer than three letters, a line is in title case."""


def truecased(article: Article, text: str) -> str:
    """``text``, of the same length as the article's, with its title-case headlines written as sentences."""
    headlines = [b for b in article.blocks if b.role == "headline" and _in_title_case(text[b.start : b.end])]
    if not headlines:
        return text
    small, large = _body_words(article, text)
    out = list(text)
    for block in headlines:
        for word in list(_WORD.finditer(text, block.start, block.end))[1:]:
            lower = word[0].lower()
            known = lower in small or lower in _verbs()
            if word[0][1:].islower() and known and word[0] not in large and len(lower) == len(word[0]):
                out[word.start() : word.end()] = lower
    return "".join(out)


def _in_title_case(line: str) -> bool:
    words = [w for w in _WORD.findall(line) if len(w) > 3]
    large = sum(w[:1].isupper() and not w.isupper() for w in words)
    return len(words) >= _LEAST_WORDS and large / len(words) >= _TITLED


def _body_words(article: Article, text: str) -> tuple[set[str], set[str]]:
    """The words the body writes small, and those it writes large though no sentence begins there."""
    small: set[str] = set()
    large: set[str] = set()
    for block in article.blocks:
        if block.role in ("body", "quote", "list"):
            _read(block, text, small, large)
    return small, large


def _read(block: Block, text: str, small: set[str], large: set[str]) -> None:
    for word in _WORD.finditer(text, block.start, block.end):
        before = text[block.start : word.start()].rstrip(" \"'“‘(")
        if word[0].islower():
            small.add(word[0])
        elif before and before[-1] not in ".!?:;—–-":
            large.add(word[0])


@cache
def _verbs() -> frozenset[str]:
    """The present forms of the lexicon's verbs, and the words no headline means as a name."""
    from kg.ontology import folder, lexicon  # noqa: PLC0415 - read once, and only for headlines in title case

    out = {"to", "for", "with", "over", "after", "from", "into", "against", "amid", "than", "not", "its", "their"}
    for path in sorted((folder() / "lexicon" / "events").glob("*.toml")):
        for sense in lexicon(f"events/{path.stem}").get("sense", ()):
            if verb := str(sense.get("verb", "")).split(" ")[0]:
                out.add(verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"))
                out.add(re.sub("([^aeiou])y$", r"\1ies", verb))
    return frozenset(out)
