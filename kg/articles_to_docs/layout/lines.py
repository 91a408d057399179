"""The lines of a page: where each begins after its bullet, how it ends, and which of them are one wrapped paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from kg.articles_to_docs.layout.dateline import dateline_end
from kg.articles_to_docs.layout.stamps import is_stamp
from kg.ontology import lexicon

CLOSERS = "\"'”’»)]}›*_"
OPENERS = "\"'“‘«‹„"
BULLETS = "•‣▪▫■□●○◦∙·*➤➢►▶▸‧⁃✓✔➔→»>"
_KEEP = "©®™°№"
_DASHES = "-–—"
_PHYSICAL = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_KEYCAP = re.compile("[0-9#*]\ufe0f?\u20e3\\s*")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_QUESTION_ANSWER = re.compile(r"[QA]:\s+(?=\S)")
_BYLINE = re.compile(r"by [^\W\d_a-z][\w.’'-]+ [^\W\d_a-z]")
_SENTENCE_INSIDE = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(]*[A-Z0-9]")
# A wrapped text is believed only on this many broken sentences, and only up to this width (characters).
# A line of a page that is not wrapped is taken for broken off inside a sentence from this length on.
_BROKEN = 40
_MIN_WRAPS, _MAX_WIDTH = 3, 132


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page, or the lines of one hard-wrapped paragraph.

    ``start`` and ``end`` are code points, after the ``marker`` (a bullet, an emoji, a number) and without outer white
    space; ``text`` is what stands between them. ``gap``: a blank line stands before it.
    """

    start: int
    end: int
    text: str
    marker: str = ""
    gap: bool = False

    @property
    def bullet(self) -> bool:
        """Whether a list's bullet or number stands before the line."""
        return any(c in BULLETS or c in _DASHES or c.isalnum() for c in self.marker)

    @property
    def bare(self) -> str:
        """The text without the quotes and brackets that close it."""
        return self.text.rstrip(CLOSERS)

    @property
    def finished(self) -> bool:
        """Whether the line ends as a sentence does."""
        return self.bare.endswith((".", "!", "?")) and not self.truncated

    @property
    def truncated(self) -> bool:
        """Whether the line is cut off with an ellipsis, as teasers are."""
        return self.bare.endswith(("…", "...", "[...", "[…"))

    @property
    def leads_on(self) -> bool:
        """Whether the line announces what follows: it ends with a colon or a comma."""
        return self.bare.endswith((":", ",")) and not self.text.endswith(("...:",))

    @property
    def words(self) -> int:
        """How many words, counted by white space."""
        return len(self.text.split())

    @property
    def sentences(self) -> int:
        """How many sentences at least, judged by full stops before capitals."""
        return 1 + len(_SENTENCE_INSIDE.findall(self.text[:2000]))

    @property
    def quoted(self) -> bool:
        """Whether the line begins with an opening quotation mark."""
        return self.text[:1] in OPENERS


def lines(text: str) -> tuple[Line, ...]:
    r"""The lines of a page in order; a paragraph wrapped at a fixed width is one line, a paragraph a line stays one.

    >>> [line.text for line in lines("• It rained.\n\nWatch it")]
    ['It rained.', 'Watch it']
    """
    return tuple(_unwrapped(text, tuple(_split(text))))


def _split(text: str) -> Iterator[Line]:
    previous_end = 0
    numbered = _numbered_lists(text)
    for found in _PHYSICAL.finditer(text):
        start, end = found.start(), found.end()
        raw = text[start:end]
        start += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
        if start >= end:
            continue
        gap = text.count("\n", previous_end, start) > 1 or text.count("\r", previous_end, start) > 2
        body = _after_marker(text, start, end, found.start() in numbered)
        if body < end:
            link = _closing_link().search(text, max(body, end - 40), end)
            stop = link.start() if link and link.start() > body else end
            yield Line(body, stop, text[body:stop], text[start:body].strip(), gap)
            if link and stop < end:
                yield Line(link.start(1), end, text[link.start(1) : end])
            previous_end = end


@cache
def _closing_link() -> re.Pattern[str]:
    """What stands behind a paragraph's full stop and leads elsewhere ("Read more")."""
    phrases = "|".join(re.escape(phrase) for phrase in lexicon("furniture")["link"]["endings"])
    return re.compile(rf"(?<=[.!?…\"”’)])[\s\[(]*((?i:{phrases})[\s»→>)\].…]*)$")


def _numbered_lists(text: str) -> frozenset[int]:
    """Where the lines of numbered lists start: a line beginning "2." is one only beside another such line."""
    starts = [
        (found.start(), bool(_NUMBERED.match(found[0].lstrip()[:8])))
        for found in _PHYSICAL.finditer(text)
        if found[0].strip()
    ]
    return frozenset(
        start for i, (start, is_number) in enumerate(starts)
        if is_number and any(0 <= j < len(starts) and starts[j][1] for j in (i - 1, i + 1))
    )  # fmt: skip


def _after_marker(text: str, start: int, end: int, numbered: bool) -> int:
    """The offset after bullets, emoji and list numbers; ``end`` if nothing else stands in the line."""
    place = start
    while place < end:
        char = text[place]
        if keycap := _KEYCAP.match(text, place, end):
            place = keycap.end()
        elif char.isspace() or _is_symbol(char) or (char in _DASHES and _spaced(text, place, end)):
            place += 1
        else:
            break
    if numbered and (number := _NUMBERED.match(text, place, end)):
        return number.end()
    if label := _QUESTION_ANSWER.match(text, place, end):
        return label.end()
    return place


def _is_symbol(char: str) -> bool:
    if char in BULLETS:
        return True
    return char not in _KEEP and (unicodedata.category(char) in ("So", "Sk", "Cf", "Mn", "Me", "Co"))


def _spaced(text: str, place: int, end: int) -> bool:
    """Whether a dash is a bullet: white space follows (so "-5 degrees" keeps its sign)."""
    return place + 1 < end and (text[place + 1].isspace() or text[place + 1] in _DASHES)


@cache
def _stamped() -> re.Pattern[str]:
    """What opens a stamp ("Issued on: …") behind a place and an agency, where a story begins elsewhere."""
    listed = lexicon("furniture")["stamp"]
    labels = "|".join(re.escape(label) for label in (*listed["labels_published"], *listed["labels_updated"]))
    return re.compile(rf"(?:{labels})(?: on)?\s*:", re.IGNORECASE)


def _unwrapped(text: str, split: Sequence[Line]) -> Iterator[Line]:
    width = _wrap_width(split)
    first = 0
    for i, line in enumerate(split):
        if i + 1 < len(split) and _continues(line, split[i + 1], width, opens=i == first):
            continue
        start = split[first]
        yield start if i == first else replace(start, end=line.end, text=text[start.start : line.end])
        first = i + 1


def _wrap_width(split: Sequence[Line]) -> int:
    """The width at which the page is hard-wrapped, 0 if it is not.

    Evidence is a line that breaks off inside a sentence and goes on in the next line with a small letter; it must be
    seen several times, in a fifth of the neighbouring lines, and at a width that text is wrapped at.
    """
    pairs = [(a, b) for a, b in pairwise(split) if not b.gap and not b.marker]
    broken = [len(a.text) for a, b in pairs if _breaks_off(a, b)]
    if len(broken) < _MIN_WRAPS or len(broken) * 5 < len(pairs) or max(broken) > _MAX_WIDTH:
        return 0
    return max(broken)


def _breaks_off(line: Line, after: Line) -> bool:
    return not (line.finished or line.truncated) and not line.bare.endswith(":") and after.text[:1].islower()


def _continues(line: Line, after: Line, width: int, *, opens: bool) -> bool:
    """Whether ``after`` belongs to the paragraph of ``line``; ``opens``: ``line`` is the paragraph's first.

    In text filled greedily to a width the first word of the next line would not have fitted: that is exact, whatever
    the sentences do. A line broken off inside a sentence goes on when it nearly fills the width (not all text is filled
    greedily), before a small letter, or when it is a date line with its first words.
    """
    if after.gap or after.marker:
        return False
    size = len(line.text)
    broken = not (line.finished or line.truncated) and not line.bare.endswith(":")
    if broken and opens and 0 < (told := dateline_end(line.text)) < size:
        return not (is_stamp(line.text) or _stamped().match(line.text, told))
    if width and size <= width:
        full = size + 1 + len(after.text.split(None, 1)[0]) > width
        return full or (broken and (size * 10 >= width * 7 or after.text[:1].islower()))
    return size >= _BROKEN and _breaks_off(line, after) and not _BYLINE.match(after.text)
