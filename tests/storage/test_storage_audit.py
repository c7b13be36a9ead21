"""The audit's lines are bound together, say what they are about, and cannot be written anew by whoever comes later."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mason import MASON, MORNING, after, finished, queued, register

from app.storage import audit, migrations, records
from app.storage.audit import Act
from app.storage.database import Transaction
from app.storage.vault import Vault

KEY = b"k" * 32


@pytest.fixture
def tx(vault: Vault) -> Iterator[Transaction]:
    with vault.transaction() as opened:
        yield opened


def acts(tx: Transaction) -> list[str]:
    return [row["act"] for row in tx.all("SELECT act FROM audit ORDER BY n")]


def without_guards(tx: Transaction) -> None:
    for trigger in ("audit_stays", "audit_never_changes"):
        tx.run(f"DROP TRIGGER {trigger}")


def test_the_lines_of_a_vault_from_before_verify_as_they_did(tx: Transaction) -> None:
    """What version 0.1.0 wrote: a hash over six things, and no word of what it is about."""
    import rfc8785

    without_guards(tx)
    prev = "0" * 64
    for n in range(1, 4):
        line: dict[str, Any] = {"n": n, "prev": prev, "at": f"2026-03-0{n}", "act": "viewed", "object": "x", "why": ""}
        digest = sha256(b"ecaf/audit/v1\0" + rfc8785.dumps(line)).hexdigest()
        tx.run(
            "INSERT INTO audit (n, prev, at, act, object, why, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*line.values(), digest),
        )
        prev = digest
    assert audit.verify(tx) is None
    tx.run("UPDATE audit SET at = '2026-03-02T09:30:00.000000+00:00'")
    assert audit.verify(tx) == 1


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=6, max_size=6), st.integers(0, 2**40))
def test_what_is_hashed_is_as_the_rule_for_canonical_json_has_it(texts: list[str], n: int) -> None:
    """RFC 8785: sorted names, no spaces, and of all letters only quotes, backslashes and controls written otherwise."""
    import rfc8785

    told: dict[str, str | int] = {
        **dict(zip(("prev", "at", "act", "object", "why", "about"), texts, strict=True)),
        "n": n,
    }
    assert audit._canonical(told) == rfc8785.dumps(told)


def test_new_lines_go_on_from_old_ones_and_say_what_they_are_about(tx: Transaction) -> None:
    episode = register(tx, MASON)
    records.add(tx, finished(episode))
    queued(tx, "envelope")
    for object_id in (episode, "record", "envelope", MASON, ""):
        audit.write(tx, Act.VIEWED, object_id, MORNING)
    abouts = [row["about"] for row in tx.all("SELECT about FROM audit ORDER BY n")]
    assert abouts == [episode, episode, episode, "", ""]
    assert audit.verify(tx) is None


@pytest.mark.parametrize("to", ["another", ""])
def test_what_a_line_is_about_cannot_be_changed(tx: Transaction, to: str) -> None:
    episode = register(tx, MASON)
    audit.write(tx, Act.VIEWED, episode, MORNING)
    without_guards(tx)
    tx.run("UPDATE audit SET about = ?", (to,))
    assert audit.verify(tx) == 1


def keyed(tx: Transaction, count: int = 6) -> None:
    audit.write(tx, Act.UNLOCKED, "", MORNING)
    audit.begin_key(tx, KEY, b"sealed")
    for n in range(count):
        audit.write(tx, Act.VIEWED, f"record {n}", after(n))


def test_the_first_key_proves_every_line_and_is_not_in_the_vault_any_more(vault: Vault) -> None:
    with vault.transaction() as tx:
        keyed(tx)
    with vault.transaction() as tx:
        assert audit.verify(tx, KEY) is None
        assert audit.verify(tx, b"x" * 32) == 2
        row = tx.one("SELECT audit_key FROM standing")
        assert audit.sealed_key(tx) == b"sealed"
    assert row is not None
    key = KEY
    for _ in range(6):
        assert bytes(row["audit_key"]) != key
        key = sha256(key).digest()
    assert bytes(row["audit_key"]) == key


@pytest.mark.parametrize("n", [2, 4, 7])
def test_whoever_writes_the_chain_anew_from_some_line_is_found_out(tx: Transaction, n: int) -> None:
    """They have the vault open and can compute every hash; the keys of the lines before are gone."""
    keyed(tx)
    without_guards(tx)
    rows = tx.all("SELECT * FROM audit WHERE n >= ? ORDER BY n", (n,))
    prev = rows[0]["prev"]
    for row in rows:
        line = audit.Line(row["n"], prev, row["at"], "printed", row["object"], row["why"], row["about"])
        prev = audit._hash(line)
        tx.run("UPDATE audit SET act = 'printed', prev = ?, hash = ? WHERE n = ?", (line.prev, prev, row["n"]))
    assert audit.verify(tx) is None
    assert audit.verify(tx, KEY) == n


def test_a_clock_set_back_has_a_line_and_the_latest_time_is_kept(tx: Transaction) -> None:
    audit.write(tx, Act.VIEWED, "", after(7200))
    audit.write(tx, Act.VIEWED, "", after(7150))
    assert acts(tx) == ["viewed", "viewed"]
    audit.write(tx, Act.VIEWED, "", MORNING)
    audit.write(tx, Act.VIEWED, "", MORNING)
    assert acts(tx)[2:] == ["clock-set-back", "viewed", "viewed"]
    row = tx.one("SELECT why FROM audit WHERE act = 'clock-set-back'")
    assert row is not None
    assert row["why"] == f"{timedelta(seconds=7150) // timedelta(seconds=1)} seconds"
    assert audit.latest_time(tx) == after(7200)
    assert audit.verify(tx) is None


def test_a_line_that_is_undone_leaves_the_key_where_it_was(vault: Vault) -> None:
    with vault.transaction() as tx:
        keyed(tx)
    with suppress(KeyboardInterrupt), vault.transaction() as tx:
        audit.write(tx, Act.VIEWED, "", MORNING)
        raise KeyboardInterrupt
    with vault.transaction() as tx:
        audit.write(tx, Act.VIEWED, "", MORNING)
        assert audit.verify(tx, KEY) is None


def test_the_steps_know_nothing_of_a_line_they_did_not_write() -> None:
    assert "UPDATE audit" not in "".join(path.read_text(encoding="utf-8") for path in migrations.steps().values())
