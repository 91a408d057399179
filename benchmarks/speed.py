"""Words per second of the whole extraction, in ratio to plain ``nlp.pipe`` on the same text in the same run.

    python benchmarks/speed.py [PATH ...] [--repeat N] [--processes N]

Ratios, not absolute times: the machine's speed cancels out. Both sides get the same masked texts, in alternation, after
one warm-up each; the median of the ratios is printed, and the time of one article of about a thousand words.
``nlp.pipe`` is that of the pipeline as it is installed, in one process. With ``--processes`` the extraction is given
that many, as ``kg`` takes all cores for a large input; without, it has one, too.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from kg.articles_to_claims import found_in
from kg.articles_to_docs import lay_out, read
from kg.articles_to_docs.language import installed, load
from kg.articles_to_docs.reading import masked
from kg.docs_to_claims import claims
from kg.records import Article
from kg.settings import Settings
from kg.sources_to_articles import read_articles
from kg.sources_to_articles.text import article_id

DEFAULT = Path(__file__).resolve().parent.parent / "examples" / "articles"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=[str(DEFAULT)])
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--processes", type=int, default=1)
    args = parser.parse_args()
    articles = [a for a in read_articles(args.paths) if isinstance(a, Article)]
    texts = [masked(lay_out(a)) for a in articles]
    words = sum(len(t.split()) for t in texts)
    settings, untouched = Settings(processes=args.processes), installed()

    def plain() -> None:
        for _ in untouched.pipe(texts, batch_size=16):
            pass

    def whole() -> None:
        for _ in found_in(articles, settings):
            pass

    plain(), whole()
    ratios, speeds = [], []
    for _ in range(args.repeat):
        a, b = _seconds(plain), _seconds(whole)
        ratios.append(a / b)
        speeds.append(words / b)
    print(f"{len(articles)} articles, {words} words")
    print(f"whole extraction: {statistics.median(speeds):,.0f} words/s")
    print(f"ratio to plain nlp.pipe: {statistics.median(ratios):.2f} (min {min(ratios):.2f}, max {max(ratios):.2f})")
    print(f"one article of about 1,000 words: {_one_article(articles):.2f} s")


def _one_article(articles: list[Article]) -> float:
    """Seconds for one text of about a thousand words, joined from the articles' bodies."""
    text, nlp = "", load()
    for article in articles:
        if len(text.split()) > 1000:
            break
        text += masked(lay_out(article)).strip() + "\n\n"
    article = Article(article_id(text), "joined", text)
    return min(_seconds(lambda: [list(claims(r)) for r in read([article], nlp)]) for _ in range(3))


def _seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
