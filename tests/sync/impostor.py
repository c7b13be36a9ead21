"""Something on loopback that is not the endpoint, and answers whatever a test wants to see survived."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Impostor:
    """What it answers to everything, and what it was asked."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    promised: int | None = None
    asked: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@contextmanager
def answering(impostor: Impostor) -> Iterator[str]:
    """Let the impostor answer on a free port, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _answers_of(impostor))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _answers_of(impostor: Impostor) -> type[BaseHTTPRequestHandler]:
    class Answers(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            impostor.asked.append(f"{self.command} {self.path}")
            impostor.bodies.append(self.rfile.read(int(self.headers.get("content-length", 0))))
            self.send_response(impostor.status)
            for name, value in impostor.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(impostor.promised or len(impostor.body)))
            self.end_headers()
            self._write()

        def _write(self) -> None:
            try:
                self.wfile.write(impostor.body)
            except ConnectionError:
                self.close_connection = True  # the client had heard enough

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

        do_GET = do_PUT = do_POST = _answer  # noqa: N815 the server's own names

    return Answers
