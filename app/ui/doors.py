"""The ways from where somebody starts to the rooms beside it: a few quiet buttons in one line; they decide nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Flow
from app.look.speech import noted, tr

_WAITS = noted("What waits there for a coordinator: entries to review, and children with two assessments")


def lookup_button() -> Button:
    """Return the way to look a child up."""
    return Button(
        tr("Look a child up"), "search", "quiet", explained=tr("In your authority’s child index, with a connection")
    )


class Doors(QWidget):
    """The buttons. ``place`` begins their names. Signals: ``to_looks``, ``to_care``, ``to_move``,
    ``to_phrases``, ``to_services``, ``to_ledger``, and at a desk alone ``to_lookup``, ``to_settling`` and
    ``to_digits``, which is there once the authority asks for them.
    """

    to_looks = Signal()
    to_care = Signal()
    to_move = Signal()
    to_phrases = Signal()
    to_services = Signal()
    to_lookup = Signal()
    to_settling = Signal()
    to_digits = Signal()
    to_ledger = Signal()

    def __init__(self, place: str, *, is_desk: bool = False, of_families: bool = True) -> None:
        """``of_families``: for whoever works with families; an administrator has no way to what is theirs."""
        super().__init__()
        self.setMinimumWidth(1)
        looks = Button(
            tr("Who did what"), "list-checks", "quiet", explained=tr("Who read and wrote what (Ctrl+Shift+A)")
        )
        care = Button(tr("Copies and checks"), "shield-check", "quiet")
        move = Button(tr("A new laptop"), "laptop", "quiet")
        phrases = Button(tr("Phrases"), "pen-line", "quiet", explained=tr("Words that come by a few letters"))
        services = Button(
            tr("Services"), "hand-heart", "quiet", explained=tr("Services that may help, also without a connection")
        )
        ledger = Button(
            tr("What was sent"), "mail-check", "quiet", explained=tr("How far it came, and what there is to do")
        )
        of_desk = (
            ("lookup", lookup_button(), self.to_lookup),
            ("settling", Button(tr("Child index"), "inbox", "quiet", explained=tr(_WAITS)), self.to_settling),
        )
        of_all = (("looks", looks, self.to_looks), ("care", care, self.to_care), ("move", move, self.to_move))
        every = (
            ("services", services, self.to_services),
            *(of_desk if is_desk else ()),
            ("ledger", ledger, self.to_ledger),
            ("looks", looks, self.to_looks),
            ("phrases", phrases, self.to_phrases),
            ("care", care, self.to_care),
            ("move", move, self.to_move),
        )
        named = every if of_families else of_all
        for name, button, signal in named:
            button.setObjectName(f"{place}.{name}")
            button.clicked.connect(signal)
        self.setLayout(Flow(*(button for _, button, _ in named)))
