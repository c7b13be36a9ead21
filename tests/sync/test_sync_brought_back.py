"""A place brought back from a backup is noticed as a copy at its next sync; nothing is lost on either side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ambleton import Town
from couriers import Courier, kept_at_endpoint, over_the_network
from larkrise import FORMS, PASSPHRASE, Laptop

from app.operations.caring import back_up, bring_back
from app.operations.unlocking import after_unlocking
from app.operations.whereabouts import is_noticed_as_copy
from app.operations.workplace import Workplace, load_workplace
from app.storage import keys
from app.storage.vault import Vault
from app.ui.shell.homeroom import COPY, HomeReader, HomeSpan, home_state, read_home


@pytest.fixture
def both(ambleton_running: Town, tmp_path: Path, closing: Callable[[Courier], Courier]) -> tuple[Courier, Courier]:
    """Return a laptop that went on after its backup, and another on which that backup was brought back.

    Each has finished a visit that the other does not know.
    """
    laptop = Laptop.new(tmp_path / "old", over_the_network(ambleton_running, "practitioner"))
    laptop.finished_visit()
    backup = tmp_path / "place.ecafbackup"
    back_up(laptop.vault, backup, laptop.watch, lambda _done: True)
    visit = laptop.finished_visit()
    old = closing(Courier.of(ambleton_running, laptop, visit))
    new = brought_back(backup, tmp_path / "new", laptop)
    there = Laptop(new, _workplace(new, laptop), laptop.watch)
    visit = there.finished_visit()
    return old, closing(Courier.of(ambleton_running, there, visit))


def brought_back(backup: Path, into: Path, laptop: Laptop) -> Vault:
    return bring_back(backup, keys.with_passphrase(PASSPHRASE), into, laptop.watch, lambda _done: True)


def _workplace(vault: Vault, laptop: Laptop) -> Workplace:
    with vault.transaction() as tx:
        after_unlocking(tx, vault, FORMS, laptop.watch)
        workplace = load_workplace(tx, vault, FORMS, laptop.watch)
    assert workplace is not None
    return workplace


def test_the_second_of_two_is_noticed_and_told_and_keeps_its_work(
    both: tuple[Courier, Courier], ambleton_running: Town
) -> None:
    old, new = both
    assert old.round().status.waiting == 0
    done = new.round()
    assert done.status.set_aside == 2
    assert new.ask(is_noticed_as_copy)
    assert not old.ask(is_noticed_as_copy)
    refused = [row for row in new.rows() if row.state.value == "set_aside"]
    assert all(new.sealed_file(row).exists() for row in refused)
    assert len(new.ask(lambda tx: tx.all("SELECT * FROM records"))) == 6
    kept = kept_at_endpoint(ambleton_running)
    assert all(kept.count(row.envelope) == 1 for row in old.rows())
    today = new.watch.now().date()
    facts = new.ask(lambda tx: read_home(tx, new.workplace, HomeSpan(today)))
    home = home_state(facts, HomeReader("Jo", "Ambleton", 28), today, done.status)
    assert home.waiting == COPY


def test_what_both_have_is_received_once(both: tuple[Courier, Courier], ambleton_running: Town) -> None:
    old, new = both
    new.round()
    old.round()
    kept = kept_at_endpoint(ambleton_running)
    shared = {row.envelope for row in old.rows()} & {row.envelope for row in new.rows()}
    assert len(shared) == 2
    assert all(kept.count(envelope) == 1 for envelope in shared)
    assert [row.state.value for row in old.rows()].count("set_aside") == 2
