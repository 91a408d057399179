"""File, environment and flags, each outranking the one before; what is wrong is said in one line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.settings import Settings, load


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kg.toml"
    path.write_text('policy = "open"\npublished = "2024-03-01"\ntext = "none"\n', encoding="utf-8")
    return path


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    assert load(file=tmp_path / "none.toml", environment={}) == Settings()


def test_each_source_outranks_the_one_before(file: Path) -> None:
    settings = load({"text": "full"}, file=file, environment={"KG_TEXT": "mentions", "KG_PUBLISHED": "2024-03-02"})
    assert (settings.policy, settings.published, settings.text) == ("open", "2024-03-02", "full")


def test_a_flag_that_is_not_given_does_not_count(file: Path) -> None:
    assert load({"policy": None}, file=file, environment={}).policy == "open"


def test_the_environment_is_read_when_none_is_given(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_MAX_CHARACTERS", "500")
    monkeypatch.setenv("KG_SOMETHING_ELSE", "x")
    assert load(file=file).max_characters == 500


@pytest.mark.parametrize("value", ["2024-03-01", "2024-03-01T09:30", "2024-03-01T09:30:00+01:00", "2024-03-01T09:30Z"])
def test_days_and_moments_of_publication(value: str) -> None:
    assert load({"published": value}, file=Path("none"), environment={}).published == value


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ({"published": "tomorrow"}, "setting 'published': expected a date like"),
        ({"published": "2024-02-30"}, "setting 'published': expected a date like"),
        ({"published": "2024-03"}, "setting 'published': expected a date like"),
        ({"published": "1/3/2024"}, "setting 'published': expected a date like"),
        ({"base": "news"}, "setting 'base': expected an absolute IRI"),
        ({"base": "https://example.org/news"}, "setting 'base': expected an absolute IRI"),
        ({"base": "https://example.org/a b/"}, "setting 'base': expected an absolute IRI"),
        ({"policy": "lax"}, "setting 'policy': "),
        ({"text": "some"}, "setting 'text': "),
        ({"max_characters": "many"}, "setting 'max_characters': "),
        ({"max_characters": 0}, "setting 'max_characters': "),
        ({"max_characters": 2_000_000}, "setting 'max_characters': "),
        ({"polcy": "open"}, "no setting 'polcy': expected one of model, published, base"),
    ],
)
def test_what_is_wrong_is_named(flags: dict[str, Any], message: str) -> None:
    with pytest.raises(KgError) as error:
        load(flags, file=Path("none"), environment={})
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("content", [b"policy = ", b"policy = '\xff'"])
def test_a_file_that_is_not_toml(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kg.toml"
    path.write_bytes(content)
    with pytest.raises(KgError, match="not valid TOML"):
        load(file=path, environment={})


def test_every_base_accepted_here_makes_iris() -> None:
    """The settings refuse early what the graph would refuse late, and nothing else."""
    from kg.claims_to_rdf.iris import Iris

    for base in ("https://example.org/news/", "urn:example:news#", "http://a/"):
        assert Iris(load({"base": base}, file=Path("none"), environment={}).base).base == base
