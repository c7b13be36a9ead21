"""Somebody at work in a vault until this process is killed: writing, signing, folding in, changing keys, locking.

``python signing_on.py FOLDER SEED``: the passphrase comes over standard input; each act that was acknowledged is one
line on standard output.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from app.storage import audit, sync_state
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.vault import Vault, open_vault


def main() -> None:
    """Work on and on, in an order by lot."""
    folder, chance, passphrase = Path(sys.argv[1]), Random(sys.argv[2]), sys.stdin.readline().strip()
    vault = open_vault(folder, passphrase)
    while True:
        match chance.choice(("write", "write", "write", "look", "sign", "fold", "erase", "lock", "key")):
            case "fold":
                vault.checkpoint()
            case "lock":
                vault.lock()
                vault = open_vault(folder, passphrase)
            case "key":
                vault.change_key(passphrase)
            case act:
                write(vault, act, chance)
        sys.stdout.write("\n")
        sys.stdout.flush()


def write(vault: Vault, act: str, chance: Random) -> None:
    """Do one act in a transaction."""
    with vault.transaction() as tx:
        writing(tx, act, chance)


def writing(tx: Transaction, act: str, chance: Random) -> None:
    """Write something, look at something, sign or erase."""
    name = f"row {chance.randrange(200)}"
    if act == "erase":
        sync_state.forget(tx, name)
        tx.leave_no_trace()
    elif act == "write":
        sync_state.write(tx, name, "words " * chance.randrange(400))
    else:
        audit.write(tx, Act.SIGNED if act == "sign" else Act.VIEWED, name, datetime.now(UTC))


if __name__ == "__main__":
    main()
