"""The rows of a damaged vault's tables by their names: what hangs on a tree, and what has lost the branch it hung on.

A row that hangs on nothing any more is given to the one table whose columns it fits; where two would do, it is counted
as lost. A row is never taken from a page that was given back: those hold nothing (``secure_delete``).
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.storage.migrations import migrate
from app.storage.salvage.pages import Pages
from app.storage.salvage.trees import Cell, Tree, Value, cells, is_index

Row = dict[str, Value]

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*")
_IDS = {"child", "episode", "draft", "envelope", "device", "household"}
"""Columns whose text is always a random id."""
_NEVER_IDS = {"path", "page", "name", "at", "text", "file", "sorted_to", "words", "person", "line"}
"""Columns whose text never is one."""
_NAMES = {"path", "page", "name", "line"}
"""Columns whose text is the name of something: no time, no JSON, and no word of a child's name."""
_BEGIN_WITH = {"word": " ", "letters": ";", "spelled": "="}
"""Columns whose text always begins so."""
_TYPES: dict[str, type | tuple[type, ...]] = {"TEXT": str, "INTEGER": int, "BLOB": bytes}
_MASTER_COLUMNS = 5


@dataclass(frozen=True)
class _Column:
    name: str
    type: str
    may_be_null: bool
    key: int

    def takes(self, value: Value) -> bool:
        """Say whether a value can stand in this column."""
        return (value is None and self.may_be_null) or isinstance(value, _TYPES[self.type])


@dataclass(frozen=True)
class _Table:
    name: str
    columns: tuple[_Column, ...]
    has_rowid: bool

    @property
    def alias(self) -> str:
        """The column that is another name for the row's number, and is stored nowhere else; often none."""
        keys = [column for column in self.columns if column.key]
        return keys[0].name if self.has_rowid and len(keys) == 1 and keys[0].type == "INTEGER" else ""

    def row(self, cell: Cell) -> Row | None:
        """Return a cell as a row of this table, or ``None`` when it does not fit; columns added since are left out."""
        columns = self.columns[: len(cell.values)]
        if len(cell.values) > len(self.columns):
            return None
        row = {column.name: value for column, value in zip(columns, cell.values, strict=True)}
        if self.alias and row.get(self.alias, 0) is None:
            row[self.alias] = cell.rowid
        return row if all(column.takes(row[column.name]) for column in columns) else None

    def could_be(self, row: Row) -> bool:
        """Say whether a whole row has its ids and times where this table has them, and none where it never has one."""
        return len(row) == len(self.columns) and all(_could_be(name, str(value)) for name, value in row.items())


def _could_be(column: str, text: str) -> bool:
    if column in _IDS | _NEVER_IDS and bool(_ID.fullmatch(text)) is not (column in _IDS):
        return False
    if column == "at" or column.endswith("_at"):
        return text == "None" or _TIME.fullmatch(text) is not None
    if column in _NAMES and (_TIME.fullmatch(text) or text.startswith(("{", " ", ";", "="))):
        return False
    if column in _BEGIN_WITH and not text.startswith(_BEGIN_WITH[column]):
        return False
    return column != "certificate" or text.startswith("{")


@dataclass
class Salvaged:
    """What could be read, table by table; and how much could not: pages in all, and rows or pages by table."""

    rows: dict[str, list[Row]] = field(default_factory=dict, repr=False)
    pages: int = 0
    damaged_pages: int = 0
    is_proved: bool = True
    lost: dict[str, int] = field(default_factory=dict)
    unplaced: int = 0

    def of(self, table: str) -> list[Row]:
        """Return the rows of one table."""
        return self.rows.get(table, [])


def read_rows(database: Path, key: bytes) -> Salvaged:
    """Return every row of every table that can be read; the file is read and never opened as a database."""
    pages, tables = Pages(database, key), _tables()
    found = Salvaged(pages=pages.count, damaged_pages=len(pages.damaged), is_proved=pages.is_proved)
    roots, seen = _roots(pages)
    for name, table in tables.items():
        tree = Tree(pages, roots[name]) if name in roots else None
        fitting = [table.row(cell) for cell in tree.cells] if tree else []
        found.rows[name] = [row for row in fitting if row is not None]
        found.lost[name] = (tree.lost if tree else 1) + fitting.count(None)
        seen |= tree.seen if tree else set()
    if pages.damaged or not roots:
        for name, root in roots.items():
            if name not in tables:
                seen |= Tree(pages, root).seen
        _adopt(found, tables, (number for number in pages if number not in seen), pages)
    for name, table in tables.items():
        found.rows[name] = list(_once(table, found.rows[name]))
    return found


def _roots(pages: Pages) -> tuple[dict[str, int], set[int]]:
    """Return the first page of each table and index by its name, as far as the list of them can be read."""
    if pages[1] is None:
        return {}, set()
    master = Tree(pages, 1)
    whole = [cell.values for cell in master.cells if len(cell.values) == _MASTER_COLUMNS]
    return {str(name): root for _, name, _, root, _ in whole if isinstance(root, int) and root}, master.seen


def _adopt(found: Salvaged, tables: Mapping[str, _Table], orphans: Iterable[int], pages: Pages) -> None:
    for number in orphans:
        in_index = is_index(pages, number)
        for cell in cells(pages, number)[0]:
            fitting = {
                name: row
                for name, table in tables.items()
                if table.has_rowid is not in_index and (row := table.row(cell)) is not None and table.could_be(row)
            }
            if len(fitting) == 1:
                name, row = fitting.popitem()
                found.rows[name].append(row)
            else:
                found.unplaced += bool(fitting)


def _once(table: _Table, rows: Iterable[Row]) -> Iterator[Row]:
    """Yield each row once by its key, what hangs on a tree before what has lost it."""
    key, met = [column.name for column in table.columns if column.key], set()
    for row in rows:
        which = tuple(row.get(name) for name in key)
        if which not in met:
            met.add(which)
            yield row


def _tables() -> dict[str, _Table]:
    """Return the tables of the newest form, as its steps make them in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection)
        listed = connection.execute("SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        return {name: _table(connection, name, bare) for name, bare in listed if not name.startswith("sqlite_")}
    finally:
        connection.close()


def _table(connection: Any, name: str, without_rowid: int) -> _Table:
    info = connection.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,))
    columns = tuple(_Column(column, kind, not needed and not key, key) for column, kind, needed, key in info)
    return _Table(name, columns, not without_rowid)
