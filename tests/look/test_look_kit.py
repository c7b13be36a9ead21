"""The widgets every screen is made of: readable at any size, workable without a mouse, safe with what is typed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.look.kit import (
    Button,
    Card,
    Chip,
    ChoiceList,
    Column,
    Field,
    Flow,
    FocusRing,
    Heading,
    LineBox,
    Notice,
    PageColumn,
    Pill,
    RadioChoice,
    StatusLine,
    Text,
    TextBox,
    TickBox,
    theme,
)

LONG = "Speech, language & communication, and everything that helps people to follow and to be heard. " * 3


Show = Callable[..., PageColumn]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Show widgets on a page in a window that has the focus; the page lives as long as the test."""
    pages: list[PageColumn] = []

    def show(*items: QWidget, width: int = 700, height: int = 600) -> PageColumn:
        page = PageColumn(*items)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    pages.clear()


def type_lines(box: TextBox, count: int) -> None:
    for _ in range(count):
        QTest.keyClicks(box, "Bed")
        QTest.keyClick(box, Qt.Key.Key_Return)


def wait_for_ring(qtbot: QtBot, ring: FocusRing, widget: QWidget) -> None:
    qtbot.waitUntil(lambda: ring.target() is widget)


@pytest.mark.parametrize("scale", [1, 1.5, 2])
def test_long_words_wrap_and_are_shown_whole(shown: Show, scale: float) -> None:
    theme.set_scale(scale)
    widgets = [Text(LONG, "body", wrap=True), TickBox(LONG), RadioChoice(LONG), Heading(LONG)]
    shown(*widgets)
    for widget in widgets:
        assert widget.height() >= widget.heightForWidth(widget.width()) > 2 * theme.line("ui")


@pytest.mark.parametrize("scale", [1, 2])
def test_a_page_never_scrolls_sideways(shown: Show, scale: float) -> None:
    theme.set_scale(scale)
    chips = Card(Flow(*(Chip("Not talked about yet") for _ in range(6))))
    box = Field("A label that is longer than the page is wide at this size of text", LONG, LineBox())
    page = shown(Notice("warn", LONG, LONG, Button("Ask again")), chips, box, width=640)
    assert page.horizontalScrollBar().maximum() == 0
    for widget in page.viewport().findChildren(QWidget):
        right = widget.mapTo(page.viewport(), QPoint(widget.width(), 0)).x()
        assert right <= page.viewport().width()


def test_what_does_not_fit_goes_on_in_the_next_line(shown: Show) -> None:
    chips = [Chip("Nothing to add"), Chip("Not talked about yet"), Chip("I don’t know")]
    holder = QWidget()
    holder.setMinimumWidth(1)
    holder.setLayout(Flow(*chips))
    shown(holder, width=chips[0].sizeHint().width() + chips[1].sizeHint().width() + 100)
    assert chips[0].y() == chips[1].y()
    assert chips[2].y() > chips[0].y()


def test_an_ampersand_in_words_is_shown_and_is_no_shortcut(shown: Show) -> None:
    box = LineBox()
    field = Field("Home & money", "", box)
    tick = TickBox("Mum & Dad")
    shown(field, tick)
    assert field.label.words == "Home & money"
    assert box.accessibleName() == "Home & money"
    QTest.keyClick(tick, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert not tick.isChecked()
    assert tick.shortcut().isEmpty()


def test_a_tick_box_is_ticked_by_a_click_on_any_line_of_its_words(shown: Show) -> None:
    tick = TickBox(LONG)
    shown(tick)
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(tick.width() // 2, tick.height() - 10))
    assert tick.isChecked()


def test_a_box_grows_with_its_text_and_has_no_scroll_bar_of_its_own(qtbot: QtBot, shown: Show) -> None:
    box = TextBox()
    shown(box)
    before = box.height()
    box.setFocus()
    type_lines(box, 12)
    qtbot.waitUntil(lambda: box.height() > before + 6 * theme.line("body"))
    assert box.verticalScrollBar().maximum() == 0


def test_loading_a_box_reports_nothing_and_cannot_be_undone_into_emptiness(qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.textChanged):
        box.load("Mason likes PE.")
    box.undo()
    assert box.toPlainText() == "Mason likes PE."


def test_tab_leaves_a_box_of_text(shown: Show) -> None:
    box, button = TextBox(), Button("Continue")
    page = shown(box, button)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert box.toPlainText() == ""
    assert page.isVisible()


@pytest.mark.parametrize("kind", [TextBox, ChoiceList])
def test_the_wheel_scrolls_the_page_and_never_what_is_under_it(shown: Show, kind: type[TextBox | ChoiceList]) -> None:
    widget = kind()
    if isinstance(widget, ChoiceList):
        widget.addItems(["One", "Two", "Three"])
    page = shown(widget, *(Text("More", wrap=True) for _ in range(60)), height=300)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget.viewport() if isinstance(widget, TextBox) else widget, turn)
    assert not turn.isAccepted()
    assert page.isVisible()
    if isinstance(widget, ChoiceList):
        assert widget.currentText() == "One"


def test_the_caret_of_a_long_box_stays_in_view_while_typing(qtbot: QtBot, shown: Show) -> None:
    box = TextBox()
    page = shown(box, height=300)
    box.setFocus()
    type_lines(box, 40)

    def caret_in_view() -> bool:
        caret = box.mapTo(page.viewport(), box.cursorRect().bottomLeft()).y()
        return 0 < caret <= page.viewport().height()

    qtbot.waitUntil(caret_in_view)


def test_the_panel_at_the_side_goes_under_the_head_when_the_page_is_narrow(qtbot: QtBot, shown: Show) -> None:
    card, panel = Card(Text("Question")), QWidget()
    panel.setLayout(Column(Text("You could talk about")))
    page = shown(card, width=1200)
    page.set_side(panel)
    page.head.add(Heading("General health"))
    qtbot.waitUntil(lambda: panel.x() > card.width())
    page.resize(700, 600)
    qtbot.waitUntil(lambda: panel.x() < 60)
    assert panel.mapToGlobal(QPoint(0, 0)).y() < card.mapToGlobal(QPoint(0, 0)).y()


def test_the_ring_is_seen_wherever_tab_goes(qtbot: QtBot, shown: Show) -> None:
    buttons = [Button("One"), Button("Two"), TickBox("Three")]
    page = shown(*buttons)
    ring = FocusRing(page)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    for button in buttons:
        wait_for_ring(qtbot, ring, button)
        QTest.keyClick(button, Qt.Key.Key_Tab)


def test_a_button_pressed_with_the_mouse_is_not_ringed(qtbot: QtBot, shown: Show) -> None:
    button, box = Button("One"), LineBox()
    page = shown(button, box)
    ring = FocusRing(page)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ring.target() is box)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is button
    assert ring.target() is None


def test_the_ring_outlives_the_page_it_was_drawn_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = Column()
    window.setLayout(column)
    window.resize(400, 300)
    ring = FocusRing(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(3):
        button = Button("Continue")
        page = PageColumn(button)
        column.addWidget(page)
        page.show()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        wait_for_ring(qtbot, ring, button)
        with qtbot.waitSignal(page.destroyed):
            page.deleteLater()
    assert ring.target() is None


def test_a_state_that_changes_keeps_its_words_and_colour_together(qtbot: QtBot) -> None:
    pill, line = Pill("Offline, 3 waiting"), StatusLine("circle-check", "Saved on this laptop at 14:32")
    qtbot.addWidget(pill)
    qtbot.addWidget(line)
    pill.show_state("Received 15:12", "good")
    line.show_state("triangle-alert", "Not saved", "bad")
    assert pill.words() == "Received 15:12"
    assert pill.property("tone") == "good"
    assert line.words() == "Not saved"
