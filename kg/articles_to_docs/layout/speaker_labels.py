"""Speaker labels of printed interviews and transcripts: who the page itself names at the head of a paragraph.

Known forms: "((Ana Ruiz))  We failed.", "[Ana Ruiz] We failed.", "Ana Ruiz: We failed.", "RUIZ: We failed.",
"AR: We failed.", "Q: And now?", and bare initials below a labelled question, "AR We failed.". Pure text: a colon
alone makes no speaker ("Weather: sunny"), so its words must speak to somebody or ask, and speakers come again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

QUESTIONER = frozenset(
    {"q", "question", "interviewer", "host", "moderator", "reporter", "journalist", "presenter", "anchor"}
)
"""Labels that mean whoever asks, in lower case."""
ANSWERER = frozenset({"a", "answer", "interviewee", "guest"})
"""Labels that mean whoever answers, in lower case."""

_WORD = r"[^\W\d_a-z][\w.’'-]*"
_ROUND = re.compile(r"\(\(([^\W\d_a-z][^()\n]{1,58})\)\)\s*:?\s*")
_SQUARE = re.compile(rf"\[({_WORD}(?: {_WORD}){{1,4}}|[^\W\d_a-z]{{2,20}})\](?::\s*|\s+)|\[({_WORD})\]:\s*")
_COLON = re.compile(rf"({_WORD}(?: (?:{_WORD}|of|de|van|von|al|bin)){{0,4}}):\s+(?=\S)|([QA])\.\s+(?=\S)")
_BARE = re.compile(r"([A-Z]{2,3})\s+(?=[A-Z\[“\"'‘])")
_FULL = re.compile(rf"({_WORD}(?: {_WORD}){{1,3}}?)\s+(?=(?:I|I['’]\w+|We|My|Our|Yes|No|Well|It|This|That|The)\s)")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_PERSONAL = re.compile(r"(?<!\w)(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Uu]s|[Yy]ou(?:r|['’]\w+)?)(?!\w)")
_FEWEST = 2
"""Paragraphs with a colon label that make a transcript; one is a list item or a caption."""
_BARE_FEWEST = 2
"""Answers that must open with the same bare initials."""


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label: the ``name`` in it, and how many characters of the paragraph it takes, spaces included."""

    name: str
    length: int
    form: str


def is_name(label: str) -> bool:
    """Whether a label is somebody's name as prose writes it, rather than initials, capitals or a part in the talk.

    >>> [is_name(label) for label in ("Ana Ruiz", "AR", "RUIZ", "Q", "Host")]
    [True, False, False, False, False]
    """
    return not label.isupper() and label.lower() not in QUESTIONER | ANSWERER


def speaker_labels(paragraphs: Sequence[str]) -> dict[int, Label]:
    """The labels of a page's paragraphs by index; empty for a page that is no transcript.

    >>> labels = speaker_labels(["((NP))  And now?", "((Ana Ruiz))  I rest.", "It rained."])
    >>> {i: label.name for i, label in labels.items()}
    {0: 'NP', 1: 'Ana Ruiz'}
    >>> speaker_labels(["Weather: It is sunny.", "Photo: Ana Ruiz.", "Police: Two men are dead."])
    {}
    """
    bracketed = dict(_bracketed(paragraphs))
    colons = _colons(paragraphs, bracketed)
    found = {**colons, **bracketed}
    found.update(_unmarked(paragraphs, found))
    return dict(sorted(found.items()))


def _bracketed(paragraphs: Sequence[str]) -> Iterator[tuple[int, Label]]:
    squares = []
    for i, text in enumerate(paragraphs):
        if (match := _ROUND.match(text)) is not None:
            yield i, Label(match[1].strip(), match.end(), "brackets")
        elif (match := _SQUARE.match(text)) is not None:
            squares.append((i, Label(match[1] or match[2], match.end(), "brackets")))
    if len(squares) >= _FEWEST and _converses([paragraphs[i][label.length :] for i, label in squares]):
        yield from squares


def _colons(paragraphs: Sequence[str], known: dict[int, Label]) -> dict[int, Label]:
    found: dict[int, Label] = {}
    for i, text in enumerate(paragraphs):
        match = _COLON.match(text) if i not in known else None
        if match is not None and text[match.end()] not in "“\"'‘«„":
            found[i] = Label(match[1] or match[2], match.end(), "colon")
    speaking = {label.name for i, label in found.items() if _is_spoken(paragraphs[i][label.length :])}
    found = {i: label for i, label in found.items() if label.name in speaking}
    asked = sum(text.rstrip().endswith("?") for text in paragraphs)
    names = [label.name for label in (*found.values(), *known.values())]
    in_turn = asked > 1 or len(set(names)) < len(names)
    rest = [paragraphs[i][label.length :] for i, label in found.items()]
    return found if len(found) >= _FEWEST and in_turn and _converses(rest) else {}


def _unmarked(paragraphs: Sequence[str], known: dict[int, Label]) -> Iterator[tuple[int, Label]]:
    """Bare initials, and the name they stand for, right below labelled questions: "AR We failed."."""
    below = [i for i in range(1, len(paragraphs)) if i not in known and i - 1 in known and "?" in paragraphs[i - 1]]
    bare = [(i, match) for i in below if (match := _BARE.match(paragraphs[i])) is not None]
    keys = {m[1] for _, m in bare if sum(m[1] == other[1] for _, other in bare) >= _BARE_FEWEST}
    for i in below:
        short, full = _BARE.match(paragraphs[i]), _FULL.match(paragraphs[i])
        if short is not None and short[1] in keys:
            yield i, Label(short[1], short.end(), "bare")
        elif full is not None and "".join(word[0] for word in full[1].split()) in keys:
            yield i, Label(full[1], full.end(), "bare")


def _converses(words: Sequence[str]) -> bool:
    """Whether at least half of what follows the labels speaks to somebody or asks."""
    return sum(_is_spoken(text) for text in words) * 2 >= len(words)


def _is_spoken(text: str) -> bool:
    return text.rstrip().endswith("?") or bool(_PERSONAL.search(_QUOTED.sub(" ", text)))
