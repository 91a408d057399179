"""Whose word an event is: the chain of speakers around it, nearest first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from claimed import event, events

from kg.docs_to_claims.attribution import chain, covering
from kg.records import Ref, Span, Statement

if TYPE_CHECKING:
    from spacy.language import Language

R, B, H = "[Ana Ruiz|person]", "[Tomas Berg|person]", "[Hana Kovac|person]"
N, PORT = "[Norland|country]", "[Port Alder|place]"


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "trigger", "sources"),
    [
        (f"{N} attacked {PORT}.", "attacked", []),
        (f"{R} said that {N} attacked {PORT}.", "attacked", ["Ana Ruiz"]),
        (f"{N} attacked {PORT}, {R} said.", "attacked", ["Ana Ruiz"]),
        (f"According to {R}, {N} attacked {PORT}.", "attacked", ["Ana Ruiz"]),
        (f"{N} attacked {PORT}, according to {R}.", "attacked", ["Ana Ruiz"]),
        (f"“{N} attacked {PORT},” {R} said.", "attacked", ["Ana Ruiz"]),
        (f'"{N} attacked {PORT}," {R} said.', "attacked", ["Ana Ruiz"]),
        (f"{R} claimed that {N} attacked {PORT}, [the Courier|organization] reported.", "attacked",
         ["Ana Ruiz", "the Courier"]),
        (f"{R} said that {B} claimed that {N} attacked {PORT}.", "attacked", ["Tomas Berg", "Ana Ruiz"]),
        (f"{R} denied that {N} attacked {PORT}.", "attacked", ["Ana Ruiz"]),
        (f"{R}, who met {B}, said that {N} attacked {PORT}.", "met", []),
        (f"{R} accused {N} of attacking {PORT}.", "attacking", ["Ana Ruiz"]),
        (f"{R} accused {N} of attacking {PORT}.", "accused", []),
        (f"{R} urged {B} to resign.", "urged", []),
        (f"{N} attacked {PORT}. {R} said that it rained.", "attacked", []),
        (f"{R} met {B} and said that it rained.", "met", []),
        (f"{R} said that it rained before {H} met {B}.", "met", ["Ana Ruiz"]),
    ],
)  # fmt: skip
def test_sources_of_an_event(nlp: Language, marked: str, trigger: str, sources: list[str]) -> None:
    assert [r.name for r in event(nlp, marked, trigger).attributed_to] == sources


@pytest.mark.model
@pytest.mark.parametrize(
    ("marked", "trigger", "status"),
    [
        (f"{R} denied that {N} attacked {PORT}.", "attacked", "negated"),
        (f"{R} said that {N} attacked {PORT}.", "attacked", "occurred"),
        (f"{R} said that {N} would attack {PORT}.", "attack", "planned"),
        (f"{R} said that {N} did not attack {PORT}.", "attack", "negated"),
        # what nobody is told to have said is nobody's word, and not the article's either
        (f"{R} did not say that {N} attacked {PORT}.", "attacked", "possible"),
        (f"{R} may say that {N} attacked {PORT}.", "attacked", "possible"),
    ],
)
def test_saying_does_not_make_an_event_unreal(nlp: Language, marked: str, trigger: str, status: str) -> None:
    assert event(nlp, marked, trigger).status == status


def told(speaker: str, start: int, end: int, cue: tuple[int, int] = (900, 904), by: tuple[str, ...] = ()) -> Statement:
    def ref(name: str) -> Ref:
        return Ref(f"a:{name}", name, name, 1000, 1001)

    span = Span("…", start, end)
    return Statement(
        f"a:s{start}-{end}", "a", span, Span("said", *cue), ref(speaker), "indirect", "said", span,
        reported_by=tuple(ref(name) for name in by),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("statements", "names"),
    [
        ([], []),
        ([told("one", 0, 50)], ["one"]),
        ([told("outer", 0, 80), told("inner", 5, 40)], ["inner", "outer"]),
        ([told("inner", 5, 40, by=("paper",)), told("outer", 0, 80)], ["inner", "paper", "outer"]),
        ([told("one", 0, 50), told("one", 5, 40)], ["one"]),
        ([told("elsewhere", 60, 90)], []),
        ([told("half", 0, 15)], []),
        ([told("own cue", 0, 50, cue=(10, 14))], []),
    ],
)
def test_chain_at_characters_10_to_20(statements: list[Statement], names: list[str]) -> None:
    assert [r.name for r in chain(statements, 10, 20)] == names


def test_pieces_of_a_broken_quotation_cover_and_the_gap_does_not() -> None:
    broken = replace(told("one", 0, 60), parts=(Span("…", 0, 20), Span("…", 40, 60)))
    assert covering([broken], 45, 50) == [broken]
    assert covering([broken], 25, 30) == []


@pytest.mark.model
def test_words_in_quotation_marks_without_a_speaker_are_never_certain(nlp: Language) -> None:
    (found,) = events(nlp, f"“{N} attacked {PORT}.” The square was silent.")
    assert (found.attributed_to, found.certainty) == ((), "probable")


@pytest.mark.model
def test_a_second_that_clause_is_no_word_of_the_articles(nlp: Language) -> None:
    found = event(nlp, f"{R} announced that she had resigned, and that {N} attacked {PORT}.", "attacked")
    assert [r.name for r in found.attributed_to] == ["Ana Ruiz"]
