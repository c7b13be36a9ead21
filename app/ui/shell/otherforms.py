"""The other forms of a record: their shelf, and reading, signing, finishing and printing any of them the same way."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.answers import Answer
from app.domain.denied import confidential_address
from app.domain.ids import RecordId
from app.domain.record import FinishedRecord
from app.domain.sharing import is_decision
from app.domain.unagreed import shares
from app.errors import Trouble
from app.look.speech import each_told, tr
from app.operations.family import FamilyFile, OpenForm
from app.operations.finishing import FinalVersion, NotToBeKept
from app.operations.leaving import Leave, Paper, Way
from app.operations.otherforms import (
    begin_form,
    finish_form,
    let_go,
    print_finished,
    print_unkept,
    read_finished,
    read_form,
    use_of,
)
from app.operations.starting import NotSaidYet
from app.operations.unagreed import names_lines
from app.storage.database import Transaction
from app.ui.finishing.refusal import KindStop
from app.ui.finishing.seen import who_sees
from app.ui.finishing.sharing import SharingPage
from app.ui.finishing.sign import SignPage
from app.ui.otherforms.goes import GoesPage
from app.ui.otherforms.people import PeoplePage
from app.ui.otherforms.reading import FormReading, FormToRead, Stands
from app.ui.otherforms.sending import SendPage
from app.ui.otherforms.shelf import ShelfPage
from app.ui.saving import write_privately
from app.ui.shell.bench import Bench
from app.ui.shell.formwords import FinishedKey, asked_in_turn, finished_form, look_at_shelf, people_of
from app.ui.shell.othersteps import GOES, PEOPLE, SHARE, SHELF, ending_step, endings, page_step
from app.ui.shell.unagreed import Unagreed
from app.ui.shell.writing import Writing
from app.ui.words import reading_of

Printing = Callable[[Transaction, Leave], bytes]
_PAGES = ShelfPage | FormReading | KindStop | SharingPage | SignPage | PeoplePage | GoesPage | SendPage


class OtherForms(QStackedWidget):
    """The pages around the other forms of one record; their questions stand on ``FormPages`` as all questions do.

    Signals: ``typed()`` at every change of an agreement; ``changed(str)`` with the address of a form that was begun,
    or empty when one was finished; ``step_wanted(str)``; ``said_no(str)`` when it does not go on, with what is shown;
    ``finished()`` when a record was made.
    """

    typed = Signal()
    changed = Signal(str)
    step_wanted = Signal(str)
    said_no = Signal(str)
    finished = Signal()

    def __init__(self, bench: Bench, writing: Writing) -> None:
        super().__init__()
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self._form: OpenForm | None = None
        self._final: FinalVersion | None = None
        self._printing: Printing | None = None
        self.shelf, self.reading, self.stop = ShelfPage(), FormReading(), KindStop()
        self.people = PeoplePage()
        self.unagreed, self._key = Unagreed(bench, writing, self), FinishedKey(RecordId(""), 0)
        self._stop_leads_to = SHELF
        for page in (self.shelf, self.reading, self.stop, self.people, self.unagreed.goes, self.unagreed.send):
            self.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        self.shelf.begun.connect(self._begin)
        self.shelf.read.connect(self._read_finished)
        self.reading.finish_requested.connect(self._finish)
        self.reading.save_requested.connect(self._save)
        self.reading.print_requested.connect(self._print)
        self.reading.let_go_requested.connect(self._let_go)
        self.reading.back_requested.connect(self._back_to_shelf)
        self.people.back_requested.connect(lambda: self.step_wanted.emit(SHELF))
        self.stop.back_requested.connect(lambda: self.step_wanted.emit(self._stop_leads_to))
        self.stop.page_wanted.connect(self.step_wanted)
        self.reading.send_requested.connect(lambda: self._show_decided(self._key))
        self.unagreed.typed.connect(self.typed)
        self.unagreed.left.connect(self._back_to_shelf)
        self.unagreed.sent.connect(self.finished)

    @cached_property
    def sharing(self) -> SharingPage:
        """Who may see a form that the family sign; most records never have one."""
        page = SharingPage()
        page.know_agencies(self._bench.policy.signed_up)
        self._add(page)
        return page

    @cached_property
    def sign(self) -> SignPage:
        """Reading such a form together, and signing it."""
        page = SignPage()
        page.sign_requested.connect(self._finish)
        page.declined.connect(self._declined)
        page.who_sees_requested.connect(lambda: self.step_wanted.emit(self._step(SHARE)))
        self._add(page)
        return page

    def _add(self, page: SharingPage | SignPage) -> None:
        page.answered.connect(self._answered)
        page.answered.connect(self._note_place)
        self.addWidget(page)

    def load(self, file: FamilyFile | None) -> None:
        """Take in another family's record, the same one anew, or none."""
        self._file, self._form, self._final, self._printing = file, None, None, None

    def show_step(self, step: str) -> None:
        """Show the shelf, the people to ask, or how a form ends."""
        if step == PEOPLE:
            self.people.show_people(*people_of(self._bench.policy), asked_in_turn(self._bench.policy))
            self.setCurrentWidget(self.people)
            return
        ending = endings(self._file).get(step) if self._file is not None else None
        if ending is None:
            self._show_shelf()
            return
        self._form = ending.form
        if ending.part == SHARE:
            self._show_sharing(ending.form)
        elif ending.part == GOES and self._file is not None:
            self.unagreed.show_lines(self._file.episode, ending.form.draft)
            self.setCurrentWidget(self.unagreed.goes)
        else:
            self._show_final(ending.form)

    def show_again(self, step: str) -> None:
        """Show the choices as they stand now, after a step was taken back or done again."""
        if isinstance(self.currentWidget(), SharingPage | SignPage | GoesPage):
            self.show_step(step)

    def focus_first(self) -> None:
        """Put the keyboard where the page shown begins."""
        page = self.currentWidget()
        if isinstance(page, _PAGES):
            page.focus_first()

    def focus_on(self, path: str) -> None:
        """Take the keyboard to what answers the question at ``path`` on the page that is shown."""
        names = (one for one in self.findChildren(QWidget) if one.objectName().partition(":")[0] == path)
        found = next((one for one in names if one.isVisible()), None)
        if found is not None:
            QTimer.singleShot(0, found, found.setFocus)

    def _step(self, part: str) -> str:
        return ending_step(self._form.draft.form.url, part) if self._form is not None else SHELF

    def _show_shelf(self) -> None:
        if self._file is not None:
            file, bench = self._file, self._bench
            self.shelf.show_shelf(bench.tasks.ask(lambda tx: look_at_shelf(tx, bench.workplace, bench.policy, file)))
            self.setCurrentWidget(self.shelf)

    def _back_to_shelf(self) -> None:
        if self._form is not None:
            self.step_wanted.emit(SHELF)
        else:
            self._show_shelf()
            self.shelf.focus_first()

    def _begin(self, url: str) -> None:
        if self._file is None or not self._bench.autosave.flush():
            return
        episode, workplace = self._file.episode, self._bench.workplace
        try:
            self._bench.tasks.ask(lambda tx: begin_form(tx, workplace, episode, url))
        except Trouble as trouble:
            self.shelf.show_trouble(trouble)
            self.said_no.emit(tr(trouble.sentences()))
            return
        self.changed.emit(url)

    def _show_sharing(self, form: OpenForm) -> None:
        if form.sharing is None:
            return
        closed = confidential_address(form.draft.answers)
        self.sharing.show_lines(reading_of(form.draft.form, form.draft.answers), closed)
        self.sharing.load(form.sharing.answers)
        self.setCurrentWidget(self.sharing)

    def _show_final(self, form: OpenForm) -> None:
        if not self._bench.autosave.flush():
            return
        workplace, draft = self._bench.workplace, form.draft.draft
        try:
            final = self._bench.tasks.ask(lambda tx: read_form(tx, workplace, draft))
        except NotSaidYet as stop:
            pages = tuple(page_step(form.draft.form.url, page) for page in stop.pages)
            self._show_stop(tr("A few things first"), stop.missing, pages)
            return
        self._final = final
        sections = reading_of(form.draft.form, final.record.answers)
        if form.sharing is not None:
            self._fix_wording()
            who, wording = who_sees(form.sharing.answers), self._bench.policy.sharing_wording
            self.sign.show_final(sections, who, wording, form.draft.form.title)
            self.sign.load(form.sharing.answers)
            self.sign.show_missing(())
            self.setCurrentWidget(self.sign)
            return
        stands = Stands.TO_PRINT if use_of(form.draft.form).print_only else Stands.TO_FINISH
        self._printing = lambda tx, leave: print_unkept(tx, workplace, final, leave)
        if names_lines(form.draft.form) and self._file is not None:
            sections = (*sections, *self.unagreed.read(self._file.episode, final.record.answers))
        self.reading.show_form(FormToRead(form.draft.form.title, stands, sections))
        self.setCurrentWidget(self.reading)

    def _fix_wording(self) -> None:
        """Write the wording that is shown into the agreement: what is signed is what was read, to the letter."""
        policy, sharing = self._bench.policy, self._form.sharing if self._form is not None else None
        shown = {
            "c2.wording": policy.sharing_wording,
            "c2.wording_version": policy.sharing_wording_version,
            "c2.wording_language": policy.sharing_wording_language,
        }
        for path, words in shown.items():
            if sharing is not None and sharing.answers.get(path) != words:
                self._answered(path, words)

    def _answered(self, path: str, answer: Answer | None) -> None:
        if self._form is not None and self._form.sharing is not None:
            self._writing.write(self._form.sharing, path, answer)
            self.typed.emit()

    def _note_place(self, path: str) -> None:
        if self._form is not None and self._form.sharing is not None:
            self._bench.autosave.note_place(self._form.sharing.draft, path, 0)

    def _show_stop(self, title: str, sentences: tuple[str, ...], pages: tuple[str, ...] = ()) -> None:
        """Say kindly why it does not go on here; each sentence leads to its page, where it has one."""
        self._stop_leads_to = pages[0] if pages else SHELF
        self.stop.show_stop(title, sentences, pages)
        self.setCurrentWidget(self.stop)
        self.stop.focus_first()
        self.said_no.emit(" ".join((title, *each_told(sentences))))

    def _declined(self) -> None:
        words = (
            tr("Nothing was signed, and nothing will be sent."),
            tr("What you wrote together is safe on this laptop."),
        )
        self._show_stop(tr("Not today, and that is fine"), words)

    def _finish(self) -> None:
        final, workplace = self._final, self._bench.workplace
        if final is None or not self._bench.autosave.flush():
            return
        self._writing.rest(resting=True)
        self._say_busy(tr("Sealing it…"))
        self._bench.tasks.start(lambda tx: finish_form(tx, workplace, final), self._done, self._not_done)

    def _say_busy(self, words: str) -> None:
        page = self.currentWidget()
        if isinstance(page, SignPage):
            page.show_busy(words)

    def _done(self, record: FinishedRecord) -> None:
        self._say_busy("")
        self.reading.tell_finished()
        self._final = None
        self._bench.send_now()
        self.finished.emit()
        self.changed.emit("")
        if is_decision(record) and shares(record.answers):
            self._show_decided(FinishedKey(record.statement.record, record.statement.version))

    def _show_decided(self, key: FinishedKey) -> None:
        """Show what a finished decision lets go, before it goes."""
        self.unagreed.show_decided(key)
        self.setCurrentWidget(self.unagreed.send)
        self.unagreed.send.focus_first()

    def _not_done(self, fault: Exception) -> None:
        self._writing.rest(resting=False)
        self._say_busy("")
        page = self.currentWidget()
        shown = page if isinstance(page, SignPage) else self.reading
        match fault:
            case NotToBeKept():
                self._show_stop(tr("They would rather it was not kept"), (tr(fault.what), tr(fault.safe)))
            case NotSaidYet():
                self.sign.show_missing(fault.missing)
                self.said_no.emit(" ".join(each_told(fault.missing)))
            case Trouble():
                shown.show_trouble(fault)
            case _:
                raise fault

    def _read_finished(self, key: str) -> None:
        """Show a finished form, and what it is read beside."""
        self._form, workplace = None, self._bench.workplace
        wanted = self._key = FinishedKey.of(key)
        found = finished_form(self._bench.tasks.ask(lambda tx: read_finished(tx, workplace, *wanted)))
        self._printing = lambda tx, leave: print_finished(tx, workplace, *wanted, leave)
        self.reading.show_form(found)
        self.setCurrentWidget(self.reading)
        self.reading.focus_first()

    def _save(self) -> None:
        path = self._bench.choose_file("form.pdf")
        if path is not None:
            self._make(Way.SAVED, partial(write_privately, path, what=tr("The paper")), self.reading.show_saved)

    def _print(self) -> None:
        self._make(Way.SHOWN, self._bench.show_paper, self.reading.show_shown)

    def _make(self, way: Way, lets_go: Callable[[bytes], object], told: Callable[[], None]) -> None:
        """Make the paper, write down which way it leaves, and let it go."""
        make = self._printing
        if make is None:
            return
        try:
            lets_go(self._bench.tasks.ask(lambda tx: make(tx, Leave(Paper.FORM, way))))
        except Trouble as trouble:
            self.reading.show_trouble(trouble)
        else:
            told()

    def _let_go(self) -> None:
        final, workplace = self._final, self._bench.workplace
        if final is None or not self._bench.autosave.flush():
            return
        try:
            self._bench.tasks.ask(lambda tx: let_go(tx, workplace, final))
        except Trouble as trouble:
            self.reading.show_trouble(trouble)
            return
        self.changed.emit("")
