"""The Jinja environment of the report: autoescape on, one style pinned by its hash, no script at all."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.rdf_to_report.entries import Entry
from kg.rdf_to_report.looks import FILTERS, style

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HERE = Path(__file__).parent
SECTIONS = (
    ("stories", "Stories"),
    ("people", "People"),
    ("organisations", "Organisations"),
    ("places", "Places"),
    ("events", "Events"),
    ("offices", "Offices"),
    ("contradictions", "Contradictions"),
    ("sources", "Sources"),
)
"""The folders of the report with what they are called; each has an index.html."""


class Renderer:
    """Makes pages of views. Everything that comes from the graph is escaped."""

    def __init__(self, site: str) -> None:
        from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

        self._environment = _environment()
        css = (HERE / "report.css").read_text(encoding="utf-8") + style() + _filters()
        # Our own style, no news text: the only string in a page that is not escaped.
        self._environment.globals |= {
            "style": Markup(css),
            "policy": _policy(css),
            "site": site,
            "sections": SECTIONS,
            "filters": FILTERS,
        }
        parts: Any = self._environment.get_template("parts.html.j2").module
        briefs: dict[int, Markup] = {}

        def briefly(entry: Entry, path: str) -> Markup:
            """An entry on a page one folder deep: once made for all, but for the links that lead away from there."""
            if id(entry) not in briefs:  # entries live as long as pages are made
                briefs[id(entry)] = parts.brief(entry, "../")
            return briefs[id(entry)] + _links(entry, path) + Markup("</article>\n")

        def fully(entry: Entry, _path: str) -> Markup:
            made: Markup = parts.full(entry, "../")
            return made

        self._briefly: Callable[[Entry, str], Markup] = briefly
        self._fully: Callable[[Entry, str], Markup] = fully

    def __call__(self, template: str, path: str, **values: object) -> str:
        """The page at a path: at the top of the report, or one folder deep."""
        folder, slash, _ = path.rpartition("/")
        return self._environment.get_template(f"{template}.html.j2").render(
            root="../" if slash else "",
            here=folder,
            path=path,
            briefly=self._briefly,
            fully=self._fully,
            **values,
        )


def _links(entry: Entry, path: str) -> Markup:
    """Links to those who take part and to where it was, but for the page that it stands on."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    names = [("", name) for part in entry.parts for name in part.names] + [("in ", name) for name in entry.where]
    kept = dict.fromkeys(pair for pair in names if pair[1].path not in (None, path))
    item = Markup('<li>{}<a href="../{}">{}</a></li>')
    items = Markup("").join(item.format(before, name.path, name.label) for before, name in kept)
    return Markup('<ul class="chips">{}</ul>').format(items) if items else items


def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - heavy

    return Environment(
        autoescape=True,
        loader=FileSystemLoader(HERE / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _filters() -> str:
    """The choice of what a timeline shows, without a script: what is not chosen goes, and so do days left empty."""
    rules = []
    for group, _ in FILTERS:
        chosen = f"main:has(#show-{group}:checked)"
        rules.append(f"{chosen} .entry:not(.g-{group}), {chosen} .day:not(.has-{group}) {{ display: none; }}")
    return "\n".join(rules) + "\n"


def _policy(css: str) -> str:
    """Content-Security-Policy Level 3 (https://www.w3.org/TR/CSP3/): no request, no script, no style but this one."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
