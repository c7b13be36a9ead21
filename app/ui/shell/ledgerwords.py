"""The ledger in words: the same for the author and for the coordinator wherever both know the same."""

from __future__ import annotations

from collections.abc import Iterator

from app.look.speech import noted, tr
from app.operations.accounting import LedgerEntry, Stage, WholeLedger
from app.ui.counting import counted
from app.ui.ledgerpage import LedgerLine, LedgerShown
from app.ui.shell.failurewords import failure_words
from app.ui.words import day_and_time

MOST = 100
"""So many lines are shown; all are counted."""
_STAGES = {
    Stage.WAITING: noted("waiting to be sent"),
    Stage.PUT_ASIDE: noted("could not be sent"),
    Stage.NOT_SENT: noted("not sent: the agreement was changed"),
    Stage.RECEIVED: noted("received, not opened yet"),
    Stage.TAKEN_BACK: noted("taken back"),
    Stage.ERASING: noted("to be erased for ever"),
    Stage.ERASED: noted("erased for ever"),
}
_TO_DO = {
    Stage.WAITING: noted("It goes by itself when there is a connection. “Hand in on a stick” works without one."),
    Stage.ERASING: noted("It is asked by itself when there is a connection."),
}
_SIGNATURE_WAITS = noted("1 signature that was added since waits to be sent. It goes by itself.")
_SIGNATURES_WAIT = noted("{count} signatures that were added since wait to be sent. They go by themselves.")
_UNNAMED = noted("A child whose name is not shown here")


def entry_words(entry: LedgerEntry) -> str:
    """Return what is known of one version, in a sentence that both sides read alike."""
    what = tr("Assessment") if entry.is_assessment else tr("Another form")
    came = (
        tr("opened by {by}, {when}").format(by=entry.by, when=day_and_time(entry.opened_at))
        if entry.opened_at
        else tr(_STAGES[entry.stage])
    )
    words = tr("{what}, version {version}, finished {when}: {came}").format(
        what=what, version=entry.version, when=day_and_time(entry.finished_at), came=came
    )
    return ". ".join(filter(None, (words, _signed_later(entry.signed_later))))


def _signed_later(count: int) -> str:
    if count == 1:
        return tr("1 signature was added since, and received")
    return tr("{count} signatures were added since, and received").format(count=count) if count else ""


def to_do(entry: LedgerEntry) -> str:
    """Return what there is to do about it; nothing where there is nothing."""
    waits = entry.signatures_waiting if entry.stage is not Stage.WAITING else 0
    if waits:
        return tr(_SIGNATURE_WAITS) if waits == 1 else tr(_SIGNATURES_WAIT).format(count=waits)
    return failure_words(entry.trouble) if entry.stage is Stage.PUT_ASIDE else tr(_TO_DO.get(entry.stage, ""))


def ledger_shown(ledger: WholeLedger) -> LedgerShown:
    """Return all that the page says."""
    lines = tuple(_line(one) for one in ledger.entries[:MOST])
    more = len(ledger.entries) - len(lines)
    rest = tr("{more} older ones are counted above and not listed.").format(more=more) if more else ""
    return LedgerShown(tuple(_sums(ledger)), lines, rest)


def _sums(ledger: WholeLedger) -> Iterator[str]:
    waiting, gaps = ledger.counted(Stage.WAITING), ledger.gaps
    received = ledger.counted(Stage.RECEIVED, Stage.OPENED)
    sums = (
        tr("{number} finished and released").format(number=len(ledger.entries)),
        tr("{waiting} waiting").format(waiting=waiting),
        tr("{received} received").format(received=received),
        tr("{count} opened").format(count=ledger.counted(Stage.OPENED)),
        counted(gaps, "gap"),
    )
    yield ", ".join(sums) + "."
    if gaps:
        yield tr(
            "A gap is something that did not go through. What to do stands at its line, or at the list it came to."
        )
    if ledger.erased:
        one, more = (
            tr("One that had come here was erased for ever since."),
            tr("{number} that had come here were erased for ever since."),
        )
        yield one if ledger.erased == 1 else more.format(number=ledger.erased)
    contact = ledger.last_contact
    yield (
        tr("Last contact with the endpoint: {when}.").format(when=day_and_time(contact))
        if contact
        else tr("No contact with the endpoint yet.")
    )


def _line(entry: LedgerEntry) -> LedgerLine:
    return LedgerLine(entry.child or tr(_UNNAMED), entry_words(entry), to_do(entry))
