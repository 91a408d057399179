"""Named questions: SPARQL files of the ontology whose first comments say what they ask and what may be filled in.

A header line ``# param who entity: the speaker`` declares a parameter, and a later comment line ``# who`` marks where
its value goes. A query without any value is valid SPARQL and asks about everybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.errors import QueryError, VocabularyError
from kg.ontology import folder

KINDS = ("entity", "term", "text", "date", "integer")
_PARAM = re.compile(r"#\s*param\s+(?P<name>\w+)\s+(?P<kind>\w+)\s*:\s*(?P<about>.+)")
_TITLE = re.compile(r"#\s*title\s*:\s*(.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something to fill in. ``kind``: entity (a name in the graph), term (of the ontology), text, date or integer."""

    name: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query with a name, a title and its parameters."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    sparql: str


def read_question(text: str, name: str) -> Question:
    """A query's text as a question. Raises QueryError for a parameter of an unknown kind or without its place.

    >>> text = "# title: Who?;# param who entity: a person;ASK {;# who; ?who ?p ?o }".replace(";", chr(10))
    >>> read_question(text, "q").parameters
    (Parameter(name='who', kind='entity', about='a person'),)
    """
    lines = text.splitlines()
    title = next((m[1].strip() for line in lines if (m := _TITLE.match(line.strip()))), name)
    found = [Parameter(m["name"], m["kind"], m["about"].strip()) for line in lines if (m := _PARAM.match(line.strip()))]
    for parameter in found:
        if parameter.kind not in KINDS:
            raise QueryError(
                f"{name}: parameter {parameter.name!r} is of kind {parameter.kind!r}: use {', '.join(KINDS)}"
            )
        if not any(is_place(line, parameter.name) for line in lines):
            raise QueryError(f"{name}: no line '# {parameter.name}' where parameter {parameter.name!r} goes")
    return Question(name, title, tuple(found), text)


def is_place(line: str, name: str) -> bool:
    """Whether a line is the comment that marks where a parameter goes."""
    return re.fullmatch(rf"#\s*{re.escape(name)}", line.strip()) is not None


@cache
def questions() -> tuple[Question, ...]:
    """All named questions in the order of their files. Raises VocabularyError when the installation has none."""
    paths = sorted((folder() / "queries").glob("*.rq"))
    if not paths:
        raise VocabularyError(f"no questions in {folder()}/queries: reinstall newskg")
    return tuple(read_question(p.read_text(encoding="utf-8"), re.sub(r"^\d+-", "", p.stem)) for p in paths)


def find_question(asked: str) -> Question:
    """What a user asks: the name of a question, the path of a .rq file, or SPARQL itself.

    Raises QueryError with the nearest names when it is none of these.
    """
    if re.search(r"[{}\n]|\s\S+\s", asked):
        return read_question(asked, "the query")
    path = Path(asked)
    if path.suffix == ".rq":
        try:
            return read_question(path.read_text(encoding="utf-8"), path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{asked}: the query cannot be read: {error}") from error
    known = {q.name: q for q in questions()}
    if asked in known:
        return known[asked]
    near = get_close_matches(asked, known, n=3, cutoff=0.4) or list(known)
    raise QueryError(f"no question {asked!r}: did you mean {', '.join(near)}?")


def list_questions() -> str:
    """Every named question with its title and parameters, as text to print."""
    parts = []
    for question in questions():
        parts.append(f"{question.name}\n    {question.title}\n")
        parts += [f"    -p {p.name}=…  ({p.kind}) {p.about}\n" for p in question.parameters]
    return "".join(parts)
