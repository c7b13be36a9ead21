"""Keeps our windows out of pictures that other programs take of the screen, where the system can do that.

Linux has no such thing. Windows and macOS were never tried: there it is asked for, and nobody looks at the answer.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from functools import partial

from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

_WDA_MONITOR, _WDA_EXCLUDEFROMCAPTURE = 0x1, 0x11
"""Of Windows: black in a picture; and, from Windows 10 2004 on, not in it at all."""
_NS_WINDOW_SHARING_NONE = 0
"""Of macOS."""


def keep_out_of_pictures(application: QGuiApplication, window: QWidget) -> None:
    """Do so for the one window now, and for every dialogue when it has the keyboard."""
    application.focusWindowChanged.connect(_keep_out)
    exclude(int(window.winId()))


def _keep_out(window: QWindow | None) -> None:
    if window is not None:
        exclude(int(window.winId()))


def exclude(window: int) -> None:
    """Keep one window out, by the system's own number for it (on macOS, for its view)."""
    ways = {"win32": _on_windows, "darwin": _on_macos}
    with suppress(OSError, AttributeError):
        ways.get(sys.platform, partial(int))(window)


def _on_windows(window: int) -> None:
    if sys.platform == "win32":
        set_affinity = ctypes.windll.user32.SetWindowDisplayAffinity
        set_affinity.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
        if not set_affinity(window, _WDA_EXCLUDEFROMCAPTURE):
            set_affinity(window, _WDA_MONITOR)


def _on_macos(view: int) -> None:
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = (ctypes.c_char_p,)
    send = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value or 0
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(send)
    window = ask(view, objc.sel_registerName(b"window"))
    if window:
        tell(window, objc.sel_registerName(b"setSharingType:"), _NS_WINDOW_SHARING_NONE)
