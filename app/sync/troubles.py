"""The few ways talking to the endpoint can go wrong, in words a practitioner can use; never an address or an answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.errors import Trouble
from protocol.keeping import SignedErased
from protocol.problems import Problem

_SAFE = "Everything is safe on this laptop."
_WAITS = "It will be sent by itself later; you need do nothing."
_LATER = "It will be tried again by itself."
_TELL = "Please tell your eCAF support."


class UnsafeAddress(Trouble):
    """An address that would carry families' records over an open line, or is none at all."""

    def __init__(self) -> None:
        super().__init__(
            "That address cannot be used.",
            "Nothing was sent.",
            'It should begin with "https://", as in your letter.',
        )


class Unreachable(Trouble):
    """No connection, or it broke off."""

    def __init__(self) -> None:
        super().__init__("The endpoint cannot be reached just now.", _SAFE, _WAITS)


class Intercepted(Unreachable):
    """Somebody between here and the endpoint opens secure connections: nothing is sent through such a one."""

    def __init__(self) -> None:
        Trouble.__init__(
            self,
            "Something on this network opens secure connections, so nothing was sent through it.",
            _SAFE,
            "Try another network, such as a phone’s, or hand it in on a stick: “Where it is” leads there.",
        )


class ComeAgain(Unreachable):
    """The endpoint asked to be left in peace for so many ``seconds``: the round ends, nothing in it counts as tried.

    ``full`` says that it has no room left, which somebody there has to mend.
    """

    def __init__(self, seconds: int, *, full: bool = False) -> None:
        Trouble.__init__(self, "The endpoint asks us to come again later.", _SAFE, _WAITS)
        self.seconds, self.full = seconds, full

    def at(self, when: datetime) -> str:
        """Return it as one short paragraph, with the local time from which on it may be asked again."""
        minute = (when + timedelta(seconds=59)).astimezone()
        asks = f"asks us to come again at {minute:%H:%M}."
        if self.full:
            return f"The endpoint has no room left, and {asks} {_SAFE} {_LATER} Please tell them."
        return f"The endpoint {asks} {_SAFE} {_WAITS}"


class LeftInPeace(ComeAgain):
    """Nothing was asked: the endpoint asked before to be left in peace for so many ``seconds``."""


class EndpointTrouble(Trouble):
    """The endpoint was reached and could not do its work."""

    def __init__(self) -> None:
        super().__init__("The endpoint is having trouble.", _SAFE, _WAITS)


class AnswerUnreadable(Trouble):
    """Something answered that does not speak this protocol: often a hotel's or a school's sign-in page."""

    def __init__(self) -> None:
        super().__init__(
            "Something other than the endpoint answered.",
            _SAFE,
            "If this network asks you to sign in, please do that first. It will be tried again by itself.",
        )


class EndpointRefused(Trouble):
    """The endpoint understood and said no; ``problem`` says why, and ``erased`` is its signed word where it erased.

    ``missing`` is what the endpoint says an account lacks.
    """

    def __init__(self, problem: Problem, erased: SignedErased | None = None, missing: str = "") -> None:
        what, next_step = _REFUSALS.get(problem, ("The endpoint did not take this.", _TELL))
        what = _MISSING.get(missing, what) if problem is Problem.ACCOUNT_NOT_READY else what
        super().__init__(what, _SAFE, next_step)
        self.problem, self.erased = problem, erased


_NOT_READY = "Nothing is sent or fetched for you just now"
_MISSING = {
    "suspended": f"{_NOT_READY}: your account is suspended.",
    "closed": f"{_NOT_READY}: your account is closed.",
    "check-missing": f"{_NOT_READY}: there is no check on record for you.",
    "check-lapsed": f"{_NOT_READY}: your check has lapsed.",
    "training-missing": f"{_NOT_READY}: there is no training on record for you.",
    "training-lapsed": f"{_NOT_READY}: your training has lapsed.",
    "policy-missing": f"{_NOT_READY}: it is not on record that you accepted the use policy.",
    "policy-lapsed": f"{_NOT_READY}: the use policy has to be accepted anew.",
}
_CLOCK = "Please check that this laptop's date and time are right. It will be tried again by itself."
_NEW_CODE = "Please ask for a new code."
_REFUSALS = {
    Problem.SIGNATURE_MISSING: ("The endpoint did not recognise this laptop.", _CLOCK),
    Problem.SIGNATURE_WRONG: ("The endpoint did not recognise this laptop.", _CLOCK),
    Problem.DEVICE_UNKNOWN: ("This laptop is not enrolled at this endpoint.", _TELL),
    Problem.ACCOUNT_NOT_READY: (f"{_NOT_READY}.", "Please ask your manager. What waits goes by itself afterwards."),
    Problem.FACTOR_NEEDED: ("Your six digits are asked for first.", "Please give them on their page."),
    Problem.NOT_FOUND: ("The endpoint has nothing like that for this laptop.", _TELL),
    Problem.INVITATION_WRONG: ("The endpoint does not know this code.", "Please check the address and the code."),
    Problem.INVITATION_USED: ("This code was already used on another laptop.", _NEW_CODE),
    Problem.INVITATION_EXPIRED: ("This code is too old.", _NEW_CODE),
    Problem.ANCHOR_DIFFERENT: ("The endpoint knows another state of this laptop.", "It will be asked again by itself."),
    Problem.TOO_LARGE: ("This is larger than the endpoint takes.", _TELL),
    Problem.DEVICE_REVOKED: ("This laptop may hand in what it has, and read nothing more.", _TELL),
    Problem.ENVELOPE_ERASED: ("This was erased at the endpoint, and is not kept there again.", _TELL),
    Problem.TOO_FAST: ("The endpoint asks us to come again later.", _WAITS),
    Problem.ENDPOINT_BUSY: ("The endpoint asks us to come again later.", _WAITS),
    Problem.ENDPOINT_FULL: ("The endpoint has no room left.", f"{_LATER} Please tell them."),
    Problem.DEVICE_SEQ_DIFFERENT: ("This laptop may be a copy of another.", _TELL),
}
