"""The drill of a renewed receipt key: old receipts hold, and the new key is learnt from the root's word alone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing as closing_door
from pathlib import Path

import pytest
from ambleton import Town, serving
from couriers import Courier, author
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from larkrise import new_office
from msgspec.structs import replace

from app.domain.ids import EnvelopeId
from app.sealing.envelopes import check_receipt
from app.storage import audit, enrolment
from app.sync.client import EndpointClient
from app.sync.status import Reach
from authority.__main__ import main as authority
from authority.keys import read_signing_key
from endpoint.cli import main as endpoint
from endpoint.office import open_door
from endpoint.proving import opened, seal
from endpoint.storage.authorities import find_directory
from endpoint.storage.factors import Factor, find_factor, keep_factor
from protocol.codec import decode
from protocol.messages import Directory, SignedDirectory, SignedReceipt
from protocol.statements import Kind, public_text, sign

Closing = Callable[[Courier], Courier]


class Forged(EndpointClient):
    """A cable on which somebody names the new key in a directory of their own making."""

    names: str

    def authority(self) -> SignedDirectory:
        """Hear of the directory, with its key put in and signed by nobody we know."""
        true = super().authority().directory
        said = replace(true, serial=true.serial + 1, receipt_keys=(self.names,))
        root = Ed25519PrivateKey.generate()
        return SignedDirectory(said, public_text(root), sign(Kind.DIRECTORY, said, root))


def key_of(town: Town) -> str:
    return public_text(read_signing_key(town.folder / "receipt.key"))


def renew(town: Town, out: Path) -> str:
    """Renew the key by the two commands; return the new one."""
    assert authority(["renew-receipt-key", "--out", str(out), str(town.office.folder)]) == 0
    assert endpoint(["renew-key", str(out), "--data", str(town.folder)]) == 0
    return key_of(town)


def believed_by(courier: Courier) -> Directory:
    found = courier.ask(enrolment.load)
    assert found is not None
    return decode(found.authority.encode(), SignedDirectory).directory


def keys_believed(courier: Courier) -> tuple[str, ...]:
    return believed_by(courier).receipt_keys


def signed_by(courier: Courier) -> set[str]:
    return {decode(row.receipt.encode(), SignedReceipt).key for row in courier.rows() if row.receipt}


def again(courier: Courier) -> SignedReceipt:
    """Send what was received once more, as after a lost answer, and return the receipt."""
    row = courier.rows()[0]
    return courier.cable(EndpointClient).put(courier.sealed_file(row).read_bytes(), row.envelope)


def test_old_receipts_hold_the_new_key_is_learnt_and_an_old_backup_comes_back_under_it(
    town: Town, tmp_path: Path, closing: Closing
) -> None:
    old = key_of(town)
    with serving(town.folder) as (address, _):
        there = Town(town.office, town.folder, address)
        jo, priya = (closing(author(there, tmp_path / name)) for name in ("jo", "priya"))
        jo.round()
        assert (set(jo.states()), signed_by(jo)) == ({"received"}, {old})
    assert endpoint(["backup", str(tmp_path / "before.backup"), "--data", str(town.folder)]) == 0
    new = renew(town, tmp_path / "renewal")
    with serving(town.folder, "--port", address.rpartition(":")[2]):
        # Whoever has not heard of the new key believes no receipt of it, and no directory that the root did not sign.
        cable = priya.cable(Forged)
        cable.names = new
        priya.round(cable)
        assert (set(priya.states()), keys_believed(priya)) == ({"waiting"}, (old,))
        priya.watch.wait(days=1)
        for courier, key in ((jo, old), (priya, new)):
            assert courier.round().status.reach is Reach.REACHED
            assert (set(courier.states()), signed_by(courier)) == ({"received"}, {key})
            assert keys_believed(courier) == (new, old)
            assert courier.ask(audit.verify) is None
        receipt, row = again(jo), jo.rows()[0]
        assert receipt.key == old
        check_receipt(receipt, believed_by(jo), id=EnvelopeId(row.envelope), sha256=row.sha256)
    assert endpoint(["restore", str(tmp_path / "before.backup"), "--data", str(town.folder)]) == 0
    with closing_door(open_door(town.settings)) as door, door.store.transaction() as tx:
        assert public_text(door.house.receipt_key) == new
        assert find_directory(tx).directory.receipt_keys == (new, old)


def test_second_factors_go_over_to_the_new_key(town: Town, tmp_path: Path) -> None:
    secret = bytes(range(20))
    with closing_door(open_door(town.settings)) as door, door.store.transaction() as tx:
        whose = f"{tx.authority} rachel"
        keep_factor(tx, "rachel", Factor(seal(door.house.receipt_key, whose, secret), "2026-11-26T10:00:00Z", used=7))
    renew(town, tmp_path / "renewal")
    with closing_door(open_door(town.settings)) as door, door.store.transaction() as tx:
        kept = find_factor(tx, "rachel")
        assert kept is not None
        assert (kept.set_up_at, kept.used) == ("2026-11-26T10:00:00Z", 7)
        assert opened(door.house.receipt_key, whose, kept.sealed) == secret


def test_no_other_authoritys_key_an_older_directory_or_one_without_the_key_in_use_is_taken(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, before = ["--data", str(town.folder)], key_of(town)
    other = new_office(tmp_path / "other")
    assert endpoint(["renew-key", str(other.for_the_endpoint), *where]) == 1
    assert "is not one of this authority" in capsys.readouterr().err
    new = renew(town, tmp_path / "first")
    assert endpoint(["renew-key", str(tmp_path / "first"), *where]) == 0  # as after a power cut: nothing is changed
    newest = renew(town, tmp_path / "second")
    assert endpoint(["renew-key", str(tmp_path / "first"), *where]) == 1
    assert "does not name the receipt key that is in use" in capsys.readouterr().err
    assert len({before, new, newest}) == 3
    assert key_of(town) == newest
    assert (town.folder / "receipt.key").stat().st_mode & 0o777 == 0o600
    assert authority(["renew-receipt-key", "--out", str(tmp_path / "second"), str(town.office.folder)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert town.office.directory().directory.receipt_keys == (newest, new, before)
