"""One record of settings: TOML file, then environment, then flags — each outranks the one before."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from kg.edtf import resolve_window
from kg.errors import KgError

FILE = "kg.toml"
PREFIX = "KG_"


class Settings(BaseModel):
    """What a run may be told.

    ``published`` is the publication date given to articles that do not tell theirs: ISO 8601, a day or a moment.
    ``base`` is the IRI under which data is named. ``max_characters`` is the length from which a text is no article.
    ``merges`` is the file of verdicts on what is the same, None for ``merges.toml`` in the working folder, if there is
    one; ``links`` is a table of identifiers, a CSV file.
    ``processes`` is how many read at a time; 0 for one a processor core where processes can be forked, else one.
    ``coreference`` is ``rules``, or the name of an installed resolver (entry point group ``newskg.coreference``).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = ""
    published: str | None = None
    base: str = "https://example.org/news/"
    policy: Literal["strict", "two-publishers", "open"] = "strict"
    text: Literal["full", "mentions", "none"] = "full"
    merges: str | None = None
    links: str | None = None
    coreference: str = "rules"
    max_characters: int = Field(default=250_000, gt=0, le=1_000_000)
    processes: int = Field(default=0, ge=0)

    @field_validator("published")
    @classmethod
    def _is_day(cls, given: str | None) -> str | None:
        if given is not None and not (re.match(r"\d{4}-\d{2}-\d{2}", given) and resolve_window(given)):
            raise ValueError("expected a date like 2025-03-17")
        return given

    @field_validator("base")
    @classmethod
    def _is_iri(cls, given: str) -> str:
        if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", given):
            raise ValueError("expected an absolute IRI ending in / or #, like https://example.org/news/")
        return given


def load(
    flags: Mapping[str, Any] | None = None,
    *,
    file: Path = Path(FILE),
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """The settings in force. Flags that are None do not count. Raises KgError on an unknown key or a bad value."""
    values: dict[str, Any] = {}
    if file.is_file():
        try:
            values |= tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KgError(f"{file}: not valid TOML: {error}") from error
    env = os.environ if environment is None else environment
    values |= {name: env[PREFIX + name.upper()] for name in Settings.model_fields if PREFIX + name.upper() in env}
    values |= {key: value for key, value in (flags or {}).items() if value is not None}
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            raise KgError(f"no setting {name!r}: expected one of {', '.join(Settings.model_fields)}") from error
        raise KgError(f"setting {name!r}: {first['msg'].removeprefix('Value error, ')}") from error
