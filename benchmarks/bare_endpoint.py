"""The floor of the endpoint: a bare handler that keeps bytes durably in one table, and asks nobody who they are.

``python -m benchmarks.bare_endpoint ADDRESS`` serves from SQLite at a path, or from PostgreSQL at an address.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from anyio import CapacityLimiter, to_thread

from endpoint.server import serve

_CONNECTIONS = 8
_PAGE = 200
_Keep = Callable[[str, bytes], None]
_List = Callable[[int], bytes]


class BareSqlite:
    """One table in a file, with the endpoint's own pragmas."""

    at_once = 1

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS kept (place INTEGER PRIMARY KEY, id TEXT UNIQUE, body BLOB)"
        )

    def keep(self, envelope: str, body: bytes) -> None:
        """Keep one, durably."""
        self._connection.execute("INSERT INTO kept (id, body) VALUES (?, ?)", (envelope, body))

    def after(self, place: int) -> list[tuple[int, bytes]]:
        """Return a page."""
        query = "SELECT place, body FROM kept WHERE place > ? ORDER BY place LIMIT ?"
        return self._connection.execute(query, (place, _PAGE)).fetchall()


class BarePostgres:
    """One table in PostgreSQL, a connection for each thread."""

    at_once = _CONNECTIONS

    def __init__(self, address: str) -> None:
        self._address, self._mine = address, threading.local()
        with self._connection() as connection:
            connection.execute("CREATE TABLE kept (place BIGSERIAL PRIMARY KEY, id TEXT UNIQUE, body BYTEA)")

    def _connection(self) -> Any:
        import psycopg

        if not hasattr(self._mine, "connection"):
            self._mine.connection = psycopg.connect(self._address, autocommit=True)
        return self._mine.connection

    def keep(self, envelope: str, body: bytes) -> None:
        """Keep one, durably."""
        self._connection().execute("INSERT INTO kept (id, body) VALUES (%s, %s)", (envelope, body))

    def after(self, place: int) -> list[tuple[int, bytes]]:
        """Return a page."""
        query = "SELECT place, body FROM kept WHERE place > %s ORDER BY place LIMIT %s"
        found: list[tuple[int, bytes]] = self._connection().execute(query, (place, _PAGE)).fetchall()
        return found


def application(store: BareSqlite | BarePostgres) -> Any:
    """Return the ASGI application: ``PUT /id`` keeps, ``GET /?after=N`` lists."""
    turn = CapacityLimiter(store.at_once)

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        body = await _body(receive)
        if scope["method"] == "PUT":
            await to_thread.run_sync(store.keep, scope["path"], body, limiter=turn)
            said = b"{}"
        else:
            place = int(parse_qs(scope["query_string"].decode()).get("after", ["0"])[0])
            page = await to_thread.run_sync(store.after, place, limiter=turn)
            said = b"%d\n" % (page[-1][0] if page else place) + b"\n".join(bytes(body) for _, body in page)
        length = [(b"content-length", b"%d" % len(said))]
        await send({"type": "http.response.start", "status": 200, "headers": length})
        await send({"type": "http.response.body", "body": said})

    return answer


async def _body(receive: Any) -> bytes:
    pieces, more = [], True
    while more:
        message = await receive()
        pieces.append(message.get("body", b""))
        more = message.get("more_body", False)
    return b"".join(pieces)


def main() -> None:
    """Serve until told to stop."""
    address = sys.argv[1]
    store = BarePostgres(address) if address.startswith("postgresql:") else BareSqlite(address)
    serve(application(store), "127.0.0.1", 0, lambda port: print(f"http://127.0.0.1:{port}", flush=True))


if __name__ == "__main__":
    main()
