"""The recovery code: shown once, put on paper, and proved to be there; it is forgotten when the page is left."""

from __future__ import annotations

from secrets import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Column, Field, Flow, LineBox, RadioChoice, Text
from app.look.speech import noted, tr
from app.ui.doorway import Doorway
from app.ui.newwords import PLAIN, PRIVATE, FiveWords
from app.ui.outside import SHEET, Outside
from app.ui.parts import holder

if TYPE_CHECKING:
    from app.operations.keeping_keys import Held

_ASKED = 2
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


class RecoveryCodePage(Doorway):
    """Shows a fresh code, asks who keeps the paper, and asks two of its groups back.

    Signals: ``sheet_requested(str)`` with who keeps it, to save the sheet, ``print_requested(str)`` to have it opened
    and printed; ``proved(str)`` the same, when the groups were typed right;
    ``put_off()``.
    """

    sheet_requested = Signal(str)
    print_requested = Signal(str)
    proved = Signal(str)
    put_off = Signal()

    def __init__(self, later: str = noted("Later")) -> None:
        self.code = FiveWords(tr("Your recovery code"))
        self._boxes_asked = tuple(self._box(number) for number in range(_ASKED))
        self._done = Button(tr("It is on paper"), "check", "primary")
        super().__init__(
            "key-round",
            tr("Your recovery code"),
            tr(
                "If you ever forget your words, this code opens your work, and nothing in it is lost. It is shown "
                "only now and kept nowhere: put it on paper."
            ),
            self._done,
            *self._boxes_asked,
        )
        self._later = Button(tr(later), None, "quiet")
        self._later.setObjectName("code.later")
        self._later.clicked.connect(self.put_off)
        self._outside = Outside(SHEET)
        self._to_write, self._to_type = self._first_step(), self._second_step()
        self.card.column.add(self._to_write, self._to_type, Flow(self._later))
        self._asked: tuple[int, ...] = ()
        self._show_step(typing=False)

    def show_code(self, code: str) -> None:
        """Show ``code``, groups of four with dashes, to be put on paper."""
        self.forget()
        self.code.show_words(code.replace("-", " "))
        groups = range(len(code.split("-")))
        self._asked = tuple(sorted(SystemRandom().sample(groups, _ASKED)))
        for field, number in zip(self._fields, self._asked, strict=True):
            label = tr("The {ordinals} group").format(ordinals=_ORDINALS[number])
            field.label.say(label)
            field.control.setAccessibleName(label)

    def held(self) -> Held:
        """Return who keeps the paper."""
        return "office" if self._office.isChecked() else "practitioner"

    def whole_code(self) -> str:
        """Return the code shown, with its dashes; nothing once the page was left."""
        return self.code.words().replace(" ", "-")

    def groups_asked(self) -> tuple[int, ...]:
        """Return which groups are asked back, counted from nought."""
        return self._asked

    def show_saved(self) -> None:
        """Say that the sheet stands in a file now, and what that means."""
        if not self.whole_code():
            return  # somebody left the page while it was being written
        self._say_nothing()
        self._outside.tell_saved()
        self.reveal(self._outside)

    def show_shown(self) -> None:
        """Say that another program shows the sheet, to be printed."""
        if not self.whole_code():
            return
        self._say_nothing()
        self._outside.tell_shown()
        self.reveal(self._outside)

    def focus_first(self) -> None:
        """Put the keyboard where the step goes on."""
        self.go_to(self._boxes_asked[0] if self._to_type.isVisibleTo(self) else self._written)

    def forget(self) -> None:
        """Take the code and what was typed off the page."""
        super().forget()
        self.code.show_words("")
        self._asked = ()
        self._kept.setChecked(True)
        self._outside.hide()
        self._show_step(typing=False)

    def _box(self, number: int) -> LineBox:
        box = LineBox(8)
        box.setObjectName(f"code.group:{number}")
        box.setInputMethodHints(PRIVATE | PLAIN)
        box.returnPressed.connect(self._compare)
        return box

    def _first_step(self) -> QWidget:
        self.code.setObjectName("code.shown")
        self._kept = RadioChoice(tr("I keep it myself, apart from the laptop"))
        self._office = RadioChoice(
            tr("I hand it to my office, in a sealed envelope that only two people open together")
        )
        self._kept.setChecked(True)
        for choice, name in ((self._kept, "practitioner"), (self._office, "office")):
            choice.setObjectName(f"code.held:{name}")
        self._written = Button(tr("It is on paper now"), "pen-line", "primary")
        self._written.setObjectName("code.written")
        self._written.clicked.connect(lambda: self._show_step(typing=True))
        self._save = Button(tr("Save the sheet"), "save", explained=tr("As a PDF to print. The file is not protected"))
        self._save.setObjectName("code.save")
        self._save.clicked.connect(lambda: self._ask_for_sheet(self.sheet_requested))
        self._print = Button(tr("Open to print"), "printer")
        self._print.setObjectName("code.print")
        self._print.clicked.connect(lambda: self._ask_for_sheet(self.print_requested))
        keeps = holder(Column(Text(tr("Who keeps the paper?"), "label", wrap=True), self._kept, self._office, gap="xs"))
        buttons = Flow(self._written, self._save, self._print, gap="m")
        return holder(Column(self.code, keeps, buttons, self._outside, gap="l"))

    def _second_step(self) -> QWidget:
        hint = tr("From your paper: four letters and digits. O counts as 0, I and L as 1.")
        self._fields = tuple(Field(tr("The group"), hint, box) for box in self._boxes_asked)
        self._done.setObjectName("code.done")
        self._done.clicked.connect(self._compare)
        look = Button(tr("See the code again"), "undo-2", "quiet")
        look.setObjectName("code.look")
        look.clicked.connect(lambda: self._show_step(typing=False))
        return holder(Column(*self._fields, Flow(self._done, look, gap="m"), gap="l"))

    def _show_step(self, *, typing: bool) -> None:
        self._say_nothing()
        self._to_write.setVisible(not typing)
        self._to_type.setVisible(typing)
        for box in self._boxes_asked:
            box.load("")
        if self.isVisible():
            self.focus_first()

    def _ask_for_sheet(self, requested: SignalInstance) -> None:
        self._outside.hide()
        requested.emit(self.held())

    def _compare(self) -> None:
        groups = self.code.words().split()
        if self._boxes_asked[0].isReadOnly() or not groups:
            return
        for box, number in zip(self._boxes_asked, self._asked, strict=True):
            if _plain(box.text()) != groups[number]:
                self.show_hint(
                    tr("The {ordinals} group is not the same yet").format(ordinals=_ORDINALS[number]),
                    tr("Look at it on your paper. If the paper is wrong, see the code again and mend it."),
                )
                self.go_to(box)
                return
        self.proved.emit(self.held())

    def _set_ready(self, *, ready: bool) -> None:
        super()._set_ready(ready=ready)
        self._later.setEnabled(ready)


def _plain(typed: str) -> str:
    """Return a group as the code has it: capitals, and letters nobody can tell from digits, do not matter."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    return letters.replace("O", "0").replace("I", "1").replace("L", "1")
