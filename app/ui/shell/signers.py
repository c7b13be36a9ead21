"""The page about who signed the open record, and the signing of one more person; what was signed is never touched."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.answers import Answer
from app.domain.decision import called
from app.domain.knownsigners import KnownSigner, known_signers
from app.domain.record import RecordKind
from app.errors import Trouble
from app.look.speech import noted, told, tr
from app.operations.cosigning import SHOWN, Signer, ToSign, also_agree, read_to_sign
from app.operations.families import form_for
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.operations.starting import NotSaidYet
from app.ui.counting import counted
from app.ui.days import day_in_words
from app.ui.finishing.knownpeople import CAPACITIES
from app.ui.finishing.seen import who_sees
from app.ui.finishing.sign import LANGUAGE, SignPage
from app.ui.finishing.signers import SignersPage
from app.ui.shell.bench import Bench
from app.ui.shell.focusing import focus_answer
from app.ui.shell.writing import Writing
from app.ui.words import reading_of

SIGNERS = "signers"
"""The page about who signed."""
_WAYS = {
    "drawn": noted("signed on the screen"),
    "typed": noted("typed their name"),
    "spoken": noted("said yes aloud"),
    "paper": noted("signed on paper"),
}


class Signers(QStackedWidget):
    """Who signed, and beneath it the page on which somebody else signs.

    Signals: ``back_requested()``; ``signed()`` once somebody else did.
    """

    back_requested = Signal()
    signed = Signal()

    def __init__(self, bench: Bench, writing: Writing) -> None:
        super().__init__()
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self._open: OpenDraft | None = None
        self._shown: dict[str, str] = {}
        self.list, self.sign = SignersPage(), SignPage()
        self.sign.fix_choices()
        for page in (self.list, self.sign):
            self.addWidget(page)
        self.list.back_requested.connect(self.back_requested)
        self.list.another_requested.connect(self._begin)
        self.sign.answered.connect(self._answered)
        self.sign.sign_requested.connect(self._sign)
        self.sign.declined.connect(self.begin)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none: nothing of another family stays."""
        self._let_go()
        self._file, self._shown = file, {}
        self.list.show_signers(())
        self.sign.load({})
        self.sign.offer(())
        self.sign.show_final((), (), "", "")
        self.setCurrentWidget(self.list)

    def is_there(self) -> bool:
        """Say whether somebody has signed the open record, and others may."""
        return self._file is not None and self._file.finished is not None and not self._file.restricted

    def begin(self) -> None:
        """Show who signed."""
        self.setCurrentWidget(self.list)
        if (found := self._read()) is not None:
            self.list.show_signers([signer_words(one) for one in found.signers])
        self.list.focus_first()

    def _read(self) -> ToSign | None:
        file, workplace = self._file, self._bench.workplace
        if file is None or not self._bench.autosave.flush():
            return None
        try:
            return self._bench.tasks.ask(lambda tx: read_to_sign(tx, workplace, file.episode))
        except Trouble as trouble:
            self.list.show_trouble(trouble)
            return None

    def _begin(self) -> None:
        """Show the version as it was agreed to, to be read and signed by one more person."""
        found = self._read()
        if found is None:
            return
        wording, seen = self._bench.policy.sharing_wordings[self._bench.policy.sharing_wording_language], who_sees
        lines, version = (
            seen(found.sharing.answers),
            tr("Version {version}").format(version=found.record.statement.version),
        )
        left = (
            tr("{count} of this version is not shown here.").format(count=counted(found.left_out, "answer"))
            if found.left_out
            else ""
        )
        told = (*lines, left) if left else lines
        self._open = self._as_open(found)
        self._writing.take_in((self._open,))
        self._shown = {
            "c2.wording": wording.words,
            "c2.wording_version": wording.version,
            LANGUAGE: wording.language,
            SHOWN: "\n".join((version, *told)),
        }
        self.sign.load(found.written)
        self.sign.offer(self._not_yet(found))
        self.sign.show_final(reading_of(found.form, found.answers), told, wording.words, version)
        self.sign.show_languages((wording.language,), wording.language)
        self.sign.show_missing(())
        self.setCurrentWidget(self.sign)
        self.sign.focus_first()

    def _not_yet(self, found: ToSign) -> tuple[KnownSigner, ...]:
        """Return whom the record knows of those who have not signed it."""
        signed = {called(one.name) for one in found.signers}
        agreed = self._file.agreed_to_start if self._file is not None else {}
        known = known_signers(agreed, found.answers, alone=False)  # somebody deciding alone is the only one to sign
        return tuple(one for one in known if called(one.name) not in signed)

    def _answered(self, path: str, answer: Answer | None) -> None:
        if self._open is not None:
            self._writing.write(self._open, path, answer)

    def _as_open(self, found: ToSign) -> OpenDraft:
        workplace = self._bench.workplace
        form = form_for(workplace.forms, RecordKind.ALSO_AGREED)
        return OpenDraft(found.draft, form, found.written, set(), None, workplace.clock.now())

    def _let_go(self) -> None:
        """Let go of what is being signed, and of the steps in it: it is signed, or another record is open."""
        if self._open is not None:
            self._writing.forget(self._open.draft)
        self._open = None

    def owns(self, draft: OpenDraft) -> bool:
        """Say whether this is what the next signer is writing."""
        return draft is self._open

    def show_turned(self, path: str) -> None:
        """Show what the next signer wrote as it is now, after a step was taken back or done again, at its place."""
        if self.currentWidget() is not self.sign:
            self._begin()
        if self._open is not None:
            self.sign.load(self._open.answers)
            focus_answer(self.sign, path)

    def _sign(self) -> None:
        file, workplace, shown = self._file, self._bench.workplace, self._shown
        if file is None or not self._bench.autosave.flush():
            return
        try:
            self._bench.tasks.ask(lambda tx: also_agree(tx, workplace, file.episode, shown))
        except NotSaidYet as stop:
            self.sign.show_missing(stop.missing)
        except Trouble as trouble:
            self.sign.show_trouble(trouble)
        else:
            self._let_go()
            self.begin()
            self._bench.send_now()
            self.signed.emit()


def signer_words(signer: Signer) -> str:
    """Return who signed, as what, how and when, in a line."""
    capacity = dict(told(CAPACITIES)).get(signer.capacity, signer.capacity).lower()
    day = day_in_words(signer.at.astimezone().date())
    return tr("{name}, {capacity}: {what} on {day}").format(
        name=signer.name, capacity=capacity, what=tr(_WAYS.get(signer.route, signer.route)), day=day
    )
