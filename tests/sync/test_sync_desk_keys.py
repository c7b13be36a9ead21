"""A further desk key: authors seal to it at once, the desk reads old and new, and who was left out reads no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from ambleton import Town, serving
from couriers import Courier, author, coordinator
from larkrise import FORMS

from app.domain.ids import EnvelopeId
from app.operations.desk import read_released
from app.operations.posting import post_released
from app.operations.workplace import load_workplace
from app.sealing.genuine import NotGenuine
from app.sealing.opening import open_package
from app.storage import audit, inbox
from app.storage.database import Transaction
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.status import Reach
from authority.__main__ import main as authority
from endpoint.cli import main as endpoint
from protocol.deskkeys import DeskKeys
from protocol.envelope import unpack
from protocol.problems import Problem

Closing = Callable[[Courier], Courier]


class InvitedBefore(Town):
    """A town whose letters were all written an hour ago."""

    def invite(self, role: str = "practitioner", issued_at: datetime | None = None, name: str = "Priya Nair") -> str:
        """Invite somebody."""
        return super().invite(role, issued_at or datetime.now(UTC) - timedelta(hours=1), name)


class Misled(EndpointClient):
    """A cable on which somebody hands out another laptop's key."""

    others: DeskKeys

    def desk_keys(self) -> DeskKeys:
        """Hear of the other one's."""
        return self.others


class NotYet(EndpointClient):
    """A cable on which nobody has heard of a key for this laptop yet."""

    def desk_keys(self) -> DeskKeys:
        """Hear of none."""
        raise EndpointRefused(Problem.NOT_FOUND)


def begin_epoch(town: Town, folder: Path, *left_out: Courier) -> None:
    """Begin a further epoch by the three commands."""
    file, made, where = folder / "coordinators.json", folder / "epoch", ["--data", str(town.folder)]
    assert endpoint(["coordinators", "--out", str(file), *where]) == 0
    out = [word for one in left_out for word in ("--leave-out", str(one.workplace.device))]
    line = ["new-desk-key", "--coordinators", str(file), "--out", str(made), *out, "--yes", str(town.office.folder)]
    assert authority(line) == 0
    files = ["--desk-keys", str(made / "desk-keys.json"), "--directory", str(made / "directory.json")]
    assert endpoint(["publish", *files, *where]) == 0


def release_again(jo: Courier) -> str:
    """Release the first family's assessment once more, in the same session; return the envelope's id."""
    record, sharing = jo.visits[0].signed[0]
    jo.ask(lambda tx: post_released(tx, jo.workplace, record, sharing))
    row = jo.rows()[-1]
    assert unpack(jo.sealed_file(row).read_bytes())[0].header.recipients == ("desk-2",)
    return row.envelope


def inbox_of(courier: Courier) -> set[str]:
    return {row.envelope for row in courier.ask(inbox.list_all)}


def lines_of(courier: Courier, act: str) -> list[str]:
    def read(tx: Transaction) -> list[str]:
        return [row["object"] for row in tx.all("SELECT object FROM audit WHERE act = ?", (act,))]

    return courier.ask(read)


def asked(town: Town, courier: Courier) -> list[int]:
    """Return how each question of a laptop for keys of the desk was answered."""
    query = "SELECT status FROM accesses WHERE action = 'desk-keys.get' AND device = :it"
    return [int(str(status)) for (status,) in town.rows(query, it=courier.workplace.device)]


def test_the_desk_reads_old_and_new_and_who_was_left_out_reads_nothing_sealed_since(
    town: Town, tmp_path: Path, closing: Closing
) -> None:
    with serving(town.folder) as (address, _):
        there = InvitedBefore(town.office, town.folder, address)
        jo, late = (closing(author(there, tmp_path / name)) for name in ("jo", "late"))
        priya, rachel = (closing(coordinator(there, tmp_path / name)) for name in ("priya", "rachel"))
        jo.round()
        for one in (priya, rachel):
            one.round()
            assert len(inbox_of(one)) == 1
        begin_epoch(there, tmp_path, rachel)
        jo.round()  # the directory is believed: what is sealed from now on is sealed to the new key
        new = release_again(jo)
        for one in (jo, late):  # what the second brings was sealed to the first key, before anybody heard of another
            assert one.round().status.reach is Reach.REACHED

        priya.round(priya.cable(NotYet))
        assert (len(inbox_of(priya)), priya.ask(inbox.put_aside)) == (2, 1)
        desk = priya.engine()
        desk.run_round()  # asks for its key, and reads with it in the same round
        desk.run_round()
        assert (len(inbox_of(priya)), priya.ask(inbox.put_aside), asked(there, priya)) == (3, 0, [200])
        assert (lines_of(priya, "desk-key-taken"), priya.ask(audit.verify)) == (["desk-2"], None)
        for envelope in inbox_of(priya):
            priya.ask(lambda tx, one=envelope: read_released(tx, priya.workplace, EnvelopeId(one)))  # type: ignore[misc]
        reopened = priya.ask(lambda tx: load_workplace(tx, priya.thread.vault, FORMS, priya.watch))
        assert reopened is not None
        assert reopened.desk == priya.workplace.desk
        assert set(reopened.desk) == {"desk-1", "desk-2"}

        shut_out = rachel.engine()
        shut_out.run_round()
        shut_out.run_round()  # not asked again for a quarter of an hour
        assert inbox_of(rachel) == inbox_of(priya) - {new}
        assert (rachel.ask(inbox.put_aside), asked(there, rachel)) == (0, [404])
        body = priya.ask(lambda tx: inbox.body(tx, EnvelopeId(new)))
        assert body is not None
        with pytest.raises(NotGenuine):
            open_package(body, rachel.workplace.identities, root=rachel.workplace.root)
        misled = rachel.cable(Misled)
        misled.others = priya.cable(EndpointClient).desk_keys()
        rachel.round(misled)  # another laptop's key is none of hers
        assert (set(rachel.workplace.desk), lines_of(rachel, "desk-key-taken")) == ({"desk-1"}, [])

        newcomer = closing(coordinator(Town(town.office, town.folder, address), tmp_path / "newcomer"))
        newcomer.round()
        assert inbox_of(newcomer) == inbox_of(priya)
