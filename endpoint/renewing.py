"""Renewing the endpoint's receipt key; laptops hear of the new one in a directory that the root signed, and only there.

The key changes once the directory that names it is in force and outside the store: whatever stops this half-way, the
endpoint goes on with one of two keys that laptops believe, and the same command again finishes it.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from endpoint.door import Door
from endpoint.office import NotReady, check_desk_stays, open_door, read_hand_over, read_receipt_key
from endpoint.proving import seal_anew
from endpoint.settings import Settings
from endpoint.storage.authorities import find_directory, replace_directory
from endpoint.times import to_text
from protocol.messages import Directory, SignedDirectory
from protocol.statements import public_text


def renew_key(settings: Settings, folder: Path) -> int:
    """Put what the authority handed over into force; return the directory's serial. Raises ``NotReady``.

    Processes that are being served go on with the key before until they are started again.
    """
    signed, key = read_hand_over(folder)
    with closing(open_door(settings)) as door:
        _check_ours(door, signed)
        with door.store.transaction() as tx:
            held = find_directory(tx).directory
            if held != signed.directory:
                _check_newer(signed.directory, held)
                check_desk_stays(held, signed.directory)
                replace_directory(tx, signed)
                door.house.outside.log_given(signed, to_text(door.now()))
            seal_anew(tx, door.house.receipt_key, read_receipt_key(key))
        if not settings.secrets:
            door.house.outside.write_receipt_key(key)
    return signed.directory.serial


def _check_ours(door: Door, signed: SignedDirectory) -> None:
    """Refuse another authority's directory, and one under which what was receipted so far would not be believed."""
    if (signed.root, signed.directory.authority) != (door.house.directory.root, door.store.authority):
        raise NotReady("This directory is not one of this authority. Nothing was changed.")
    if public_text(door.house.receipt_key) not in signed.directory.receipt_keys:
        raise NotReady(
            "This directory does not name the receipt key that is in use: receipts of before would not be believed. "
            "Nothing was changed."
        )


def _check_newer(given: Directory, held: Directory) -> None:
    if given.serial <= held.serial:
        raise NotReady(f"The directory in force has serial {held.serial}; this one is no newer. Nothing was changed.")
    if not set(held.receipt_keys) <= set(given.receipt_keys):
        raise NotReady("This directory leaves out a receipt key that was in use before. Nothing was changed.")
