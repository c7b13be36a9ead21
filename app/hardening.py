"""Keeps this process's memory to itself: no core dump from its first instant, no look from a neighbour.

Nothing here may stop the program: where a system knows no such thing, it goes on without. Memory is not held out of
swap (``mlock``): for that, and for hibernation, the laptop needs its own disk encryption.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX, _SEM_NOOPENFILEERRORBOX = 0x1, 0x2, 0x8000
_WER_FAULT_REPORTING_FLAG_NOHEAP = 0x1


def leave_no_dump() -> None:
    """Have no core file written, and (Windows, never tried) no error report with this process's memory in it.

    Called before anything else.
    """
    with suppress(OSError, ValueError, AttributeError):
        _no_error_report() if sys.platform == "win32" else _no_core_file()


def keep_neighbours_out() -> None:
    """Let no other program of the same person read this one's memory, or attach to it (macOS: never tried).

    On Linux the desktop's portal then cannot look at this process either, and answers it nothing more. So this comes
    when the window stands, dressed in the desktop's colours, and before a vault is opened.
    """
    with suppress(OSError, AttributeError):
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        elif sys.platform == "darwin":
            ctypes.CDLL(None).ptrace(_PT_DENY_ATTACH, 0, None, 0)


def _no_core_file() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_error_report() -> None:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX | _SEM_NOOPENFILEERRORBOX)
        kernel.WerSetFlags(_WER_FAULT_REPORTING_FLAG_NOHEAP)
