"""``kg add`` and ``kg remove``: a store that grows, shrinks and is always what a build of its articles would give."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.printing import progress, report, say
from kg.pipeline import Summary

Output = Annotated[Path, typer.Option("-o", "--output", help="A folder made by `kg build` or `kg add`.")]
Pages = Annotated[
    bool,
    typer.Option(
        "--page/--no-page",
        help="Make page and graph files anew, which takes longer the more there is; without, they are taken away.",
    ),
]

Links = Annotated[
    str | None, typer.Option(help="Your table of identifiers; all that the store holds is linked by it anew.")
]
Merges = Annotated[
    str | None,
    typer.Option(help="Your word on what is the same [default: merges.toml in this folder, if there is one]."),
]


def add(
    paths: Annotated[list[str], typer.Argument(help="Articles, as for `kg build`, or claims files (.jsonl).")],
    output: Output = Path("output"),
    *,
    page: Pages = True,
    published: Annotated[
        str | None, typer.Option(help="Publication date for articles that do not tell theirs.")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Any installed spaCy pipeline for English.")] = None,
    base: Annotated[str | None, typer.Option(help="IRI under which your data is named, as the store has it.")] = None,
    policy: Annotated[str | None, typer.Option(help="When a claim counts as fact, as the store has it.")] = None,
    text: Annotated[str | None, typer.Option(help="How much text the graph quotes, as the store has it.")] = None,
    links: Links = None,
    merges: Merges = None,
) -> None:
    """Add articles to a store; one from the same source as before takes the place of its earlier version."""
    from kg.pipeline import add as run
    from kg.settings import load

    made = {"base": base, "policy": policy, "text": text, "links": links, "merges": merges}
    settings = load({"published": published, "model": model, **made})
    with progress() as step:
        summary = run(paths, output, settings, step, pages=page)
    _tell(summary)


def remove(
    articles: Annotated[list[str], typer.Argument(help="Articles by path, URL, file name or id.")],
    output: Output = Path("output"),
    *,
    page: Pages = True,
    base: Annotated[str | None, typer.Option(help="IRI under which your data is named, as the store has it.")] = None,
    policy: Annotated[str | None, typer.Option(help="When a claim counts as fact, as the store has it.")] = None,
    text: Annotated[str | None, typer.Option(help="How much text the graph quotes, as the store has it.")] = None,
    links: Links = None,
    merges: Merges = None,
) -> None:
    """Take articles out of a store, with everything that only they said."""
    from kg.pipeline import remove as run
    from kg.settings import load

    made = {"base": base, "policy": policy, "text": text, "links": links, "merges": merges}
    _tell(run(articles, output, load(made), pages=page))


def _tell(summary: Summary) -> None:
    code = report(summary.issues)
    say(
        f"now {summary.articles} articles, {summary.claims} claims, {summary.entities} entities, "
        f"{summary.facts} facts in {summary.output}"
    )
    raise typer.Exit(code)
