"""Other resolvers of coreference, by setting: the rules' entities in, the entities as a trained model groups them out.

A package offers one under the entry point group ``newskg.coreference``; the setting ``coreference`` names it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.records import Article, Entity

    Resolver = Callable[[Article, Doc, tuple[Entity, ...]], tuple[Entity, ...]]
    """Gets an article, its parse over ``masked(article)`` and the entities the rules found; gives them anew.

    It may add, drop and regroup mentions. Every mention's text must be the article's at its offsets, every entity
    must have one, and ids must differ; equal input must give equal output.
    """

RULES = "rules"
GROUP = "newskg.coreference"


def load_resolver(name: str) -> Resolver | None:
    """The resolver installed under a name; None for the rules alone. Raises KgError if there is none."""
    if name == RULES:
        return None
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        known = ", ".join([RULES, *sorted(found)])
        raise KgError(f"setting 'coreference': no resolver {name!r} is installed: expected one of {known}")
    return checked(name, found[name].load())


def checked(name: str, resolve: Resolver) -> Resolver:
    """The resolver with its answers held to the contract. A call raises KgError where one breaks it."""

    def resolver(article: Article, doc: Doc, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        out = tuple(resolve(article, doc, entities))
        if len({entity.id for entity in out}) < len(out):
            raise KgError(f"coreference resolver {name!r}: two entities of {article.source} have one id")
        for entity in out:
            if not entity.mentions:
                raise KgError(f"coreference resolver {name!r}: entity {entity.id} has no mention")
            for mention in entity.mentions:
                if not mention.text or article.text[mention.start : mention.end] != mention.text:
                    raise KgError(
                        f"coreference resolver {name!r}: mention {mention.text!r} of entity {entity.id} "
                        f"is not the text at {mention.start}-{mention.end}"
                    )
        return out

    return resolver
