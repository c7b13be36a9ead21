"""What whoever runs the endpoint may choose; every choice has a default that is safe on one machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """Where the endpoint keeps things and where it listens.

    ``address`` is the address laptops use, when something in front of the endpoint (TLS) answers under another name;
    empty, it is whatever loopback address the laptop asked for.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 0
    address: str = ""
    database: str = ""

    @property
    def database_url(self) -> str:
        """The database's address: SQLite in the folder, unless another was named."""
        return self.database or f"sqlite:///{self.folder / 'endpoint.db'}"

    @property
    def receipt_key_file(self) -> Path:
        """Where the private receipt key lies."""
        return self.folder / "receipt.key"


def from_environment(folder: Path, environment: Mapping[str, str]) -> Settings:
    """Return the settings for a folder. ``ECAF_ENDPOINT_DATABASE`` and ``ECAF_ENDPOINT_ADDRESS`` may name others."""
    return Settings(
        folder=folder,
        database=environment.get("ECAF_ENDPOINT_DATABASE", ""),
        address=environment.get("ECAF_ENDPOINT_ADDRESS", ""),
    )
