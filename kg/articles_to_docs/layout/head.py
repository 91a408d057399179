"""The head of a page: masthead, headline, standfirst, byline and date line, up to where the story begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.articles_to_docs.layout.cues import Cue, segments
from kg.articles_to_docs.layout.lines import Line
from kg.articles_to_docs.layout.people import is_name_list, is_office
from kg.articles_to_docs.layout.stamps import stamps

# How much of the page is looked at for a head (lines), and for what the story is about (code points).
_HEAD_LINES, _SAMPLE = 60, 2000
# A byline or date line may stand under this much standfirst (code points), not deeper in the story.
_STANDFIRST = 450
# From which length (code points) a finished line reads as the story: whatever ends it, and with a full stop.
_LONG_SENTENCE, _SENTENCE, _TWO_SENTENCES = 100, 60, 35
_BUTTON = 2  # words of a button such as "printer"
_LABEL = 40  # code points in which a speaker's label ends
_LABELLED = re.compile(
    r"(?i:photos?|pictures|in (?:photos|pictures)|videos?|watch|gallery|live|audio|podcast|listen)\s*[:|]\s+\S"
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+$")
_SHARED = 2  # words that a title and its story have in common, at least
_STEM = 5  # letters: "agree" and "agreed", "robotics" and "robot" are told of the same thing


@dataclass(frozen=True, slots=True)
class Head:
    """Where the head ends (index of the story's first line), its headline's index, and the roles of its lines."""

    headline: int | None
    body: int
    roles: tuple[str, ...]


def is_prose(line: Line) -> bool:
    """Whether a line reads as a sentence of the story rather than as a title: it is long, and finished."""
    if not line.finished:
        return False
    spoken = ":" in line.text[:_LABEL]  # "Ana Ruiz: I was tired."
    least = _TWO_SENTENCES if line.sentences > 1 and not spoken else _SENTENCE
    return len(line.text) >= _LONG_SENTENCE or (len(line.text) >= least and line.bare.endswith("."))


def key(line: Line) -> str:
    """What two copies of a line have in common."""
    return " ".join(line.text.casefold().split())


def find_head(page: Sequence[Line], cues: Sequence[Cue | None]) -> Head:
    """Read the head of a page. In a text that begins with its story, the head is empty."""
    first = _first_prose(page, cues)
    body = _past_stamps(page, cues, first)
    chosen = _headline(page, cues, body if first == len(page) else max(first, _titles_end(page, cues, body)))
    if chosen is None:
        body = _first_content(cues, first)
        return Head(None, body, tuple(_furniture(cues[i]) for i in range(body)))
    body = max(body, chosen + 1)
    if first == len(page):
        # No sentence tells where the story begins: a title is believed only where nothing but furniture is above it.
        alone = all(cues[i] is not None or page[i].words <= _BUTTON for i in range(chosen))
        body = max(chosen + 1 if alone else 0, _first_content(cues, chosen + 1))
    return Head(chosen, body, tuple(_role(page, cues, i, chosen) for i in range(body)))


def _first_prose(page: Sequence[Line], cues: Sequence[Cue | None]) -> int:
    for i, line in enumerate(page):
        if cues[i] is None and is_prose(line):
            return i
    return len(page)


def _past_stamps(page: Sequence[Line], cues: Sequence[Cue | None], first: int) -> int:
    """The line after the last byline or date line that stands under a standfirst; ``first`` if none does."""
    body, prose = first, 0
    for i in range(first, min(len(page), first + 6)):
        known = cues[i]
        if known is not None and known.role in ("byline", "dateline") and not known.after:
            body = i + 1
        elif known is None:
            prose += len(page[i].text)
        if prose > _STANDFIRST:
            break
    return body


def _first_content(cues: Sequence[Cue | None], stop: int) -> int:
    """The first line below ``stop`` that is not furniture by its words."""
    return next((i for i in range(stop) if cues[i] is None), stop)


def _titles_end(page: Sequence[Line], cues: Sequence[Cue | None], body: int) -> int:
    """Where a title that ends with a full stop may still stand: the first line, when a byline or date follows it."""
    follows = len(page) > 1 and cues[1] is not None and body > 1 and cues[1].role in ("byline", "dateline")
    return 1 if follows and cues[0] is None and page[0].words <= 25 else 0


def _headline(page: Sequence[Line], cues: Sequence[Cue | None], before: int) -> int | None:
    """The index of the headline: of the titles above the story, the one most of whose words the story tells."""
    limit = min(before, _HEAD_LINES)
    candidates = [
        i
        for i in range(limit)
        if cues[i] is None and not page[i].bullet and not page[i].leads_on and not page[i].truncated
    ]
    candidates = [
        i for i in candidates if page[i].words >= 2 and len(page[i].text) <= 250 and _may_be_title(page, cues, i)
    ]
    candidates = _above_stamps(page, cues, candidates)
    sample = " ".join(line.text for line in page[limit : limit + 30])[:_SAMPLE]
    told = _stems(sample)
    if not any(len(_stems(page[i].text) & told) >= _SHARED and not is_office(page[i].text) for i in candidates):
        candidates = _labelled_titles(page, cues, limit, told) or candidates
    if not candidates:
        return None
    copies = Counter(key(line) for line in page[: _HEAD_LINES * 2])
    best = max(candidates, key=lambda i: (_score(page[i], told, copies[key(page[i])]), -i))
    # A standfirst often tells more than the headline right above it.
    while best - 1 in candidates and copies[key(page[best])] == 1 and _is_about(page[best - 1], told):
        best -= 1
    return best


def _labelled_titles(page: Sequence[Line], cues: Sequence[Cue | None], limit: int, told: frozenset[str]) -> list[int]:
    """Titles that begin as captions and links do ("PHOTOS: Port Brae celebrates"), where the story tells of them."""
    return [
        i
        for i in range(limit)
        if cues[i] is not None
        and _LABELLED.match(page[i].text)
        and not page[i].finished
        and len(_stems(page[i].text) & told) >= _SHARED
    ][:1]


def _may_be_title(page: Sequence[Line], cues: Sequence[Cue | None], i: int) -> bool:
    """A title does not end with a full stop, but for an abbreviation's, or right above a byline or a date."""
    below = cues[i + 1] if i + 1 < len(page) else None
    stamped = below is not None and below.role in ("byline", "dateline")
    return stamped or not page[i].bare.endswith(".") or bool(_ABBREVIATED.search(page[i].bare))


def _above_stamps(page: Sequence[Line], cues: Sequence[Cue | None], candidates: list[int]) -> list[int]:
    """Candidates above the first byline or date line, if a full title is among them (captions stand below)."""
    stamp = next(
        (i for i, c in enumerate(cues[:_HEAD_LINES]) if c is not None and c.role in ("byline", "dateline")), None
    )
    above = [i for i in candidates if stamp is not None and i < stamp]
    return above if any(page[i].words >= 4 and not _is_label(page[i]) for i in above) else candidates


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(text))


def _score(line: Line, told: frozenset[str], copies: int) -> float:
    shared = len(_stems(line.text) & told)
    return (
        3.0 * min(shared, 3)
        + min(line.words, 8)
        + 6 * min(copies - 1, 1)
        - 8 * _is_label(line)
        - 4 * line.text.isupper()
    )


def _is_about(line: Line, told: frozenset[str]) -> bool:
    return line.words >= 4 and not _is_label(line) and not line.text.isupper() and bool(_stems(line.text) & told)


def _is_label(line: Line) -> bool:
    """Whether a line is a bar of short pieces, as section and paper names are."""
    pieces = segments(line.text)
    return len(pieces) > 1 and all(len(piece.split()) <= 4 for piece in pieces)


def _is_dated(line: Line) -> bool:
    """Whether a short line carries a full date ("Harbour Agency, 12 May 2015")."""
    return not line.finished and line.words <= 10 and any(stamp.year for stamp in stamps(line.text[:120]))


def _is_title_case(line: Line) -> bool:
    """Whether nearly every long word begins with a capital: then a line of capitals below is no list of names."""
    long = _WORD.findall(line.text)
    return len(long) >= 3 and sum(word[0].isupper() for word in long) * 10 >= len(long) * 9


def _repeats(line: Line, headline: Line) -> bool:
    """Whether a line is the headline again, with a few words of the site's behind it at most."""
    more = line.words - headline.words
    return key(line) == key(headline) or (
        not line.finished and headline.words >= 4 and 0 < more <= 4 and key(line).startswith(key(headline) + " ")
    )


def _furniture(known: Cue | None) -> str:
    return known.role if known else "boilerplate"


def _role(page: Sequence[Line], cues: Sequence[Cue | None], i: int, headline: int) -> str:
    line, known = page[i], cues[i]
    if i == headline:
        return "headline"
    if known is not None:
        return known.role
    if i < headline:
        return "dateline" if _is_dated(line) else "boilerplate"
    if line.bullet:
        return "standfirst"
    if _repeats(line, page[headline]):
        return "boilerplate"
    if _is_dated(line):
        return "dateline"
    if line.words <= 10 and ((is_name_list(line.text) and not _is_title_case(page[headline])) or is_office(line.text)):
        return "byline"
    untouched = all(cues[j] is None for j in range(headline + 1, i))
    return "standfirst" if is_prose(line) or (untouched and line.words >= 6) else "caption"
