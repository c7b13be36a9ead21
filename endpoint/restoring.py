"""Putting a backup back: whole or not at all, in a new epoch, with whatever was erased or given since run again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert

from endpoint import backups
from endpoint.backups import Begins, NotWhole, Row
from endpoint.door import Door
from endpoint.office import NotReady, open_door
from endpoint.outside import Outside
from endpoint.settings import Settings
from endpoint.storage.authorities import list_ended_epochs
from endpoint.storage.database import Store, Transaction, open_engine
from endpoint.storage.schema import NEWEST, bring_up_to_date
from endpoint.storage.tables import METADATA
from endpoint.times import now, to_text

_AT_ONCE = 200


def take_backup(door: Door, file: Path) -> Begins:
    """Take a backup while the endpoint goes on. Raises ``NotReady``."""
    try:
        return backups.take(door.store, file, door.now())
    except FileExistsError as fault:
        raise NotReady(f"{file} is there already, and was left as it is.") from fault
    except OSError as fault:
        raise NotReady(f"{file} could not be written. Is there room? Nothing else was changed.") from fault


def verify_backup(door: Door, file: Path) -> Begins:
    """Read a backup from end to end, and tell laptops from now on that it holds what it holds. Raises ``NotReady``."""
    begins = _verified(file)
    with door.store.transaction() as tx:
        known = {door.house.store_epoch, *list_ended_epochs(tx)}
    if begins.authority != door.store.authority or begins.epoch not in known:
        raise NotReady(f"{file} is whole, but it is not a backup of this store.")
    held = door.house.outside.verified()
    places = {**begins.ended, begins.epoch: begins.server_seq}
    newest = {epoch: max(place, held.get(epoch, 0)) for epoch, place in places.items()}
    door.house.outside.write_verified({**held, **newest}, to_text(door.now()))
    return begins


def _verified(file: Path) -> Begins:
    try:
        return backups.verify(file)
    except OSError as fault:
        raise NotReady(f"{file} could not be read.") from fault
    except NotWhole as fault:
        raise NotReady(f"{file} is not a backup that could be put back: {fault}.") from fault


def restore(settings: Settings, file: Path) -> Begins:
    """Put a backup in the place of the store, which nobody may be serving meanwhile. Raises ``NotReady``.

    A SQLite store that stood there is moved aside and never erased.
    """
    begins = _verified(file)
    if begins.revision > NEWEST:
        raise NotReady(f"{file} was taken by a newer version of this program. Nothing was changed.")
    if not settings.receipt_key_file.exists():
        raise NotReady(f'{settings.folder} holds no receipt key. Please run "ecaf-endpoint init" first.')
    _move_aside(settings)
    outside = Outside(settings.folder)
    outside.write_epoch("being put back")  # so that whoever opens the store next knows, however far this came
    outside.write_verified({**begins.ended, begins.epoch: begins.server_seq}, to_text(now()))
    engine = open_engine(settings.database_url)
    try:
        bring_up_to_date(engine)
        with Store(engine, begins.authority).transaction() as tx:
            _fill(tx, file)
    finally:
        engine.dispose()
    with closing(open_door(settings)):  # which begins a new epoch, and runs again what was given and erased since
        return begins


def _move_aside(settings: Settings) -> None:
    if settings.database:
        return
    store = settings.folder / "endpoint.db"
    stamp = to_text(now()).replace(":", "")
    for file in (store, *(store.with_name(store.name + end) for end in ("-wal", "-shm"))):
        if file.exists():
            file.replace(file.with_name(f"{file.name}.before-{stamp}"))


def _fill(tx: Transaction, file: Path) -> None:
    for table in reversed(METADATA.sorted_tables):
        tx.connection.execute(delete(table).where(table.c.authority == tx.authority))
    rows = (frame for frame in backups.read(file) if isinstance(frame, Row))
    for table, some in _together(rows):
        tx.connection.execute(insert(METADATA.tables[table]), some)


def _together(rows: Iterator[Row]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield rows of one table in lots."""
    while lot := list(islice(rows, _AT_ONCE)):
        for table in dict.fromkeys(row.table for row in lot):
            yield table, [row.row for row in lot if row.table == table]
