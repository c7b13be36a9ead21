"""The pages before the work: five words, joining a team, and opening the vault; no name of a child can be here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from app.look.kit import (
    Button,
    Card,
    Column,
    Field,
    Flow,
    LineBox,
    RadioChoice,
    Text,
    TickBox,
)
from app.storage.passphrase import same_words
from app.ui.doorway import Doorway
from app.ui.parts import discard, holder

CODE_LETTERS = 28
"""How many letters and digits an enrolment code has."""
_PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_PLAIN = Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase


@dataclass(frozen=True)
class Seat:
    """One practitioner's place on this laptop; ``label`` is empty unless she gave her place a name."""

    id: str
    label: str = ""


class FiveWords(Card):
    """The generated words, large and apart, in the order they are typed."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self) -> None:
        self._flow = Flow(gap="xl")
        super().__init__(self._flow, margin="xl")
        self._shown: list[Text] = []

    def show_words(self, words: str) -> None:
        """Show ``words``, which are separated by spaces, in place of those before."""
        for text in self._shown:
            text.say("")
            self._flow.removeWidget(text)
            discard(text)
        self._shown = [Text(word, "h1") for word in words.split()]
        for text in self._shown:
            self._flow.addWidget(text)
            text.show()

    def words(self) -> str:
        """Return the words shown, with one space between them."""
        return " ".join(text.words for text in self._shown)

    def spoken_name(self) -> str:
        """Return what a screen reader calls the words."""
        return "Your five words"


class PassphrasePage(Doorway):
    """Shows five new words to write down, then asks for them back, so that they are known to be written right."""

    accepted = Signal(str)
    another_requested = Signal()

    def __init__(self) -> None:
        self.words, self.again = FiveWords(), LineBox()
        self._create = Button("Make my place on this laptop", None, "primary")
        super().__init__(
            "key-round",
            "Your five words",
            "These words open your work on this laptop, and nobody else has them. "
            "Write them down, and keep them apart from the laptop.",
            self._create,
            self.again,
        )
        self._to_write, self._to_type = self._first_step(), self._second_step()
        self.card.column.add(self._to_write, self._to_type)
        self._show_step(typing=False)

    def show_passphrase(self, words: str) -> None:
        """Show ``words``, five of them separated by spaces, to be written down."""
        self.forget()
        self.words.show_words(words)

    def focus_first(self) -> None:
        """Put the keyboard where the step goes on."""
        self.go_to(self.again if self._to_type.isVisibleTo(self) else self._written)

    def forget(self) -> None:
        """Take the words and what was typed off the page."""
        super().forget()
        self.words.show_words("")
        self._show_step(typing=False)

    def _first_step(self) -> QWidget:
        self.words.setObjectName("passphrase.words")
        self._written = Button("I have written them down", "pen-line", "primary")
        self._written.setObjectName("passphrase.written")
        self._written.clicked.connect(lambda: self._show_step(typing=True))
        another = Button("Give me other words", "refresh-cw", "quiet")
        another.setObjectName("passphrase.another")
        another.clicked.connect(self.another_requested)
        return holder(Column(self.words, Flow(self._written, another, gap="m"), gap="l"))

    def _second_step(self) -> QWidget:
        self.again.setObjectName("passphrase.again")
        self.again.setInputMethodHints(_PRIVATE | _PLAIN)
        self.again.returnPressed.connect(self._compare)
        self._create.setObjectName("passphrase.create")
        self._create.clicked.connect(self._compare)
        look = Button("See the words again", "undo-2", "quiet")
        look.setObjectName("passphrase.look")
        look.clicked.connect(lambda: self._show_step(typing=False))
        field = Field("Type your five words", "From your paper. Capitals and extra spaces do not matter.", self.again)
        return holder(Column(field, Flow(self._create, look, gap="m"), gap="l"))

    def _show_step(self, *, typing: bool) -> None:
        self._say_nothing()
        self._to_write.setVisible(not typing)
        self._to_type.setVisible(typing)
        if self.isVisible():
            self.focus_first()

    def _compare(self) -> None:
        given = self.words.words()
        if self.again.isReadOnly() or not given:
            return
        if same_words(self.again.text()) == same_words(given):
            self.accepted.emit(given)
        else:
            self.show_hint(
                "These are not quite the same yet",
                "Look at each word on your paper, and at the order. You can see the words again if you need to.",
            )


class EnrolPage(Doorway):
    """Asks for the two things in the enrolment letter: where the team's hub is, and the code."""

    enrol_requested = Signal(str, str)

    def __init__(self) -> None:
        self._address, self._code, go = LineBox(), LineBox(), Button("Join", None, "primary")
        super().__init__(
            "users",
            "Join your team",
            "You need the letter from your authority, and this one time a connection. After that you can work without.",
            go,
            self._address,
            self._code,
        )
        self._address.setObjectName("enrol.address")
        self._address.setInputMethodHints(_PLAIN | Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._code.setObjectName("enrol.code")
        self._code.setInputMethodHints(_PRIVATE)
        go.setObjectName("enrol.go")
        go.clicked.connect(self._ask)
        self._address.returnPressed.connect(self._ask)
        self._code.returnPressed.connect(self._ask)
        self.card.column.add(
            Field("Address", "As it stands in your letter, such as https://hub.ambleton.example", self._address),
            Field("Code", "28 letters and numbers. Spaces, dashes and capitals do not matter.", self._code),
            Flow(go),
        )

    def _ask(self) -> None:
        address, code = self._address.text().strip(), _code_letters(self._code.text())
        if self._address.isReadOnly():
            return
        if not address:
            self._ask_again(self._address, "The address is still empty", "It is in your letter, and begins with https.")
        elif len(code) != CODE_LETTERS:
            title = "The code is not complete yet" if len(code) < CODE_LETTERS else "The code is a little too long"
            words = f"It has 28 letters and numbers; there are {len(code)} here. Compare it with your letter."
            self._ask_again(self._code, title, words)
        else:
            self.enrol_requested.emit(address, code)

    def _ask_again(self, box: LineBox, title: str, words: str) -> None:
        self.show_hint(title, words)
        self.go_to(box)


def _code_letters(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum())


class UnlockPage(Doorway):
    """Opens a practitioner's work with her five words; on a shared laptop it first asks whose."""

    unlock_requested = Signal(str)
    someone_new_requested = Signal()

    def __init__(self) -> None:
        self._box, self._show = LineBox(), TickBox("Show what I type")
        self._open, self._new = Button("Open", None, "primary"), Button("I am new on this laptop", "user-plus", "quiet")
        super().__init__(
            "lock",
            "Open your work",
            "Works without a connection. Anything waiting to be sent will go when you have opened it and there is a "
            "connection.",
            self._open,
            self._box,
        )
        self._seats: list[tuple[str, RadioChoice]] = []
        self._seat_column = Column(Text("Whose place?", "label"), gap="xs")
        self._seat_holder = _Choices(self._seat_column)
        self.card.column.add(self._seat_holder, self._entry(), self._buttons())
        self._seat_holder.hide()

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

    def forget(self) -> None:
        """Take what was typed off the page, and cover the box again."""
        super().forget()
        self._show.setChecked(False)

    def _choice(self, seat: Seat, number: int) -> RadioChoice:
        choice = RadioChoice(seat.label or f"Place {number}")
        choice.setObjectName(f"unlock.seat:{seat.id}")
        self._seat_column.add(choice)
        return choice

    def _entry(self) -> QWidget:
        self._box.setObjectName("unlock.passphrase")
        self._box.setEchoMode(QLineEdit.EchoMode.Password)
        self._box.setInputMethodHints(_PRIVATE | _PLAIN)
        self._box.returnPressed.connect(self._ask)
        self._show.setObjectName("unlock.show")
        self._show.toggled.connect(self._uncover)
        field = Field("Your five words", "Capitals and extra spaces do not matter.", self._box)
        field.column.add(self._show)
        return field

    def _buttons(self) -> QWidget:
        self._open.setObjectName("unlock.open")
        self._open.clicked.connect(self._ask)
        self._new.setObjectName("unlock.new")
        self._new.clicked.connect(self.someone_new_requested)
        return holder(Flow(self._open, self._new, gap="m"))

    def _set_ready(self, *, ready: bool) -> None:
        super()._set_ready(ready=ready)
        self._seat_holder.setEnabled(ready)
        self._new.setEnabled(ready)

    def _uncover(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal brings a bare boolean
        self._box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _ask(self) -> None:
        if self._box.isReadOnly():
            return
        if self._box.text().strip():
            self.unlock_requested.emit(self._box.text())
        else:
            self.show_hint("Your five words open your work", "They are on the paper you wrote them on.")


class _Choices(QWidget):
    """The places to choose from, as one group."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.setLayout(column)

    def spoken_name(self) -> str:
        """Return what a screen reader calls the group."""
        return "Whose place?"
