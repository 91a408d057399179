"""``kg network``: who is tied to whom, measured: as tables on the screen or as files for other programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.printing import put
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.rdf_to_network import Analysis

# Columns of a table without a terminal: the same everywhere, and wide enough for all.
WIDE = 150
LONGEST = 44

TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "actors": (
        "Actors, by PageRank",
        {
            "label": "actor", "kind": "kind", "degree": "degree", "ties": "ties", "betweenness": "betweenness",
            "pagerank": "pagerank", "community": "community", "participation": "participation", "cut": "cut point",
        },
    ),
    "communities": (
        "Communities (Louvain)",
        {"community": "community", "actors": "actors", "inside": "inside", "outside": "outside", "main": "main actors"},
    ),
    "bridges": (
        "Bridges: ties without which actors are cut off",
        {"a_label": "actor", "b_label": "rest", "cuts_off": "cuts off", "ties": "ties"},
    ),
    "co_statements": (
        "Co-statement",
        {"a_label": "actor", "b_label": "actor", "spoken": "one of the other", "together": "of both",
         "matters": "on the same matters"},
    ),
    "conflict_cooperation": (
        "Conflict and cooperation",
        {"a_label": "actor", "b_label": "actor", "verbal_cooperation": "verbal +", "material_cooperation": "material +",
         "verbal_conflict": "verbal -", "material_conflict": "material -", "balance": "balance"},
    ),
}  # fmt: skip


def network(
    target: Annotated[
        str, typer.Argument(help="A folder made by `kg build`, a store folder, or a .ttl, .trig or .nq file.")
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            help="A folder for all tables (CSV) and the network; or one file: .gexf (Gephi), .graphml (Cytoscape, "
            "yEd), .json (networkx, d3). - prints the tables.",
        ),
    ] = "-",
    include: Annotated[str, typer.Option(help="facts, or claims: all with their status.")] = "facts",
    status: Annotated[
        list[str] | None,
        typer.Option(help="Only what has this status, as `kg terms statuses` lists them; may be repeated."),
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many rows of each table are printed.")] = 15,
) -> None:
    """Measure the network of actors: print tables, or write them and the network for other programs.

    Facts only, unless claims or statuses are asked for. Things that nobody named are left out of the measures.

    Actors: degree, betweenness (Freeman 1977), PageRank (Brin and Page 1998), Louvain community (Blondel et al. 2008),
    participation (Guimera and Amaral 2005), cut point (Hopcroft and Tarjan 1973). Bridges: Tarjan 1974.
    Co-statement: statements of one of the other, of a third on both, and matters both speak about (Leifeld 2017).
    Conflict and cooperation: events between two by PLOVER's quad classes, as the event types of the ontology have
    them; threes are balanced by Cartwright and Harary 1956.

    A folder gets nodes.csv, edges.csv, communities.csv, bridges.csv, co_statements.csv, conflict_cooperation.csv,
    overview.json, network.gexf, network.graphml and network.json; nodes carry their measures in all of them.
    """
    from kg.files import make_folder
    from kg.rdf_store import open_store
    from kg.rdf_to_network import FORMATS, actor_network, analyse, measured, write_folder, write_network

    if include not in ("facts", "claims"):
        raise KgError(f"--include {include!r}: expected facts or claims")
    path = Path(output)
    if output != "-" and path.suffix and path.suffix.lower() not in FORMATS and not path.is_dir():
        raise KgError(f"cannot write a network to {path.name!r}: expected a name ending in {_endings()}, or a folder")
    store = Path(target) / "store"
    opened = open_store(str(store) if store.is_dir() else target)
    found = actor_network(opened, include="claims" if include == "claims" else "facts", statuses=status)
    analysis = analyse(found)
    if output == "-":
        put(shown(analysis, top))
    elif path.suffix.lower() in FORMATS and not path.is_dir():
        write_network(measured(found, analysis), path)
    else:
        make_folder(path)
        write_folder(found, analysis, path)


def _endings() -> str:
    from kg.rdf_to_network import FORMATS

    return ", ".join(FORMATS)


def shown(analysis: Analysis, top: int) -> str:
    """The first ``top`` rows of each table as text: in colour and as wide as the terminal, if there is one."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    out = StringIO()
    console = Console(
        file=out, force_terminal=terminal, width=None if terminal else WIDE, highlight=False, no_color=not terminal
    )
    one = analysis.overview
    console.print(
        f"{one.actors} actors, {one.ties} ties between {one.pairs} pairs, density {one.density:g}\n"
        f"{one.components} components, the largest with {one.largest}; {one.communities} communities, "
        f"modularity {one.modularity:g}\n"
        f"signed triads: {one.balanced_triads} balanced, {one.unbalanced_triads} unbalanced"
    )
    for name, (title, columns) in TABLES.items():
        rows = [row for row in getattr(analysis, name) if _worth(name, row)]
        if rows:
            console.print(f"\n{title} ({min(top, len(rows))} of {len(rows)})", style="bold")
            console.print(_table(columns, rows[:top]))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _worth(name: str, row: Any) -> bool:  # noqa: ANN401 - a row of any table
    """Whether a row says anything on a screen: not who is alone, nor a bridge that leads to one actor only."""
    if name == "bridges":
        return bool(row.cuts_off > 1)
    return bool(row.actors > 1) if name == "communities" else True


def _table(columns: dict[str, str], rows: Sequence[Any]) -> Any:  # noqa: ANN401 - rich's Table
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, head in columns.items():
        words = isinstance(getattr(rows[0], name), str)
        table.add_column(head, justify="left" if words else "right", no_wrap=name != "main", overflow="ellipsis")
    for row in rows:
        values = asdict(row)
        table.add_row(*(Text(_cell(name, values[name])) for name in columns))
    return table


def _cell(name: str, value: object) -> str:
    """A value for the eye; a name loses control characters, which a terminal would obey."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:+.2f}" if name == "balance" else f"{value:.4f}"
    text = "".join(c for c in " ".join(str(value).split()) if c.isprintable())
    return text if len(text) <= LONGEST or name == "main" else text[: LONGEST - 1] + "…"
