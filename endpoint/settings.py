"""What whoever runs the endpoint may choose; every choice has a default that is safe on one machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_DIGITS = 10


class SettingWrong(Exception):
    """A setting is not what it can be; the sentence says which."""


@dataclass(frozen=True)
class Settings:
    """Where the endpoint keeps things and where it listens.

    ``address`` is the address laptops use, when something in front of the endpoint (TLS) answers under another name;
    empty, it is whatever loopback address the laptop asked for. ``pace`` is how many requests a second one device may
    make for long, 0 without end (``endpoint.pace``); ``queue`` how many requests are taken in at once, of all devices.
    ``index`` names another child index than our own, as ``module:Class`` (``endpoint.childindex``).
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 0
    address: str = ""
    database: str = ""
    pace: int = 50
    queue: int = 128
    index: str = ""

    @property
    def database_url(self) -> str:
        """The database's address: SQLite in the folder, unless another was named."""
        return self.database or f"sqlite:///{self.folder / 'endpoint.db'}"

    @property
    def receipt_key_file(self) -> Path:
        """Where the private receipt key lies."""
        return self.folder / "receipt.key"


def from_environment(folder: Path, environment: Mapping[str, str]) -> Settings:
    """Return the settings for a folder; ``ECAF_ENDPOINT_DATABASE`` and its like may name others.

    Raises ``SettingWrong``.
    """
    return Settings(
        folder=folder,
        database=environment.get("ECAF_ENDPOINT_DATABASE", ""),
        address=environment.get("ECAF_ENDPOINT_ADDRESS", ""),
        pace=_number(environment, "ECAF_ENDPOINT_PACE", Settings.pace, least=0),
        queue=_number(environment, "ECAF_ENDPOINT_QUEUE", Settings.queue, least=1),
        index=environment.get("ECAF_ENDPOINT_INDEX", ""),
    )


def _number(environment: Mapping[str, str], name: str, default: int, least: int) -> int:
    said = environment.get(name, "") or str(default)
    if not (said.isascii() and said.isdecimal() and len(said) < _DIGITS and int(said) >= least):
        raise SettingWrong(f"{name} must be a whole number, and at least {least}. Nothing was done.")
    return int(said)
