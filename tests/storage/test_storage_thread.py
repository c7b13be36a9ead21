"""All work with the vault happens on its own thread, in the order asked for."""

import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from mason import PASSPHRASE, new_vault

from app.storage import sync_state
from app.storage.database import Transaction
from app.storage.thread import VaultThread
from app.storage.troubles import VaultLocked, WrongPassphrase
from app.storage.vault import open_vault

SECONDS = 10


@pytest.fixture
def told() -> "Queue[object]":
    return Queue()


@pytest.fixture
def thread(folder: Path, told: "Queue[object]") -> Iterator[VaultThread]:
    opened = VaultThread()
    opened.open(lambda: new_vault(folder), told.put, told.put)
    assert told.get(timeout=SECONDS) is opened.vault
    yield opened
    opened.close()


def where(_tx: Transaction) -> str:
    return threading.current_thread().name


def test_work_is_done_on_one_thread_that_is_not_the_askers(thread: VaultThread, told: "Queue[object]") -> None:
    thread.start(where, told.put, told.put)
    name = thread.ask(where)
    assert name == told.get(timeout=SECONDS) != threading.current_thread().name


def test_callbacks_come_on_the_vaults_thread_and_in_order(thread: VaultThread, told: "Queue[object]") -> None:
    for n in range(20):
        thread.start(lambda tx, n=n: sync_state.write(tx, "n", str(n)), lambda _, n=n: told.put(n), told.put)  # type: ignore[misc]
    assert [told.get(timeout=SECONDS) for _ in range(20)] == list(range(20))
    assert thread.ask(lambda tx: sync_state.read(tx, "n")) == "19"


def test_what_goes_wrong_reaches_whoever_asked_and_is_undone(thread: VaultThread, told: "Queue[object]") -> None:
    def failing(tx: Transaction) -> None:
        sync_state.write(tx, "half", "done")
        raise LookupError

    with pytest.raises(LookupError):
        thread.ask(failing)
    thread.start(failing, told.put, told.put)
    assert isinstance(told.get(timeout=SECONDS), LookupError)
    assert thread.ask(lambda tx: sync_state.read(tx, "half")) is None


def test_a_mistake_in_a_callback_is_reported_and_the_vault_works_on(
    thread: VaultThread, told: "Queue[object]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda args: told.put(args.exc_type))

    def mistaken(name: str) -> None:
        raise KeyError(name)

    thread.start(where, mistaken, told.put)
    assert told.get(timeout=SECONDS) is KeyError
    assert thread.ask(where)


def test_a_wrong_passphrase_is_told_and_the_right_one_still_opens(folder: Path, told: "Queue[object]") -> None:
    new_vault(folder).lock()
    thread = VaultThread()
    with pytest.raises(VaultLocked):
        thread.ask(where)
    thread.open(lambda: open_vault(folder, "not that one"), told.put, told.put)
    assert isinstance(told.get(timeout=SECONDS), WrongPassphrase)
    thread.open(lambda: open_vault(folder, PASSPHRASE), told.put, told.put)
    assert told.get(timeout=SECONDS) is thread.vault
    thread.close()


def test_closing_finishes_what_was_asked_then_locks(thread: VaultThread, folder: Path, told: "Queue[object]") -> None:
    for n in range(10):
        thread.start(lambda tx, n=n: sync_state.write(tx, "n", str(n)), told.put, told.put)  # type: ignore[misc]
    thread.checkpoint()
    thread.close()
    thread.close()
    assert told.qsize() == 10
    assert not (folder / "vault.db-wal").exists()
    for refused in (lambda: thread.ask(where), lambda: thread.start(where, told.put, told.put), lambda: thread.vault):
        with pytest.raises(VaultLocked):
            refused()
    again = open_vault(folder, PASSPHRASE)
    with again.transaction() as tx:
        assert sync_state.read(tx, "n") == "9"
    again.lock()


def test_the_vaults_thread_never_waits_for_itself(thread: VaultThread, told: "Queue[object]") -> None:
    thread.start(lambda _: thread.ask(where), told.put, told.put)
    assert isinstance(told.get(timeout=SECONDS), RuntimeError)


def test_a_secret_is_wrapped_from_any_thread(thread: VaultThread) -> None:
    assert thread.vault.unwrap_secret(thread.vault.wrap_secret(b"key", "sign"), "sign") == b"key"
