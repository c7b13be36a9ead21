"""A backup that is put back loses nothing that laptops still hold, doubles nothing, and brings nothing erased back."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from ambleton import Laptop

from authority.office import Office, write_invitation
from authority.orders import give_order, write
from demonstration.vouching import vouch_for
from endpoint import backups
from endpoint.accounting import set_state
from endpoint.accounts import AccountState
from endpoint.cli import main
from endpoint.door import Door
from endpoint.office import NotReady, accept_invitation, open_door, set_up, take_orders
from endpoint.resources import RESOURCES
from endpoint.restoring import restore, take_backup, verify_backup
from endpoint.settings import Settings
from endpoint.storage.accounts import find_account_of_device
from endpoint.storage.devices import find_device
from endpoint.visit import Answer, Asked
from protocol.batches import Verdicts, pack_batch
from protocol.codec import decode, encode, to_text
from protocol.codes import invitation_key, read_code
from protocol.keeping import Contact, ErasedList, Erasure, ErasureWhy, MonthHeld, Months, SignedErasure, Standing
from protocol.messages import DeviceKeys, Enrolment
from protocol.orders import OrderKind
from protocol.statements import Kind, public_text, sign

DEVICES = 10
PLACES = 100
"""At so many places of a backup a bit is turned, so that no lucky place hides what another one does."""


@dataclass
class InProcess:
    """An endpoint without a wire: its door is asked directly, and opened anew after each restore."""

    office: Office
    settings: Settings
    door: Door = field(init=False)

    def __post_init__(self) -> None:
        self.door = open_door(self.settings)

    def ask(self, laptop: Laptop, method: str, path: str, body: bytes = b"") -> Answer:
        """Answer a signed request."""
        return self.answer(laptop.signed_request(method, path, body, ecaf_version="2"), body)

    def answer(self, request: Any, body: bytes) -> Answer:
        """Answer a request as the framework hands it on."""
        for resource in RESOURCES:
            path = _match(resource.path, request.url.path)
            if resource.method == request.method and path is not None:
                asked = Asked(request.method, str(request.url), request.headers, path, dict(request.url.params), body)
                return self.door.respond(resource, asked)
        raise LookupError(request.url.path)

    def enrolled(self, name: str = "Priya Nair") -> Laptop:
        """Return an enrolled laptop."""
        code, signed = self.office.invite(name=name, job="Health visitor", agency="0-19", role="practitioner")
        accept_invitation(self.door, write_invitation(signed, self.settings.folder / "invitations"))
        vouch_for(self.door, signed)
        laptop, key = Laptop("http://127.0.0.1:1"), invitation_key(read_code(code))
        keys = DeviceKeys(laptop.id, public_text(key), public_text(laptop.key), laptop.reading)
        body = encode(Enrolment(keys, sign(Kind.DEVICE, keys, key)))
        request = laptop.signed_request("POST", "/v1/enrolments", body)
        assert self.answer(request, body).status == 201
        return laptop

    def put_back(self, file: Path) -> None:
        """Restore a backup, and open the door again."""
        self.door.close()
        restore(self.settings, file)
        self.door = open_door(self.settings)


def _match(template: str, path: str) -> dict[str, str] | None:
    parts, found = template.split("/"), path.split("/")
    if len(parts) != len(found):
        return None
    pairs = list(zip(parts, found, strict=True))
    if any(part != said for part, said in pairs if not part.startswith("{")):
        return None
    return {part[1:-1]: said for part, said in pairs if part.startswith("{")}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def here(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[InProcess]:
    """Run an endpoint in this process, once on each database."""
    folder = tmp_path_factory.mktemp("drill")
    office = Office.create(folder / "office", name="Ambleton", code="E06000099", practice=True)
    database = "" if request.param == "sqlite" else request.getfixturevalue("postgresql").new_database()
    settings = Settings(folder / "endpoint", database=database)
    set_up(settings, office.for_the_endpoint)
    made = InProcess(office, settings)
    yield made
    made.door.close()


@dataclass
class Holder:
    """A laptop that keeps what it sent until a verified backup holds it, as the protocol says."""

    laptop: Laptop
    sent: dict[str, bytes] = field(default_factory=dict)

    def send(self, here: InProcess, count: int) -> None:
        """Send fresh envelopes in one batch."""
        fresh = dict(self.laptop.envelope() for _ in range(count))
        self.sent |= fresh
        self.bring(here, fresh)

    def bring(self, here: InProcess, envelopes: dict[str, bytes]) -> None:
        """Bring envelopes, and let go of those the endpoint says were erased."""
        if not envelopes:
            return
        answer = here.ask(self.laptop, "POST", "/v1/envelopes", pack_batch(tuple(envelopes.values())))
        for verdict in decode(answer.body, Verdicts).verdicts:
            assert verdict.status in {200, 201, 410}, verdict
            if verdict.status == 410:
                self.sent.pop(verdict.id, None)

    def held_there(self, here: InProcess) -> dict[str, str]:
        """Return what the endpoint has of this laptop, by its months."""
        months = decode(here.ask(self.laptop, "GET", "/v1/reconcile").body, Months).months
        held: dict[str, str] = {}
        for month in months:
            held |= decode(here.ask(self.laptop, "GET", f"/v1/reconcile/{month.month}").body, MonthHeld).held
        return held

    def reconcile(self, here: InProcess) -> None:
        """Send again what the endpoint has no more."""
        there = self.held_there(here)
        self.bring(here, {one: body for one, body in self.sent.items() if one not in there})

    def erase(self, here: InProcess, envelope: str, *, keeps_bytes: bool = False) -> None:
        """Have an envelope erased; ``keeps_bytes`` for a laptop that was put back from a copy itself."""
        asked = Erasure(str(uuid4()), self.laptop.id, (envelope,), ErasureWhy.ASKED)
        signed = SignedErasure(asked, self.laptop.sign(Kind.ERASURE, asked))
        assert here.ask(self.laptop, "PUT", f"/v1/erasures/{asked.id}", encode(signed)).status == 200
        if not keeps_bytes:
            del self.sent[envelope]

    def standing(self, here: InProcess) -> Standing:
        """Make contact."""
        return decode(here.ask(self.laptop, "POST", "/v1/contact", encode(Contact(2, "", 0))).body, Standing)


def test_the_drill_an_old_backup_is_put_back_under_ten_laptops(here: InProcess, tmp_path: Path) -> None:
    holders = [Holder(here.enrolled()) for _ in range(DEVICES)]
    for holder in holders:
        holder.send(here, 3)
    before_backup = next(iter(holders[0].sent))
    erased = next(iter(holders[1].sent))
    backup = tmp_path / "old.backup"
    take_backup(here.door, backup)
    assert holders[0].standing(here).verified == {}
    epoch = here.door.house.store_epoch
    place = verify_backup(here.door, backup).server_seq
    assert holders[0].standing(here).verified == {epoch: place}

    # After the backup: more is sent, a laptop joins, one is ordered to be wiped, and something is erased.
    for holder in holders:
        holder.send(here, 2)
    holders.append(Holder(here.enrolled()))
    holders[-1].send(here, 2)
    holders[1].erase(here, erased, keeps_bytes=True)
    order = give_order(here.office, holders[2].laptop.id, OrderKind.REVOKE, by=("A. Holder",))
    take_orders(here.door, [write(order, tmp_path / "order.json")])

    here.put_back(backup)
    assert here.door.house.store_epoch != epoch
    assert holders[0].standing(here).verified == {epoch: place}
    assert holders[2].standing(here).standing == "revoked"
    for holder in holders:
        holder.reconcile(here)
        holder.reconcile(here)
    assert erased not in holders[1].sent  # its own copy went with the endpoint's signed word
    for holder in holders:
        assert set(holder.held_there(here)) == set(holder.sent)
    assert before_backup in holders[0].held_there(here)
    with here.door.store.transaction() as tx:
        listed = [row.envelope for row in tx.connection.exec_driver_sql("select envelope from erasures")]
        count = tx.connection.exec_driver_sql("select count(*) from envelopes where kind <> 'erased'").scalar_one()
    assert erased in listed
    assert count == sum(len(holder.sent) for holder in holders)
    heard = decode(here.ask(holders[1].laptop, "GET", "/v1/erasures").body, ErasedList)
    assert [word.erased.envelope for word in heard.erased] == [erased]


def test_a_store_put_back_by_other_means_is_noticed_by_its_file(here: InProcess) -> None:
    epoch = here.door.house.store_epoch
    here.door.house.outside.write_epoch("the one it had before somebody copied files")
    here.door.close()
    here.door = open_door(here.settings)
    assert here.door.house.store_epoch != epoch
    assert here.door.house.outside.epoch() == here.door.house.store_epoch


def test_a_backup_that_was_changed_or_cut_is_no_backup_and_nothing_is_touched(here: InProcess, tmp_path: Path) -> None:
    holder = Holder(here.enrolled())
    holder.send(here, 2)
    backup = tmp_path / "whole.backup"
    take_backup(here.door, backup)
    whole = backup.read_bytes()
    said, refused = list(backups.read(backup)), 0
    for place, flip in itertools.product(range(0, len(whole), max(len(whole) // PLACES, 1)), (1, 128)):
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :])
        try:
            assert list(backups.read(backup)) == said  # a bit that squeezing leaves unused changes no word
        except backups.NotWhole:
            with pytest.raises(NotReady):
                restore(here.settings, backup)
            refused += 1
    assert refused > PLACES
    backup.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotReady):
        verify_backup(here.door, backup)
    with pytest.raises(NotReady):
        take_backup(here.door, backup)
    assert set(holder.held_there(here)) == set(holder.sent)


def test_the_drill_at_the_command_line(quiet_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, backup = ["--folder", str(quiet_folder)], str(tmp_path / "one.backup")
    assert main(["backup", *folder, backup]) == 0
    assert main(["backup", *folder, backup]) == 1
    assert "left as it is" not in capsys.readouterr().out
    assert main(["verify", *folder, backup]) == 0
    assert main(["restore", *folder, backup]) == 0
    assert "without what was erased" in capsys.readouterr().out
    assert [file.name for file in quiet_folder.glob("endpoint.db.before-*")]
    assert main(["restore", *folder, str(tmp_path / "nowhere")]) == 1
    with closing(open_door(Settings(quiet_folder))) as door:
        assert door.house.outside.verified()


def test_a_backup_holds_no_private_key(quiet_folder: Path, tmp_path: Path) -> None:
    import zstandard

    with closing(open_door(Settings(quiet_folder))) as door:
        take_backup(door, tmp_path / "one.backup")
        key = door.house.receipt_key.private_bytes_raw()
    with (tmp_path / "one.backup").open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as plain:
        said = plain.read()
    assert key not in said
    assert to_text(key).encode() not in said
    assert datetime.now(UTC).strftime("%Y-%m-%d").encode() in said


def test_what_was_recorded_of_people_since_a_backup_is_not_forgotten(here: InProcess, tmp_path: Path) -> None:
    gone, stays = here.enrolled(), here.enrolled("Jo Whitfield")
    take_backup(here.door, tmp_path / "old.backup")
    late = here.enrolled("Ann Lee")
    with here.door.store.transaction() as tx:
        account = find_account_of_device(tx, gone.id)
    assert account is not None
    set_state(here.door, account.account, AccountState.LEFT, "Sam Okafor")
    here.put_back(tmp_path / "old.backup")
    with here.door.store.transaction() as tx:
        good = [bool(found.good_until) for one in (gone, stays, late) if (found := find_device(tx, one.id)) is not None]
    assert good == [False, True, True]
