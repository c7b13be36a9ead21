"""Who may see it: each yes and no is the family's own, nothing is ticked beforehand, each line says who sees it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.answers import Answer, Answers, row_path, rows_of, text_of
from app.domain.helping import Helping, helping_now
from app.domain.ids import RowId, new_row_id
from app.forms.definition import FormDefinition
from app.look.kit import Button, Card, Column, Heading, PageColumn, Rule, Text, tab_through
from app.look.speech import noted, tr
from app.ui.finishing.beside import MoreAsked
from app.ui.finishing.choices import Choices
from app.ui.finishing.lines import HeldLines
from app.ui.finishing.remark import Remark
from app.ui.finishing.seen import seen_by, who_sees
from app.ui.finishing.services import GROUP, PURPOSE, ServiceRow
from app.ui.finishing.stack import held_in, side_by_side
from app.ui.finishing.until import HowLong
from app.ui.parts import discard
from app.ui.states import ReadSection

_LEAD = noted(
    "You choose who sees it. Tick yes or no next to each name. You can hide a line you do not want to share. "
    "You can change your mind later. Tell me and I will stop sharing it."
)
_WITHHELD = "c2.withheld"


class SharingPage(QWidget):
    """The family's choices about one version; ``answered`` carries (path, answer), ``None`` for no answer now."""

    answered = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._answers: dict[str, Answer] = {}
        self._last_time: dict[str, Answer] = {}
        self._sections: tuple[ReadSection, ...] = ()
        self._closed: frozenset[str] = frozenset()
        self._rows: list[ServiceRow] = []
        self._asks_purpose = False
        self._beside = MoreAsked()
        self._signed_up: tuple[str, ...] = ()
        self._record: Answers = {}
        self._choices = _choices()
        self._standing = _Standing()
        self._grid, self._offers = Column(gap="l"), Column(gap="l")
        self._offered: dict[RowId, ServiceRow] = {}
        self._held, self._how_long = HeldLines(_WITHHELD), HowLong()
        self._make_page()
        for path, choices in self._choices.items():
            choices.chosen.connect(lambda code, path=path: self._give(path, code))
        for asked in (self._how_long, self._beside):
            asked.given.connect(self._give)
        self._beside.changed.connect(self._order_tabs)
        self._held.held.connect(lambda link_ids: self._give(_WITHHELD, link_ids))
        self.load({})

    def show_form(self, form: FormDefinition) -> None:
        """Ask what this version of the form asks, before ``load`` shows the answers."""
        self._asks_purpose = PURPOSE in form
        self._beside.show_form(form)

    def load(self, answers: Answers, last_time: Answers | None = None) -> None:
        """Show the answers without reporting them; all services are shown afresh.

        ``last_time`` is what was agreed about the version before: it is said in words, and nothing is ticked for it.
        """
        self._answers, self._last_time, self._record = dict(answers), dict(last_time or {}), {}
        for path, choices in self._choices.items():
            choices.load(text_of(answers, path))
            choices.recall(text_of(self._last_time, path))
        self._how_long.load(answers)
        self._beside.load(answers)
        held = answers.get(_WITHHELD)
        self._held.load(held if isinstance(held, tuple) else ())
        for row in self._rows:
            row.hide()
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for row_id in rows_of(answers, GROUP):
            self._show_row(row_id)
        self._offer_known()
        self._say_who_sees()

    def know_who_helps(self, record: Answers) -> None:
        """Take in the record, after ``load``: who helps there already can be asked about without being typed again."""
        self._record = record
        self._offer_known()

    def know_agencies(self, signed_up: tuple[str, ...]) -> None:
        """Take in which agencies have signed the agreement on sharing: a service that has not is warned of."""
        self._signed_up = signed_up

    def show_lines(self, sections: tuple[ReadSection, ...], closed: frozenset[str] = frozenset()) -> None:
        """Show every answered line; ``closed`` are lines nobody is ever sent, whatever is ticked (by ``linkId``)."""
        self._sections, self._closed = sections, closed
        self._held.show_lines(sections, closed)
        for row in self._rows:
            row.show_lines(sections, closed)
        self._order_tabs()
        self._say_who_sees()

    def focus_first(self) -> None:
        """Put the keyboard where the family's choices start."""
        self._choices["c2.store"].entry().setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        """Let Tab go through the page as it stands; Qt puts what is added later at the end."""
        asked = [stop for choices in self._choices.values() for stop in choices.stops()]
        services = [stop for row in self._rows for stop in row.stops()]
        offered = [stop for row in self._offered.values() for stop in row.stops()]
        tab_through(
            [
                *asked,
                *services,
                *offered,
                self._add,
                *self._how_long.stops(),
                *self._held.stops(),
                *self._beside.stops(),
            ]
        )

    def _make_page(self) -> None:
        page = PageColumn()
        page.head.add(Heading(tr("Who may see it")), Text(tr(_LEAD), "body", "ink_2", wrap=True))
        page.add(self._questions(), *self._services(), *self._lines(), self._beside)
        page.set_side(self._standing)
        self.setLayout(Column(page))

    def _questions(self) -> Card:
        self._nothing_goes = Remark(
            "info", tr("Then nothing is sent to anyone, the coordinator included. That is fine.")
        )
        store, desk, share = self._choices.values()
        return Card(store, Rule(), desk, Rule(), share, self._nothing_goes, gap="l")

    def _services(self) -> tuple[QWidget, ...]:
        self._add = Button(tr("Add a service"), "plus")
        self._add.setObjectName(f"{GROUP}:add")
        self._add.clicked.connect(self._add_service)
        return (
            _part(tr("Service by service"), tr("Each one is asked about by itself.")),
            held_in(self._grid),
            held_in(self._offers),
            side_by_side(self._add),
            _part(tr("For how long"), tr("Neither date is needed. You can change your mind at any time.")),
            self._how_long,
        )

    def _lines(self) -> tuple[QWidget, ...]:
        hint = tr("Tick “Not this one”, and the line is held back from everyone. Under each line it says who sees it.")
        return (_part(tr("Lines you do not want anyone else to see"), hint), self._held)

    def _add_service(self) -> None:
        row_id = new_row_id()
        row = self._show_row(row_id)
        row.show()
        self._order_tabs()
        row.focus_first()
        self._give_rows()

    def _not_asked(self) -> tuple[Helping, ...]:
        """Return who helps already and is not among the services yet."""
        asked = {row.spoken_name() for row in self._rows if not row.is_removed}
        return helping_now(self._record, but=frozenset(asked))

    def _offer_known(self) -> None:
        """Show whoever helps already, with yes and no; nothing is written about them before one of these is pressed."""
        for row in self._offered.values():
            self._offers.removeWidget(row)
            discard(row)
        self._offered = {row.row: row for row in map(self._offer, self._not_asked())}
        self._order_tabs()

    def _offer(self, one: Helping) -> ServiceRow:
        given: dict[str, Answer] = {f"{GROUP}.service": one.name}
        given |= {f"{GROUP}.kind": one.kind} if one.kind else {}
        given |= {f"{GROUP}.sensitive": True} if one.is_sensitive else {}
        row = self._make_row(new_row_id(), given)
        row.fold(folded=True)
        self._offers.add(row)
        return row

    def _take_on(self, row: ServiceRow, answered: str) -> None:
        """Write down what is known of a service that was offered, now that something was ``answered`` about it."""
        if self._offered.pop(row.row, None) is not None:
            self._rows.append(row)
            self._give_rows()
            for link_id, answer in row.answers().items():
                if link_id != answered:
                    self._give(row_path(GROUP, row.row, link_id), answer)

    def _hide_named(self) -> None:
        """Offer nobody a second time whose name was written in by hand."""
        left = {one.name for one in self._not_asked()}
        for row in self._offered.values():
            row.setVisible(row.spoken_name() in left)

    def _show_row(self, row_id: RowId) -> ServiceRow:
        prefix = row_path(GROUP, row_id, "")
        row = self._make_row(
            row_id,
            {path.removeprefix(prefix): answer for path, answer in self._answers.items() if path.startswith(prefix)},
        )
        row.recall(text_of(self._last_time, f"{prefix}c2.list.may_see"))
        self._rows.append(row)
        self._grid.add(row)
        return row

    def _make_row(self, row_id: RowId, given: Answers) -> ServiceRow:
        row = ServiceRow(row_id, asks_purpose=self._asks_purpose)
        row.load(given)
        row.know_agencies(self._signed_up)
        row.show_lines(self._sections, self._closed)
        row.given.connect(lambda link_id, answer: self._given_of(row, link_id, answer))
        row.removed.connect(lambda: self._row_removed(row))
        row.restored.connect(lambda: self._row_restored(row))
        return row

    def _given_of(self, row: ServiceRow, link_id: str, answer: Answer | None) -> None:
        self._take_on(row, link_id)
        self._give(row_path(GROUP, row.row, link_id), answer)
        if link_id == f"{GROUP}.service":
            self._hide_named()

    def _row_removed(self, row: ServiceRow) -> None:
        """Take the row's answers away with it, so that nothing about a service taken off is signed."""
        self._give_rows()
        for link_id in row.answers():
            self._give(row_path(GROUP, row.row, link_id), None)

    def _row_restored(self, row: ServiceRow) -> None:
        self._give_rows()
        for link_id, answer in row.answers().items():
            self._give(row_path(GROUP, row.row, link_id), answer)

    def _give_rows(self) -> None:
        self._give(GROUP, tuple(row.row for row in self._rows if not row.is_removed))

    def _give(self, path: str, answer: Answer | None) -> None:
        if answer is None:
            self._answers.pop(path, None)
        else:
            self._answers[path] = answer
        self._say_who_sees()
        self.answered.emit(path, answer)

    def _say_who_sees(self) -> None:
        self._nothing_goes.setVisible(self._answers.get("c2.share") == "no")
        self._standing.show_who(who_sees(self._answers))
        for link_id in self._held.link_ids():
            self._held.show_seen(link_id, seen_by(self._answers, link_id))


class _Standing(QWidget):
    """Beside the page: who sees it as the choices stand now, one line each."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._lines: list[Text] = []
        self._column = Column(Remark("users", tr("Who sees it, as things stand"), "ink", "strong"), gap="s")
        self.setLayout(self._column)

    def show_who(self, sentences: tuple[str, ...]) -> None:
        """Show one line for each sentence."""
        while len(self._lines) < len(sentences):
            self._lines.append(Text("", "hint", "ink_2", wrap=True))
            self._column.add(self._lines[-1])
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(sentences))
            line.say(sentences[place] if place < len(sentences) else "")


def _choices() -> dict[str, Choices]:
    return {
        "c2.store": Choices("c2.store", tr("May it be kept safely?")),
        "c2.desk": Choices(
            "c2.desk",
            tr("May the early help coordinator read it?"),
            hint=tr("The coordinator brings the right people together."),
        ),
        "c2.share": Choices("c2.share", tr("May it be shared with the services you say yes to below?")),
    }


def _part(title: str, hint: str) -> QWidget:
    told = Text(hint, "hint", "ink_3", wrap=True)
    return held_in(Column(Heading(title, "h2"), told, gap="hair", margin=("none", "s")))
