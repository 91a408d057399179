"""The days an EDTF value covers."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.edtf import resolve_window


@pytest.mark.parametrize(
    ("value", "window"),
    [
        ("2025", ("2025-01-01", "2025-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2025-03-13", ("2025-03-13", "2025-03-13")),
        ("2025-03-13T21:00", ("2025-03-13", "2025-03-13")),
        ("2025-03-13T21:00Z", ("2025-03-13", "2025-03-13")),
        ("2025-03~", ("2025-03-01", "2025-03-31")),
        ("2025?", ("2025-01-01", "2025-12-31")),
        ("199X", ("1990-01-01", "1999-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2025-21", ("2025-03-01", "2025-05-31")),
        ("2023-24", ("2023-12-01", "2024-02-29")),
        ("2025-10/2025-12", ("2025-10-01", "2025-12-31")),
        ("2025-03-16/2025-03-23", ("2025-03-16", "2025-03-23")),
        ("2025/2025-02-30", None),
        ("2025-13", None),
        ("2025-02-30", None),
        ("2025-12-31/2025-01-01", None),
        ("2025/..", None),
        ("PRESENT_REF", None),
        ("", None),
    ],
)
def test_window(value: str, window: tuple[str, str] | None) -> None:
    assert resolve_window(value) == window


@settings(derandomize=True, deadline=None)
@given(st.dates())
def test_a_day_lies_in_its_month_and_year(day: object) -> None:
    iso = str(day)
    for value in (iso, iso[:7], iso[:4]):
        window = resolve_window(value)
        assert window is not None
        assert window[0] <= iso <= window[1]
        assert parse_edtf(value) is not None
