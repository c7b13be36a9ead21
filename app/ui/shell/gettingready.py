"""The page before a visit, of the record that is open; what was said of the interpreter becomes a quick note."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from app.domain.answers import Answers, row_answers, text_of
from app.domain.charge import Power, power_of
from app.domain.contact import interpreter, safe_contact
from app.look.speech import tr
from app.operations.family import FamilyFile
from app.operations.visiting import begin_visit, end_visit, visit_of_today
from app.storage import drafts
from app.ui.readypage import BlankPage, ReadyPage, ReadyState
from app.ui.shell.bench import Bench
from app.ui.shell.sideroom import SideRoom
from app.ui.words import name_of

READY = "ready"
"""The page on which somebody gets ready for a visit."""
NOTED = {
    "here": "The interpreter is here.",
    "not yet": "The interpreter has not come yet.",
    "changed": "Somebody else interprets than was booked: ",
}


class GettingReady(QObject):
    """Holds the page.

    Signals: ``noted(str)`` with the words of a quick note; ``papers_requested()``; ``form_requested()`` for the form on
    paper; ``left()``.
    """

    noted = Signal(str)
    papers_requested = Signal()
    form_requested = Signal()
    left = Signal()

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._file: FamilyFile | None = None
        self.page = ReadyPage()
        self.page.interpreter_said.connect(lambda code: self.noted.emit(NOTED[code]))
        self.page.papers_requested.connect(self.papers_requested)
        self.page.form_requested.connect(self.form_requested)
        self.page.visit_set.connect(self._set_visit)
        self.page.back_requested.connect(self.left)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file = file
        self.page.show_state(ReadyState())

    def refresh(self) -> None:
        """Show how things stand now."""
        file, bench = self._file, self._bench
        written = (file.assessment or file.finished) if file is not None else None
        if file is None or written is None:
            return
        visit = bench.tasks.ask(lambda tx: visit_of_today(tx, bench.workplace))
        booked = tr(interpreter(written.answers))
        contact = safe_contact(written.answers)
        talking = (f"{contact}." if contact else "", file.summary.communication, booked)
        self.page.show_state(
            ReadyState(
                people=(name_of(file.summary), *_people(written.answers)),
                talking=tuple(words for words in talking if words),
                has_interpreter=bool(booked),
                laptop=tuple(self._laptop()),
                is_visit=visit == file.episode,
            )
        )

    def _laptop(self) -> Iterator[tuple[str, bool]]:
        yield tr("This record and every form are on this laptop. No connection is needed."), True
        charge = self._bench.charge()
        if charge is not None:
            words = (
                tr("Battery: {percent} per cent, plugged in.")
                if charge.is_plugged_in
                else tr("Battery: {percent} per cent.")
            )
            yield words.format(percent=charge.percent), power_of(charge) is Power.ENOUGH
        if self._bench.room.is_low:
            yield tr("There is little room on the disk. Please make some before you go."), False
        else:
            yield tr("There is room enough on the disk."), True

    def _set_visit(self, on: bool) -> None:  # noqa: FBT001 -- Qt's signal brings it
        file, workplace = self._file, self._bench.workplace
        if file is not None and on:
            self._bench.tasks.ask(lambda tx: begin_visit(tx, workplace, file.episode))
        else:
            self._bench.tasks.ask(end_visit)


class BlankRoom(SideRoom):
    """What the program opens on during a visit.

    Signals: ``carried_on()`` to go on in the very field; ``opened(str)`` with the episode, where the last word was
    written about somebody else: the visit begins where it was got ready for.
    """

    carried_on = Signal()
    opened = Signal(str)

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.page = BlankPage()
        self.addWidget(self.page)
        self.page.home_requested.connect(self.left)
        self.page.carried_on.connect(self._go_on)

    def begin(self) -> None:
        """Put the keyboard on the way on; there is nothing else here."""
        self.page.focus_first()

    def forget(self) -> None:
        """Hold nothing: there never was anything."""

    def _go_on(self) -> None:
        episode = self._bench.tasks.ask(lambda tx: visit_of_today(tx, self._bench.workplace))
        last = self._bench.tasks.ask(drafts.last_place)
        if episode is None:
            self.left.emit()
        elif last is not None and last.episode == episode:
            self.carried_on.emit()
        else:
            self.opened.emit(episode)


def _people(answers: Answers) -> Iterator[str]:
    """Yield whoever lives there or matters, with who they are to the child."""
    for row in row_answers(answers, "fh.people"):
        name, who = text_of(row, "fh.people.name"), text_of(row, "fh.people.rel")
        apart = tr("Not to be contacted") if row.get("fh.people.no_contact") is True else ""
        words = ", ".join(part for part in (name, who, apart) if part)
        if words:
            yield words
