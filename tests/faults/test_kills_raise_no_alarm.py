"""A kill at any moment leaves nothing that looks like an older copy put back: the witness lags and never runs ahead."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from larkrise import PASSPHRASE

from app.storage import audit
from app.storage.keys import ONLY_FOR_TESTS
from app.storage.vault import create_vault, open_vault

ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("ECAF_KILLS", "12"))
LONGEST = 0.3
"""Seconds after the first act within which the kill falls."""


def killed_at_work(folder: Path, lot: Random) -> int:
    """Let somebody work in a vault, kill the process, and return how many acts were acknowledged."""
    command = [sys.executable, str(ROOT / "tests" / "faults" / "signing_on.py"), str(folder), str(lot.random())]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603 -- our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as working:
        assert working.stdin is not None
        assert working.stdout is not None
        working.stdin.write(PASSPHRASE + "\n")
        working.stdin.flush()
        first = working.stdout.readline()
        time.sleep(lot.uniform(0, LONGEST))  # the kill falls at this moment: there is nothing to wait for
        working.kill()
        return len([line for line in (first, *working.stdout) if line.endswith("\n")])


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_no_kill_raises_an_alarm(tmp_path: Path) -> None:
    folder, lot, acts = tmp_path / "vault", Random(20261125), 0
    create_vault(folder, PASSPHRASE, ONLY_FOR_TESTS).lock()
    for kill in range(KILLS):
        acts += killed_at_work(folder, lot)
        vault = open_vault(folder, PASSPHRASE)
        signs = vault.signs
        with vault.transaction() as tx:
            assert audit.verify(tx) is None
        vault.lock()
        assert signs == (), kill
    assert acts > KILLS
