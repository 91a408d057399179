"""What holds for every text: exact spans, no overlap, the same answer twice, values that EDTF allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles_to_docs.language import parse
from kg.articles_to_docs.times import find_times
from kg.articles_to_docs.times.periods import UNITS, Period
from kg.edtf import resolve_window
from kg.records import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = """
    on in by since from to until between and the a last next this early late Friday Monday March May Sept. 3 14 21st
    2024 1999 1990s '80s Q3 quarter third half of year week days two few ago later after before every daily noon
    9pm 21:30 GMT yesterday tonight overnight weekend summer fall fiscal FY2024 Christmas now recently , . - ( )
    9999 0001 2025-03-13 31/12/2024 12.5 1,000 met will centuries decades hours 200 following same previous that
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)
SLOW = settings(
    max_examples=100, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.model
@SLOW
@given(TEXTS, st.sampled_from(["2025-03-13", "0001-01-01", "9999-12-31", "2024-02-29", None]))
def test_any_text(nlp: Language, text: str, published: str | None) -> None:
    blocks = (Block("body", 0, len(text)),) if text else ()
    article = Article("a", "a.txt", text, published=published, blocks=blocks)
    ((article, doc),) = parse([article], nlp)
    found = find_times(article, doc)
    assert found == find_times(article, doc)
    end = 0
    for time in found:
        assert end <= time.start < time.end
        assert text[time.start : time.end] == time.text
        end = time.end
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert (time.resolved_from is None) == (time.value is None)
        if time.value is not None:
            assert resolve_window(time.value) is not None
            if "T" not in time.value:  # EDTF wants seconds, news does not give them
                assert parse_edtf(time.value) is not None


@settings(derandomize=True, deadline=None)
@given(st.dates(), st.sampled_from(UNITS))
def test_periods_know_their_days(day: object, unit: str) -> None:
    start = Period("day", day)  # type: ignore[arg-type]
    if unit == "season" or start.first.year < 1000 or start.first.year > 9980:
        return
    period = start.within(unit)
    window = resolve_window(period.edtf)
    assert window is not None
    assert window[0] == period.first.isoformat()
    assert window[0] <= start.edtf <= window[1] or unit == "weekend"
    assert period.shifted(1).shifted(-1) == period
