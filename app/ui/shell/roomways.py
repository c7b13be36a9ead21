"""What can be done in the room somebody works in: one table for the keys and for Ctrl+K; it does nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.look.speech import tr
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
    every = (
        Way(tr("Lock"), room.lock_requested.emit, "Ctrl+L"),
        Way(tr("Home"), room.go_home, "Ctrl+H"),
        Way(tr("Find a child, or something to do"), room.show_find, "Ctrl+K"),
        Way(tr("Your place and keys"), room.show_keys, "Ctrl+Shift+K"),
        Way(tr("Show or hide the list of pages"), room.toggle_list, "F6"),
        Way(tr("Save now"), room.save, "Ctrl+S"),
        Way(tr("Take back what was done last"), room.undo, "Ctrl+Z"),
        Way(tr("Do again what was taken back"), room.redo, "Ctrl+Shift+Z"),
        Way(tr("Do again what was taken back"), room.redo, "Ctrl+Y"),
        Way(tr("Who did what"), room.show_looks, "Ctrl+Shift+A"),
        Way(tr("Share view: turn the screen to the family"), room.turn, "F9"),
        Way(tr("Private notes"), lambda: _note_privately(room), "Ctrl+Shift+N"),
    )
    return every if room.with_families else tuple(way for way in every if way.keys in _OF_EVERYBODY)


def _note_privately(room: Workroom) -> None:
    """Show the private notes with a fresh one to write in: what has to be noted unseen cannot wait for a button."""
    room.family.go(NOTES)
    room.family.side.begin_note()


_OF_EVERYBODY = {"Ctrl+L", "Ctrl+H", "Ctrl+Shift+K", "Ctrl+Shift+A"}
"""Keys of whoever works with no family: there is nobody to find, and no record to write in."""
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
    on_map = (
        (Way(tr("The map of people"), lambda: room.family.go(PEOPLE_MAP)),) if room.family.side.map.is_there() else ()
    )
    return (
        *on_map,
        Way(tr("Papers: letters, notices and the leaflet"), lambda: room.family.go(PAPERS)),
        Way(tr("Services that may help this child"), lambda: room.family.go(SERVICES)),
        Way(tr("Get ready for a visit"), lambda: room.family.go(READY)),
        Way(tr("The plan, step by step"), lambda: room.family.go(STEPS)),
        Way(tr("The form on paper"), lambda: room.family.go(ON_PAPER)),
        Way(tr("Quick notes"), lambda: room.family.go(QUICK), "Ctrl+Enter"),
        Way(tr("Sort your quick notes"), lambda: room.family.go(SORT)),
    )


def _always(room: Workroom) -> tuple[Way, ...]:
    add = () if room.desk is not None else (Way(tr("Add a child"), room.register),)
    desk = (Way(tr("What waits in the child index"), room.show_settling),) if room.desk is not None else ()
    return (
        Way(tr("Worried now?"), room.show_worried),
        *add,
        *desk,
        Way(tr("Send now"), room.send_now),
        Way(tr("What was sent"), room.show_ledger),
        Way(tr("Copies and checks"), room.show_care),
        Way(tr("A new laptop"), room.show_move),
        Way(tr("Your phrases"), room.show_phrases),
        Way(tr("Services that may help"), room.show_services),
        Way(tr("Look a child up in your authority’s index"), room.show_lookup),
        Way(tr("Hide now"), room.hide_now.emit, "Shift three times"),
    )
