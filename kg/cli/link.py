"""``kg link``: identifiers for people and organisations from a table of the user's, into claims."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.claims import claims as read
from kg.cli.printing import report, say, writer
from kg.records import Entity, Issue


def link(
    claims: Annotated[
        str,
        typer.Argument(help="Claims as `kg extract` prints them, or a folder made by `kg build`; - is standard input."),
    ],
    table: Annotated[Path, typer.Option("--table", help="A CSV file with the columns label, alias, id and type.")],
    output: Annotated[str, typer.Option("-o", "--output", help="Where to write; - is standard output.")] = "-",
) -> None:
    """Give entities the identifiers of your table; what two rows could mean stays unlinked and is told."""
    from kg.claims_jsonl import dumps
    from kg.claims_to_entities.links import link_records
    from kg.claims_to_entities.links_file import read_links

    known = read_links(table)
    records = read(claims)
    found = link_records(records, known)
    with writer(output) as write:
        for record in found:
            write(dumps(record) + "\n")
    code = report(r for r in found[len(records) :] if isinstance(r, Issue))
    entities = [r for r in found if isinstance(r, Entity)]
    say(f"{sum(bool(e.links) for e in entities)} of {len(entities)} entities linked by {table}")
    raise typer.Exit(code)
