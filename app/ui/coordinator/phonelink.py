"""Linking a phone: the key once, as a square for its camera and in letters to be typed; it stands nowhere else here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, Text, announce
from app.look.speech import noted, tr
from app.look.square import SquareCode
from app.ui.finishing.stack import side_by_side, stacked
from app.ui.newwords import FiveWords
from app.ui.parts import Fold

_APP = noted("1. On your phone, open an authenticator app; your authority can say which. Choose to add an account.")
_KEY = noted(
    "2. Have the key shown here, where nobody else sees it. Point the phone’s camera at the square. Or choose to type "
    "the key yourself, and call it “eCAF”; gaps and capitals do not matter, and it goes by time."
)
_THEN = noted(
    "3. The phone shows six digits now, and others every half minute. Type them below, and the phone is linked."
)
_ONCE = noted(
    "The key is shown now, and never again once the phone is linked. It stands nowhere on this laptop. If you leave "
    "the page before, you get another."
)
_SQUARE = noted("A square that the phone’s camera reads the key from")
_BESIDE = noted("The same key stands beside it, in letters.")
_GROUP = 4
_WIDE_ENOUGH = 440


class PhoneLink(Card):
    """How a phone is linked the first time, with the key once it is asked for."""

    def __init__(self, wanted: SignalInstance) -> None:
        """``wanted`` is told when a key is to be shown."""
        self.show_it = Button(tr("Show the key"), "key-round")
        self.show_it.setObjectName("digits.key")
        self.show_it.clicked.connect(wanted)
        self._key = FiveWords(noted("The key, in groups of four"))
        self._square = SquareCode(tr(_SQUARE), tr(_BESIDE))
        self._square.setObjectName("digits.square")
        once = Text(tr(_ONCE), "hint", "ink_2", wrap=True)
        self._shown = Fold(stacked(self._key, once, gap="m"), Column(self._square, None), width=_WIDE_ENOUGH)
        super().__init__(
            Heading(tr("The first time: link your phone"), "h2"),
            Text(tr(_APP), "body", wrap=True),
            Text(tr(_KEY), "body", wrap=True),
            side_by_side(self.show_it),
            self._shown,
            Text(tr(_THEN), "body", wrap=True),
        )

    @property
    def has_key(self) -> bool:
        """Say whether a key is shown."""
        return bool(self._key.words())

    def show_key(self, key: str, address: str) -> None:
        """Show a key in groups of four, and what the phone's camera is to read."""
        groups = [key[place : place + _GROUP] for place in range(0, len(key), _GROUP)]
        self._key.show_words(" ".join(groups))
        self._square.show_code(address)
        self._shown.show()
        spelled = ", ".join(" ".join(group) for group in groups)
        announce(self._key, tr("The key: {spelled}").format(spelled=spelled), at_once=True)

    def top_of_key(self, body: QWidget) -> int:
        """Return how far down the page the key begins."""
        return self._shown.mapTo(body, QPoint(0, 0)).y()

    def forget(self) -> None:
        """Hold no key."""
        self._key.show_words("")
        self._square.show_code("")
        self._shown.hide()

    def pressable(self) -> Sequence[Button]:
        """Return what rests while something is asked."""
        return (self.show_it,)
