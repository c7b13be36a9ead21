"""The lines of an account's history in plain words; one that this program does not know is shown as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from app.look.speech import noted, tr
from app.ui.administrator.history import HistoryLine
from app.ui.days import short_day
from app.ui.shell.accountwords import COURSES, REASONS
from app.ui.words import day_and_time
from protocol.accounts import Account, AccountChange, Course, FactorWhy

_DAY, _LAPTOP = r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})", r"(?P<laptop>[0-9a-f-]{36})"
_WORDS = {
    r"opened": noted("The account was opened."),
    r"invited with a code until (?P<until>[0-9TZ:-]{20})": noted(
        "A code for one laptop was made. It counts until {until}."
    ),
    r"code before ended": noted("The code before was ended: nobody had used it."),
    r"invited by a letter": noted("A letter with a code was written, for one laptop within a day."),
    rf"laptop {_LAPTOP} joined": noted("Laptop {laptop} joined with a code."),
    rf"check of {_DAY} recorded": noted("The check of {day} was recorded."),
    rf"(?P<course>[a-z-]+) of {_DAY} recorded": noted("A course of {day} was recorded: {course}."),
    rf"use policy accepted on {_DAY}": noted("It was recorded that the use policy was accepted on {day}."),
    r"now open": noted("The account was opened again."),
    r"now suspended": noted("The account was suspended."),
    r"now closed": noted("The account was closed."),
    r"now left": noted("It was noted that this person works here no more."),
    rf"laptop {_LAPTOP} revoked": noted("Laptop {laptop} was revoked."),
    r"second factor let go, to be set up anew": noted("The linked phone was ended."),
    r"second factor let go, to be set up anew \((?P<why>[a-z-]+)\)": noted("The linked phone was ended. {why}."),
    rf"a secret for the second factor shown on laptop {_LAPTOP}": noted(
        "The key for a phone was shown on laptop {laptop}."
    ),
    rf"second factor set up and proved on laptop {_LAPTOP}": noted("A phone was linked on laptop {laptop}."),
    rf"second factor proved on laptop {_LAPTOP}": noted("Six digits were given on laptop {laptop}."),
    rf"second factor refused \(factor\.[a-z_]+\) on laptop {_LAPTOP}": noted(
        "Six digits were refused on laptop {laptop}."
    ),
}
"""How each line stands in the log, and what it says on the screen."""
_SHORT_ID = 8
_PARTS: Mapping[str, Callable[[str], str]] = {
    "until": lambda text: day_and_time(datetime.fromisoformat(text)),
    "day": lambda text: short_day(date.fromisoformat(text)),
    "laptop": lambda text: text[:_SHORT_ID],
    "course": lambda text: tr(COURSES[Course(text)]),
    "why": lambda text: tr(REASONS[FactorWhy(text)]),
}


def history_line(change: AccountChange, account: Account) -> HistoryLine:
    """Return one change in words, with when it was and who did it."""
    by = account.name if change.by == account.account else change.by
    when = tr("{when}, by {who}").format(when=_moment(change.at), who=by)
    return HistoryLine(_what(change.what), when)


def _what(said: str) -> str:
    for pattern, words in _WORDS.items():
        if (found := re.fullmatch(pattern, said)) is not None:
            try:
                return tr(words).format(**{name: _PARTS[name](text) for name, text in found.groupdict().items()})
            except ValueError:  # a course, a reason or a day that this program does not know
                return said
    return said


def _moment(at: str) -> str:
    try:
        return day_and_time(datetime.fromisoformat(at))
    except ValueError:
        return at
