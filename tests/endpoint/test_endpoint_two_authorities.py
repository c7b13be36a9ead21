"""Two authorities in one database: each is served from a folder of its own, and neither is in the other's way."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from authority.office import Office, write_invitation
from demonstration.vouching import vouch_for
from endpoint.chainproof import verify_audit
from endpoint.office import NotReady, accept_invitation, ledger, open_door, set_up
from endpoint.pruning import prune
from endpoint.restoring import restore, take_backup
from endpoint.sealing import seal_all
from endpoint.settings import Settings
from endpoint.storage.accesses import Access, insert_access


def founded(folder: Path, name: str, code: str, database: str) -> tuple[Office, Settings]:
    office = Office.create(folder / f"{name} office", name=name, code=code, practice=True)
    settings = Settings(folder / name, database=database)
    set_up(settings, office.for_the_endpoint)
    return office, settings


def invite(office: Office, settings: Settings) -> None:
    _, signed = office.invite(name="Priya Nair", job="Nurse", agency="0-19", role="practitioner")
    with closing(open_door(settings)) as door:
        accept_invitation(door, write_invitation(signed, settings.folder / "in"))
        vouch_for(door, signed)


def invited(settings: Settings) -> tuple[object, object]:
    with closing(open_door(settings)) as door:
        counts = ledger(door)["counts"]
        assert isinstance(counts, dict)
        return counts["invitations"], verify_audit(door).n


def test_one_is_invited_to_backed_up_and_restored_and_the_other_stays_as_it_is(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'both.db'}"
    ambleton, at_ambleton = founded(tmp_path, "Ambleton", "E06000099", database)
    otherton, at_otherton = founded(tmp_path, "Otherton", "E06000098", database)
    invite(ambleton, at_ambleton)
    assert (invited(at_ambleton), invited(at_otherton)) == ((1, 5), (0, 0))
    with closing(open_door(at_ambleton)) as door:
        take_backup(door, tmp_path / "backup")
    invite(otherton, at_otherton)
    restore(at_ambleton, tmp_path / "backup")
    assert (invited(at_ambleton), invited(at_otherton)) == ((1, 5), (1, 5))


def test_a_folder_whose_authority_is_not_in_the_database_is_told_so(tmp_path: Path) -> None:
    founded(tmp_path, "Ambleton", "E06000099", f"sqlite:///{tmp_path / 'one.db'}")
    _, elsewhere = founded(tmp_path, "Otherton", "E06000098", f"sqlite:///{tmp_path / 'two.db'}")
    with pytest.raises(NotReady, match="whose receipts this folder signs"):
        open_door(Settings(elsewhere.folder, database=f"sqlite:///{tmp_path / 'one.db'}"))


def test_what_one_seals_and_erases_leaves_the_others_lines_as_they_are(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'both.db'}"
    ambleton, at_ambleton = founded(tmp_path, "Ambleton", "E06000099", database)
    otherton, at_otherton = founded(tmp_path, "Otherton", "E06000098", database)
    invite(ambleton, at_ambleton)
    invite(otherton, at_otherton)
    with closing(open_door(at_otherton)) as other:
        seal_all(other)
        before = verify_audit(other)
    with closing(open_door(at_ambleton)) as door:
        assert seal_all(door) == before.accesses
        much_later = replace(door, now=lambda: datetime(2099, 1, 1, tzinfo=UTC))
        with door.store.transaction() as tx:
            insert_access(tx, Access("2098-12-31T09:00:00Z", "a device", "changes.list", "", 200))
        assert prune(much_later, 25, "Sam Okafor").counts()["access"] == before.accesses
    with closing(open_door(at_otherton)) as other:
        assert verify_audit(other) == before
