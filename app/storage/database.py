"""One encrypted database, opened in the one order that leaks nothing; nothing here deletes, remakes or repairs it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.errors import Trouble
from app.storage.migrations import migrate, refuse_newer
from app.storage.troubles import VaultDamaged, in_plain_words

Connection = Any
"""An ``sqlcipher3`` connection; the library ships no types."""

Row = Any
"""An ``sqlcipher3.Row``: one result by column name."""

_KEY_BYTES = 32
_WAIT_SECONDS = 0.3
_CLEAR_HEADER = b"SQLite format 3\0"

PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: with NORMAL, power loss loses commits that were acknowledged
    "temp_store": 2,  # MEMORY: with FILE, SQLite writes rows in the clear to the temp folder
    "cache_size": -16384,  # KiB: pages in the cache need not be decrypted again
    "secure_delete": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,  # or REPLACE would delete a finished record without asking its trigger
    "trusted_schema": 0,
    "cell_size_check": 1,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "wal_autocheckpoint": 0,  # the database file changes only where the witness is told
}
_READ_ONLY_PRAGMAS_WITH_ARGUMENT = {"table_info", "foreign_key_check"}
_OWNED_PRAGMAS = {"wal_checkpoint"}
_KEY_PRAGMAS = {"key", "rekey", "hexkey", "hexrekey"}


class Transaction:
    """What repositories work with: statements inside one transaction that commits whole or not at all."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._before = connection.total_changes
        self.leaves_no_trace = False
        self.follow_ups: list[Callable[[], None]] = []
        self.is_weighty = False
        self.chain: Any = None
        """Where the audit stands in this transaction, once it was asked (``audit.Chain``)."""

    @property
    def has_written(self) -> bool:
        """Whether anything was written in this transaction so far."""
        return bool(self._connection.total_changes != self._before)

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        with in_plain_words(), closing(self._connection.execute(statement, values)) as cursor:
            return int(cursor.rowcount)

    def run_each(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement once for each row of values."""
        with in_plain_words():
            self._connection.executemany(statement, rows).close()

    def one(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with in_plain_words(), closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchone()

    def all(self, query: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Return every row of a query."""
        with in_plain_words(), closing(self._connection.execute(query, values)) as cursor:
            return list(cursor.fetchall())

    def leave_no_trace(self) -> None:
        """Ask that, once committed, what was deleted is gone from the pages and the journal too."""
        self.run("INSERT OR IGNORE INTO scrub_due VALUES (1)")
        self.leaves_no_trace = True

    def weigh(self) -> None:
        """Ask that, once committed, it is folded in and witnessed at once: something was finished or signed."""
        self.is_weighty = True

    def once_committed(self, follow_up: Callable[[], None]) -> None:
        """Ask for something small to be done on the disk as soon as this has committed, and never if it does not.

        It may fail or be cut short by a crash: whatever it is must be made good at the next unlock.
        """
        self.follow_ups.append(follow_up)


def open_database(path: Path, key: bytes, begin: Callable[[Transaction], None] = lambda _: None) -> Connection:
    """Open the database at ``path``, or make it where there is none, and bring it to the newest form.

    ``begin`` is called once nobody else can write to it, and before anything is written. Only ``vault.py`` decides
    whether one may be made. Raises ``VaultDamaged``, ``VaultInUse``, ``VaultTooNew``,
    ``DiskFull`` or ``DiskTrouble``, and then no byte was changed.
    """
    with in_plain_words():
        _refuse_clear_text(path)
        connection = sqlcipher.connect(str(path), isolation_level=None, timeout=_WAIT_SECONDS)
        try:
            _prepare(connection, key, begin)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: Connection, key: bytes, begin: Callable[[Transaction], None]) -> None:
    _check_key(key)
    _pragma(connection, "cipher_log_level", "NONE")
    _pragma(connection, "cipher_memory_security", "ON")
    connection.set_key(f"x'{key.hex()}'")
    # Before the first read: a write-ahead log opened in shared mode maps a file that kills the process on a full disk.
    _pragma(connection, "locking_mode", "EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").close()
    refuse_newer(connection)
    _settle_pragmas(connection)
    _take_lock(connection)
    connection.row_factory = sqlcipher.Row
    begin(Transaction(connection))
    migrate(connection)
    connection.set_authorizer(_permit)


def _check_key(key: bytes) -> None:
    if type(key) is not bytes or len(key) != _KEY_BYTES:  # SQLCipher itself would take a short or an empty one
        raise ValueError("a database key has 32 bytes")


def _settle_pragmas(connection: Connection) -> None:
    for name, value in PRAGMAS.items():
        _pragma(connection, name, value)
    found = {name: _pragma(connection, name) for name in PRAGMAS}
    extra = _pragma(connection, "locking_mode"), str(_pragma(connection, "cipher_memory_security"))
    if found != PRAGMAS or extra != ("exclusive", "1"):
        raise RuntimeError("the database did not take its settings")


def _pragma(connection: Connection, name: str, value: str | int | None = None) -> Any:
    statement = f"PRAGMA {name}" if value is None else f"PRAGMA {name}={value}"
    with closing(connection.execute(statement)) as cursor:
        row = cursor.fetchone()
    return row[0] if row else None


def _take_lock(connection: Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("COMMIT")


def _refuse_clear_text(path: Path) -> None:
    if not path.exists():
        return
    with path.open("rb") as file:
        if file.read(len(_CLEAR_HEADER)) == _CLEAR_HEADER:
            raise VaultDamaged


def _permit(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    """Refuse every statement by which content or keys could leave the encrypted file."""
    if action in (sqlcipher.SQLITE_ATTACH, sqlcipher.SQLITE_DETACH):
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_PRAGMA:
        name = (first or "").lower()
        allowed = second is None or name in _READ_ONLY_PRAGMAS_WITH_ARGUMENT | _OWNED_PRAGMAS
        return int(sqlcipher.SQLITE_OK if allowed and name not in _KEY_PRAGMAS else sqlcipher.SQLITE_DENY)
    return int(sqlcipher.SQLITE_OK)


@contextmanager
def transaction(connection: Connection) -> Iterator[Transaction]:
    """Hand out one transaction: committed to the disk when the block ends, undone whole when it raises."""
    work = Transaction(connection)
    with in_plain_words():
        connection.execute("BEGIN IMMEDIATE")
    try:
        yield work
        with in_plain_words():
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has already undone it
            with in_plain_words():
                connection.execute("ROLLBACK")
        raise
    for follow_up in work.follow_ups:
        with suppress(Trouble), in_plain_words():
            follow_up()


def is_scrub_due(connection: Connection) -> bool:
    """Say whether something deleted still has to be scrubbed from the pages."""
    with in_plain_words(), closing(connection.execute("SELECT count(*) FROM scrub_due")) as cursor:
        return bool(cursor.fetchone()[0])


def scrub(connection: Connection) -> None:
    """Write every page afresh and empty the journal, so that nothing deleted is left in either.

    ``secure_delete`` alone is not enough: rows moved between pages leave copies in the gaps (18 of 60 random trials).
    What was deleted stays deleted when there is no room for this now; then it is done at the next unlock.
    """
    connection.set_authorizer(None)  # VACUUM attaches a database of its own, in memory and encrypted
    try:
        with suppress(Trouble), in_plain_words():
            connection.execute("VACUUM")
            connection.execute("DELETE FROM scrub_due")
            checkpoint(connection)
    finally:
        connection.set_authorizer(_permit)


def change_key(connection: Connection, key: bytes) -> None:
    """Encrypt every page under another key, in one transaction that commits whole or not at all; then fold it in.

    Raises ``DiskFull`` or ``DiskTrouble``; the database then stands under the key it had.
    """
    _check_key(key)
    checkpoint(connection)
    connection.set_authorizer(None)
    try:
        with in_plain_words():
            connection.reset_key(f"x'{key.hex()}'")
            connection.execute("SELECT count(*) FROM sqlite_master").close()
    finally:
        connection.set_authorizer(_permit)
    checkpoint(connection)


def checkpoint(connection: Connection) -> None:
    """Move everything from the journal into the database file and cut the journal to nothing."""
    with in_plain_words():
        _pragma(connection, "wal_checkpoint(TRUNCATE)")
