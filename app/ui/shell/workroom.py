"""The room somebody works in once the vault is open: the bar on top; under it home, a family's record, or the desk."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.ids import EpisodeId
from app.domain.people import Role
from app.errors import Trouble
from app.look.kit import Notice, theme
from app.operations.families import register_child
from app.operations.leasing import LeaseEnded
from app.operations.safekeeping import read_lost_work
from app.operations.whereabouts import whereabouts
from app.storage import drafts
from app.storage.children import ChildSummary
from app.sync.status import SyncStatus
from app.ui.home import HomePage
from app.ui.safety import WorriedPage
from app.ui.shell.bench import Bench
from app.ui.shell.deskroom import DeskRoom
from app.ui.shell.familyroom import NOTES, FamilyRoom
from app.ui.shell.homeroom import home_state, read_home
from app.ui.shell.moveroom import MoveRoom
from app.ui.shell.topbar import TopBar
from app.ui.shell.wherewords import short_words
from app.ui.states import Contact
from app.ui.words import clock_time, initials_of, name_of

WORRY_NOTE = "worried"
_SETTLE_MS = 200
"""From home to the making of the other rooms: home is painted by then, and nobody has pressed anything yet."""


class Workroom(QWidget):
    """Everything behind the lock; the rooms that are not shown first are made when home is on the screen.

    Signals: ``lock_requested``, ``hide_now``.
    """

    lock_requested = Signal()
    hide_now = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.bar, self.home = TopBar(), HomePage()
        self.desk = DeskRoom(bench) if bench.workplace.worker.role is Role.COORDINATOR else None
        self._unsafe = Notice("bad", "")
        self._unsafe.hide()
        self._rooms = QStackedWidget()
        self._before: QWidget = self.home
        for room in (self.home, *([self.desk] if self.desk is not None else [])):
            self._rooms.addWidget(room)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.bar)
        down.addWidget(self._unsafe)
        down.addWidget(self._rooms, 1)
        self._connect()

    @cached_property
    def family(self) -> FamilyRoom:
        """A family's record."""
        room = FamilyRoom(self._bench)
        room.summary_changed.connect(self._show_banner)
        room.left.connect(self.go_home)
        self._rooms.addWidget(room)
        return room

    @cached_property
    def worried(self) -> WorriedPage:
        """What to do when a child may not be safe."""
        page = WorriedPage()
        page.back_requested.connect(self._leave_worried)
        page.noted.connect(self._worry_noted)
        contacts = self._bench.policy.safeguarding_contacts
        page.show_contacts(tuple(Contact(one.label, one.words, one.number) for one in contacts))
        self._rooms.addWidget(page)
        return page

    @cached_property
    def move_room(self) -> MoveRoom:
        """Moving to a new laptop."""
        room = MoveRoom(self._bench)
        room.left.connect(self.go_home)
        self._rooms.addWidget(room)
        return room

    def _connect(self) -> None:
        self.bar.home_requested.connect(self.go_home)
        self.bar.worried.connect(self.show_worried)
        self.bar.hide_now.connect(self.hide_now)
        self.bar.lock_requested.connect(self.lock_requested)
        self.bar.list_requested.connect(self._toggle_list)
        self.home.carry_on_requested.connect(self.carry_on)
        self.home.family_opened.connect(lambda episode: self.open_family(EpisodeId(episode)))
        self.home.register_requested.connect(self.register)
        self.home.send_now_requested.connect(self._bench.send_now)
        self.home.lost_read.connect(self._lost_read)
        self.home.move_requested.connect(self.show_move)
        if self.desk is not None:
            self.desk.reading.connect(self._show_desk_banner)
        theme.changed.connect(self._reflow)
        self._bench.autosave.saved.connect(self._saved)
        self._bench.autosave.failed.connect(self._not_saved)
        for keys, act in (
            ("Ctrl+L", self.lock_requested.emit),
            ("Ctrl+H", self.go_home),
            ("F6", self._toggle_list),
            ("Ctrl+S", self.save),
            ("Ctrl+Shift+N", lambda: self.family.go(NOTES)),
        ):
            QShortcut(QKeySequence(keys), self, act)

    def begin(self) -> None:
        """Show where this person starts: the desk for a coordinator, home for everybody else."""
        if self.desk is not None:
            self._show(self.desk)
            self.desk.show_inbox()
        else:
            self.go_home()
        QTimer.singleShot(_SETTLE_MS, self, lambda: (self.worried, self.family))

    def go_home(self) -> None:
        """Show all children, after what was typed is written."""
        self._bench.autosave.flush()
        self._close_file()
        if self.desk is not None:
            self._show(self.desk)
            self.desk.show_inbox()
            return
        self._show_home()
        self._show(self.home)
        self.home.focus_first()
        self.bar.show_nobody("")
        self.bar.show_saved("")

    def _toggle_list(self) -> None:
        self.family.toggle_list()

    def _close_file(self) -> None:
        if "family" in vars(self):  # else nobody was ever there
            self.family.close_file()

    def _show_home(self) -> None:
        workplace = self._bench.workplace
        facts = self._bench.tasks.ask(lambda tx: read_home(tx, workplace))
        first = workplace.worker.name.split(" ")[0]
        self.home.show_home(home_state(facts, first, self._today()))

    def _today(self) -> date:
        return self._bench.workplace.clock.now().astimezone().date()

    def register(self) -> None:
        """Begin with a new child."""
        try:
            started = self._bench.tasks.ask(lambda tx: register_child(tx, self._bench.workplace))
        except LeaseEnded as trouble:  # it ended while home stood open
            self._show_home()
            self.show_trouble(trouble)
            return
        self.open_family(started.episode)

    def show_move(self) -> None:
        """Show how to move to a new laptop, or from an old one."""
        self._show(self.move_room)
        self.move_room.begin()

    def _lost_read(self) -> None:
        self._bench.tasks.ask(read_lost_work)
        self._show_home()
        self.home.focus_first()

    def open_family(self, episode: EpisodeId, *, path: str = "", step: str = "", caret: int | None = None) -> None:
        """Open one family's record."""
        self._show(self.family)
        self.family.open_episode(episode, step=step, path=path, caret=caret)
        self.bar.show_saved(short_words(self._bench.tasks.ask(lambda tx: whereabouts(tx, episode))))

    def carry_on(self) -> None:
        """Go back to the very field somebody was writing in."""
        last = self._bench.tasks.ask(drafts.last_place)
        if last is None:
            return
        draft = self._bench.tasks.ask(lambda tx: drafts.get(tx, last.draft))
        if draft is None:
            return
        form = self._bench.workplace.forms.by_ref(draft.form.url, draft.form.version)
        link_id = last.place.path.rsplit("/", 1)[-1]
        step = form.page_of(link_id).link_id if link_id in form else ""
        self.open_family(last.episode, step=step, path=last.place.path, caret=last.place.caret)

    def save(self) -> None:
        """Write everything now: it is saved anyway, and somebody wants to see it said."""
        if self._bench.autosave.flush():
            self._saved(self._bench.workplace.clock.now())

    def _saved(self, at: datetime) -> None:
        self.bar.show_saved(f"Saved on this laptop at {clock_time(at)}")
        self._unsafe.hide()

    def _not_saved(self, trouble: Trouble) -> None:
        """Say it loudly and whole, under the bar: nothing matters more now than what is on the screen."""
        self.bar.show_not_saved("Not saved yet")
        self._unsafe.say(f"Not saved yet. {trouble.what}", f"{trouble.safe} {trouble.next_step}")
        self._unsafe.show()

    def show_worried(self) -> None:
        """Show what to do when a child may not be safe. Nothing is lost, and the way back leads to the same place."""
        self._bench.autosave.flush()
        if self._rooms.currentWidget() is not self.worried:
            self._before = self.family if self.family.file is not None else self.desk or self.home
        file = self.family.file
        note = next((kept.text for kept in file.notes if kept.note == WORRY_NOTE), "") if file is not None else ""
        self.worried.load_note(note)
        self._show(self.worried)
        self.worried.focus_first()

    def _leave_worried(self) -> None:
        self._show(self._before)

    def _worry_noted(self, text: str) -> None:
        if self.family.file is not None:
            self._bench.autosave.note_private(self.family.file.episode, WORRY_NOTE, text)

    def show_sync(self, status: SyncStatus) -> None:
        """Say where sending stands."""
        self.bar.show_sync(status)

    def refresh(self) -> None:
        """Show what the courier changed."""
        if self._rooms.currentWidget() is self.home:
            self._show_home()
        elif isinstance(room := self._rooms.currentWidget(), FamilyRoom):
            room.refresh()
        elif self.desk is not None:
            self.desk.refresh()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say on the bar that something could not be done."""
        self.bar.show_not_saved(trouble.what)

    def _show(self, room: QWidget) -> None:
        self._rooms.setCurrentWidget(room)
        self._reflow()

    def _show_banner(self, summary: ChildSummary) -> None:
        meta = self.family.banner_meta(summary, self._today())
        self.bar.show_child(name_of(summary), meta, initials_of(summary))

    def _show_desk_banner(self, _child: str) -> None:
        self.bar.show_nobody("Early help desk")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        room = self._rooms.currentWidget()
        self.bar.show_list_button(shown=isinstance(room, FamilyRoom) and not room.has_room_for_list())
