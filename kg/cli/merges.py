"""``kg merges``: what was taken to be one thing, why, and how to take it apart again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.claims import claims
from kg.cli.printing import put, say, writer
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.claims_to_entities.merges import Merge

app = typer.Typer(help="List, explain and undo what was taken to be one thing.")

Claims = Annotated[str, typer.Argument(help="A folder made by `kg build`, or claims as `kg extract` prints them.")]
File = Annotated[
    str | None,
    typer.Option("--file", help="Your verdicts, which outrank every rule [default: merges.toml in this folder]."),
]
Links = Annotated[str | None, typer.Option(help="Your table of identifiers, if the graph is built with one.")]


@app.callback(invoke_without_command=True)
def about_merges(context: typer.Context) -> None:
    """List, explain and undo what was taken to be one thing."""
    if context.invoked_subcommand is None:
        put(context.get_help() + "\n")


@app.command("list")
def list_merges(
    target: Claims,
    format: Annotated[str, typer.Option(help="table or json (one object a line).")] = "table",
    output: Annotated[str, typer.Option("-o", "--output", help="Where to write; - is standard output.")] = "-",
    *,
    events: Annotated[bool, typer.Option("--events", help="Events, statements and states, not entities.")] = False,
    file: File = None,
    links: Links = None,
) -> None:
    """List everything that several entities, or several claims, were merged into."""
    found = [m for m in _merges(target, file, links) if _is_event(m) is events]
    with writer(output) as write:
        write(_rendered(found, format))


@app.command()
def explain(
    target: Claims,
    who: Annotated[str, typer.Argument(help="A name, or an id of an entity, a claim or a merge.")],
    file: File = None,
    links: Links = None,
) -> None:
    """Show the members of a merge, where they stand, and why they are one."""
    from kg.claims_to_entities.merges import about

    for merge in about(_merges(target, file, links), who):
        put(_explained(merge))


@app.command()
def undo(
    target: Claims,
    one: Annotated[str, typer.Argument(help="A name or id.")],
    other: Annotated[str, typer.Argument(help="The name or id of what it is not.")],
    file: File = None,
    why: Annotated[str, typer.Option(help="A reason, kept in the file.")] = "",
    links: Links = None,
) -> None:
    """Write to your verdicts that two things are not the same; the next build keeps them apart."""
    from kg.claims_to_entities.merges import parted
    from kg.claims_to_entities.verdicts_file import FILE, add_verdict
    from kg.settings import load

    mine = Path(load({"merges": file}).merges or FILE)
    things = parted(_merges(target, file, links, heeded=False), one, other)
    new = add_verdict(mine, False, things, why)
    say(f"{mine}: {one} and {other} are not the same{'' if new else ' (stood there already)'}; {_again(target, mine)}")


def _again(target: str, file: Path) -> str:
    """How to apply a verdict: from a folder's claims no article must be read again."""
    known = Path(target) / "claims.jsonl"
    flag = "" if file == Path("merges.toml") else f" --merges {file}"
    return f"`kg build {known} -o {target}{flag}` applies it" if known.is_file() else "build again to apply it"


def _merges(target: str, file: str | None, links: str | None, *, heeded: bool = True) -> tuple[Merge, ...]:
    """The merges with the verdicts heeded, as a build would make them, or by the rules alone."""
    from kg.claims_to_entities import resolve
    from kg.claims_to_entities.merges import merges
    from kg.settings import load
    from kg.user_files import UserFiles, read_links_of, read_user_files

    settings = load({"merges": file, "links": links})
    user = read_user_files(settings) if heeded else UserFiles(None, read_links_of(settings))
    records = claims(target, user.links)
    return merges(resolve(records, user.verdicts), records)


def _is_event(merge: Merge) -> bool:
    return merge.members[0].type in ("event", "statement", "relation")


def _rendered(found: list[Merge], form: str) -> str:
    if form == "json":
        return "".join(json.dumps(asdict(m), ensure_ascii=False) + "\n" for m in found)
    if form != "table":
        raise KgError(f"format {form!r}: expected table or json")
    from kg.rdf_to_answers.rendering import aligned

    rows = [[m.id, m.type, str(len(m.members)), str(m.articles), _names(m)] for m in found]
    return aligned(("id", "type", "members", "articles", "names"), rows)


def _names(merge: Merge) -> str:
    return merge.label if _is_event(merge) else ", ".join(sorted({m.name for m in merge.members}))


def _explained(merge: Merge) -> str:
    lines = [f"{merge.label} ({merge.type}, {merge.id})", "  members:"]
    lines += [f"    {m.id}  {m.name}  [{m.source}]" for m in merge.members]
    lines += ["  because:", *(f"    {reason}" for reason in merge.reasons)]
    return "\n".join(lines) + "\n"
