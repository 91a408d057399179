"""What is somebody's word though no statement says whose: told as probable at most, so never a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"


@pytest.mark.parametrize(
    ("marked", "trigger", "certainty"),
    [
        (f"{R} met {B}.", "met", "certain"),
        (f"I saw it myself. {R} met {B}.", "met", "probable"),
        (f"“I saw it,” said a guard. {R} met {B}.", "met", "certain"),
        (f"I saw it myself.\n{R} met {B}.", "met", "certain"),
        (f"{R} met {B} in the museum of World War I.", "met", "certain"),
        (f"It reads “{R} met {B}” on a wall.", "met", "probable"),
    ],
)
def test_whose_word(nlp: Language, marked: str, trigger: str, certainty: str) -> None:
    assert event(nlp, marked, trigger).certainty == certainty
