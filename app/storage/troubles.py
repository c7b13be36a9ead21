"""What can go wrong with the vault, in plain words; none ever says a name, an answer, a word typed or a key."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import Trouble
from app.storage.library import sqlcipher

_EVERY_BYTE_IS_KEPT = "Nothing has been changed or deleted: every byte is still there."
_WHAT_WAS_SAVED = "Everything that was saved before is still safe."
_ASK_SUPPORT = "Please leave the files as they are and ask your support desk."


class WrongPassphrase(Trouble):
    """No passphrase slot opens with what was typed; only the key file decides this, never the database."""

    def __init__(self) -> None:
        super().__init__("That is not the passphrase.", "Nothing is lost.", "Please check each word and try again.")


class KeyFileDamaged(Trouble):
    """The key file is not, byte for byte, what this program wrote."""

    def __init__(self) -> None:
        super().__init__("The key file of this vault is damaged.", _EVERY_BYTE_IS_KEPT, _ASK_SUPPORT)


class RecoveryCodeMistyped(Trouble):
    """What was typed is no recovery code: a character is missing, too many or wrong."""

    def __init__(self) -> None:
        next_step = "Please compare it with the paper, one group of four at a time."
        super().__init__("There is a slip in that recovery code.", "Nothing is lost.", next_step)


class WrongRecoveryCode(Trouble):
    """The code is whole, but belongs to another vault or was replaced by a newer one."""

    def __init__(self) -> None:
        next_step = "Please look at the date on the paper: only the newest code opens it. Or ask your support desk."
        super().__init__("That recovery code is not for this place.", "Nothing is lost.", next_step)


class NoRecoveryCode(Trouble):
    """This vault was never given a recovery code."""

    def __init__(self) -> None:
        next_step = "Please ask your support desk: the authority’s key holders can still open it."
        super().__init__("No recovery code was made for this place.", "Nothing is lost.", next_step)


class NoEscrow(Trouble):
    """No key holder of the authority can open this vault: it never joined a team, or the team names no holders."""

    def __init__(self) -> None:
        next_step = "Please look for the recovery code, or ask your support desk."
        super().__init__("Your authority’s key holders cannot open this place.", "Nothing is lost.", next_step)


class NotEnoughMemory(Trouble):
    """The computer had no room to work in, most often while the passphrase was being checked."""

    def __init__(self) -> None:
        next_step = "Please close other programs and try again."
        super().__init__("This laptop has too little free memory just now.", _WHAT_WAS_SAVED, next_step)


class DiskFull(Trouble):
    """The disk has no room left; the transaction was rolled back whole."""

    def __init__(self) -> None:
        next_step = "Please make room on the disk, and leave this window open: what is on the screen can then be saved."
        super().__init__("The disk of this laptop is full.", _WHAT_WAS_SAVED, next_step)


class DiskTrouble(Trouble):
    """The disk did not read or write as asked."""

    def __init__(self) -> None:
        next_step = "Please try again. If it happens again, ask your support desk to look at the disk."
        super().__init__("The disk of this laptop could not be read or written.", _WHAT_WAS_SAVED, next_step)


class VaultInUse(Trouble):
    """Another window or program holds this vault."""

    def __init__(self) -> None:
        next_step = "Please use that window, or close it and try again."
        super().__init__("This vault is open elsewhere on this laptop.", "Nothing is lost.", next_step)


class VaultDamaged(Trouble):
    """The database does not open or read under a key that is known to be right. It is never repaired or made anew."""

    def __init__(self) -> None:
        what = "The passphrase is right, but the vault on this disk could not be read."
        safe = "Nothing has been changed or deleted. Finished work is also kept sealed beside the vault."
        super().__init__(what, safe, _ASK_SUPPORT)


class OnlyOlderKeys(Trouble):
    """The key file is damaged; the one from before the last change is whole, and what was typed does not open it."""

    def __init__(self) -> None:
        what = "The key file of this place is damaged. The one from before its last change is whole."
        next_step = "Please try the words you had before you last changed them. If they do not open it, ask for help."
        super().__init__(what, _EVERY_BYTE_IS_KEPT, next_step)


class Stopped(Trouble):
    """Somebody stopped a long piece of work before its end."""

    def __init__(self) -> None:
        super().__init__("It was stopped.", "Nothing was changed.", "You can begin again at any time.")


class NotARealBackup(Trouble):
    """A file is no backup this program wrote, or not all of it is there as it was written."""

    def __init__(self) -> None:
        next_step = "Please choose another one. If it came over a stick or a network, copy it again."
        super().__init__("That file is not a whole backup.", "Nothing on this laptop was changed.", next_step)


class CopyNotTheSame(Trouble):
    """What was written does not read back as it was: the copy must not be relied on."""

    def __init__(self) -> None:
        next_step = "Please choose another disk or stick, and copy again."
        super().__init__("The copy does not read back as it was written.", _EVERY_BYTE_IS_KEPT, next_step)


class VaultTooNew(Trouble):
    """A newer version of the program wrote this vault."""

    def __init__(self) -> None:
        what = "This vault was last used with a newer version of this program."
        super().__init__(what, "Nothing has been changed.", "Please install the newer version, then unlock again.")


class VaultAlreadyHere(Trouble):
    """There is a vault in the folder already, and a new one never takes its place."""

    def __init__(self) -> None:
        super().__init__("There is a vault here already.", "It has not been touched.", "Please unlock that one.")


class VaultNotHere(Trouble):
    """The folder holds no vault."""

    def __init__(self) -> None:
        next_step = (
            "If it is on a stick or another disk, please connect that and try again. If not, begin as someone new."
        )
        super().__init__("There is no vault here.", "", next_step)


class VaultLocked(Trouble):
    """No vault is open, so nothing can be read or written."""

    def __init__(self) -> None:
        super().__init__("The vault is locked.", _WHAT_WAS_SAVED, "Please unlock it to go on.")


class SecretDamaged(Trouble):
    """A wrapped secret of this device does not open under this vault's key and the purpose named."""

    def __init__(self) -> None:
        super().__init__("The keys of this laptop could not be read.", _WHAT_WAS_SAVED, _ASK_SUPPORT)


class SealedFileLost(Trouble):
    """A sealed file that ought to stand beside the vault is not there or cannot be read."""

    def __init__(self) -> None:
        what = "A sealed copy beside the vault could not be found."
        super().__init__(what, "The record itself is still in the vault.", _ASK_SUPPORT)


_IOERR_NOMEM = sqlcipher.SQLITE_IOERR | (12 << 8)
"""SQLite's code for an input or output that failed for want of memory; the library does not name it."""

_TROUBLES: dict[int, type[Trouble]] = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_BUSY: VaultInUse,
    sqlcipher.SQLITE_LOCKED: VaultInUse,
    sqlcipher.SQLITE_CORRUPT: VaultDamaged,
    sqlcipher.SQLITE_NOTADB: VaultDamaged,
    sqlcipher.SQLITE_IOERR: DiskTrouble,
    sqlcipher.SQLITE_CANTOPEN: DiskTrouble,
    sqlcipher.SQLITE_READONLY: DiskTrouble,
    sqlcipher.SQLITE_NOMEM: NotEnoughMemory,
    sqlcipher.SQLITE_INTERRUPT: Stopped,
    _IOERR_NOMEM: NotEnoughMemory,
}
_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn what the world did to the disk or database into a trouble; our own mistakes pass through as they are."""
    try:
        yield
    except sqlcipher.Error as error:
        code = getattr(error, "sqlite_errorcode", 0)
        trouble = _TROUBLES.get(code) or _TROUBLES.get(code & 0xFF)  # extended codes carry the primary in the low byte
        if trouble is None:
            raise
        raise trouble from None
    except MemoryError:
        raise NotEnoughMemory from None
    except OSError as error:
        raise (DiskFull if error.errno in _NO_ROOM else DiskTrouble) from None
