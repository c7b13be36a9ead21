"""Sharing without agreement on the real window: asked for in plain words, read as it goes, sent with one press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from furnished import Opened, opened, settle
from larkrise import HELD_BACK, SHARED_UNAGREED, TOLD, Laptop, by_hand, new_office
from pages_seen import cut_off, nameless
from PySide6.QtWidgets import QApplication
from tour import everything_shown

from app.domain.ids import EpisodeId
from app.storage import outbox, records
from app.storage.database import Transaction
from app.storage.outbox import OutboxKind
from app.ui.shell.othersteps import SHELF

NAME = "information-sharing-decision"
NEEDS = "Sleep, and getting to school on time."
REFUSED = {"c2.store": "yes", "c2.share": "no", "c2.desk": "no", "c2.signer": "Carly Reid", "c2.capacity": "parent",
           "c2.route": "typed", "c2.typed_name": "Carly Reid"}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, EpisodeId]:
    """Make a laptop with a family who let it be kept and share it with nobody."""
    office = new_office(tmp_path / "office")
    jo = Laptop.new(tmp_path / "jo" / "vaults" / "place", by_hand(office, "practitioner"))
    episode = jo.finished_visit(REFUSED).episode
    jo.vault.lock()
    return tmp_path / "jo", episode


@pytest.fixture
def window(place: tuple[Path, EpisodeId], qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    with opened(qapp, place[0], tmp_path) as program:
        program.unlock()
        yield program


def sent(tx: Transaction, episode: EpisodeId) -> list[str]:
    forms = [one for one in records.of_episode(tx, episode) if one.form.url.endswith(NAME)]
    rows = outbox.of_records(tx, [one.record for one in forms])
    return [row.recipient for row in rows if row.kind is OutboxKind.RELEASED]


def test_it_is_decided_read_and_sent_and_nothing_is_asked_twice(window: Opened, place: tuple[Path, EpisodeId]) -> None:
    hands, room, tasks, episode = window.hands, window.room, window.program.tasks, place[1]
    room.open_family(episode, step=SHELF)
    hands.click(f"other.begin:https://ecaf.example/forms/{NAME}")
    hands.find("is.ask")
    assert room.family.file is not None
    (written,) = room.family.file.others
    for path, answer in SHARED_UNAGREED.items():
        room.family.writing.write(written.draft, path, answer)
    window.go_to(f"{NAME}:goes")
    looks_right(window)
    assert "No line is ticked" in everything_shown(window.window)
    for line in ("id.given", "co.needs", "d2.guidance.needs"):
        hands.choose(f"goes:{line}")
    hands.click("goes:d2.guidance.needs")  # and thought better of it
    assert "2 lines go." in everything_shown(window.window)
    window.go_to(f"{NAME}:read")
    read = everything_shown(window.window)
    assert NEEDS in read
    assert HELD_BACK not in read
    hands.click("form.finish")
    hands.find("decided.send:Early help desk")
    shown = everything_shown(window.window)
    assert "Send what you decided" in shown
    assert NEEDS in shown
    assert "He may not be safe at night." in shown
    assert "The family do not know." in shown
    assert HELD_BACK not in shown
    assert TOLD not in shown
    looks_right(window)
    assert tasks.ask(lambda tx: sent(tx, episode)) == []
    hands.click("decided.send:Early help desk")
    settle()
    assert tasks.ask(lambda tx: sent(tx, episode)) == ["Early help desk"]
    assert "It waits to be sent." in everything_shown(window.window)
    assert not hands.named("decided.send:")
    hands.click("decided.back")
    (finished,) = hands.named("other.read:")
    hands.click(finished)
    hands.click("form.send")
    assert "It waits to be sent." in everything_shown(window.window)


def looks_right(window: Opened) -> None:
    settle()
    assert cut_off(window.window) == []
    assert nameless(window.window) == []
