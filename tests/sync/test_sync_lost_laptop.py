"""A lost laptop loses nothing that was receipted, and what was never sent is named to its author on her new one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from ambleton import Town
from larkrise import MASON, Laptop, Visit
from lost_laptop import (
    Owner,
    begin,
    brought_back,
    exported,
    finish,
    finished_on,
    lost_on,
    resealed,
    sync,
    taken,
)

from app.domain.record import RecordKind
from app.operations.safekeeping import read_lost_work
from app.storage import outbox
from authority.holders import SEATS, WrongCodes, log_is_whole
from authority.office import ESCROW_KEYS
from endpoint.office import open_door
from endpoint.settings import Settings
from endpoint.storage.database import Transaction as EndpointTransaction
from endpoint.storage.tables import ACCESSES

QUICK, FULL = 5, 200
"""How many drills in random orders there are in every run, and with ``--long``."""


@pytest.fixture
def jo(ambleton_running: Town, tmp_path: Path) -> Owner:
    return Owner(ambleton_running, tmp_path)


@pytest.fixture
def laptop(jo: Owner) -> Iterator[Callable[[str], Laptop]]:
    """Give a way to have laptops of Jo's, locked at the end."""
    given: list[Laptop] = []

    def one(called: str) -> Laptop:
        given.append(jo.laptop(called))
        return given[-1]

    yield one
    for each in given:
        each.vault.lock()


def test_a_lost_laptop_loses_no_receipted_assessment(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    for given in ("Mason", "Erin", "Ava"):
        finish(begin(old, given))
    sync(old)
    new = laptop("new")
    back = brought_back(ambleton_running, new, tmp_path)
    assert back.left == ()
    assert finished_on(new) == finished_on(old)
    assert len(finished_on(new)) == 3


def test_what_was_never_sent_is_named_to_its_author(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    finish(begin(old, "Mason"))
    begin(old, "Erin")
    sync(old)
    new = laptop("new")
    brought_back(ambleton_running, new, tmp_path)
    (lost,) = lost_on(new)
    assert [(line.child, line.kind, line.day, line.finished) for line in lost.lines] == [
        ("Erin Reid", RecordKind.ASSESSMENT, date(2026, 11, 2), False)
    ]
    assert lost.unnamed == 0
    with new.vault.transaction() as tx:
        read_lost_work(tx)
    assert lost_on(new) == ()


def test_a_family_that_has_not_agreed_to_be_recorded_is_counted_and_never_named(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    old.visit().write({**MASON, "id.given": "Erin"})
    sync(old)
    new = laptop("new")
    brought_back(ambleton_running, new, tmp_path)
    (lost,) = lost_on(new)
    assert (lost.lines, lost.unnamed) == ((), 1)


def test_what_is_finished_later_is_not_called_lost(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    visit = begin(old, "Mason")
    sync(old)
    finish(visit)
    sync(old)
    new = laptop("new")
    brought_back(ambleton_running, new, tmp_path)
    (lost,) = lost_on(new)
    assert lost.lines == ()


def test_a_ledger_is_sent_only_when_it_says_something_new_and_only_the_newest_is_kept(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    for given in ("Mason", "Erin", "Ava"):
        begin(old, given)
        old.watch.wait(hours=1)
        sync(old)
        old.watch.wait(hours=1)
        sync(old)
    with old.vault.transaction() as tx:
        states = [row["state"] for row in tx.all("SELECT state FROM outbox WHERE kind = 'ledger' ORDER BY device_seq")]
    assert states == ["voided", "voided", "received"]
    assert len(list(old.workplace.sealed.iterdir())) == 1
    assert len(list(exported(ambleton_running, laptop("new"), tmp_path).iterdir())) == 1


def test_ledgers_are_no_work_of_anybodys(laptop: Callable[[str], Laptop]) -> None:
    old = laptop("old")
    begin(old, "Mason")
    sync(old)
    with old.vault.transaction() as tx:
        assert outbox.counts(tx) == outbox.Counts(0, 0, 0, 0)


def test_a_damaged_vault_with_its_sealed_copies_loses_no_finished_assessment(
    ambleton_running: Town, laptop: Callable[[str], Laptop]
) -> None:
    old = laptop("old")
    for given in ("Mason", "Erin"):
        finish(begin(old, given))  # and never a connection
    before = finished_on(old)
    old.vault.lock()
    (old.vault.folder / "vault.db").write_bytes(b"\0" * 4096)
    new = laptop("new")
    out, counted = resealed(ambleton_running, old.workplace.sealed, new, "BC", ESCROW_KEYS[1])
    assert counted.left != ()  # what was released to the desk is not the escrow's to open
    assert taken(out, new).left == ()
    assert finished_on(new) == before


def test_nothing_is_sealed_to_somebody_else(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    finish(begin(old, "Mason"))
    sync(old)
    kept = exported(ambleton_running, laptop("new"), tmp_path)
    other = Owner(ambleton_running, tmp_path / "other").laptop("hers")
    out, counted = resealed(ambleton_running, kept, other)
    assert counted.done == 0
    assert len(counted.left) == len(list(kept.iterdir()))
    assert list(out.iterdir()) == []
    assert list(exported(ambleton_running, other, tmp_path / "other").iterdir()) == []
    other.vault.lock()


def test_one_holder_opens_nothing_and_every_opening_is_written_down(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old, new = laptop("old"), laptop("new")
    finish(begin(old, "Mason"))
    sync(old)
    kept = exported(ambleton_running, new, tmp_path)
    with pytest.raises(WrongCodes):
        resealed(ambleton_running, kept, new, "A")
    resealed(ambleton_running, kept, new)
    log = (ambleton_running.office.offline / "escrow-log.jsonl").read_text()
    assert log_is_whole(ambleton_running.office.offline)
    assert "refused: records opened for a new laptop" in log
    assert "records sealed again: 2, left: 0" in log
    assert "Mason" not in log
    assert new.workplace.device in log


def test_the_operators_look_is_written_down(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    old = laptop("old")
    finish(begin(old, "Mason"))
    sync(old)
    exported(ambleton_running, laptop("new"), tmp_path)
    door = open_door(Settings(ambleton_running.folder))
    with door.store.transaction() as tx:
        assert old.workplace.device in _exports(tx)
    door.close()


def _exports(tx: EndpointTransaction) -> list[str]:
    rows = tx.connection.execute(ACCESSES.select().where(ACCESSES.c.action == "kept.export"))
    return [row.about for row in rows]


def test_two_laptops_of_one_person_work_at_the_same_time(
    ambleton_running: Town, laptop: Callable[[str], Laptop], tmp_path: Path
) -> None:
    first, second, third = (laptop(name) for name in ("first", "second", "third"))
    for each, given in ((first, "Mason"), (second, "Erin"), (first, "Ava")):
        finish(begin(each, given))
        assert sync(each).status.waiting == 0
    assert brought_back(ambleton_running, third, tmp_path).left == ()
    assert finished_on(third) == finished_on(first) | finished_on(second)


def test_in_whatever_order_laptops_are_lost_and_damaged_nothing_receipted_is_lost_and_the_rest_is_named(
    jo: Owner, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for seed in range(FULL if request.config.getoption("--long", default=False) else QUICK):
        folder = tmp_path / str(seed)
        folder.mkdir()
        owner = Owner(jo.town, folder)
        _drill(owner, folder, Random(seed))


def _drill(owner: Owner, folder: Path, chance: Random) -> None:
    """Lose or damage two laptops one after another, each after a random day."""
    laptop = owner.laptop("first")
    for loss in range(2):
        day = _random_day(laptop, chance, f"Child {loss}")
        new, room = owner.laptop(f"new {loss}"), folder / f"drill {loss}"
        room.mkdir()
        if chance.random() < 0.5:
            out, counted = resealed(owner.town, exported(owner.town, new, room), new, *_holders(chance))
            assert counted.left == ()
            _lost(out, new, day, twice=chance.random() < 0.3)
        else:
            shutil.copytree(laptop.workplace.sealed, room / "sealed")
            out, _ = resealed(owner.town, room / "sealed", new, *_holders(chance))
            assert taken(out, new).left == ()
            assert finished_on(new) >= finished_on(laptop)
        laptop.vault.lock()
        laptop = new
    laptop.vault.lock()


class _Day:
    """What was receipted, and what was being written, when the laptop was last in touch."""

    def __init__(self) -> None:
        self.receipted: set[tuple[str, int]] = set()
        self.named: set[str] = set()
        self.told = False


def _random_day(laptop: Laptop, chance: Random, called: str) -> _Day:
    day, writing, number = _Day(), list[tuple[str, Visit]](), 0
    for _ in range(chance.randrange(2, 9)):
        laptop.watch.wait(hours=1)
        act = chance.random()
        if act < 0.4 or not writing:
            number += 1
            given = f"{called} {number}"
            writing.append((given, begin(laptop, given)))
        elif act < 0.75:
            finish(writing.pop(chance.randrange(len(writing)))[1])
        else:
            sync(laptop)
            day.receipted, day.named, day.told = finished_on(laptop), {f"{given} Reid" for given, _ in writing}, True
    return day


def _holders(chance: Random) -> tuple[str, str]:
    return "".join(sorted(chance.sample(SEATS, 2))), chance.choice(ESCROW_KEYS)


def _lost(out: Path, new: Laptop, day: _Day, *, twice: bool) -> None:
    for _ in range(1 + twice):
        assert taken(out, new).left == ()
    assert finished_on(new) >= day.receipted
    if day.told:
        assert {line.child for lost in lost_on(new) for line in lost.lines} >= day.named
