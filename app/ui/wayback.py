"""The room for forgotten words: by the code on paper, or by the authority's key holders; it works one place at a time.

What is typed here is held no longer than the act it is for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.clock import Clock
from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.keeping_keys import place_number
from app.operations.policy import KeyHolders
from app.operations.recovering import ask_holders, check_code, recover_by_code, recover_by_holders
from app.storage.asking import asked
from app.storage.keys import Cost, read_keys
from app.storage.opened_keys import key_files
from app.storage.passphrase import new_passphrase
from app.storage.seats import label_of
from app.storage.strength import check_own
from app.storage.vault import Vault
from app.ui.forgotten import CodeEntryPage, ForgottenPage, WaitingPage
from app.ui.newwords import NewWordsPage
from app.ui.saving import NotWritten, write_privately
from app.ui.states import Contact
from app.ui.tasks import Tasks
from protocol.codec import encode
from protocol.escrow import EscrowRequest, fingerprint

REQUEST_NAME = "ecaf-request.json"
OPEN_ANSWER = noted("Open the key holders’ answer")
_MOST_ANSWER_BYTES = 1_000_000


@dataclass(frozen=True)
class WayBackNeeds:
    """What the room is given: the way to the vault, the clock, what a guess is to cost, files, and whom to ring.

    ``tried_first`` are words that whoever knows the authority would try in a passphrase.
    """

    tasks: Tasks
    clock: Clock
    cost: Callable[[], Cost]
    choose_file: Callable[[str], Path | None]
    open_file: Callable[[str], Path | None]
    contact: KeyHolders
    tried_first: tuple[str, ...]
    crashed: Callable[[Exception], None]


class WayBack(QStackedWidget):
    """Pages and doings of a forgotten passphrase.

    Signals: ``opened(Vault)`` when the place stands open under new words; ``someone_new()``; ``left()``.
    """

    opened = Signal(object)
    someone_new = Signal()
    left = Signal()

    def __init__(self, needs: WayBackNeeds) -> None:
        super().__init__()
        self._needs, self._folder, self._code = needs, Path(), ""
        self.ways, self.entry, self.waiting = ForgottenPage(), CodeEntryPage(), WaitingPage()
        lead = tr("From now on these words open your place, and the old ones do not. Write them down.")
        self.by_code = NewWordsPage("renew", tr("Your new words"), lead, tr("Open my place"), tr("Back"))
        lead = tr(
            "Choose the new words first: when the key holders have answered, these words and their answer together "
            "open your place. Write them down, and keep the paper until then."
        )
        self.by_holders = NewWordsPage("ask", tr("Your new words"), lead, tr("Make the request"), tr("Back"))
        for page in (self.ways, self.entry, self.by_code, self.by_holders, self.waiting):
            self.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        self.ways.by_code.connect(lambda: self._show(self.entry))
        self.ways.by_holders.connect(self._show_holders)
        self.ways.left.connect(self._leave)
        self.entry.code_given.connect(self._check_code)
        self.waiting.save_requested.connect(self._save_request)
        self.waiting.answer_given.connect(self._answered)
        self.waiting.ask_again.connect(self._ask_again)
        for page in (self.ways, self.waiting):
            page.someone_new.connect(self._start_new)
        for back in (self.entry.back_requested, self.waiting.left):
            back.connect(self.begin_again)
        for words, accepted in ((self.by_code, self._recover_by_code), (self.by_holders, self._make_request)):
            words.accepted.connect(accepted)
            words.back_requested.connect(self.begin_again)
            words.another_requested.connect(partial(self._other_words, words))
            words.own_offered.connect(partial(self._check_own, words))

    def begin(self, folder: Path) -> None:
        """Begin with the place in ``folder``: where its key holders were asked already, the page says so."""
        self._folder = folder
        self.begin_again()

    def begin_again(self) -> None:
        """Show the ways back in; what was typed on any page is gone."""
        self._forget()
        self.ways.show_place(label_of(self._folder), self._number(), waits=asked(self._folder) is not None)
        self._show(self.ways)

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        page = self.currentWidget()
        if isinstance(page, (ForgottenPage, CodeEntryPage, WaitingPage, NewWordsPage)):
            page.focus_first()

    def _number(self) -> str:
        """Return the place's number, or nothing where its key file cannot be read: each way then says so itself."""
        try:
            return place_number(read_keys(key_files(self._folder)[0]).vault)
        except Trouble:
            return ""

    def _forget(self) -> None:
        self._code = ""
        for page in (self.entry, self.by_code, self.by_holders, self.waiting, self.ways):
            page.forget()

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _start_new(self) -> None:
        self._forget()
        self.someone_new.emit()

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.focus_first()

    def _other_words(self, page: NewWordsPage) -> None:
        page.show_passphrase(new_passphrase())
        page.focus_first()

    def _check_own(self, page: NewWordsPage, own: str) -> None:
        page.show_busy(tr("Looking how hard it is to guess…"))
        about = (label_of(self._folder), *self._needs.tried_first)
        self._needs.tasks.start_elsewhere(
            lambda: check_own(own, about), lambda _: page.accept_own(), self._or_say(page.show_trouble)
        )

    def _check_code(self, typed: str) -> None:
        folder = self._folder
        self.entry.show_busy(tr("Looking at the code…"))
        self._needs.tasks.start_elsewhere(
            lambda: check_code(folder, typed),
            lambda _: self._code_is_right(typed),
            self._or_say(self.entry.show_trouble),
        )

    def _code_is_right(self, typed: str) -> None:
        self.entry.forget()
        self._code = typed
        self._other_words(self.by_code)
        self._show(self.by_code)

    def _recover_by_code(self, words: str) -> None:
        needs, folder, code = self._needs, self._folder, self._code
        self.by_code.show_busy(tr("Opening with your new words…"))
        needs.tasks.open(
            lambda: recover_by_code(folder, code, words, needs.clock, needs.cost),
            self._opened,
            self._or_say(self.by_code.show_trouble),
        )

    def _opened(self, vault: Vault) -> None:
        self._forget()
        self.opened.emit(vault)

    def _show_holders(self) -> None:
        request = asked(self._folder)
        if request is None:
            self._other_words(self.by_holders)
            self._show(self.by_holders)
        else:
            self._show_request(request)

    def _ask_again(self) -> None:
        self.waiting.forget()
        self._other_words(self.by_holders)
        self._show(self.by_holders)

    def _make_request(self, words: str) -> None:
        folder, cost = self._folder, self._needs.cost
        self.by_holders.show_busy(tr("Making the request…"))
        self._needs.tasks.start_elsewhere(
            lambda: ask_holders(folder, words, cost), self._show_request, self._or_say(self.by_holders.show_trouble)
        )

    def _show_request(self, request: EscrowRequest) -> None:
        self.by_holders.forget()
        contact = self._needs.contact
        self.waiting.show_request(fingerprint(request), Contact(contact.label, contact.words, contact.number))
        self._show(self.waiting)

    def _save_request(self) -> None:
        request, path = asked(self._folder), self._needs.choose_file(REQUEST_NAME)
        if request is None or path is None:
            return
        try:
            write_privately(path, encode(request), tr("The request"))
        except NotWritten as trouble:
            self.waiting.show_trouble(trouble)
        else:
            self.waiting.show_saved(path.name)

    def _answered(self, words: str) -> None:
        path = self._needs.open_file(tr(OPEN_ANSWER))
        if path is None:
            return
        needs, folder, page = self._needs, self._folder, self.waiting
        page.show_busy(tr("Opening with the answer…"))
        needs.tasks.open(
            lambda: recover_by_holders(folder, words, _read(path), needs.clock, needs.cost),
            self._opened,
            self._or_say(page.show_trouble),
        )

    def _or_say(self, show: Callable[[Trouble], None]) -> Callable[[Exception], None]:
        return lambda fault: show(fault) if isinstance(fault, Trouble) else self._needs.crashed(fault)


def _read(path: Path) -> bytes:
    """Return what is in an answer's file, or its beginning where it is far too long to be one."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_ANSWER_BYTES)
    except OSError as fault:
        next_step = tr("Please copy it to this laptop and try again. ({strerror})").format(strerror=fault.strerror)
        raise Trouble(tr("The answer’s file could not be read."), tr("Nothing is lost."), next_step) from None
