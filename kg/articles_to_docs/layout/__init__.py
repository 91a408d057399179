"""The layout of a news page: its raw text cut into typed blocks, so that nothing but the story is ever read.

    text → lines (bullets off, wrapped paragraphs joined) → cues (what a line is by its words: furniture.toml)
         → head (masthead, headline, standfirst, byline) → tail (where teasers and comments begin)
         → story (paragraphs, lists, quotations; subheads and captions between them) → blocks

No parser is used: words, shape and place on the page decide. A line is furniture for its words only when its shape
agrees; a sentence that merely speaks of subscribing or watching stays in the story. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.articles_to_docs.layout.cues import is_byline, page_cues, segments
from kg.articles_to_docs.layout.dateline import dateline_end
from kg.articles_to_docs.layout.head import Head, find_head, key
from kg.articles_to_docs.layout.lines import Line, lines
from kg.articles_to_docs.layout.people import is_name_list, is_office, is_person, without_places
from kg.articles_to_docs.layout.speaker_labels import Label, is_name, speaker_labels
from kg.articles_to_docs.layout.story import story_roles
from kg.articles_to_docs.layout.tail import find_end
from kg.records import Block

__all__ = ["authors", "layout", "title"]

_SPOKEN = ("body", "list", "quote")
_LEAD_LINES = 4  # the date line stands in the story's first paragraphs, or nowhere
_BY = re.compile(r"^(?:[\w ]{0,20}\b(?:by|words|interview|author|authors)\b:?|words:)\s+", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*(?:,(?!\s*[^\W\d_a-z]\w+ [^\W\d_a-z])| at | in | for | is a ).*$")
_NAME = re.compile(r"[^\W\d_a-z][\w-]*")
_AND = re.compile(r"\s*(?:,\s*and\s+|\s+and\s+|,|&)\s*")


def layout(text: str) -> tuple[Block, ...]:
    r"""The blocks of a page in text order, without overlap; every line that is not white space is in one.

    A block leaves out the white space, the bullets and the emoji around its text, and the separator after a date line.

    >>> [(b.role, b.start, b.end) for b in layout("PORT BRAE — A ferry sank on Monday, the coast guard said.\nShare")]
    [('dateline', 0, 9), ('body', 12, 57), ('boilerplate', 58, 63)]
    """
    page = lines(text)
    cues = page_cues(page)
    head = find_head(page, cues)
    wrote = _authors([line.text for line in page[: head.body]], head.roles)
    end = find_end(page, cues, head.body, wrote)
    roles = [
        *head.roles,
        *story_roles(page, cues, head.body, end, wrote),
        *(known.role if known else "teaser" for known in cues[end:]),
    ]
    return tuple(_blocks(page, _without_copies(page, roles, head), head.body))


def title(text: str, blocks: Sequence[Block]) -> str | None:
    """The headline on one line, None if the page has none."""
    headline = next((b for b in blocks if b.role == "headline"), None)
    return " ".join(text[headline.start : headline.end].split()) if headline else None


def authors(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    r"""The names in the bylines above the story, in order, each once.

    >>> page = "Ferry sinks\nBy Ada Quill and Jo Tarn\nA ferry sank off Port Brae on Monday, the coast guard said."
    >>> authors(page, layout(page))
    ('Ada Quill', 'Jo Tarn')
    """
    roles = [b.role for b in blocks]
    story = next((i for i, role in enumerate(roles) if role in ("body", "quote", "list")), len(roles))
    if 0 < story < len(roles) and "\n" not in text[blocks[story - 1].end : blocks[story].start]:
        story -= 1  # the date line that opens the first paragraph
    return _authors([text[b.start : b.end] for b in blocks[:story]], roles[:story])


def _authors(head: Sequence[str], roles: Sequence[str]) -> tuple[str, ...]:
    """Names after "By", wherever they stand, and bare names in the stamps under the headline."""
    found: dict[str, None] = {}
    headline = roles.index("headline") if "headline" in roles else -1
    stamped = [(i, line) for i, line in enumerate(head) if roles[i] in ("byline", "dateline")]
    for i, segment in ((i, segment) for i, line in stamped for segment in segments(line)):
        titled = i > headline and "," in segment and is_office(segment) and not is_name_list(segment)
        piece = segment.split(",")[0] if titled else segment  # "Ada Quill, crime reporter"
        if is_byline(piece) or (i > headline and is_name_list(piece)):
            for name in _AND.split(_AFTER_NAME.sub("", without_places(_BY.sub("", piece)))):
                if is_person(name):
                    found.setdefault(_once(name.strip()))
    return tuple(found)


def _once(name: str) -> str:
    """A name that a picture's text doubles ("Ada Quill Ada Quill"), given once."""
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1 :] and name[half : half + 1] == " " else name


def _without_copies(page: Sequence[Line], roles: Sequence[str], head: Head) -> list[str]:
    """Later copies of the headline are furniture."""
    if head.headline is None:
        return list(roles)
    headline = key(page[head.headline])
    return [
        "boilerplate" if i != head.headline and role != "teaser" and key(line) == headline else role
        for i, (line, role) in enumerate(zip(page, roles, strict=True))
    ]


def _blocks(page: Sequence[Line], roles: Sequence[str], body: int) -> Iterator[Block]:
    labels = speaker_labels([line.text if role in _SPOKEN else "" for line, role in zip(page, roles, strict=True)])
    label_roles = _label_roles(page, labels)
    for i, (line, role) in enumerate(zip(page, roles, strict=True)):
        if i in labels and labels[i].length < len(line.text):
            shown = line.text[: labels[i].length].rstrip()
            yield Block(label_roles[i], line.start, line.start + len(shown))
            yield Block(role, line.start + labels[i].length, line.end)
            continue
        cut = dateline_end(line.text) if role == "body" and body <= i < body + _LEAD_LINES else 0
        if cut and cut < len(line.text):
            yield Block("dateline", line.start, line.start + len(line.text[:cut].rstrip(" \t—–-−:")))
            yield Block(role, line.start + cut, line.end)
        else:
            yield Block(role, line.start, line.end)


def _label_roles(page: Sequence[Line], labels: Mapping[int, Label]) -> dict[int, str]:
    """A speaker's label is no part of the story, but the first one with a name that stands nowhere else is read."""
    words = {
        w for i, line in enumerate(page) for w in _NAME.findall(line.text[labels[i].length if i in labels else 0 :])
    }
    roles: dict[int, str] = {}
    for i, label in labels.items():
        last = label.name.split()[-1]
        roles[i] = "list" if is_name(label.name) and last not in words else "byline"
        words.add(last)
    return roles
