"""The page for six digits from a phone: what they are for, linking a phone the first time, and what if it is lost.

The key is shown until the page is left, and stands nowhere else on this laptop.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal

from app.errors import Trouble
from app.look.kit import Button, Card, Field, Heading, LineBox, Text, announce, theme
from app.look.speech import noted, tr
from app.ui.coordinator.phonelink import PhoneLink
from app.ui.finishing.stack import side_by_side
from app.ui.pageapart import PageApart

_LEAD = noted(
    "Your authority asks for them once on each laptop and working day, before it shows what other people wrote. Your "
    "own work, and whatever you send, never waits for them."
)
_LOST = noted(
    "Please tell your administrator, or another one if you are one yourself, who lets you link another phone on the "
    "page of people’s accounts. They will want to be sure that it is you. Until then you write, finish and send as "
    "ever; what others released waits safely."
)
_LETTERS = 8
_LONGEST = 16


class DigitsPage(PageApart):
    """Signals: ``key_wanted()`` to have a key shown; ``given(str)`` with what was typed; ``back_requested()``."""

    key_wanted = Signal()
    given = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Six digits from your phone"), tr(_LEAD), centred=True)
        self._begin(self._button(tr("Back"), "arrow-left", "digits.back", self.back_requested))
        self._box = LineBox(_LETTERS)
        self._box.setObjectName("digits.code")
        self._box.setMaxLength(_LONGEST)
        self._box.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self._box.returnPressed.connect(self._give)
        self._go = Button(tr("Give these digits"), "check", "primary")
        self._go.setObjectName("digits.go")
        self._go.clicked.connect(self._give)
        self._linking = PhoneLink(self.key_wanted)
        self._typing = Card(
            Field(tr("The six digits"), tr("As your phone shows them just now. Each six count once."), self._box),
            side_by_side(self._go),
        )
        lost = Card(Heading(tr("If the phone is lost, or new"), "h2"), Text(tr(_LOST), "body", wrap=True))
        self.add(self._linking, self._typing, lost)
        self._stays_at_key = False
        self.verticalScrollBar().rangeChanged.connect(self._show_from_the_key)
        self.forget()

    def show_asking(self) -> None:
        """Say that it is being asked; what was typed stays."""
        self._stays_at_key = False
        super().forget()
        self.show_busy(busy=True)
        announce(self, tr("Asking…"))

    def show_linked(self, *, linked: bool) -> None:
        """Show how to link a phone, or only where the digits go."""
        self.show_busy(busy=False)
        self._linking.setVisible(not linked)
        self._typing.show()
        self.focus_first()

    def show_not_asked(self) -> None:
        """Say that nobody asks for digits here."""
        self.show_busy(busy=False)
        self._linking.hide()
        self._typing.hide()
        self.say(tr("Your authority does not ask you for six digits."), tr("There is nothing to do here."))

    def show_key(self, key: str, address: str) -> None:
        """Show a key in groups of four, and beside it what the phone's camera is to read."""
        self.show_busy(busy=False)
        self._linking.show_key(key, address)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stays_at_key = True
        QTimer.singleShot(0, self, self._show_from_the_key)

    def _show_from_the_key(self) -> None:
        """Let the key be seen whenever the page has another size: in large text the box alone would fill the window."""
        if not self._stays_at_key:
            return
        self.verticalScrollBar().setValue(self._linking.top_of_key(self._body) - theme.space("l"))

    def show_proved(self, until: str) -> None:
        """Say that the digits were right, and until when they count."""
        self.forget()
        self._linking.hide()
        self._typing.hide()
        self.say(
            tr("Thank you, that is right."),
            tr("It counts on this laptop until {until}. What families released is being collected now.").format(
                until=until
            ),
        )
        super().focus_first()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say it, and let the digits be typed anew."""
        self._stays_at_key = False
        self.show_busy(busy=False)
        super().show_trouble(trouble)
        self.focus_first()
        self._box.selectAll()
        self.to_top()

    def focus_first(self) -> None:
        """Put the keyboard where the key is shown, the first time, and else where the digits go."""
        is_first = self._linking.isVisibleTo(self) and not self._linking.has_key
        first = self._linking.show_it if is_first else self._box
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hold neither key nor digits, and show nothing before it is known what is asked."""
        super().forget()
        self._stays_at_key = False
        self._box.load("")
        self._linking.forget()
        self._linking.hide()
        self._typing.hide()
        self.show_busy(busy=False)

    def is_ready(self) -> bool:
        """Say whether nothing is being asked just now."""
        return self._go.isEnabled()

    def _give(self) -> None:
        self.given.emit(self._box.text())

    def _pressable(self) -> Sequence[Button]:
        return *self._linking.pressable(), self._go
