"""Listening on a port until told to stop; a request cut off by that is kept whole or not at all, never by half."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable
from typing import Any

from granian.constants import Interfaces
from granian.server.embed import Server

_LOOK_AGAIN_SECONDS = 0.01


class PortTaken(Exception):
    """Something else already listens there."""


def reserve(host: str, port: int) -> socket.socket:
    """Return a socket that holds a port (a free one for 0) until the server listens on it. Raises ``PortTaken``."""
    _check_free(host, port)
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if hasattr(socket, "SO_REUSEPORT"):
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    held.bind((host, port))
    return held


def _check_free(host: str, port: int) -> None:
    # The server shares its port with whoever asks for the same, so two endpoints would answer in turns.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise PortTaken from fault


def serve(application: Any, host: str, port: int, ready: Callable[[int], None]) -> None:
    """Serve until SIGTERM or SIGINT. ``ready`` is called with the port once it can be reached."""
    held = reserve(host, port)
    if not hasattr(socket, "SO_REUSEPORT"):
        held.close()
    with held:
        asyncio.run(_serve(application, host, held.getsockname()[1] if port == 0 else port, ready))


async def _serve(application: Any, host: str, port: int, ready: Callable[[int], None]) -> None:
    server = Server(application, host, port, interface=Interfaces.ASGINL, websockets=False, log_enabled=False)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        _listen_to(number, loop, server.stop)
    serving = loop.create_task(server.serve())
    await _reachable(host, port, serving)
    ready(port)
    await serving


def _listen_to(number: int, loop: asyncio.AbstractEventLoop, act: Callable[[], None]) -> None:
    try:
        # So a signal wakes the loop. Otherwise one that comes just before the loop falls asleep waits for a request.
        loop.add_signal_handler(number, act)
    except NotImplementedError:  # Windows, whose loop is woken by every signal
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(act))


async def _reachable(host: str, port: int, serving: asyncio.Task[None]) -> None:
    while not serving.done():
        try:
            _, writer = await asyncio.open_connection(host, port)
        except OSError:
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)
        else:
            writer.close()
            return
