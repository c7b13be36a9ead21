"""Statements written once and for all: putting one together, or looking up how it was, costs more than running it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.sql.elements import CompilerElement

from endpoint.storage.database import Transaction


@cache
def _dialect(name: str) -> Dialect:
    return psycopg.dialect() if name == "postgresql" else sqlite.dialect(paramstyle="named")  # type: ignore[no-untyped-call]


class Written:
    """One statement for the requests there are most of; it goes to the driver as it is."""

    def __init__(self, statement: CompilerElement) -> None:
        self._statement = statement
        self._texts: dict[str, tuple[str, Mapping[str, Any]]] = {}

    def run(self, tx: Transaction, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Run it with these values beside the authority; return the rows it answers with, if it does with any."""
        words, fixed = self._text(tx.connection.dialect.name)
        said = tx.cursor.execute(words, {**fixed, **values, "authority": tx.authority})
        return list(said.fetchall()) if said.description else []

    def run_each(self, tx: Transaction, several: Sequence[Mapping[str, Any]]) -> None:
        """Run it once with each of these values, in as few journeys as the driver can."""
        words, fixed = self._text(tx.connection.dialect.name)
        tx.cursor.executemany(words, [{**fixed, **values, "authority": tx.authority} for values in several])

    def _text(self, dialect: str) -> tuple[str, Mapping[str, Any]]:
        if dialect not in self._texts:
            compiled = self._statement.compile(dialect=_dialect(dialect))
            self._texts[dialect] = (str(compiled), compiled.params)
        return self._texts[dialect]
