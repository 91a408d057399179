"""RDF quads in Oxigraph: in memory, in a folder, or read from a file; one small class over all of them."""

from kg.rdf_store.opening import FORMATS, open_store, save_store
from kg.rdf_store.store import VOCABULARY, Store

__all__ = ["FORMATS", "VOCABULARY", "Store", "open_store", "save_store"]
