"""A practitioner's laptop to be killed over: three families on one vault, each at another point of the way."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from larkrise import (
    AGREED_TO_SHARE,
    AGREED_TO_START,
    FORMS,
    MASON,
    PASSPHRASE,
    PRIVATE,
    Laptop,
    Watch,
    by_hand,
    new_office,
)

from app.domain.answers import Answers
from app.domain.ids import ChildId, EpisodeId
from app.domain.record import RecordKind
from app.operations.finishing import change_something
from app.operations.keeping import Unsaved, keep
from app.operations.moving import carry_out, new_laptop_file, read_successor
from app.operations.unlocking import after_unlocking
from app.storage import outbox
from app.storage.drafts import Place
from app.storage.outbox import OutboxKind
from app.storage.vault import Vault, open_vault
from rigs.day import new_place

DUE: Answers = {"co.review": "2027-02-01", "ac/4f1c22ab/ac.when": "2026-11-30"}
LEANNE: Answers = {
    **MASON,
    **DUE,
    "id.given": "Tyler",
    "id.family": "Marsh",
    "d1.behaviour.strengths": "Builds tall towers.",
}
ERIN: Answers = {"id.given": "Erin", "id.family": "Walsh", "as.reason": "Erin looks after her mum before school."}
CHECKED: Answers = {"pre.q1.note": "A cough since September"}
GOLDEN = Path(__file__).parent.parent.parent / "migrations" / "golden" / "0.1.0"
COORDINATOR, NEW_LAPTOP, ARRIVED = "coordinator", "new laptop", "arrived"
_NOBODY = (EpisodeId(""), EpisodeId(""), ChildId(""), EpisodeId(""))
WRITING_AT = "d1.behaviour.strengths"

MARKS = (
    *(str(text) for text in (*MASON.values(), *LEANNE.values(), *ERIN.values()) if len(str(text)) > len("2020-10-09")),
    *(str(text) for text in CHECKED.values()),
    "Carly Reid",
    PRIVATE,
    PASSPHRASE,
)
"""Words of these families, and the passphrase: to be found in no file, ever."""


@dataclass(frozen=True)
class Desk:
    """Where the vault is, and the families: ready to be signed, signed already, and not asked yet."""

    folder: Path
    ready: EpisodeId
    signed: EpisodeId
    signed_child: ChildId
    unasked: EpisodeId

    @classmethod
    def at(cls, folder: Path) -> Desk:
        """Return the desk whose vault is in ``folder``."""
        said = json.loads((folder.parent / "desk.json").read_text(encoding="utf-8"))
        return cls(folder, *(said[name] for name in ("ready", "signed", "signed_child", "unasked")))

    def copied(self, place: Path) -> Desk:
        """Return the same desk at another place, the vault with every byte of it."""
        shutil.copytree(self.folder.parent, place)
        return Desk.at(place / self.folder.name)


def new_desk(place: Path) -> Desk:
    """Lay out the families and lock the vault."""
    laptop = Laptop.new(place / "vault", by_hand(new_office(place.parent / "office"), "practitioner"))
    signed = laptop.visit()
    signed.start()
    signed.write(LEANNE)
    signed.write(AGREED_TO_SHARE, RecordKind.SHARING)
    signed.sign()
    ready = laptop.visit()
    ready.write(CHECKED, RecordKind.CHECKLIST)
    ready.start()
    ready.write(AGREED_TO_SHARE, RecordKind.SHARING)
    ready.write({**MASON, **DUE})
    unasked = laptop.visit()
    unasked.write(AGREED_TO_START, RecordKind.START)
    unasked.write(ERIN)
    with laptop.vault.transaction() as tx:
        note = Unsaved(notes={(ready.episode, "note"): PRIVATE, (signed.episode, "older note"): PRIVATE})
        note.places[ready.draft(tx, RecordKind.ASSESSMENT)] = Place(WRITING_AT, len(str(MASON[WRITING_AT])))
        keep(tx, note, laptop.watch.now())
    laptop.vault.lock()
    return _named(Desk(place / "vault", ready.episode, signed.episode, signed.started.child, unasked.episode))


def desk_of_another_age(place: Path) -> Desk:
    """Lay out the vault that the first released version wrote."""
    shutil.copytree(GOLDEN, place / "vault")
    return _named(Desk(place / "vault", *_NOBODY))


def desk_for_a_day(place: Path) -> Desk:
    """Make a vault with nobody in it."""
    new_place(place / "vault")
    return _named(Desk(place / "vault", *_NOBODY))


def other_desks(place: Path) -> dict[str, Desk]:
    """Lay out a coordinator's laptop and a new one of the same practitioner, and beside each what came for it."""
    office = new_office(place / "office")
    old = Laptop.new(place / "old" / "vault", by_hand(office, "practitioner"))
    coordinator = Laptop.new(place / COORDINATOR / "vault", by_hand(office, "coordinator"))
    new = Laptop.new(place / NEW_LAPTOP / "vault", by_hand(office, "practitioner"))
    signed, changed = old.finished_visit(), old.finished_visit({**AGREED_TO_SHARE, "c2.withheld": ()})
    with old.vault.transaction() as tx:
        change_something(tx, old.workplace, changed.episode)
        rows = [row for visit in (signed, changed) for row in outbox.of_record(tx, visit.signed[0][0].statement.record)]
        to = read_successor(old.workplace, new_laptop_file(new.workplace))
        (place / NEW_LAPTOP / ARRIVED).mkdir()
        carry_out(tx, old.workplace, to, place / NEW_LAPTOP / ARRIVED, with_drafts=True)
    (place / COORDINATOR / ARRIVED).mkdir()
    for row in (row for row in rows if row.kind is OutboxKind.RELEASED):
        shutil.copy(old.vault.sealed / row.file, place / COORDINATOR / ARRIVED)
    for laptop in (old, coordinator, new):
        laptop.vault.lock()
    return {name: _named(Desk(place / name / "vault", *_NOBODY)) for name in (COORDINATOR, NEW_LAPTOP)}


def _named(desk: Desk) -> Desk:
    """Write down beside the vault which families are on it."""
    named = {name: str(value) for name, value in asdict(desk).items() if name != "folder"}
    (desk.folder.parent / "desk.json").write_text(json.dumps(named), encoding="utf-8")
    return desk


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Laptop:
    """Unlock a laptop as the program does, at a quarter past ten."""
    vault, watch = open_vault(folder, passphrase), Watch()
    watch.wait(minutes=45)
    return unlocked(vault, watch)


def unlocked(vault: Vault, watch: Watch) -> Laptop:
    """Do what the program does after the passphrase."""
    with vault.transaction() as tx:
        workplace = after_unlocking(tx, vault, FORMS, watch)
    assert workplace is not None
    return Laptop(vault, workplace, watch)
