"""People's accounts, as an administrator asks for and changes them; whoever asks decides what is kept of the answer."""

from __future__ import annotations

from urllib.parse import quote

from app.said import noted
from app.sync.answers import read
from app.sync.client import EndpointClient
from app.sync.lookingup import NotAnswered, NotShown
from app.sync.lookingup import said_of as said_of_any
from app.sync.troubles import ComeAgain, EndpointRefused, Intercepted, Unreachable
from protocol import limits
from protocol.accounts import (
    Accepted,
    Account,
    AccountChanges,
    Accounts,
    FactorAnew,
    NewAccount,
    Trained,
    Turned,
    Vetted,
)
from protocol.codec import encode
from protocol.problems import Problem

_ACCOUNT_BYTES = 256 * 1024
_PAGE_BYTES = limits.ACCOUNTS_AT_ONCE * 32 * 1024
_WAYS: dict[type, tuple[str, str]] = {
    Vetted: ("POST", "checks"),
    Trained: ("POST", "trainings"),
    Accepted: ("POST", "acceptances"),
    Turned: ("PUT", "state"),
    FactorAnew: ("POST", "factor/resets"),
}
ToRecord = Vetted | Trained | Accepted | Turned | FactorAnew


def everybody(client: EndpointClient) -> Accounts:
    """Ask for every account, page by page, and return all as one."""
    found = list[Account]()
    while True:
        after = quote(found[-1].account, safe="") if found else ""
        page = read(client.ask("GET", f"/v1/accounts?after={after}", _PAGE_BYTES), Accounts)
        found += page.accounts
        if not page.more or not page.accounts:
            return Accounts(page.at, tuple(found), more=False)


def open_for(client: EndpointClient, new: NewAccount) -> Account:
    """Have an account opened, and return it; where there was one of this person in this role, that one."""
    return read(client.ask("POST", "/v1/accounts", _ACCOUNT_BYTES, encode(new)), Account)


def what_was_done(client: EndpointClient, account: str, before: int) -> AccountChanges:
    """Ask what was done to an account, the newest first, before the change of a number; with 0, the newest of all."""
    path = f"/v1/accounts/{quote(account, safe='')}/changes?before={before}"
    return read(client.ask("GET", path, _ACCOUNT_BYTES), AccountChanges)


def record(client: EndpointClient, account: str, said: ToRecord) -> Account:
    """Have something recorded of an account, and return it as it is then."""
    method, what = _WAYS[type(said)]
    path = f"/v1/accounts/{quote(account, safe='')}/{what}"
    return read(client.ask(method, path, _ACCOUNT_BYTES, encode(said)), Account)


def revoke(client: EndpointClient, account: str, laptop: str) -> Account:
    """Have nothing more given to a laptop, and return the account as it is then."""
    path = f"/v1/accounts/{quote(account, safe='')}/revocations/{quote(laptop, safe='')}"
    return read(client.ask("PUT", path, _ACCOUNT_BYTES), Account)


_REFUSED = {
    Problem.ACCOUNT_OWN: (noted("This account is your own."), noted("Please ask another administrator.")),
    Problem.ACCOUNT_LAST: (
        noted("That would leave nobody who could see to accounts."),
        noted("Please have another administrator join first."),
    ),
    Problem.ACCOUNT_TWO: (
        noted("You recorded this person’s check. Somebody else lets them join."),
        noted("Please ask another administrator to make the code: that takes two people."),
    ),
    Problem.ACCOUNT_NOT_RIGHT: (
        noted("Your authority did not record this, because something in it is not right."),
        noted("Please look at the number and the days, and try again."),
    ),
    Problem.NOT_FOUND: (
        noted("Your authority shows you nothing of this."),
        noted("It may have changed meanwhile. Please ask again."),
    ),
}


class DigitsAsked(NotShown):
    """The endpoint asks for six digits before it shows or changes other people's accounts."""


_DIGITS = noted("Your authority asks for six digits from your phone first.")
_GIVE_THEM = noted("Please give them from the list of all accounts, then try again.")


def said_of(fault: Exception) -> Exception:
    """Return a trouble in the words of accounts; any other fault as it is."""
    if isinstance(fault, EndpointRefused) and fault.problem is Problem.FACTOR_NEEDED:
        return DigitsAsked(_DIGITS, noted("What you typed is still on this page."), _GIVE_THEM)
    if isinstance(fault, EndpointRefused):
        what, next_step = _REFUSED.get(fault.problem, (fault.what, fault.next_step))
        return NotShown(what, noted("What you typed is still on this page."), next_step)
    if isinstance(fault, Unreachable) and not isinstance(fault, ComeAgain | Intercepted):
        return NotAnswered(
            noted("There is no connection to your authority just now."),
            noted("Nothing can be changed without a connection. Please try again when there is one."),
        )
    return said_of_any(fault)
