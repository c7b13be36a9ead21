"""Our windows ask to be kept out of pictures; that is tried here against what Windows is documented to answer alone."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import hardening
from app.ui import capture

LEFT_OUT, BLACK = 0x11, 0x1


class Asked:
    """Stands in for one function of Windows: notes what it was asked, and answers."""

    def __init__(self, *refused: int) -> None:
        self.calls: list[tuple[int, ...]] = []
        self.argtypes: tuple[object, ...] = ()
        self._refused = refused

    def __call__(self, *said: int) -> int:
        self.calls.append(said)
        return int(said[-1] not in self._refused)


def on_windows(monkeypatch: pytest.MonkeyPatch, **libraries: object) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(**libraries), raising=False)


def test_a_window_is_left_out_of_pictures_where_windows_can(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked()
    on_windows(monkeypatch, user32=SimpleNamespace(SetWindowDisplayAffinity=asked))
    capture.exclude(7)
    assert asked.calls == [(7, LEFT_OUT)]


def test_an_older_windows_makes_it_black_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(LEFT_OUT)
    on_windows(monkeypatch, user32=SimpleNamespace(SetWindowDisplayAffinity=asked))
    capture.exclude(7)
    assert asked.calls == [(7, LEFT_OUT), (7, BLACK)]


@pytest.mark.parametrize("system", ["win32", "darwin", "linux", "another"])
def test_a_system_without_it_stops_nothing(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(), raising=False)
    capture.exclude(7)


def test_a_windows_that_knows_no_such_thing_still_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    on_windows(monkeypatch)
    hardening.leave_no_dump()


def test_windows_is_asked_for_no_report_of_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    mode, flags = Asked(), Asked()
    on_windows(monkeypatch, kernel32=SimpleNamespace(SetErrorMode=mode, WerSetFlags=flags))
    hardening.leave_no_dump()
    assert (mode.calls, flags.calls) == ([(0x8003,)], [(0x1,)])


def test_the_window_and_every_dialogue_are_asked_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    excluded: list[int] = []
    monkeypatch.setattr(capture, "exclude", excluded.append)
    window, dialogue = QWidget(), QWidget()
    for widget in (window, dialogue):
        qtbot.addWidget(widget)
    capture.keep_out_of_pictures(qapp, window)
    assert excluded == [int(window.winId())]
    dialogue.show()
    dialogue.activateWindow()
    qtbot.waitUntil(dialogue.isActiveWindow)
    qapp.focusWindowChanged.disconnect(capture._keep_out)
    assert int(dialogue.winId()) in excluded
