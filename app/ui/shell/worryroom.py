"""Worried now, over whatever is open: whom to ring, and the short record of a child whose record is open.

It opens whatever happens: where nothing can be written, the numbers are shown all the same. It stops no save and no
visit; only the question stays open.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ids import EpisodeId
from app.errors import Trouble
from app.forms.undoing import Step
from app.forms.view import FormView
from app.look.kit import Button, Card, Flow, Heading, Notice, Text
from app.look.speech import each_told, noted, tr
from app.operations.opendrafts import OpenDraft
from app.operations.starting import NotSaidYet
from app.operations.worrying import answer_worry, begin_worry, only_a_look
from app.ui.finishing.remark import tell
from app.ui.parts import discard, holder
from app.ui.safety import Numbers, WorriedPage, back_button, stop_notice, what_to_do
from app.ui.shell.bench import Bench
from app.ui.shell.writing import Writing
from app.ui.states import Contact

_STAYS_OPEN = noted(
    "You can go back at any time: every word is saved, and the visit goes on. The question stays on this record until "
    "it is answered. Until then the assessment cannot be finished, and nothing can be erased."
)
_WROTE = noted(
    "Something is written down already, so it stays. Please answer what is asked, or go back and leave it open."
)
_NOBODY = noted("It goes to nobody by itself. It is in no copy, and nobody sees it when the assessment is shared.")


class WorryRoom(QStackedWidget):
    """The page of numbers, and with a child's record open the short record of the worry under them.

    Signals: ``back_requested()``; ``changed(object)`` with the worry that is open now (``OpenDraft``), or ``None`` once
    it is answered.
    """

    back_requested = Signal()
    changed = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.writing = Writing(bench.autosave, bench.workplace.clock)
        self.writing.turned.connect(self._turned)
        self._contacts = tuple(Contact(one.label, one.words, one.number) for one in bench.policy.safeguarding_contacts)
        self._plain = WorriedPage()
        self._plain.show_contacts(self._contacts)
        self._plain.back_requested.connect(self.back_requested)
        self.addWidget(self._plain)
        self._view: FormView | None = None
        self._back: Button | None = None
        self._missing: Notice | None = None
        self._draft: OpenDraft | None = None
        self._episode: EpisodeId | None = None

    def begin(self, episode: EpisodeId | None) -> None:
        """Show whom to ring, and begin the short record, or go on with it, where a child's record is open."""
        self.forget()
        workplace = self._bench.workplace
        if episode is None:
            return
        try:
            draft = self._bench.tasks.ask(lambda tx: begin_worry(tx, workplace, episode))
        except Trouble:
            return  # the numbers matter more than a record of them
        self._episode, self._draft = episode, draft
        self.writing.open((draft,), ())
        self._show(draft)
        self.changed.emit(draft)

    def forget(self) -> None:
        """Hold nothing any more that was written."""
        if self._view is not None:
            self.removeWidget(self._view)
            discard(self._view)
        self.writing.close()
        self._view = self._back = self._missing = self._draft = self._episode = None
        self.setCurrentWidget(self._plain)

    def focus_first(self) -> None:
        """Put the keyboard on the way back, so that the numbers at the top stay in view."""
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._plain.focus_first()

    def focus_on(self, path: str, caret: int | None) -> None:
        """Take the keyboard to where somebody was writing."""
        if self._view is not None:
            self._view.focus_item(path, caret)

    def _show(self, draft: OpenDraft) -> None:
        view = FormView(draft.form, self._bench.workplace.clock)
        self._back = back_button()
        self._back.clicked.connect(self.back_requested)
        looked = Button(tr("I only looked. There is no worry"), "check", "quiet")
        looked.setObjectName("worried.looked")
        looked.clicked.connect(self._only_looked)
        view.page.head.add(holder(Flow(self._back, looked)))
        view.above.add(stop_notice(), Numbers(self._contacts))
        view.below.add(self._ending())
        view.answered.connect(lambda path, answer: self.writing.write(draft, path, answer))
        view.place_changed.connect(lambda path, caret: self._bench.autosave.note_place(draft.draft, path, caret))
        view.show_page(draft.form.pages[0], draft.answers)
        view.page.set_side(what_to_do())
        self._view = view
        self.addWidget(view)
        self.setCurrentWidget(view)

    def _ending(self) -> QWidget:
        answered = Button(tr("This is answered"), "check", "primary")
        answered.setObjectName("worried.answered")
        answered.clicked.connect(self._answer)
        self._missing = Notice("warn", "")
        self._missing.hide()
        return Card(
            Heading(tr("What was done about it?"), "h2"),
            Text(tr(_STAYS_OPEN), "body", "ink_2", wrap=True),
            Text(tr(_NOBODY), "body", "ink_2", wrap=True),
            self._missing,
            holder(Flow(answered)),
        )

    def _only_looked(self) -> None:
        episode, workplace = self._episode, self._bench.workplace
        if episode is None or not self._bench.autosave.flush():
            return
        if self._bench.tasks.ask(lambda tx: only_a_look(tx, workplace, episode)):
            self._over()
        else:
            self._say(tr("It stays open"), tr(_WROTE))

    def _answer(self) -> None:
        episode, workplace = self._episode, self._bench.workplace
        if episode is None or not self._bench.autosave.flush():
            return
        try:
            self._bench.tasks.ask(lambda tx: answer_worry(tx, workplace, episode))
        except NotSaidYet as stop:
            self._say(tr(stop.what), "\n".join(each_told(stop.missing)))
        except Trouble as trouble:
            self._say(tr(trouble.what), tr(trouble.sentences()))
        else:
            self._over()

    def _over(self) -> None:
        self.forget()
        self.changed.emit(None)
        self.back_requested.emit()

    def _say(self, title: str, words: str) -> None:
        view, notice = self._view, self._missing
        if notice is not None and view is not None:
            tell(notice, title, words)
            QTimer.singleShot(0, view, lambda: view.page.reveal(notice))  # once the words have their place on the page

    def _turned(self, _step: Step, _again: bool) -> None:  # noqa: FBT001  Qt's signal brings a bare boolean
        if self._view is not None and self._draft is not None:
            self._view.load_answers(self._draft.answers)
