"""Time expressions in invented sentences and what they mean, in a text published on Thursday 13 March 2025."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs.language import parse
from kg.articles_to_docs.times import find_times
from kg.records import Article, Block, Time

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
PUBLISHED = "2025-03-13"


def times(
    nlp: Language, text: str, published: str | None = PUBLISHED, role: str = "body", origin: str | None = None
) -> tuple[Time, ...]:
    blocks = tuple(
        Block(role, start, start + len(line)) for line in text.split("\n") if line for start in [text.index(line)]
    )
    article = Article("a", "a.txt", text, published=published, published_from=origin, blocks=blocks)
    ((article, doc),) = parse([article], nlp)
    return find_times(article, doc)


def values(nlp: Language, text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(t.text, t.value) for t in times(nlp, text, published)]


def timexes(nlp: Language, text: str) -> list[tuple[str, str, str | None]]:
    return [(t.text, t.type, t.timex) for t in times(nlp, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened on 3 May 1961.", [("3 May 1961", "1961-05-03")]),
        ("The bridge opened on May 3rd, 1961.", [("May 3rd, 1961", "1961-05-03")]),
        ("The bridge opened on the 3rd of May, 1961.", [("the 3rd of May, 1961", "1961-05-03")]),
        ("It shut on Saturday, 1 February 2025.", [("Saturday, 1 February 2025", "2025-02-01")]),
        ("It shut on Sat., Feb. 1.", [("Sat., Feb. 1", "2025-02-01")]),
        ("It shut on 2024-05-06.", [("2024-05-06", "2024-05-06")]),
        ("It shut on 25.12.2024.", [("25.12.2024", "2024-12-25")]),
        ("It shut on 13/03/2025.", [("13/03/2025", "2025-03-13")]),
        ("It shut on 05/06/2024.", [("05/06/2024", "2024")]),  # May or June? Only the year is certain
        ("She was held on March 6 last year.", [("March 6 last year", "2024-03-06")]),
        ("The fair ran from June 3 to 7, 2024.", [("June 3 to 7, 2024", "2024-06-03/2024-06-07")]),
        ("It rained between 3 and 5 May 2024.", [("3 and 5 May 2024", "2024-05-03/2024-05-05")]),
        ("It grew between March and May 2023.", [("March and May 2023", "2023-03/2023-05")]),
        ("It was shut from spring to autumn 2023.", [("spring to autumn 2023", "2023-03/2023-11")]),
        ("It grew between 2019 and 2021.", [("2019 and 2021", "2019/2021")]),
        ("It grew in 2019 and 2021.", [("2019", "2019"), ("2021", "2021")]),
        ("The lease ran 2019-21.", [("2019-21", "2019/2021")]),
        ("Sales rose in the third quarter of 2023.", [("the third quarter of 2023", "2023-07/2023-09")]),
        ("Sales rose in Q1 2024.", [("Q1 2024", "2024-01/2024-03")]),
        ("Sales rose in the first half of 2024.", [("the first half of 2024", "2024-01/2024-06")]),
        ("Sales rose in the first three months of 2024.", [("the first three months of 2024", "2024-01/2024-03")]),
        ("Sales rose in the last week of February.", [("the last week of February", "2025-02-24/2025-03-02")]),
        ("Sales rose in fiscal 2024.", [("fiscal 2024", "2024~")]),
        ("It was built in the early 1990s.", [("the early 1990s", "199X")]),
        ("It was built in the '80s.", [("the '80s", "198X")]),
        ("It was built in the 12th century.", [("the 12th century", "11XX")]),
        ("It was built around 1990.", [("around 1990", "1990~")]),
        ("It was built in late 2006.", [("late 2006", "2006-09/2006-12")]),
        ("It was built in early March 2024.", [("early March 2024", "2024-03-01/2024-03-10")]),
        ("It was built in mid-2006.", [("mid-2006", "2006-05/2006-08")]),
        ("Snow fell on Good Friday 2024.", [("Good Friday 2024", "2024-03-29")]),
        ("It was built in the spring of 2024.", [("the spring of 2024", "2024-03/2024-05")]),
        ("Snow fell on Christmas Day 2024.", [("Christmas Day 2024", "2024-12-25")]),
        ("Snow fell in the week of March 10.", [("the week of March 10", "2025-03-10/2025-03-16")]),
        # a month with one slip, beside a number
        ("It shut on Novemeber 6, 2008.", [("Novemeber 6, 2008", "2008-11-06")]),
        ("It shut on 6 Feburary.", [("6 Feburary", "2025-02-06")]),
    ],
)
def test_dates_that_name_themselves(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor resigned on Friday.", [("Friday", "2025-03-07")]),
        ("The mayor resigned on Thursday.", [("Thursday", "2025-03-13")]),
        ("The council will meet on Monday.", [("Monday", "2025-03-17")]),
        ("The ministers are expected to meet on Saturday.", [("Saturday", "2025-03-15")]),
        ("Ministers agreed to meet on Saturday.", [("Saturday", "2025-03-15")]),
        ("He managed to escape on Sunday.", [("Sunday", "2025-03-09")]),
        ("The storm was forecast to reach the coast on Saturday.", [("Saturday", "2025-03-15")]),
        ("The trial opens on Monday.", [("Monday", "2025-03-17")]),
        ("He could not be reached on Wednesday.", [("Wednesday", "2025-03-12")]),
        ("The visit was postponed to July.", [("July", "2025-07")]),
        ("In July the court ruled for him.", [("July", "2024-07")]),
        ("In July the court will rule on it.", [("July", "2025-07")]),
        ("Prices have risen since January.", [("January", "2025-01")]),
        ("The vote is due on 2 April.", [("2 April", "2025-04-02")]),
        ("He died on December 2.", [("December 2", "2024-12-02")]),
        ("On the 14th they will vote.", [("the 14th", "2025-03-14")]),
        ("He left last Friday.", [("last Friday", "2025-03-07")]),
        ("He leaves next Friday.", [("next Friday", "2025-03-14")]),
        ("He left last June.", [("last June", "2024-06")]),
        ("He left last summer.", [("last summer", "2024-06/2024-08")]),
        ("He left last week.", [("last week", "2025-03-03/2025-03-09")]),
        ("He left last month.", [("last month", "2025-02")]),
        ("He leaves next year.", [("next year", "2026")]),
        ("The cabinet voted this week.", [("this week", "2025-03-10/2025-03-16")]),
        ("The cabinet will vote this week.", [("this week", "2025-03-13/2025-03-16")]),
        ("Earlier this month the bank shut.", [("Earlier this month", "2025-03")]),
        ("They fought over the weekend.", [("the weekend", "2025-03-08/2025-03-09")]),
        ("They will rest this weekend.", [("this weekend", "2025-03-15/2025-03-16")]),
        ("He left yesterday.", [("yesterday", "2025-03-12")]),
        ("On Friday he declared a truce.", [("Friday", "2025-03-07")]),  # not the day that is declared
        ("He declared Friday a holiday.", [("Friday", "2025-03-14")]),
        ("The board could decide early next year.", [("early next year", "2026-01/2026-04")]),
        ("He will leave at Easter.", [("Easter", "2025-04-20")]),
        ("He left on Easter Monday.", [("Easter Monday", "2024-04-01")]),
        ("The mill will run Monday through Friday.", [("Monday through Friday", "2025-03-17/2025-03-21")]),
        ("He leaves the day after tomorrow.", [("the day after tomorrow", "2025-03-15")]),
        ("Drones struck overnight.", [("overnight", "2025-03-12/2025-03-13")]),
        ("He left two weeks ago.", [("two weeks ago", "2025-02-24/2025-03-02")]),
        ("He left three days ago.", [("three days ago", "2025-03-10")]),
        ("They must pay by year-end.", [("year-end", "2025")]),
        ("They must pay by the end of March.", [("the end of March", "2025-03")]),
        ("The strike, called for Monday, was called off.", [("Monday", "2025-03-17")]),
        ("The party is due to go on with the vote on April 22.", [("April 22", "2025-04-22")]),
        ("He called it a success, pointing to the December 31 attack.", [("December 31", "2024-12-31")]),
        ("With the vote on Friday, the mill will reopen.", [("Friday", "2025-03-07")]),
        ('"We are the best choice for voters in April," he argued.', [("April", "2025-04")]),
        ("They spoke of their willingness to meet on Monday.", [("Monday", "2025-03-17")]),
        ("Last year August 8 was hot.", [("Last year August 8", "2024-08-08")]),
        ("In 2019, Friday prayers were banned.", [("2019", "2019"), ("Friday", "2025-03-07")]),
        ("They feed here in winter.", [("winter", None)]),  # in any winter
        ("They met about 2004.", [("about 2004", "2004~")]),
        ("They asked her about last year.", [("last year", "2024")]),
    ],
)
def test_dates_seen_from_the_day_of_publication(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert values(nlp, text) == expected


def test_this_week_said_on_a_sunday_looks_to_the_coming_week(nlp: Language) -> None:
    (found,) = times(nlp, "The presidents are expected to speak this week.", "2025-03-16")
    assert (found.value, found.timex) == ("2025-03-16/2025-03-23", "2025-W12")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On March 3 he quit. Two days later she took over.", ["2025-03-03", "2025-03-05"]),
        ("On March 3 he quit. The following week they met.", ["2025-03-03", "2025-03-10/2025-03-16"]),
        ("On March 3 he quit and fled the same day.", ["2025-03-03", "2025-03-03"]),
        ("Profit fell in the third quarter of 2024 from a year earlier.", ["2024-07/2024-09", "2023-07/2023-09"]),
        ("Sales rose in February from the same month last year.", ["2025-02", "2024-02"]),
        ("It came three days after 5 February.", ["2025-02-08"]),
        ("He fell ill in March 2020. Two days later he died.", ["2020-03", None]),  # two days from when?
        ("Two days later he died.", [None]),
        ("It ends on April 30. It was told the same day.", ["2025-04-30", None]),  # not on a day to come
        ("It ends on April 30. It will be told the same day.", ["2025-04-30", "2025-04-30"]),
        ("It ends on April 30. A curfew held between 3 p.m. and 6 a.m.", ["2025-04-30", None, None]),
        ("On Friday it was open from 7 a.m. to 8 p.m.", ["2025-03-07", "2025-03-07T07:00", "2025-03-07T20:00"]),
        ("Mayor Tomas May appointed her, and she did not like May's deal.", []),
        ("In May 2024 the mill shut; by the end of the month all had left.", ["2024-05", "2024-05"]),
        ("He leaves next Wednesday, July 31, for good.", ["2025-07-31"]),
        ("On March 3 he quit. Later that day she took over.", ["2025-03-03", "2025-03-03"]),
        ("They met that day.", [None]),
        ("He said that day care was closed.", []),
        ("She will be tried on April 5. The blast came at 13:40.", ["2025-04-05", None]),  # not on a day to come
    ],
)
def test_dates_counted_from_others(nlp: Language, text: str, expected: list[str | None]) -> None:
    assert [t.value for t in times(nlp, text)] == expected


def test_a_clock_is_not_read_by_a_day_two_blocks_back(nlp: Language) -> None:
    text = "He quit on March 3.\nRain fell.\nThe doors opened at 9 p.m."
    assert [t.value for t in times(nlp, text)] == ["2025-03-03", None]


def test_a_date_too_far_back_is_not_counted_from(nlp: Language) -> None:
    text = "He quit on March 3.\nRain fell.\nSnow fell.\nHail fell.\nSleet fell.\nTwo days later she took over."
    assert [t.value for t in times(nlp, text)] == ["2025-03-03", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose at 9 p.m. local time on Tuesday.", [("9 p.m. local time on Tuesday", "TIME", "2025-03-11T21:00")]),
        ("It rose on Monday at 14:07 GMT.", [("Monday at 14:07 GMT", "TIME", "2025-03-10T14:07Z")]),
        ("It rose at 0600 GMT Wednesday.", [("0600 GMT Wednesday", "TIME", "2025-03-12T06:00Z")]),
        (
            "It rose at 22:00 local time (2100 UTC) on Tuesday.",
            [
                ("22:00 local time", "TIME", "2025-03-11T22:00"),
                ("2100 UTC", "TIME", "2025-03-11T21:00Z"),
                ("Tuesday", "DATE", "2025-03-11"),
            ],
        ),
        ("It rose at noon on Monday.", [("noon on Monday", "TIME", "2025-03-10T12:00")]),
        ("It rose at 22:30.", [("22:30", "TIME", "T22:30")]),
        ("It rose on Friday night.", [("Friday night", "TIME", "2025-03-07TNI")]),
        ("It rose this morning.", [("this morning", "TIME", "2025-03-13TMO")]),
        ("It rose last night.", [("last night", "TIME", "2025-03-12TNI")]),
        ("It lasted three hours.", [("three hours", "DURATION", "PT3H")]),
        ("It lasted a few hours.", [("a few hours", "DURATION", "PTXH")]),
        ("A 30-day truce began.", [("30-day", "DURATION", "P30D")]),
        ("It took nearly two weeks.", [("two weeks", "DURATION", "P2W")]),
        ("It took two and a half years.", [("two and a half years", "DURATION", "P2.5Y")]),
        ("It ended after weeks of rain.", [("weeks", "DURATION", "PXW")]),
        ("It grew over the past decade.", [("the past decade", "DURATION", "P10Y")]),
        ("It will end in the next six months.", [("the next six months", "DURATION", "P6M")]),
        ("They meet every day.", [("every day", "SET", "P1D")]),
        ("They meet every Monday.", [("every Monday", "SET", "XXXX-WXX-1")]),
        ("They meet on Sundays.", [("Sundays", "SET", "XXXX-WXX-7")]),
        ("They meet twice a week.", [("a week", "SET", "P1W")]),
        ("They meet annually.", [("annually", "SET", "P1Y")]),
        ("It costs $99 a year.", [("a year", "SET", "P1Y")]),
        ("He is currently abroad.", [("currently", "DATE", "PRESENT_REF")]),
        ("He has recently moved.", [("recently", "DATE", "PAST_REF")]),
        ("They will act in the coming days.", [("the coming days", "DATE", "FUTURE_REF")]),
        ("He left years ago.", [("years ago", "DATE", "PAST_REF")]),
        ("It came hours after the talks.", [("hours", "DURATION", "PTXH")]),
        ("It rained in the days before the vote.", [("days", "DURATION", "PXD")]),
        ("It rained for the fourth day in a row.", [("the fourth day", "DURATION", "P4D")]),
        ("It rained for a third straight week.", [("third straight week", "DURATION", "P3W")]),
        ("They meet every other week.", [("every other week", "SET", "P2W")]),
        ("In those days nobody knew.", [("those days", "DATE", "PAST_REF")]),
    ],
)
def test_clocks_durations_sets_and_references(
    nlp: Language, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert timexes(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army may march through the town and the sun may set.",
        "Theresa May spoke and April Jones listened.",
        "The firm has 2026 employees.",
        "It paid $2000 for a Boeing 2000 and flew as flight 1999.",
        "They won 21-15 and came second.",
        "The 54-year-old spoke, aged 54 and in her 70s.",
        "He is 54 years old.",
        "He fell on the 14th floor.",
        "Good Friday prayers were shown in The Sunday Times.",
        "About a quarter of its dealers will close.",
        "The Daily Herald wrote about the fall of the regime.",
        "Resolution 1998 was passed with F-16 jets and 5% of votes.",
        "Winds of 90 miles per hour blew.",
        "Now imagine a city on a hill. Now even if it fails, we go on.",
        "He will help as soon as he can.",
        "They left in the small hours and missed the rush hours.",
        "He was third and won the fourth heat and the second day prize.",
        "He died at 103 years of age, and at the end of the day that is what counts, she told Harbour Today.",
        "She told Harbour This Week of a star about 1010 ± 195 light years away.",
        "The Christmas Charity Orchestra sang with the Octobers.",
    ],
)
def test_words_that_are_no_times(nlp: Language, text: str) -> None:
    assert times(nlp, text) == ()


def test_without_a_day_of_publication_relative_expressions_have_no_value(nlp: Language) -> None:
    found = times(nlp, "He left on Friday, today or in July, and on 3 May 1961.", published=None)
    assert [t.value for t in found] == [None, None, None, "1961-05-03"]
    assert found[0].timex == "XXXX-WXX-5"


def test_where_a_value_comes_from(nlp: Language) -> None:
    text = "He left on Friday. Two days later, in 1961, she came."
    assert [t.resolved_from for t in times(nlp, text)] == ["publication date", "text", "text"]
    assert times(nlp, text, origin="dateline")[0].resolved_from == "dateline"


def test_a_date_line_is_read_from_the_text_and_nothing_is_counted_from_it(nlp: Language) -> None:
    line = "Thursday, March 13, 2025 | 21:30 UTC"
    text = f"{line}\nTwo days later he died."
    blocks = (Block("dateline", 0, len(line)), Block("body", len(line) + 1, len(text)))
    article = Article("a", "a.txt", text, published=PUBLISHED, published_from="dateline", blocks=blocks)
    ((article, doc),) = parse([article], nlp)
    found = find_times(article, doc)
    assert [t.value for t in found if t.type == "DATE"] == ["2025-03-13", None]


def test_blocks_are_not_read_across(nlp: Language) -> None:
    assert values(nlp, "A concert in March\n2008 people came") == [("March", "2025-03")]


@pytest.mark.parametrize("role", ["boilerplate", "promo", "teaser", "byline"])
def test_furniture_has_no_times(nlp: Language, role: str) -> None:
    assert times(nlp, "He left on Friday.", role=role) == ()


def test_a_headline_tells_the_past_in_the_present(nlp: Language) -> None:
    (found,) = times(nlp, "Minister visits Rome on Friday", role="headline")
    assert found.value == "2025-03-07"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The repairs take between 60 and 90 days.", [("60", "DURATION", "P60D"), ("90 days", "DURATION", "P90D")]),
        ("The repairs take from 2 to 3 weeks.", [("2", "DURATION", "P2W"), ("3 weeks", "DURATION", "P3W")]),
        ("The last ballot was cast at 2:30 the next day.", [("2:30 the next day", "TIME", "T02:30")]),
        (
            "It shut on Friday. The doors opened at 2:30 the next day.",
            [("Friday", "DATE", "2025-03-07"), ("2:30 the next day", "TIME", "2025-03-08T02:30")],
        ),
        (
            "It shut on Friday, and by the end of the day Saturday it was open.",
            [("Friday", "DATE", "2025-03-07"), ("the end of the day Saturday", "DATE", "2025-03-08")],
        ),
    ],
)
def test_neighbours_that_share_a_unit_or_a_day(
    nlp: Language, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert timexes(nlp, text) == expected
