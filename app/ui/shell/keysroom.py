"""The room behind Your place and keys: each act asks for the passphrase, is done off the windows' thread, and is told.

What was typed is held no longer than the act it is for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.keeping_keys import KeysHeld, change_key, change_passphrase, keys_held, prove
from app.storage.passphrase import new_passphrase
from app.storage.seats import label_of, set_label
from app.storage.strength import check_own
from app.ui.codemaking import CodeMaking
from app.ui.codepage import RecoveryCodePage
from app.ui.keyspage import KeysPage, ProofPage
from app.ui.newwords import NewWordsPage
from app.ui.shell.bench import Bench
from app.ui.shell.keyswords import keys_state, reminders
from app.ui.shell.sideroom import SideRoom

T = TypeVar("T")

_KEEP_OLD_PAPER = noted("Keep your old paper until you have opened your place once with the new words.")


class KeysRoom(SideRoom):
    """Pages and doings."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._old = ""
        self.page, self.code = KeysPage(), RecoveryCodePage(tr("Not now"))
        self.for_words = ProofPage(tr("Change your words"), tr("First the words that open it now."), tr("Go on"))
        self.for_code = ProofPage(
            tr("A new recovery code"), tr("A code made before opens nothing afterwards."), tr("Go on")
        )
        self.for_key = ProofPage(
            tr("Change the key of this place"),
            tr(
                "Everything is written anew under another key. It may take a minute, and it can be cut off at any "
                "instant: nothing is lost. Your words and your recovery code stay the same."
            ),
            tr("Change the key now"),
        )
        lead = tr("From now on these words open your place, and the old ones do not. Write them down.")
        self.words = NewWordsPage("change", tr("Your new words"), lead, tr("Use these from now on"), tr("Not now"))
        for page in (self.page, self.for_words, self.words, self.for_code, self.code, self.for_key):
            self.addWidget(page)
        self._making = CodeMaking(
            self.code, bench.tasks, bench.workplace.clock, bench.choose_file, bench.show_paper, bench.crashed
        )
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.left.connect(self.left)
        page.words_requested.connect(lambda: self._show(self.for_words))
        page.code_requested.connect(lambda: self._show(self.for_code))
        page.key_requested.connect(lambda: self._show(self.for_key))
        page.label_given.connect(self._set_label)
        self.for_words.given.connect(self._prove_for_words)
        self.for_code.given.connect(self._prove_for_code)
        self.for_key.given.connect(self._change_key)
        self.words.accepted.connect(self._change_words)
        self.words.another_requested.connect(self._other_words)
        self.words.own_offered.connect(self._check_own)
        self._making.made.connect(
            lambda: self._done(tr("Your recovery code is made"), tr("The one before opens nothing now."))
        )
        for back in (self.for_words, self.for_code, self.for_key, self.words):
            back.back_requested.connect(self.begin)
        self._making.put_off.connect(self.begin)

    def begin(self) -> None:
        """Show who can open this place; what was typed on any page before is gone."""
        self.forget()
        self.page.say_nothing()
        self._read()
        self._show(self.page)

    def make_code(self) -> None:
        """Begin with making a recovery code, as home reminds of it."""
        self.begin()
        self._show(self.for_code)

    def forget(self) -> None:
        """Take every word and code off the pages."""
        self._old = ""
        for page in (self.for_words, self.for_code, self.for_key, self.words, self.code):
            page.forget()

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        page = self.currentWidget()
        if isinstance(page, (KeysPage, ProofPage, NewWordsPage, RecoveryCodePage)):
            page.focus_first()

    def _show(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.focus_first()

    def held(self) -> KeysHeld:
        """Return who can open this place."""
        vault, clock = self._bench.tasks.vault_thread.vault, self._bench.workplace.clock
        return self._bench.tasks.ask(lambda tx: keys_held(tx, vault, clock))

    def _read(self) -> None:
        folder, workplace = self._bench.tasks.vault_thread.vault.folder, self._bench.workplace
        name = workplace.directory.directory.name
        self.page.show_keys(keys_state(self.held(), label_of(folder), name, workplace.clock.now()))

    def _done(self, title: str, words: str = "") -> None:
        self.begin()
        self.page.show_done(title, words)

    def _set_label(self, label: str) -> None:
        try:
            shown = set_label(self._bench.tasks.vault_thread.vault.folder, label)
        except Trouble as trouble:
            self.page.show_trouble(trouble)
            return
        words = (
            tr("It is called “{shown}” when somebody opens this laptop.").format(shown=shown)
            if shown
            else tr("It goes by its number again.")
        )
        self._done(tr("The name is kept") if shown else tr("The name is gone"), words)

    def _prove_for_words(self, typed: str) -> None:
        self._prove(self.for_words, typed, lambda: self._choose_words(typed))

    def _prove_for_code(self, typed: str) -> None:
        self._prove(self.for_code, typed, self._show_code)

    def _prove(self, page: ProofPage, typed: str, then: Callable[[], None]) -> None:
        clock = self._bench.workplace.clock
        page.show_busy(tr("Checking your words…"))

        def proved(_: None) -> None:
            page.forget()
            then()

        self._hold(lambda vault: prove(vault, typed, clock), proved, page.show_trouble)

    def _choose_words(self, old: str) -> None:
        self._old = old
        self._other_words()
        self._show(self.words)

    def _other_words(self) -> None:
        self.words.show_passphrase(new_passphrase())
        self.words.focus_first()

    def _check_own(self, own: str) -> None:
        worker = self._bench.workplace.worker
        name = self._bench.workplace.directory.directory.name
        about = (worker.name, worker.job, worker.agency, name, *self._bench.policy.tried_first)
        self.words.show_busy(tr("Looking how hard it is to guess…"))
        self._bench.tasks.start_elsewhere(
            lambda: check_own(own, about), lambda _: self.words.accept_own(), self._or_say(self.words.show_trouble)
        )

    def _change_words(self, new: str) -> None:
        old, clock, cost = self._old, self._bench.workplace.clock, self._bench.cost
        self.words.show_busy(tr("Changing your words…"))
        self._hold(
            lambda vault: change_passphrase(vault, old, new, clock, cost),
            lambda _: self._done(tr("Your new words open this place now"), tr(_KEEP_OLD_PAPER)),
            self._words_unchanged,
        )

    def _words_unchanged(self, trouble: Trouble) -> None:
        """Say why; no paper is to be thrown away, for a disk may fail after it did what was asked."""
        next_step = tr("{next_step} Until then keep both papers: the old words open it, or else the new ones.").format(
            next_step=tr(trouble.next_step)
        )
        self.words.show_trouble(Trouble(tr(trouble.what), tr(trouble.safe), next_step))

    def _show_code(self) -> None:
        self._making.begin()
        self._show(self.code)

    def _change_key(self, words: str) -> None:
        clock, page = self._bench.workplace.clock, self.for_key
        far = self._bench.tasks.telling(page.show_far)
        page.show_busy(tr("Changing the key…"))
        told = (tr("The key of this place is new"), tr("Your words and your recovery code open it as before."))
        self._hold(lambda vault: change_key(vault, words, clock, far), lambda _: self._done(*told), page.show_trouble)


def keys_to_see(bench: Bench) -> str:
    """Return what is to be seen to about the keys of this place, in words; empty when all is well."""
    vault, clock = bench.tasks.vault_thread.vault, bench.workplace.clock
    held = bench.tasks.ask(lambda tx: keys_held(tx, vault, clock))
    return " ".join(reminders(held, clock.now()))
