"""An authority that does not answer: it is said what goes on, nobody has to wait, and a late answer changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from threading import enumerate as enumerate_threads

import pytest
from furnished import Opened, opened, settle
from larkrise import new_office
from pages_seen import cut_off, nameless, words_on
from PySide6.QtWidgets import QApplication

from protocol.codec import encode
from protocol.messages import Enrolled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@dataclass
class SlowAuthority:
    """An authority on loopback that answers rightly, and only once it is let go."""

    code: str
    answer: bytes
    go: Event = field(default_factory=Event)
    asked: Event = field(default_factory=Event)
    answered: Event = field(default_factory=Event)
    address: str = ""

    def server(self) -> ThreadingHTTPServer:
        """Return its server on a free port."""
        authority = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["content-length"]))
                authority.asked.set()
                authority.go.wait(60)
                self.send_response(201)
                self.send_header("Content-Length", str(len(authority.answer)))
                self.end_headers()
                self.wfile.write(authority.answer)
                authority.answered.set()

            def log_message(self, *_words: object) -> None:
                """Say nothing."""

        return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[SlowAuthority]:
    """Open an authority that takes its time."""
    office = new_office(tmp_path / "office")
    code, invitation = office.invite(name="Jo Whitfield", job="Mentor", agency="Larkrise", role="practitioner")
    slow = SlowAuthority(code, encode(Enrolled(invitation, office.directory())))
    server = slow.server()
    slow.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield slow
    slow.go.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def joining(qapp: QApplication, authority: SlowAuthority, tmp_path: Path) -> Iterator[Opened]:
    """Ask to join from a new laptop, and have the authority hear it."""
    with opened(qapp, tmp_path / "new laptop", tmp_path) as program:
        words = program.program.window.passphrase.words.words()
        program.hands.click("passphrase.written")
        program.hands.type("passphrase.again", words)
        program.hands.click("passphrase.create")
        program.hands.click("code.later")
        program.hands.type("enrol.address", authority.address)
        program.hands.type("enrol.code", authority.code)
        program.hands.click("enrol.go")
        program.hands.until(authority.asked.is_set, "the authority's ear")
        yield program
        authority.go.set()
        waiting = [thread for thread in enumerate_threads() if thread.name == "elsewhere"]
        program.hands.until(lambda: not any(thread.is_alive() for thread in waiting), "an end of waiting")


def test_it_says_what_it_is_doing_and_can_be_stopped_with_one_key(joining: Opened) -> None:
    assert "Asking your authority…" in words_on(joining.window)
    assert cut_off(joining.window) == []
    assert nameless(joining.window) == []
    stop = QApplication.focusWidget()
    assert stop is not None
    assert stop.objectName() == "busy.cancel"
    joining.hands.click("busy.cancel")
    assert "Nothing is lost." in words_on(joining.window)
    assert not joining.hands.sees("busy.cancel")
    assert joining.hands.find("enrol.go").isEnabled()


def test_an_answer_that_comes_too_late_changes_nothing_and_the_same_code_still_serves(
    joining: Opened, authority: SlowAuthority
) -> None:
    joining.hands.click("busy.cancel")
    authority.go.set()
    joining.hands.until(authority.answered.is_set, "the late answer")
    settle()
    assert joining.program.workroom is None
    joining.hands.click("enrol.go")
    joining.hands.until(lambda: joining.program.workroom is not None, "the workroom")


def test_whoever_waits_gets_in(joining: Opened, authority: SlowAuthority) -> None:
    authority.go.set()
    joining.hands.until(lambda: joining.program.workroom is not None, "the workroom")
