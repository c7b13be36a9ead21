"""What can be done in the room somebody works in: one table for the keys and for Ctrl+K; it does nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.shell.askingservices import SERVICES
from app.ui.shell.gettingready import READY
from app.ui.shell.jotting import SORT
from app.ui.shell.leftoff import NOTES, QUICK
from app.ui.shell.mapping import PEOPLE_MAP
from app.ui.shell.onpaper import ON_PAPER
from app.ui.shell.plansteps import STEPS
from app.ui.shell.sidepages import PAPERS
from app.ui.shell.ways import Way, ways_in

if TYPE_CHECKING:
    from app.ui.shell.workroom import Workroom


def keyed(room: Workroom) -> tuple[Way, ...]:
    """Return what keys do anywhere in the room."""
    return (
        Way("Lock", room.lock_requested.emit, "Ctrl+L"),
        Way("Home", room.go_home, "Ctrl+H"),
        Way("Find a child, or something to do", room.show_find, "Ctrl+K"),
        Way("Your place and keys", room.show_keys, "Ctrl+Shift+K"),
        Way("Show or hide the list of pages", room.toggle_list, "F6"),
        Way("Save now", room.save, "Ctrl+S"),
        Way("Take back what was done last", room.undo, "Ctrl+Z"),
        Way("Do again what was taken back", room.redo, "Ctrl+Shift+Z"),
        Way("Do again what was taken back", room.redo, "Ctrl+Y"),
        Way("Who did what", room.show_looks, "Ctrl+Shift+A"),
        Way("Share view: turn the screen to the family", room.turn, "F9"),
        Way("Private notes", lambda: _note_privately(room), "Ctrl+Shift+N"),
    )


def _note_privately(room: Workroom) -> None:
    """Show the private notes with a fresh one to write in: what has to be noted unseen cannot wait for a button."""
    room.family.go(NOTES)
    room.family.side.begin_note()


_NOT_LISTED = {"Ctrl+K", "Ctrl+Y", "F6", "Ctrl+Z", "Ctrl+Shift+Z"}
"""Keys whose act makes no sense from the page for finding, or stands there already."""
_IN_A_RECORD = {"Ctrl+Shift+N", "Ctrl+S", "F9"}


def ways_from(room: Workroom) -> tuple[Way, ...]:
    """Return what can be done now: the room's own ways, and each open page of the record that is open."""
    file = room.file
    left_out = _NOT_LISTED if file is not None else _NOT_LISTED | _IN_A_RECORD
    own = tuple(way for way in keyed(room) if way.keys not in left_out)
    return (*_always(room), *own, *(_beside_the_record(room) if file else ()), *ways_in(file, room.family.go))


def _beside_the_record(room: Workroom) -> tuple[Way, ...]:
    on_map = (Way("The map of people", lambda: room.family.go(PEOPLE_MAP)),) if room.family.side.map.is_there() else ()
    return (
        *on_map,
        Way("Papers: letters, notices and the leaflet", lambda: room.family.go(PAPERS)),
        Way("Services that may help this child", lambda: room.family.go(SERVICES)),
        Way("Get ready for a visit", lambda: room.family.go(READY)),
        Way("The plan, step by step", lambda: room.family.go(STEPS)),
        Way("The form on paper", lambda: room.family.go(ON_PAPER)),
        Way("Quick notes", lambda: room.family.go(QUICK), "Ctrl+Enter"),
        Way("Sort your quick notes", lambda: room.family.go(SORT)),
    )


def _always(room: Workroom) -> tuple[Way, ...]:
    add = () if room.desk is not None else (Way("Add a child", room.register),)
    return (
        Way("Worried now?", room.show_worried),
        *add,
        Way("Send now", room.send_now),
        Way("What was sent", room.show_ledger),
        Way("Copies and checks", room.show_care),
        Way("A new laptop", room.show_move),
        Way("Your phrases", room.show_phrases),
        Way("Services that may help", room.show_services),
        Way("Hide now", room.hide_now.emit, "Shift three times"),
    )
