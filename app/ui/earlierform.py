"""A draft on an earlier form: what a newer one would change, and words without a place; it moves nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Card, Column, Heading, Notice, PageColumn, Text, tab_through
from app.look.speech import noted, tr
from app.ui.counting import counted
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import fill, held_in, side_by_side, stacked

_LEAD = noted(
    "A form can get new questions while you are writing. Nothing changes until you say so, and no word is lost."
)
_BACK_LATER = noted("You can go back to the earlier form until this is finished.")
_NO_PLACE = noted("No place in the newer form. These words stay with the draft, and stand at the end of this page.")
_MOVED = noted("This uses the newer form now. To go back, press the button. What you wrote since stays.")
_WORDS = noted("The form has no place for these now. They are not shared. Copy what still counts to where it belongs.")
_AT_THE_END = noted("Once you finish, they stay among your private notes.")
_SHOWN = 160
"""So many letters of an answer are shown of what has no place; the whole of it stands at the end afterwards."""


@dataclass(frozen=True)
class FormChange:
    """What a newer version would change in one draft: how many answers stay, and in words what does not."""

    draft: str
    title: str
    stays: int
    moves: tuple[tuple[str, str], ...]
    no_place: tuple[tuple[str, str], ...]
    new_questions: int


@dataclass(frozen=True)
class EarlierState:
    """All that the page shows: changes to choose, drafts that were moved (id, title), and words with their question."""

    changes: tuple[FormChange, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self.changes or self.moved or self.words)


class EarlierFormPage(QWidget):
    """The preview and the words.

    Signals: ``move_requested(draft)`` and ``return_requested(draft)`` for one draft there and back;
    ``copy_requested(words)``; ``back_requested()``.
    """

    move_requested = Signal(str)
    return_requested = Signal(str)
    copy_requested = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts = Column(gap="l")
        self._back = Button(tr("Back"), "arrow-left", "quiet")
        self._back.setObjectName("earlier.back")
        self._back.clicked.connect(self.back_requested)
        page = PageColumn()
        lead = Text(tr(_LEAD), "body", "ink_2", wrap=True)
        page.head.add(Heading(tr("An earlier form")), lead, side_by_side(self._back))
        page.add(held_in(self._parts))
        self._page = page
        self.setLayout(Column(page))

    def show_state(self, state: EarlierState) -> None:
        """Show all of the page anew."""
        self._buttons: list[Button] = []
        parts: list[QWidget] = [self._change(change) for change in state.changes]
        parts += [self._moved(draft, title) for draft, title in state.moved]
        if state.words:
            parts.append(self._words(state.words))
        fill(self._parts, *parts)
        tab_through([self._back, *self._buttons])
        self._page.to_top()

    def focus_first(self) -> None:
        """Put the keyboard on the way back: nothing here is moved by a key pressed too often."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, change: FormChange) -> QWidget:
        move = self._button(f"earlier.move:{change.draft}", tr("Move to the newer form"), "arrow-right")
        move.clicked.connect(lambda: self.move_requested.emit(change.draft))
        card = Card(
            Heading(tr("{title}: what would change").format(title=change.title), "h2"),
            Remark(
                "check",
                tr("{count} would stay unchanged.").format(count=counted(change.stays, "answer")),
                "ink",
                "body",
            ),
        )
        if change.new_questions:
            new = tr("{count}. They can wait.").format(count=counted(change.new_questions, "new question"))
            card.column.add(Remark("plus", new, "ink", "body"))
        card.column.add(*(Remark("arrow-right", f"{asked}. {tr(why)}", "ink", "body") for asked, why in change.moves))
        if change.no_place:
            card.column.add(Text(tr(_NO_PLACE), "label", wrap=True))
        for asked, said in change.no_place:
            card.column.add(Remark("info", f"{asked}: {shorten(said, _SHOWN, placeholder='…')}", "ink", "body"))
        card.column.add(side_by_side(move), Text(tr(_BACK_LATER), "hint", "ink_2", wrap=True))
        return card

    def _moved(self, draft: str, title: str) -> QWidget:
        back = self._button(f"earlier.return:{draft}", tr("Go back to the earlier form"), "undo-2")
        back.clicked.connect(lambda: self.return_requested.emit(draft))
        return Notice("info", title, tr(_MOVED), back)

    def _words(self, words: tuple[tuple[str, str], ...]) -> QWidget:
        lead = Text(f"{tr(_WORDS)} {tr(_AT_THE_END)}", "body", "ink_2", wrap=True)
        card = Card(Heading(tr("From an earlier form"), "h2"), lead, gap="l")
        for number, (asked, said) in enumerate(words):
            copy = self._button(f"earlier.copy:{number}", tr("Copy"), "file-text")
            copy.setAccessibleName(tr("Copy: {asked}").format(asked=asked))
            copy.clicked.connect(lambda _=False, words=f"{asked}\n{said}": self.copy_requested.emit(words))
            told = (Text(asked, "label", wrap=True), Text(said, "body", wrap=True), side_by_side(copy))
            card.column.add(stacked(*told, gap="xs"))
        return card

    def _button(self, name: str, words: str, icon: str) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        self._buttons.append(button)
        return button
