"""The ledger in words: the same for the author and for the coordinator wherever both know the same."""

from __future__ import annotations

from collections.abc import Iterator

from app.operations.accounting import LedgerEntry, Stage, WholeLedger
from app.ui.ledgerpage import LedgerLine, LedgerShown
from app.ui.shell.failurewords import failure_words
from app.ui.words import counted, day_and_time

MOST = 100
"""So many lines are shown; all are counted."""
_STAGES = {
    Stage.WAITING: "waiting to be sent",
    Stage.PUT_ASIDE: "could not be sent",
    Stage.NOT_SENT: "not sent: the agreement was changed",
    Stage.RECEIVED: "received, not opened yet",
    Stage.TAKEN_BACK: "taken back",
    Stage.ERASING: "to be erased for ever",
    Stage.ERASED: "erased for ever",
}
_TO_DO = {
    Stage.WAITING: "It goes by itself when there is a connection. “Hand in on a stick” works without one.",
    Stage.ERASING: "It is asked by itself when there is a connection.",
}
_UNNAMED = "A child whose name is not shown here"


def entry_words(entry: LedgerEntry) -> str:
    """Return what is known of one version, in a sentence that both sides read alike."""
    what = "Assessment" if entry.is_assessment else "Another form"
    came = f"opened by {entry.by}, {day_and_time(entry.opened_at)}" if entry.opened_at else _STAGES[entry.stage]
    return f"{what}, version {entry.version}, finished {day_and_time(entry.finished_at)}: {came}"


def to_do(entry: LedgerEntry) -> str:
    """Return what there is to do about it; nothing where there is nothing."""
    return failure_words(entry.trouble) if entry.stage is Stage.PUT_ASIDE else _TO_DO.get(entry.stage, "")


def ledger_shown(ledger: WholeLedger) -> LedgerShown:
    """Return all that the page says."""
    lines = tuple(_line(one) for one in ledger.entries[:MOST])
    more = len(ledger.entries) - len(lines)
    rest = f"{more} older ones are counted above and not listed." if more else ""
    return LedgerShown(tuple(_sums(ledger)), lines, rest)


def _sums(ledger: WholeLedger) -> Iterator[str]:
    waiting, gaps = ledger.counted(Stage.WAITING), ledger.gaps
    received = ledger.counted(Stage.RECEIVED, Stage.OPENED)
    sums = (
        f"{len(ledger.entries)} finished and released",
        f"{waiting} waiting",
        f"{received} received",
        f"{ledger.counted(Stage.OPENED)} opened",
        counted(gaps, "gap"),
    )
    yield ", ".join(sums) + "."
    if gaps:
        yield "A gap is something that did not go through. What to do stands at its line, or at the list it came to."
    if ledger.erased:
        yield f"{ledger.erased} that had come here {'was' if ledger.erased == 1 else 'were'} erased for ever since."
    contact = ledger.last_contact
    yield (
        f"Last contact with the endpoint: {day_and_time(contact)}." if contact else "No contact with the endpoint yet."
    )


def _line(entry: LedgerEntry) -> LedgerLine:
    return LedgerLine(entry.child or _UNNAMED, entry_words(entry), to_do(entry))
