"""A passphrase may be as long as anybody likes, every letter counts, it never runs out, and nothing hints at it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from mason import PASSPHRASE, new_vault

from app.operations.entering import enter
from app.storage.keys import ONLY_FOR_TESTS, KeyFile
from app.storage.slots import PassphraseSlot
from app.storage.troubles import WrongPassphrase
from app.storage.vault import create_vault, open_vault

YEARS_ON = datetime(2066, 3, 2, 9, 30, tzinfo=UTC)


class FarAhead:
    """A clock forty years on."""

    def now(self) -> datetime:
        return YEARS_ON

    def elapsed(self) -> float:
        return 0.0


def test_every_letter_of_a_long_passphrase_counts(tmp_path: Path) -> None:
    long = "K" * 5000
    create_vault(tmp_path / "vault", long + "7", ONLY_FOR_TESTS).lock()
    with pytest.raises(WrongPassphrase):
        open_vault(tmp_path / "vault", long + "8")
    open_vault(tmp_path / "vault", long + "7").lock()


def test_a_passphrase_never_runs_out(tmp_path: Path) -> None:
    new_vault(tmp_path / "vault").lock()
    enter(tmp_path / "vault", PASSPHRASE, FarAhead(), lambda: ONLY_FOR_TESTS).lock()
    open_vault(tmp_path / "vault", PASSPHRASE).lock()


def test_nothing_that_lies_open_beside_a_place_could_hold_a_hint() -> None:
    assert set(KeyFile.__struct_fields__) == {"fmt", "vault", "epoch", "commit", "slots", "inner", "mac", "sum"}
    of_the_meter = {"kdf", "v", "m", "t", "p", "salt"}
    assert set(PassphraseSlot.__struct_fields__) == {"id", "type", "aead", "nonce", "ct"} | of_the_meter
