"""A damaged vault gives back all that can be read of it, says what it could not, and keeps every byte."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from larkrise import FORMS, MASON, PASSPHRASE, PRIVATE, Laptop, Watch, by_hand, everything_in

from app.domain.ids import EnvelopeId, RecordId
from app.domain.record import RecordKind
from app.operations.households import add_child
from app.operations.keeping import Unsaved, keep
from app.operations.rescuing import Rescue, rescue
from app.operations.unlocking import after_unlocking
from app.storage import (
    children,
    drafts,
    episodes,
    hand_ins,
    keys,
    outbox,
    private_notes,
    quick_notes,
    reasons,
    withdrawals,
)
from app.storage.folder import SET_ASIDE
from app.storage.hand_ins import HandIn
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.opened_keys import open_keys
from app.storage.salvage.rows import read_rows
from app.storage.seats import seats
from app.storage.troubles import VaultDamaged, WrongPassphrase
from app.storage.vault import Vault, open_vault
from app.storage.withdrawals import Withdrawn
from authority.office import Office

PAGE = 4096


@pytest.fixture
def place(tmp_path: Path, office: Office) -> Path:
    """Return Jo's place, locked: one family signed, one being written about, with a private note."""
    jo = Laptop.new(tmp_path / "home" / "vaults" / "old", by_hand(office, "practitioner"))
    jo.finished_visit()
    writing = jo.visit()
    writing.start()
    writing.write({**MASON, "id.given": "Ruby", "id.family": "Marsh"})
    with jo.vault.transaction() as tx:
        keep(tx, Unsaved(notes={(writing.episode, "1"): PRIVATE}), jo.watch.now())
        sealed = next(EnvelopeId(row["envelope"]) for row in tx.all("SELECT envelope FROM outbox"))
        hand_ins.add(tx, HandIn(sealed, "Priya Nair, early help desk", jo.watch.now(), "a receipt"))
        worker = jo.workplace.worker
        gone = Withdrawn(RecordId(str(uuid4())), worker.name, worker.agency, 1, "withdrawn", jo.watch.now())
        withdrawals.add(tx, gone)
    jo.vault.lock()
    return jo.vault.folder


def every_byte(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages_of(place: Path, *tables: str) -> list[int]:
    """Return the first page of each table, as the vault itself names it."""
    vault = open_vault(place, PASSPHRASE)
    with vault.transaction() as tx:
        found = {row["name"]: row["rootpage"] for row in tx.all("SELECT name, rootpage FROM sqlite_master")}
    vault.lock()
    return [found[table] for table in tables]


def damage(place: Path, *numbers: int) -> None:
    """Flip one bit in the middle of each page."""
    database = place / "vault.db"
    written = bytearray(database.read_bytes())
    for number in numbers:
        written[(number - 1) * PAGE + PAGE // 2] ^= 1
    database.write_bytes(written)


def rescue_beside(place: Path, opener: keys.Opener) -> tuple[Vault, Rescue]:
    """Rescue a place into a new one beside it."""
    return rescue(
        place,
        opener,
        into=place.parent / "new",
        passphrase=PASSPHRASE,
        cost=lambda: ONLY_FOR_TESTS,
        forms=FORMS,
        clock=Watch(),
    )


def rescued(place: Path) -> tuple[Vault, Rescue]:
    """Rescue a damaged place into a new one beside it, having made sure that the damaged one only got its mark."""
    before = every_byte(place)
    done = rescue_beside(place, keys.with_passphrase(PASSPHRASE))
    after = every_byte(place)
    assert after.pop(SET_ASIDE) == b"new"
    assert after == before
    return done


OWN = ("audit", "device_counter", "standing", "sqlite_sequence", "sqlite_stat1", "finding")
"""What a place counts for itself: a new one begins anew; how a child is found is told from the others."""


def how_found(vault: Vault) -> list[tuple[str, str]]:
    """Return each child's names as they are searched."""
    with vault.transaction() as tx:
        return [(row["child"], row["sought"]) for row in tx.all("SELECT * FROM finding ORDER BY child")]


@pytest.fixture
def opened() -> Iterator[list[Vault]]:
    vaults: list[Vault] = []
    yield vaults
    for vault in vaults:
        vault.lock()


def test_with_nothing_damaged_everything_comes_back_but_the_audit(place: Path, opened: list[Vault]) -> None:
    old = open_vault(place, PASSPHRASE)
    expected, found = everything_in(old, but=OWN), how_found(old)
    old.lock()
    vault, told = rescued(place)
    opened.append(vault)
    assert everything_in(vault, but=OWN) == expected
    assert how_found(vault) == found
    assert (told.lost, told.may_lack, told.notes_lost, told.is_enrolled) == ((), (), False, True)
    assert (told.given.children, told.given.records, told.given.notes) == (2, 4, 1)


def test_the_new_place_opens_with_the_same_words_and_the_damaged_one_is_no_longer_offered(place: Path) -> None:
    vault, _ = rescued(place)
    vault.lock()
    assert seats(place.parent.parent) == ("new",)
    again = open_vault(place.parent / "new", PASSPHRASE)
    with again.transaction() as tx:
        workplace = after_unlocking(tx, again, FORMS, Watch())
    again.lock()
    assert workplace is not None
    assert workplace.worker.name == "Jo Whitfield"


@pytest.mark.parametrize("first", range(1, 7))
def test_whichever_page_is_lost_no_finished_record_is(place: Path, first: int) -> None:
    """Every page in turn, a sixth of them in each of these tests."""
    whole, backup = (place / "vault.db").read_bytes(), place.parent.parent / "whole"
    shutil.copytree(place, backup)
    for number in range(first, len(whole) // PAGE + 1, 6):
        damage(place, number)
        vault, told = rescued(place)
        with vault.transaction() as tx:
            rows = tx.all("SELECT kind FROM records")
            found = {row["kind"] for row in rows}
            texts = [
                note.text
                for row in children.list_all(tx)
                if row.episode
                for note in private_notes.list_for(tx, row.episode)
            ]
            names = {row.summary.given for row in children.list_all(tx)}
        vault.lock()
        assert {"assessment", "agreement-to-share", "agreement-to-start"} <= found, number
        assert len(rows) == 4 or told.lost, number
        assert texts == [PRIVATE] or told.notes_lost, number
        assert "Ruby" in names or told.may_lack or told.given.without_family, number
        shutil.rmtree(place)
        shutil.rmtree(place.parent / "new")
        shutil.copytree(backup, place)


def test_a_finished_record_lost_in_the_vault_comes_back_from_its_sealed_copy(place: Path, opened: list[Vault]) -> None:
    old = open_vault(place, PASSPHRASE)
    with old.transaction() as tx:
        expected = sorted((row["record"], row["version"], row["root"]) for row in tx.all("SELECT * FROM records"))
    old.lock()
    damage(place, *pages_of(place, "records", "record_bodies"), *body_pages(place))
    vault, told = rescued(place)
    opened.append(vault)
    with vault.transaction() as tx:
        found = {(row["record"], row["version"], row["root"]) for row in tx.all("SELECT * FROM records")}
    assert told.from_sealed == 3
    assert found < set(expected)
    assert len(found) == 3  # all but the agreement to start of the family that has not signed: it is in no sealed copy


def body_pages(place: Path) -> list[int]:
    """Return the pages without which some finished record's body is lost: its own, and those it runs on into."""
    key, tried = database_key(place), place.parent.parent / "tried"
    tried.mkdir()
    whole = (place / "vault.db").read_bytes()
    needed = []
    for number in range(1, len(whole) // PAGE + 1):
        (tried / "vault.db").write_bytes(whole)
        damage(tried, number)
        if len(read_rows(tried / "vault.db", key).of("record_bodies")) < 4:
            needed.append(number)
    return needed


def database_key(place: Path) -> bytes:
    return open_keys(place, keys.with_passphrase(PASSPHRASE))[0].database_key


def test_a_family_whose_own_entry_is_lost_comes_back_by_the_name_that_is_written(
    place: Path, opened: list[Vault]
) -> None:
    damage(place, *pages_of(place, "children", "episodes"))
    vault, told = rescued(place)
    opened.append(vault)
    with vault.transaction() as tx:
        rows = children.list_all(tx)
    assert {row.summary.given for row in rows} == {"Mason", "Ruby"}
    assert all(row.restricted for row in rows)
    assert told.given.without_family == 2


def test_a_draft_whose_own_row_is_lost_keeps_every_answer(place: Path, opened: list[Vault]) -> None:
    damage(place, *pages_of(place, "drafts"))
    vault, _ = rescued(place)
    opened.append(vault)
    with vault.transaction() as tx:
        written = [
            json.loads(row["answer"]) for row in tx.all("SELECT answer FROM draft_answers WHERE path = 'id.given'")
        ]
        kinds = {row["kind"] for row in tx.all("SELECT kind FROM drafts")}
        newest = [drafts.find(tx, row.episode, RecordKind.ASSESSMENT) for row in children.list_all(tx) if row.episode]
    assert written == ["Ruby"]
    assert kinds == {"assessment"}
    assert any(newest)


def test_envelopes_are_numbered_on_well_above_the_last_one_that_can_be_read(place: Path, opened: list[Vault]) -> None:
    damage(place, *pages_of(place, "device_counter", "outbox"))
    vault, _ = rescued(place)
    opened.append(vault)
    with vault.transaction() as tx:
        queued = [
            row
            for record in tx.all("SELECT DISTINCT record FROM records")
            for row in outbox.of_record(tx, record["record"])
        ]
        following = outbox.next_device_seq(tx)
    assert len(queued) == 2
    assert {row.file for row in queued} == {path.name for path in vault.sealed.iterdir()}
    assert following > max(row.device_seq for row in queued)


def test_without_the_laptops_keys_the_new_place_joins_its_team_again(place: Path, opened: list[Vault]) -> None:
    damage(place, *pages_of(place, "wrapped_secrets"))
    vault, told = rescued(place)
    opened.append(vault)
    with vault.transaction() as tx:
        assert after_unlocking(tx, vault, FORMS, Watch()) is None
        assert len(tx.all("SELECT * FROM records")) == 4
    assert not told.is_enrolled


@pytest.mark.parametrize("lost", [16, 512, PAGE])
def test_with_the_beginning_of_the_file_gone_the_rest_still_comes_back(
    place: Path, opened: list[Vault], lost: int
) -> None:
    database = place / "vault.db"
    database.write_bytes(bytes(lost) + database.read_bytes()[lost:])
    vault, told = rescued(place)
    opened.append(vault)
    with vault.transaction() as tx:
        assert len(tx.all("SELECT * FROM records")) == 4
        assert {row.summary.given for row in children.list_all(tx)} == {"Mason", "Ruby"}
    assert not told.is_proved


def test_a_salt_that_is_wrong_in_one_byte_is_found_out_and_everything_proved(place: Path, opened: list[Vault]) -> None:
    database = place / "vault.db"
    written = bytearray(database.read_bytes())
    written[5] ^= 0x40
    database.write_bytes(written)
    vault, told = rescued(place)
    opened.append(vault)
    assert told.is_proved
    assert told.damaged_pages == 0


def test_a_wrong_passphrase_gives_nothing_and_makes_nothing(place: Path) -> None:
    opener = keys.with_passphrase("copper lantern meadow biscuit river")
    with pytest.raises(WrongPassphrase):
        rescue_beside(place, opener)
    assert not (place.parent / "new").exists()


def test_where_nothing_can_be_read_nothing_is_made(place: Path) -> None:
    (place / "vault.db").write_bytes(b"\x07" * 10 * PAGE)
    opener = keys.with_passphrase(PASSPHRASE)
    with pytest.raises(VaultDamaged):
        rescue_beside(place, opener)
    assert not (place.parent / "new").exists()


def test_a_family_erased_before_does_not_come_back(place: Path, opened: list[Vault]) -> None:
    vault = open_vault(place, PASSPHRASE)
    with vault.transaction() as tx:
        ruby = next(row for row in children.list_all(tx) if row.summary.given == "Ruby")
        children.erase(tx, ruby.child)
    vault.lock()
    damage(place, *pages_of(place, "drafts", "episodes", "draft_answers"), 1)
    new, _ = rescued(place)
    opened.append(new)
    assert "Ruby" not in everything_in(new)
    assert PRIVATE not in everything_in(new)
    with new.transaction() as tx:
        assert {row.summary.given for row in children.list_all(tx)} == {"Mason"}


def test_with_the_list_of_tables_gone_every_row_still_finds_its_own_table(place: Path) -> None:
    """Two tables whose rows look alike would give neither back."""
    vault = open_vault(place, PASSPHRASE)
    with vault.transaction() as tx:
        tx.run("INSERT INTO other_devices VALUES (?, ?)", (str(uuid4()), '{"keys": {}}'))
        tx.run("INSERT INTO other_ledgers VALUES (?, ?, ?)", (str(uuid4()), "2026-11-02T09:30:00+00:00", "{}"))
        tx.run("INSERT INTO draft_backups VALUES (?, ?)", (str(uuid4()), "2026-11-02T09:30:00+00:00"))
        tx.run("INSERT INTO files_given_up VALUES (?)", (f"{uuid4()}.ecaf",))
        tables = [row["name"] for row in tx.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
        counts = {name: len(tx.all(f"SELECT 1 FROM {name}")) for name in tables if not name.startswith("sqlite_")}  # noqa: S608 - names of the schema
    vault.lock()
    damage(place, 1)
    found = read_rows(place / "vault.db", database_key(place))
    assert found.unplaced == 0
    del counts["audit"]  # locking has written one more line
    assert {name: len(found.of(name)) for name in counts} == counts


def test_brothers_and_sisters_still_belong_together(tmp_path: Path, office: Office, opened: list[Vault]) -> None:
    jo = Laptop.new(tmp_path / "home" / "vaults" / "old", by_hand(office, "practitioner"))
    kayden = jo.visit()
    kayden.write({**MASON, "fh.people": ("aaaa0001",), "fh.people/aaaa0001/fh.people.name": "Leanne"})
    tables = ("household_children", "household_rows")
    with jo.vault.transaction() as tx:
        add_child(tx, jo.workplace, kayden.episode, "Ruby")
        before = {table: [tuple(row) for row in tx.all(f"SELECT * FROM {table}")] for table in tables}  # noqa: S608 -- our own names
    jo.vault.lock()
    new, _ = rescued(jo.vault.folder)
    opened.append(new)
    with new.transaction() as tx:
        after = {table: [tuple(row) for row in tx.all(f"SELECT * FROM {table}")] for table in tables}  # noqa: S608 -- the same
    assert (after, [len(rows) for rows in after.values()]) == (before, [2, 1])


def test_reasons_notes_and_what_was_taken_back_come_too(place: Path, opened: list[Vault]) -> None:
    old = open_vault(place, PASSPHRASE)
    kinds = ("reasons", "quick_notes", "withdrawals", "hand_ins", "phrases", "own_words")
    at = Watch().now()
    with old.transaction() as tx:
        episode = episodes.list_all(tx)[0].episode
        reasons.keep(tx, episode, 36, "Their uncle reads the post.", at)
        quick_notes.keep(tx, episode, "a1", "Asleep by ten, they say", at)
        withdrawals.add(tx, Withdrawn(RecordId("r1"), "Jo", "Larkrise", 1, "withdrawn", at))
        sent = tx.one("SELECT envelope FROM outbox LIMIT 1")
        assert sent is not None
        tx.run(
            "INSERT OR REPLACE INTO hand_ins VALUES (?, 'Priya', '2026-12-14T12:00:00Z', 'receipt')",
            (sent["envelope"],),
        )
        tx.run("INSERT INTO phrases VALUES ('bf', 'Breakfast club')")
        tx.run("INSERT INTO own_words VALUES ('Ambleton')")
        before = {table: [tuple(row) for row in tx.all(f"SELECT * FROM {table}")] for table in kinds}  # noqa: S608 -- our own names
    old.lock()
    new, told = rescued(place)
    opened.append(new)
    with new.transaction() as tx:
        after = {table: [tuple(row) for row in tx.all(f"SELECT * FROM {table}")] for table in kinds}  # noqa: S608 -- the same
    assert after == before
    assert all(after.values())
    assert told.given.refused == 0
