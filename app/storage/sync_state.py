"""The few facts remembered between contacts, by name (a cursor, the last contact, today's visit by its bare id)."""

from app.storage.database import Transaction

CONTACTED = "last contact"
"""The endpoint's time at the last contact."""


def read(tx: Transaction, name: str) -> str | None:
    """Return the fact of this name, or None."""
    row = tx.one("SELECT value FROM sync_state WHERE name = ?", (name,))
    return str(row["value"]) if row else None


def write(tx: Transaction, name: str, value: str) -> None:
    """Remember a fact in the place of any before it."""
    tx.run("INSERT OR REPLACE INTO sync_state VALUES (?, ?)", (name, value))


def forget(tx: Transaction, name: str) -> None:
    """Forget a fact."""
    tx.run("DELETE FROM sync_state WHERE name = ?", (name,))


def beginning_with(tx: Transaction, prefix: str) -> dict[str, str]:
    """Return the facts whose names begin so, in the order of their names."""
    query = "SELECT name, value FROM sync_state WHERE substr(name, 1, ?) = ? ORDER BY name"
    return {row["name"]: row["value"] for row in tx.all(query, (len(prefix), prefix))}
