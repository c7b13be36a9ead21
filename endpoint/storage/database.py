"""Opening the store and its transactions; a transaction here is durable before anybody hears that it happened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON")


@dataclass(frozen=True)
class Transaction:
    """One transaction of one authority: the connection it runs on, and whose rows it may touch."""

    connection: Connection
    authority: str

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


def open_engine(url: str) -> Engine:
    """Return an engine for the database at ``url``; nothing is opened before the first transaction."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_durable)
        event.listen(engine, "begin", _begin_as_writer)
    return engine


def _make_durable(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_as_writer(connection: Connection) -> None:
    # A reader that turns writer halfway can fail with "database is locked"; a writer from the start waits its turn.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
