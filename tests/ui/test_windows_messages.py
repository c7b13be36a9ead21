"""What Windows says is read right, from messages laid out in memory as Windows lays them out; it never ran there."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from uuid import UUID, uuid4

import pytest

from app.ui import sleep_windows as windows
from app.ui.sleep_windows import PowerSetting, WindowsMessages

RESUMED, UNLOCKED, KEY_DOWN = 0x12, 0x8, 0x100


class Ears:
    """Counts how often somebody left."""

    def __init__(self) -> None:
        self.times = 0
        self.messages = WindowsMessages(self.hear)

    def hear(self) -> None:
        self.times += 1

    def say(self, message: int, word: int = 0, setting: PowerSetting | None = None) -> None:
        """Hand over a message as Windows does: by its place in memory. It is never eaten."""
        address = ctypes.addressof(setting) if setting is not None else 0
        said = wintypes.MSG(message=message, wParam=word, lParam=address)
        assert self.messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said)) == (False, 0)


@pytest.fixture
def ears() -> Ears:
    return Ears()


def lid(*, is_open: bool, setting: UUID = windows.LID) -> PowerSetting:
    """Return what is said of the lid."""
    return PowerSetting((ctypes.c_ubyte * 16)(*setting.bytes_le), 4, int(is_open))


@pytest.mark.parametrize(("message", "word"), sorted(windows.LEAVING))
def test_sleep_a_locked_a_switched_and_an_ended_session_are_leaving(ears: Ears, message: int, word: int) -> None:
    ears.say(message, word)
    assert ears.times == 1


def test_coming_back_and_typing_are_not(ears: Ears) -> None:
    for message, word in (
        (windows.WM_POWERBROADCAST, RESUMED),
        (windows.WM_WTSSESSION_CHANGE, UNLOCKED),
        (windows.WM_ENDSESSION, 0),
        (KEY_DOWN, 7),
        (windows.WM_POWERBROADCAST, windows.PBT_POWERSETTINGCHANGE),
    ):
        ears.say(message, word)
    assert ears.times == 0


def say_lid(ears: Ears, setting: PowerSetting) -> None:
    ears.say(windows.WM_POWERBROADCAST, windows.PBT_POWERSETTINGCHANGE, setting)


def test_a_lid_that_is_shut_is_leaving_and_one_that_was_shut_all_along_is_not(ears: Ears) -> None:
    say_lid(ears, lid(is_open=False))
    assert ears.times == 0
    say_lid(ears, lid(is_open=True))
    assert ears.times == 0
    say_lid(ears, lid(is_open=False))
    assert ears.times == 1


def test_another_setting_is_not_the_lid(ears: Ears) -> None:
    say_lid(ears, lid(is_open=True))
    say_lid(ears, lid(is_open=False, setting=uuid4()))
    assert ears.times == 0
