"""One person's account with its parts in plain words, and what can be done to it; it asks before it shuts anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import Trouble
from app.forms.definition import Item, ItemKind
from app.forms.widgets.date import DateBoxes
from app.look.kit import Button, Card, ChoiceList, Column, Field, Flow, Heading, LineBox, Notice, Rule, Text
from app.look.speech import noted, tr
from app.look.tokens import Ink
from app.ui.administrator.factor import NOT_ASKED, FactorCard, FactorShown
from app.ui.administrator.history import HistoryCard, HistoryLine
from app.ui.administrator.inviting import NOBODY_JOINS, InviteCard, InvitingShown
from app.ui.administrator.question import Question
from app.ui.finishing.remark import Remark
from app.ui.finishing.stack import Pair, fill, held_in, side_by_side, stacked
from app.ui.pageapart import PageApart

_LEAD = noted("Each change is written down at your authority, with your name.")
_OWN = noted("This account is your own. Another administrator sees to it.")
_NEVER = noted("The number and the days stay here; the certificate itself is never kept.")
_UNTIL = noted("Leave it empty where nothing else is said: a check then counts for three years.")
_COURSE_UNTIL = noted("Leave it empty where it does not lapse.")
_LONGEST = 200


@dataclass(frozen=True)
class LaptopShown:
    """One laptop in words; ``may_revoke`` where nobody did yet."""

    device: str
    name: str
    words: str
    may_revoke: bool


@dataclass(frozen=True)
class Shutting:
    """One thing to do to the whole account: its code, the button, and the question before it, empty where none is."""

    state: str
    words: str
    icon: str
    question: str = ""
    what_then: str = ""


@dataclass(frozen=True)
class AccountShown:
    """An account in words. ``old`` says from when it is, where nothing can be changed now."""

    key: str = ""
    name: str = ""
    who: str = ""
    standing: str = ""
    icon: tuple[str, Ink] = ("info", "ink_2")
    check: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    policy: str = ""
    state: str = ""
    laptops: tuple[LaptopShown, ...] = ()
    shuttings: tuple[Shutting, ...] = ()
    factor: FactorShown = NOT_ASKED
    inviting: InvitingShown = NOBODY_JOINS
    is_own: bool = False
    old: str = ""


class AccountPage(PageApart):
    """Signals: ``check_seen(str, str, str, str)`` with number, day, who saw it and until when;
    ``course_done(str, str, str)`` with course, day and until when; ``accepted(str)`` with the day;
    ``turned(str)`` with what becomes of the account; ``revoked(str)`` with a laptop; ``factor_ended(str)`` with why;
    ``history_wanted(int)`` for what was done before the change of a number, 0 for the newest; ``code_wanted()``;
    ``back_requested()``.
    """

    check_seen = Signal(str, str, str, str)
    course_done = Signal(str, str, str)
    accepted = Signal(str)
    turned = Signal(str)
    revoked = Signal(str)
    factor_ended = Signal(str)
    history_wanted = Signal(int)
    code_wanted = Signal()
    back_requested = Signal()

    def __init__(self, courses: Sequence[tuple[str, str]], reasons: Sequence[tuple[str, str]]) -> None:
        """``courses`` are what somebody can be trained in, ``reasons`` why six digits end: the code and the words."""
        super().__init__(tr("An account"), tr(_LEAD), centred=True)
        self._shown, self._stood_on = AccountShown(), ""
        self._acts: list[Button] = []
        self._begin(self._button(tr("Back to all accounts"), "arrow-left", "account.back", self.back_requested))
        self._name, self._who = Heading("", "h2"), Text("", "body", "ink_2", wrap=True)
        self._standing = Remark("info", "", "ink_2", "body")
        self._note = Notice("info", "", icon="info")
        self._check, self._training = Column(gap="xs"), Column(gap="xs")
        self._policy, self._state = Text("", "body", wrap=True), Text("", "body", wrap=True)
        self._laptops, self._ways = Column(gap="l"), Column(gap="m")
        self._question, self._laptop_question = Question("account.ask"), Question("account.asklaptop")
        self._factor = FactorCard(reasons)
        self._factor.ended.connect(self.factor_ended)
        self._history = HistoryCard()
        self._history.wanted.connect(self.history_wanted)
        self._inviting = InviteCard()
        self._inviting.wanted.connect(self.code_wanted)
        self._make_boxes(courses)
        self._forms = [self._check_form(), self._course_form(), self._policy_form()]
        self.add(Card(self._name, self._who, self._standing, gap="s"), self._note)
        self.add(
            Card(Heading(tr("Check"), "h2"), held_in(self._check), self._forms[0]),
            Card(Heading(tr("Training"), "h2"), held_in(self._training), self._forms[1]),
            Card(Heading(tr("Use policy"), "h2"), self._policy, self._forms[2]),
            self._inviting,
            self._factor,
            Card(Heading(tr("Laptops"), "h2"), held_in(self._laptops), self._laptop_question),
            Card(Heading(tr("The account itself"), "h2"), self._state, held_in(self._ways), self._question),
            self._history,
        )

    def _make_boxes(self, courses: Sequence[tuple[str, str]]) -> None:
        self._number, self._seen_by, self._course = LineBox(), LineBox(), ChoiceList()
        self._number.setMaxLength(_LONGEST)
        self._seen_by.setMaxLength(_LONGEST)
        for name, box in (("number", self._number), ("seen_by", self._seen_by), ("course", self._course)):
            box.setObjectName(f"account.{name}")
        for code, words in courses:
            self._course.addItem(words, code)
        self._check_on, self._check_until = _day("check_on"), _day("check_until")
        self._course_on, self._course_until = _day("course_on"), _day("course_until")
        self._accepted_on = _day("accepted_on")

    def _check_form(self) -> QWidget:
        keep = self._act(tr("Record this check"), "shield-check", "account.keep_check")
        keep.clicked.connect(
            lambda: self.check_seen.emit(
                self._number.text().strip(), _given(self._check_on), self._seen_by.text().strip(),
                _given(self._check_until),
            )
        )  # fmt: skip
        number = Field(tr("Number of the check"), tr("The twelve digits on the certificate."), self._number)
        seen_by = Field(tr("Who saw the certificate"), tr(_NEVER), self._seen_by)
        days = Pair(
            _field(tr("Day of the check"), "", self._check_on),
            _field(tr("Counts until"), tr(_UNTIL), self._check_until),
        )
        return stacked(Rule(), Text(tr("Record a new check"), "strong", wrap=True), number, seen_by, days,
                       side_by_side(keep), gap="l")  # fmt: skip

    def _course_form(self) -> QWidget:
        keep = self._act(tr("Record this course"), "badge-check", "account.keep_course")
        keep.clicked.connect(
            lambda: self.course_done.emit(
                str(self._course.currentData()), _given(self._course_on), _given(self._course_until)
            )
        )
        days = Pair(
            _field(tr("Day of the course"), "", self._course_on),
            _field(tr("Course counts until"), tr(_COURSE_UNTIL), self._course_until),
        )
        course = Field(tr("Course"), "", self._course)
        return stacked(Rule(), Text(tr("Record a course"), "strong", wrap=True), course, days,
                       side_by_side(keep), gap="l")  # fmt: skip

    def _policy_form(self) -> QWidget:
        keep = self._act(tr("Record that it was accepted"), "check", "account.keep_policy")
        keep.clicked.connect(lambda: self.accepted.emit(_given(self._accepted_on)))
        return stacked(Rule(), _field(tr("Day it was accepted"), "", self._accepted_on), side_by_side(keep), gap="l")

    def show_account(self, shown: AccountShown) -> None:
        """Show an account; what was typed stays where it is still the same person's, and goes with another."""
        if shown.key != self._shown.key:
            self.clear()
        self._shown = shown
        self._name.say(shown.name)
        self._who.say(shown.who)
        self._standing.say(shown.icon[0], shown.standing, shown.icon[1])
        fill(self._check, *_lines(shown.check))
        fill(self._training, *_lines(shown.training))
        self._policy.say(shown.policy)
        self._state.say(shown.state)
        self._note.say(tr(_OWN) if shown.is_own else shown.old)
        self._note.setVisible(shown.is_own or bool(shown.old))
        may = not (shown.is_own or shown.old)
        for form in self._forms:
            form.setVisible(may)
        self._factor.show_factor(shown.factor, shown.name, may=may)
        self._history.show_way(may=not shown.old)
        self._inviting.show_inviting(shown.inviting, may=may)
        self._show_acts(shown, may=may)

    def show_code(self, code: str, address: str, until: str) -> None:
        """Show a code for a laptop of this person, once."""
        self._inviting.show_code(code, self._shown.name, address, until)

    def clear_code(self) -> None:
        """Hold no code any more."""
        self._inviting.clear()

    def show_history(self, lines: Sequence[HistoryLine], before: int) -> None:
        """Show what was done to the account, and where to go on asking."""
        self._history.show_lines(lines, before)

    def _show_acts(self, shown: AccountShown, *, may: bool) -> None:
        del self._acts[3:]  # those of the three forms stay
        none = [Text(tr("No laptop has joined yet."), "body", "ink_2", wrap=True)]
        fill(self._laptops, *([self._laptop(one, may=may) for one in shown.laptops] or none))
        fill(self._ways, *([held_in(Flow(*map(self._way, shown.shuttings), gap="m"))] if may else []))

    def _laptop(self, laptop: LaptopShown, *, may: bool) -> QWidget:
        told = [Text(laptop.name, "strong", wrap=True), Text(laptop.words, "body", wrap=True)]
        if not (may and laptop.may_revoke):
            return stacked(*told, gap="hair")
        revoke = self._act(tr("Revoke this laptop"), "x", f"account.revoke:{laptop.device}")
        revoke.setAccessibleName(tr("Revoke this laptop: {name}").format(name=laptop.name))
        revoke.clicked.connect(lambda: self._ask_revoke(laptop))
        return stacked(stacked(*told, gap="hair"), side_by_side(revoke), gap="m")

    def _ask_revoke(self, laptop: LaptopShown) -> None:
        self._laptop_question.ask(
            tr("Revoke {laptop} of {name}?").format(laptop=laptop.name, name=self._shown.name),
            tr(
                "It may still hand in what stands finished on it, and is given nothing more. Nothing on it is erased: "
                "that takes an order of your authority. It cannot be taken back; a new letter lets a laptop join again."
            ),
            tr("Revoke it"),
            lambda: self.revoked.emit(laptop.device),
        )

    def _way(self, way: Shutting) -> Button:
        button = self._act(way.words, way.icon, f"account.turn:{way.state}")
        button.clicked.connect(lambda: self._turn(way))
        return button

    def _turn(self, way: Shutting) -> None:
        if not way.question:
            self.turned.emit(way.state)
            return
        self._question.ask(way.question, way.what_then, way.words, lambda: self.turned.emit(way.state))

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while it is asked; afterwards the keyboard is where it was."""
        focus = QApplication.focusWidget()
        if busy and focus is not None and self.isAncestorOf(focus):
            self._stood_on = focus.objectName()
        super().show_busy(busy=busy)

    def focus_again(self) -> None:
        """Put the keyboard back on what was pressed, where it is still there, else where the page begins."""
        found = self.findChild(QWidget, self._stood_on) if self._stood_on else None
        if found is not None and found.isVisible():
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_first()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what is wrong; what was typed stays."""
        super().show_trouble(trouble)
        self.focus_first()

    def clear(self) -> None:
        """Empty every box, and ask nothing."""
        for clear in (self.clear_check, self.clear_course, self.clear_policy, self.clear_factor):
            clear()
        self._question.forget()
        self._history.clear()
        self._inviting.clear()
        self._laptop_question.forget()
        self.forget()

    def clear_check(self) -> None:
        """Empty the boxes of a check that was recorded."""
        self._number.load("")
        self._seen_by.load("")
        self._check_on.show_answer(None)
        self._check_until.show_answer(None)

    def clear_course(self) -> None:
        """Empty the boxes of a course that was recorded."""
        self._course.setCurrentIndex(0)
        self._course_on.show_answer(None)
        self._course_until.show_answer(None)

    def clear_policy(self) -> None:
        """Empty the day that was recorded."""
        self._accepted_on.show_answer(None)

    def clear_factor(self) -> None:
        """Choose no reason any more."""
        self._factor.clear()

    def _act(self, words: str, icon: str, name: str) -> Button:
        button = Button(words, icon)
        button.setObjectName(name)
        self._acts.append(button)
        return button

    def _pressable(self) -> Sequence[Button]:
        cards = (self._factor, self._history, self._inviting)
        questions = (*self._question.buttons, *self._laptop_question.buttons)
        return *self._acts, *questions, *(button for card in cards for button in card.buttons)


def _day(name: str) -> DateBoxes:
    return DateBoxes(Item(f"account.{name}", ItemKind.DATE, ""), f"account.{name}")


def _field(label: str, hint: str, boxes: DateBoxes) -> Field:
    boxes.describe(label, hint)
    return Field(label, hint, boxes)


def _given(boxes: DateBoxes) -> str:
    given = boxes.given()
    return given if isinstance(given, str) else ""


def _lines(lines: Sequence[str]) -> list[QWidget]:
    return [Text(one, "body", wrap=True) for one in lines]
