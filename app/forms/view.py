"""Shows one page of any form and reports every keystroke; it knows types, never questions, and stores nothing."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.clock import Clock, SystemClock
from app.domain.answers import Absent, Answer, Answers, is_blank
from app.forms.abbreviations import spelled_out
from app.forms.definition import FormDefinition, Item, ItemKind, Page
from app.forms.reminding import good_to_have
from app.forms.session import FormSession
from app.forms.slips import slip_in
from app.forms.widgets import wording
from app.forms.widgets.arrangement import Together, arranged, folded, gathered
from app.forms.widgets.cards import FieldsCard, PairCard, Prompts
from app.forms.widgets.choice import RadioOptions
from app.forms.widgets.factory import field_for
from app.forms.widgets.field import ItemField, LookOver
from app.forms.widgets.fold import MoreFold
from app.forms.widgets.marks import WritingHelp
from app.forms.widgets.rows import RowsField
from app.forms.widgets.text import LongText
from app.look.kit import Column, Heading, PageColumn, Text, TextBox, tab_through, theme
from app.look.speech import tr


def looking_over(clock: Clock) -> LookOver:
    """Return what says where an answer may hold a slip, seen from today; it keeps no view alive."""
    return lambda item, answer: tr(slip_in(item, answer, clock.now().astimezone().date()))


class FormView(QWidget):
    """One page of one draft's form at a time.

    ``answered`` carries a path and its answer (``app.domain.answers.Answer``), or ``None`` when it was cleared, at
    every keystroke and every choice. Adding, removing and bringing back rows is an answer at the group's own path: the
    tuple of its row ids, or ``None``; what was answered in a removed row is not cleared, so that Undo finds it.
    ``place_changed`` carries the path and the caret when the focus or the caret moves.

    Text that a reason ("Nothing to add") took the place of is kept here, in memory, and comes back when the reason is
    switched off, also after other pages were shown; so there is one view for each draft, never one for two.
    """

    answered = Signal(str, object)
    place_changed = Signal(str, int)

    def __init__(self, form: FormDefinition, clock: Clock | None = None) -> None:
        super().__init__()
        self._form, self._look_over = form, looking_over(clock or SystemClock())
        self._answers: dict[str, Answer] = {}
        self._kept: dict[str, Answer] = {}
        self._fields: dict[str, ItemField] = {}
        self._rows: dict[str, RowsField] = {}
        self._cards: list[FieldsCard] = []
        self._conditional: set[str] = set()
        self._shown_page: Page | None = None
        self._language = ""
        self._fold: MoreFold | None = None
        self.hers = WritingHelp()
        """What is the writer's own; whoever shows this view may put another in its place before the first page."""
        self._arriving, self._at = False, ""
        self.page = PageColumn()
        self._crumb, self._heading = Text("", "caption", "ink_3", wrap=True), Heading("")
        self._intro = Text("", "body", "ink_2", wrap=True)
        self.page.head.add(Column(self._crumb, self._heading, gap="xs"), self._intro)
        self._content = QWidget()
        self._reminder = Text("", "hint", "ink_2", wrap=True)
        self._reminder.setObjectName("page:reminder")
        self._letters = Text("", "hint", "ink_2", wrap=True)
        self.above = Column(gap="l")
        """Where a page builder may put what stands above the questions, such as lines carried forward."""
        self.below = Column(gap="l")
        """Where a page builder may put what stands under every page, such as "I have finished this section"."""
        self.page.add(self.above, self._content, self._reminder, self._letters, self.below)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.page)
        self.setMinimumWidth(1)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def speak(self, language: str) -> None:
        """Show every page from now on in a language the form may be offered in; in its own for any other."""
        self._language = language

    def show_page(self, page: Page, answers: Answers, crumb: str = "") -> None:
        """Show ``page`` from its top with ``answers``; ``crumb`` is a small line above its title."""
        page = self._form.languages.get(self._language, self._form).page(page.link_id)
        self._answers = dict(answers)
        self._crumb.say(crumb)
        self._crumb.setVisible(bool(crumb))
        self._heading.say(page.title)
        self._intro.say(page.intro)
        self._intro.setVisible(bool(page.intro))
        self._letters.say("" if self._language in self._form.languages else tr(spelled_out(page)))
        self._letters.setVisible(bool(self._letters.words))
        self._clear()
        self._build(page)
        self.page.set_side(Prompts(tr(wording.PROMPTS), page.prompts) if page.prompts else None, last=True)
        self._settle()
        self.page.verticalScrollBar().setValue(0)

    def load_answers(self, answers: Answers) -> None:
        """Show other answers on the same page, silently; what already shows the same is left alone, caret and all."""
        self._answers = dict(answers)
        for rows in self._rows.values():
            rows.load()
        for field in self._all_fields():
            answer = self._answers.get(field.path)
            if field.answer() != answer:
                field.load(answer, self._kept.get(field.path))
        self._unfold_what_is_answered()
        self._settle()

    def focus_first(self) -> None:
        """Take the focus to where the page begins. To arrive is not yet to write: no place is reported."""
        stops = (stop for shown in self._in_order() for stop in shown.tab_stops())
        first = next((stop for stop in stops if stop.isVisibleTo(self) and stop.isEnabled()), None)
        self._arriving = True
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, TextBox):
            first.moveCursor(QTextCursor.MoveOperation.End)
        self._arriving = False
        if first is not None:
            QTimer.singleShot(0, first, lambda: self._begin_at(first))  # once everything has its place on the page

    def _begin_at(self, first: QWidget) -> None:
        if first.hasFocus():  # nobody has gone on in the meantime
            self.page.to_top()
            line = theme.line("body")
            self.page.reveal(first, QRect(0, 0, first.width(), min(first.height(), line)))

    def focus_item(self, path: str, caret: int | None = None) -> None:
        """Take the focus to an item of this page, its caret at a place or (for ``None``) at the end of the text."""
        group = path.partition("/")[0]
        if self._fold is not None and self._stands_folded(path):
            self._fold.open()
        if group in self._rows:
            self._rows[group].open_row(path)
        field = self._field_at(path)
        if field is not None:
            field.control.focus_at(caret)
        elif group in self._rows:
            self._rows[group].focus_add()

    def _clear(self) -> None:
        self._fields.clear()
        self._rows.clear()
        self._cards.clear()
        self._conditional.clear()
        self._fold = None
        self.page.column.removeWidget(self._content)
        self._content.hide()
        self._content.setParent(None)
        self._content.deleteLater()

    def _build(self, page: Page) -> None:
        self._content = QWidget()
        self._content.setMinimumWidth(1)
        column = Column(gap="l")
        for together in arranged(page):
            column.add(*self._shown(together))
        self._shown_page = page
        if folded(page):
            self._fold = MoreFold(page.link_id)
            self._fold.wanted.connect(self._fill_fold)
            column.add(self._fold)
        self._content.setLayout(column)
        self._unfold_what_is_answered()
        self.page.column.insertWidget(1, self._content)
        self._content.show()

    def _fill_fold(self) -> None:
        if self._fold is not None and self._shown_page is not None:
            self._fold.fill([card for together in folded(self._shown_page) for card in self._shown(together)])
            self._settle()

    def _shown(self, together: Together, *, conditional: bool = False) -> Iterator[QWidget]:
        """Yield the widgets for items that stand together; ``conditional`` when the group around them is."""
        first = together.items[0]
        if first.is_rows:
            yield self._rows_for(first)
        elif first.kind is ItemKind.GROUP:
            yield from self._group(first, conditional=conditional or bool(first.enable_when))
        else:
            fields = [self._field(item, item.link_id, conditional=conditional) for item in together.items]
            self._fields.update((field.path, field) for field in fields)
            card = PairCard(fields) if together.side_by_side else FieldsCard(fields)
            self._cards.append(card)
            yield card

    def _group(self, group: Item, *, conditional: bool) -> Iterator[QWidget]:
        if group.text:
            yield Heading(group.text, "h2")
        if group.hint:
            yield Text(group.hint, "hint", "ink_3", wrap=True)
        for together in gathered(group.items):
            yield from self._shown(together, conditional=conditional)

    def _rows_for(self, item: Item) -> RowsField:
        rows = RowsField(item, self._field, lambda: self._answers)
        self._rows[item.link_id] = rows
        rows.answered.connect(self._keep)
        rows.rows_changed.connect(self._settle)
        return rows

    def _field(self, item: Item, path: str, *, conditional: bool = False) -> ItemField:
        field = field_for(item, path, self._look_over)
        if isinstance(field.control, LongText):
            field.control.help_with(self.hers)
        field.load(self._answers.get(path), self._kept.get(path))
        field.answered.connect(self._keep)
        field.caret_moved.connect(self._caret_moved)
        if isinstance(field.control, RadioOptions):
            field.control.picked.connect(lambda: self._go_on_from(item))
        if conditional or item.enable_when or item.copied:
            self._conditional.add(path)
        return field

    def _go_on_from(self, item: Item) -> None:
        """Put the keyboard in the box for words that an answer has just opened, while it is empty."""
        for field in self._fields.values():
            asked = [one.question for one in field.item.enable_when]
            if item.link_id in asked and isinstance(field.control, LongText) and field.isVisible():
                if is_blank(field.answer()):
                    field.control.focus_at(None)
                return

    def text_in_use(self) -> LongText | None:
        """Return the box for words that somebody is in, or was in last; the first on the page before that."""
        at = self._field_at(self._at)
        boxes = [field.control for field in self._all_fields() if isinstance(field.control, LongText)]
        if at is not None and isinstance(at.control, LongText):
            return at.control
        return next(iter(boxes), None)

    def _caret_moved(self, path: str, caret: int) -> None:
        if not self._arriving:
            self.place_changed.emit(path, caret)

    def _keep(self, path: str, answer: Answer | None) -> None:
        """Mirror an answer for what depends on it, keep what a reason replaces, and report it."""
        before = self._answers.get(path)
        if isinstance(answer, Absent) and before is not None and not isinstance(before, Absent):
            self._kept[path] = before
        if answer is None:
            self._answers.pop(path, None)
        else:
            self._answers[path] = answer
        self.answered.emit(path, answer)
        self._ask_what_applies()

    def _unfold_what_is_answered(self) -> None:
        """Open the fold when something in it was answered: what was said is never out of sight."""
        if self._fold is not None and any(
            not is_blank(given) and self._stands_folded(path) for path, given in self._answers.items()
        ):
            self._fold.open()

    def _stands_folded(self, path: str) -> bool:
        first = path.partition("/")[0]
        page = self._shown_page
        return page is not None and any(item.seldom and item.link_id == first for item in page.items)

    def _remind(self) -> None:
        page = self._shown_page
        left = good_to_have(self._form, page, self._answers) if page is not None else ()
        self._reminder.say(tr(wording.GOOD_TO_HAVE).format(wording.BETWEEN.join(left)) if left else "")
        self._reminder.setVisible(bool(left))

    def _settle(self) -> None:
        self._ask_what_applies()
        self._order_tabs()

    def _ask_what_applies(self) -> None:
        """Show the conditional items that apply to the answers as they are, and hide the others with what they hold."""
        self._remind()
        if not self._conditional:
            return
        session = FormSession(self._form, self._answers)
        for path in self._conditional:
            field = self._field_at(path)
            if field is not None:
                field.setVisible(session.is_visible(path))
        for card in self._cards:
            card.settle()

    def _order_tabs(self) -> None:
        tab_through([stop for shown in self._in_order() for stop in shown.tab_stops()])

    def _in_order(self) -> Iterator[ItemField | RowsField | MoreFold]:
        yield from _reading_order(self._content.children())

    def _field_at(self, path: str) -> ItemField | None:
        rows = self._rows.get(path.partition("/")[0])
        return self._fields.get(path) if rows is None else rows.field_at(path)

    def _all_fields(self) -> Iterator[ItemField]:
        yield from self._fields.values()
        for rows in self._rows.values():
            yield from rows.fields()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        around = new if new is not None and self.isAncestorOf(new) else None
        while around is not None and not isinstance(around, ItemField):
            around = around.parentWidget()
        if around is not None:
            self._at = around.path
        if around is not None and not self._arriving:
            self.place_changed.emit(around.path, around.control.caret())


def _reading_order(children: Iterable[object]) -> Iterator[ItemField | RowsField | MoreFold]:
    for child in children:
        if isinstance(child, FieldsCard):
            yield from child.fields
        elif isinstance(child, RowsField):
            yield child
        elif isinstance(child, MoreFold):
            yield child
            yield from _reading_order(child.cards())
