"""Inside the story: which lines are paragraphs, list items, quotations, subheads, captions and promos."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.articles_to_docs.layout.cues import Cue
from kg.articles_to_docs.layout.interview import interview_roles
from kg.articles_to_docs.layout.lines import Line
from kg.articles_to_docs.layout.people import is_name_list
from kg.articles_to_docs.layout.tail import is_clean

_SPEAKER = re.compile(r"[^\W\d_a-z][^.!?:;]{1,90}:$")
_PULLED = re.compile(r"[.!?…][\"'”’]*\s+(?:[-–—]\s*)?(?P<name>[^.!?…]{3,80})$")
_LABEL_OF = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:['’]s)?(?: [^\W\d_a-z][\w.'’-]*)+(?:,| of | at | in | with |$)")
# A line at least this long (code points) that does not end as a sentence is still a paragraph, not a subhead: on a page
# with furniture, on one without, and on one that does without full stops.
_PARAGRAPH, _CLEAN, _SLOPPY = 100, 60, 45
_LINK, _LINKS = 10, 20  # words of a link to another story; links in a row


@dataclass(frozen=True, slots=True)
class _Story:
    """The page with what the rules for one line must know of the whole story."""

    page: Sequence[Line]
    cues: Sequence[Cue | None]
    body: int
    end: int
    shortest: int
    authors: tuple[str, ...]
    clean: bool


def story_roles(
    page: Sequence[Line], cues: Sequence[Cue | None], body: int, end: int, authors: tuple[str, ...]
) -> list[str]:
    """The role of each line from ``body`` to ``end``. Rules in order: words, quotations, lists, sentences, labels."""
    story = _Story(page, cues, body, end, _shortest_paragraph(page[body:end], cues), authors, is_clean(cues))
    interview = interview_roles(page, cues, body, end)
    roles: list[str] = []
    for i in range(body, end):
        known = cues[i]
        role = known.role if known else _role(story, i, roles[-1] if roles else "")
        roles.append(interview.get(i, role) if role in ("body", "boilerplate") and known is None else role)
    return roles


def _role(story: _Story, i: int, before_role: str) -> str:
    line = story.page[i]
    before = story.page[i - 1] if i > story.body and story.cues[i - 1] is None else None
    below = story.page[i + 1] if i + 1 < story.end else None
    if before is not None and before_role == "list" and line.quoted and _SPEAKER.match(before.text):
        return "quote"
    if _is_speaker(line) and below is not None and below.quoted:
        return "list"
    if line.marker == ">" or _is_pulled_quote(line):
        return "quote"
    if before is not None and before_role == "body" and before.leads_on and line.finished and not line.bullet:
        return "quote"
    if line.finished or line.leads_on:
        return _sentence_role(line, below, listed=_shares_marker(story, i), clean=story.clean)
    if line.truncated:
        return "teaser" if below is not None and below.truncated else "body"
    if line.bullet or _shares_marker(story, i):
        return "list" if story.clean or line.words > _LINK or not _is_link_list(story, i) else "teaser"
    if (len(line.text) >= story.shortest and line.words >= 8) or len(line.text) >= _PARAGRAPH:
        return "body"
    if any(line.text.startswith(author) for author in story.authors):
        return "byline"
    return "caption" if _LABEL_OF.match(line.text) else "boilerplate"


def _sentence_role(line: Line, below: Line | None, *, listed: bool, clean: bool) -> str:
    if line.bullet or listed:
        return "list"
    # A short question with an emoji, over a list or over a paragraph is the title of a section, nobody's sentence.
    if line.text.endswith("?") and line.sentences == 1 and not line.quoted and not line.text.startswith("("):
        if line.words <= 10 and (line.marker or (below and below.bullet)):
            return "boilerplate"
        if not clean and line.words <= 8 and below and below.finished and below.words > line.words:
            return "boilerplate"
    return "list" if line.marker else "body"


def _shares_marker(story: _Story, i: int) -> bool:
    """Whether the emoji before a line stands before its neighbour too: then it is a list's bullet."""
    marker = story.page[i].marker
    return bool(marker) and any(0 <= j < story.end and story.page[j].marker == marker for j in (i - 1, i + 1))


def _is_link_list(story: _Story, i: int) -> bool:
    """Whether the bullets around a line break into the story: under a full paragraph that does not announce a list."""
    first = max(story.body, i - _LINKS)
    while i > first and story.cues[i - 1] is None and story.page[i - 1].bullet and not story.page[i - 1].finished:
        i -= 1
    known = story.cues[i - 1] if i > story.body else None
    if known is not None and known.role == "promo":
        return True  # "Read more on:"
    above = story.page[i - 1] if i > story.body and known is None else None
    return above is not None and above.finished and not above.bullet and len(above.text) >= _CLEAN


def _is_speaker(line: Line) -> bool:
    """Whether a line is "Name (office):" and nothing more."""
    return line.words <= 14 and bool(_SPEAKER.match(line.text)) and not line.quoted


def _is_pulled_quote(line: Line) -> bool:
    """Whether a line is a quotation with its speaker's bare name after it, as pull quotes are set."""
    found = _PULLED.search(line.text) if not line.finished and len(line.text) < 600 else None
    return found is not None and (
        is_name_list(found["name"])
        or (line.quoted and line.text[found.start("name") - 2 : found.start("name")].strip() in "-–—,")
    )


def _shortest_paragraph(story: Sequence[Line], cues: Sequence[Cue | None]) -> int:
    """From which length (code points) a line is a paragraph although it does not end as a sentence."""
    long = [line for line in story if len(line.text) >= _CLEAN]
    if len(long) >= 3 and sum(line.finished or line.leads_on for line in long) * 2 < len(long):
        return _SLOPPY
    return _CLEAN if is_clean(cues) else _PARAGRAPH
