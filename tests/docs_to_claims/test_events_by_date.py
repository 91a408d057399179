"""What the date of an event says about its status. The articles of these tests appeared on 2025-03-17."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"


@pytest.mark.parametrize(
    ("marked", "trigger", "status", "certainty", "date"),
    [
        (f"{R} meets {B} on [Friday|time:2025-03-21].", "meets", "planned", "certain", "2025-03-21"),
        (f"{R} met {B} on [Friday|time:2025-03-14].", "met", "occurred", "certain", "2025-03-14"),
        (f"{R} backed {B} for [2027|time:2027].", "backed", "occurred", "certain", None),
        (f"{B}, arrested by {R} on [Friday|time:2025-03-21], slept.", "arrested", "occurred", "certain", None),
        (f"{R} fell, hurting {B} on [Friday|time:2025-03-21].", "hurting", "occurred", "certain", None),
        (f"{R} praised {B} in the talks of [Norland|country] in [2025|time:2025].", "talks", "occurred", "probable",
         "2025"),
        (f"{R} praised {B} in the talks of [Norland|country] in [2024|time:2024].", "talks", "occurred", "certain",
         "2024"),
        (f"{R} held talks with {B} in [2025|time:2025].", "talks", "occurred", "certain", "2025"),
    ],
)  # fmt: skip
def test_status(nlp: Language, marked: str, trigger: str, status: str, certainty: str, date: str | None) -> None:
    found = event(nlp, marked, trigger)
    assert (found.status, found.certainty, found.time and found.time.value) == (status, certainty, date)
