"""One encrypted database, opened in the one order that leaks nothing; nothing here deletes, remakes or repairs it."""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from app.errors import Trouble
from app.storage.files import write_in_place
from app.storage.library import sqlcipher
from app.storage.migrations import is_empty, migrate, refuse_newer
from app.storage.troubles import DiskTrouble, NotEnoughMemory, Stopped, VaultDamaged, in_plain_words

Connection = Any
"""An ``sqlcipher3`` connection; the library ships no types."""

Row = Any
"""An ``sqlcipher3.Row``: one result by column name."""

_KEY_BYTES = 32
_PIECE_BYTES = 1024 * 1024
_PAGES_AT_ONCE = 1024
_WAIT_SECONDS = 0.3
_STATEMENTS = 2000
"""More than there are: a full cache makes room by throwing out the newest, and each is then prepared at every call."""
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

    def each(self, query: str, values: Sequence[object] = ()) -> Generator[Row, None, None]:
        """Yield the rows of a query one by one; those nobody asks for are not read. To be closed when left early."""
        with in_plain_words(), closing(self._connection.execute(query, values)) as cursor:
            yield from cursor

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


Begin = Callable[[Transaction], None]


def _nothing(_tx: Transaction) -> None:
    """Begin with nothing."""


def open_database(path: Path, key: bytes, begin: Begin = _nothing, *, may_be_new: bool = False) -> Connection:
    """Open the database at ``path`` and bring it to the newest form.

    ``begin`` is called once nobody else can write to it, and before anything is written. Only with ``may_be_new`` is
    one made where there is none: to SQLite a file cut down to nothing looks like one that is yet to be. Raises
    ``VaultDamaged``, ``VaultInUse``, ``VaultTooNew``,
    ``DiskFull`` or ``DiskTrouble``, and then no byte was changed.
    """
    try:
        return _opened(path, key, begin, may_be_new=may_be_new)
    except VaultDamaged:
        # To SQLite a page that could not be read looks like a damaged one. Only what was read whole may be called that.
        read_through(path)
        return _opened(path, key, begin, may_be_new=may_be_new)


def _opened(path: Path, key: bytes, begin: Begin, *, may_be_new: bool) -> Connection:
    with in_plain_words():
        _refuse_clear_text(path)
        connection = sqlcipher.connect(
            str(path), isolation_level=None, timeout=_WAIT_SECONDS, cached_statements=_STATEMENTS
        )
        try:
            _prepare(connection, key, begin, may_be_new=may_be_new)
        except BaseException:
            connection.close()
            raise
    return connection


def read_through(path: Path) -> None:
    """Read a database and its journal from end to end. Raises ``DiskTrouble`` when the disk does not give them.

    Never while this process has the database open: closing the file here would give up SQLite's lock on it.
    """
    for file in (path, path.with_name(path.name + "-wal")):
        if file.exists():
            with in_plain_words(), file.open("rb", buffering=0) as opened:
                _read_all(opened.fileno())


def _read_all(number: int) -> None:
    for start in range(0, os.fstat(number).st_size, _PIECE_BYTES):
        if sys.platform == "win32":
            os.lseek(number, start, os.SEEK_SET)
            os.read(number, _PIECE_BYTES)
        else:
            os.pread(number, _PIECE_BYTES, start)


def _prepare(connection: Connection, key: bytes, begin: Begin, *, may_be_new: bool) -> None:
    _check_key(key)
    _pragma(connection, "cipher_log_level", "NONE")
    _pragma(connection, "cipher_memory_security", "ON")
    connection.set_key(f"x'{key.hex()}'")
    # Before the first read: a write-ahead log opened in shared mode maps a file that kills the process on a full disk.
    _pragma(connection, "locking_mode", "EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").close()
    refuse_newer(connection)
    if is_empty(connection) and not may_be_new:
        raise VaultDamaged
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
    """Hand out one transaction: committed to the disk when the block ends, undone whole when it raises.

    Raises ``NotEnoughMemory`` wherever in the block there was none left.
    """
    work = Transaction(connection)
    try:
        with in_plain_words():
            connection.execute("BEGIN IMMEDIATE")
        yield work
        with in_plain_words():
            _check_seals(connection)
            connection.execute("COMMIT")
    except BaseException as fault:
        try:
            if connection.in_transaction:  # a full disk has already undone it
                with in_plain_words():
                    connection.execute("ROLLBACK")
        finally:
            if isinstance(fault, VaultDamaged):
                _look_again(connection)
        if isinstance(fault, MemoryError):
            raise NotEnoughMemory from None
        raise
    for follow_up in work.follow_ups:
        with suppress(Trouble), in_plain_words():
            follow_up()


def _check_seals(connection: Connection) -> None:
    """Raise ``VaultDamaged`` where a page was read whose seal is broken, before anybody goes by what stood there.

    Where it is the last page of a long text, the library says nothing of it and gives zeros for what stood there.
    """
    if str(_pragma(connection, "cipher_status")) != "1":
        raise VaultDamaged


def is_scrub_due(connection: Connection) -> bool:
    """Say whether something deleted still has to be scrubbed from the pages."""
    try:
        with in_plain_words(), closing(connection.execute("SELECT count(*) FROM scrub_due")) as cursor:
            return bool(cursor.fetchone()[0])
    except VaultDamaged:
        _look_again(connection)
        raise


_LOOKS: list[int] = []
"""Files opened to look again, until the process ends: closing one would give up SQLite's lock on it."""


def _look_again(connection: Connection) -> None:
    """Look whether it is the disk: to SQLite a page that could not be read looks like a damaged one.

    Raises ``DiskTrouble`` when the disk does not give the file, or when every page of it is well this time.
    """
    path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    with in_plain_words():
        for file in (path, path.with_name(path.name + "-wal")):
            if file.exists():
                _LOOKS.append(os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0)))
                _read_all(_LOOKS[-1])
        seals = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if not seals and _pragma(connection, "quick_check") == "ok":
            raise DiskTrouble


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


def copy(connection: Connection, to: Path, key: bytes, progress: Callable[[float], bool]) -> None:
    """Write a consistent copy of an open database to ``to``, under the same key.

    Raises ``Stopped``, ``DiskFull`` or ``DiskTrouble``.
    """

    def told(_status: int, remaining: int, total: int) -> None:
        if not progress(1 - remaining / max(total, 1)):
            raise Stopped

    _check_key(key)
    with in_plain_words():
        write_in_place(to, b"")
        target = sqlcipher.connect(str(to), isolation_level=None)
        try:
            target.set_key(f"x'{key.hex()}'")
            connection.backup(target, pages=_PAGES_AT_ONCE, progress=told)
        finally:
            target.close()


def rows_of(connection: Connection) -> dict[str, int]:
    """Return how many rows each table has."""
    with in_plain_words():
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        names = sorted(str(row[0]) for row in listed.fetchall())
        return {name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in names}  # noqa: S608 -- the schema's own names
