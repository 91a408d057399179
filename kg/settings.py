"""One record of settings: TOML file, then environment, then flags — each outranks the one before."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from kg.errors import KgError

FILE = "kg.toml"
PREFIX = "KG_"


class Settings(BaseModel):
    """What a run may be told. ``published`` is the publication date given to articles that do not tell theirs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = ""
    published: str | None = None
    base: str = "https://example.org/news/"
    policy: Literal["strict", "two-publishers", "open"] = "strict"
    text: Literal["full", "mentions", "none"] = "full"
    max_characters: int = 1_000_000


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
        except tomllib.TOMLDecodeError as error:
            raise KgError(f"{file}: not valid TOML: {error}") from error
    env = os.environ if environment is None else environment
    values |= {name: env[PREFIX + name.upper()] for name in Settings.model_fields if PREFIX + name.upper() in env}
    values |= {key: value for key, value in (flags or {}).items() if value is not None}
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise KgError(f"setting {name!r}: {first['msg']} (known: {', '.join(Settings.model_fields)})") from error
