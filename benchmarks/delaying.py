"""A line that is longer than this machine: ``python -m benchmarks.delaying ADDRESS MS`` delays all bytes each way.

Nothing is held back but time: as many bytes are on their way at once as either side likes.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from urllib.parse import urlsplit

_CHUNK = 256 * 1024


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seconds: float) -> None:
    loop = asyncio.get_running_loop()
    with suppress(ConnectionError):
        while piece := await reader.read(_CHUNK):
            loop.call_later(seconds, writer.write, piece)
    loop.call_later(seconds, writer.close)


async def _serve(host: str, port: int, seconds: float) -> None:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(host, port)
        await asyncio.gather(_carry(reader, back, seconds), _carry(there, writer, seconds))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    print("http://127.0.0.1:%d" % server.sockets[0].getsockname()[1], flush=True)  # noqa: UP031 - one number
    await server.serve_forever()


def main() -> None:
    """Carry until told to stop."""
    there = urlsplit(sys.argv[1])
    asyncio.run(_serve(there.hostname or "", there.port or 0, int(sys.argv[2]) / 1000))


if __name__ == "__main__":
    main()
