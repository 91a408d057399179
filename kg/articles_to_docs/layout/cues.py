"""What a line is by its words alone: the word list ``furniture.toml`` put to lines and to the segments of bars."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.articles_to_docs.layout.lines import Line
from kg.articles_to_docs.layout.people import NAME, is_name_list, names_author
from kg.articles_to_docs.layout.stamps import is_stamp
from kg.ontology import lexicon

_CURLY = str.maketrans("’‘“”", "''\"\"")
_NUMBER = re.compile(r"\d[\d.,]*(?:\s?[km]\b)?")
_SPACE = re.compile(r"\s+")
_EDGES = re.compile(r"^[^\w#(\[©+]+|(?:[^\w#)\]+−-]|\s[-–—]+)+$")
_SEPARATOR = re.compile(r"\s*[|·•»›▸▾→⟳●]+\s*|\s+[/>~—–-]\s+|\s{2,}|\t+")
_SYMBOLS = re.compile(r"[\U0001F000-\U0001FAFF\u2190-\u2BFF\u2600-\u27BF\uFE0F\u200D]+")
_PARENTHESISED_CREDIT = re.compile(r"\([^()/]{2,80}/[^()]{2,60}\)$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
_OUTLET = re.compile(rf"\s[-–|]\s{NAME}(?:\s+{NAME}){{0,3}}$")
_ADDRESS = re.compile(r"\S+@\w[\w-]*\.\w|\bhttps?://|\bwww\.")
_CAPTION_LABELS = ("image caption", "media caption", "photo caption")
_LONGEST = 320  # code points; a longer line is a paragraph, whatever its words
_BAR = 300
_BOX = 6  # lines
_ALT_WORDS = 12
_CREDIT_WORDS = 60  # of a paragraph that names who helped with the story


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words of a line say it is. ``after``: "ends", "links" or "" (see ``furniture.toml``)."""

    role: str
    after: str = ""


@lru_cache(maxsize=1024)
def normal(text: str) -> str:
    """A line as the word list writes it: small letters, straight quotes, numbers as ``#``, no outer punctuation.

    >>> normal("💬 1.4k View comments »")
    '# view comments'
    """
    text = _SPACE.sub(" ", _SYMBOLS.sub(" ", text.translate(_CURLY).lower())).strip()
    return _EDGES.sub("", _NUMBER.sub("#", text)).strip()


def segments(text: str) -> list[str]:
    """The pieces of a bar such as "By Ada Quill | 3 May 2024 | 2 min read"; a line without separators is one piece."""
    return [piece for piece in (_SYMBOLS.sub(" ", p).strip() for p in _SEPARATOR.split(text)) if piece]


@cache
def _tables() -> Mapping[str, Mapping[str, Cue]]:
    tables: dict[str, dict[str, Cue]] = {"line": {}, "label": {}, "start": {}}
    for entry in lexicon("furniture")["cue"]:
        for phrase in entry["phrases"]:
            tables[entry["match"]].setdefault(phrase, Cue(entry["role"], entry.get("after", "")))
    return tables


@cache
def _starts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The phrases that begin a line: labels (before a colon, an arrow …) and openings (whole words)."""
    label = "|".join(re.escape(p) for p in sorted(_tables()["label"], key=len, reverse=True))
    start = "|".join(re.escape(p) for p in sorted(_tables()["start"], key=len, reverse=True))
    return re.compile(rf"({label})(?: [^:.!?,]{{1,40}})?\s*(?:[:→»›▸►>|]|\s[-–—]\s)"), re.compile(rf"({start})(?!\w)")


def _one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w])(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + r")(?![\w])"
    )


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    return _one_of(tuple(lexicon("furniture")[table][key]))


@cache
def _credit() -> re.Pattern[str]:
    listed: Mapping[str, Any] = lexicon("furniture")["credit"]
    labels = "|".join(re.escape(word) for word in sorted(listed["labels"], key=len, reverse=True))
    endings = "|".join(re.escape(word) for word in sorted(listed["endings"], key=len, reverse=True))
    agencies = "|".join(re.escape(word) for word in sorted(listed["agencies"], key=len, reverse=True))
    return re.compile(
        rf"(?:(?:^|[.!?…\])(\[–—|-]\s*)(?i:{labels})(?::|\s+by\s|\s*/)[^\n]{{0,120}}$)"
        rf"|(?:(?i:{endings})(?:, \d{{4}})?[\s.)\]]*$)"
        rf"|(?:\b(?:{agencies})(?: \d{{4}})?/[^\n]{{2,80}}$)|(?:/(?:{agencies})[\s.)\]]*$)"
        rf"|(?:\([A-Z]{{2,10}} [Pp]hotos?\)$)"
        rf"|(?:(?:^|[.!?…]\s+|\s)©\s[^\n]{{2,80}}$)"
    )


@cache
def _note() -> re.Pattern[str]:
    """What opens the outlet's own note on its story ("Correction:", "EDITOR'S NOTE —"), however long it is."""
    labels = "|".join(re.escape(label) for label in lexicon("furniture")["note"]["labels"])
    return re.compile(rf"\W*(?:{labels})(?:,? \(?[^:.()]{{1,40}}\)?)?\s*(?::|[—–]|\s-\s)")


def page_cues(page: Sequence[Line]) -> list[Cue | None]:
    """What the words of each line say it is; the line under a picture's label ("Image caption,") is its caption.

    So are the lines of a newsletter's box, between its title and its button, furniture.
    """
    found = [cue(line) for line in page]
    for i in (i for i in range(1, len(page)) if found[i] is None and _is_alt_text(page[i])):
        found[i] = Cue("caption")
    for i in range(1, len(page)):
        if found[i] is None and found[i - 1] is not None and normal(page[i - 1].text) in _CAPTION_LABELS:
            found[i] = Cue("caption")
    for i in (i for i, line in enumerate(page) if _is_in(line, "opens")):
        button = next((j for j in range(i + 1, min(i + _BOX, len(page))) if _is_in(page[j], "closes")), i)
        for j in range(i, button):
            found[j] = found[j] or Cue("promo")
    return found


def _is_alt_text(line: Line) -> bool:
    """Whether a long title ends with the outlet's name, as a picture's text does ("… meet in Alder - Brae News")."""
    found = _OUTLET.search(line.text) if line.words >= _ALT_WORDS and not line.finished else None
    return found is not None and line.text[found.start() - 1] not in ".!?…\"'”’"


def _is_in(line: Line, key: str) -> bool:
    """Whether a line is one of the words of a newsletter's box: its title or its button."""
    return len(line.text) <= _LONGEST and normal(line.text) in lexicon("furniture")["box"][key]


def cue(line: Line) -> Cue | None:
    """What the words of the line say it is, None if nothing; prose is never judged by one word."""
    text = line.text
    raw = _SPACE.sub(" ", text[: 2 * _LONGEST].translate(_CURLY).lower())
    if _note().match(raw):
        return Cue("boilerplate")
    if len(text) > _LONGEST:
        return Cue("caption") if _is_credited(text) else None
    if exact := _tables()["line"].get(normal(text)):
        return exact
    if is_stamp(text):
        return Cue("dateline")
    if text.startswith("©") and line.words >= _ALT_WORDS and not line.finished:
        return Cue("caption")
    return _by_opening(line, raw) or _by_bar(text) or _by_content(line, raw)


def _by_opening(line: Line, raw: str) -> Cue | None:
    label, start = _starts()
    raw = _NUMBER.sub("#", raw)
    bare = _EDGES.sub("", _SYMBOLS.sub(" ", raw)).strip() if line.marker == "" else raw
    if found := label.match(bare):
        return _tables()["label"][found[1]]
    found = start.match(raw) or start.match(bare)
    if not found:
        return None
    known = _tables()["start"][found[1]]
    if known.role == "byline":
        return known if is_byline(line.text) else None
    return known


def is_byline(text: str) -> bool:
    """Whether some text is "By" and one or more names, with an office or a place after them at most.

    >>> is_byline("By Ada Quill, Crime Correspondent"), is_byline("By Friday the river had reached the town.")
    (True, False)
    """
    found = _starts()[1].match(text.translate(_CURLY).lower())
    if not found or _tables()["start"][found[1]].role != "byline" or len(text) > 200:
        return False
    rest = text[found.end() :].strip(" :")
    first = segments(rest)[0] if segments(rest) else ""
    head = re.split(r",| at | in | for ", first)[0].strip()
    last = first.rstrip(")")
    return (
        bool(head)
        and (is_name_list(head) or normal(head) in _tables()["line"])
        and not (last.endswith((".", "!", "?")) and len(first.split()) > 6)
    )


def _by_bar(text: str) -> Cue | None:
    """A bar of short pieces is furniture if a piece is known, or if it has many; its date or byline gives its role."""
    pieces = segments(text)
    if len(pieces) < 2 or len(text) > _BAR:
        return None
    found = [_piece(piece) for piece in pieces]
    unknown = [piece for piece, role in zip(pieces, found, strict=True) if role is None]
    if (
        any(len(piece.split()) > 8 or piece.endswith((".", "!", "?", ",", ":")) for piece in unknown)
        or sum(len(p.split()) for p in unknown) > 10
    ):
        return None
    known = [role for role in found if role is not None]
    if not known and (len(pieces) < 3 or any(len(piece.split()) > 4 for piece in unknown)):
        return None
    for role in ("byline", "dateline"):
        if any(k.role == role for k in known):
            return Cue(role)
    return Cue("boilerplate", next((k.after for k in known if k.after == "ends"), ""))


def _piece(piece: str) -> Cue | None:
    if is_stamp(piece):
        return Cue("dateline")
    if is_byline(piece):
        return Cue("byline")
    return _tables()["line"].get(normal(piece)) or _tables()["line"].get(normal(piece).rstrip("#").strip())


def _by_content(line: Line, raw: str) -> Cue | None:
    if _is_credited(line.text):
        return Cue("credit" if line.words < 5 else "caption")
    if not line.finished and line.words <= 25 and _pattern("caption", "words").search(raw):
        return Cue("caption")
    if line.words <= _CREDIT_WORDS and _pattern("note", "closing").search(raw):
        return Cue("credit")
    if is_plea(line.text):
        return Cue("promo")
    if _ADDRESS.search(line.text) and line.words <= 20 and not _pattern("plea", "reporting").search(raw):
        return Cue("boilerplate")
    return None


def _is_credited(text: str) -> bool:
    tail = text[-200:]
    return bool(_credit().search(tail)) or bool(_PARENTHESISED_CREDIT.search(tail))


def is_plea(text: str) -> bool:
    """Whether a line talks to the reader about the medium itself: newsletters, money, tips, comments.

    >>> is_plea("Enjoying this? Subscribe for €1 a week"), is_plea("More users subscribe every week, the firm said.")
    (True, False)
    """
    plain = _QUOTED.sub(" ", text).translate(_CURLY).lower()
    if not _pattern("plea", "matters").search(plain) or _pattern("plea", "reporting").search(plain):
        return False
    sentences = [s.lstrip(" \"'(") for s in re.split(r"[.!?:;,]\s+", _SYMBOLS.sub(" ", plain))]
    return bool(_pattern("plea", "address").search(plain)) or any(
        _pattern("plea", "openers").match(s.strip()) for s in sentences
    )


def is_bio(text: str, authors: tuple[str, ...] = ()) -> bool:
    """Whether a paragraph begins with an author's name, or with any name and the words of an author's note."""
    if len(text) > 600:
        return False
    named = names_author(text, authors) or bool(re.match(rf"{NAME}\s+{NAME}", text))
    return named and bool(_pattern("bio", "phrases").search(text[:300].translate(_CURLY).lower()))
