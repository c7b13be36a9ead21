"""Makes ``requirements-endpoint.lock``: of the whole lock what a machine needs that only runs the endpoint.

``python tests/house/endpointlock.py`` writes it afresh; the pins and their hashes are those of ``requirements.lock``,
with whatever each of them needs. Nothing is fetched.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LOCK, OF_THE_ENDPOINT = ROOT / "requirements.lock", ROOT / "requirements-endpoint.lock"
USED = (
    "alembic", "cryptography", "granian", "http-message-signatures", "jsonschema", "msgspec", "psycopg", "pyrage",
    "rapidfuzz", "rfc8785", "setuptools", "sqlalchemy", "starlette", "zstandard",
)  # fmt: skip
"""What the endpoint and the authority's desk use themselves, and what installs them."""

HEAD = """# Made by tests/house/endpointlock.py of requirements.lock: what a machine needs that only runs the endpoint.
"""


def blocks(lock: str) -> dict[str, str]:
    """Return what stands in a lock of each package, by its name."""
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==.*\n(?:[ ].*\n)*", lock, re.MULTILINE)
    whole = re.finditer(r"^[A-Za-z0-9._-]+(?:\[[^\]]*\])?==.*\n(?:[ ].*\n)*", lock, re.MULTILINE)
    return dict(zip(found, (one.group() for one in whole), strict=True))


def needed(lock: str) -> str:
    """Return of a lock what the endpoint needs, with what that needs."""
    parts = blocks(lock)
    kept = {name for name in parts if name in USED}
    while more := {name for name, text in parts.items() if name not in kept and _needed_by(text) & kept}:
        kept |= more
    return HEAD + "".join(text for name, text in parts.items() if name in kept)


def _needed_by(block: str) -> set[str]:
    """Return the packages for which one stands in the lock."""
    return set(re.findall(r"^    #(?: via|  ) +([A-Za-z0-9._-]+)", block, re.MULTILINE))


if __name__ == "__main__":
    OF_THE_ENDPOINT.write_text(needed(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
