"""Claims in, a store that grows out: articles added, replaced and taken away one by one, with the same graph."""

from kg.claims_to_store.project import DATABASE, Delta, Project, create, open_project

__all__ = ["DATABASE", "Delta", "Project", "create", "open_project"]
