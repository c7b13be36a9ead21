"""A walk through every screen of the program that needs no network, noting on each what can be seen and reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from furnished import Furnished, Opened, settle
from pages_seen import cut_off, nameless, walk
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTextEdit, QWidget

from app.look.kit import Text
from app.ui.coordinator.deskwords import read_inbox

Walk = Iterator[str]
"""The name of each screen, yielded when it is on the window."""


def practitioner(opened: Opened, found: Furnished) -> Walk:
    """Go through everything a practitioner works with."""
    hands, room = opened.hands, opened.room
    room.go_home()
    yield "home"
    room.open_family(found.asking)
    for step, name in (
        ("id", "the child"),
        ("fh", "people at home"),
        ("pre", "checklist"),
        ("c1", "agreement to start"),
    ):
        opened.go_to(step)
        yield name
    hands.click("start.agree")
    yield "agreement to start, with what is missing"
    room.open_family(found.writing)
    for step, name in WRITING:
        opened.go_to(step)
        yield name
    if not hands.sees("room.notes"):
        hands.click("bar.list")
        yield "list of topics"
    hands.click("room.notes")
    yield "private notes"
    room.open_family(found.signed)
    for step, name in (("copy", "leave a copy"), ("where", "where it is")):
        opened.go_to(step)
        yield name
    hands.click("bar.worried")
    yield "worried now"
    hands.click("worried.back")


WRITING = (
    ("as", "why now"),
    ("d1.behaviour", "behaviour"),
    ("d1.participation", "taking part"),
    ("co", "conclusions"),
    ("plan", "plan"),
    ("cm", "their comments"),
    ("share", "who may see it"),
    ("sign", "read together and sign"),
)


def coordinator(opened: Opened, _found: Furnished) -> Walk:
    """Go through everything a coordinator works with."""
    hands, desk = opened.hands, opened.room.desk
    assert desk is not None
    desk.show_inbox()
    yield "inbox"
    desk.inbox.choose(opened.program.tasks.ask(read_inbox).lines[0].envelope_id)
    hands.click("inbox.read")
    hands.find("reading.back")
    yield "reading"
    hands.click("reading.back")


@dataclass(frozen=True)
class Seen:
    """One screen as it was passed."""

    title: str
    words: str
    buttons: frozenset[str]
    where: str
    cut_off: tuple[str, ...]
    nameless: tuple[str, ...]


def look_at(opened: Opened) -> Seen:
    """Note what is on the window now."""
    settle()
    window = opened.window
    room = opened.program.workroom
    return Seen(
        title=window.windowTitle(),
        words=everything_shown(window),
        buttons=frozenset(button.objectName() for button in window.findChildren(QAbstractButton) if button.isVisible()),
        where=room.bar.sync.words() if room is not None and room.bar.sync.isVisible() else "",
        cut_off=tuple(cut_off(window)),
        nameless=tuple(nameless(window)),
    )


def toured(opened: Opened, found: Furnished, way: Callable[[Opened, Furnished], Walk]) -> dict[str, Seen]:
    """Return what was seen on each screen of a way through the program."""
    return {name: look_at(opened) for name in way(opened, found)}


def everything_shown(window: QWidget) -> str:
    """Return every word a person looking on can read, and every word a screen reader can say."""
    shown = [text.words for text in window.findChildren(Text) if text.isVisible()]
    shown += [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    shown += [box.displayText() for box in window.findChildren(QLineEdit) if box.isVisible()]
    shown += [box.toPlainText() for box in window.findChildren(QTextEdit) if box.isVisible()]
    return "\n".join([*shown, *spoken(window)])


def spoken(window: QWidget) -> Iterator[str]:
    """Yield every name, description and value of what a screen reader can meet on the window now."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    for met in walk(QAccessible.queryAccessibleInterface(window)):
        if not met.state().invisible:
            yield from (met.text(kind) for kind in kinds if met.text(kind))
