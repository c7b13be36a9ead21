"""The room somebody works in once the vault is open: the bar on top; under it home, a family's record, or the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.ids import EpisodeId
from app.errors import Trouble
from app.look.kit import Column, theme
from app.look.speech import tr
from app.operations.ending import come_back, has_ended
from app.operations.families import register_child
from app.operations.family import FamilyFile
from app.operations.leasing import LeaseEnded
from app.operations.safekeeping import read_lost_work
from app.operations.turning import turned_to
from app.operations.whereabouts import ledger, whereabouts
from app.storage import drafts
from app.storage.children import ChildSummary
from app.storage.outbox import Counts, Unsent
from app.storage.room import NoRoomForNew
from app.storage.troubles import VaultLocked
from app.sync.status import SyncStatus
from app.ui.home import HomePage
from app.ui.shell.bannerwords import banner_words
from app.ui.shell.bench import Bench
from app.ui.shell.besidehome import BesideHome
from app.ui.shell.deskroom import DeskRoom
from app.ui.shell.familyroom import FamilyRoom
from app.ui.shell.firstroom import first_room
from app.ui.shell.gettingready import READY
from app.ui.shell.homeroom import AT_FIRST, home_of, look_at_home, step_of
from app.ui.shell.keysroom import keys_to_see
from app.ui.shell.notices import Notices
from app.ui.shell.over import Over
from app.ui.shell.roomways import keyed, ways_from
from app.ui.shell.sideroom import SideRoom
from app.ui.shell.siderooms import SideRooms
from app.ui.shell.steps import WORRY, title_of
from app.ui.shell.topbar import TopBar
from app.ui.shell.turning import Turning
from app.ui.shell.ways import Way
from app.ui.shell.wherewords import short_words
from app.ui.shell.worryroom import WorryRoom
from app.ui.shell.writing import Writing
from app.ui.words import initials_of, name_of, saved_words

_SETTLE_MS = 200
"""From home to the making of the other rooms: home is painted by then, and nobody has pressed anything yet."""


class Workroom(BesideHome):
    """Everything behind the lock; the rooms that are not shown first are made when home is on the screen.

    Signals: ``lock_requested``, ``hide_now``.
    """

    lock_requested = Signal()
    hide_now = Signal()

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.bar, self.home = TopBar(), HomePage()
        self.first = first_room(bench)
        self.desk = self.first if isinstance(self.first, DeskRoom) else None
        self.with_families = bench.workplace.worker.role.works_with_families
        self.standing, self._rooms = Notices(bench), QStackedWidget()
        self.beside = SideRooms(bench, self._rooms)
        self._over = Over(self._show)
        self.turning = Turning(bench, lambda: self.family)
        self._status, self._families = SyncStatus(), AT_FIRST
        for room in (self.home, *([self.first] if self.first is not None else [])):
            self._rooms.addWidget(room)
        down = Column(self.bar, self.standing, self._rooms, gap="none")
        down.setStretch(2, 1)
        self.setLayout(down)
        self._connect()

    @cached_property
    def family(self) -> FamilyRoom:
        """A family's record."""
        room = FamilyRoom(self._bench)
        room.summary_changed.connect(self._show_banner)
        room.left.connect(self.go_home)
        room.footer.save_requested.connect(self.save)
        room.footer.turn_requested.connect(self.turning.begin)
        room.forms.explain_wanted.connect(self.turning.explain)
        room.forms.feelings.wanted.connect(self.turning.ask_how_it_is)
        room.worried.connect(self.show_worried)
        room.side.opened.connect(self.open_family)
        room.finished.connect(self.count_waiting)
        room.closing.taken_back.connect(self._say_where)
        room.show_sync(self._status)
        self._rooms.addWidget(room)
        return room

    @cached_property
    def worried(self) -> WorryRoom:
        """What to do when a child may not be safe."""
        room = WorryRoom(self._bench)
        room.back_requested.connect(self._over.uncover)
        room.changed.connect(self.family.show_worry)
        self._rooms.addWidget(room)
        return room

    def _connect(self) -> None:
        self.bar.home_requested.connect(self.go_home)
        self.bar.keys_requested.connect(self.show_keys)
        self.home.keys_requested.connect(self.show_keys)
        self.bar.worried.connect(self.show_worried)
        self.bar.hide_now.connect(self.hide_now)
        self.bar.lock_requested.connect(self.lock_requested)
        self.bar.list_requested.connect(self.toggle_list)
        self.home.carry_on_requested.connect(self.carry_on)
        self.home.family_opened.connect(lambda episode: self.open_family(EpisodeId(episode)))
        self.home.page_opened.connect(lambda episode, page: self.open_family(EpisodeId(episode), step=page))
        self.home.worry_opened.connect(lambda episode: self.open_worry(EpisodeId(episode)))
        self.home.register_requested.connect(self.register)
        self.home.lookup_requested.connect(self.show_lookup)
        self.home.send_now_requested.connect(self.send_now)
        self.home.come_back_requested.connect(lambda episode: self.come_back(EpisodeId(episode)))
        self.home.lost_read.connect(self._lost_read)
        self.home.find_requested.connect(self.show_find)
        self.home.more_requested.connect(self._show_more)
        self.beside.left.connect(self.go_home)
        self.beside.put_away.connect(self._over.uncover)
        self.beside.found.connect(self._open_found)
        self.beside.carried_on.connect(self.carry_on)
        self.beside.visit_begun.connect(lambda episode: self.open_family(EpisodeId(episode), step=READY))
        self.beside.way_found.connect(self._take_way)
        self.follow(self.home.doors)
        if (first := self.first) is not None:
            self.follow(first.doors)
            first.reading.connect(lambda _child: self.bar.show_nobody(first.title))
        theme.changed.connect(self._reflow)
        self._bench.autosave.saved.connect(self._saved)
        self._bench.autosave.failed.connect(self._not_saved)
        self._listen()

    def _listen(self) -> None:
        for way in keyed(self):
            QShortcut(QKeySequence(way.keys), self, way.act)

    def begin(self) -> None:
        """Show where this person starts: their first room, where their role has one, else home."""
        self.count_waiting()
        if not self._is_turned() and not self.beside.begin_visit():
            self.go_home()
        self.standing.look_for_noticed()
        self.standing.look_at_room()
        QTimer.singleShot(_SETTLE_MS, self, lambda: (self.worried, self.family))

    def _is_turned(self) -> bool:
        """Say whether the screen was turned to a family before the lock; then it is turned to them again."""
        turned = self._bench.tasks.ask(turned_to)
        if turned is not None:
            self.open_family(EpisodeId(turned.episode), step=turned.step)
            self.turning.begin(turned.page)
        return turned is not None

    def turn(self) -> None:
        """Turn the screen to the family, where a record is what is on it."""
        if isinstance(self._rooms.currentWidget(), FamilyRoom):
            self.turning.begin()

    def go_home(self) -> None:
        """Show all children, after what was typed is written; not while the vault is busy with itself."""
        if self.beside.is_busy():
            return
        self._bench.autosave.flush()
        self._close_file()
        if self.first is not None:
            self.bar.show_keys_due(due=bool(keys_to_see(self._bench)))  # there is no home page to say it on
            self._show(self.first)
            self.first.begin()
            return
        self._families = AT_FIRST
        self._show_home()
        self._show(self.home)
        self.home.focus_first()
        self.bar.show_nothing()

    def show_beside(self, room: Callable[[], SideRoom]) -> None:
        """Show a room beside home, after what was typed is written; not while the vault is busy with itself."""
        if self.beside.is_busy() or not self._bench.autosave.flush():
            return
        self._close_file()
        self.bar.show_nothing()
        self._show(room())
        room().begin()

    def toggle_list(self) -> None:
        """Show or hide the list of a record's pages."""
        self.family.toggle_list()

    @property
    def file(self) -> FamilyFile | None:
        """The record that is open."""
        return self.family.file if "family" in vars(self) else None

    def _close_file(self) -> None:
        if "family" in vars(self):  # else nobody was ever there
            self.family.close_file()

    def _show_home(self, *, again: bool = False) -> None:
        facts = look_at_home(self._bench, self._families, again=again)
        self._count(facts.waiting)
        self.home.show_home(home_of(self._bench, facts, self._status, keys_to_see(self._bench)))

    def _show_more(self) -> None:
        shown, self._families = self._families, self._families + AT_FIRST
        self._show_home()
        self.home.focus_family(shown)

    def register(self) -> None:
        """Begin with a new child, where there is room for one and this laptop is in touch."""
        try:
            self._bench.room.check_for_new()
            started = self._bench.tasks.ask(lambda tx: register_child(tx, self._bench.workplace))
        except NoRoomForNew as trouble:
            self.standing.say_room(tr(trouble.what), f"{tr(trouble.safe)} {tr(trouble.next_step)}")
            return
        except LeaseEnded as trouble:  # it ended while home stood open
            self._show_home()
            self.bar.show_not_saved(tr(trouble.what))
            return
        self.open_family(started.episode)

    def _lost_read(self) -> None:
        self._bench.tasks.ask(read_lost_work)
        self._show_home()
        self.home.focus_first()

    def open_family(self, episode: EpisodeId, *, path: str = "", step: str = "", caret: int | None = None) -> None:
        """Open one family's record."""
        self._show(self.family)
        self.count_waiting()
        self.family.open_episode(episode, step=step, path=path, caret=caret)
        self._say_where()

    def _say_where(self) -> None:
        if self.family.file is not None:
            episode = self.family.file.episode
            self.bar.show_where(short_words(self._bench.tasks.ask(lambda tx: whereabouts(tx, episode))))

    def carry_on(self) -> None:
        """Go back to the very field somebody was writing in."""
        last = self._bench.tasks.ask(drafts.last_place)
        if last is not None:
            step = self._bench.tasks.ask(lambda tx: step_of(tx, self._bench.workplace, last))
            if step == WORRY:
                self.open_worry(last.episode)
                self.worried.focus_on(last.place.path, last.place.caret)
            else:
                self.open_family(last.episode, step=step, path=last.place.path, caret=last.place.caret)

    def open_worry(self, episode: EpisodeId) -> None:
        """Open a family's record, and over it the question about safety that is still open there."""
        self.open_family(episode)
        self.show_worried()

    def save(self) -> None:
        """Write everything now: it is saved anyway, and somebody wants to see it said."""
        if self._bench.autosave.flush():
            at = self._bench.workplace.clock.now()
            self._saved(at)
            room = self._rooms.currentWidget()
            kept = room.side.save_version(title_of(room.file, room.step)) if isinstance(room, FamilyRoom) else ""
            self._say_below(kept or saved_words(at))
        else:
            self._say_below(tr("Not saved yet. Everything you typed is still here, and it is tried again."))

    def _say_below(self, words: str) -> None:
        if isinstance(room := self._rooms.currentWidget(), FamilyRoom):
            room.footer.say(words)

    def writing_shown(self) -> Writing | None:
        """Return the writing of the record on the screen."""
        room = self._rooms.currentWidget()
        return room.writing if isinstance(room, FamilyRoom | WorryRoom) else None

    def _saved(self, at: datetime) -> None:
        self.bar.show_saved(saved_words(at))
        self.standing.say_saved()
        self.standing.look_at_room()

    def _not_saved(self, trouble: Trouble) -> None:
        """Say it loudly and whole, under the bar: nothing matters more now than what is on the screen."""
        self.bar.show_not_saved(tr("Not saved yet"))
        self.standing.say_not_saved(trouble)

    def show_find(self) -> None:
        """Find a child or something to do, over whatever is open. The way back leads to the same place."""
        if not self.beside.is_busy() and self._bench.autosave.flush():
            self.beside.find.offer(ways_from(self))
            self._over.cover(self.beside.find, self._inside())
            self.beside.find.begin()

    def _open_found(self, found: str) -> None:
        """Open who was found: a family, or at the desk what came."""
        if self.desk is None:
            episode = EpisodeId(found)
            ended = self._bench.tasks.ask(lambda tx: has_ended(tx, episode))
            (self.come_back if ended else self.open_family)(episode)
            return
        self._over.uncover()
        self.desk.read(found)

    def _take_way(self, way: Way) -> None:
        self._over.uncover()
        way.act()

    def show_worried(self) -> None:
        """Show what to do when a child may not be safe. Nothing is lost, and the way back leads to the same place."""
        self._bench.autosave.flush()
        self._over.cover(self.worried, self._inside())
        file = self.family.file
        self.worried.begin(file.episode if file is not None else None)
        self.worried.focus_first()

    def _inside(self) -> QWidget:
        """Return what somebody is in, whatever covers it."""
        return self.beside.shown or (self.family if self.family.file is not None else self.first or self.home)

    def come_back(self, episode: EpisodeId) -> None:
        """Take up again what a checklist had ended."""
        self._bench.tasks.ask(lambda tx: come_back(tx, self._bench.workplace, episode))
        self.open_family(episode, step="pre")

    def send_now(self) -> None:
        """Have the courier set out."""
        self.home.show_sending()
        self._bench.send_anyway()

    def show_sync(self, status: SyncStatus) -> None:
        """Say where sending stands, in the same words everywhere."""
        try:
            counts = self._bench.tasks.ask(ledger)  # something may have been queued since the courier counted
        except VaultLocked:
            return  # it was locked while this was on its way
        self._status = replace(status, waiting=counts.waiting, set_aside=counts.set_aside)
        self.bar.show_sync(self._status)
        self._show_sync_in_family()
        if self.desk is not None:
            self.desk.hear(self._status)
        if self._rooms.currentWidget() is self.home:
            self._show_home()

    def count_waiting(self) -> None:
        """Say at once what waits: an act has just queued something, or the vault has just been opened."""
        self._count(self._bench.tasks.ask(ledger))

    def _count(self, counts: Counts | Unsent) -> None:
        if (counts.waiting, counts.set_aside) != (self._status.waiting, self._status.set_aside):
            self._status = replace(self._status, waiting=counts.waiting, set_aside=counts.set_aside)
            self.bar.show_sync(self._status)
            self._show_sync_in_family()

    def _show_sync_in_family(self) -> None:
        if "family" in vars(self):  # a room that is made later asks by itself
            self.family.show_sync(self._status)

    def refresh(self) -> None:
        """Show what the courier changed, unless it was locked while word of that was on its way."""
        if self.beside.is_busy() or not self._bench.tasks.vault_thread.is_open:
            return
        self.standing.look_for_noticed()
        if self._rooms.currentWidget() is self.home:
            self._show_home(again=True)
        elif isinstance(room := self._rooms.currentWidget(), FamilyRoom | DeskRoom):
            room.refresh()

    def _show(self, room: QWidget) -> None:
        left = self._rooms.currentWidget()
        if left is not room and (isinstance(left, WorryRoom) or (isinstance(left, SideRoom) and not left.is_busy())):
            left.forget()
        self._rooms.setCurrentWidget(room)
        self._reflow()

    def _show_banner(self, summary: ChildSummary) -> None:
        meta = banner_words(self.family.file, summary, self._bench.workplace.clock.now().astimezone().date())
        self.bar.show_child(name_of(summary), meta, initials_of(summary))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def _reflow(self) -> None:
        room = self._rooms.currentWidget()
        self.bar.show_list_button(shown=isinstance(room, FamilyRoom) and not room.has_room_for_list())
