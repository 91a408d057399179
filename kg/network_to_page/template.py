"""The Jinja environment of the page: autoescape on, scripts pinned by their hash."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
# One script, in this order; the files share one scope.
SCRIPTS = (
    "model.js", "words.js", "elements.js", "drawing.js", "labels.js",
    "evidence.js", "panel.js", "filters.js", "search.js", "list.js", "start.js",
)  # fmt: skip


def environment() -> Environment:
    """Where ``page.html.j2`` and pyvis's copy of vis-network are found, with the page's style, scripts and policy."""
    import pyvis  # noqa: PLC0415 - heavy: it imports IPython
    from jinja2 import Environment, FileSystemLoader  # noqa: PLC0415 - heavy
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    loader = FileSystemLoader([str(HERE), str(Path(pyvis.__file__).parent / "templates")])
    made = Environment(autoescape=True, loader=loader, trim_blocks=True, lstrip_blocks=True)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # and keys as they come: their order is the legend's
    # As text, not by {% include %}: what is hashed below must be what stands in the page.
    library = made.get_template(VIS_NETWORK).render().replace("\r\n", "\n")
    own = "\n".join((HERE / "script" / name).read_text(encoding="utf-8") for name in SCRIPTS)
    script = f'(() => {{\n"use strict";\n{own}\n}})();\n'
    style = (HERE / "page.css").read_text(encoding="utf-8")
    # Our own files and the library, no news text: the only strings in the page that are not escaped.
    made.globals |= {
        "library": Markup(library),
        "script": Markup(script),
        "style": Markup(style),
        "policy": _policy(library, script),
    }
    return made


def _policy(*scripts: str) -> str:
    """Content-Security-Policy Level 3: no request leaves the page, no script runs but the two that are pinned here.

    https://www.w3.org/TR/CSP3/. Styles stay open ('unsafe-inline') because vis-network sets them on its elements.
    """
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts)
    pinned = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {pinned}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
