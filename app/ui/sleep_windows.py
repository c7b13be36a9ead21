"""What Windows says when somebody leaves: the session is locked, switched or ended, the laptop sleeps, the lid is shut.

Written from Microsoft's documentation of the messages, and never run on Windows: only their reading is tested. Nothing
here may keep the program from opening.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from ctypes import wintypes
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_ENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x16, 0x218, 0x2B1
PBT_APMSUSPEND, PBT_POWERSETTINGCHANGE = 0x4, 0x8013
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x2, 0x4, 0x6, 0x7
LID = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3")
LEAVING = frozenset(
    {
        (WM_ENDSESSION, 1),
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
        (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOGOFF),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    }
)
_FOR_THIS_SESSION = _TO_A_WINDOW = 0


class PowerSetting(ctypes.Structure):
    """``POWERBROADCAST_SETTING``: which setting changed, and to what."""

    _fields_ = (("setting", ctypes.c_ubyte * 16), ("length", wintypes.DWORD), ("data", wintypes.DWORD))


class WindowsMessages(QAbstractNativeEventFilter):
    """Reads every message to our windows; it eats none."""

    def __init__(self, leaving: Callable[[], None]) -> None:
        super().__init__()
        self._leaving, self._lid_is_open = leaving, False

    def nativeEventFilter(self, _kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        said = wintypes.MSG.from_address(int(message))
        if (said.message, said.wParam) in LEAVING or self._lid_was_shut(said):
            self._leaving()
        return False, 0

    def _lid_was_shut(self, said: wintypes.MSG) -> bool:
        """Say whether the lid was open before: the first word is only how it stands, shut on a desk with a screen."""
        if (said.message, said.wParam) != (WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE) or not said.lParam:
            return False
        told = PowerSetting.from_address(said.lParam)
        if UUID(bytes_le=bytes(told.setting)) != LID:
            return False
        was_open, self._lid_is_open = self._lid_is_open, told.data != 0
        return was_open and not self._lid_is_open


def listen(leaving: Callable[[], None], window: int) -> object:
    """Have ``leaving`` called; return what must live as long as somebody listens."""
    messages = WindowsMessages(leaving)
    application = QCoreApplication.instance()
    if application is not None:
        application.installNativeEventFilter(messages)
    with suppress(OSError, AttributeError):
        _ask_windows(window)
    return messages


def _ask_windows(window: int) -> None:
    if sys.platform == "win32":
        handle, lid = wintypes.HWND(window), (ctypes.c_ubyte * 16)(*LID.bytes_le)
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, _FOR_THIS_SESSION)
        ctypes.windll.user32.RegisterPowerSettingNotification(handle, ctypes.byref(lid), _TO_A_WINDOW)
        ctypes.windll.user32.RegisterSuspendResumeNotification(handle, _TO_A_WINDOW)
