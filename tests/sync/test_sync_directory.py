"""The directory is read again when there is a newer one; never an older, another root's or another authority's."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from ambleton import Town, serving
from couriers import Courier, author
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from app.storage import audit, enrolment
from app.sync.believing import Believing
from app.sync.client import EndpointClient
from authority.keys import read_signing_key
from authority.orders import renew_directory
from endpoint.office import open_door, publish_directory
from endpoint.settings import Settings
from protocol.codec import decode
from protocol.messages import Directory, SignedDirectory
from protocol.statements import Kind, public_text, sign


class Shows(EndpointClient):
    """A cable on which another directory is shown than the endpoint has."""

    shown: SignedDirectory
    held: Collection[str] = ()

    def authority(self) -> SignedDirectory:
        """Hear of the one that is to be shown."""
        return self.shown

    def hold_to(self, pins: Collection[str]) -> None:
        """Remember to which keys."""
        self.held = pins


def kept_by(jo: Courier) -> Directory:
    found = jo.ask(enrolment.load)
    assert found is not None
    return decode(found.authority.encode(), SignedDirectory).directory


def test_a_newer_directory_is_read_at_the_next_round_and_kept(
    town: Town, tmp_path: Path, closing: Callable[[Courier], Courier]
) -> None:
    with serving(town.folder) as (address, _):
        jo = closing(author(Town(town.office, town.folder, address), tmp_path / "jo"))
        jo.round()
        before = kept_by(jo)
        renewed = renew_directory(town.office, name="Ambleton and Larkrise")
        door = open_door(Settings(town.folder))
        publish_directory(door, town.office.for_the_endpoint / "directory.json")
        door.close()
        jo.round()
        assert (kept_by(jo).serial, kept_by(jo).name) == (before.serial + 1, "Ambleton and Larkrise")
        assert kept_by(jo) == renewed.directory
        assert jo.ask(audit.verify) is None


def test_a_directory_that_names_the_keys_of_the_wire_is_held_to_at_once(jo: Courier) -> None:
    held, cable, believing = jo.workplace.directory, jo.cable(Shows), Believing(jo.workplace)
    said = replace(held.directory, serial=held.directory.serial + 1, tls_keys=("one", "spare"))
    root = read_signing_key(jo.town.office.offline / "root.key")
    cable.shown = SignedDirectory(said, held.root, sign(Kind.DIRECTORY, said, root))
    believing.renew(jo.thread, cable, said.serial, jo.watch)
    assert cable.held == ("one", "spare")


@pytest.mark.parametrize("change", ["older", "another root", "another authority", "practice", "altered"])
def test_no_other_directory_is_ever_taken(jo: Courier, change: str) -> None:
    held = jo.workplace.directory
    root = Ed25519PrivateKey.generate()
    newer = replace(held.directory, serial=held.directory.serial + 1)
    cable, believing = jo.cable(Shows), Believing(jo.workplace)
    said = {
        "older": replace(held.directory, serial=held.directory.serial),
        "another root": newer,
        "another authority": replace(newer, authority="E06000001"),
        "practice": replace(newer, practice=not newer.practice),
        "altered": newer,
    }[change]
    own_root = public_text(root) if change == "another root" else held.root
    signing = jo.town.office.offline / "root.key" if change not in {"another root", "altered"} else None
    key = read_signing_key(signing) if signing is not None else root
    cable.shown = SignedDirectory(said, own_root, sign(Kind.DIRECTORY, said, key))
    believing.renew(jo.thread, cable, held.directory.serial + 1, jo.watch)
    assert believing.directory == held
    assert kept_by(jo) == held.directory
    assert cable.held == ()
