"""A further epoch of the desk key comes into force with its directory or not at all; who was left out reads no more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from ambleton import Laptop
from knocking import BY_PATH, Letter, enrol

from authority.__main__ import main as authority
from authority.office import Office
from authority.orders import give_order, renew_directory, write
from endpoint.accounting import set_state
from endpoint.accounts import AccountState
from endpoint.cli import main as endpoint
from endpoint.door import Door
from endpoint.office import open_door, take_orders
from endpoint.settings import Settings
from endpoint.storage.authorities import find_directory
from endpoint.visit import Answer
from protocol.codec import decode, encode
from protocol.deskkeys import Coordinators, DeskKeys
from protocol.messages import Changes
from protocol.orders import OrderKind


@dataclass
class Desk:
    """An office, its endpoint in this process, and three coordinators' laptops beside an author's."""

    folder: Path
    office: Office
    door: Door

    def __post_init__(self) -> None:
        self.priya, self.sam, self.rachel = (self.joined(name) for name in ("Priya", "Sam", "Rachel"))
        self.jo = self.joined("Jo", "practitioner")

    def joined(self, name: str, role: str = "coordinator", *, hours_ago: int = 1) -> Laptop:
        """Return the laptop of somebody whose letter was written then, and held the keys of then."""
        return enrol(self.office, self.door, name, role, datetime.now(UTC) - timedelta(hours=hours_ago))[0]

    def ask(self, laptop: Laptop, method: str, path: str, body: bytes = b"", **of_path: str) -> Answer:
        resource, now = BY_PATH[method, path], int(self.door.now().timestamp())
        return self.door.respond(resource, Letter(resource, laptop, now, of_path, body).asked())

    def sent(self, key: str) -> str:
        envelope, body = self.jo.envelope(key)
        assert self.ask(self.jo, "PUT", "/v1/envelopes/{id}", body, id=envelope).status == 201
        return envelope

    def listed(self, laptop: Laptop) -> set[str]:
        changes = decode(self.ask(laptop, "GET", "/v1/changes").body, Changes)
        return {signed.header.id for signed in changes.headers}

    def make(self, name: str, *left_out: Laptop) -> Path:
        """Make an epoch by the two commands; return its folder."""
        file = self.folder / f"{name}.json"
        assert endpoint(["coordinators", "--out", str(file), "--data", str(self.folder / "endpoint")]) == 0
        out = [word for one in left_out for word in ("--leave-out", one.id)]
        line = ["new-desk-key", "--coordinators", str(file), "--out", str(self.folder / name), *out, "--yes"]
        assert authority([*line, str(self.office.folder)]) == 0
        return self.folder / name

    def publish(self, **files: Path) -> int:
        line = [word for name, file in files.items() for word in (f"--{name.replace('_', '-')}", str(file))]
        return endpoint(["publish", *line, "--data", str(self.folder / "endpoint")])

    def put_into_force(self, made: Path) -> None:
        assert self.publish(desk_keys=made / "desk-keys.json", directory=made / "directory.json") == 0

    def in_force(self) -> set[str]:
        with self.door.store.transaction() as tx:
            return set(find_directory(tx).directory.desk)


@pytest.fixture
def desk(quiet_folder: Path) -> Iterator[Desk]:
    with closing(open_door(Settings(quiet_folder))) as door:
        yield Desk(quiet_folder.parent, Office.open(quiet_folder.parent / "office"), door)


def problem(answer: Answer) -> str:
    return str(json.loads(answer.body)["type"]).removeprefix("urn:ecaf:problem:")


def test_who_was_left_out_reads_nothing_sealed_since_and_who_joins_later_reads_all(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    old = desk.sent("desk-1")
    desk.put_into_force(desk.make("second", desk.rachel))
    assert "1 of the coordinators' laptops that are still in use cannot read" in capsys.readouterr().out
    new, late = desk.sent("desk-2"), desk.sent("desk-1")
    later = desk.joined("Later", hours_ago=0)
    for laptop in (desk.priya, desk.sam, later):
        assert desk.listed(laptop) == {old, new, late}
        assert desk.ask(laptop, "GET", "/v1/envelopes/{id}", id=new).status == 200
    assert desk.listed(desk.rachel) == {old, late}
    assert problem(desk.ask(desk.rachel, "GET", "/v1/envelopes/{id}", id=new)) == "not.found"
    assert desk.listed(desk.jo) == set()
    desk.put_into_force(desk.make("third", desk.sam))
    newest = desk.sent("desk-3")
    assert desk.in_force() == {"desk-3"}
    assert desk.listed(desk.priya) == desk.listed(later) == {old, new, late, newest}
    assert desk.listed(desk.sam) == {old, new, late}
    assert desk.listed(desk.rachel) == {old, late, newest}  # who was left out once and named again


def test_each_laptop_is_handed_what_was_sealed_to_it_and_nobody_elses(desk: Desk) -> None:
    assert problem(desk.ask(desk.priya, "GET", "/v1/desk-keys")) == "not.found"  # before there is a second key
    desk.put_into_force(desk.make("second", desk.rachel))
    desk.put_into_force(desk.make("third"))
    for laptop, keys in ((desk.priya, ["desk-2", "desk-3"]), (desk.rachel, ["desk-3"])):
        own = decode(desk.ask(laptop, "GET", "/v1/desk-keys").body, DeskKeys).keys
        assert [one.desk_key.key for one in own] == keys
        assert {one.desk_key.device for one in own} == {laptop.id}
    assert problem(desk.ask(desk.jo, "GET", "/v1/desk-keys")) == "not.found"
    order = give_order(desk.office, desk.sam.id, OrderKind.REVOKE, by=("A. Holder",))
    take_orders(desk.door, [write(order, desk.folder / "order.json")])
    assert problem(desk.ask(desk.sam, "GET", "/v1/desk-keys")) == "device.revoked"


def test_the_file_for_the_office_holds_coordinators_who_work_here_with_a_laptop_that_is_not_revoked(
    desk: Desk,
) -> None:
    order = give_order(desk.office, desk.sam.id, OrderKind.REVOKE, by=("A. Holder",))
    take_orders(desk.door, [write(order, desk.folder / "order.json")])
    for name, state in (("Left", AccountState.LEFT), ("Away", AccountState.SUSPENDED)):
        _, account = enrol(desk.office, desk.door, name, "coordinator")
        set_state(desk.door, account, state, "Sam Okafor")
    desk.make("second")
    found = decode((desk.folder / "second.json").read_bytes(), Coordinators)
    assert {one.invitation.name for one in found.certificates} == {"Priya", "Rachel", "Away"}
    line = ["coordinators", "--out", str(desk.folder / "second.json"), "--data", str(desk.folder / "endpoint")]
    assert endpoint(line) == 1  # a file that is there is left as it is


def test_neither_comes_into_force_without_the_other_nor_in_another_order(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (desk.folder / "endpoint" / "given.log").read_bytes()
    second, third = desk.make("second"), desk.make("third")
    keys, names = second / "desk-keys.json", second / "directory.json"
    cut = desk.folder / "cut.json"
    said = decode(keys.read_bytes(), DeskKeys)
    cut.write_bytes(encode(DeskKeys(said.format, (said.keys[0], said.keys[0]))))
    elsewhere = desk.folder / "elsewhere.json"
    one = decode((third / "desk-keys.json").read_bytes(), DeskKeys).keys[0]
    elsewhere.write_bytes(encode(DeskKeys(said.format, (said.keys[0], one))))
    for words, files in {
        "names another desk key": {"directory": names},
        "needs the directory": {"desk_keys": keys},
        "does not name the desk key": {"desk_keys": keys, "directory": third / "directory.json"},
        "whole and signed": {"desk_keys": names, "directory": names},
        "no desk key of this authority": {"desk_keys": cut, "directory": names},
        "is no desk key of this": {"desk_keys": elsewhere, "directory": names},
    }.items():
        assert desk.publish(**files) == 1
        assert words in capsys.readouterr().err
    renewal = desk.folder / "renewal"
    assert authority(["renew-receipt-key", "--out", str(renewal), str(desk.office.folder)]) == 0
    assert endpoint(["renew-key", str(renewal), "--data", str(desk.folder / "endpoint")]) == 1
    assert "names another desk key" in capsys.readouterr().err
    assert desk.in_force() == {"desk-1"}
    assert (desk.folder / "endpoint" / "given.log").read_bytes() == given
    desk.put_into_force(third)  # the second was never used: the third follows the first
    assert desk.publish(desk_keys=keys, directory=names) == 1
    renewed = write(renew_directory(desk.office, name="Ambleton and Beckford"), desk.folder / "renewed.json")
    assert desk.publish(directory=renewed) == 0
    assert desk.in_force() == {"desk-3"}


def test_a_backup_of_before_comes_back_in_the_newest_epoch(desk: Desk) -> None:
    where = ["--data", str(desk.folder / "endpoint")]
    old = desk.sent("desk-1")
    assert endpoint(["backup", str(desk.folder / "before.backup"), *where]) == 0
    desk.put_into_force(desk.make("second", desk.rachel))
    desk.door.close()
    assert endpoint(["restore", str(desk.folder / "before.backup"), *where]) == 0
    desk.door = open_door(Settings(desk.folder / "endpoint"))
    assert desk.in_force() == {"desk-2"}
    new = desk.sent("desk-2")
    assert (desk.listed(desk.priya), desk.listed(desk.rachel)) == ({old, new}, {old})
    assert desk.ask(desk.priya, "GET", "/v1/desk-keys").status == 200
    desk.door.close()
