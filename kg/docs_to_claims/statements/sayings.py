"""A saying: one cue with its speakers and its content, before it is written down as a statement."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.docs_to_claims.statements.lexicon import Verb
from kg.records import Ref, Span

CONFIDENCE = {
    # A quotation and its cue side by side: the marks and the word order say it, whatever the parser thinks.
    "quote_cue": 0.95,  # "…," said X
    "cue_quote": 0.95,  # X said: "…"
    "name_quote": 0.9,  # X (role): "…"
    "quote_name": 0.85,  # "…" — X
    "quote_verb": 0.65,  # "…," X shrugged
    "answer": 0.7,  # a block quote below a question: the person interviewed
    "initials": 0.8,  # AR: We failed.
    "turn": 0.8,  # ((Ana Ruiz))  We failed.
    "label_colon": 0.6,  # Ana Ruiz: We failed.
    "colon": 0.6,  # X was blunt: "…"
    # A clause the parser hangs under the cue.
    "clause": 0.85,  # X said that S
    "before": 0.85,  # S, X said
    "around": 0.8,  # S, X said, S
    "phrase": 0.85,  # S, according to X
    "infinitive": 0.8,  # X promised to …
    "gerund": 0.8,  # X denied doing …, X accused Y of doing …
    "noun": 0.7,  # X denied the charge
    "label": 0.75,  # X called it "…"
    "figure": 0.7,  # X put the toll at 30
    "object": 0.65,  # X announced a plan
    "noun_clause": 0.65,  # X's claim that S
    "relay": 0.7,  # S, as reported by X
    # No cue of its own: who spoke is read from what stands beside it.
    "continued": 0.75,  # "…," X said. "…"
    "next_paragraph": 0.55,  # the same, the quotation in a paragraph of its own
    "beside": 0.4,  # X was unmoved. "…"
    "order": 0.6,  # S, X said — where the parser hung nothing under the cue
}
"""How sure each pattern is, from 0 to 1, before what lowers it; set from a reading of hand-annotated articles."""

NESTED = 0.85
"""Words inside somebody's quotation: the speaker's own report, parsed out of direct speech."""

PRONOUN = 0.9
"""The speaker is a pronoun: resolving it adds its own doubt."""


@dataclass(frozen=True, slots=True)
class Saying:
    """``anchor``: the cue's head word. ``parts``: the content, several pieces for a broken quotation."""

    anchor: Token
    cue: Span
    speakers: tuple[Ref, ...]
    stance: str
    parts: tuple[Span, ...]
    mode: str
    pattern: str
    verb: Verb | None = None
    reported_by: tuple[Ref, ...] = ()

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.parts[-1].end
