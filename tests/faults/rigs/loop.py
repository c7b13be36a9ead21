"""Somebody saves and saves in one vault and is killed: ``python -m rigs.loop FOLDER SEED KILLS`` prints the figures.

Each life is a fork that opens the vault, tells what it found, and goes on; the next one's finding is held against what
the last one acknowledged. A quarter of the kills falls while the vault is being opened after the kill before.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

from larkrise import PASSPHRASE

from app.errors import Trouble
from app.storage import audit, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import Vault, create_vault, open_vault
from rigs.tally import Tally

ROWS = 40
"""So many rows are written in turn: each must hold the words of the last save that came round to it."""
LONGEST_WORDS = 30_000
IN_OPENING = 0.25
OPENING_SECONDS, SAVING_SECONDS = 0.04, 0.03
"""Within which the kill falls, from the fork or from the first save."""
PATIENCE_SECONDS = 60
START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_SAVES = ("write",) * 20 + ("sign", "sign", "fold", "erase", "lock", "boast")
Say = Callable[[str], None]


def main() -> None:
    """Run it as told, and print the figures."""
    os.umask(0o077)
    folder, seed, kills = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    boasts = sys.argv[4:] == ["boasting"]
    print(json.dumps(asdict(killed_so_often(folder, seed, kills, boasts=boasts))))  # noqa: T201 -- the line to the test


def killed_so_often(folder: Path, seed: str, kills: int, *, boasts: bool = False) -> Tally:
    """Make a vault and kill whoever works in it so often; return what came of it."""
    create_vault(folder, PASSPHRASE, ONLY_FOR_TESTS).lock()
    lot, tally, acknowledged = Random(seed), Tally(), 0
    while tally.kills < kills:
        found, said = one_life(folder, lot, boasts=boasts)
        tally += held_against(acknowledged, found)
        tally += Tally(kills=1, acknowledged=len(said))
        acknowledged = max(said, default=acknowledged if found is None else found.kept)
    return tally + held_against(acknowledged, looked_at(folder))


@dataclass(frozen=True)
class Finding:
    """What a life found: the last save kept, what is half done, what else is wrong; or why it could not look."""

    kept: int = 0
    half: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    refused: str = ""


def held_against(acknowledged: int, found: Finding | None) -> Tally:
    """Return what is wrong with what a life found, given the last save that was acknowledged before it."""
    if found is None:
        return Tally()
    if found.refused:
        return Tally(unopenable=1)
    half = bool(found.half) or found.kept > acknowledged + 1
    return Tally(lost=int(found.kept < acknowledged), half=int(half), otherwise_broken=int(bool(found.faults)))


def one_life(folder: Path, lot: Random, *, boasts: bool) -> tuple[Finding | None, list[int]]:
    """Let a fork work until it is killed; return what it found, if it came so far, and the saves it acknowledged."""
    reading, writing = os.pipe()
    seed, in_opening = lot.random(), lot.random() < IN_OPENING
    wait = lot.random() * (OPENING_SECONDS if in_opening else SAVING_SECONDS)
    process = os.fork()
    if process == 0:
        in_the_fork(folder, Random(seed), writing, boasts=boasts)
    os.close(writing)
    heard = b""
    if not in_opening:
        select.select([reading], [], [], PATIENCE_SECONDS)
        heard = os.read(reading, 1 << 16)
    time.sleep(wait)  # the kill falls at this moment: there is nothing to wait for
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    with os.fdopen(reading, "rb") as rest:
        lines = [line for line in (heard + rest.read()).decode().splitlines(keepends=True) if line.endswith("\n")]
    return (Finding(**json.loads(lines[0])) if lines else None), [int(line) for line in lines[1:]]


def looked_at(folder: Path, passphrase: str = PASSPHRASE) -> Finding:
    """Return what a last life finds."""
    heard: list[str] = []
    with ExitStack() as stack:
        vault = opened(folder, heard.append, passphrase)
        if vault is not None:
            stack.callback(vault.lock)
    return Finding(**json.loads(heard[0]))


def in_the_fork(folder: Path, lot: Random, told: int, *, boasts: bool) -> None:
    """Open, say what is found, and work on and on; never come back."""
    signal.alarm(PATIENCE_SECONDS)

    def say(line: str) -> None:
        os.write(told, f"{line}\n".encode())

    try:
        vault = opened(folder, say)
        number = last_of(vault) if vault else 0
        while vault is not None:
            number += 1
            vault = one_save(vault, number, lot, say, boasts=boasts)
    except BaseException:  # noqa: BLE001 -- whatever it was, this fork must not go on as if it were the loop
        traceback.print_exc()
    os._exit(1)


def opened(folder: Path, say: Say, passphrase: str = PASSPHRASE) -> Vault | None:
    """Open the vault, and say what is in it and what is wrong with it."""
    try:
        vault = open_vault(folder, passphrase)
    except Trouble as trouble:
        say(json.dumps(asdict(Finding(refused=type(trouble).__name__))))
        return None
    with vault.transaction() as tx:
        kept = kept_in(tx)
        half, broken = tuple(half_done(tx, kept)), audit.verify(tx)
    faults = (*vault.signs, *vault.check().faults, *([f"the audit at {broken}"] if broken else []))
    say(json.dumps(asdict(Finding(kept, half, faults))))
    return vault


def one_save(vault: Vault, number: int, lot: Random, say: Say, *, boasts: bool) -> Vault:
    """Save once, acknowledge it, and do what else is done in a day."""
    kind = lot.choice(_SAVES)
    if boasts and kind in {"write", "boast"}:
        say(str(number))  # what must never be done: the rig is to find it
    with vault.transaction() as tx:
        save(tx, number, kind)
    say(str(number))
    if kind == "fold":
        vault.checkpoint()
    if kind == "lock":
        vault.lock()
        return open_vault(vault.folder, PASSPHRASE)
    return vault


def save(tx: Transaction, number: int, kind: str) -> None:
    """Write the count, the words, and a line in the audit; or sign, or have what was deleted scrubbed."""
    sync_state.write(tx, "count", str(number))
    sync_state.write(tx, f"row {number % ROWS}", words(number))
    audit.write(tx, Act.SIGNED if kind == "sign" else Act.WRITTEN, str(number), START)
    if kind == "erase":
        sync_state.forget(tx, "to be erased")
        tx.leave_no_trace()


def words(number: int) -> str:
    """Return what is written by one save: some are long."""
    digest = sha256(str(number).encode()).digest()
    return digest.hex() * (1 if digest[0] % 8 else digest[1] * LONGEST_WORDS // 255 // 64)


def kept_in(tx: Transaction) -> int:
    """Return the number of the last save that is kept."""
    return int(sync_state.read(tx, "count") or 0)


def last_of(vault: Vault) -> int:
    """Return the same of an open vault."""
    with vault.transaction() as tx:
        return kept_in(tx)


def half_done(tx: Transaction, kept: int) -> Iterator[str]:
    """Yield what does not belong to exactly so many saves."""
    for number in range(max(1, kept - ROWS + 1), kept + 1):
        if sync_state.read(tx, f"row {number % ROWS}") != words(number):
            yield f"row {number % ROWS}"
    row = tx.one("SELECT count(*) AS lines, max(CAST(object AS INTEGER)) AS last FROM audit")
    if row is None or (row["lines"], row["last"] or 0) != (kept, kept):
        yield "the audit's lines"


if __name__ == "__main__":
    main()
