"""Interviews printed as questions and answers: whose words each paragraph is, where no quotation marks tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.articles_to_docs.layout.cues import Cue
from kg.articles_to_docs.layout.lines import Line
from kg.articles_to_docs.layout.speaker_labels import speaker_labels

_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Ww]e['’]\w+|[Oo]ur|[Uu]s|mine)(?!\w)")
_SECOND_PERSON = re.compile(r"(?<!\w)[Yy]ou(?:r|rs|['’]\w+)?(?!\w)")
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_OTHER = re.compile(r"(?<!\w)(?:[Ss]?[Hh]e|[Hh]im|[Hh]ers?|[Hh]is)(?!\w)")
_NOTE = re.compile(
    r"\b(?:say|said|tell|told|add|den[yi]|declin|refus|insist|claim|reject|confirm|disput|respond|report|laugh|smil|nod)"
    r"(?:s|es|ies|ed|ied|d)?\b"
)
_CALLED = re.compile(r"\binterview\b", re.IGNORECASE)
_PROMPT = 25  # words; a longer paragraph of the interviewer's is narration, and no answer follows it


def interview_roles(page: Sequence[Line], cues: Sequence[Cue | None], body: int, end: int) -> dict[int, str]:
    """Questions ("list") and answers ("quote") of an interview printed as such; empty for any other story.

    An interview has at least three questions to "you" standing alone, two if the page calls itself one above its text,
    and answers in the first person. What the interviewer says otherwise, and the reporter's own paragraphs, stay
    "body".
    """
    if speaker_labels([line.text for line in page[body:end]]):
        return {}  # the page says who speaks, paragraph by paragraph
    asked = [i for i in range(body, end - 1) if cues[i] is None and _is_question(page[i])]
    answers = [j for j in (_next(cues, i, end) for i in asked) if j is not None]
    least = 2 if any(_CALLED.search(line.text) for line in page[:body]) else 3
    if len(asked) < least or len(answers) < least:
        return {}
    to_reader = sum(bool(_SECOND_PERSON.search(page[i].text)) for i in asked)
    in_person = sum(_in_first_person(page[j]) for j in answers)
    if to_reader * 3 < len(asked) or in_person * 2 < len(answers):
        return {}
    roles = dict.fromkeys(asked, "list")
    previous = "body"
    for i in range(asked[0], end):
        if cues[i] is not None:
            continue
        if i not in roles:
            roles[i] = _turn(page[i], previous, page[i - 1], between=i < asked[-1])
        previous = roles[i]
    return roles


def is_note(words: str) -> bool:
    """Whether a paragraph between answers reports what somebody says or does there: the outlet's own note.

    >>> is_note("The council denies that."), is_note("The council sold the pier.")
    (True, False)
    """
    return bool(_NOTE.search(words))


def _turn(line: Line, previous: str, before: Line, *, between: bool) -> str:
    """Whose words a paragraph of an interview are: after a question or a short prompt, the answer.

    The answer goes on over the paragraphs below it while another question follows, but not over one to "you", nor
    one that quotes, reports or tells of him or her, which may be the interviewer's.
    """
    if previous == "list" or (previous == "body" and before.words <= _PROMPT):
        return "quote"
    if previous == "quote" and between and not line.quoted and not _SECOND_PERSON.search(line.text):
        other = is_note(line.text) or _OTHER.search(line.text)
        return "quote" if line.finished and not other else "body"
    return "quote" if _in_first_person(line) and not line.quoted else "body"


def _is_question(line: Line) -> bool:
    return line.text.endswith("?") and len(line.text) <= 300 and not line.quoted and not line.bullet


def _in_first_person(line: Line) -> bool:
    return bool(_FIRST_PERSON.search(_QUOTED.sub(" ", line.text)))


def _next(cues: Sequence[Cue | None], i: int, end: int) -> int | None:
    return next((j for j in range(i + 1, min(end, i + 4)) if cues[j] is None), None)
