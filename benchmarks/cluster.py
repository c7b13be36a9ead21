"""A PostgreSQL for measuring and testing, thrown away after it: nothing of it is on a network, or elsewhere."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

OWNER = "postgres"
_QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
_NUMBERS = count(1)


def program(name: str) -> Path | None:
    """Return where a program of PostgreSQL's server lies: Debian keeps them off the path."""
    found = shutil.which(name) or next(
        iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None
    )
    return Path(found) if found else None


def lacking() -> str:
    """Return what is missing for a cluster; empty where one can be had."""
    return ", ".join(name for name in ("initdb", "postgres") if program(name) is None)


@contextmanager
def cluster(*, durable: bool = False, more: Sequence[str] = (), beside: Path | None = None) -> Iterator[Cluster]:
    """Run a cluster for a while; ``durable`` for measuring, since without it nothing waits for the disk.

    ``more`` are other settings of the server, each as ``name=value``; files of ``beside`` lie beside its own folder.
    """
    folder = Path(tempfile.mkdtemp(prefix="ecaf-pg-"))
    who: dict[str, Any] = {"user": OWNER, "group": OWNER, "extra_groups": []} if os.geteuid() == 0 else {}
    if who:
        shutil.chown(folder, OWNER, OWNER)
    try:
        _run([str(program("initdb")), "-D", str(folder / "data"), "-U", OWNER, "-A", "trust", "-N", "-E", "UTF8"], who)
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", "max_connections=100"]
        settings += [*([] if durable else _QUICK), *more]
        for file in beside.iterdir() if beside is not None else ():
            shutil.copy(file, folder)
            if who:
                shutil.chown(folder / file.name, OWNER, OWNER)
        line = [
            str(program("postgres")),
            "-D",
            str(folder / "data"),
            *(part for one in settings for part in ("-c", one)),
        ]
        with (
            (folder / "log.txt").open("wb") as log,
            subprocess.Popen(line, stdout=log, stderr=log, cwd=folder, **who) as server,  # noqa: S603 a program we found
        ):
            try:
                yield Cluster(folder)
            finally:
                server.send_signal(signal.SIGINT)  # at once: nobody is waited for
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(line: list[str], who: dict[str, Any]) -> None:
    subprocess.run(line, check=True, capture_output=True, cwd="/", **who)  # noqa: S603 a program we found


class Cluster:
    """A running server."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new_database(self, like: str = "") -> str:
        """Return the address of a fresh database: empty, or a copy of one at another address that nobody has open."""
        import psycopg

        name = f"ecaf{next(_NUMBERS)}"
        with self.connected(psycopg) as connection:
            copied = f" TEMPLATE {urlsplit(like).path.strip('/')}" if like else ""
            connection.execute(f"CREATE DATABASE {name}{copied}")
        return f"postgresql://{OWNER}@/{name}?host={self._folder}"

    def connected(self, psycopg: Any) -> Any:
        """Return a connection of its owner's, once it has started."""
        address = f"postgresql://{OWNER}@/postgres?host={self._folder}"
        for _ in range(200):
            try:
                return psycopg.connect(address, autocommit=True)
            except psycopg.OperationalError:
                subprocess.run(["sleep", "0.05"], check=True)  # noqa: S607 - it is still starting
        return psycopg.connect(address, autocommit=True)
