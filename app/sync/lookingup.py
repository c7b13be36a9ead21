"""Questions to the child index and their answers: one child for a reason, and what waits at a desk; nothing is kept."""

from __future__ import annotations

from urllib.parse import quote

from msgspec.structs import replace

from app.errors import Trouble
from app.said import noted
from app.sync.answers import read
from app.sync.client import EndpointClient
from app.sync.troubles import AnswerUnreadable, ComeAgain, EndpointRefused, EndpointTrouble, Intercepted, Unreachable
from protocol import limits
from protocol.childindex import (
    HeldPairs,
    IndexEntry,
    LookWhy,
    Overrides,
    Review,
    SearchAnswer,
    Settled,
    SettledPairs,
    Sought,
)
from protocol.codec import encode
from protocol.problems import Problem

_ENTRY_BYTES = 256 * 1024
_LIST_BYTES = limits.HELD_PAIRS * 8 * 1024


def search(client: EndpointClient, sought: Sought) -> SearchAnswer:
    """Look for one child."""
    body = client.ask("POST", "/v1/index/searches", _ENTRY_BYTES, encode(sought))
    return read(body, SearchAnswer)


def open_entry(client: EndpointClient, child: str, why: LookWhy) -> IndexEntry:
    """Open a child's entry as far as it may be seen."""
    return _entry(client, child, "looks", why)


def override(client: EndpointClient, child: str, why: LookWhy) -> IndexEntry:
    """Open the whole entry of a shielded child: a coordinator's, after she read the warning."""
    return _entry(client, child, "overrides", why)


def _entry(client: EndpointClient, child: str, how: str, why: LookWhy) -> IndexEntry:
    path = f"/v1/index/children/{quote(child, safe='')}/{how}"
    return read(client.ask("POST", path, _ENTRY_BYTES, encode(why)), IndexEntry)


def overrides(client: EndpointClient) -> Overrides:
    """Ask which overrides wait for a review; only a desk is told."""
    return read(client.ask("GET", "/v1/index/reviews", _LIST_BYTES), Overrides)


def review(client: EndpointClient, look: str, words: str) -> Review:
    """Bring what came of a review."""
    path = f"/v1/index/reviews/{quote(look, safe='')}"
    return read(client.ask("PUT", path, _ENTRY_BYTES, encode(Review(words))), Review)


def held(client: EndpointClient) -> HeldPairs:
    """Ask which open assessments may be of one child; only a desk is told."""
    return client.held_open()


def settle(client: EndpointClient, episode: str, settled: Settled) -> Settled:
    """Bring what came of a pair; neither assessment is touched by it. To an endpoint of before, without who goes on."""
    try:
        return _settle(client, episode, settled)
    except EndpointRefused as fault:
        if fault.problem is not Problem.MALFORMED or not settled.goes_on:
            raise
        return _settle(client, episode, replace(settled, goes_on=""))


def _settle(client: EndpointClient, episode: str, settled: Settled) -> Settled:
    path = f"/v1/index/held/{quote(episode, safe='')}"
    return read(client.ask("PUT", path, _ENTRY_BYTES, encode(settled)), Settled)


def settled_pairs(client: EndpointClient) -> SettledPairs:
    """Ask which pairs were settled; an endpoint of before tells of none."""
    try:
        return read(client.ask("GET", "/v1/index/settled", _LIST_BYTES), SettledPairs)
    except EndpointRefused as fault:
        if fault.problem is not Problem.NOT_FOUND:
            raise
        return SettledPairs(())


_NOTHING = noted("Nothing came back. What you typed stays on this page until you lock, and is not saved.")
_AGAIN = noted("Please try again when there is a connection. Your own work goes on without one.")


class NotAnswered(Trouble):
    """The index could not be asked just now; what was typed is worth keeping on the page."""

    def __init__(self, what: str, next_step: str = _AGAIN) -> None:
        super().__init__(what, _NOTHING, next_step)


class NotShown(Trouble):
    """The index understood, and does not show or take this."""


_REFUSED = {
    Problem.INDEX_TOO_LITTLE: (
        noted("That is too little to look for one child."),
        noted("Please give both names with a birth date or a postcode, or a number."),
    ),
    Problem.INDEX_NO_REASON: (noted("Nobody looks without a reason."), noted("Please say why.")),
    Problem.INDEX_SHIELDED: (
        noted("This child is shielded."),
        noted("Please read the warning, say that you did, and ask again."),
    ),
    Problem.INDEX_OWN_LOOK: (
        noted("It was you who opened this entry."),
        noted("Please ask another coordinator to review it."),
    ),
    Problem.INDEX_NOT_AGREED: (
        noted("People are brought together only with the family’s yes."),
        noted("Please ask the family first."),
    ),
    Problem.FACTOR_NEEDED: (
        noted("Your six digits from your phone are asked for first."),
        noted("Please give them at “Six digits”, and ask again. What you typed stays on this page until you lock."),
    ),
    Problem.NOT_FOUND: (
        noted("Your authority shows nothing of this to you."),
        noted("It may have no child index, or this was archived or settled meanwhile. Your early help team can tell."),
    ),
}


def said_of(fault: Exception) -> Exception:
    """Return a trouble in the words of a look-up: nothing here is "sent later by itself"; any other fault as it is."""
    match fault:
        case ComeAgain():
            return NotAnswered(fault.what, noted("Please try again in a while."))
        case Intercepted():
            return NotAnswered(
                noted("Something on this network opens secure connections, so nothing was asked through it."),
                noted("Please try another network, such as a phone’s."),
            )
        case Unreachable():
            return NotAnswered(noted("There is no connection to your authority just now."))
        case EndpointTrouble() | AnswerUnreadable():
            return NotAnswered(fault.what)
        case EndpointRefused():
            what, next_step = _REFUSED.get(fault.problem, (fault.what, fault.next_step))
            return NotShown(what, "", next_step)
    return fault
