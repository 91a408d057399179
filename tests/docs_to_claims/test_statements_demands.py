"""Who says that others must do something demands it; "must" of a guess or of a need of one's own demands nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readings import reading

from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[Norland|country] said that [Sweden|country] must return a helicopter.", "demanded"),
        ("[Norland|country] announced that [Sweden|country] must leave the islands.", "demanded"),
        ("[Ben Holt|person] said that [Sweden|country] must have left.", "said"),
        ("[Ben Holt|person] said that [the bridge|facility] must be old.", "said"),
        ("[Ben Holt|person] said that [he=Ben Holt] must leave.", "said"),
        ("[Ben Holt|person] said that [Sweden|country] should leave.", "said"),
    ],
)
def test_stance(nlp: Language, marked: str, stance: str) -> None:
    (found,) = find_statements(reading(nlp, marked))
    assert found.stance == stance
