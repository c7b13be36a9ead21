"""Statements written once and for all: putting one together, or looking up how it was, costs more than running it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.sql.elements import CompilerElement

from endpoint.storage.database import Transaction

_ARRAY = re.compile(r"CAST\(%\((\w+)\)s AS (\w+)\[\]\)", re.IGNORECASE)
"""An array among what PostgreSQL is told: it goes as it is, and not spelled out, which for bytes is twice as long."""


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
        words, fixed = self._text(tx)
        return tx.ask(words, {**fixed, **values, "authority": tx.authority})

    def run_each(self, tx: Transaction, several: Sequence[Mapping[str, Any]]) -> None:
        """Run it once with each of these values, now or soon (``Transaction.tell``)."""
        if several:
            words, fixed = self._text(tx)
            tx.tell(words, [{**fixed, **values, "authority": tx.authority} for values in several])

    def _text(self, tx: Transaction) -> tuple[str, Mapping[str, Any]]:
        dialect = "postgresql" if tx.is_postgresql else "sqlite"
        if dialect not in self._texts:
            compiled = self._statement.compile(dialect=_dialect(dialect))
            self._texts[dialect] = (_ARRAY.sub(r"CAST(%(\1)b AS \2[])", str(compiled)), compiled.params)
        return self._texts[dialect]
