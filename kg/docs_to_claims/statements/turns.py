"""Turns of printed interviews and transcripts: whose words whole paragraphs are, from one speaker's label to the next.

A turn begins with a label ("((Ana Ruiz))", "AR:", "Q:") and lasts until the next label, a headline, or a paragraph in
which the outlet speaks again: one that tells of the speaker by name and says "I" nowhere. Where only the questions
are labelled, the paragraphs below a question are the answer of who is interviewed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.articles_to_docs.layout.interview import is_note
from kg.articles_to_docs.layout.speaker_labels import ANSWERER, QUESTIONER, Label, speaker_labels
from kg.articles_to_docs.reading import READABLE, Reading
from kg.docs_to_claims.statements.answerers import abbreviates, by_initials, by_name, interviewee, outlet, reporter
from kg.docs_to_claims.statements.quotations import find_quotations
from kg.records import Block, Ref, Span

_FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_SPOKEN = ("body", "list", "quote")
_SIGNATURE = re.compile(r"[—–-]+\s*[^.!?]{2,60}$")
_SECOND_PERSON = re.compile(r"(?<!\w)[Yy]ou(?:r|rs|['’]\w+)?(?!\w)")
_UNFINISHED = re.compile(r"[^.!?…]{2,80}")

_INITIALS = 5
"""A label in capitals is initials when shorter than this, else a name: "RUIZ"."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a stretch: a piece for each paragraph, without the label.

    ``cue``: the label, or the end of the question above where answers have none. ``speaker`` is None where the page
    names somebody the article does not know. ``asks``: the words are the interviewer's.
    """

    pieces: tuple[Span, ...]
    cue: Span
    speaker: Ref | None
    asks: bool

    @property
    def start(self) -> int:
        """Where the first paragraph's words begin."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last paragraph's words end."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A readable block. ``start``: where its line begins, a label outside the block taken in."""

    block: Block
    start: int
    personal: bool = False
    marked: tuple[tuple[int, int], ...] = ()

    def in_marks(self, offset: int) -> bool:
        """Whether a character stands between quotation marks."""
        return any(start <= offset < end for start, end in self.marked)


@dataclass(frozen=True, slots=True)
class _Page:
    """A transcript. ``askers``: the labels of who asks; ``host``: their outlet; ``guest``: who is interviewed."""

    reading: Reading
    paragraphs: Sequence[_Paragraph]
    labels: Mapping[int, Label]
    askers: frozenset[str]
    host: Ref | None
    guest: Ref | None

    @property
    def answered(self) -> bool:
        """Whether the answers have labels, too."""
        return any(label.name not in self.askers for label in self.labels.values())

    @property
    def personal(self) -> bool:
        """Whether below the labels somebody says "I": where only questions are printed, nobody answers."""
        below = (i + 1 for i in self.labels if i + 1 < len(self.paragraphs) and i + 1 not in self.labels)
        return any(self.paragraphs[i].personal for i in below)


def turns(reading: Reading) -> tuple[Turn, ...]:
    """The turns of an article in text order; () for one that is no transcript."""
    text = reading.article.text
    page = _paragraphs(reading)
    spoken = [text[p.start : p.block.end] if p.block.role in _SPOKEN else "" for p in page]
    labels = speaker_labels(spoken)
    if not labels:
        return tuple(_unlabelled(reading, page))
    askers = _askers(page, labels, text)
    begin = page[min(labels)].start
    host = outlet(reading, [name for name in askers if name.lower() not in QUESTIONER], begin)
    guest = interviewee(reading, begin)
    found = _turns(_Page(reading, _with_persons(reading, page), labels, askers, host, guest))
    marked = any(label.form == "brackets" or label.name.lower() in QUESTIONER for label in labels.values())
    return tuple(found) if marked or any(turn.speaker is not None for turn in found) else ()


def _paragraphs(reading: Reading) -> list[_Paragraph]:
    text, blocks = reading.article.text, [b for b in reading.article.blocks if b.role in READABLE]
    out: list[_Paragraph] = []
    for before, block in pairwise([None, *blocks]):
        assert block is not None
        line = text.rfind("\n", 0, block.start) + 1
        while line < block.start and text[line].isspace():
            line += 1
        if before is not None and before.end > line:
            out.pop()  # the label of this paragraph, in a block of its own
        out.append(_Paragraph(block, line))
    return out


def _with_persons(reading: Reading, page: Sequence[_Paragraph]) -> list[_Paragraph]:
    """The paragraphs with their words in marks, and whether they say "I" or "we" outside of them."""
    marked: dict[int, list[tuple[int, int]]] = {}
    for q in find_quotations(reading.article):
        block = reading.article.blocks[q.block]
        if block.role != "quote":  # a block that is a quotation as a whole does not count
            marked.setdefault(block.start, []).append((q.start, q.end))
    said: dict[int, list[int]] = {}
    for token in reading.tokens:
        if token.lower_ in _FIRST_PERSON and token.text != "US":
            said.setdefault(reading.block(token).start, []).append(token.idx)
    found = [replace(p, marked=tuple(marked.get(p.block.start, ()))) for p in page]
    return [replace(p, personal=any(not p.in_marks(i) for i in said.get(p.block.start, ()))) for p in found]


def _turns(page: _Page) -> list[Turn]:
    text, lasts = page.reading.article.text, False
    out: list[Turn] = []
    answered, personal = page.answered, page.personal
    for i in range(min(page.labels), len(page.paragraphs)):
        block = page.paragraphs[i].block
        if i in page.labels:
            out.append(_labelled(page, i))
            lasts = True
        elif block.role not in _SPOKEN:
            lasts = False
        elif lasts and not _SIGNATURE.match(text, block.start, block.end):
            lasts = (
                _answers(page, i, out, personal=personal) if out[-1].asks and not answered else _goes_on(page, i, out)
            )
    return [turn for turn in out if turn.pieces]


def _labelled(page: _Page, i: int) -> Turn:
    text, paragraph, label = page.reading.article.text, page.paragraphs[i], page.labels[i]
    asks = label.name in page.askers
    speaker = _asker(page, label.name) if asks else _answerer(page, label.name)
    begin = paragraph.start + label.length
    shown = text[paragraph.start : begin].rstrip()
    cue = Span(shown, paragraph.start, paragraph.start + len(shown))
    return Turn(_pieces(text, begin, paragraph.block.end), cue, speaker, asks)


def _answers(page: _Page, i: int, out: list[Turn], *, personal: bool) -> bool:
    """Take a paragraph below a question, in a transcript whose answers have no labels; False if it is no answer."""
    paragraph, guest = page.paragraphs[i], page.guest
    if not personal or (not paragraph.personal and guest is not None and _tells_of(page.reading, paragraph, [guest])):
        return False
    out.append(Turn(_words(page, i), _end_of(out[-1]), guest, asks=False))
    return True


def _goes_on(page: _Page, i: int, out: list[Turn]) -> bool:
    """Take a paragraph below a turn into it, or into a new one of whoever asks; False if the outlet speaks again."""
    turn, words = out[-1], _words(page, i)
    question = words[-1].text.endswith("?")
    if _is_narration(page, i, turn.speaker):
        return False
    if question and not turn.asks and _is_question(words[-1].text, page.labels.get(i + 1), page.askers):
        out.append(Turn(words, _end_of(turn), page.host, asks=True))
    elif turn.asks and not question:
        out.append(Turn(words, _end_of(turn), None, asks=True))  # the asker's, or a reply without its label: nobody's
    else:
        out[-1] = replace(turn, pieces=(*turn.pieces, *words))
    return True


def _end_of(turn: Turn) -> Span:
    """The last character of a turn, the cue of what is said without a label below it."""
    return Span(turn.pieces[-1].text[-1:], turn.end - 1, turn.end) if turn.pieces else turn.cue


def _words(page: _Page, i: int) -> tuple[Span, ...]:
    block = page.paragraphs[i].block
    return _pieces(page.reading.article.text, block.start, block.end)


def _unlabelled(reading: Reading, page: Sequence[_Paragraph]) -> Iterator[Turn]:
    """The paragraphs between questions and answers set as such that may be either's: nobody's."""
    text, roles = reading.article.text, [p.block.role for p in page]
    asked = [i for i, p in enumerate(page) if roles[i] == "list" and text[p.block.end - 1] == "?"]
    asked = [i for i in asked if roles[i + 1 : i + 2] == ["quote"]]
    between = [i for i in range(asked[0], asked[-1]) if roles[i] == "body"] if len(asked) > 1 else []
    if not between:
        return
    guest = interviewee(reading, page[asked[0]].start)
    for paragraph in (p for p in _with_persons(reading, [page[i] for i in between]) if not p.personal):
        block = paragraph.block
        note = is_note(text[block.start : block.end]) and not _SECOND_PERSON.search(text, block.start, block.end)
        if not note and (guest is None or not _tells_of(reading, paragraph, [guest])):
            yield Turn(
                _pieces(text, block.start, block.end),
                Span(text[block.start], block.start, block.start + 1),
                None,
                asks=False,
            )


def _pieces(text: str, start: int, end: int) -> tuple[Span, ...]:
    return (Span(text[start:end], start, end),) if text[start:end].strip() else ()


def _is_question(words: str, following: Label | None, askers: frozenset[str]) -> bool:
    """Whether a question without a label, below an answer, is the interviewer's: an answer follows it."""
    answered = following is not None and following.name not in askers
    return answered and (not askers or bool(_SECOND_PERSON.search(words)))


def _askers(page: Sequence[_Paragraph], labels: dict[int, Label], text: str) -> frozenset[str]:
    """The labels under which most paragraphs end with a question; not all labels of a page, then nobody asks."""
    asked: dict[str, list[bool]] = {}
    for i, label in labels.items():
        asked.setdefault(label.name, []).append(text[page[i].start : page[i].block.end].rstrip().endswith("?"))
    return frozenset(
        name
        for name, ends in asked.items()
        if name.lower() in QUESTIONER or (name.lower() not in ANSWERER and sum(ends) * 2 > len(ends))
    )


def _answerer(page: _Page, name: str) -> Ref | None:
    """Whom an answer's label means: "A" who is interviewed, "AR" or "Ana Ruiz" the one person so named."""
    if name.lower() in ANSWERER:
        return page.guest
    short = name.isupper() and len(name) < _INITIALS
    return by_name(page.reading, name) or (by_initials(page.reading, name) if short else None)


def _asker(page: _Page, name: str) -> Ref | None:
    """Whom a question's label means: "Q" the outlet, "NP" the outlet or its reporter, "Tomas Berg" that person.

    Initials of somebody the article only speaks of are a reporter's by chance, and nobody's.
    """
    if name.lower() in QUESTIONER or (page.host is not None and abbreviates(name, page.host.name)):
        return page.host
    short = name.isupper() and len(name) < _INITIALS
    return reporter(page.reading, name) if short else by_name(page.reading, name)


def _is_narration(page: _Page, i: int, speaker: Ref | None) -> bool:
    """Whether the outlet speaks again: it names who spoke, or itself, and nobody says "I".

    Below the last label a line without a full stop, a heading of what the page appends, is enough.
    """
    paragraph = page.paragraphs[i]
    if paragraph.personal:
        return False
    block, last = paragraph.block, i > max(page.labels)
    if last and _UNFINISHED.fullmatch(page.reading.article.text, block.start, block.end):
        return True
    return _tells_of(page.reading, paragraph, [ref for ref in (speaker, page.host) if ref is not None])


def _tells_of(reading: Reading, paragraph: _Paragraph, known: Sequence[Ref]) -> bool:
    block = paragraph.block
    return any(
        block.start <= m.start < block.end and m.kind == "name" and not paragraph.in_marks(m.start)
        for ref in known
        for m in reading.by_id[ref.entity].mentions
    )
