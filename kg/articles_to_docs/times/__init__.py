"""Time expressions: found by a grammar over words, resolved against the day of publication or the dates told before.

``scan`` turns words into symbols, ``dates``, ``relative``, ``clocks`` and ``durations`` hold the rules, ``tense`` says
whether a clause looks back or ahead, ``periods`` is the calendar, ``finder`` puts them together.
"""

from kg.articles_to_docs.times.finder import find_times

__all__ = ["find_times"]
