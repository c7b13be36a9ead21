"""A damaged form file stops the program from starting, kindly: with a window that says which file, not with a crash."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import main
from app.look.kit import Button, Text
from app.paths import resources
from app.ui.cannotstart import CannotStart


def test_a_damaged_form_file_is_named_in_a_window_that_can_be_closed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "checklist.json").write_bytes(b"{")
    shutil.copytree(resources() / "policy", tmp_path / "policy")
    monkeypatch.setattr(main, "resources", lambda: tmp_path)
    front = main.begin(qapp, tmp_path, lambda: main.surroundings(tmp_path, []))
    qtbot.waitUntil(lambda: front.instead is not None)
    window = front.instead
    assert isinstance(window, CannotStart)
    assert not front.window.isVisible()
    (line,) = caplog.messages
    assert line.startswith("start FormFaulty at ")
    caplog.clear()
    qtbot.addWidget(window)
    said = " ".join(text.words for text in window.findChildren(Text) if text.isVisible())
    assert "(checklist.json)" in said
    assert "Everything written so far is safe." in said
    assert "whoever looks after the forms" in said
    (close,) = (button for button in window.findChildren(Button) if button.objectName() == "cannot_start.close")
    close.click()
    assert not window.isVisible()
    front.window.deleteLater()  # closing it would end the application, which the next test still needs


def test_a_damaged_settings_file_is_named_in_such_a_window_too(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "default.json").write_bytes(b"{")
    monkeypatch.setattr(main, "resources", lambda: tmp_path)
    front = main.begin(qapp, tmp_path, lambda: main.surroundings(tmp_path, []))
    qtbot.waitUntil(lambda: front.instead is not None)
    window = front.instead
    assert isinstance(window, CannotStart)
    caplog.clear()
    qtbot.addWidget(window)
    said = " ".join(text.words for text in window.findChildren(Text) if text.isVisible())
    assert "The policy file default.json cannot be used" in said
    assert "Everything written so far is safe." in said
    window.close()
    front.window.deleteLater()
