"""Hearing what the endpoint erased for ever of what this laptop had or sent, and letting go of it here too.

Its word is believed only under the receipt key of the directory; a word about something else changes nothing.
"""

from __future__ import annotations

from app.clock import Clock
from app.domain.ids import EnvelopeId
from app.sealing.envelopes import check_erased
from app.storage import audit, erased, sealed, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.fetching import Reader
from app.sync.reconciling import OLDER
from protocol.keeping import Erased, ErasedList

CURSOR = "erased cursor"
HEARD = "heard"
"""What the audit says of an erasure that the endpoint told of."""


def hear_erased(vault: VaultThread, client: EndpointClient, reader: Reader, clock: Clock) -> int:
    """Hear all of it since the last time; return how much was here and is not any more."""
    gone, more = 0, True
    while more:
        cursor = vault.ask(lambda tx: sync_state.read(tx, CURSOR)) or ""
        try:
            page = client.erased(cursor)
        except EndpointRefused as fault:
            if fault.problem in OLDER:
                return gone
            raise
        words = _believed(page, reader)
        if words or page.cursor != cursor:
            files = vault.ask(lambda tx, words=words, page=page: _let_go(tx, words, page.cursor, clock))  # type: ignore[misc]
            sealed.erase(vault.vault.sealed, [file for file in files if file])
            gone += len(files)
        more = page.more
    return gone


def _believed(page: ErasedList, reader: Reader) -> list[Erased]:
    directory = reader.directory.directory
    return [one.erased for one in page.erased if check_erased(one, directory, EnvelopeId(one.erased.envelope))]


def _let_go(tx: Transaction, words: list[Erased], cursor: str, clock: Clock) -> list[str]:
    """Let go of each, with the cursor; return a name for each that was here, empty where it was no file of ours."""
    files = []
    for said in words:
        was_here, file = erased.let_go(tx, EnvelopeId(said.envelope), said.why.value)
        if was_here:
            audit.write(tx, Act.ERASED, said.envelope, clock.now(), HEARD)
            files.append(file)
    sync_state.write(tx, CURSOR, cursor)
    return files
