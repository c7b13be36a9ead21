"""The vault beside plain SQLite and bare SQLCipher: opening it, listing, searching, and checking every page.

Each is done in the same turns as both floors, which hold the same rows in the same tables under the same pragmas. The
floor of a look at anybody includes the one line of an audit that it costs, committed to the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from app.operations.searching import search
from app.operations.unlocking import after_unlocking
from app.storage import audit, children, keys, slots
from app.storage.audit import Act
from app.storage.database import Connection
from app.storage.folder import KEYS
from app.storage.keys import STANDARD, Opener
from app.storage.slots import PassphraseSlot
from app.storage.vault import Vault, open_with
from app.ui.shell.homeroom import AT_FIRST, HomeSpan, read_home
from benchmarks.bare import KINDS, bare_copy, open_all, write_line
from benchmarks.family import PASSPHRASE, Laptop
from benchmarks.many import laptop_with
from benchmarks.measure import Beside, Result, Sample, timed

Floor = Callable[[Connection], object]
_LISTED, _SEARCHED, _FEW = 10_000, 25_000, 60
_LOOK_BUDGET = 1.5
_TYPED = ("msn rd", "mas", "reid", "zoe wa", "k m", "frya hgs", "nr")
"""What is typed, from the beginnings of names to a few of their letters."""
_LIST = """
SELECT children.*, episodes.episode, restricted,
       (SELECT changed_at FROM drafts WHERE drafts.episode = episodes.episode ORDER BY changed_at DESC LIMIT 1),
       (SELECT count(*) FROM records WHERE records.episode = episodes.episode)
FROM finding CROSS JOIN children USING (child) CROSS JOIN episodes USING (child) ORDER BY worked_at DESC LIMIT {}
"""
_SEARCH = """
SELECT children.*, episodes.episode, restricted
FROM finding CROSS JOIN children USING (child) CROSS JOIN episodes USING (child)
WHERE {} ORDER BY worked_at DESC LIMIT 12
"""


UNLOCK = Beside(
    "unlock",
    f"Opening a vault of {_LISTED:,} families, the key apart",
    "the vault key opens key file and database, every pragma is read back, the witness compared with every page, keys "
    "of the device unwrapped, sealed files brought together with rows, and the line in the audit",
    "opened by its raw key, the same pragmas, one read, one line in an audit",
)
UNLOCK_WHOLE = Beside(
    "unlock-whole",
    "The same from the passphrase, whole",
    "the same, with the key made of the passphrase at the standard cost",
    "the same derivation, then as above",
)
LIST = Beside(
    "list",
    f"Listing {_LISTED:,} families, a page of {AT_FIRST}",
    f"the {AT_FIRST} families last worked with, each with how far the work is, and the line in the audit",
    f"the same {AT_FIRST} rows by one statement along an index, and one line in an audit",
    _LOOK_BUDGET,
)
HOME = Beside(
    "home",
    f"All that home reads, of {_LISTED:,} families",
    "the same page of the list, with where each finished record is, what is due, what waits, what went well, where "
    "she stopped, what ended, the lease",
    "as for the list alone",
)
SEARCH = Beside(
    "search",
    f"Finding one of {_SEARCHED:,} children by a few letters",
    f"each of {len(_TYPED)} things typed, beginnings of names first and then letters in their order, with the lines of "
    "those found and the line in the audit",
    "the same letters in their order by one statement along the same narrow index, the newest 12 rows, one line in an "
    "audit",
    _LOOK_BUDGET,
)
CHECK = Beside(
    "check",
    f"Checking every page of {_LISTED:,} families",
    "journal folded in, every page's seal, the structure, and every link between rows; it can be stopped",
    "the same checks by their pragmas, a seal only where there is one",
)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the results; ``quick`` is for seeing that this still runs."""
    turns = 2 if quick else 20
    listed = laptop_with(folder / "listed", _FEW if quick else _LISTED)
    bare = _bare(folder, listed)
    with open_all(bare) as open_bare:
        yield from _lists(listed, open_bare, turns, 2 if quick else 20)
        yield from _check(listed, open_bare, turns)
    yield from _unlocks(listed, bare, turns, whole=2 if quick else 6)
    found = laptop_with(folder / "found", _FEW if quick else _SEARCHED, written=False)
    with open_all(_bare(folder / "found", found)) as open_bare:
        yield from _search(found, open_bare, turns)
    found.vault.lock()


def _bare(folder: Path, laptop: Laptop) -> dict[str, Path]:
    with laptop.vault.transaction() as tx:
        return {kind: bare_copy(folder / f"{kind}.db", kind, tx) for kind in KINDS}


def _with_each(connections: dict[str, Connection], act: Floor, times: int = 1) -> dict[str, Callable[[], Sample]]:
    def floor(connection: Connection) -> Callable[[], Sample]:
        return lambda: timed(lambda: act(connection), times)

    return {kind: floor(connection) for kind, connection in connections.items()}


def _lists(laptop: Laptop, bare: dict[str, Connection], turns: int, times: int) -> Iterator[Result]:
    now = laptop.workplace.clock.now()
    span = HomeSpan((now + timedelta(days=28)).date(), ended_since=now - timedelta(days=29))

    def ours() -> None:
        with laptop.vault.transaction() as tx:
            children.newest(tx, AT_FIRST)
            audit.write(tx, Act.LISTED, "", laptop.workplace.clock.now(), "home")

    def home() -> None:
        with laptop.vault.transaction() as tx:
            read_home(tx, laptop.workplace, span)

    def floor(connection: Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_LIST.format(AT_FIRST)).fetchall()
        write_line(connection)

    floors = _with_each(bare, floor, times)
    yield from LIST.measured(lambda: timed(ours, times), floors, turns)
    yield from HOME.measured(lambda: timed(home, times), floors, turns)


def _search(laptop: Laptop, bare: dict[str, Connection], turns: int) -> list[Result]:
    def ours(typed: str) -> None:
        with laptop.vault.transaction() as tx:
            search(tx, laptop.workplace, laptop.vault, typed)

    def floor(connection: Connection, typed: str) -> None:
        patterns = [f"% {'%'.join(word)}%" for word in typed.split()]
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_SEARCH.format(" AND ".join(["sought LIKE (? || '')"] * len(patterns))), patterns).fetchall()
        write_line(connection)

    def all_typed(connection: Connection) -> Callable[[], Sample]:
        return lambda: _each(lambda typed: floor(connection, typed))

    floors = {kind: all_typed(connection) for kind, connection in bare.items()}
    return SEARCH.measured(lambda: _each(ours), floors, turns)


def _each(act: Callable[[str], object]) -> Sample:
    """Return what one of the searches takes, over all of them."""
    whole = timed(lambda: [act(typed) for typed in _TYPED])
    return {aspect: figure / len(_TYPED) for aspect, figure in whole.items()}


def _check(laptop: Laptop, bare: dict[str, Connection], turns: int) -> list[Result]:
    def floor(connection: Connection) -> None:
        for pragma in ("wal_checkpoint(TRUNCATE)", "cipher_integrity_check", "integrity_check", "foreign_key_check"):
            connection.execute(f"PRAGMA {pragma}").fetchall()  # SQLite passes over the one it does not know

    return CHECK.measured(lambda: timed(laptop.vault.check), _with_each(bare, floor), turns)


def _unlocks(laptop: Laptop, bare: dict[str, Path], turns: int, *, whole: int) -> Iterator[Result]:
    laptop.vault.change_passphrase(PASSPHRASE, STANDARD)
    laptop.vault.lock()
    file = keys.read_keys(laptop.vault.folder / KEYS)
    vault_key = keys.unlock(file, PASSPHRASE)
    slot = slots.known_slot(next(iter(file.of_type("passphrase"))), PassphraseSlot)
    by_key, by_words = keys.with_vault_key(vault_key), keys.with_passphrase(PASSPHRASE)
    yield from UNLOCK.measured(lambda: _opened(laptop, by_key), _bare_openings(bare), turns)
    yield from UNLOCK_WHOLE.measured(lambda: _opened(laptop, by_words), _bare_openings(bare, slot), whole)


def _bare_openings(bare: dict[str, Path], slot: PassphraseSlot | None = None) -> dict[str, Callable[[], Sample]]:
    return {kind: partial(_bare_opened, kind, path, slot) for kind, path in bare.items()}


def _opened(laptop: Laptop, opener: Opener) -> Sample:
    opened: list[Vault] = []

    def work() -> None:
        vault = open_with(laptop.vault.folder, opener)
        opened.append(vault)
        with vault.transaction() as tx:
            after_unlocking(tx, vault, laptop.workplace.forms, laptop.workplace.clock)

    took = timed(work)
    opened[0].lock()
    return took


def _bare_opened(kind: str, path: Path, slot: PassphraseSlot | None) -> Sample:
    opened: list[Connection] = []

    def work() -> None:
        if slot is not None:
            slots.stretched(slot, PASSPHRASE)
        opened.append(KINDS[kind](path))
        opened[0].execute("BEGIN IMMEDIATE")
        write_line(opened[0])

    took = timed(work)
    opened[0].close()
    return took
