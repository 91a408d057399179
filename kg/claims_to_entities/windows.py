"""Days between which something happened; ISO dates as strings, so that order is comparison."""

from __future__ import annotations

from datetime import date, timedelta

from kg.records import Article, Time

Window = tuple[str, str]

# An undated happening that an article tells as news is looked for this many days around its publication.
BEFORE, AFTER = 7, 14
# What happens to one party seldom is still told of weeks later: nobody takes it for another.
SELDOM = 21
# What somebody holds to, such as a denial, may have been said this many days before.
STANDING = 45
# A time vaguer than this many days ("in 2024") does not by itself make two tellings one happening.
NARROW = 31


def window_of(time: Time | None) -> Window | None:
    """The first and last day a time expression allows; None if it is unresolved or a duration."""
    from kg.edtf import resolve_window  # noqa: PLC0415 - keeps the records side free of the calendar

    if time is None or time.value is None:
        return None
    found = resolve_window(time.value)
    return None if found is None else (str(found[0])[:10], str(found[1])[:10])


def overlap(a: Window, b: Window) -> bool:
    """Whether two windows share a day.

    >>> overlap(("2031-05-01", "2031-05-07"), ("2031-05-07", "2031-05-09"))
    True
    """
    return a[0] <= b[1] and b[0] <= a[1]


def days(window: Window) -> int:
    """How many days a window spans, both ends included.

    >>> days(("2031-05-01", "2031-05-07"))
    7
    """
    return (date.fromisoformat(window[1]) - date.fromisoformat(window[0])).days + 1


def news_window(article: Article | None, actual: bool, denied: bool = False, before: int = BEFORE) -> Window | None:
    """Where an undated happening of an article is looked for: shortly before it if told as done, after it if not.

    What is denied may lie any time back.

    >>> news_window(Article("x", "x", "", published="2031-05-10T08:00"), True)
    ('2031-05-03', '2031-05-10')
    """
    if article is None or not article.published:
        return None
    day = date.fromisoformat(article.published[:10])
    if actual and denied:
        return date.min.isoformat(), day.isoformat()
    first, last = (before, 0) if actual else (0, AFTER)
    return (day - timedelta(first)).isoformat(), (day + timedelta(last)).isoformat()


def narrowest(windows: list[Window]) -> Window | None:
    """The days all windows share; where they share none, the days from the first to the last.

    >>> narrowest([("2031-05-01", "2031-05-31"), ("2031-05-10", "2031-06-02")])
    ('2031-05-10', '2031-05-31')
    """
    if not windows:
        return None
    first, last = max(w[0] for w in windows), min(w[1] for w in windows)
    return (first, last) if first <= last else (min(w[0] for w in windows), max(w[1] for w in windows))
