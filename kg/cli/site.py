"""The command that writes a graph as a web site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.printing import say

Target = Annotated[
    str, typer.Argument(help="A folder made by `kg build`, a store folder, or a .ttl, .trig or .nq file.")
]


def report(
    target: Target,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A new or empty folder, or that of an earlier report.")
    ] = Path("report"),
    title: Annotated[str, typer.Option(help="What the report is called.")] = "News knowledge graph",
    confidence: Annotated[
        float | None,
        typer.Option(min=0.0, max=1.0, help="What is read less surely stands with its article only [default: 0.6]."),
    ] = None,
) -> None:
    """Write a web site that needs no server: people, organisations, places, days, stories, contradictions, sources."""
    from kg.rdf_store import open_store
    from kg.rdf_to_report import SURE
    from kg.rdf_to_report import report as write

    pages = write(open_store(target), output, title=title, sure=SURE if confidence is None else confidence)
    say(f"{pages} pages\nreport: {output / 'index.html'}")
