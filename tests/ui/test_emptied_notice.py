"""Whoever comes back to a laptop that was emptied reads who ordered it, when, and what is lost, first of all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.main import show_entrance
from app.storage.emptying import Emptied, erase_keys
from app.storage.folder import KEYS
from app.ui.window import ProgramWindow

AT = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def test_the_first_page_tells_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "vaults" / "a-place"
    folder.mkdir(parents=True)
    (folder / KEYS).write_bytes(b"a key")
    erase_keys(folder, Emptied("Ambleton", AT, 2, 1))
    window = ProgramWindow()
    qtbot.addWidget(window)
    show_entrance(window, tmp_path)
    shown = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "A place on this laptop was emptied on 26 November 2026" in shown
    assert "2 sealed copies and 1 draft" in shown
