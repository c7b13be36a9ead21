"""The ways from where somebody starts to the rooms beside it: a few quiet buttons in one line; they decide nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Flow
from app.look.speech import tr


class Doors(QWidget):
    """The buttons. ``place`` begins their names. Signals: ``to_looks``, ``to_care``, ``to_move``,
    ``to_phrases``, ``to_services``, ``to_lookup``, ``to_ledger``.
    """

    to_looks = Signal()
    to_care = Signal()
    to_move = Signal()
    to_phrases = Signal()
    to_services = Signal()
    to_lookup = Signal()
    to_ledger = Signal()

    def __init__(self, place: str) -> None:
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
        lookup = Button(
            tr("Look a child up"), "search", "quiet", explained=tr("In your authority’s child index, with a connection")
        )
        ledger = Button(
            tr("What was sent"), "mail-check", "quiet", explained=tr("How far it came, and what there is to do")
        )
        named = (
            ("services", services, self.to_services),
            ("lookup", lookup, self.to_lookup),
            ("ledger", ledger, self.to_ledger),
            ("looks", looks, self.to_looks),
            ("phrases", phrases, self.to_phrases),
            ("care", care, self.to_care),
            ("move", move, self.to_move),
        )
        for name, button, signal in named:
            button.setObjectName(f"{place}.{name}")
            button.clicked.connect(signal)
        self.setLayout(Flow(services, lookup, ledger, looks, phrases, care, move))
