"""Names of files: whatever the text, safe, short, and never twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf_to_report import filenames
from kg.rdf_to_report.filenames import names


@given(st.dictionaries(st.text(), st.text(), max_size=20))
def test_names_are_safe_and_distinct(texts: dict[str, str]) -> None:
    found = names(texts)
    assert found.keys() == texts.keys()
    assert len({name.casefold() for name in found.values()}) == len(texts)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]{0,70}", name) for name in found.values())


def test_a_name_does_not_depend_on_the_others() -> None:
    one = names({"urn:a": "Ana Ruiz"})
    assert names({"urn:a": "Ana Ruiz", "urn:b": "ANA RUIZ", "urn:c": "Aná Ruiz"})["urn:a"] == one["urn:a"]


def test_should_digits_not_do_all_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filenames, "DIGITS", 0)
    found = names({"urn:a": "Ana Ruiz", "urn:b": "Ana Ruiz"})
    assert len(set(found.values())) == 2
