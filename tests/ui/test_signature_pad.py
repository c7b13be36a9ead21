"""The signature pad keeps lines as they were drawn, by whatever hand, and whatever its size on the screen."""

from functools import cache
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.strokes import canonical, strokes_in
from app.look.kit import theme
from app.ui.finishing.pad import SignaturePad


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    pad = SignaturePad()
    qtbot.addWidget(pad)
    pad.resize(500, 150)
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def draw(pad: QWidget, *places: tuple[int, int]) -> None:
    points = [QPoint(x, y) for x, y in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


@cache
def stylus() -> QPointingDevice:
    """Return the one pen of the tests; Qt does not keep it alive."""
    return QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )


def pen(kind: QEvent.Type, x: float, y: float) -> QTabletEvent:
    down = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
    at = QPointF(x, y)
    return QTabletEvent(
        kind, stylus(), at, at, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, down
    )


def test_a_line_drawn_with_the_mouse_is_kept_in_units_of_the_pad(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        draw(pad, (50, 75), (100, 30), (250, 120))
    assert pad.strokes() == (((100, 150, 0), (200, 60, 0), (500, 240, 0)),)


def test_a_line_drawn_with_a_finger_is_kept(pad: SignaturePad, qtbot: QtBot) -> None:
    screen = QTest.createTouchDevice()
    with qtbot.waitSignal(pad.changed):
        QTest.touchEvent(pad, screen).press(0, QPoint(50, 75), pad).commit()
        QTest.touchEvent(pad, screen).move(0, QPoint(250, 75), pad).commit()
        QTest.touchEvent(pad, screen).release(0, QPoint(250, 75), pad).commit()
    assert pad.strokes() == (((100, 150, 0), (500, 150, 0)),)


def test_a_line_drawn_with_a_pen_is_kept_once_though_the_hand_rests_on_the_screen(pad: SignaturePad) -> None:
    QApplication.sendEvent(pad, pen(QEvent.Type.TabletPress, 50, 75))
    draw(pad, (10, 10), (20, 20))
    QApplication.sendEvent(pad, pen(QEvent.Type.TabletMove, 250, 75))
    QApplication.sendEvent(pad, pen(QEvent.Type.TabletRelease, 250, 75))
    assert pad.strokes() == (((100, 150, 0), (500, 150, 0)),)


def test_a_line_that_leaves_the_pad_stays_within_it(pad: SignaturePad) -> None:
    draw(pad, (250, 75), (900, -40))
    assert pad.strokes() == (((500, 150, 0), (1000, 0, 0)),)


def test_times_are_kept_only_where_they_are_asked_for(pad: SignaturePad, qtbot: QtBot) -> None:
    pad.with_times = True
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 75))
    pressed = monotonic()
    qtbot.waitUntil(lambda: monotonic() > pressed + 0.03)
    QTest.mouseMove(pad, QPoint(100, 75))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(100, 75))
    (_, _, first), (_, _, then) = pad.strokes()[0]
    assert first == 0
    assert then >= 30


def test_a_drawing_that_is_shown_is_given_back_as_it_was_whatever_the_size_or_the_theme(pad: SignaturePad) -> None:
    drawing = (((0, 0, 7), (1000, 300, 19)), ((5, 5, 0),))
    pad.show_strokes(drawing)
    pad.resize(900, 270)
    theme.set_palette("contrast")
    theme.set_scale(2)
    pad.grab()
    assert pad.strokes() == drawing


def test_a_drawing_is_painted_where_it_was_drawn(pad: SignaturePad) -> None:
    pad.show_strokes((((100, 60, 0), (900, 60, 0)),))
    picture = pad.grab().toImage()
    ratio = picture.devicePixelRatio()
    on_the_line = picture.pixelColor(round(250 * ratio), round(30 * ratio))
    above_it = picture.pixelColor(round(250 * ratio), round(15 * ratio))
    assert on_the_line == theme.colour("signature")
    assert above_it == theme.colour("surface")


@pytest.mark.parametrize("drawing", [(), (((500, 150, 0),),), (((500, 150, 0), (510, 150, 0)), ((20, 20, 0),))])
def test_a_slip_of_the_pen_is_no_signature(pad: SignaturePad, drawing: tuple[tuple[tuple[int, int, int], ...]]) -> None:
    pad.show_strokes(drawing)
    assert pad.is_blank()
    assert pad.spoken_words() == "Not signed"


def test_a_cross_is_a_mark_and_counts_as_signed(pad: SignaturePad) -> None:
    draw(pad, (200, 40), (230, 70))
    draw(pad, (230, 40), (200, 70))
    assert not pad.is_blank()
    assert pad.spoken_words() == "Signed, 2 strokes"


def test_delete_clears_and_control_z_brings_it_back(pad: SignaturePad, qtbot: QtBot) -> None:
    draw(pad, (50, 75), (250, 75))
    drawing = pad.strokes()
    with qtbot.waitSignal(pad.changed):
        QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes() == ()
    with qtbot.waitSignal(pad.changed):
        QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.strokes() == drawing


def test_undo_takes_the_last_line_back_of_a_drawing_loaded_again(pad: SignaturePad) -> None:
    pad.show_strokes((((0, 0, 0), (500, 0, 0)), ((0, 90, 0), (500, 90, 0))))
    pad.undo()
    assert pad.strokes() == (((0, 0, 0), (500, 0, 0)),)


def test_a_line_begun_when_the_page_is_hidden_is_not_lost(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 75))
    QTest.mouseMove(pad, QPoint(250, 75))
    pad.hide()
    assert pad.strokes() == (((100, 150, 0), (500, 150, 0)),)


def test_a_screen_reader_meets_a_picture_with_a_name_and_its_state(pad: SignaturePad) -> None:
    pad.setAccessibleName("Their signature")
    interface = QAccessible.queryAccessibleInterface(pad)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "Their signature"
    assert interface.text(QAccessible.Text.Description) == "Not signed"


def test_the_text_of_a_drawing_has_no_spaces_and_reads_back_as_the_same_drawing() -> None:
    drawing = (((1, 2, 0), (3, 4, 0)), ((5, 6, 0),))
    assert canonical(drawing) == "[[[1,2,0],[3,4,0]],[[5,6,0]]]"
    assert strokes_in(canonical(drawing)) == drawing
    assert canonical(()) == ""


@pytest.mark.parametrize("text", ["", "[]", "not json", "{}", "[[1]]", "7", '[[["a",1,2]]]', "[[[1,2]]]"])
def test_a_text_that_stands_for_no_drawing_shows_an_empty_pad(text: str) -> None:
    assert strokes_in(text) == ()
