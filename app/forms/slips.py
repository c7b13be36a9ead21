"""What may be a slip of the pen in a number, a postcode or a date: it says so kindly, and never refuses or mends one.

A wrong number can still be the best anybody has, so every sentence leaves it to the person. The rules are those of the
NHS Data Dictionary (modulus 11), the Department for Education's CBDS (UPN) and Royal Mail (shape of a postcode).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from app.domain.answers import Answer, is_blank
from app.forms.definition import Item
from app.forms.fhir import is_date
from app.said import said

KEPT = "It is kept as you wrote it."
_NHS_DIGITS = 10
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""Check letters of a pupil number in order of their value: no I, O or S, which are read as digits."""
_UPN = re.compile(rf"[{_UPN_LETTERS}]\d{{11}}[\d{_UPN_LETTERS}]", re.ASCII)
_POSTCODE = re.compile(
    "GIR0AA|BFPO[0-9]{1,4}|"
    "[A-PR-UWYZ]([0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9]{1,2}|[A-HK-Y][0-9][ABEHMNPRV-Y])[0-9][ABD-HJLNP-UW-Z]{2}"
)
_OLDEST_YEARS = 120
_LONG_PAST = timedelta(weeks=4)
_FAR_AHEAD = timedelta(days=310)


def slip_in(item: Item, given: Answer | None, today: date) -> str:
    """Return a kind sentence about what may be a slip in this answer, or an empty string."""
    if not isinstance(given, str) or is_blank(given) or not item.checked_as:
        return ""
    found = _LOOKS[item.checked_as](given, today)
    return f"{found} {KEPT}" if found else ""


def _nhs_number(given: str, _: date) -> str:
    digits = re.sub(r"[\s-]", "", given)
    if not digits.isascii() or not digits.isdecimal():
        return "An NHS number is written with the digits 0 to 9 alone."
    if len(digits) != _NHS_DIGITS:
        return said("An NHS number has ten digits, and this has {number}.", number=len(digits))
    if len(set(digits)) == 1:
        return "An NHS number is never one digit ten times. Please look at it again."
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    fits = (11 - total % 11) % 11 == int(digits[-1])
    return "" if fits else "One digit of this NHS number may be wrong or swapped. Please look at it again."


def _upn(given: str, _: date) -> str:
    upn = "".join(given.split()).upper()
    if _UPN.fullmatch(upn) is None:
        return "A pupil number is a letter and twelve digits, such as H801200001001."
    values = (int(sign) if sign.isdecimal() else _UPN_LETTERS.index(sign) for sign in upn[1:])
    fits = _UPN_LETTERS[sum(value * weight for weight, value in enumerate(values, 2)) % 23] == upn[0]
    return "" if fits else "One letter or digit of this pupil number may be wrong. Please look at it again."


def _postcode(given: str, _: date) -> str:
    postcode = "".join(given.split()).upper()
    if postcode.startswith("ZZ99"):
        return "ZZ99 stands for no fixed address or another country. It says more to write that into the address."
    if _POSTCODE.fullmatch(postcode) is None:
        return "A postcode here looks like AM2 7LD. One of another country is fine."
    return ""


def _birth_date(given: str, today: date) -> str:
    if not is_date(given):
        return ""
    if _earliest(given) > today:
        return "This day is still to come. For a baby who is not born yet, use the date the baby is expected."
    if today.year - _earliest(given).year > _OLDEST_YEARS:
        return said(
            "This is more than {oldest_years} years ago. Please look at the year again.", oldest_years=_OLDEST_YEARS
        )
    return ""


def _expected_date(given: str, today: date) -> str:
    if not is_date(given):
        return ""
    if _latest(given) < today - _LONG_PAST:
        return "This day has passed. If the baby is born, please write the date of birth."
    if _earliest(given) > today + _FAR_AHEAD:
        return "This is more than ten months away. Please look at the year again."
    return ""


def _earliest(given: str) -> date:
    return date.fromisoformat((given + "-01-01")[:10])


def _latest(given: str) -> date:
    """Return a day no earlier than the last one meant; a month is taken as 31 days."""
    day = _earliest(given)
    return day + timedelta(days={4: 365, 7: 30}.get(len(given), 0)) if day.year < date.max.year else day


_LOOKS: dict[str, Callable[[str, date], str]] = {
    "nhs-number": _nhs_number,
    "upn": _upn,
    "postcode": _postcode,
    "birth-date": _birth_date,
    "expected-date": _expected_date,
}
"""One look for each code of ``app.forms.fhir.CHECKED``."""
