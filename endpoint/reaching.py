"""How database and endpoint are reached: never over a network where others could read along, nor in their sight.

What is said here is said in words before anything is opened.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

INSIST, NO_TLS = "verify-full", "none"
"""What ``database_tls`` may say: libpq's strictest way, or that the network is nobody else's."""

_SEEN_BY_OTHERS = 0o077
_ELSEWHERE = ("service", "servicefile", "passfile")
"""What would let the database stand where this page cannot see it."""


class NotReached(Exception):
    """The database must not be reached like this; the sentence says why and what to do."""


def address_in(file: Path, *, whoever_may_read: bool = False) -> str:
    """Return the address in a file that nobody but its owner may read. Raises ``NotReached``."""
    try:
        mode, text = file.stat().st_mode, file.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as fault:
        raise NotReached(f"{file} could not be read as the address of a database. Nothing was done.") from fault
    if os.name == "posix" and mode & _SEEN_BY_OTHERS and not whoever_may_read:
        raise NotReached(
            f"{file} holds the address of the database, and others may read it: chmod 600. Nothing was done."
        )
    return text


def check_password_is_hidden(address: str) -> None:
    """Raise ``NotReached`` where a password stands in the settings or the environment."""
    if address and _read(address).password is not None:
        raise NotReached(
            "The address of the database holds a password. Please write it into a file that only its owner may read, "
            "and name that file as database_file. Nothing was done."
        )


def check_way(address: str, tls: str, environment: Mapping[str, str]) -> None:
    """Raise ``NotReached`` where what is asked and answered would cross a network unsealed, or to anybody."""
    if not address or tls == NO_TLS:
        return
    url = _read(address)
    if url.get_backend_name() == "sqlite" or (_is_here(url, environment) and not set(_ELSEWHERE) & set(url.query)):
        return
    if url.query.get("sslmode") != INSIST:
        raise NotReached(
            "The database is reached over a network, and children's names would cross it in the clear, or to whoever "
            f"pretends to be the database. Please add sslmode={INSIST} to its address; only where that network is "
            f"nobody else's, say database_tls = {NO_TLS}. Nothing was done."
        )


def _is_here(url: URL, environment: Mapping[str, str]) -> bool:
    """Say whether nothing leaves this machine: a socket in a folder, or loopback."""
    named = [url.host or "", *_texts(url, "host"), *_texts(url, "hostaddr")]
    if not any(named):
        named = [environment.get(name, "") for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE")]
    hosts = [host for one in named for host in one.split(",")]
    return all(not host or host.startswith("/") or is_here(host) for host in hosts)


def is_here(host: str) -> bool:
    """Say whether a name stands for this very machine, and for nothing that others could reach."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _texts(url: URL, name: str) -> tuple[str, ...]:
    said = url.query.get(name, "")
    return (said,) if isinstance(said, str) else said


def _read(address: str) -> URL:
    try:
        return make_url(address)
    except ArgumentError as fault:
        raise NotReached("The address of the database cannot be read. Nothing was done.") from fault
