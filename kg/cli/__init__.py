"""The command ``kg``: each command parses, calls, prints. Exit codes: 0 fine, 1 issues found, 2 error.

Data goes to standard output, everything else to standard error; ``-`` is standard input or output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from kg import __version__
from kg.cli.growing import add, remove
from kg.cli.link import link
from kg.cli.merges import app as merges
from kg.cli.network import network
from kg.cli.printing import progress, put, report, say, use_utf8, writer
from kg.cli.site import report as site
from kg.errors import KgError
from kg.records import Issue

app = typer.Typer(
    name="kg",
    help="News articles in, a knowledge graph you can trust out: RDF with the sentence behind every triple.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(add)
app.command()(remove)
app.command()(link)
app.command("report")(site)
app.command()(network)
app.add_typer(merges, name="merges")

# What typer raises for a wrong command line, wherever the installed version keeps it.
_CommandLineError: Any = typer.BadParameter.__mro__[2]

Paths = Annotated[
    list[str], typer.Argument(help="Articles: text or HTML files, folders of them, - for standard input.")
]
Target = Annotated[
    str, typer.Argument(help="A folder made by `kg build`, a store folder, or a .ttl, .trig or .nq file.")
]
Output = Annotated[str, typer.Option("-o", "--output", help="Where to write; - is standard output.")]
Model = Annotated[str | None, typer.Option(help="Any installed spaCy pipeline for English.")]
Published = Annotated[
    str | None, typer.Option(help="Publication date for articles that do not tell theirs (YYYY-MM-DD).")
]
Base = Annotated[str | None, typer.Option(help="IRI under which your data is named.")]
Policy = Annotated[str | None, typer.Option(help="When a claim counts as fact: strict, two-publishers or open.")]
Text = Annotated[str | None, typer.Option(help="How much text the graph quotes: full, mentions or none.")]
Links = Annotated[
    str | None, typer.Option(help="Your table of identifiers: CSV with the columns label, alias, id, type.")
]
Merges = Annotated[
    str | None,
    typer.Option(help="Your word on what is the same [default: merges.toml in this folder, if there is one]."),
]


def main() -> None:
    """Run the command and exit; an error is one line on standard error and exit code 2."""
    use_utf8()
    try:
        code = app(args=sys.argv[1:] or ["--help"], standalone_mode=False)
    except KgError as error:
        code = _failed(str(error))
    except _CommandLineError as error:
        code = _failed(f"{error.format_message()} (`kg --help` and `kg COMMAND --help` tell more)")
    except OSError as error:
        code = _failed(f"{error.filename or 'the system'}: {error.strerror}")
    sys.exit(code)


def _failed(message: str) -> int:
    say(f"kg: {' '.join(message.split())}")
    return 2


def _show_version(asked: bool) -> None:
    if asked:
        put(f"newskg {__version__}\n")
        raise typer.Exit


@app.callback()
def about(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """News articles in, a knowledge graph you can trust out."""


@app.command()
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for graph, store and page.")] = Path("output"),
    published: Published = None,
    model: Model = None,
    base: Base = None,
    policy: Policy = None,
    text: Text = None,
    links: Links = None,
    merges: Merges = None,
) -> None:
    """Read articles and make everything: claims, graph (Turtle, TriG, N-Quads), store and interactive page."""
    from kg.pipeline import build as run

    settings = _settings(
        published=published, model=model, base=base, policy=policy, text=text, links=links, merges=merges
    )
    with progress() as step:
        summary = run(paths, output, settings, step)
    code = report(summary.issues)
    say(
        f"{summary.articles} articles, {summary.claims} claims, {summary.entities} entities, {summary.facts} facts, "
        f"{len(summary.issues)} issues\npage:   {output / 'page.html'}\nTurtle: {output / 'graph.ttl'}"
    )
    raise typer.Exit(code)


@app.command()
def extract(
    paths: Paths,
    output: Output = "-",
    format: Annotated[str, typer.Option(help="jsonl: the claims contract, one object a line.")] = "jsonl",
    *,
    resolve: Annotated[bool, typer.Option("--resolve", help="Give entities the cluster that articles share.")] = False,
    published: Published = None,
    model: Model = None,
    links: Links = None,
    merges: Merges = None,
) -> None:
    """Read articles and print what they claim, as JSON lines."""
    from kg.claims_jsonl import dumps
    from kg.pipeline import extract as run
    from kg.pipeline import linked, resolved
    from kg.user_files import read_user_files

    if format != "jsonl":
        raise KgError(f"format {format!r}: expected jsonl")
    settings = _settings(published=published, model=model, links=links, merges=merges)
    user = read_user_files(settings)
    with progress() as step:
        records = run(paths, settings, step)
        found = []
        with writer(output) as write:
            for record in resolved(linked(records, user), user) if resolve else linked(records, user):
                write(dumps(record) + "\n")
                if isinstance(record, Issue):
                    found.append(record)
    raise typer.Exit(report(found))


@app.command()
def query(
    target: Target,
    question: Annotated[
        str, typer.Argument(help="SPARQL, a .rq file, - for standard input, or a question (`kg terms questions`).")
    ],
    param: Annotated[
        list[str] | None, typer.Option("-p", "--param", help="A question's parameter: who='Ana Ruiz'.")
    ] = None,
    format: Annotated[str, typer.Option(help="table, csv, json or ttl.")] = "table",
    output: Output = "-",
) -> None:
    """Ask a store or a graph file: free SPARQL, a query file, or a named question."""
    from kg.rdf_store import open_store
    from kg.rdf_to_answers import answer, render

    asked = sys.stdin.read() if question == "-" else question
    found = answer(open_store(_graph(target)), asked, _params(param or []))
    with writer(output) as write:
        write(render(found, format))


@app.command()
def export(
    target: Target,
    output: Output = "-",
    format: Annotated[str, typer.Option(help="ttl (flat), trig or nq.")] = "ttl",
) -> None:
    """Write a graph as Turtle, TriG or N-Quads."""
    from io import BytesIO

    from kg.claims_to_rdf import write as write_quads
    from kg.rdf_store import open_store

    data = BytesIO()
    write_quads(list(open_store(_graph(target)).quads()), data, format)
    with writer(output) as write:
        write(data.getvalue().decode())


@app.command()
def page(
    target: Target,
    output: Output = "page.html",
    title: Annotated[str, typer.Option(help="The page's heading.")] = "News knowledge graph",
    include: Annotated[str, typer.Option(help="facts, or claims: all with their status.")] = "claims",
    limit: Annotated[int, typer.Option(min=1, help="How many actors are drawn; search finds the rest.")] = 400,
) -> None:
    """Write the interactive page: one HTML file that works offline."""
    from kg.network_to_page import CAP, MANY
    from kg.network_to_page import page as make
    from kg.rdf_store import open_store
    from kg.rdf_to_network import actor_network

    if limit > MANY:
        say(f"warning: more than {MANY} actors draw slowly; at most {CAP} are drawn")
    with writer(output) as write:
        write(make(actor_network(open_store(_graph(target)), include=_include(include)), title=title, limit=limit))


@app.command()
def check(target: Target) -> None:
    """Check a graph against the rules of the ontology: every fact has evidence, nothing claimed is asserted."""
    from kg.rdf_store import open_store
    from kg.rdf_to_issues import check as run

    found = run(open_store(_graph(target)))
    code = report(found)
    say("no issues" if not found else f"{len(found)} issues")
    raise typer.Exit(code)


@app.command()
def terms(
    name: Annotated[
        str, typer.Argument(help="A term, or: classes, properties, events, statuses, questions.")
    ] = "events",
) -> None:
    """Explain a term of the vocabulary, or list a kind of terms."""
    from kg.ontology_to_text import explain
    from kg.rdf_to_answers import list_questions

    put(list_questions() if name == "questions" else explain(name))


def _settings(**flags: Any) -> Any:  # noqa: ANN401 - Settings, which is imported when used
    from kg.settings import load

    return load(flags)


def _graph(target: str) -> str:
    """A folder made by `kg build` stands for the store in it."""
    store = Path(target) / "store"
    return str(store) if store.is_dir() else target


def _include(given: str) -> Any:  # noqa: ANN401 - one of two literals
    if given not in ("facts", "claims"):
        raise KgError(f"--include {given!r}: expected facts or claims")
    return given


def _params(given: list[str]) -> dict[str, str]:
    out = {}
    for item in given:
        key, equals, value = item.partition("=")
        if not equals:
            raise KgError(f"parameter {item!r}: expected NAME=VALUE")
        out[key.strip()] = value.strip().strip("'\"")
    return out
