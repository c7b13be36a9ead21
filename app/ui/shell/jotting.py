"""Quick notes of the record that is open, and sorting them into it: a piece becomes part of an answer only by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.answers import text_of
from app.domain.checklist import joined
from app.domain.jotting import SORTED, sorted_in, sorted_mark, with_time
from app.domain.record import RecordKind
from app.forms.definition import Item, ItemKind
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.storage.quick_notes import QuickNote
from app.ui.days import short_day
from app.ui.quicknotes import Jotted, QuickNotesPage
from app.ui.shell.bench import Bench
from app.ui.shell.leftoff import QUICK, QUICK_NOTE, step_at
from app.ui.shell.steps import is_open, own_steps, provisional
from app.ui.shell.writing import Writing
from app.ui.sorting import SortPage, Topic
from app.ui.words import clock_time

SORT = "sort"
"""The page on which quick notes are sorted."""
_NOT_NOW = noted("They can be sorted while the assessment is being written, once the family has agreed to start.")


class Jotting(QObject):
    """The two pages and what is on them.

    Signals: ``wanted(str)`` to show another page; ``left()``; ``sorted_into(str)`` with the step a piece went into.
    """

    wanted = Signal(str)
    left = Signal()
    sorted_into = Signal(str)

    def __init__(self, bench: Bench, writing: Writing, room: QWidget) -> None:
        super().__init__(room)
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self._notes: dict[str, QuickNote] = {}
        self._put_off: list[str] = []
        self.page, self.sorting = QuickNotesPage(), SortPage()
        self.page.hers = bench.hers
        self.page.begun.connect(self._begin)
        self.page.note_changed.connect(self._changed)
        self.page.sort_requested.connect(lambda: self.wanted.emit(SORT))
        self.page.back_requested.connect(self.left)
        self.sorting.dropped.connect(self._drop)
        self.sorting.left_for_now.connect(self._put_aside)
        self.sorting.back_requested.connect(lambda: self.wanted.emit(QUICK))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), room, self.mark_time)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._file, self._put_off = file, []
        self._notes = {one.note: one for one in file.quick} if file is not None else {}
        self.refresh()

    def refresh(self) -> None:
        """Show the pieces as they are: sorting may have been taken back, or done again."""
        self.page.show_notes(tuple(self._shown(one) for one in self._notes.values() if one.text.strip()))
        self._notes = {note: one for note, one in self._notes.items() if one.text.strip()}

    def begin_sorting(self) -> None:
        """Show the topics and the first piece."""
        self._put_off = []
        self.sorting.show_topics(tuple(self._topics()))
        self._next("" if self._may_sort() else tr(_NOT_NOW))

    def mark_time(self) -> None:
        """Go to the quick notes from anywhere in the record, and begin one with the time it is now."""
        if self._file is not None:
            self.wanted.emit(QUICK)
            self.page.mark_time()

    def note(self, words: str) -> None:
        """Go to the quick notes, and begin one with the time it is and these words."""
        self.mark_time()
        self.page.write(words)

    def _begin(self, note: str) -> None:
        self._notes[note] = QuickNote(note, self._bench.workplace.clock.now(), "")
        self.page.add(self._shown(self._notes[note]))

    def _changed(self, note: str, text: str) -> None:
        file = self._file
        if file is None:
            return
        one = self._notes[note] = replace(self._notes[note], text=text)
        self._bench.autosave.note_quick(file.episode, note, text, one.begun_at)
        written_beside = next(iter(file.drafts), None)
        if written_beside is not None:
            self._bench.autosave.note_place(written_beside.draft, f"{QUICK_NOTE}{note}", self.page.caret())

    def _drop(self, note: str, path: str) -> None:
        """Put a piece's words at the end of an answer and mark it as sorted: one step, which Undo takes back whole."""
        draft = self._file.assessment if self._file is not None else None
        one = self._notes.get(note)
        if draft is None or one is None:
            return
        self._writing.begin_step()
        words = with_time(one.text, f"{clock_time(one.begun_at)}, {_day(one.begun_at)}")
        self._writing.write(draft, path, joined(text_of(draft.answers, path), words))
        self._writing.mark(draft, sorted_mark(note, path), done=True)
        self._writing.begin_step()
        self.sorted_into.emit(step_at(RecordKind.ASSESSMENT, draft.form, path))
        self._next(tr("Put into {called}. Undo takes it out again.").format(called=self._called(path)))

    def _put_aside(self, note: str) -> None:
        self._put_off.append(note)
        self._next("")

    def _next(self, said: str) -> None:
        went = self._went()
        waiting = [one for one in self._notes.values() if one.note not in went and one.text.strip()]
        now = next((one for one in waiting if one.note not in self._put_off), None)
        if now is None and waiting:
            self._put_off = []
            now = waiting[0]
        self.sorting.show_piece(self._shown(now) if now is not None else None, len(waiting), said)
        self.sorting.focus_first()

    def _went(self) -> dict[str, str]:
        """Return where each sorted piece went, as the draft that is open has it."""
        draft = self._file.assessment if self._file is not None else None
        if draft is None:
            return {one.note: one.sorted_to for one in self._notes.values() if one.sorted_to}
        return dict(sorted_in(mark) for mark in draft.done if mark.startswith(SORTED))

    def _shown(self, one: QuickNote) -> Jotted:
        path = self._went().get(one.note, "")
        today = self._bench.workplace.clock.now().astimezone().date()
        is_today = one.begun_at.astimezone().date() == today
        time = clock_time(one.begun_at) if is_today else f"{clock_time(one.begun_at)}, {_day(one.begun_at)}"
        return Jotted(one.note, time, one.text, self._called(path) if path else "")

    def _called(self, path: str) -> str:
        """Return what an answer is called: its topic, and what is asked there."""
        found = ((title, asked) for title, questions in self._topics() for at, asked in questions if at == path)
        title, asked = next(found, (tr("the record"), ""))
        return f"“{title}: {asked}”" if asked else title

    def _may_sort(self) -> bool:
        return any(True for _ in self._topics())

    def _topics(self) -> Iterator[Topic]:
        """Yield the topics of the assessment that are open now, each with its questions for words."""
        file = self._file
        if file is None or file.assessment is None:
            return
        early = provisional(file)
        for step, found in own_steps(file).items():
            if found.draft is file.assessment and step not in early and is_open(file, step):
                questions = tuple((item.link_id, item.text) for item in found.page.items if _takes_words(item))
                if questions:
                    yield found.page.title, questions


def _takes_words(item: Item) -> bool:
    return item.kind is ItemKind.TEXT and not (item.hidden or item.read_only or item.copied or item.seldom)


def _day(at: datetime) -> str:
    return short_day(at.astimezone().date())
