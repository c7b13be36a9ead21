"""A request is read in one way only: where its body ends, and what a parameter says."""

from __future__ import annotations

import json
import re
import socket

from ambleton import Laptop, Town, problem_of

SECOND = b"GET /v1/health HTTP/1.1\r\nhost: ambleton.example\r\n\r\n"
CHUNKS = b"3\r\n{ }\r\n0\r\n\r\n"
_HEAD = b"POST /v1/enrolments HTTP/1.1\r\nhost: ambleton.example\r\n"


def said_to(town: Town, request: bytes) -> tuple[list[int], bool]:
    """Send these very bytes and a second request behind them; return each status, and whether the line was shut."""
    host, _, port = town.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as wire:
        wire.sendall(request + SECOND)
        heard, shut = b"", False
        while not shut and b'"store_epoch"' not in heard:  # which only the second request's answer says
            try:
                piece = wire.recv(65536)
            except ConnectionResetError:  # shut before the second request was taken off the line
                piece = b""
            heard, shut = heard + piece, not piece
    return [int(one) for one in re.findall(rb"HTTP/1\.1 (\d{3})", heard)], shut


def test_a_request_that_says_twice_where_it_ends_never_hides_a_second_one(town: Town) -> None:
    hidden = b"0\r\n\r\n" + SECOND
    for lines, body in (
        ((b"content-length: %d" % len(CHUNKS), b"transfer-encoding: chunked"), CHUNKS),
        ((b"transfer-encoding: chunked", b"content-length: 4"), CHUNKS),
        ((b"content-length: %d" % len(hidden), b"transfer-encoding: chunked"), hidden),
        ((b"content-length: 3", b"content-length: 8"), b"{ }"),
        ((b"content-length: 8", b"content-length: 3"), b"{ }"),
        ((b"content-length: 3, 8",), b"{ }"),
        ((b"transfer-encoding: xchunked", b"content-length: 3"), b"{ }"),
        ((b"transfer-encoding: chunked, identity",), CHUNKS),
        ((b"transfer-encoding : chunked", b"content-length: 3"), b"{ }"),
        ((b"content-length: +3",), b"{ }"),
        ((b"content-length: -3",), b"{ }"),
        ((b"content-length: 3\r\n 8",), b"{ }"),
        ((b"transfer-encoding: chunked",), b"zz\r\n{ }\r\n0\r\n\r\n"),
        ((b"transfer-encoding: chunked",), b"3\n{ }\n0\n\n"),
    ):
        said = _HEAD + b"".join(line + b"\r\n" for line in lines) + b"\r\n" + body
        assert said_to(town, said) == ([400], True), lines


def test_a_request_that_says_it_once_is_followed_by_the_next(town: Town) -> None:
    """The control: the line is not simply shut after every request."""
    for line, body in ((b"content-length: 3", b"{ }"), (b"transfer-encoding: chunked", CHUNKS)):
        assert said_to(town, _HEAD + line + b"\r\n\r\n" + body) == ([400, 200], False)


def test_a_parameter_that_comes_twice_is_refused_and_once_is_read(priya: Laptop) -> None:
    for twice in ("limit=1&limit=2", "limit=1&limit=1", "cursor=&limit=1&cursor=", "limit=1&%6cimit=2", "x=1&x=2"):
        refused = priya.ask("GET", f"/v1/changes?{twice}")
        assert problem_of(refused) == "request.malformed", twice
    assert json.loads(priya.ask("GET", "/v1/changes?limit=1&cursor=").content)["headers"] == []
