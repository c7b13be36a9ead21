"""The page for six digits: a key shown once in groups, digits taken as they are typed, kind words for every slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
import zxingcpp
from benches import Table, opened
from larkrise import Laptop, by_hand, new_office
from pages_seen import Show, control, cut_off, focused, nameless, press, tab_stops, words_on
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.look.kit import Text
from app.look.square import QUIET, SquareCode, modules
from app.look.theme import theme
from app.look.tokens import PaletteName
from app.sync.client import EndpointClient, EndpointRefused
from app.sync.status import Reach, SyncStatus
from app.sync.troubles import ComeAgain, Unreachable
from app.ui.coordinator.digits import DigitsPage
from app.ui.coordinator.inbox import InboxPage
from app.ui.shell.deskroom import DeskRoom
from app.ui.shell.digitsroom import DigitsRoom
from protocol.codec import decode, encode
from protocol.factor import FactorCode, FactorSecret, FactorStanding
from protocol.problems import Problem

KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
ADDRESS = "otpauth://totp/eCAF?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=eCAF"
NOT_LINKED = FactorStanding(needed=True, set_up=False, until="")
LINKED = FactorStanding(needed=True, set_up=True, until="")
PROVED = FactorStanding(needed=True, set_up=True, until="2026-11-26T21:05:00Z")


class Answers:
    """An endpoint that answers what a test laid ready, at once, and remembers which digits came."""

    def __init__(self) -> None:
        self.ready: list[Any] = []
        self.digits: list[str] = []

    def ask(self, _method: str, _path: str, _largest: int, body: bytes = b"") -> bytes:
        self.digits += [decode(body, FactorCode).code] if body else []
        answer = self.ready.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return encode(answer)

    def run(
        self, work: Callable[[EndpointClient], Any], then: Callable[[Any], None], trouble: Callable[[Exception], None]
    ) -> None:
        try:
            answer = work(self)  # type: ignore[arg-type]  # all that is asked here is asked by this
        except (EndpointRefused, Unreachable) as fault:
            trouble(fault)
        else:
            then(answer)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    folder = tmp_path_factory.mktemp("table")
    table = opened(Laptop.new(folder / "priya", by_hand(new_office(folder / "office"), "coordinator")))
    yield table
    table.bench.tasks.vault_thread.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def room(table: Table, answers: Answers, show: Show) -> DigitsRoom:
    room = DigitsRoom(replace(table.bench, ask_endpoint=answers.run))
    show(room)
    return room


def begun(qtbot: QtBot, room: DigitsRoom, answers: Answers, standing: FactorStanding, words: str) -> None:
    answers.ready.append(standing)
    room.begin()
    qtbot.waitUntil(lambda: words in words_on(room))


def type_digits(room: DigitsRoom, digits: str) -> None:
    box = control(room, "digits.code")
    QTest.keyClicks(box, digits)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_the_first_time_a_key_is_shown_in_groups_of_four_and_gone_when_the_page_is_left(
    qtbot: QtBot, room: DigitsRoom, answers: Answers, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    QApplication.clipboard().clear()
    begun(qtbot, room, answers, NOT_LINKED, "link your phone")
    assert focused() is control(room, "digits.key")
    assert "GEZD" not in words_on(room)
    square = control(room, "digits.square")
    assert isinstance(square, SquareCode)
    answers.ready.append(FactorSecret(KEY))
    press(room, "digits.key")
    qtbot.waitUntil(lambda: "GEZD\nGNBV\nGY3T\nQOJQ\nGEZD\nGNBV\nGY3T\nQOJQ" in words_on(room))
    assert not square.is_blank()
    assert focused() is control(room, "digits.code")
    answers.ready.append(PROVED)
    type_digits(room, "123 456")
    qtbot.waitUntil(lambda: "Thank you, that is right." in words_on(room))
    assert answers.digits == ["123456"]
    assert "on Thursday 26 November 2026" in words_on(room)
    assert "GEZD" not in words_on(room)
    assert square.is_blank()
    assert focused() is control(room, "digits.back")
    assert QApplication.clipboard().text() == ""
    assert not [line for line in caplog.messages if KEY in line or "otpauth" in line]
    room.forget()
    assert "Thank you" not in words_on(room)


def test_a_linked_phone_is_asked_for_digits_alone_and_what_was_typed_is_gone_when_the_page_is_left(
    qtbot: QtBot, room: DigitsRoom, answers: Answers
) -> None:
    begun(qtbot, room, answers, LINKED, "As your phone shows them")
    assert "link your phone" not in words_on(room)
    assert "If the phone is lost, or new" in words_on(room)
    box = control(room, "digits.code")
    assert focused() is box
    QTest.keyClicks(box, "12")
    room.forget()
    assert isinstance(box, QLineEdit)
    assert box.text() == ""


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_not_six_digits_is_never_sent(qtbot: QtBot, room: DigitsRoom, answers: Answers, typed: str) -> None:
    begun(qtbot, room, answers, LINKED, "As your phone shows them")
    box = control(room, "digits.code")
    assert isinstance(box, QLineEdit)
    box.setText(typed)
    press(room, "digits.go")
    assert "Those are not six digits." in words_on(room)
    assert answers.digits == []


def test_each_slip_leaves_the_keyboard_where_the_next_digits_go(
    qtbot: QtBot, room: DigitsRoom, answers: Answers
) -> None:
    begun(qtbot, room, answers, LINKED, "As your phone shows them")
    for trouble, words in (
        (EndpointRefused(Problem.FACTOR_WRONG), "wait for the next ones"),
        (ComeAgain(31), "in 31 seconds"),
        (Unreachable(), "no connection to your authority"),
    ):
        answers.ready.append(trouble)
        type_digits(room, "123456")
        qtbot.waitUntil(lambda words=words: words in words_on(room))  # type: ignore[misc]
        assert "Your own work goes on without it." in words_on(room)
        assert focused() is control(room, "digits.code")
    assert answers.digits == ["123456"] * 3  # what was there is selected, and typed over


def test_where_it_is_not_asked_or_was_given_the_page_says_so(qtbot: QtBot, room: DigitsRoom, answers: Answers) -> None:
    begun(qtbot, room, answers, FactorStanding(needed=False, set_up=False, until=""), "does not ask you")
    assert not control(room, "digits.code").isVisible()
    begun(qtbot, room, answers, PROVED, "It counts on this laptop until")
    assert not control(room, "digits.code").isVisible()


def read_off(page: QWidget) -> list[str]:
    """Return what a camera would read from a page, by a decoder of somebody else's making."""
    picture = page.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    across, lines = picture.bytesPerLine(), picture.height()
    seen = memoryview(bytes(picture.constBits())).cast("B", (lines, across))
    return [found.text for found in zxingcpp.read_barcodes(seen)]


@pytest.mark.parametrize(
    ("palette", "scale"), [("light", 1), ("dark", 1), ("contrast", 1), ("dark", 1.5), ("contrast", 2)]
)
def test_a_camera_reads_the_key_from_the_square_in_every_palette_and_size(
    qtbot: QtBot, show: Show, palette: PaletteName, scale: float
) -> None:
    theme.set_scale(scale)
    theme.set_palette(palette)
    page = DigitsPage()
    show(page, 1366, 696 if scale < 2 else 1000)
    page.show_linked(linked=False)
    assert read_off(page) == []
    page.show_key(KEY, ADDRESS)
    qtbot.waitUntil(lambda: read_off(page) == [ADDRESS])
    page.forget()
    page.show_linked(linked=False)
    assert read_off(page) == []


def test_the_square_is_of_whole_pixels_with_room_round_it_and_is_called_by_its_name(show: Show) -> None:
    square = SquareCode("A square", "The same stands beside it.")
    show(square)
    square.show_code(ADDRESS)
    picture, rows = square.grab().toImage(), modules(ADDRESS)
    pixels, over = divmod(picture.width(), len(rows) + 2 * QUIET)
    assert (pixels, over, picture.height()) == (5, 0, picture.width())
    drawn = [
        bytes(picture.pixelColor(x, y).value() < 128 for x in range(pixels // 2, picture.width(), pixels))
        for y in range(pixels // 2, picture.height(), pixels)
    ]
    inside = slice(QUIET, -QUIET)
    assert tuple(row[inside] for row in drawn[inside]) == rows
    assert sum(map(sum, drawn)) == sum(map(sum, rows))  # nothing dark stands outside
    assert {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())} == {
        0xFF000000,
        0xFFFFFFFF,
    }
    heard = QAccessible.queryAccessibleInterface(square)
    assert heard is not None
    assert heard.text(QAccessible.Text.Name) == "A square"
    assert heard.text(QAccessible.Text.Description) == "The same stands beside it."
    assert heard.role() == QAccessible.Role.Graphic


def key_on(page: DigitsPage) -> list[Text]:
    return [text for text in page.findChildren(Text) if text.words and text.words in KEY and text.isVisible()]


@pytest.mark.parametrize("scale", [1, 2])
def test_nothing_is_cut_off_and_everything_can_be_reached_and_called_by_its_name(
    qtbot: QtBot, show: Show, scale: float
) -> None:
    theme.set_scale(scale)
    page = DigitsPage()
    show(page, 1366 if scale == 1 else 1000)
    page.show_linked(linked=False)
    QApplication.processEvents()
    page.show_key(KEY, ADDRESS)
    qtbot.waitUntil(lambda: all(not text.visibleRegion().isEmpty() for text in key_on(page)))
    assert cut_off(page) == []
    assert len(key_on(page)) == 8
    assert nameless(page) == []
    assert {"digits.back", "digits.key", "digits.code", "digits.go"} <= set(tab_stops())


def test_the_desk_says_kindly_that_digits_are_asked_and_both_ways_lead_to_their_page(
    qtbot: QtBot, show: Show, table: Table
) -> None:
    desk = DeskRoom(table.bench)
    show(desk)
    assert not control(desk, "inbox.digits").isVisible()
    desk.hear(SyncStatus(Reach.REACHED, asks_digits=True))
    assert "Your authority asks for six digits from your phone" in words_on(desk)
    for way in ("inbox.digits", "inbox.collect"):
        with qtbot.waitSignal(desk.inbox.doors.to_digits):
            press(desk, way)
    desk.hear(SyncStatus(Reach.REACHED))
    assert not desk.inbox.asks_digits()
    assert isinstance(desk.inbox, InboxPage)
