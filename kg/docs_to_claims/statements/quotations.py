"""Finds quotations by their marks, paragraph by paragraph, over the article's own text and without the parser.

Known marks: “ ” « » „ “ and straight " for the outer pair, ‘ ’ and straight ' for an outer pair in British style or an
inner one. An apostrophe is told from a closing mark by what stands around it. A paragraph that opens with a mark and
closes none, before a paragraph that opens with a mark again, is continued there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.articles_to_docs.reading import READABLE
from kg.records import Article, Block

CLOSERS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "'": "'"}
SINGLE = "‘'"
OPENING = "“«„\"‘'"
_MARK = re.compile(f"[{OPENING}]")
TERMINAL = ",.!?;:…—–"
_DECADE_OR_ELISION = re.compile(r"['‘’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’])", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:^|[.!?:]['’”\"]?)[\s•●▪■◆►▶*·—–-]*$")
_LEADING = re.compile(r"[\s•●▪■◆►▶🔹🛑✔️*·—–-]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between a pair of quotation marks; ``start`` and ``end`` take the marks in.

    ``inner_start`` and ``inner_end`` leave marks and outer white space out. ``depth`` is 1 for an outermost pair.
    ``block``: index into ``article.blocks``. ``continued``: goes on in the first quotation of the next block.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    block: int
    depth: int = 1
    continued: bool = False


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of the readable blocks, in order of start; a block quote without marks is one as a whole.

    >>> text = "'It works,' said Ana. 'The miners' union “won”.'"
    >>> article = Article("a", "a.txt", text, blocks=(Block("body", 0, len(text)),))
    >>> [(text[q.inner_start : q.inner_end], q.depth) for q in find_quotations(article)]
    [('It works,', 1), ("The miners' union “won”.", 1), ('won', 2)]
    """
    readable = [i for i, block in enumerate(article.blocks) if block.role in READABLE]
    found = {i: list(_in_block(article.text, article.blocks[i], i)) for i in readable}
    for i in readable:
        if article.blocks[i].role == "quote" and not _opens(article.text, article.blocks[i]):
            whole = _inner(article.text, article.blocks[i].start, article.blocks[i].end, i, 0)
            found[i] = [whole, *(replace(q, depth=q.depth + 1) for q in found[i])]
    for here, there in pairwise(readable):
        found[here] = _joined(article, found[here], article.blocks[here], article.blocks[there])
    if readable:
        found[readable[-1]] = _joined(article, found[readable[-1]], article.blocks[readable[-1]], None)
    return tuple(q for i in readable for q in sorted(found[i], key=lambda q: (q.start, -q.end)))


def _joined(article: Article, found: list[Quotation], here: Block, there: Block | None) -> list[Quotation]:
    """What a block that ends inside a quotation means, given the block after it."""
    last = next((q for q in reversed(found) if q.depth == 1), None)
    if last is None or last.start == last.inner_start or not _unclosed(article.text, last):
        return found
    if there is not None and _opens(article.text, there):
        return [replace(q, continued=True) if q is last else q for q in found]
    if last.start <= _first(article.text, here) and article.text[last.start] not in SINGLE:
        return found  # the closing mark was forgotten
    return [q for q in found if q.start < last.start]  # a stray mark: nothing is known to be quoted


def _first(text: str, block: Block) -> int:
    match = _LEADING.match(text, block.start, block.end)
    return match.end() if match else block.start


def _opens(text: str, block: Block) -> bool:
    first = _first(text, block)
    return first < block.end and text[first] in OPENING


def _unclosed(text: str, q: Quotation) -> bool:
    return text[q.start] in CLOSERS and (q.end - q.start < 2 or text[q.end - 1] not in CLOSERS[text[q.start]])


def _in_block(text: str, block: Block, index: int) -> Iterator[Quotation]:
    yield from _between(text, block.start, block.end, index, 1)


def _between(text: str, start: int, end: int, index: int, depth: int) -> Iterator[Quotation]:
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        at = mark.start()
        if not _is_opening(text, at, start, depth):
            at += 1
            continue
        close = _closing(text, at, end)
        if close is None and (depth > 1 or (text[at] in SINGLE and not _SENTENCE_END.search(text[start:at]))):
            at += 1
            continue
        stop = end if close is None else close + 1
        yield _inner(text, at, stop, index, depth)
        yield from _between(text, at + 1, stop - (close is not None), index, depth + 1)
        at = stop


def _inner(text: str, start: int, end: int, index: int, depth: int) -> Quotation:
    first, last = (start, end) if depth == 0 else (start + 1, end)
    if depth and end - start > 1 and text[end - 1] in CLOSERS.get(text[start], ""):
        last = end - 1
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return Quotation(start, end, first, last, index, max(depth, 1))


def _is_opening(text: str, at: int, start: int, depth: int) -> bool:
    mark = text[at]
    if mark not in OPENING:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "“«„":
        return True
    if mark == '"':
        return not before.isdigit() and not after.isspace() and (not before.isalnum() or depth == 1)
    if _DECADE_OR_ELISION.match(text, at):
        return False
    return not before.isalnum() and before not in ".,!?)" and not after.isspace()


def _closing(text: str, at: int, end: int) -> int | None:
    """Where the quotation opened at ``at`` closes, None if nowhere in the paragraph."""
    mark = text[at]
    if mark in SINGLE:
        return _single_closing(text, at, end)
    nested = 0
    for i in range(at + 1, end):
        if text[i] == mark and mark != '"':
            nested += 1
        elif text[i] in CLOSERS[mark]:
            if not nested:
                return i
            nested -= 1
    return None


def _single_closing(text: str, at: int, end: int) -> int | None:
    """The closing ’ or ' : one after punctuation, else the last that cannot be an apostrophe before a next opening."""
    weak: int | None = None
    double: str | None = None
    for i in range(at + 1, end):
        c = text[i]
        if double is not None:
            double = None if c in CLOSERS[double] else double
        elif c in '“«"':
            double = c
        elif c in CLOSERS[text[at]] and not (i + 1 < end and text[i + 1].isalnum()):
            if text[i - 1] in TERMINAL:
                return i
            if not (text[i - 1] in "sS" and weak is not None):
                weak = i if weak is None or text[weak - 1] in "sS" else weak
        elif weak is not None and (
            (c in SINGLE and _is_opening(text, i, at, 1)) or (c in ".!?" and text[weak - 1] not in "sS")
        ):
            return weak
    return weak
