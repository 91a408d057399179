"""Copies and rewrites of one text are found, in any order; different reports of one event never are."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from articles_to_support.wire import EDITS, OTHER_REPORT, REPORT, article, rewrite
from kg.articles_to_support import Copies, alike, bands, compare, fingerprint, sketch
from kg.records import Article, Block

HEAD = "Our correspondent on the coast writes that the quays were quiet this morning and that few lorries came."
TAIL = "Readers who were in the port that day are welcome to send us what they saw, in a few words or with a picture."


def are_copies(one: str, other: str) -> bool:
    found = Copies([article("a", one), article("b", other)]).pairs()
    return [(c.a, c.b) for c in found] == [("a", "b")]


@pytest.mark.parametrize("how", EDITS)
@pytest.mark.parametrize("percent", [5, 10, 20, 30, 40])
def test_a_rewrite_is_a_copy(percent: int, how: str) -> None:
    assert are_copies(" ".join(REPORT), rewrite(percent, EDITS[how]))


@pytest.mark.parametrize("how", EDITS)
def test_a_rewrite_with_a_head_and_a_tail_of_its_own_is_a_copy(how: str) -> None:
    assert are_copies(" ".join(REPORT), rewrite(25, EDITS[how], head=HEAD, tail=TAIL))


@pytest.mark.parametrize("kept", [5, 8, 12])
def test_a_report_cut_from_below_is_a_copy(kept: int) -> None:
    assert are_copies(" ".join(REPORT), " ".join(REPORT[:kept]))


def test_two_reports_of_one_event_are_no_copies() -> None:
    assert not are_copies(" ".join(REPORT), " ".join(OTHER_REPORT))


def test_a_report_that_takes_over_a_third_of_another_is_no_copy_of_it() -> None:
    assert not are_copies(" ".join(REPORT), " ".join((*OTHER_REPORT, *REPORT[:5])))


def test_one_long_quotation_makes_no_copies() -> None:
    speech = " ".join(REPORT[6:])
    one, other = (" ".join(told) for told in (REPORT[:6], OTHER_REPORT[:6]))
    for opening, closing in ("“”", '""'):
        said = f" {opening}{speech}{closing} "
        assert not are_copies(f"{one}{said}she said.", f"{other}{said}the director told them.")
    assert are_copies(f"{one} {speech}", f"{other} {speech}")  # the same words without marks are a copied text


def test_an_inch_mark_opens_no_quotation() -> None:
    pipe = 'A 6" pipe burst. '
    assert (
        fingerprint(article("a", pipe + " ".join(REPORT))).shingles
        >= fingerprint(article("b", " ".join(REPORT))).shingles
    )


def test_furniture_in_common_makes_no_copies() -> None:
    notice = " ".join(REPORT[4:])  # stands under every article of the outlet
    articles = []
    for key, text in (("a", REPORT[0]), ("b", OTHER_REPORT[2])):
        blocks = (Block("body", 0, len(text)), Block("boilerplate", len(text) + 1, len(text) + 1 + len(notice)))
        articles.append(Article(key, key, f"{text}\n{notice}", blocks=blocks))
    assert Copies(articles).pairs() == ()
    assert are_copies(f"{REPORT[0]}\n{notice}", f"{OTHER_REPORT[2]}\n{notice}")  # the blocks are what tells them apart


SHORT = [
    ("The ferry to Halm left an hour late on Monday.", "The ferry to Halm left an hour late on Friday.", False),
    ("The ferry to Halm left an hour late on Monday.", "The ferry to Marrow left on time on Monday.", False),
    ("The ferry to Halm left an hour late on Monday.", "The ferry to Halm left an hour late on Monday!", True),
    ("Rain.", "Rain.", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SHORT)
def test_short_articles_are_copies_only_if_nearly_all_is_the_same(one: str, other: str, expected: bool) -> None:
    assert are_copies(one, other) is expected


def test_every_copy_says_why() -> None:
    (found,) = Copies([article("a", " ".join(REPORT)), article("b", " ".join(REPORT[:6]))]).pairs()
    assert found.reason.endswith("of the shorter one's wording is the longer one's")
    assert 0.62 <= found.score <= 1


def texts() -> list[Article]:
    """Four copies of one report that are tied to each other in a chain, and one report that is not."""
    half = len(REPORT) // 2
    told = {
        "d": REPORT,
        "b": (*REPORT[:half], *OTHER_REPORT[:3], *REPORT[half:]),
        "e": REPORT[2:],
        "c": REPORT[4:],
        "a": OTHER_REPORT,
    }
    return [article(key, " ".join(sentences)) for key, sentences in told.items()]


def test_groups_do_not_depend_on_the_order() -> None:
    found = [Copies(order) for order in permutations(texts())]
    assert dict(found[0].groups()) == {"a": "a", "b": "b", "c": "b", "d": "b", "e": "b"}
    assert {tuple(f.groups().items()) for f in found} == {tuple(found[0].groups().items())}
    assert {f.pairs() for f in found} == {found[0].pairs()}


def test_what_is_removed_leaves_no_trace() -> None:
    for gone in texts():
        rest = [a for a in texts() if a.id != gone.id]
        changed = Copies(texts())
        changed.remove(gone.id)
        assert (changed.pairs(), changed.groups()) == (Copies(rest).pairs(), Copies(rest).groups())
        changed.add(gone)
        assert changed.pairs() == Copies(texts()).pairs()


def test_an_article_filed_twice_is_filed_once() -> None:
    found = Copies(texts())
    first, *_ = texts()
    assert found.add(first) == tuple(c for c in found.pairs() if first.id in (c.a, c.b))
    assert found.pairs() == Copies(texts()).pairs()


def test_an_article_is_no_copy_of_itself() -> None:
    mine = fingerprint(texts()[0])
    assert compare(mine, mine) is None


def test_bands_stay_what_they_are() -> None:
    """Indexes outlive releases: other bands for a text would mean that stored articles are not found again."""
    text = "The ferry left the harbour late and came back before noon."
    short = bands(sketch(fingerprint(article("a", text))))
    assert short[:2] == ("000d1762416feeefd0a26bf4405a5329712", "00430d54705e8409d120a7a8e0351f1e903")
    assert len(set(short)) == len(short) == 24
    long = bands(sketch(fingerprint(article("a", " ".join(REPORT)))))
    assert long[:2] == ("1009c713700d89a5100", "1024062560081191c00")
    assert len(set(long)) == len(long) == 48
    assert bands(sketch(fingerprint(article("a", "Rain.")))) == ()


def test_a_common_phrase_is_no_reason_to_compare() -> None:
    """Most articles that share a band share little else: the sketch tells before the article is read."""
    one, edited, other = (
        sketch(fingerprint(article("a", " ".join(sentences)))) for sentences in (REPORT, REPORT[2:], OTHER_REPORT)
    )
    assert alike(one, edited)
    assert not alike(one, other)
    assert not alike(one, "")
    assert not alike("", "")


def test_among_many_articles_the_copies_are_found_and_nothing_else() -> None:
    chance = random.Random(11)
    words = sorted({w for s in (*REPORT, *OTHER_REPORT) for w in s.split()})
    made = [[" ".join(chance.choices(words, k=18)) + "." for _ in range(20)] for _ in range(300)]
    copied = {f"{i:03d}": f"{i - 100:03d}" for i in range(200, 300)}
    for copy, first in copied.items():
        kept = [s for s in made[int(first)] if chance.random() > 0.2]
        made[int(copy)] = [*kept, *made[int(copy)][:2]]
    found = Copies(article(f"{i:03d}", " ".join(sentences)) for i, sentences in enumerate(made))
    assert {(c.a, c.b) for c in found.pairs()} == {(first, copy) for copy, first in copied.items()}
