"""Headlines in title case are parsed as sentences are written."""

from __future__ import annotations

import pytest

from kg.articles_to_docs.truecase import truecased
from kg.records import Article, Block


def headline(title: str, body: str) -> str:
    """``title`` as it is parsed above ``body``."""
    text = f"{title}\n{body}"
    blocks = (Block("headline", 0, len(title)), Block("body", len(title) + 1, len(text)))
    out = truecased(Article("a", "a.txt", text, blocks=blocks), text)
    assert out[len(title) :] == text[len(title) :]
    return out[: len(title)]


@pytest.mark.parametrize(
    ("title", "body", "parsed"),
    [
        (
            "Norland President Meets Rebels In Port Alder",
            "The president of Norland saw rebels on Monday in Port Alder.",
            "Norland president meets rebels in Port Alder",
        ),
        (
            "Ruiz Attacks Berg Over Harbour Plan",
            "Ana Ruiz was angry. The harbour plan of Tomas Berg failed.",
            "Ruiz attacks Berg over harbour plan",
        ),
        (
            "Harbour Trust Sues Norland Over Tolls",
            "On Monday the Harbour Trust said the tolls were too high.",
            "Harbour Trust sues Norland over tolls",  # the body writes the name large
        ),
        ("Ruiz meets rebels in Port Alder", "Ana Ruiz met rebels.", "Ruiz meets rebels in Port Alder"),
        ("RUIZ MEETS REBELS IN PORT ALDER", "Ana Ruiz met rebels.", "RUIZ MEETS REBELS IN PORT ALDER"),
    ],
)
def test_truecased(title: str, body: str, parsed: str) -> None:
    assert headline(title, body) == parsed
