"""The command ``kg``: each command parses, calls, prints. Exit codes: 0 fine, 1 issues found, 2 error.

Data goes to standard output, everything else to standard error; ``-`` is standard input or output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from kg import __version__
from kg.errors import KgError
from kg.records import Article, Issue

app = typer.Typer(
    name="kg",
    help="News articles in, a knowledge graph you can trust out: RDF with the sentence behind every triple.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

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


def main() -> None:
    """Run the command; an error is one line on standard error and exit code 2."""
    try:
        app()
    except KgError as error:
        _say(f"kg: {error}")
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


@app.callback()
def about(
    *, version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False
) -> None:
    """News articles in, a knowledge graph you can trust out."""
    if version:
        _print(f"newskg {__version__}\n")
        raise typer.Exit


@app.command()
def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for graph, store and page.")] = Path("output"),
    published: Published = None,
    model: Model = None,
    base: Base = None,
    policy: Policy = None,
    text: Text = None,
) -> None:
    """Read articles and make everything: claims, graph (Turtle, TriG, N-Quads), store and interactive page."""
    from kg.pipeline import build as run

    settings = _settings(published=published, model=model, base=base, policy=policy, text=text)
    with _progress() as progress:
        summary = run(paths, output, settings, progress)
    _issues(summary.issues)
    _say(
        f"{summary.articles} articles, {summary.claims} claims, {summary.entities} entities, {summary.facts} facts, "
        f"{len(summary.issues)} issues\npage:   {output / 'page.html'}\nTurtle: {output / 'graph.ttl'}"
    )
    _exit(summary.issues)


@app.command()
def extract(
    paths: Paths,
    output: Output = "-",
    format: Annotated[str, typer.Option(help="jsonl: the claims contract, one object a line.")] = "jsonl",
    *,
    resolve: Annotated[bool, typer.Option("--resolve", help="Give entities the cluster that articles share.")] = False,
    published: Published = None,
    model: Model = None,
) -> None:
    """Read articles and print what they claim, as JSON lines."""
    from kg.claims_jsonl import dumps
    from kg.pipeline import extract as run
    from kg.pipeline import resolved

    if format != "jsonl":
        raise KgError(f"format {format!r}: expected jsonl")
    settings = _settings(published=published, model=model)
    with _progress() as progress:
        records = run(paths, settings, progress)
        found = []
        with _out(output) as write:
            for record in resolved(list(records)) if resolve else records:
                write(dumps(record) + "\n")
                if isinstance(record, Issue):
                    found.append(record)
    _issues(found)
    _exit(found)


@app.command()
def query(
    target: Target,
    question: Annotated[
        str, typer.Argument(help="SPARQL, a .rq file, or the name of a question (see `kg terms questions`).")
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

    found = answer(open_store(_graph(target)), question, _params(param or []))
    with _out(output) as write:
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
    with _out(output) as write:
        write(data.getvalue().decode())


@app.command()
def network(
    target: Target,
    output: Annotated[
        str, typer.Option("-o", "--output", help="A .gexf, .graphml or .json file; - prints measures.")
    ] = "-",
    include: Annotated[str, typer.Option(help="facts, or claims: all with their status.")] = "facts",
) -> None:
    """Make the network of actors: print its measures or write it for other programs."""
    from kg.rdf_store import open_store
    from kg.rdf_to_network import actor_network, measures, write_network

    found = actor_network(open_store(_graph(target)), include=_include(include))
    if output == "-":
        from kg.rdf_to_answers.rendering import aligned

        head = ("name", "kind", "degree", "betweenness", "pagerank", "community")
        _print(aligned(head, [[str(getattr(row, key, row.label)) for key in head] for row in measures(found)]))
    else:
        write_network(found, Path(output))


@app.command()
def page(
    target: Target,
    output: Output = "page.html",
    title: Annotated[str, typer.Option(help="The page's heading.")] = "News knowledge graph",
    include: Annotated[str, typer.Option(help="facts, or claims: all with their status.")] = "claims",
) -> None:
    """Write the interactive page: one HTML file that works offline."""
    from kg.network_to_page import page as make
    from kg.rdf_store import open_store
    from kg.rdf_to_network import actor_network

    with _out(output) as write:
        write(make(actor_network(open_store(_graph(target)), include=_include(include)), title=title))


@app.command()
def check(target: Target) -> None:
    """Check a graph against the rules of the ontology: every fact has evidence, nothing claimed is asserted."""
    from kg.rdf_store import open_store
    from kg.rdf_to_issues import check as run

    found = run(open_store(_graph(target)))
    _issues(found)
    _say("no issues" if not found else f"{len(found)} issues")
    _exit(found)


@app.command()
def terms(
    name: Annotated[
        str, typer.Argument(help="A term, or: classes, properties, events, statuses, questions.")
    ] = "events",
) -> None:
    """Explain a term of the vocabulary, or list a kind of terms."""
    from kg.ontology_to_text import explain
    from kg.rdf_to_answers import list_questions

    _print(list_questions() if name == "questions" else explain(name))


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


@contextmanager
def _progress() -> Iterator[Any]:
    """A spinner with the article at work, on a terminal only."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} articles"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def step(article: Article) -> None:
            bar.update(task, advance=1, description=Path(article.source).name)

        yield step


@contextmanager
def _out(output: str) -> Iterator[Any]:
    """A function that writes text to a file (whole or not at all) or to standard output."""
    if output == "-":
        yield _print
        return
    from kg.files import write_text

    parts: list[str] = []
    yield parts.append
    write_text(Path(output), "".join(parts))


def _issues(found: Any) -> None:  # noqa: ANN401 - any iterable of issues
    for issue in found:
        if issue.level != "info":
            _say(f"{issue.level}: {issue.message}")


def _exit(found: Any) -> None:  # noqa: ANN401 - any iterable of issues
    if any(issue.level != "info" for issue in found):
        raise typer.Exit(1)


def _print(text: str) -> None:
    sys.stdout.write(text)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
