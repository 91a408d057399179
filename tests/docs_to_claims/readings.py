"""Makes a Reading from text whose entities are marked in the sentence itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.articles_to_docs.language import parse
from kg.articles_to_docs.reading import make_reading
from kg.records import ENTITY_TYPES, Article, Block, Entity, Mention, Time

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.articles_to_docs.reading import Reading

MARK = re.compile(r"\[(?P<text>[^\[\]|=]+)(?:=(?P<same>[^\[\]|]+))?(?:\|(?P<type>[\w:/~-]+))?\]")
PRONOUNS = frozenset(
    {"he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "who", "which", "i", "we", "me"}
)


def reading(nlp: Language, marked: str, roles: Sequence[str] = (), published: str | None = "2025-03-17") -> Reading:
    """The Reading of ``marked``, every line a block (``body``, or the role at its place in ``roles``).

    ``[Ana Ruiz|person]`` marks a name and declares its entity; later ``[Ana Ruiz]`` is the same entity;
    ``[Ruiz=Ana Ruiz]`` is another name of it, ``[she=Ana Ruiz]`` a pronoun and ``[the minister=Ana Ruiz]`` a nominal.
    ``[a witness|person]`` declares an entity by description. ``[March 3|time:2025-03-03]`` is a time expression.
    Raises ValueError on a mark whose entity was never declared.
    """
    text, marks = _strip(marked)
    types: dict[str, str] = {}
    mentions: dict[str, list[Mention]] = {}
    times: list[Time] = []
    for mark, start, end in marks:
        kind = mark["type"] or ""
        if kind.split(":")[0] == "time":
            times.append(Time(text[start:end], start, end, value=kind.partition(":")[2] or None, resolved_from="text"))
            continue
        name = mark["same"] or mark["text"]
        if kind and kind not in ENTITY_TYPES:
            raise ValueError(f"unknown entity type {kind!r} in mark {mark[0]!r}: expected one of {ENTITY_TYPES}")
        if name not in types and not kind:
            raise ValueError(f"mark {mark[0]!r} names an entity that has no type: write [{name}|person] at one place")
        types.setdefault(name, kind)
        mentions.setdefault(name, []).append(Mention(text[start:end], start, end, _kind(mark["text"])))
    article = Article("a", "a.txt", text, published=published, blocks=_blocks(text, roles))
    entities = tuple(
        Entity(f"a:e{number}", "a", name, types[name], mentions=tuple(found))
        for number, (name, found) in enumerate(mentions.items())
    )
    ((article, doc),) = parse([article], nlp)
    return make_reading(article, doc, tuple(times), entities)


def _strip(marked: str) -> tuple[str, list[tuple[re.Match[str], int, int]]]:
    out, marks, length, last = [], [], 0, 0
    for mark in MARK.finditer(marked):
        before = marked[last : mark.start()]
        start = length + len(before)
        out += [before, mark["text"]]
        length = start + len(mark["text"])
        marks.append((mark, start, length))
        last = mark.end()
    return "".join([*out, marked[last:]]), marks


def _blocks(text: str, roles: Sequence[str]) -> tuple[Block, ...]:
    lines = [match for match in re.finditer(r"[^\n]+", text) if match[0].strip()]
    if roles and len(roles) != len(lines):
        raise ValueError(f"{len(roles)} roles for {len(lines)} lines")
    return tuple(Block(roles[i] if roles else "body", m.start(), m.end()) for i, m in enumerate(lines))


def _kind(text: str) -> str:
    if text.lower() in PRONOUNS:
        return "pronoun"
    return "name" if any(word[:1].isupper() for word in text.split()) and not text.startswith("the ") else "nominal"
