"""RDF quads in Oxigraph: in memory, in a folder, or read from a file; one small class over all of them."""

from kg.rdf_store.opening import FORMATS, change_store, open_store, save_store, write_store
from kg.rdf_store.store import VOCABULARY, Store

__all__ = ["FORMATS", "VOCABULARY", "Store", "change_store", "open_store", "save_store", "write_store"]
