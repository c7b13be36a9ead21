"""An open loop asks at times fixed before, and counts a wait from when it was due; no figure is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from benchmarks.laptops import NotAsItShouldBe, check_store
from benchmarks.openloop import CONNECTIONS, poisson, send_when_due
from benchmarks.wire import Request

LONG_AGO = -3600.0
REQUESTS = [Request("PUT", "/one", {}, b"a body")] * (2 * CONNECTIONS)


class Server(ThreadingHTTPServer):
    request_queue_size = 2 * CONNECTIONS


@contextmanager
def answering(status: int) -> Iterator[str]:
    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_PUT(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with Server(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_times_are_the_same_for_the_same_seed_and_as_many_as_the_rate_says() -> None:
    due = poisson(200, 30, seed=8)
    assert due == poisson(200, 30, seed=8) != poisson(200, 30, seed=9)
    assert due == sorted(due)
    assert 5_700 < len(due) < 6_300
    assert due[0] > 0
    assert due[-1] < 30


def test_who_waited_is_counted_from_when_it_was_due() -> None:
    with answering(200) as address:
        late = send_when_due(address, REQUESTS, [LONG_AGO] * len(REQUESTS))
    assert len(late) == len(REQUESTS)
    assert min(late) > -LONG_AGO


def test_a_refusal_is_no_answer() -> None:
    with answering(503) as address, pytest.raises(RuntimeError, match="503"):
        send_when_due(address, REQUESTS, [LONG_AGO] * len(REQUESTS))


@pytest.mark.parametrize(
    ("found", "words"), [(["a"], "1 lost, 0"), (["a", "b", "b"], "0 lost, 1"), (["a", "c"], "1 l")]
)
def test_what_was_lost_or_doubled_leaves_no_result(found: list[str], words: str) -> None:
    check_store(Counter("ab"), Counter("ba"))
    with pytest.raises(NotAsItShouldBe, match=words):
        check_store(Counter("ab"), Counter(found))
