"""Nobody touches the laptop: after a while it says so once, and a lid that was shut counts as nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.inactivity import Inactivity, seconds_asleep


class Clocks:
    """Two clocks that stand still until they are moved: the one that sleeps with the laptop, and the wall's."""

    def __init__(self) -> None:
        self.awake, self.wall, self.asleep = 1000.0, 1_700_000_000.0, 50.0


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qapp: QApplication, clocks: Clocks) -> Iterator[Inactivity]:
    made = Inactivity(qapp, 300, clock=lambda: clocks.awake, wall=lambda: clocks.wall, asleep=lambda: clocks.asleep)
    yield made
    made.deleteLater()


def said(watch: Inactivity) -> list[bool]:
    heard: list[bool] = []
    watch.inactivity_detected.connect(lambda: heard.append(True))
    return heard


def test_it_says_so_after_the_time_without_a_touch_and_not_before(watch: Inactivity, clocks: Clocks) -> None:
    heard = said(watch)
    clocks.awake += 299
    watch.check()
    assert heard == []
    clocks.awake += 1
    watch.check()
    assert heard == [True]


def test_a_lock_that_was_refused_is_asked_for_again(watch: Inactivity, clocks: Clocks) -> None:
    heard = said(watch)
    clocks.awake += 300
    watch.check()
    clocks.awake += 1
    watch.check()
    assert heard == [True, True]


def test_a_laptop_that_slept_was_left_alone_though_its_own_clock_stood_still(watch: Inactivity, clocks: Clocks) -> None:
    heard = said(watch)
    clocks.wall += 3600
    watch.check()
    assert heard == [True]


def test_a_laptop_that_slept_for_a_moment_was_left_though_nobody_announced_it(
    watch: Inactivity, clocks: Clocks
) -> None:
    heard = said(watch)
    clocks.asleep += 20
    watch.check()
    watch.check()
    assert heard == [True, True]


def test_a_clock_put_right_is_no_sleep(watch: Inactivity, clocks: Clocks) -> None:
    heard = said(watch)
    clocks.wall += 120
    watch.check()
    assert heard == []


def test_this_laptop_knows_how_long_it_slept() -> None:
    assert seconds_asleep() >= -0.01


def test_every_key_press_begins_the_time_anew(qtbot: QtBot, watch: Inactivity, clocks: Clocks) -> None:
    heard, box = said(watch), QLineEdit()
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    for _ in range(5):
        clocks.awake += 200
        QTest.keyClick(box.windowHandle(), Qt.Key.Key_A)
    watch.check()
    assert heard == []


def test_the_first_touch_after_a_long_sleep_does_not_open_what_should_be_locked(
    qtbot: QtBot, watch: Inactivity, clocks: Clocks
) -> None:
    heard, box = said(watch), QLineEdit()
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    clocks.wall += 3600
    QTest.keyClick(box.windowHandle(), Qt.Key.Key_A)
    assert heard == [True]
