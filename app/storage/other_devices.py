"""What this vault knows of its owner's other laptops: who vouches for them, and what stood on them; never a key."""

from app.domain.ids import DeviceId
from app.storage.database import Transaction


def keep_certificate(tx: Transaction, device: DeviceId, certificate: str) -> None:
    """Keep the certificate (JSON) of another device; one that is here already stays."""
    tx.run("INSERT OR IGNORE INTO other_devices VALUES (?, ?)", (device, certificate))


def certificates(tx: Transaction) -> tuple[str, ...]:
    """Return the certificates (JSON) of the other devices."""
    return tuple(row["certificate"] for row in tx.all("SELECT certificate FROM other_devices ORDER BY device"))


def keep_ledger(tx: Transaction, device: DeviceId, at: str, body: str) -> bool:
    """Keep what stood on another device at ``at`` (ISO), unless a newer one is here; say whether it was kept."""
    return bool(
        tx.run(
            "INSERT INTO other_ledgers VALUES (?, ?, ?) ON CONFLICT (device)"
            " DO UPDATE SET at = excluded.at, body = excluded.body WHERE excluded.at > other_ledgers.at",
            (device, at, body),
        )
    )


def change_ledger(tx: Transaction, device: DeviceId, body: str) -> None:
    """Keep another body (JSON) of what stood on another device, as of the same time."""
    tx.run("UPDATE other_ledgers SET body = ? WHERE device = ?", (body, device))


def ledgers(tx: Transaction) -> tuple[str, ...]:
    """Return what stood on the other devices (JSON), the newest of each."""
    return tuple(row["body"] for row in tx.all("SELECT body FROM other_ledgers ORDER BY at"))


def forget_ledgers(tx: Transaction) -> None:
    """Forget what stood on other devices, once their owner has read it."""
    tx.run("DELETE FROM other_ledgers")
