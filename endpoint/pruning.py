"""``ecaf-endpoint prune-audit``: erasing what the rule no longer keeps, and never of a chain that is not whole."""

from __future__ import annotations

from datetime import datetime, timedelta

from endpoint.audit import Action
from endpoint.chainproof import verify_audit
from endpoint.cutting import Front, Open, Says, cut_front, find_front, years_before
from endpoint.door import Door
from endpoint.exporting import OPERATOR
from endpoint.office import NotReady, only_for_the_owner
from endpoint.storage.accesses import Access, insert_access
from endpoint.storage.chain import newest_line, take_place
from endpoint.storage.cuts import newest_cut
from endpoint.storage.database import Transaction
from endpoint.storage.seals import newest_unsealed
from endpoint.times import to_text

_NOT_THE_OWNER = (
    "This account of the database may not erase what was written down. Nothing was erased; please run this with the "
    "account that owns the tables."
)


_A_WHILE = timedelta(days=31)
"""Longer than this nobody asks an endpoint nothing at all."""


def _check_clock(tx: Transaction, now: datetime) -> None:
    """Raise ``NotReady`` where the clock may have jumped ahead: what is erased by it never comes back."""
    line = newest_line(tx)
    newest = max(str(line["at"]) if line is not None else "", newest_unsealed(tx))
    if newest < to_text(now - _A_WHILE):
        raise NotReady(
            f"The clock says {to_text(now)}, and the last that was written down is of {newest or 'no day at all'}. Is "
            "the clock right? Nothing was erased; please serve the endpoint first, and then erase."
        )


def look_ahead(door: Door, years: int) -> Front:
    """Return what would be erased, and erase nothing."""
    before = years_before(door.now().date(), years)
    with door.store.snapshot() as tx:
        return find_front(tx, before, Open(tx).why)


def prune(door: Door, years: int, by: str, noted: str = "") -> Front:
    """Erase the lines older than so many years that wait for nothing. Raises ``Broken`` and ``NotReady``.

    ``noted`` is a head that was noted before, looked for while all lines are still there.
    """
    if not by.strip():
        raise NotReady("Please say who does this: it is written down. Nothing was erased.")
    before = years_before(door.now().date(), years)
    cut = verify_audit(door, noted).cut
    with only_for_the_owner(_NOT_THE_OWNER), door.store.transaction() as tx:
        take_place(tx)
        if newest_cut(tx) != cut:
            raise NotReady("Somebody else has just erased. Please look again; nothing was erased by this.")
        _check_clock(tx, door.now())
        front = find_front(tx, before, Open(tx).why)
        if front.erased:
            says = Says(to_text(door.now()), by.strip(), f"kept for {years} years")
            cut_front(tx, front, door.house.outside, says)
            insert_access(tx, Access(to_text(door.now()), OPERATOR, Action.AUDIT_PRUNE, "", 200))
    return front
