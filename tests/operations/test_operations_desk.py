"""The desk reads what was released to it, and its author hears of the first reading, once."""

from __future__ import annotations

import pytest
from larkrise import TOLD, Laptop, cut_short

from app.domain.ids import EnvelopeId
from app.operations.desk import read_released
from app.sealing.genuine import NotGenuine
from app.sealing.opening import open_notice, open_package
from app.storage import inbox, outbox, sealed
from app.storage.outbox import OutboxKind, OutboxRow
from app.storage.troubles import SealedFileLost
from app.sync.fetching import inbox_row


def released_by(jo: Laptop) -> tuple[OutboxRow, bytes]:
    jo.finished_visit()
    with jo.vault.transaction() as tx:
        (row,) = (row for row in outbox.waiting(tx, jo.watch.now()) if row.kind is OutboxKind.RELEASED)
    return row, sealed.read(jo.workplace.sealed, row.file)


def imported(priya: Laptop, envelope: EnvelopeId, body: bytes, kept: bytes | None = None) -> None:
    package = open_package(body, priya.workplace.identities, root=priya.workplace.root)
    with priya.vault.transaction() as tx:
        inbox.add(tx, inbox_row(envelope, package, priya.watch.now()), kept or body)


def waiting_at(laptop: Laptop) -> list[OutboxRow]:
    with laptop.vault.transaction() as tx:
        return outbox.waiting(tx, laptop.watch.now())


def test_reading_shows_what_was_released_and_tells_the_author_once(jo: Laptop, priya: Laptop) -> None:
    row, body = released_by(jo)
    imported(priya, row.envelope, body)
    for _ in range(3):
        with priya.vault.transaction() as tx:
            read = read_released(tx, priya.workplace, row.envelope)
        assert TOLD in read.package.record.answers.values()
        priya.watch.wait(minutes=1)
    (told,) = waiting_at(priya)
    assert (told.kind, told.record, told.version) == (OutboxKind.OPENED, row.record, 1)
    envelope = sealed.read(priya.workplace.sealed, told.file)
    notice = open_notice(envelope, jo.workplace.identities, root=jo.workplace.root)
    assert (notice.opened.envelope, notice.certificate.invitation.name) == (row.envelope, "Priya Nair")


def test_nobody_but_the_author_can_read_that_it_was_opened(jo: Laptop, priya: Laptop) -> None:
    row, body = released_by(jo)
    imported(priya, row.envelope, body)
    with priya.vault.transaction() as tx:
        read_released(tx, priya.workplace, row.envelope)
    (told,) = waiting_at(priya)
    with pytest.raises(NotGenuine):
        open_notice(
            sealed.read(priya.workplace.sealed, told.file), priya.workplace.identities, root=priya.workplace.root
        )


def test_a_reading_that_fails_half_way_tells_nobody(jo: Laptop, priya: Laptop) -> None:
    row, body = released_by(jo)
    imported(priya, row.envelope, body)
    with cut_short(priya.vault) as tx:
        read_released(tx, priya.workplace, row.envelope)
    assert waiting_at(priya) == []
    with priya.vault.transaction() as tx:
        found = inbox.get(tx, row.envelope)
    assert found is not None
    assert found.opened_at is None


def test_an_import_changed_on_the_disk_shows_nothing_and_tells_nobody(jo: Laptop, priya: Laptop) -> None:
    row, body = released_by(jo)
    imported(priya, row.envelope, body, kept=body[:-1] + bytes([body[-1] ^ 1]))
    with pytest.raises(NotGenuine), priya.vault.transaction() as tx:
        read_released(tx, priya.workplace, row.envelope)
    assert waiting_at(priya) == []


def test_an_envelope_that_is_not_here_is_said_to_be_lost(priya: Laptop) -> None:
    with pytest.raises(SealedFileLost), priya.vault.transaction() as tx:
        read_released(tx, priya.workplace, EnvelopeId("nowhere"))
