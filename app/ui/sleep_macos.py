"""What macOS says when somebody leaves: the screen is locked, or covered by the screen saver.

Written from Apple's documentation, and never run on macOS. Sleep is noticed on waking, by the clocks (``inactivity``).
Nothing here may keep the program from opening.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable

_SAID = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
_UTF8, _AT_ONCE = 0x08000100, 4
_CALLED = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)


def listen(leaving: Callable[[], None]) -> object:
    """Have ``leaving`` called; return what must live as long as somebody listens. Raises ``OSError``."""
    core = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
    core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.restype = ctypes.c_void_p
    core.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
    called = _CALLED(lambda *_said: leaving())
    add = core.CFNotificationCenterAddObserver
    add.restype = None
    add.argtypes = (ctypes.c_void_p, ctypes.c_void_p, _CALLED, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long)
    center = core.CFNotificationCenterGetDistributedCenter()
    for words in _SAID:
        add(center, None, called, core.CFStringCreateWithCString(None, words, _UTF8), None, _AT_ONCE)
    return called
