"""One family's record: the list of topics beside the page, and the way between them; nothing typed is left behind."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.gates import FirstGate
from app.domain.ids import EpisodeId
from app.errors import Trouble
from app.forms.session import PageStatus
from app.forms.undoing import Change, Step, caret_after
from app.look.kit import Bar, Column, Notice, Row, theme
from app.look.speech import each_told, tr
from app.operations.asking_together import agree_for_each
from app.operations.ending import end_with_checklist
from app.operations.families import erase_sealed
from app.operations.family import FamilyFile, decided, open_family
from app.operations.finishing import change_something
from app.operations.keeping import summary_of
from app.operations.opendrafts import OpenDraft
from app.operations.refusing import erase_refused, held_elsewhere
from app.operations.starting import NotSaidYet
from app.storage.children import ChildSummary
from app.sync.status import SyncStatus
from app.ui.finishing.refusal import RefusalPage
from app.ui.shell import steps
from app.ui.shell.askingtogether import each_words
from app.ui.shell.bench import Bench
from app.ui.shell.closing import ClosingPages
from app.ui.shell.footer import Footer
from app.ui.shell.formpages import FormPages
from app.ui.shell.gatewords import ASK_AGAIN, DECLINED, NOT_ELECTRONIC
from app.ui.shell.noteonpaper import NoteOnPaper
from app.ui.shell.otherforms import OtherForms
from app.ui.shell.othersteps import SHELF, first_page, goes_on, is_other
from app.ui.shell.refusedwords import elsewhere_words
from app.ui.shell.sidepages import SidePages
from app.ui.shell.steps import LAST_STEPS, READ, SHARE, WHERE, WORRY, form_steps, is_open, listed, status_of
from app.ui.shell.stepwords import named, step_of
from app.ui.shell.tasklist import TaskList, sidebar_width
from app.ui.shell.writing import Writing

_ROOM_FOR_LIST = 960


class FamilyRoom(QWidget):
    """The pages of one episode.

    Signals: ``summary_changed(ChildSummary)`` for the banner; ``left()`` when the record is closed or erased;
    ``said_no(str)`` when it kindly does not go on; ``worried()`` to see what to do first; ``finished()`` once signed.
    """

    summary_changed = Signal(object)
    left = Signal()
    said_no = Signal(str)
    worried = Signal()
    finished = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.file: FamilyFile | None = None
        self.step = ""
        self.tasks = TaskList()
        self.writing, self.footer = Writing(bench.autosave, bench.workplace.clock), Footer()
        self.forms, self.closing = FormPages(bench, self.writing), ClosingPages(bench, self.writing)
        self.others = OtherForms(bench, self.writing)
        self.refusal, self.side = RefusalPage(), SidePages(bench, self.writing, self)
        NoteOnPaper(bench, self.refusal.note, lambda: self.file.episode if self.file is not None else None)
        self._pages = QStackedWidget()
        for page in (self.forms, self.closing, self.others, self.refusal, *self.side.pages.values()):
            self._pages.addWidget(page)
        self._again = Notice("warn", tr("Please ask again"), tr(ASK_AGAIN))
        self._again.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._list = Bar("left")
        side = QVBoxLayout(self._list)
        side.setContentsMargins(0, theme.space("s"), 0, theme.space("s"))
        side.addWidget(self.tasks)
        side.addWidget(self.side.buttons)
        page = Column(self._again, self._pages, self.footer, gap="none")
        page.setStretch(1, 1)
        across = Row(self._list, page, gap="none")
        across.setStretch(1, 1)
        self.setLayout(across)

    def _connect(self) -> None:
        self.tasks.chosen.connect(self.go)
        self.footer.back_requested.connect(lambda: self._move(-1))
        self.footer.next_requested.connect(lambda: self._move(1))
        self.footer.undo_requested.connect(self.writing.undo)
        self.footer.redo_requested.connect(self.writing.redo)
        self._bench.autosave.saved.connect(self.footer.show_saved)
        self.writing.stepped.connect(self._show_steps)
        self.writing.turned.connect(self._turned)
        self.side.wanted.connect(self.go)
        self.side.left.connect(lambda: self.go(steps.last_form_step(self.file)))
        self.side.reread.connect(self.reopen)
        for wrote in (self.side.jotting.sorted_into, self.side.helps.wrote):
            wrote.connect(lambda step: self.tasks.show_status(step, self._status(step)))
        self.forms.typed.connect(self._typed)
        self.forms.marked.connect(lambda page: self.tasks.show_status(page, self._status(page)))
        self.forms.agreement_ready.connect(self._ask_to_start)
        self.forms.ending_requested.connect(self._end_here)
        self.forms.step_wanted.connect(self.go)
        self.forms.worried.connect(self.worried)
        self.forms.earlier_wanted.connect(self.side.before.begin)
        self.side.to_answer.connect(self._to_answer)
        self.side.steps.said.connect(self.footer.say)
        self.forms.decided.connect(self._decide)
        self.closing.typed.connect(lambda: self.tasks.show_status(self.step, self._status(self.step)))
        self.closing.finished.connect(lambda: self.reopen(WHERE))
        self.closing.step_wanted.connect(lambda step: self.go(step or steps.last_form_step(self.file)))
        self.closing.change_requested.connect(self._change_something)
        self.others.step_wanted.connect(self.go)
        self.others.changed.connect(self._other_changed)
        self.side.form_wanted.connect(self._other_changed)
        for ends in (self.closing, self.others):
            ends.finished.connect(self.finished)
            ends.said_no.connect(self.said_no)
        self.forms.begun.connect(self._other_changed)
        self.refusal.back_requested.connect(lambda: self.go("c1"))
        self.refusal.erase_confirmed.connect(self._erase)
        theme.changed.connect(self._reflow)

    def open_episode(self, episode: EpisodeId, *, step: str = "", path: str = "", caret: int | None = None) -> None:
        """Open a family's record at a step, or at the very field somebody was writing in."""
        self._bench.autosave.flush()  # what was typed a moment ago is read with the rest
        self.file = self._bench.tasks.ask(lambda tx: open_family(tx, self._bench.workplace, episode))
        self.step = ""  # the same step of another record is another page
        self.forms.load(self.file)
        self.writing.open(self.file.drafts, self.file.past)
        self.footer.say("")
        self.closing.load(self.file)
        self.others.load(self.file)
        self.side.load(self.file)
        self._again.setVisible(self.file.is_new_version)
        self.summary_changed.emit(self.file.summary)
        self._show_list(step)
        self.go(step or steps.first_step(self.file))
        if path:
            self._focus_on(path, caret)
        else:
            self._take_keyboard()

    def _focus_on(self, path: str, caret: int | None) -> None:
        """Take the keyboard to the field somebody was writing in."""
        if self.step in self.side.pages:
            self.side.focus_on(path, caret)
        elif (page := self._pages.currentWidget()) is self.closing or page is self.others:
            self._take_keyboard()
            (self.closing if page is self.closing else self.others).focus_on(path)
        else:
            self.forms.focus_on(path, caret)

    def _to_answer(self, draft: OpenDraft, path: str, said: str) -> None:
        """Go back to an answer from what it said before."""
        if self.file is not None:
            self.go(step_of(self.file, draft, Change(draft.draft, path, None, None)) or steps.first_step(self.file))
            self.forms.focus_on(path, None)
            self.footer.say(said)

    def reopen(self, step: str, said: str = "") -> None:
        """Read the same record anew after an act that changed what can be done with it, and say what was done."""
        if self.file is not None:
            self.open_episode(self.file.episode, step=step)
            self.footer.say(said)

    def close_file(self) -> None:
        """Let go of everything shown."""
        self.forms.load(None)
        self.others.load(None)
        self.writing.close()
        self.side.load(None)
        self.file, self.step = None, ""

    def go(self, step: str) -> None:
        """Show a step. What was typed on the one before is written first; the keyboard comes along.

        Only in the list it stays, where the list stays: the arrow keys go on from there.
        """
        if step == WORRY:
            self.worried.emit()
            return
        if self.file is None or step == self.step:
            self._fold_list()
            return
        stays = self.tasks.hasFocus() and self.has_room_for_list()
        self._bench.autosave.flush()
        if step in self.side.pages:
            self._show(step, self.side.pages[step])
        elif step in LAST_STEPS:
            if is_open(self.file, step):
                self._show(step, self.closing)
                self.closing.show_step(step)
        elif step in form_steps(self.file) and is_open(self.file, step):
            self.forms.show_step(form_steps(self.file)[step])
            self._show(step, self.forms)
        elif is_other(self.file, step) and is_open(self.file, step):
            self._show(step, self.others)
            self.others.show_step(step)
        if not stays:
            self._take_keyboard()

    def show_worry(self, worry: OpenDraft | None) -> None:
        """Show on the list that a question about safety is open, or that it is not any more."""
        if self.file is not None:
            self.file = replace(self.file, worry=worry)
            self.forms.take_in(self.file)
            self._show_list(self.step)

    def show_sync(self, status: SyncStatus) -> None:
        """Take in where sending stands, and show it where that is the page."""
        self.closing.status = status
        self.refresh()

    def refresh(self) -> None:
        """Show again what the courier may have changed."""
        self.forms.show_elsewhere()
        if self.step == WHERE:
            self.closing.refresh_where()

    def toggle_list(self) -> None:
        """Fold the task list away, or bring it back, where there is no room for both."""
        self._list.setVisible(not self._list.isVisible())
        if self._list.isVisible():
            self.tasks.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def has_room_for_list(self) -> bool:
        """Say whether the list can stand beside the page."""
        return self.width() / theme.scale >= _ROOM_FOR_LIST

    def _show(self, step: str, page: QWidget) -> None:
        self.step = step
        self._pages.setCurrentWidget(page)
        self.tasks.mark(step)
        self.footer.setVisible(page is not self.refusal)
        self.footer.show_ways(shown=page is self.forms or step in {SHARE, READ} or goes_on(step))
        self._fold_list()
        back, following = steps.neighbour(self.file, self.step, -1), steps.neighbour(self.file, self.step, 1)
        self.footer.show_way(back=bool(back), following=steps.title_of(self.file, following))

    def _around(self, step: str) -> ClosingPages | OtherForms:
        """Return the pages on which a step stands that is no page of a form."""
        return self.closing if step in LAST_STEPS else self.others

    def _take_keyboard(self) -> None:
        """Put the keyboard where the page begins: left where it was, it would be on whatever Qt came to next."""
        page = self._pages.currentWidget()
        if isinstance(page, FormPages | ClosingPages | OtherForms | RefusalPage):
            page.focus_first()
        self.side.begin(page)

    def _fold_list(self) -> None:
        if not self.has_room_for_list():
            self._list.hide()

    def _move(self, by: int) -> None:
        if step := steps.neighbour(self.file, self.step, by):
            self.go(step)

    def _show_list(self, step: str) -> None:
        if self.file is not None:
            self.tasks.show_sections(listed(self.file), step)

    def _status(self, step: str) -> PageStatus:
        return status_of(self.file, step) if self.file is not None else PageStatus.NOT_STARTED

    def _typed(self, path: str) -> None:
        if self.file is None:
            return
        self.tasks.show_status(self.step, self._status(self.step))
        if path.startswith("id.") and self.file.assessment is not None:
            self.summary_changed.emit(summary_of(self.file.assessment.answers))

    def _decide(self, young_person: bool) -> None:  # noqa: FBT001 -- Qt's signal brings it
        """Mark at once who decides: what is written from now on is never without it."""
        if self.file is None or not self._bench.autosave.flush():
            return
        file, workplace = self.file, self._bench.workplace
        self.file = self._bench.tasks.ask(lambda tx: decided(tx, workplace, file, young_person=young_person))
        self.writing.take_in(self.file.drafts)
        self._show_list(self.step)
        self.forms.take_in(self.file)
        self.closing.load(self.file)
        self.side.take_in(self.file)
        self.summary_changed.emit(self._summary())

    def _summary(self) -> ChildSummary:
        """Return what the banner says of the child, as it is written now."""
        if self.file is None:
            return ChildSummary()
        written = self.file.assessment
        return summary_of(written.answers) if written is not None else self.file.summary

    def _ask_to_start(self) -> None:
        if self.file is None or not self._bench.autosave.flush():
            return
        episode, shown = self.file.episode, self.forms.shown_for_each()
        try:
            asked = self._bench.tasks.ask(lambda tx: agree_for_each(tx, self._bench.workplace, episode, shown))
        except NotSaidYet as stop:
            self.forms.show_missing(stop.missing)
            self.said_no.emit(" ".join(each_told(stop.missing)))
            return
        if asked.gate is FirstGate.AGREED:
            self.reopen("as", each_words(asked))
        else:
            self.refusal.clear()
            child = self.file.child
            self.refusal.show_elsewhere(elsewhere_words(self._bench.tasks.ask(lambda tx: held_elsewhere(tx, child))))
            self._show("refusal", self.refusal)
            self._take_keyboard()
            self.said_no.emit(tr(DECLINED) if asked.gate is FirstGate.DECLINED else tr(NOT_ELECTRONIC))

    def _end_here(self) -> None:
        """Let the checklist be the end of it; nobody's fault, and nothing missing."""
        if self.file is None or not self._bench.autosave.flush():
            return
        episode = self.file.episode
        try:
            self._bench.tasks.ask(lambda tx: end_with_checklist(tx, self._bench.workplace, episode))
        except Trouble as trouble:
            self.footer.say(tr(trouble.sentences()))
            return
        self.close_file()
        self.left.emit()

    def _erase(self) -> None:
        if self.file is None:
            return
        child, workplace = self.file.child, self._bench.workplace
        try:
            erase_sealed(workplace, self._bench.tasks.ask(lambda tx: erase_refused(tx, workplace, child)))
        except Trouble as trouble:
            self.refusal.show_trouble(trouble)
            return
        self.refusal.clear()
        self.close_file()
        self.left.emit()

    def _other_changed(self, url: str) -> None:
        """Go to the form that was begun, or back to the shelf when one was finished."""
        self.reopen(SHELF)
        if self.file is not None and url:
            self.go(first_page(self.file, url))

    def _change_something(self) -> None:
        if self.file is not None:
            episode = self.file.episode
            self._bench.tasks.ask(lambda tx: change_something(tx, self._bench.workplace, episode))
            self.reopen("as")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        room = self.has_room_for_list()
        self._list.setMaximumWidth(sidebar_width() if room else max(self.width(), 1))
        least = sidebar_width() if room else max(sidebar_width(), self.side.width_of_buttons())
        self._list.setMinimumWidth(min(least, max(self.width() // 2, 1)))
        self._list.setVisible(room)

    def _show_steps(self) -> None:
        self.footer.show_steps(undo=self.writing.can_undo(), redo=self.writing.can_redo())

    def _turned(self, step: Step, again: bool) -> None:  # noqa: FBT001  Qt's signal brings a bare boolean
        """Go to where a step was taken back or done again, show it, and say what it was."""
        if self.file is None:
            return
        change = step.first if again else step.changes[-1]
        draft = self.writing.draft(change)
        said = named(self.file, draft, change, self.forms.together.called(draft))
        done = f"{tr('Done again') if again else tr('Undone')}: {said}"
        if self.side.shows_again(self.step, change.path):
            self.footer.say(done)
            return
        where = self.side.page_of(draft) or step_of(self.file, draft, change) or self.step
        beside = where in self.side.pages
        if where == self.step and not beside:
            (self.forms if where in form_steps(self.file) else self._around(where)).show_again(where)
        self.go(where)
        if beside:
            self.side.signers.show_turned(change.path)
        elif where not in form_steps(self.file):
            self._around(where).focus_on(change.path)
        else:
            if not self.forms.together.focus_on(draft):
                self.forms.focus_on(change.path, caret_after(change))
            self._typed(change.path)
        self.tasks.show_status(self.step, self._status(self.step))
        self.footer.say(done)
