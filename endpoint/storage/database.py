"""Opening the store and its transactions; a transaction here is durable before anybody hears that it happened."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import OperationalError, ProgrammingError

WRITERS = 8
"""How many requests one process answers at once on a database with several writers."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")
_DISK_FULL, _FORBIDDEN = "53100", "42501"
_TURN = "SELECT pg_advisory_xact_lock(:key)"

_JOURNEY_BYTES = 12 * 1024
_NUMBER_BYTES = 8

_Told = tuple[str, Sequence[Mapping[str, Any]]]


def _size(told: _Told) -> int:
    """Return about how many bytes a statement is on its way."""
    words, several = told
    said = (
        one
        for values in several
        for value in values.values()
        for one in (value if isinstance(value, list) else [value])
    )
    return len(words) + sum(len(one) if isinstance(one, str | bytes) else _NUMBER_BYTES for one in said)


class Transaction:
    """One transaction of one authority: the connection it runs on, and whose rows it may touch.

    What is only told waits, on a database that is a journey away, for the next question, or the end: all of it goes
    in one journey. It is done in its order, and before anything else is asked by any way, so nobody can tell.
    """

    def __init__(self, connection: Connection, authority: str) -> None:
        self.authority = authority
        self.is_postgresql = connection.dialect.name == "postgresql"
        self._connection, self._told = connection, list[_Told]()

    @property
    def connection(self) -> Connection:
        """The connection, for all statements but those there are most of."""
        self._tell_what_waits()
        return self._connection

    def ask(self, words: str, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run a statement in the driver's own words, and return the rows it answers with, if it does with any."""
        cursor = self._driver.cursor()
        with self._journey((words, [values])):
            self._tell_now()
            cursor.execute(words, values)
        return list(cursor.fetchall()) if cursor.description else []

    def tell(self, words: str, several: Sequence[Mapping[str, Any]]) -> None:
        """Run a statement with each of these values, now or soon; it fails, if it does, before the commit."""
        self._told.append((words, several))
        if not self.is_postgresql:
            self._tell_now()

    def take_turn(self) -> None:
        """Wait for the authority's turn to give out places; it is held until the transaction ends."""
        if self.is_postgresql:
            self.tell(_TURN.replace(":key", "%(key)s"), [{"key": _turn_of(self.authority)}])

    def finish(self) -> None:
        """Commit, and send along what was only told: what is too much for one journey goes ahead of the rest."""
        if self._told:
            while self._is_much(*self._told):
                self._tell(*self._told.pop(0))
            with self._journey():
                self._tell_now()
                self._driver.commit()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Undo what is done inside when it raises, and leave the rest of the transaction standing."""
        with self.connection.begin_nested():
            try:
                yield
            except BaseException:
                self._told.clear()
                raise
            self._tell_what_waits()

    @property
    def _driver(self) -> Any:
        return self._connection.connection.driver_connection

    def _journey(self, *more: _Told) -> AbstractContextManager[object]:
        """Let statements go together, where they are few words; else each waits for its own answer.

        The driver can wait for ever where one journey holds more than the network takes at once.
        """
        pipeline: AbstractContextManager[object] = nullcontext()
        if self.is_postgresql and not self._is_much(*self._told, *more):
            pipeline = self._driver.pipeline()
        return pipeline

    @staticmethod
    def _is_much(*several: _Told) -> bool:
        return sum(map(_size, several)) > _JOURNEY_BYTES

    def _tell_what_waits(self) -> None:
        if self._told:
            with self._journey():
                self._tell_now()

    def _tell_now(self) -> None:
        told, self._told = self._told, []
        for words, several in told:
            self._tell(words, several)

    def _tell(self, words: str, several: Sequence[Mapping[str, Any]]) -> None:
        cursor = self._driver.cursor()
        if len(several) == 1:
            cursor.execute(words, several[0])
        else:
            cursor.executemany(words, several)


@dataclass(frozen=True)
class Store:
    """One authority's rows in one database."""

    engine: Engine
    authority: str

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Commit what is done inside, or nothing of it when it raises."""
        with self.engine.begin() as connection:
            tx = Transaction(connection, self.authority)
            yield tx
            tx.finish()

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


def is_forbidden(fault: BaseException) -> bool:
    """Say whether something failed because the database account may not do it."""
    return isinstance(fault, ProgrammingError) and getattr(fault.orig, "sqlstate", "") == _FORBIDDEN


def take_turn(connection: Connection, authority: str) -> None:
    """Wait for this authority's turn to give out places; it is held until the transaction ends.

    SQLite's transactions are in turns already.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(_TURN), {"key": _turn_of(authority)})


def _turn_of(authority: str) -> int:
    return int.from_bytes(hashlib.sha256(authority.encode()).digest()[:7], "big")


def _make_durable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_as_writer(connection: Connection) -> None:
    # A reader that turns writer halfway can fail with "database is locked"; a writer from the start waits its turn.
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")
