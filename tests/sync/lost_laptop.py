"""A laptop that is lost or damaged, and all it takes to have its owner's work on a new one; every part is real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from typing import TypeVar, cast

from ambleton import Town
from couriers import over_the_network
from larkrise import AGREED_TO_SHARE, MASON, Laptop, Visit

from app.domain.record import RecordKind
from app.operations.moving import TakenIn, new_laptop_file, take_in_each
from app.operations.safekeeping import Lost, lost_work, prepare
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.storage.vault import Vault
from app.sync.client import EndpointClient
from app.sync.engine import Engine, Round
from authority.resealing import Count
from endpoint.cli import main as endpoint_command
from protocol.codec import decode
from protocol.messages import Certificate

T = TypeVar("T")
KEY = "escrow-1"
_NAMES = count(1)


@dataclass(frozen=True)
class OnThisThread:
    """A vault asked on the thread of the test itself."""

    vault: Vault

    def ask(self, work: Callable[[Transaction], T]) -> T:
        """Do work in a transaction of its own."""
        with self.vault.transaction() as tx:
            return work(tx)


@dataclass
class Owner:
    """Somebody nobody else in town is called like, with as many laptops as she is given."""

    town: Town
    folder: Path
    name: str = ""

    def __post_init__(self) -> None:
        """Take a name that nobody has."""
        self.name = self.name or f"Jo Whitfield {next(_NAMES)}"

    def laptop(self, called: str) -> Laptop:
        """Return one of her laptops, enrolled at the endpoint."""
        return Laptop.new(self.folder / called, over_the_network(self.town, "practitioner", self.name))


def sync(laptop: Laptop) -> Round:
    """Run one round as the program does."""
    place = laptop.workplace
    with EndpointClient(place.endpoint, place.device, place.secrets.signing) as client:
        thread = cast(VaultThread, OnThisThread(laptop.vault))
        engine = Engine(
            thread,
            client,
            reader=place,
            clock=laptop.watch,
            random=Random(7),
            prepare=partial(prepare, workplace=place),
        )
        return engine.run_round()


def begin(laptop: Laptop, given: str) -> Visit:
    """Begin with a family that agreed to be recorded, and write a first draft."""
    visit = laptop.visit()
    visit.start()
    visit.write({**MASON, "id.given": given})
    return visit


def finish(visit: Visit) -> Visit:
    """Finish what was begun."""
    visit.write(AGREED_TO_SHARE, RecordKind.SHARING)
    visit.sign()
    return visit


def exported(town: Town, new: Laptop, folder: Path) -> Path:
    """Have the operator write out what all other laptops of this person sent to safe keeping."""
    file, out = folder / "new.ecaf-laptop", folder / "kept"
    file.write_bytes(new_laptop_file(new.workplace))
    said = ["export-kept", "--folder", str(town.folder), "--for", str(file), "--out", str(out)]
    assert endpoint_command(said) == 0
    return out


def resealed(town: Town, envelopes: Path, new: Laptop, holders: str = "AB", key: str = KEY) -> tuple[Path, Count]:
    """Have two holders seal a folder of envelopes to the new laptop."""
    out = envelopes.with_name(f"{envelopes.name}-for-{new.workplace.device}")
    to = decode(new_laptop_file(new.workplace), Certificate)
    codes = {seat: town.office.codes[key][seat] for seat in holders}
    return out, town.office.reseal(envelopes, to, key, codes, out)


def taken(folder: Path, new: Laptop) -> TakenIn:
    """Have the new laptop take in a folder."""
    files = [(file.name, file.read_bytes()) for file in sorted(folder.iterdir())]
    return take_in_each(OnThisThread(new.vault).ask, new.workplace, files)


def brought_back(town: Town, new: Laptop, folder: Path) -> TakenIn:
    """Go the whole way from the endpoint to the new laptop."""
    out, counted = resealed(town, exported(town, new, folder), new)
    assert counted.left == ()
    return taken(out, new)


def finished_on(laptop: Laptop) -> set[tuple[str, int]]:
    """Return every finished assessment, by record and version."""
    with laptop.vault.transaction() as tx:
        rows = tx.all("SELECT record, version FROM records WHERE kind = 'assessment'")
        return {(row["record"], row["version"]) for row in rows}


def lost_on(laptop: Laptop) -> tuple[Lost, ...]:
    """Return what this laptop is told that another took with it."""
    with laptop.vault.transaction() as tx:
        return lost_work(tx)
