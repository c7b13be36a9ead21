"""The database library as it is loaded: with enough quick memory for everything the program asks; it opens nothing.

SQLite cuts small pieces of memory from a stock of each connection, and asks the system only when that is used up. Its
own is gone after some twenty prepared statements, and with ``cipher_memory_security`` the kernel locks and unlocks each
further piece, a hundred of them for one list (``docs/decisions/0015-a-larger-stock-of-quick-memory.md``).
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import _sqlite3 as compiled
from sqlcipher3 import dbapi2 as sqlcipher

__all__ = ["HAS_LARGE_STOCK", "sqlcipher"]

_LOOKASIDE = 13
_PIECE_BYTES, _PIECES = 1200, 1500


def _enlarge_stock(library: Path) -> bool:
    """Give each connection to come a larger stock, where the library lets itself be told so.

    Only before the first connection: the library is started anew for it, as SQLite asks. Where its functions cannot be
    reached from outside (Windows), nothing changes but that it is slower.
    """
    with suppress(OSError, AttributeError):
        functions = ctypes.CDLL(str(library))
        configure = functions.sqlite3_config
        configure.argtypes = [ctypes.c_int]  # the others are variadic, and on some machines are handed over differently
        sizes = ctypes.c_int(_PIECE_BYTES), ctypes.c_int(_PIECES)
        stopped = functions.sqlite3_shutdown()
        taken = configure(_LOOKASIDE, *sizes)
        return (stopped, taken, functions.sqlite3_initialize()) == (0, 0, 0)
    return False


HAS_LARGE_STOCK = _enlarge_stock(Path(compiled.__file__))
"""Whether the library took it."""
