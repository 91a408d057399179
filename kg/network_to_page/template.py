"""The Jinja environment of the page: autoescape on, scripts pinned by their hash."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
VIS_NETWORK = "lib/vis-9.1.2/vis-network.min.js"
# One script, in this order; the files share one scope.
SCRIPTS = (
    "model.js", "words.js", "elements.js", "drawing.js", "bringing.js", "communities.js", "labels.js", "evidence.js",
    "panel.js", "contradictions.js", "paths.js", "filters.js", "time.js", "search.js", "list.js", "turtle.js",
    "export.js", "address.js", "keyboard.js", "start.js",
)  # fmt: skip


# Above so many characters data that the first drawing does not need are packed; below, anybody can read the file.
PACKED_FROM = 1_000_000
JSON: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


def packed(values: dict[str, Any]) -> dict[str, Any]:
    """The values as they are, or if they are large as ``{"deflate": …}``: zlib (RFC 1950) in base64, read by the page.

    The same values give the same text; another build of zlib may pack them otherwise.
    """
    text = json.dumps(values, **JSON)
    if len(text) < PACKED_FROM:
        return values
    return {"deflate": base64.b64encode(zlib.compress(text.encode(), 9)).decode()}


def environment() -> Environment:
    """Where ``page.html.j2`` and pyvis's copy of vis-network are found, with the page's style, scripts and policy."""
    import pyvis  # noqa: PLC0415 - heavy: it imports IPython
    from jinja2 import Environment, FileSystemLoader  # noqa: PLC0415 - heavy
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    loader = FileSystemLoader([str(HERE), str(Path(pyvis.__file__).parent / "templates")])
    made = Environment(
        autoescape=True, loader=loader, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do"]
    )
    made.policies["json.dumps_kwargs"] = JSON  # and keys as they come: their order is the legend's
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
