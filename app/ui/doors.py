"""The ways from where somebody starts to the rooms beside it: a few quiet buttons in one line; they decide nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Flow


class Doors(QWidget):
    """The buttons. ``place`` begins their names. Signals: ``to_looks``, ``to_care``, ``to_move``,
    ``to_phrases``, ``to_services``, ``to_ledger``.
    """

    to_looks = Signal()
    to_care = Signal()
    to_move = Signal()
    to_phrases = Signal()
    to_services = Signal()
    to_ledger = Signal()

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        looks = Button("Who did what", "list-checks", "quiet", explained="Who read and wrote what (Ctrl+Shift+A)")
        care = Button("Copies and checks", "shield-check", "quiet")
        move = Button("A new laptop", "laptop", "quiet")
        phrases = Button("Phrases", "pen-line", "quiet", explained="Words that come by a few letters")
        services = Button(
            "Services", "hand-heart", "quiet", explained="Services that may help, also without a connection"
        )
        ledger = Button("What was sent", "mail-check", "quiet", explained="How far it came, and what there is to do")
        named = (
            ("services", services, self.to_services),
            ("ledger", ledger, self.to_ledger),
            ("looks", looks, self.to_looks),
            ("phrases", phrases, self.to_phrases),
            ("care", care, self.to_care),
            ("move", move, self.to_move),
        )
        for name, button, signal in named:
            button.setObjectName(f"{place}.{name}")
            button.clicked.connect(signal)
        self.setLayout(Flow(services, ledger, looks, phrases, care, move))
