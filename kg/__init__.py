"""newskg: news articles in, a knowledge graph you can trust out.

    sources ─▶ articles ─▶ docs ─▶ claims ─▶ entities ─▶ rdf ─▶ store ─▶ network ─▶ page
    files      text with   spaCy   events    one node    quads  Oxigraph  networkx   HTML
               typed       Docs +  statements per real   with             actor
               blocks      coref,  relations  thing and  evidence         network
                           times   times      happening

Data moves one way, through the plain records of ``kg.records``. Two walls hold: extractors never touch RDF, and RDF
code never touches spaCy; what passes the wall is the claim. Start reading at ``kg.pipeline``. Importing ``kg``
imports neither spaCy nor rdflib.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.pipeline import build, extract
    from kg.settings import Settings

__version__ = "0.1.0"
__all__ = ["Settings", "build", "extract"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type of a module's attribute
    if name in ("build", "extract"):
        from kg import pipeline  # noqa: PLC0415 - imported when used, so that `import kg` stays cheap

        return getattr(pipeline, name)
    if name == "Settings":
        from kg.settings import Settings  # noqa: PLC0415

        return Settings
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
