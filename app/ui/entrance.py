"""The pages before the work: five words, joining a team, and opening the vault; no name of a child can be here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.kit import Button, Column, Field, Flow, LineBox, RadioChoice, Text, announce
from app.look.speech import tr
from app.ui.doorway import Doorway
from app.ui.newwords import PLAIN, PRIVATE, NewWordsPage, SecretField
from app.ui.parts import discard, holder

CODE_LETTERS = 28
"""How many letters and digits an enrolment code has."""
_SECOND_MS = 1000
_MINUTE = 60


@dataclass(frozen=True)
class Seat:
    """One practitioner's place on this laptop; ``label`` is empty unless she gave her place a name."""

    id: str
    label: str = ""


class PassphrasePage(NewWordsPage):
    """Shows five new words to write down, then asks for them back, so that they are known to be written right."""

    def __init__(self) -> None:
        super().__init__(
            "passphrase",
            tr("Your five words"),
            tr(
                "These words open your work on this laptop, and nobody else has them. "
                "Write them down, and keep them apart from the laptop."
            ),
            tr("Make my place on this laptop"),
            tr("Back"),
        )


class EnrolPage(Doorway):
    """Asks for the two things in the enrolment letter: where the team's hub is, and the code."""

    enrol_requested = Signal(str, str)

    def __init__(self) -> None:
        self._address, self._code, go = LineBox(), LineBox(), Button(tr("Join"), None, "primary")
        super().__init__(
            "users",
            tr("Join your team"),
            tr(
                "You need the letter from your authority, and this one time a connection. After that you can work "
                "without."
            ),
            go,
            self._address,
            self._code,
        )
        self._address.setObjectName("enrol.address")
        self._address.setInputMethodHints(PLAIN | Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._code.setObjectName("enrol.code")
        self._code.setInputMethodHints(PRIVATE)
        go.setObjectName("enrol.go")
        go.clicked.connect(self._ask)
        self._address.returnPressed.connect(self._ask)
        self._code.returnPressed.connect(self._ask)
        self.card.column.add(
            Field(
                tr("Address"), tr("As it stands in your letter, such as https://hub.ambleton.example"), self._address
            ),
            Field(tr("Code"), tr("28 letters and numbers. Spaces, dashes and capitals do not matter."), self._code),
            Flow(go),
        )

    def _ask(self) -> None:
        address, code = self._address.text().strip(), _code_letters(self._code.text())
        if self._address.isReadOnly():
            return
        if not address:
            self._ask_again(
                self._address, tr("The address is still empty"), tr("It is in your letter, and begins with https.")
            )
        elif len(code) != CODE_LETTERS:
            title = (
                tr("The code is not complete yet") if len(code) < CODE_LETTERS else tr("The code is a little too long")
            )
            words = tr("It has 28 letters and numbers; there are {number} here. Compare it with your letter.").format(
                number=len(code)
            )
            self._ask_again(self._code, title, words)
        else:
            self.enrol_requested.emit(address, code)

    def _ask_again(self, box: LineBox, title: str, words: str) -> None:
        self.show_hint(title, words)
        self.go_to(box)


def _code_letters(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum())


class UnlockPage(Doorway):
    """Opens a practitioner's work with her passphrase; on a shared laptop it first asks whose.

    Signals: ``unlock_requested(str)``, ``someone_new_requested()``, ``forgotten_requested()``.
    """

    unlock_requested = Signal(str)
    someone_new_requested = Signal()
    forgotten_requested = Signal()

    def __init__(self) -> None:
        self._field = SecretField(
            "unlock.passphrase", tr("Your five words"), tr("Or the passphrase you chose yourself.")
        )
        self._box, self._open = self._field.box, Button(tr("Open"), None, "primary")
        self._forgotten = Button(tr("I have forgotten my words"), "key-round", "quiet")
        self._new = Button(tr("I am new on this laptop"), "user-plus", "quiet")
        super().__init__(
            "lock",
            tr("Open your work"),
            tr(
                "Works without a connection. Anything waiting to be sent will go when you have opened it and there "
                "is a connection."
            ),
            self._open,
            self._box,
        )
        self._seats: list[tuple[str, RadioChoice]] = []
        self._waits: dict[str, int] = {}
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._seat_column = Column(Text(tr("Whose place?"), "label"), gap="xs")
        self._seat_holder = _Choices(self._seat_column)
        self._box.returnPressed.connect(self._ask)
        self._wait_line = Text("", "body", "ink_2", wrap=True)
        self.card.column.add(self._seat_holder, self._field, self._wait_line, self._buttons())
        self._seat_holder.hide()
        self._show_wait()

    def show_seats(self, seats: tuple[Seat, ...]) -> None:
        """Offer the practitioners' places on this laptop, the first one chosen; with one there is nothing to choose."""
        for _, choice in self._seats:
            discard(choice)
        self._seats = [(seat.id, self._choice(seat, number)) for number, seat in enumerate(seats, 1)]
        if self._seats:
            self._seats[0][1].setChecked(True)
        self._seat_holder.setVisible(len(seats) > 1)

    def typed(self) -> str:
        """Return the words as they stand in the box."""
        return self._box.text()

    def chosen_seat(self) -> str:
        """Return the id of the place to open, or nothing when none was shown."""
        return next((seat for seat, choice in self._seats if choice.isChecked()), "")

    def wait_for(self, seat: str, seconds: int) -> None:
        """Have the next guess at one place wait, and count down on the page; every other place can be opened."""
        if seconds:
            self._waits[seat] = seconds
            self._second.start()
        self._show_wait()

    def tick(self) -> None:
        """Let a second of every wait pass."""
        self._waits = {seat: left - 1 for seat, left in self._waits.items() if left > 1}
        if not self._waits:
            self._second.stop()
        self._show_wait()
        if self._open.isEnabled():
            announce(self, tr("You can try again now."))

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what happened; too many guesses are counted down until the next one."""
        from app.storage.guesses import TooManyGuesses  # no library that the first page could wait for

        if not isinstance(trouble, TooManyGuesses):
            super().show_trouble(trouble)
            return
        super().show_trouble(
            Trouble(tr(trouble.what), tr(trouble.safe), tr("Please look at each word on your paper meanwhile."))
        )
        self.wait_for(self.chosen_seat(), trouble.seconds)

    def forget(self) -> None:
        """Take what was typed off the page, and cover the box again."""
        super().forget()
        self._field.cover()

    def _choice(self, seat: Seat, number: int) -> RadioChoice:
        choice = RadioChoice(seat.label or tr("Place {number}").format(number=number))
        choice.setObjectName(f"unlock.seat:{seat.id}")
        choice.toggled.connect(self._show_wait)
        self._seat_column.add(choice)
        return choice

    def _buttons(self) -> QWidget:
        for button, name, signal in (
            (self._open, "unlock.open", None),
            (self._forgotten, "unlock.forgotten", self.forgotten_requested),
            (self._new, "unlock.new", self.someone_new_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal or self._ask)
        return holder(Column(Flow(self._open), Flow(self._forgotten, self._new, gap="m"), gap="m"))

    def _show_wait(self) -> None:
        """Count down where the chosen place has to wait; Open rests meanwhile, and nothing else does."""
        left = self._waits.get(self.chosen_seat(), 0)
        self._wait_line.setVisible(left > 0)
        self._wait_line.say(
            tr("The next try is in {time}. Nothing is lost meanwhile.").format(time=_in_words(left)) if left else ""
        )
        self._open.setEnabled(not left and not self._box.isReadOnly())

    def _set_ready(self, *, ready: bool) -> None:
        super()._set_ready(ready=ready)
        self._seat_holder.setEnabled(ready)
        self._forgotten.setEnabled(ready)
        self._new.setEnabled(ready)
        self._show_wait()

    def _ask(self) -> None:
        if self._box.isReadOnly() or not self._open.isEnabled():
            return
        if self._box.text().strip():
            self.unlock_requested.emit(self._box.text())
        else:
            self.show_hint(tr("Your five words open your work"), tr("They are on the paper you wrote them on."))


def _in_words(seconds: int) -> str:
    """Return a wait as a person would say it: ``28 seconds``, ``4 minutes 10 seconds``."""
    parts = zip(divmod(seconds, _MINUTE), ("minute", "second"), strict=True)
    return " ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in parts if number)


class _Choices(QWidget):
    """The places to choose from, as one group."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.setLayout(column)

    def spoken_name(self) -> str:
        """Return what a screen reader calls the group."""
        return tr("Whose place?")
