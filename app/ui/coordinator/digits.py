"""The page for six digits from a phone: what they are for, linking a phone the first time, and what if it is lost.

The key is shown until the page is left, and stands nowhere else on this laptop.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal

from app.errors import Trouble
from app.look.kit import Button, Card, Field, Heading, LineBox, Text, announce, theme
from app.look.speech import noted, tr
from app.ui.finishing.stack import side_by_side
from app.ui.newwords import FiveWords
from app.ui.pageapart import PageApart

_LEAD = noted(
    "Your authority asks for them once on each laptop and working day, before it shows what other people wrote. Your "
    "own work, and whatever you send, never waits for them."
)
_APP = noted(
    "1. On your phone, open an authenticator app; your authority can say which. Choose to add an account, and to type "
    "the key yourself."
)
_KEY = noted(
    "2. Have the key shown here, where nobody else sees it, and type it into the phone. Call it “eCAF”. Gaps and "
    "capitals do not matter. If the app asks: it goes by time."
)
_THEN = noted(
    "3. The phone shows six digits now, and others every half minute. Type them below, and the phone is linked."
)
_ONCE = noted(
    "The key is shown now, and never again once the phone is linked. It stands nowhere on this laptop. If you leave "
    "the page before, you get another."
)
_LOST = noted(
    "Please tell your administrator, or another one if you are one yourself, who lets you link another phone on the "
    "page of people’s accounts. They will want to be sure that it is you. Until then you write, finish and send as "
    "ever; what others released waits safely."
)
_LETTERS = 8
_LONGEST = 16
_GROUP = 4


class DigitsPage(PageApart):
    """Signals: ``key_wanted()`` to have a key shown; ``given(str)`` with what was typed; ``back_requested()``."""

    key_wanted = Signal()
    given = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Six digits from your phone"), tr(_LEAD), centred=True)
        self._begin(self._button(tr("Back"), "arrow-left", "digits.back", self.back_requested))
        self._key = FiveWords(noted("The key, in groups of four"))
        self._once = Text(tr(_ONCE), "hint", "ink_2", wrap=True)
        self._show = self._button(tr("Show the key"), "key-round", "digits.key", self.key_wanted)
        self._box = LineBox(_LETTERS)
        self._box.setObjectName("digits.code")
        self._box.setMaxLength(_LONGEST)
        self._box.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self._box.returnPressed.connect(self._give)
        self._go = Button(tr("Give these digits"), "check", "primary")
        self._go.setObjectName("digits.go")
        self._go.clicked.connect(self._give)
        self._linking = self._linking_card()
        self._typing = Card(
            Field(tr("The six digits"), tr("As your phone shows them just now. Each six count once."), self._box),
            side_by_side(self._go),
        )
        lost = Card(Heading(tr("If the phone is lost, or new"), "h2"), Text(tr(_LOST), "body", wrap=True))
        self.add(self._linking, self._typing, lost)
        self.forget()

    def _linking_card(self) -> Card:
        return Card(
            Heading(tr("The first time: link your phone"), "h2"),
            Text(tr(_APP), "body", wrap=True),
            Text(tr(_KEY), "body", wrap=True),
            side_by_side(self._show),
            self._key,
            self._once,
            Text(tr(_THEN), "body", wrap=True),
        )

    def show_asking(self) -> None:
        """Say that it is being asked; what was typed stays."""
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

    def show_key(self, key: str) -> None:
        """Show a key, in groups of four."""
        self.show_busy(busy=False)
        groups = [key[place : place + _GROUP] for place in range(0, len(key), _GROUP)]
        self._key.show_words(" ".join(groups))
        self._key.show()
        self._once.show()
        spelled = ", ".join(" ".join(group) for group in groups)
        announce(self._key, tr("The key: {spelled}").format(spelled=spelled), at_once=True)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._show_from_the_key)

    def _show_from_the_key(self) -> None:
        """Let the key be seen once it has its size: in large text the box alone would fill the window."""
        top = self._key.mapTo(self._body, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - theme.space("l"))

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
        self.show_busy(busy=False)
        super().show_trouble(trouble)
        self.focus_first()
        self._box.selectAll()
        self.to_top()

    def focus_first(self) -> None:
        """Put the keyboard where the key is shown, the first time, and else where the digits go."""
        first = self._show if self._linking.isVisibleTo(self) and not self._key.words() else self._box
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Hold neither key nor digits, and show nothing before it is known what is asked."""
        super().forget()
        self._box.load("")
        self._key.show_words("")
        for hidden in (self._key, self._once, self._linking, self._typing):
            hidden.hide()
        self.show_busy(busy=False)

    def is_ready(self) -> bool:
        """Say whether nothing is being asked just now."""
        return self._go.isEnabled()

    def _give(self) -> None:
        self.given.emit(self._box.text())

    def _pressable(self) -> Sequence[Button]:
        return self._show, self._go
