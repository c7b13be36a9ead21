"""Opening the store and its transactions; a transaction here is durable before anybody hears that it happened."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError

WRITERS = 8
"""How many requests one process answers at once on a database with several writers."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")
_DISK_FULL = "53100"
_TURN = text("SELECT pg_advisory_xact_lock(:key)")


@dataclass(frozen=True)
class Transaction:
    """One transaction of one authority: the connection it runs on, and whose rows it may touch.

    ``in_turn``: it has the authority's turn to give out places already (``take_turn``).
    """

    connection: Connection
    authority: str
    in_turn: bool = False

    @cached_property
    def cursor(self) -> Any:
        """The driver's own cursor, for statements that are written already; SQLite's and PostgreSQL's are alike."""
        return self.connection.connection.cursor()

    def with_turn(self) -> Transaction:
        """Return the same transaction once it has its turn to give out places, for all that it gives."""
        take_turn(self.connection, self.authority)
        return replace(self, in_turn=True)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo what is done inside when it raises, and leave the rest of the transaction standing."""
        with self.connection.begin_nested():
            yield


@dataclass(frozen=True)
class Store:
    """One authority's rows in one database."""

    engine: Engine
    authority: str

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Commit what is done inside, or nothing of it when it raises."""
        with self.engine.begin() as connection:
            yield Transaction(connection, self.authority)

    @contextmanager
    def snapshot(self) -> Iterator[Transaction]:
        """Show one moment of the store for as long as it takes, while others go on writing; nothing is written."""
        with self.engine.connect() as connection:
            yield Transaction(_reading(connection), self.authority)

    @property
    def at_once(self) -> int:
        """How many transactions may run at once: SQLite has one writer."""
        return 1 if self.engine.dialect.name == "sqlite" else WRITERS


def _reading(connection: Connection) -> Connection:
    if connection.dialect.name == "sqlite":
        return connection.execution_options(only_reads=True)
    return connection.execution_options(isolation_level="REPEATABLE READ")


def open_engine(url: str) -> Engine:
    """Return an engine for the database at ``url``; nothing is opened before the first transaction."""
    if url.startswith("sqlite:"):
        engine = create_engine(url)
        event.listen(engine, "connect", _make_durable)
        event.listen(engine, "begin", _begin_as_writer)
        return engine
    return create_engine(_with_driver(url), pool_size=WRITERS)


def _with_driver(url: str) -> str:
    """Return the address with the driver that is installed, where none is named."""
    scheme, mark, rest = url.partition("://")
    return f"postgresql+psycopg{mark}{rest}" if scheme in {"postgresql", "postgres"} else url


def is_full(fault: BaseException) -> bool:
    """Say whether something failed because there was no room left on the disk."""
    said = fault.orig if isinstance(fault, OperationalError) else fault
    is_sqlites = isinstance(said, sqlite3.OperationalError) and "disk is full" in str(said)
    return is_sqlites or getattr(said, "sqlstate", "") == _DISK_FULL


def take_turn(connection: Connection, authority: str) -> None:
    """Wait for this authority's turn to give out places; it is held until the transaction ends.

    SQLite's transactions are in turns already.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_TURN, {"key": int.from_bytes(hashlib.sha256(authority.encode()).digest()[:7], "big")})


def _make_durable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_as_writer(connection: Connection) -> None:
    # A reader that turns writer halfway can fail with "database is locked"; a writer from the start waits its turn.
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")
