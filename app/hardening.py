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


def keep_small(memory_bytes: int, seconds: int) -> None:
    """Bound what this process may take up from here on: memory, seconds of work, and not one byte written to a file.

    Past the bound the system ends it, or refuses it memory. macOS does not bound memory; Windows: never tried.
    """
    with suppress(OSError, ValueError, AttributeError):
        _job(memory_bytes, seconds) if sys.platform == "win32" else _limits(memory_bytes, seconds)


def _limits(memory_bytes: int, seconds: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


_JOB_TIME, _JOB_PROCESSES, _JOB_MEMORY = 0x2, 0x8, 0x100
_EXTENDED_LIMITS = 9
_TICKS_A_SECOND = 10_000_000


class _JobLimits(ctypes.Structure):
    """Windows' ``JOBOBJECT_EXTENDED_LIMIT_INFORMATION``."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("smallest_working_set", ctypes.c_size_t),
        ("largest_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def _job(memory_bytes: int, seconds: int) -> None:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = _JobLimits(process_time=seconds * _TICKS_A_SECOND, processes=1, process_memory=memory_bytes)
        limits.flags = _JOB_TIME | _JOB_PROCESSES | _JOB_MEMORY
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
