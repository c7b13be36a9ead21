"""Services that may help, for the record that is open: a press takes a name into the plan, and Undo takes it out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.domain.ages import age_on
from app.domain.answers import Answers, row_path, rows_of, text_of
from app.domain.ids import new_row_id
from app.forms.definition import Page
from app.forms.view import FormView
from app.look.kit import Button
from app.look.speech import noted, tr
from app.operations.family import FamilyFile
from app.operations.opendrafts import OpenDraft
from app.ui.finishing.stack import side_by_side
from app.ui.servicespage import ServicesPage
from app.ui.shell.bench import Bench
from app.ui.shell.formwords import links_of
from app.ui.shell.lookingforhelp import LookingForHelp
from app.ui.shell.openelsewhere import OpenElsewhere
from app.ui.shell.steps import is_open
from app.ui.shell.writing import Writing

SERVICES = "services"
"""The page with services that may help this child."""
_ASK, _NAME, _REASONS = "co.services_wanted", "co.services_wanted.name", "as.reason_codes"
_WAY = "plan.services"
_DONE = noted("“{}” is in the plan now, as a service to ask. Nobody has been asked or told anything yet.")


def offer_services(view: FormView, page: Page, wanted: SignalInstance) -> None:
    """Offer the way to services on the page that asks which of them to ask, and on no other."""
    is_asked = _ASK in links_of(page.items)
    way = view.findChild(Button, _WAY)
    if way is None and is_asked:
        way = Button(
            tr("Services that may help"),
            "hand-heart",
            explained=tr("By need, age and place, also without a connection"),
        )
        way.setObjectName(_WAY)
        way.clicked.connect(lambda: wanted.emit(SERVICES))
        view.below.insertWidget(0, side_by_side(way))
    if way is not None:
        way.setVisible(is_asked)


class AskingServices(QObject):
    """Holds the page. Signals: ``left()`` to go back; ``wrote(str)`` with the page of the record written on."""

    left = Signal()
    wanted = Signal(str)
    """To go to the page of the plan, or to what was asked about another assessment."""
    wrote = Signal(str)

    def __init__(self, bench: Bench, writing: Writing, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self._writing = bench, writing
        self._file: FamilyFile | None = None
        self.page = ServicesPage("helps", plan=True)
        self._looking = LookingForHelp(bench, self.page, self._names)
        self._elsewhere = OpenElsewhere(bench, "helps", self.wanted)
        self.page.head.add(self._elsewhere)
        self.page.taken.connect(self._take)
        self.page.back_requested.connect(self._go_back)

    def load(self, file: FamilyFile | None) -> None:
        """Take in a record, or none; nothing found stays for the next."""
        self._file = file
        self._elsewhere.hide()
        self._looking.forget()

    def refresh(self) -> None:
        """Begin with the age of the child, and with the need where the record names one alone."""
        self._elsewhere.show_for(self._file)
        answers = self._answers()
        reasons = answers.get(_REASONS)
        need = reasons[0] if isinstance(reasons, tuple) and len(reasons) == 1 else ""
        self._looking.begin(need=need, age=self._age())

    def _age(self) -> int | None:
        file, today = self._file, self._bench.workplace.clock.now().astimezone().date()
        born = file.summary.born if file is not None else None
        return age_on(born, today) if born is not None and born <= today else None

    def _go_back(self) -> None:
        """Go back to the plan, where it may be written in now; else to where the record begins."""
        plan = self._plan()
        page = plan.form.page_of(_ASK).link_id if plan is not None else ""
        if self._file is not None and page and is_open(self._file, page):
            self.wanted.emit(page)
        else:
            self.left.emit()

    def _plan(self) -> OpenDraft | None:
        draft = self._file.assessment if self._file is not None else None
        return draft if draft is not None and _ASK in draft.form else None

    def _answers(self) -> Answers:
        draft = self._file.assessment if self._file is not None else None
        return draft.answers if draft is not None else {}

    def _names(self) -> frozenset[str]:
        answers = self._answers()
        return frozenset(text_of(answers, row_path(_ASK, row, _NAME)) for row in rows_of(answers, _ASK))

    def _take(self, key: str) -> None:
        draft, name = self._plan(), self._looking.name_of(key)
        if draft is None or not name:
            return
        if name not in self._names():
            self._write(draft, name)
        self._looking.look()
        self.page.say(tr(_DONE).format(name))
        self.page.focus_service(key)

    def _write(self, draft: OpenDraft, name: str) -> None:
        row = new_row_id()
        self._writing.begin_step()
        self._writing.write(draft, _ASK, (*rows_of(draft.answers, _ASK), row))
        self._writing.write(draft, row_path(_ASK, row, _NAME), name)
        self.wrote.emit(draft.form.page_of(_ASK).link_id)
