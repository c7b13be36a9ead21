"""The pages of a record that are no step of it, with the buttons under the list that lead to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.look.kit import Button, Column, InColumns, Row, tab_through, theme
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.ui.earlierform import EarlierFormPage
from app.ui.householdpage import HouseholdPage
from app.ui.paperspage import PapersPage
from app.ui.parts import holder
from app.ui.shell.asking import ANOTHER, AskingElsewhere
from app.ui.shell.askingservices import SERVICES, AskingServices
from app.ui.shell.bench import Bench
from app.ui.shell.gettingready import READY, GettingReady
from app.ui.shell.household import FAMILY, TheFamily
from app.ui.shell.jotting import SORT, Jotting
from app.ui.shell.leftoff import NOTE, NOTES, QUICK, QUICK_NOTE
from app.ui.shell.mapping import PEOPLE_MAP, MapPage
from app.ui.shell.newerform import NewerForm
from app.ui.shell.onpaper import ON_PAPER, OnPaper
from app.ui.shell.papers import Papers
from app.ui.shell.plansteps import STEPS, PlanSteps
from app.ui.shell.privately import Privately
from app.ui.shell.signers import SIGNERS, Signers
from app.ui.shell.steps import COPY
from app.ui.shell.tasklist import sidebar_width
from app.ui.shell.tellinghome import TOLD, TellingHome
from app.ui.shell.wordsbefore import BEFORE, WordsBefore
from app.ui.shell.writing import Writing

PAPERS = "papers"
"""The page with everything that can be put on paper."""
EARLIER = "earlier"
"""The page about a newer version of a draft's form."""
_CROWDED = 1.5
"""From this text size on the list of topics needs the room that half of the ways would take."""
_SEE = noted("This draft uses an earlier form. See what would change.")


class SidePages(QObject):
    """Holds them. ``pages`` is each page by its id.

    Signals: ``wanted(str)`` to show one; ``left()`` to go back to the record; ``reread(str, str)`` when the record must
    be read anew: the page to show, and what to say; ``opened(str)`` to open another child's record;
    ``form_wanted(str)`` to go to another form that was begun, by its address.
    """

    wanted = Signal(str)
    left = Signal()
    reread = Signal(str, str)
    opened = Signal(str)
    form_wanted = Signal(str)
    to_answer = Signal(object, str, str)
    """To go to the answer at a path of a draft, and what to say."""

    def __init__(self, bench: Bench, writing: Writing, room: QWidget) -> None:
        super().__init__(room)
        self.earlier, self.papers = EarlierFormPage(), PapersPage()
        self._newer, self._making = NewerForm(bench, self.earlier), Papers(bench, self.papers)
        self.notes, self.jotting = Privately(bench, self), Jotting(bench, writing, room)
        self.before, self.on_paper = WordsBefore(bench, writing, self), OnPaper(bench, writing, self)
        self.ready, self.steps = GettingReady(bench, self), PlanSteps(bench, self)
        self.helps, self.telling = AskingServices(bench, writing, self), TellingHome(bench, self)
        self.household, self.signers = HouseholdPage(), Signers(bench, writing)
        self.another = AskingElsewhere(bench, self)
        self._family = TheFamily(bench, writing, self.household)
        self.map = MapPage(writing)
        self.pages: dict[str, QWidget] = {
            FAMILY: self.household,
            PEOPLE_MAP: self.map,
            SIGNERS: self.signers,
            PAPERS: self.papers,
            EARLIER: self.earlier,
            NOTES: self.notes.page,
            QUICK: self.jotting.page,
            SORT: self.jotting.sorting,
            BEFORE: self.before.page,
            READY: self.ready.page,
            SERVICES: self.helps.page,
            ON_PAPER: self.on_paper.page,
            STEPS: self.steps.page,
            ANOTHER: self.another.page,
            TOLD: self.telling.page,
        }
        self.buttons = self._make_buttons()
        self._connect()
        self._connect_family()

    def _connect_family(self) -> None:
        self.household.back_requested.connect(self.left)
        for told, hears in (
            (self._family.opened, self.opened),
            (self._family.reread, self.reread),
            (self._family.wanted, self.wanted),
            (self._family.form_begun, self.form_wanted),
        ):
            told.connect(hears)

    def _make_buttons(self) -> QWidget:
        self._to_family = self._button("room.family", tr("The family"), "users", FAMILY, tr("Everybody on one page"))
        self._to_signers = self._button(
            "room.signers", tr("Who signed"), "signature", SIGNERS, tr("Each person for themselves")
        )
        self._to_map = self._button(
            "room.map", tr("Map of people"), "share-2", PEOPLE_MAP, tr("Who is around the child")
        )
        to_quick = self._button(
            "room.quick", tr("Quick notes"), "pen-line", QUICK, tr("Write as you listen (Ctrl+Enter)")
        )
        to_notes = self._button(
            "room.notes", tr("Private notes"), "notebook-pen", NOTES, tr("Only for you (Ctrl+Shift+N)")
        )
        to_papers = self._button("room.papers", tr("Papers"), "printer", PAPERS, tr("Letters, notices and the leaflet"))
        self._to_earlier = self._button("room.earlier", "", "file-text", EARLIER, tr(_SEE))
        self._to_another = self._button(
            "room.another", tr("Is another open?"), "search", ANOTHER, tr("Ask for another assessment of this child")
        )
        to_ready = self._button("room.ready", tr("Get ready"), "list-checks", READY, tr("Before a visit"))
        self._to_steps = self._button("room.steps", tr("The plan"), "circle-check", STEPS, tr("Which steps are done"))
        self._to_telling = self._button(
            "room.told", tr("Told at home"), "users", TOLD, tr("Line by line, with their yes")
        )
        to_helps = self._button(
            "room.services", tr("Services"), "hand-heart", SERVICES, tr("Services that may help this child")
        )
        first = (to_ready, self._to_family, to_quick, to_notes, to_papers)
        return self._in_order(
            first, (self._to_signers, self._to_map, to_helps, self._to_steps, self._to_telling, self._to_another)
        )

    def _in_order(self, first: tuple[Button, ...], then: tuple[Button, ...]) -> QWidget:
        """Return all ways under one another, those that may be folded away after the others."""
        self._more = Button(tr("More"), "chevron-down", "quiet")
        self._more.setObjectName("room.more")
        self._more.setCheckable(True)
        self._ways = InColumns(*first, self._more)
        self._rest = holder(InColumns(*then))
        buttons = holder(Column(holder(self._ways), self._rest, Row(self._to_earlier, None), gap="none"))
        tab_through([*first, self._more, *then, self._to_earlier])
        self._more.toggled.connect(lambda _: self._fold())
        theme.changed.connect(self._fold)
        self._fold()
        return buttons

    def _fold(self) -> None:
        """Where the ways would leave the list of topics too little room, show half of them until asked for more."""
        is_crowded = theme.scale >= _CROWDED or self._ways.width_for(2) > sidebar_width()
        self._more.setVisible(is_crowded)
        self._rest.setVisible(not is_crowded or self._more.isChecked())

    def width_of_buttons(self) -> int:
        """Return how wide the buttons are with two in a line."""
        return self._ways.width_for(2)

    def _connect(self) -> None:
        self._newer.moved.connect(lambda said: self.reread.emit(EARLIER, said))
        self.earlier.back_requested.connect(self.left)
        self.papers.back_requested.connect(self.left)
        self.papers.copy_requested.connect(lambda: self.wanted.emit(COPY))
        for left in (
            self.notes.left,
            self.jotting.left,
            self.on_paper.left,
            self.ready.left,
            self.helps.left,
            self.another.left,
            self.signers.back_requested,
            self.steps.left,
            self.map.left,
            self.telling.left,
        ):
            left.connect(self.left)
        for wanted in (self.jotting.wanted, self.before.wanted, self.helps.wanted):
            wanted.connect(self.wanted)
        for to_answer in (self.before.to_answer, self.on_paper.to_answer):
            to_answer.connect(self.to_answer)
        self.ready.noted.connect(self.jotting.note)
        self.ready.papers_requested.connect(lambda: self.wanted.emit(PAPERS))
        self.ready.form_requested.connect(lambda: self.wanted.emit(ON_PAPER))

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none."""
        self._making.load(file)
        self.notes.load(file)
        self.jotting.load(file)
        self.before.load(file)
        self.ready.load(file)
        self.helps.load(file)
        self.on_paper.load(file)
        self.steps.load(file)
        self._to_steps.setVisible(self.steps.is_there())
        self.map.load(file)
        self._to_map.setVisible(self.map.is_there())
        self.another.load(file)
        self._show_people(file)
        leads = self._newer.load(file)
        self._to_earlier.say(leads)
        self._to_earlier.setVisible(bool(leads))

    def take_in(self, file: FamilyFile) -> None:
        """Take in what is now known of the same record: who decides may have changed."""
        self._show_people(file)

    def _show_people(self, file: FamilyFile | None) -> None:
        """Let the pages about others be there, or not: a young person who decides alone has none."""
        self._family.load(file)
        self._to_family.setVisible(self._family.is_there())
        self.telling.load(file)
        self._to_telling.setVisible(self.telling.is_there())
        self.signers.load(file)
        self._to_signers.setVisible(self.signers.is_there())
        self._to_another.setVisible(self.another.is_there())

    def begin(self, page: QWidget | None) -> None:
        """Bring a page up to date, if it is one of these, and put the keyboard where it begins."""
        for act in self._beginnings().get(page, ()):
            act()

    def _beginnings(self) -> Mapping[QWidget | None, tuple[Callable[[], object], ...]]:
        """Return what is done when somebody comes to a page."""
        return {
            self.papers: (self._making.refresh, self.papers.focus_first),
            self.notes.page: (self.notes.page.focus_first,),
            self.jotting.page: (self.jotting.refresh, self.jotting.page.focus_first),
            self.jotting.sorting: (self.jotting.begin_sorting,),
            self.ready.page: (self.ready.refresh, self.ready.page.focus_first),
            self.helps.page: (self.helps.refresh, self.helps.page.focus_first),
            self.on_paper.page: (self.on_paper.refresh, self.on_paper.page.focus_first),
            self.another.page: (self.another.refresh, self.another.page.focus_first),
            self.before.page: (self.before.page.focus_first,),
            self.telling.page: (self.telling.refresh, self.telling.page.focus_first),
            self.steps.page: (self.steps.refresh, self.steps.page.focus_first),
            self.household: (self._family.refresh, self._family.focus_first),
            self.signers: (self.signers.begin,),
            self.map: (self.map.begin,),
            self.earlier: (self.earlier.focus_first,),
        }

    def page_of(self, draft: OpenDraft) -> str:
        """Return the page on which a draft is written that is none of the record's own; empty for any other."""
        return SIGNERS if self.signers.owns(draft) else ""

    def save_version(self, page: str) -> str:
        """Keep everything as it stands, named after the page somebody is on; return what is to be said of it."""
        return self.before.save_version(page or tr("a page beside the record"))

    def begin_note(self) -> None:
        """Open a fresh private note of the record that is open."""
        self.notes.begin()

    def shows_again(self, page: str, path: str) -> bool:
        """Show a step that was taken back where it was done, if that is the page somebody is on; say whether it is."""
        return page == PEOPLE_MAP and self.map.show_again(path)

    def focus_on(self, path: str, caret: int | None) -> None:
        """Take the keyboard to the note somebody was writing."""
        if path.startswith(NOTE):
            self.notes.page.focus_on(path, caret)
        elif path.startswith(QUICK_NOTE):
            self.jotting.page.focus_on(path.removeprefix(QUICK_NOTE), caret)

    def _button(self, name: str, words: str, icon: str, page: str, explained: str) -> Button:
        button = Button(words, icon, "quiet", explained=explained)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.wanted.emit(page))
        return button
