"""Sealed files after a crash, and after an older copy of the database was put back: none that somebody signed is lost,
and none of a child who was erased is left.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from larkrise import FORMS, MASON, PASSPHRASE, Laptop, Visit, cut_short

from app.domain.ids import RecordId
from app.operations.families import erase_child
from app.operations.finishing import final_version, sign_and_finish
from app.operations.unlocking import after_unlocking
from app.storage import outbox, sealed
from app.storage.vault import open_vault


def unlocked(laptop: Laptop) -> Laptop:
    """Lock a laptop if it is open, and unlock it as the program does."""
    laptop.vault.lock()
    vault = open_vault(laptop.vault.folder, PASSPHRASE)
    with vault.transaction() as tx:
        workplace = after_unlocking(tx, vault, FORMS, laptop.watch)
    assert workplace is not None
    return Laptop(vault, workplace, laptop.watch)


def copied(laptop: Laptop, to: Path) -> Path:
    """Copy the database of a laptop, as a backup made before the visit would have."""
    laptop.vault.checkpoint()
    shutil.copy(laptop.vault.folder / "vault.db", to)
    return to


def put_back(laptop: Laptop, copy: Path) -> Laptop:
    """Put a copy of the database in the place of the one that is there, and unlock."""
    laptop.vault.lock()
    shutil.copy(copy, laptop.vault.folder / "vault.db")
    return unlocked(laptop)


def standing(laptop: Laptop) -> dict[str, bytes]:
    """Return the sealed files that stand where the courier looks for them."""
    return {path.name: path.read_bytes() for path in laptop.vault.sealed.iterdir() if path.is_file()}


def everywhere(laptop: Laptop) -> set[bytes]:
    """Return every sealed file beside the vault, wherever it stands."""
    return {path.read_bytes() for path in laptop.vault.sealed.rglob("*") if path.is_file()}


def rows(laptop: Laptop) -> frozenset[str]:
    """Return the names that rows give to files."""
    with laptop.vault.transaction() as tx:
        return outbox.all_files(tx)


def test_an_older_database_put_back_costs_no_sealed_copy(ready: Visit, tmp_path: Path) -> None:
    older = copied(ready.laptop, tmp_path / "older.db")
    ready.sign()
    signed = standing(ready.laptop)
    assert len(signed) == 2
    laptop = put_back(ready.laptop, older)
    assert rows(laptop) == frozenset()
    assert everywhere(laptop) == set(signed.values())
    laptop.vault.lock()


def test_with_the_newer_database_again_each_file_stands_where_its_row_says(ready: Visit, tmp_path: Path) -> None:
    older = copied(ready.laptop, tmp_path / "older.db")
    ready.sign()
    signed, newer = standing(ready.laptop), copied(ready.laptop, tmp_path / "newer.db")
    laptop = put_back(put_back(ready.laptop, older), newer)
    assert standing(laptop) == signed
    assert rows(laptop) == set(signed)
    laptop.vault.lock()


def test_what_was_sealed_for_an_act_that_never_was_is_gone_at_the_next_unlock(ready: Visit) -> None:
    laptop = ready.laptop
    with laptop.vault.transaction() as tx:
        final = final_version(tx, laptop.workplace, ready.episode)
    with cut_short(laptop.vault) as tx:
        sign_and_finish(tx, laptop.workplace, final)
    assert len(everywhere(laptop)) == 2
    laptop = unlocked(laptop)
    assert everywhere(laptop) == set()
    assert Visit(laptop, ready.started).written() == MASON
    laptop.vault.lock()


def test_a_crash_between_the_commit_and_the_name_leaves_a_file_that_can_be_sent(ready: Visit) -> None:
    ready.sign()
    laptop, signed = ready.laptop, standing(ready.laptop)
    for name in signed:
        (laptop.vault.sealed / name).rename(laptop.vault.sealed / f"{name}.pending")
    assert {name: sealed.read(laptop.vault.sealed, name) for name in signed} == signed
    laptop = unlocked(laptop)
    assert standing(laptop) == signed
    laptop.vault.lock()


def test_a_child_whose_erasing_was_cut_short_leaves_no_sealed_file(ready: Visit) -> None:
    ready.sign()
    laptop = ready.laptop
    with laptop.vault.transaction() as tx:
        assert len(erase_child(tx, laptop.workplace, ready.started.child)) == 2
    laptop = unlocked(laptop)
    assert everywhere(laptop) == set()
    laptop.vault.lock()


def test_the_file_of_a_voided_envelope_is_gone_at_the_next_unlock(ready: Visit) -> None:
    ready.sign()
    laptop, record = ready.laptop, ready.signed[0][0].statement.record
    with laptop.vault.transaction() as tx:
        released = next(row for row in outbox.of_record(tx, RecordId(record)) if row.kind is outbox.OutboxKind.RELEASED)
        outbox.void(tx, released.envelope)
    laptop = unlocked(laptop)
    assert len(everywhere(laptop)) == 1
    assert released.file not in standing(laptop)
    laptop.vault.lock()
