"""A page of a form on the screen: every keystroke is reported, nothing typed is lost, nothing is cut off."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shown_form import click, focused, found, heard

from app.domain.answers import Absent, AbsentReason, Answers
from app.forms.definition import FormDefinition, FormLibrary
from app.forms.view import FormView
from app.forms.widgets import wording
from app.forms.widgets.date import written_date
from app.look.kit import Button, Chip, RadioChoice, Text, TextBox, TickBox, theme
from app.paths import resources

Show = Callable[..., FormView]
STRENGTHS, NEEDS = "d1.speech.strengths", "d1.speech.needs"


@pytest.fixture
def show(shown: Callable[..., FormView], assessment: FormDefinition) -> Show:
    """Show a page of the assessment."""
    return lambda page="d1.speech", answers=None, width=1366: shown(assessment, page, answers, width)


def box(view: FormView, path: str) -> TextBox:
    return found(view, TextBox, path)


def test_every_keystroke_is_reported(show: Show) -> None:
    view = show()
    reports = heard(view)
    view.focus_item(STRENGTHS)
    QTest.keyClicks(focused(), "He sings")
    assert reports == [(STRENGTHS, "He sings"[: length + 1]) for length in range(8)]


def test_text_is_reported_as_typed_with_its_spaces(show: Show) -> None:
    view = show()
    reports = heard(view)
    view.focus_item(STRENGTHS)
    QTest.keyClicks(focused(), "  a ")
    assert reports[-1] == (STRENGTHS, "  a ")


def test_a_box_that_was_emptied_has_no_answer(show: Show) -> None:
    view = show(answers={STRENGTHS: "a"})
    reports = heard(view)
    view.focus_item(STRENGTHS)
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert reports == [(STRENGTHS, None)]


def test_showing_answers_reports_nothing(show: Show) -> None:
    view = show()
    reports = heard(view)
    view.load_answers({STRENGTHS: "He sings", "d1.speech.scale": 7, "d1.speech.priority": True})
    assert reports == []
    assert box(view, STRENGTHS).toPlainText() == "He sings"


def test_the_place_is_reported_when_the_focus_and_the_caret_move(show: Show) -> None:
    view = show(answers={STRENGTHS: "He sings"})
    places: list[tuple[str, int]] = []
    view.place_changed.connect(lambda path, caret: places.append((path, caret)))
    view.focus_item(STRENGTHS, 3)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert (STRENGTHS, 3) in places
    assert (STRENGTHS, 2) in places
    assert places[-1][0] == STRENGTHS
    view.focus_item("d1.speech.scale")
    assert places[-1] == ("d1.speech.scale", 0)


@pytest.mark.parametrize(("caret", "kept"), [(None, 8), (3, 3), (99, 8)])
def test_work_is_taken_up_again_at_the_same_letter(show: Show, caret: int | None, kept: int) -> None:
    view = show(answers={STRENGTHS: "He sings"})
    view.focus_item(STRENGTHS, caret)
    assert QApplication.focusWidget() is box(view, STRENGTHS)
    assert box(view, STRENGTHS).textCursor().position() == kept


def test_an_answer_that_is_shown_already_leaves_the_caret_alone(show: Show) -> None:
    view = show(answers={STRENGTHS: "He sings"})
    view.focus_item(STRENGTHS, 3)
    view.load_answers({STRENGTHS: "He sings", NEEDS: "Maths"})
    assert box(view, STRENGTHS).textCursor().position() == 3
    assert box(view, NEEDS).toPlainText() == "Maths"


def test_a_reason_takes_the_place_of_text_and_the_text_comes_back(show: Show) -> None:
    view = show(answers={NEEDS: "He is tired."})
    reports = heard(view)
    click(view, Chip, f"{NEEDS}:absent:nothing-to-add")
    assert box(view, NEEDS).toPlainText() == "He is tired."
    click(view, Chip, f"{NEEDS}:absent:not-known")
    click(view, Chip, f"{NEEDS}:absent:not-known")
    assert reports == [
        (NEEDS, Absent(AbsentReason.NOTHING_TO_ADD)),
        (NEEDS, Absent(AbsentReason.NOT_KNOWN)),
        (NEEDS, "He is tired."),
    ]


def test_typing_on_switches_the_reason_off(show: Show) -> None:
    view = show(answers={NEEDS: "He is tired"})
    click(view, Chip, f"{NEEDS}:absent:not-talked-about")
    reports = heard(view)
    view.focus_item(NEEDS)
    QTest.keyClicks(focused(), ".")
    assert reports == [(NEEDS, "He is tired.")]
    chip = found(view, Chip, f"{NEEDS}:absent:not-talked-about")
    assert not chip.isChecked()


def test_text_behind_a_reason_is_still_there_after_another_page(show: Show, assessment: FormDefinition) -> None:
    view = show(answers={NEEDS: "He is tired."})
    click(view, Chip, f"{NEEDS}:absent:declined")
    answers: Answers = {NEEDS: Absent(AbsentReason.DECLINED)}
    view.show_page(assessment.page("d1.emotional"), answers)
    view.show_page(assessment.page("d1.speech"), answers)
    reports = heard(view)
    click(view, Chip, f"{NEEDS}:absent:declined")
    assert reports == [(NEEDS, "He is tired.")]


def test_short_answers_keep_their_reasons_behind_one_button(show: Show) -> None:
    view = show("reach", {"id.phone": "07700 900144"})
    assert view.findChild(Chip, "id.phone:absent:declined") is None
    reports = heard(view)
    click(view, Button, "id.phone:absent")
    click(view, Chip, "id.phone:absent:declined")
    assert reports == [("id.phone", Absent(AbsentReason.DECLINED))]
    line = found(view, QLineEdit, "id.phone")
    assert line.text() == "07700 900144"


def test_a_reason_given_earlier_is_in_sight(show: Show) -> None:
    view = show("reach", {"id.phone": Absent(AbsentReason.NOT_KNOWN)})
    chip = found(view, Chip, "id.phone:absent:not-known")
    assert chip.isChecked()
    assert chip.isVisible()


def test_the_four_reasons_are_equal_and_none_is_chosen_beforehand(show: Show) -> None:
    view = show()
    chips = [found(view, Chip, f"{NEEDS}:absent:{reason.value}") for reason in AbsentReason]
    assert len({chip.height() for chip in chips}) == 1
    assert len({chip.font().toString() for chip in chips}) == 1
    assert not any(chip.isChecked() for chip in chips)


def test_a_question_comes_and_goes_with_the_answer_it_depends_on(show: Show) -> None:
    view = show("id")
    expected = found(view, QLineEdit, "id.edd:day")
    born = found(view, QLineEdit, "id.dob:day")
    assert born.isVisible()
    assert not expected.isVisible()
    click(view, TickBox, "id.unborn")
    assert expected.isVisible()
    assert not born.isVisible()


def test_what_is_hidden_keeps_what_was_typed_in_it(show: Show) -> None:
    view = show("id", {"id.unborn": True, "id.edd": "2027-05-03"})
    click(view, TickBox, "id.unborn")
    click(view, TickBox, "id.unborn")
    day = found(view, QLineEdit, "id.edd:day")
    assert day.isVisible()
    assert day.text() == "3"


def slip_under(view: FormView, path: str) -> str:
    label = found(view, Text, f"{path}:slip")
    return label.words if label.isVisible() else ""


def test_a_number_that_may_hold_a_slip_is_said_so_when_one_goes_on_and_is_kept(show: Show) -> None:
    view = show("learning")
    reports = heard(view)
    view.focus_item("id.nhs")
    QTest.keyClicks(focused(), "999 410 1855")
    assert slip_under(view, "id.nhs") == ""
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert "may be wrong or swapped" in slip_under(view, "id.nhs")
    assert reports[-1] == ("id.nhs", "999 410 1855")
    view.focus_item("id.nhs")
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    QTest.keyClicks(focused(), "4")
    assert slip_under(view, "id.nhs") == ""


def test_a_slip_is_in_sight_when_a_page_is_opened_again_and_goes_with_a_reason(show: Show) -> None:
    view = show("learning", {"id.nhs": "1111111111"})
    assert "never one digit" in slip_under(view, "id.nhs")
    view.load_answers({"id.nhs": Absent(AbsentReason.NOT_KNOWN)})
    assert slip_under(view, "id.nhs") == ""


def test_a_birthday_still_to_come_is_said_so(show: Show) -> None:
    view = show("id", {"id.dob": "2199-01-01"})
    assert "still to come" in slip_under(view, "id.dob")


def note_on_date(view: FormView, day: str, month: str, year: str) -> str:
    for part, words in (("year", year), ("month", month), ("day", day)):
        line = found(view, QLineEdit, f"id.dob:{part}")
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words or "\b")
        QTest.keyClick(line, Qt.Key.Key_Return)
    notes = (wording.NO_SUCH_DAY, wording.WHOLE_YEAR)
    shown = [label.words for label in view.findChildren(Text) if label.isVisible() and label.words in notes]
    return "".join(shown)


@pytest.mark.parametrize(
    ("written", "note"),
    [
        (("29", "2", "2024"), ""),
        (("29", "2", "2023"), wording.NO_SUCH_DAY),
        (("31", "4", "2020"), wording.NO_SUCH_DAY),
        (("9", "13", "2020"), wording.NO_SUCH_DAY),
        (("9", "10", "20"), wording.WHOLE_YEAR),
        (("1", "1", "0000"), wording.NO_SUCH_DAY),
    ],
)
def test_a_date_that_cannot_be_is_said_so_and_kept(show: Show, written: tuple[str, str, str], note: str) -> None:
    view = show("id")
    reports = heard(view)
    assert note_on_date(view, *written) == note
    assert reports[-1][1] == written_date(*written)


def test_what_is_needed_says_so_in_words_and_without_asterisks(show: Show) -> None:
    view = show("id")
    words = [label.words for label in view.findChildren(Text)]
    assert words.count("Needed before it is finished.") == 1
    assert not any("*" in each for each in words)


def test_strengths_and_needs_are_equally_tall_and_stack_when_narrow(show: Show, qtbot: QtBot) -> None:
    view = show(answers={STRENGTHS: "A long story. " * 60})
    strengths, needs = box(view, STRENGTHS), box(view, NEEDS)
    qtbot.waitUntil(lambda: strengths.height() == needs.height() > 300)
    assert strengths.mapToGlobal(QPoint()).y() == needs.mapToGlobal(QPoint()).y()
    view.resize(560, 768)
    qtbot.waitUntil(lambda: needs.mapToGlobal(QPoint()).y() > strengths.mapToGlobal(QPoint()).y())
    assert needs.width() == strengths.width()


def nothing_is_cut_off(view: FormView) -> int:
    """Check each label and button of a page that has settled, and return how many there were."""
    checked = 0
    for widget in view.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | Button | Chip | TickBox | RadioChoice):
            continue
        checked += 1
        name = f"{widget.objectName()} {widget.accessibleName()}"
        needed = widget.heightForWidth(widget.width())
        assert widget.height() >= (needed if needed > 0 else widget.minimumSizeHint().height()), name
        assert widget.width() >= widget.minimumSizeHint().width(), name
        assert widget.mapTo(view, QPoint(widget.width(), 0)).x() <= view.width(), name
    assert view.page.horizontalScrollBar().maximum() == 0
    return checked


def settle(view: FormView, qtbot: QtBot) -> None:
    body = view.page.viewport().findChild(QWidget)
    assert body is not None
    QApplication.processEvents()
    qtbot.waitUntil(lambda: body.height() == max(body.heightForWidth(body.width()), view.page.viewport().height()))


ABOUT = ["id", "reach", "learning", "talking", "describing", "fh", "carers", "sv", "who"]
PAGES = [*ABOUT, "as", "looked", "d1.speech", "co", "wants", "plan", "cm"]
ROWS: Answers = {
    **dict.fromkeys(("fh.people", "fh.linked", "pc", "sv.services", "ax", "as.sessions", "ac"), ("4f1c22ab",)),
    "ac/4f1c22ab/ac.who": "Carly Reid",
    "id.phone": Absent(AbsentReason.DECLINED),
    "id.nhs": "999 410 1855",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("scale", "width"), [(1, 1366), (1.5, 1366), (2, 1366), (1, 700)])
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    show: Show, qtbot: QtBot, page: str, scale: float, width: int
) -> None:
    theme.set_scale(scale)
    view = show(page, ROWS, width)
    settle(view, qtbot)
    assert nothing_is_cut_off(view) > 15
    assert view.width() == width


def test_text_made_larger_and_smaller_while_a_page_is_open_is_never_cut_off(show: Show, qtbot: QtBot) -> None:
    view = show(answers={STRENGTHS: "He sings. " * 40})
    for scale in (2, 1.3, 1):
        theme.set_scale(scale)
        settle(view, qtbot)
        assert nothing_is_cut_off(view) > 40
    assert box(view, STRENGTHS).verticalScrollBar().maximum() == 0


def walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if not interface.state().invisible:
        yield interface
        for place in range(interface.childCount()):
            yield from walk(interface.child(place))


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name_and_a_role(show: Show, page: str) -> None:
    view = show(page, ROWS)
    silent = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
    controls = [each for each in walk(QAccessible.queryAccessibleInterface(view)) if each.state().focusable]
    unnamed = [each.object().objectName() for each in controls if not each.text(QAccessible.Text.Name).strip()]
    assert len(controls) > 10
    assert unnamed == []
    assert not silent & {each.role() for each in controls}


def test_a_box_is_named_by_its_label_and_described_by_its_hint(show: Show) -> None:
    view = show("id")
    interface = QAccessible.queryAccessibleInterface(found(view, QLineEdit, "id.given"))
    assert interface.text(QAccessible.Text.Name) == "Given name"
    assert interface.text(QAccessible.Text.Description).endswith("Needed before it is finished.")
    labels = [label for label in view.findChildren(QLabel) if label.buddy() is interface.object()]
    assert [label.isVisible() for label in labels] == [True]


def test_tab_goes_through_every_control_in_the_order_of_reading(show: Show) -> None:
    view = show("d1.speech")
    wanted = {
        widget
        for widget in view.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, RadioChoice)
    }
    view.focus_item(STRENGTHS)
    order: list[QWidget] = []
    while (stop := QApplication.focusWidget()) is not None and stop not in order:
        order.append(stop)
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    assert wanted <= set(order)
    assert sum(isinstance(stop, RadioChoice) for stop in order) >= 2
    boxes = [stop for stop in order if isinstance(stop, QTextEdit)]
    tops = [stop.mapToGlobal(QPoint()).y() for stop in boxes]
    assert tops == sorted(tops)
    back = [order[0]]
    for _ in order[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        back.append(focused())
    assert set(back) == set(order)
    assert all(before is not after for before, after in pairwise(back))


def test_a_page_shown_again_is_found_once(show: Show, assessment: FormDefinition) -> None:
    view = show()
    view.show_page(assessment.page("d1.speech"), {STRENGTHS: "He sings"})
    assert [each.toPlainText() for each in view.findChildren(TextBox, STRENGTHS)] == ["He sings"]


def test_building_a_page_never_opens_a_window_of_its_own(show: Show, assessment: FormDefinition) -> None:
    view = show()
    for page in assessment.pages:
        view.show_page(page, {})
        assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [view]


def test_the_prompts_stand_beside_the_page_when_it_is_wide(show: Show, assessment: FormDefinition) -> None:
    view = show()
    first = assessment.page("d1.speech").prompts[0]
    prompt = next(label for label in view.findChildren(Text) if label.words == first)
    assert prompt.isVisible()
    assert prompt.mapToGlobal(QPoint()).x() > box(view, NEEDS).mapToGlobal(QPoint()).x()


def test_twenty_thousand_letters_are_held_and_more_are_not_cut(show: Show) -> None:
    text = "Mason talks. " * 1600
    view = show(answers={STRENGTHS: text})
    reports = heard(view)
    view.focus_item(STRENGTHS)
    QTest.keyClicks(focused(), "!")
    assert reports == [(STRENGTHS, text + "!")]
    assert box(view, STRENGTHS).verticalScrollBar().maximum() == 0


def test_a_box_that_an_answer_opens_has_the_keyboard_where_the_answer_was_meant(
    shown: Callable[..., FormView],
) -> None:
    checklist = FormLibrary(resources() / "forms").by_name("checklist")
    view = shown(checklist, "pre")
    found(view, RadioChoice, "pre.q1:option:yes").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert focused().objectName() == "pre.q1:option:no"  # on the way past it nothing goes on
    click(view, RadioChoice, "pre.q1:option:not sure")
    assert focused().objectName() == "pre.q1.note"
    QTest.keyClicks(focused(), "A cough")
    click(view, RadioChoice, "pre.q1:option:no")
    assert focused().objectName() == "pre.q1:option:no"  # what is written there need not be written again
