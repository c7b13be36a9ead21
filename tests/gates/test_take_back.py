"""On the real window: what a family takes back is taken back with two presses, and every place says so from then on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from furnished import furnish, opened, settle
from pages_seen import words_on
from PySide6.QtWidgets import QApplication

from app.clock import SystemClock
from app.storage import outbox
from app.storage.outbox import OutboxKind

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


def test_the_family_takes_it_back_and_the_word_waits_before_all_else(qapp: QApplication, tmp_path: Path) -> None:
    found = furnish(tmp_path / "laptops")
    with opened(qapp, found.practitioner, tmp_path / "pictures") as jo:
        jo.unlock()
        jo.room.open_family(found.signed, step="where")
        jo.hands.click("where.take_back")
        jo.hands.click("takeback.withdrawn")
        jo.hands.until(lambda: "Taken back at " in words_on(jo.window), "that it was taken back")
        jo.hands.until(lambda: "The word to the desk that it was taken back" in words_on(jo.window), "its word")
        assert "Taken back, " in words_on(jo.window)
        assert not jo.hands.sees("where.take_back")
        if folder := os.environ.get("ECAF_PICTURES"):
            settle()
            jo.window.grab().save(str(Path(folder) / "where-taken-back.png"))
        queue = jo.program.tasks.ask(lambda tx: outbox.waiting(tx, SystemClock().now()))
        assert queue[0].kind is OutboxKind.WITHDRAWAL
