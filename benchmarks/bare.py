"""The floors of what is done in a vault: plain SQLite and bare SQLCipher under the vault's own pragmas; nothing else.

SQLite is Python's own, so that no setting of SQLCipher reaches it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from app.storage.database import PRAGMAS, Connection, Transaction
from app.storage.library import sqlcipher
from app.storage.migrations import migrate

KEY = os.urandom(32).hex()
"""The key of every bare database of this run."""
_NOT_COPIED = "'sqlite_sequence', 'erasing', 'scrub_due', 'finding'"


def plain(path: Path) -> Connection:
    """Open a database that anybody can read."""
    return _settled(sqlite3.connect(path, isolation_level=None))


def encrypted(path: Path) -> Connection:
    """Open an encrypted database by its raw key: SQLCipher's own derivation costs a tenth of a second more."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA cipher_memory_security=ON")
    connection.execute(f"PRAGMA key=\"x'{KEY}'\"")
    return _settled(connection)


KINDS: dict[str, Callable[[Path], Connection]] = {"SQLite": plain, "SQLCipher": encrypted}
"""What we are measured against, by name."""


def _settled(connection: Connection) -> Connection:
    """Set the same pragmas on both, and read once: only then is a database open."""
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    return connection


def bare_copy(path: Path, kind: str, tx: Transaction) -> Path:
    """Make a bare database with every row of an open vault in the same tables, and return where it is."""
    with closing(KINDS[kind](path)) as connection:
        migrate(connection)
        connection.execute("PRAGMA foreign_keys=0")
        connection.execute("BEGIN")
        for table in _tables(tx):
            rows = [tuple(row) for row in tx.all(f"SELECT * FROM {table}")]  # noqa: S608 - the schema's own names
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - as above
        rows = [tuple(row) for row in tx.all("SELECT * FROM finding")]
        connection.executemany("INSERT OR REPLACE INTO finding VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return path


def _tables(tx: Transaction) -> Iterator[str]:
    query = f"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ({_NOT_COPIED})"  # noqa: S608 - our own names
    for row in tx.all(query):
        yield row["name"]


@contextmanager
def open_all(paths: dict[str, Path]) -> Iterator[dict[str, Connection]]:
    """Keep a bare database of each kind open."""
    with ExitStack() as stack:
        yield {kind: stack.enter_context(closing(KINDS[kind](path))) for kind, path in paths.items()}


def write_line(connection: Connection) -> None:
    """Write one line of an audit, and commit it to the disk: the cost of every look at anybody."""
    connection.execute(
        "INSERT INTO audit (prev, at, act, object, why, hash) VALUES (?, ?, 'listed', '', 'home', ?)",
        ("0" * 64, "2026-11-25T19:30:00.000000+00:00", "0" * 64),
    )
    connection.execute("COMMIT")
