"""What speakers say they will do themselves is a promise, a threat or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readings import reading

from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    ("The [Norland Front|organization] said [it=Norland Front] would release [Tomas Berg|person].", "promised"),
    ("[Norland|country] says [it=Norland] is willing to withdraw its troops.", "promised"),
    ("[Norland|country] said [it=Norland] intends to cooperate with the inspectors.", "promised"),
    ("[Norland|country] said it will not attack [Vesterland|country].", "promised"),
    ("The [Farmers' Union|organization] said [it=Farmers' Union] would boycott the vote.", "threatened"),
    ("[Norland|country] announced that [it=Norland] will expel the envoys.", "threatened"),
    ("[Norland|country] said [it=Norland] would withdraw its monitors unless [Vesterland|country] paid.", "threatened"),
    ("[Norland|country] said [it=Norland] would not accept the offer.", "refused"),
    ("[Norland|country] said [it=Norland] was not going to sign the treaty.", "refused"),
    ("[Norland|country] said [Vesterland|country] would release [Tomas Berg|person].", "said"),
    ("[Norland|country] said [it=Norland] had released [Tomas Berg|person].", "said"),
    ("[Norland|country] said [it=Norland] would grow by four percent.", "said"),
]


@pytest.mark.parametrize(("marked", "stance"), CASES)
def test_what_a_speaker_will_do(nlp: Language, marked: str, stance: str) -> None:
    (statement,) = find_statements(reading(nlp, marked))
    assert statement.stance == stance
