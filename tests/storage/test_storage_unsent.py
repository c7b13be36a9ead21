"""What is not safe yet is found record by record: a round with thousands must not hold the vault for seconds."""

from collections.abc import Iterator

import pytest

from app.storage import unsent
from app.storage.database import Transaction
from app.storage.vault import Vault


@pytest.fixture
def tx(vault: Vault) -> Iterator[Transaction]:
    with vault.transaction() as work:
        yield work


def test_each_finished_record_looks_only_at_its_own_envelopes(tx: Transaction) -> None:
    plan = [row["detail"] for row in tx.all(f"EXPLAIN QUERY PLAN {unsent._FINISHED}")]
    looks = [line for line in plan if "outbox" in line]
    assert looks == ["SEARCH outbox USING INDEX outbox_by_record (record=? AND version=?)"]
