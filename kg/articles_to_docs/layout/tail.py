"""The tail of a page: where the story is over and teasers, author notes and comments begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.articles_to_docs.layout.cues import Cue, is_bio
from kg.articles_to_docs.layout.lines import CLOSERS, Line
from kg.articles_to_docs.layout.people import names_author

# A line ends the story only when this much of it (code points) stands before: by its place, by its words.
_STORY, _SAID_SO = 250, 100
# How many lines around a weak sign are looked at, so that a page full of them is read in linear time.
_NEAR = 60
_NAME = re.compile(r"\b[A-Z][a-z’']{3,}\b")
_ABOUT = re.compile(r"About (?:the |our )?[A-Z][\w.&’' -]{1,60}$")


def find_end(page: Sequence[Line], cues: Sequence[Cue | None], body: int, authors: tuple[str, ...]) -> int:
    """The index of the first line after the story, ``len(page)`` if it goes to the bottom.

    A strong sign (comments, an author's note, "About the company", a copyright) ends it when no more text follows than
    came before; a weak one ("Related", "Read more") only if what follows are cards of other stories, not the story.
    """
    mass = _masses(page, cues, body)
    for i in range(body, len(page)):
        if mass[i] < (_SAID_SO if _says_end(cues[i]) else _STORY):
            continue
        if _ends(page, cues, i, mass, authors) or (_is_links(cues[i]) and not _goes_on(page, cues, body, i)):
            return _before_cards(page, cues, body, i)
    return _before_cards(page, cues, body, len(page))


def _says_end(known: Cue | None) -> bool:
    return known is not None and known.after == "ends"


def _masses(page: Sequence[Line], cues: Sequence[Cue | None], body: int) -> list[int]:
    """Code points of sentences before each line, and in all."""
    mass = [0]
    for i, line in enumerate(page):
        mass.append(
            mass[-1] + (len(line.text) if i >= body and cues[i] is None and (line.finished or line.bullet) else 0)
        )
    return mass


def _ends(
    page: Sequence[Line], cues: Sequence[Cue | None], i: int, mass: Sequence[int], authors: tuple[str, ...]
) -> bool:
    before, after = mass[i], mass[-1] - mass[i]
    line, known = page[i], cues[i]
    if _says_end(known):
        return "comment" in line.text.lower() or after <= before
    if known is not None or after - len(line.text) > before // 4:
        return False
    if not line.finished:
        return bool(_ABOUT.match(line.text)) and line.words <= 8 and not line.quoted
    return is_bio(line.text, authors) and (names_author(line.text, authors) or after <= len(line.text))


def _is_links(known: Cue | None) -> bool:
    return known is not None and known.after == "links"


def _goes_on(page: Sequence[Line], cues: Sequence[Cue | None], body: int, marker: int) -> bool:
    """Whether the story goes on below a line such as "Related".

    It does when two finished paragraphs stand in a row below the links, or one that names somebody the story has named;
    cards of other stories come one by one, each under its title or its date.
    """
    named = _names(page, range(max(body, marker - _NEAR), marker))
    runs = _runs(page, cues, marker + 1)
    if not runs:
        return False
    if any(len(run) >= 2 for run in runs):
        longest = max(runs, key=len)
        return bool(named & _names(page, longest))
    return (
        len(runs) == 1
        and len(named & _names(page, runs[0])) >= 2
        and cues[runs[0][0] - 1] is None
        and runs[0][0] - marker > 1
    )


def _names(page: Sequence[Line], run: Sequence[int]) -> frozenset[str]:
    return frozenset(name for i in run for name in _NAME.findall(page[i].text))


def _runs(page: Sequence[Line], cues: Sequence[Cue | None], start: int) -> list[list[int]]:
    """The unbroken rows of finished paragraphs from a line on."""
    runs: list[list[int]] = []
    for i in range(start, min(len(page), start + _NEAR)):
        if cues[i] is None and page[i].finished and len(page[i].text) >= 60:
            if runs and runs[-1][-1] == i - 1:
                runs[-1].append(i)
            else:
                runs.append([i])
    return runs


def _before_cards(page: Sequence[Line], cues: Sequence[Cue | None], body: int, bottom: int) -> int:
    """The end of a story that runs into cards without warning: titles and texts cut off, just above the bottom."""
    end = bottom
    while end > body and (
        cues[end - 1] is not None or page[end - 1].truncated or _is_title(page[end - 1]) or _is_cut(page, cues, end - 1)
    ):
        end -= 1
    # If no card was among what was passed over, it was furniture only, and each line keeps its own role.
    cards = any(cues[i] is None and (page[i].truncated or page[i].words >= 5) for i in range(end, bottom))
    lone = end == len(page) - 1 and (page[end].quoted or (is_clean(cues) and page[end].words >= 8))
    return end if cards and not lone else bottom


def is_clean(cues: Sequence[Cue | None]) -> bool:
    """Whether a page carries no furniture but stamps and captions: a plain text, to be read with more trust."""
    return all(known is None or known.role in ("byline", "dateline", "caption", "credit") for known in cues)


def _is_title(line: Line) -> bool:
    whole_quotation = line.quoted and line.text.endswith(tuple(CLOSERS))
    return not (line.finished or line.leads_on or line.bullet or whole_quotation) and len(line.text) < 100


def _is_cut(page: Sequence[Line], cues: Sequence[Cue | None], i: int) -> bool:
    """Whether a line is the beginning of another story: a paragraph cut off inside a sentence, under a full title."""
    line = page[i]
    if line.finished or line.leads_on or line.bullet or i == 0:
        return False
    title = page[i - 1]
    return cues[i - 1] is None and not (title.finished or title.leads_on or title.bullet) and 6 <= title.words <= 30
