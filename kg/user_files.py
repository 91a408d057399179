"""The user's word on names, which outranks every rule: ``merges.toml``, and a table of identifiers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.claims_to_entities.links import Table
from kg.claims_to_entities.links_file import read_links
from kg.claims_to_entities.verdicts import Verdicts
from kg.claims_to_entities.verdicts_file import FILE, read_verdicts
from kg.errors import KgError
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class UserFiles:
    """What the files of the user say; None for a file that is not given."""

    verdicts: Verdicts | None = None
    links: Table | None = None


def read_user_files(settings: Settings) -> UserFiles:
    """The files that the settings name; without a word on verdicts, the ``merges.toml`` of the working folder, if any.

    Raises KgError, naming file and line, for a file that is named and not there, or not as it must be.
    """
    verdicts = Path(settings.merges or FILE)
    if settings.merges and not verdicts.is_file():
        raise KgError(f"{verdicts}: no such file")
    return UserFiles(read_verdicts(verdicts) if verdicts.is_file() else None, read_links_of(settings))


def read_links_of(settings: Settings) -> Table | None:
    """The table of identifiers that the settings name, if they do. Raises KgError as ``read_user_files`` does."""
    return read_links(Path(settings.links)) if settings.links else None
