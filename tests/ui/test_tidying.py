"""Garbage is collected on the windows' own thread and on no other."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.ui.tidying import Tidying


@pytest.fixture
def tidying(qapp: QApplication) -> Iterator[Tidying]:
    parent = QObject(qapp)
    made = Tidying(parent)
    yield made
    gc.enable()
    parent.deleteLater()


def litter(count: int) -> None:
    for _ in range(count):
        ring: list[object] = []
        ring.append(ring)


@pytest.mark.usefixtures("tidying")
def test_another_thread_never_collects() -> None:
    phases: list[str] = []

    def watch(phase: str, _about: dict[str, int]) -> None:
        phases.append(phase)

    gc.callbacks.append(watch)
    thread = threading.Thread(target=litter, args=(5000,))
    thread.start()
    thread.join()
    gc.callbacks.remove(watch)
    assert not gc.isenabled()
    assert phases == []


def test_what_is_due_is_collected_when_the_windows_have_time(tidying: Tidying) -> None:
    litter(5000)
    before = gc.get_count()[0]
    tidying.tidy()
    assert before > gc.get_threshold()[0]
    assert gc.get_count()[0] < before
