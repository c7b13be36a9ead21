"""An open vault for each test of storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mason import new_vault

from app.storage.vault import Vault


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    opened = new_vault(folder)
    yield opened
    opened.lock()
