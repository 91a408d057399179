"""Where a store comes from: memory, a folder, or a file of triples or quads."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from kg.errors import KgError
from kg.files import replace_folder
from kg.rdf_store.store import Store

FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
}


def open_store(url: str | Path | None = None) -> Store:
    """Open a graph to ask it: an empty one in memory without ``url``, else a store's folder or an RDF file.

    A folder is opened read-only, so that any number of programs can read it at once; a folder made by ``kg build``
    stands for the store in it. A file (.ttl, .nt, .trig, .nq, each also .gz) is read into memory.

    Raises KgError, naming the path, if there is no such thing, it is not RDF, or it is damaged.
    """
    if url is None:
        return Store(pyoxigraph.Store())
    if isinstance(url, str) and url.startswith(("http://", "https://")):
        raise KgError(f"{url}: remote endpoints cannot be opened; give a folder or an RDF file")
    path = Path(url)
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise KgError(f"{path}: no such file or folder; `kg build` makes a graph")
    return _file(path)


def save_store(quads: Iterable[Quad], folder: Path) -> None:
    """Write quads as a store's folder, which takes the place of what was there in one step.

    Raises KgError if the folder cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with replace_folder(folder) as fresh:
            write_store(quads, fresh)
    except OSError as error:
        raise KgError(f"{folder}: the store cannot be written: {error}") from error


def write_store(quads: Iterable[Quad], folder: Path) -> None:
    """Make a store of quads in a folder, beside whatever else is there. Raises OSError if that is not possible."""
    inner = pyoxigraph.Store(str(folder))
    Store(inner).load(quads)
    inner.optimize()


def change_store(folder: Path, added: Iterable[str], removed: Iterable[str]) -> None:
    """Take quads out of a store's folder and put others in, both given as lines of N-Quads.

    Doing it again changes nothing, so what was interrupted can be repeated. Raises KgError, naming the folder, if it
    cannot be changed, as when another program is changing it.
    """
    try:
        inner = pyoxigraph.Store(str(folder))
        for quad in pyoxigraph.parse("\n".join(removed).encode(), format=RdfFormat.N_QUADS):
            inner.remove(quad)
        inner.extend(pyoxigraph.parse("\n".join(added).encode(), format=RdfFormat.N_QUADS))
        inner.flush()
    except (OSError, ValueError, RuntimeError) as error:
        raise KgError(f"{folder}: the store cannot be changed: {_first(error)}") from error


def _folder(path: Path) -> Store:
    home = next((p for p in (path, path / "store") if (p / "CURRENT").is_file()), None)
    if home is None:
        found = sorted(p.name for p in path.iterdir() if p.suffix.lstrip(".") in FORMATS)
        hint = f"; open {found[0]!r} in it instead" if found else "; `kg build` makes one"
        raise KgError(f"{path}: no store in this folder{hint}")
    try:
        return Store(pyoxigraph.Store.read_only(str(home)), read_only=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise KgError(f"{home}: the store is damaged and must be made again: {_first(error)}") from error


def _file(path: Path) -> Store:
    suffixes = [s.lstrip(".").casefold() for s in path.suffixes]
    packed = suffixes[-1:] == ["gz"]
    kind = (suffixes[:-1] if packed else suffixes)[-1:]
    if not kind or kind[0] not in FORMATS:
        raise KgError(f"{path}: not an RDF file: expected .{', .'.join(FORMATS)}, each also .gz")
    store = Store(pyoxigraph.Store())
    try:
        data = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
        store.inner.bulk_load(data, format=FORMATS[kind[0]])
    except (OSError, EOFError, SyntaxError, ValueError) as error:
        raise KgError(f"{path}: cannot be read as {kind[0]}: {_first(error)}") from error
    return store


def _first(error: BaseException) -> str:
    return " ".join(str(error).split())[:200]
