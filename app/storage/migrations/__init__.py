"""The vault's form, step by step: each step is one transaction, forward only, and a newer vault is never touched."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.storage.troubles import VaultTooNew

_FOLDER = Path(__file__).parent


def steps() -> dict[int, Path]:
    """Return the steps by their number: ``0001_first.sql`` is step 1."""
    return {int(path.name[:4]): path for path in sorted(_FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql"))}


def refuse_newer(connection: Any) -> None:
    """Raise ``VaultTooNew`` when the vault has taken steps that this program does not know."""
    if _taken(connection) > max(steps()):
        raise VaultTooNew


def is_empty(connection: Any) -> bool:
    """Say whether not one step was ever taken: such a vault is yet to be made, or is lost."""
    return _taken(connection) == 0


def migrate(connection: Any) -> None:
    """Take every step not yet taken."""
    taken = _taken(connection)
    for number, path in steps().items():
        if number > taken:
            _take(connection, number, path.read_text(encoding="utf-8"))


def _taken(connection: Any) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _take(connection: Any, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script, each whole; the library's own script runner would commit between them."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def schema(connection: Any) -> str:
    """Return the form of the open database as one text, tables first, for ``schema.sql``."""
    query = "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name"
    return "".join(f"{row[0]};\n\n" for row in connection.execute(query))
