"""A wire between a laptop and its endpoint that does its worst to whatever is carried: real sockets, one seed."""

from __future__ import annotations

import asyncio
import signal
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from random import Random
from threading import Thread

FAULTS = ("cut", "reset", "delay", "duplicate", "corrupt", "slow")
_PIECE = 4096
_AWAY_SECONDS = 0.02
_ANSWERS = 0.5
"""How often it is the answer that is hit, and not the request."""


@dataclass
class Wire:
    """Carries connections from a port to another, most of them badly.

    ``rate`` is how many bytes a second a slow one carries in each direction, and ``drop_after`` after how many bytes it
    is dropped. ``bad`` is how many of all connections are bad ones; ``faults`` which ways there are.
    """

    port: int
    to: int
    chance: Random
    bad: float = 0.7
    faults: tuple[str, ...] = FAULTS
    rate: float = 2_000_000
    drop_after: int = 600_000

    async def serve(self) -> None:
        """Carry until the process is ended."""
        server = await asyncio.start_server(self.connection, "127.0.0.1", self.port)
        async with server:
            await server.serve_forever()

    async def connection(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """Carry one connection, well or badly, until it ends or the wire is taken down."""
        with suppress(asyncio.CancelledError):
            await self._connection(near, back)

    async def _connection(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        fault = self.chance.choice(self.faults) if self.chance.random() < self.bad else ""
        after = self.drop_after if fault == "slow" else self.chance.randrange(200, 40_000)
        life = _Life(fault, after, hits_answers=fault != "slow" and self.chance.random() < _ANSWERS)
        try:
            far, forth = await asyncio.open_connection("127.0.0.1", self.to)
        except OSError:
            back.close()
            return
        if fault == "delay":
            await asyncio.sleep(self.chance.uniform(0.01, 0.2))
        ways = [
            asyncio.create_task(self._carry(near, forth, life, is_answer=False)),
            asyncio.create_task(self._carry(far, back, life, is_answer=True)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            for end in (back, forth):
                _hang_up(end, rudely=fault == "reset")

    async def _carry(
        self, from_: asyncio.StreamReader, to: asyncio.StreamWriter, life: _Life, *, is_answer: bool
    ) -> None:
        with suppress(OSError):
            while piece := await from_.read(_PIECE):
                if life.fault == "slow":
                    await asyncio.sleep(len(piece) / self.rate)
                piece = life.spoilt(piece) if is_answer == life.hits_answers else piece
                to.write(piece)
                await to.drain()
                if life.fault == "duplicate" and not is_answer:
                    life.said += piece
                if life.is_over:
                    break
        if life.fault == "duplicate" and not is_answer and life.said:
            await self._say_again(bytes(life.said))

    async def _say_again(self, said: bytes) -> None:
        with suppress(OSError):
            _, forth = await asyncio.open_connection("127.0.0.1", self.to)
            forth.write(said)
            await forth.drain()
            await asyncio.sleep(_AWAY_SECONDS)
            forth.close()


@dataclass
class _Life:
    """One connection's fate: what happens to it, after how many bytes, and whether to requests or to answers."""

    fault: str
    after: int
    hits_answers: bool
    passed: int = 0
    is_over: bool = False
    said: bytearray = field(default_factory=bytearray)

    def spoilt(self, piece: bytes) -> bytes:
        """Return what comes out at the other end, and note when the connection ends."""
        place, self.passed = self.after - self.passed, self.passed + len(piece)
        if not 0 <= place < len(piece):
            return piece
        if self.fault == "corrupt":
            return piece[:place] + bytes([piece[place] ^ 1]) + piece[place + 1 :]
        if self.fault in {"cut", "reset", "slow"}:
            self.is_over = True
            return piece[:place]
        return piece


def _hang_up(end: asyncio.StreamWriter, *, rudely: bool) -> None:
    if rudely and (found := end.get_extra_info("socket")) is not None:
        with suppress(OSError):
            found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()


@contextmanager
def wired(wire: Wire) -> Iterator[str]:
    """Carry on a thread for a while; yield the address of this end."""
    ready: SimpleQueue[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = SimpleQueue()

    async def serve() -> None:
        over = asyncio.Event()
        async with await asyncio.start_server(wire.connection, "127.0.0.1", wire.port):
            ready.put((asyncio.get_running_loop(), over))
            await over.wait()

    carrying = Thread(target=lambda: asyncio.run(serve()))
    carrying.start()
    loop, over = ready.get(timeout=10)
    try:
        yield f"http://127.0.0.1:{wire.port}"
    finally:
        loop.call_soon_threadsafe(over.set)
        carrying.join(10)


def run_wire(wire: Wire) -> None:
    """Carry until SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    asyncio.run(wire.serve())


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
