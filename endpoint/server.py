"""Listening on a port until told to stop; a request cut off by that is kept whole or not at all, never by half."""

from __future__ import annotations

import asyncio
import signal
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from granian.constants import Interfaces, SSLProtocols
from granian.server.embed import Server

_LOOK_AGAIN_SECONDS = 0.01


class PortTaken(Exception):
    """Something else already listens there."""


class CertificateWrong(Exception):
    """The certificate and its key cannot be read, or do not belong together."""


class Papers(NamedTuple):
    """The certificate that the endpoint shows, with those who vouch for it, and its private key: two PEM files."""

    certificate: Path
    key: Path

    def check(self) -> None:
        """Raise ``CertificateWrong`` where no TLS could be spoken with them."""
        try:
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.certificate, self.key, password="")
        except (OSError, ValueError) as fault:
            raise CertificateWrong from fault


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


def serve(application: Any, host: str, port: int, ready: Callable[[int], None], papers: Papers | None = None) -> None:
    """Serve until SIGTERM or SIGINT: with papers over TLS 1.3 and nothing else.

    ``ready`` is called with the port once it can be reached. Raises ``PortTaken`` and ``CertificateWrong``.
    """
    if papers is not None:
        papers.check()
    held = reserve(host, port)
    if not hasattr(socket, "SO_REUSEPORT"):
        held.close()
    with held:
        found = held.getsockname()[1] if port == 0 else port
        asyncio.run(_serve(_server(application, host, found, papers), host, found, ready))


def _server(application: Any, host: str, port: int, papers: Papers | None) -> Server:
    certificate, key = papers or (None, None)
    return Server(
        application,
        host,
        port,
        interface=Interfaces.ASGINL,
        websockets=False,
        log_enabled=False,
        ssl_protocol_min=SSLProtocols.tls13,
        ssl_cert=certificate,
        ssl_key=key,
    )


async def _serve(server: Server, host: str, port: int, ready: Callable[[int], None]) -> None:
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
