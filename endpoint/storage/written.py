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

_ARRAY = re.compile(r"CAST\(%\((\w+)\)s AS bytea\[\]\)", re.IGNORECASE)
"""An array of bytes among what PostgreSQL is told: it goes as it is, since spelled out it is twice as long."""


def _spelled_out(value: Any) -> Any:
    """Return a list of texts or numbers as PostgreSQL writes an array; the driver takes ten times as long for it."""
    if not isinstance(value, list) or (value and isinstance(value[0], bytes)):
        return value
    return "{" + ",".join(f'"{_escaped(one)}"' if isinstance(one, str) else str(one) for one in value) + "}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


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
        return tx.ask(words, self._values(tx, fixed, values))

    def run_each(self, tx: Transaction, several: Sequence[Mapping[str, Any]]) -> None:
        """Run it once with each of these values, now or soon (``Transaction.tell``)."""
        if several:
            words, fixed = self._text(tx)
            tx.tell(words, [self._values(tx, fixed, values) for values in several])

    @staticmethod
    def _values(tx: Transaction, fixed: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        said = {name: _spelled_out(value) for name, value in values.items()} if tx.is_postgresql else values
        return {**fixed, **said, "authority": tx.authority}

    def _text(self, tx: Transaction) -> tuple[str, Mapping[str, Any]]:
        dialect = "postgresql" if tx.is_postgresql else "sqlite"
        if dialect not in self._texts:
            compiled = self._statement.compile(dialect=_dialect(dialect))
            self._texts[dialect] = (_ARRAY.sub(r"CAST(%(\1)b AS bytea[])", str(compiled)), compiled.params)
        return self._texts[dialect]
