"""The last steps with a family: who may see it, read together and sign, leave a copy, and where it is now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from app.domain.answers import Answer, text_of
from app.domain.consent import not_read_together
from app.domain.costs import Costly
from app.domain.denied import confidential_address
from app.domain.knownsigners import known_signers
from app.errors import Trouble
from app.look.kit import PageColumn
from app.look.speech import each_told, noted, tr
from app.operations.copies import read_agreed
from app.operations.costing import choose_costly, costly
from app.operations.erasing import erasure_asked
from app.operations.family import FamilyFile
from app.operations.finishing import FinalVersion, NotToBeKept, final_version, sign_and_finish
from app.operations.opendrafts import OpenDraft
from app.operations.policy import WordingElsewhere
from app.operations.starting import NotSaidYet
from app.operations.whereabouts import ledger, send_again, whereabouts
from app.operations.withdrawing import take_back
from app.sync.status import SyncStatus
from app.ui.coordinator.reading import ReadingPage
from app.ui.finishing.copy import CopyPage
from app.ui.finishing.refusal import KindStop
from app.ui.finishing.seen import who_sees
from app.ui.finishing.sharing import SharingPage
from app.ui.finishing.sign import LANGUAGE, SignPage
from app.ui.finishing.takeback import TakeBackPage
from app.ui.finishing.where import Place, WherePage
from app.ui.shell.agreedwords import agreed_reading
from app.ui.shell.askingerased import AskingErased, erasure_words
from app.ui.shell.bench import Bench
from app.ui.shell.focusing import focus_answer
from app.ui.shell.leavingcopies import LeavingCopies, readers_of
from app.ui.shell.steps import COPY, READ, SHARE, SIGN, WHERE
from app.ui.shell.sticks import HandingIn
from app.ui.shell.wherewords import where_state
from app.ui.shell.writing import Writing
from app.ui.words import reading_of
from protocol.messages import WithdrawalWhy

WHOLE = noted("This is the whole of it, for you alone. Lines the family held back are in here, and in nobody else's.")


class ClosingPages(QStackedWidget):
    """The four last steps.

    Signals: ``typed()`` at every change of the agreement; ``finished()`` when a version was signed;
    ``step_wanted(str)`` to go to another step; ``change_requested()`` to begin a new version; ``said_no(str)`` when it
    does not go on, with the sentences shown; ``taken_back()`` when what was released was taken back.
    """

    typed = Signal()
    finished = Signal()
    step_wanted = Signal(str)
    change_requested = Signal()
    said_no = Signal(str)
    taken_back = Signal()

    def __init__(self, bench: Bench, writing: Writing) -> None:
        super().__init__()
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self._final: FinalVersion | None = None
        self.sharing, self.sign, self.copy, self.where = SharingPage(), SignPage(), CopyPage(), WherePage()
        self.stop, self.reading = KindStop(), ReadingPage(tr("Back to where it is"), tr(WHOLE))
        self.copies = LeavingCopies(bench, self.copy, self)
        self._stop_leads_to = ""
        self.where_place, self.status = Place.LAPTOP, SyncStatus()
        self.sticks, self.taking_back = HandingIn(bench, self), TakeBackPage()
        self.erasing = AskingErased(bench, self)
        for page in (self.sharing, self.sign, self.copy, self.where, self.stop, self.reading, self.sticks.page):
            self.addWidget(page)
        self.sharing.know_agencies(bench.policy.signed_up)
        self._connect()

    def _connect(self) -> None:
        for page in (self.sharing, self.sign):
            page.answered.connect(self._answered)
            page.answered.connect(self._note_place)
        self.sign.sign_requested.connect(self._sign)
        self.sign.declined.connect(self._declined)
        self.sign.who_sees_requested.connect(lambda: self.step_wanted.emit(SHARE))
        self.where.send_now_requested.connect(self._send_now)
        self.where.change_requested.connect(self.change_requested)
        self.where.copy_requested.connect(self._leave_copy)
        self.addWidget(self.taking_back)
        self.addWidget(self.erasing.page)
        self.where.erase_requested.connect(self._show_erase)
        self.erasing.left.connect(self._back_to_where)
        self.erasing.done.connect(self.taken_back)
        self.erasing.done.connect(self._back_to_where)
        self.where.take_back_requested.connect(self._show_take_back)
        self.taking_back.back_requested.connect(self._back_to_where)
        self.taking_back.withdrawn_requested.connect(lambda: self._take_back(WithdrawalWhy.WITHDRAWN))
        self.taking_back.in_error_requested.connect(lambda: self._take_back(WithdrawalWhy.IN_ERROR))
        self.where.stick_requested.connect(self._show_stick)
        self.where.costly_chosen.connect(self._choose_costly)
        self.sticks.page.back_requested.connect(self._back_to_where)
        self.stop.back_requested.connect(lambda: self.step_wanted.emit(self._stop_leads_to))
        self.stop.page_wanted.connect(self.step_wanted)
        self.reading.back_requested.connect(lambda: self.step_wanted.emit(WHERE))

    def load(self, file: FamilyFile) -> None:
        """Take in another family's record, or the same one anew."""
        self._file, self._final = file, None
        self.copies.load(file)
        self.where.offer_copies(readers_of(file))
        for page in self.findChildren(PageColumn):
            page.verticalScrollBar().setValue(0)  # nobody is shown where the family before was read

    def show_again(self, step: str) -> None:
        """Show the choices as they stand now, after a step was taken back or done again."""
        if step in {SHARE, SIGN}:
            self.show_step(step)

    def focus_on(self, path: str) -> None:
        """Take the keyboard to what answers the question at ``path`` on the page that is shown."""
        focus_answer(self, path)

    def show_step(self, step: str) -> None:
        """Show one of the last steps."""
        shows = {
            SHARE: self._show_sharing,
            SIGN: self._show_sign,
            READ: self._show_agreed,
            COPY: self._show_copies,
            WHERE: self._show_where,
        }
        shows[step]()
        for page in self.findChildren(PageColumn):
            page.to_top()

    def focus_first(self) -> None:
        """Put the keyboard where the page shown begins."""
        page = self.currentWidget()
        if isinstance(page, SharingPage | SignPage | CopyPage | WherePage | KindStop | ReadingPage):
            page.focus_first()

    def show_stop(self, title: str, sentences: tuple[str, ...], pages: tuple[str, ...] = ()) -> None:
        """Say kindly why it does not go on here, and what is missing.

        Each sentence leads to its page, where ``pages`` has one for each; the way back leads to the first of them.
        """
        self._stop_leads_to = pages[0] if pages else ""
        self.stop.show_stop(title, sentences, pages)
        before, focused = self.currentWidget(), QApplication.focusWidget()
        had_keyboard = before is not None and focused is not None and before.isAncestorOf(focused)
        self.setCurrentWidget(self.stop)
        if had_keyboard:
            self.stop.focus_first()
        self.said_no.emit(" ".join((title, *each_told(sentences))))

    def _drafts(self) -> tuple[OpenDraft, OpenDraft] | None:
        if self._file is None or self._file.assessment is None or self._file.sharing is None:
            return None
        return self._file.assessment, self._file.sharing

    def _show_sharing(self) -> None:
        drafts = self._drafts()
        if drafts is None:
            return
        assessment, sharing = drafts
        closed = confidential_address(assessment.answers)
        self.sharing.show_lines(reading_of(assessment.form, assessment.answers), closed)
        self.sharing.show_form(sharing.form)
        self.sharing.load(sharing.answers, self._file.agreed_before if self._file is not None else {})
        self.sharing.know_who_helps(assessment.answers)
        self.setCurrentWidget(self.sharing)

    def _show_sign(self) -> None:
        drafts = self._drafts()
        if drafts is None or self._file is None or not self._bench.autosave.flush():
            return
        (assessment, sharing), episode = drafts, self._file.episode
        try:
            self._final = self._bench.tasks.ask(lambda tx: final_version(tx, self._bench.workplace, episode))
        except NotSaidYet as stop:
            self.show_stop(tr("Before you sign together"), stop.missing, stop.pages)
            return
        self._fix_wording(sharing)
        sections = reading_of(assessment.form, self._final.record.answers)
        version = tr("Version {version}").format(version=self._final.record.statement.version)
        self.sign.show_final(sections, who_sees(sharing.answers), self._wording(sharing).words, version)
        self.sign.show_languages(tuple(self._bench.policy.sharing_wordings), self._wording(sharing).language)
        self.sign.load(sharing.answers)
        start, alone = self._file.agreed_to_start, self._file.restricted
        self.sign.offer(known_signers(start, assessment.answers, alone=alone))
        unread = not_read_together(sharing.answers) if "c2.read" in sharing.form else None
        self.sign.say_first(tr(unread.sentence) if unread is not None else "")
        self.sign.show_missing(())
        self.setCurrentWidget(self.sign)

    def _fix_wording(self, sharing: OpenDraft) -> None:
        """Write the wording that is shown into the agreement: what is signed is what was read, to the letter."""
        wording = self._wording(sharing)
        shown = {"c2.wording": wording.words, "c2.wording_version": wording.version, LANGUAGE: wording.language}
        for path, words in shown.items():
            if sharing.answers.get(path) != words:
                self._answered(path, words)

    def _wording(self, sharing: OpenDraft) -> WordingElsewhere:
        """Return the words in the language that was chosen, or in our own where it is not on offer."""
        on_offer = self._bench.policy.sharing_wordings
        chosen = on_offer.get(text_of(sharing.answers, LANGUAGE))
        return chosen or on_offer[self._bench.policy.sharing_wording_language]

    def _answered(self, path: str, answer: Answer | None) -> None:
        drafts = self._drafts()
        if drafts is None:
            return
        self._writing.write(drafts[1], path, answer)
        if path == LANGUAGE:
            self._fix_wording(drafts[1])
            self.sign.say_wording(self._wording(drafts[1]).words)
        self.typed.emit()

    def _note_place(self, path: str) -> None:
        drafts = self._drafts()
        if drafts is not None:
            self._bench.autosave.note_place(drafts[1].draft, path, 0)

    def _sign(self) -> None:
        final = self._final
        if final is None or not self._bench.autosave.flush():
            return
        self.sign.show_busy(tr("Sealing it…"))
        self._writing.rest(resting=True)
        self._bench.tasks.start(
            lambda tx: sign_and_finish(tx, self._bench.workplace, final), lambda _: self._signed(), self._not_signed
        )

    def _signed(self) -> None:
        self.sign.show_busy("")
        self._final = None
        self._bench.send_now()
        self.finished.emit()

    def _not_signed(self, fault: Exception) -> None:
        self._writing.rest(resting=False)
        self.sign.show_busy("")
        match fault:
            case NotToBeKept():
                self.show_stop(
                    tr("They would rather it was not kept"), (tr(fault.what), tr(fault.safe), tr(fault.next_step))
                )
            case NotSaidYet():
                self.sign.show_missing(fault.missing)
                self.said_no.emit(" ".join(each_told(fault.missing)))
            case Trouble():
                self.sign.show_trouble(fault)
            case _:
                raise fault

    def _declined(self) -> None:
        self.show_stop(
            tr("Not today, and that is fine"),
            (
                tr("Nothing was signed, and nothing will be sent."),
                tr("What you wrote together is safe on this laptop."),
            ),
        )

    def _show_agreed(self) -> None:
        """Show the version the family agreed to, to be read and not changed."""
        if self._file is not None:
            episode, workplace = self._file.episode, self._bench.workplace
            agreed = self._bench.tasks.ask(lambda tx: read_agreed(tx, workplace, episode))
            if agreed is not None:
                self.reading.show_reading(agreed_reading(workplace, *agreed))
                self.setCurrentWidget(self.reading)

    def _show_copies(self) -> None:
        self.copies.begin()
        self.setCurrentWidget(self.copy)

    def _leave_copy(self, reader: str) -> None:
        self.step_wanted.emit(COPY)
        self.copy.ask_for(reader)

    def _send_now(self) -> None:
        self.where.show_sending()
        if self._file is not None:
            episode = self._file.episode
            self._bench.tasks.ask(lambda tx: send_again(tx, episode))
        self._bench.send_anyway()

    def _choose_costly(self, chosen: str) -> None:
        self._bench.tasks.ask(lambda tx: choose_costly(tx, Costly(chosen)))
        self._bench.send_now()

    def _show_where(self) -> None:
        self.refresh_where()
        self.setCurrentWidget(self.where)

    def _back_to_where(self) -> None:
        self._show_where()
        self.where.focus_first()

    def _show_take_back(self) -> None:
        self.setCurrentWidget(self.taking_back)
        self.taking_back.begin()

    def _show_erase(self) -> None:
        if self._file is not None:
            self.setCurrentWidget(self.erasing.page)
            self.erasing.begin(self._file.episode)

    def _take_back(self, why: WithdrawalWhy) -> None:
        if self._file is None:
            return
        episode, workplace = self._file.episode, self._bench.workplace
        try:
            self._bench.tasks.ask(lambda tx: take_back(tx, workplace, episode, why))
        except Trouble as trouble:
            self.taking_back.show_trouble(trouble)
            return
        self._bench.send_now()
        self.taken_back.emit()
        self._back_to_where()

    def _show_stick(self) -> None:
        self.setCurrentWidget(self.sticks.page)
        self.sticks.begin()

    def refresh_where(self) -> None:
        """Have the page say the truth about where the record is, as it is now."""
        if self._file is None:
            return
        episode = self._file.episode
        policy = self._bench.policy
        found, counts, chosen, asked = self._bench.tasks.ask(
            lambda tx: (whereabouts(tx, episode), ledger(tx), costly(tx, policy), erasure_asked(tx, episode))
        )
        authority = self._bench.workplace.directory.directory.name
        state = replace(where_state(found, counts, authority), sending=tr(self.status.in_full()), costly=chosen)
        is_about_this = asked is not None and (found is None or asked.asked_at >= found.finished_at)
        if words := erasure_words(asked if is_about_this else None, authority):
            state = replace(state, sentence=words, may_erase=False, may_take_back=False)
        self.where_place = state.place
        self.where.show_where(state)
