"""The six digits of a second factor on their way to the endpoint; neither they nor the secret are ever kept here."""

from __future__ import annotations

from math import ceil

from app.errors import Trouble
from app.said import noted, said
from app.sync.answers import read
from app.sync.client import EndpointClient
from app.sync.troubles import (
    AnswerUnreadable,
    ComeAgain,
    EndpointRefused,
    EndpointTrouble,
    Intercepted,
    LeftInPeace,
    Unreachable,
)
from protocol.codec import encode
from protocol.factor import FactorCode, FactorSecret, FactorStanding
from protocol.problems import Problem

_BYTES = 4 * 1024
_MINUTE = 60
_APP_CALLS_IT = "eCAF"


def factor_standing(client: EndpointClient) -> FactorStanding:
    """Ask whether six digits are asked of this laptop's owner, and until when they were given here."""
    return read(client.ask("GET", "/v1/factor", _BYTES), FactorStanding)


def fresh_secret(client: EndpointClient) -> FactorSecret:
    """Ask for a key to type into a phone; it is in force once its first digits were given."""
    return read(client.ask("POST", "/v1/factor/secrets", _BYTES), FactorSecret)


def address_of(secret: FactorSecret) -> str:
    """Return what an authenticator app reads from a square code; SHA-1, six digits and 30 seconds go without saying.

    Whose it is stands in it for nobody: the phone, and whatever keeps its copies, learn that there is an eCAF.
    """
    return f"otpauth://totp/{_APP_CALLS_IT}?secret={secret.secret}&issuer={_APP_CALLS_IT}"


def give_digits(client: EndpointClient, digits: str) -> FactorStanding:
    """Give the six digits that the phone shows just now."""
    return read(client.ask("POST", "/v1/factor/proofs", _BYTES, encode(FactorCode(digits))), FactorStanding)


class NotProved(Trouble):
    """The digits were not taken, or could not be asked about; nobody's own work waits for it."""


_SAFE = noted("Your own work goes on without it.")
_REFUSED = {
    Problem.FACTOR_WRONG: (
        noted("Those are not the six digits of just now."),
        noted("Each six count once, for half a minute. Please wait for the next ones on your phone, and type those."),
    ),
    Problem.FACTOR_SET_UP: (
        noted("A phone is linked already, and its key is not shown again."),
        noted("Please type the six digits that it shows. If it is lost, your administrator can help."),
    ),
    Problem.NOT_FOUND: (
        noted("No phone is linked yet."),
        noted("Please have the key shown first, and type it into your phone."),
    ),
}
_NO_CONNECTION = noted("There is no connection to your authority just now.")
_AGAIN = noted("Please try again when there is one.")
_IN_A_WHILE = noted("Please try again in a while.")


def said_of(fault: Exception) -> Exception:
    """Return a trouble in the words of this page; any other fault as it is."""
    match fault:
        case LeftInPeace() | EndpointTrouble() | AnswerUnreadable():
            again = _wait_words(fault.seconds) if isinstance(fault, LeftInPeace) else _IN_A_WHILE
            return NotProved(fault.what, _SAFE, again)
        case ComeAgain():
            what = noted("After several wrong tries, nothing is tried for a while.")
            return NotProved(what, _SAFE, _wait_words(fault.seconds))
        case Intercepted():
            return NotProved(fault.what, _SAFE, noted("Please try another network, such as a phone’s."))
        case Unreachable():
            return NotProved(_NO_CONNECTION, _SAFE, _AGAIN)
        case EndpointRefused():
            what, next_step = _REFUSED.get(fault.problem, (fault.what, fault.next_step))
            return NotProved(what, _SAFE, next_step)
    return fault


def _wait_words(seconds: int) -> str:
    if seconds < _MINUTE:
        return said("Please try again in {seconds} seconds.", seconds=seconds)
    minutes = ceil(seconds / _MINUTE)
    if minutes == 1:
        return noted("Please try again in a minute.")
    return said("Please try again in {minutes} minutes.", minutes=minutes)
