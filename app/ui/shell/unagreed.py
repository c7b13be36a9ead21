"""Sharing without agreement in an open record: choosing its lines, reading what goes, and sending it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.answers import Answers, text_of
from app.domain.ids import EpisodeId
from app.domain.sharing import recipient_named
from app.errors import Trouble
from app.look.speech import noted, tr
from app.operations.opendrafts import OpenDraft
from app.operations.unagreed import (
    ABOUT,
    WHAT,
    Decided,
    Sending,
    look_at_decided,
    look_at_lines,
    look_at_named,
    send_decided,
)
from app.operations.workplace import Workplace
from app.storage.database import Transaction
from app.storage.outbox import OutboxState
from app.ui.otherforms.goes import GoesPage
from app.ui.otherforms.sending import GoesTo, SendPage, ToSend
from app.ui.shell.bench import Bench
from app.ui.shell.formwords import FinishedKey
from app.ui.shell.writing import Writing
from app.ui.states import ReadSection
from app.ui.words import day_and_time, reading_of

_NOTHING = noted("Nothing goes to them under this decision, or it was decided anew since.")
_STATES = {
    OutboxState.WAITING: noted(
        "It waits to be sent. It goes by itself when there is a connection and your work is open."
    ),
    OutboxState.SET_ASIDE: noted("It could not be sent. Please tell your early help team, who can see why."),
}


class Unagreed(QObject):
    """The two pages. Signals: ``typed()`` when lines were chosen; ``left()`` to go back; ``sent()`` once it goes."""

    typed = Signal()
    left = Signal()
    sent = Signal()

    def __init__(self, bench: Bench, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._writing = bench, writing
        self._draft: OpenDraft | None = None
        self._root = ""
        self._key: FinishedKey | None = None
        self.goes, self.send = GoesPage(), SendPage()
        self.goes.chosen.connect(self._choose)
        self.send.send_requested.connect(self._send)
        self.send.back_requested.connect(self.left)

    def show_lines(self, episode: EpisodeId, draft: OpenDraft) -> None:
        """Show the lines of the finished assessment, to be ticked; those of an earlier version are ticked anew."""
        self._draft, self._root = draft, ""
        if draft.answers.get("is.q8") == "do not share":
            self.goes.show_not_shared()
            return
        workplace = self._bench.workplace
        found = self._bench.tasks.ask(lambda tx: look_at_lines(tx, workplace, episode))
        if found is None:
            self.goes.show_lines((), frozenset(), (), changed=False)
            return
        self._root = found.root
        going = _going(draft.answers)
        changed = bool(going) and text_of(draft.answers, ABOUT) != found.root
        sections = reading_of(found.form, found.answers)
        self.goes.show_lines(sections, found.closed, () if changed else going, changed=changed)

    def read(self, episode: EpisodeId, answers: Answers) -> tuple[ReadSection, ...]:
        """Return the lines that a decision names, as they are read with it."""
        workplace = self._bench.workplace
        return self._bench.tasks.ask(lambda tx: _named(tx, workplace, episode, answers))

    def show_decided(self, key: FinishedKey) -> None:
        """Show what a finished decision lets go, and to whom."""
        self._key, workplace = key, self._bench.workplace
        decided = self._bench.tasks.ask(lambda tx: look_at_decided(tx, workplace, *key))
        self.send.show_decided(_to_send(decided))

    def _choose(self, going: tuple[str, ...]) -> None:
        draft = self._draft
        if draft is None:
            return
        self._writing.write(draft, ABOUT, self._root if going else None)
        self._writing.write(draft, WHAT, going or None)
        self.typed.emit()

    def _send(self, name: str) -> None:
        key, workplace, to = self._key, self._bench.workplace, recipient_named(name)
        if key is None:
            return
        try:
            self._bench.tasks.ask(lambda tx: send_decided(tx, workplace, *key, to))
        except Trouble as trouble:
            self.send.show_trouble(trouble)
            return
        self._bench.send_now()
        self.show_decided(key)
        self.send.tell_sent(name)
        self.send.focus_first()
        self.sent.emit()


def _going(answers: Answers) -> tuple[str, ...]:
    given = answers.get(WHAT)
    return given if isinstance(given, tuple) else ()


def _named(tx: Transaction, workplace: Workplace, episode: EpisodeId, answers: Answers) -> tuple[ReadSection, ...]:
    found = look_at_named(tx, workplace, episode, answers)
    return reading_of(*found) if found is not None else ()


def _to_send(decided: Decided) -> ToSend:
    """Return what a decision lets go, in words."""
    answers = decided.decision.answers
    goes = next((one.goes for one in decided.sendings if one.goes is not None), None)
    told = tr("The family know.") if answers.get("is.told") == "yes" else tr("The family do not know.")
    return ToSend(
        sections=reading_of(decided.form, goes) if decided.form is not None and goes is not None else (),
        to=tuple(_to(one) for one in decided.sendings),
        why=tr("Why: {words}").format(words=text_of(answers, "is.q8.why")),
        told=f"{told} {text_of(answers, 'is.told.why')}".strip(),
    )


def _to(one: Sending) -> GoesTo:
    row = one.row
    if row is None and one.goes is None and one.has_key:
        return GoesTo(one.to.name, can_send=False, where=tr(_NOTHING))
    if row is None:
        return GoesTo(one.to.name, can_send=one.goes is not None and one.has_key)
    if row.state is OutboxState.RECEIVED and row.received_at is not None:
        return GoesTo(
            one.to.name, can_send=False, where=tr("Received at {when}.").format(when=day_and_time(row.received_at))
        )
    return GoesTo(one.to.name, can_send=False, where=tr(_STATES[row.state]))
