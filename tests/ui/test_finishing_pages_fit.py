"""Every page of finishing fits a small laptop at every text size, and a screen reader can name all of it."""

from collections.abc import Callable

import pytest
from pages_seen import cut_off, nameless
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.answers import Answers
from app.errors import Trouble
from app.look.kit import theme
from app.look.tokens import TARGET_HEIGHT, PaletteName
from app.ui.finishing.copy import CopyPage
from app.ui.finishing.refusal import KindStop, RefusalPage
from app.ui.finishing.sharing import SharingPage
from app.ui.finishing.sign import SignPage
from app.ui.finishing.where import Place, WhereLine, WherePage, WhereState
from app.ui.notes import PrivateNotes
from app.ui.states import ReadLine, ReadSection

LONG = "Since September he has been in school 72 of 120 sessions, with 22 lates, and Carly does the school run alone."
LINES = (
    ReadSection("Story so far", (ReadLine("st.story", "Story so far", LONG),)),
    ReadSection("Mason’s own words", (ReadLine("cm.child", "Mason said", "I like PE and Ben.", is_quote=True),)),
)
ANSWERS: Answers = {
    "c2.share": "no",
    "c2.list": ("aa", "bb"),
    "c2.list/aa/c2.list.service": "Ambleton Early Years and Family Support Partnership (Larkrise and Tarn)",
    "c2.list/aa/c2.list.until": "2027-03-31",
    "c2.withheld": ("cm.child",),
}


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()


def sharing() -> QWidget:
    page = SharingPage()
    page.load(ANSWERS)
    page.show_lines(LINES)
    for name in ("c2.list/aa/c2.list.withheld", "c2.list/bb:remove"):
        press(page, name)
    return page


def signing(route: str) -> QWidget:
    page = SignPage()
    page.load({"c2.route": route})
    page.show_final(LINES, ("Early help coordinator: yes",), LONG, "Version 2")
    page.show_missing(("Do they agree to it being shared as listed? Please choose yes or no.",))
    return page


def copy() -> QWidget:
    page = CopyPage()
    press(page, "copy.safe:no")
    page.show_trouble(Trouble("The stick is full.", "Nothing is lost.", "Try another one."))
    return page


def where() -> QWidget:
    page = WherePage()
    line = WhereLine(Place.TROUBLE, "For the Children’s Centre", "Please ask Carly again.")
    page.show_where(WhereState(Place.WAITING, "Waiting to be sent", "3 finished, 2 received, 0 gaps", (line,)))
    return page


def stop() -> QWidget:
    page = KindStop()
    page.show_stop("It cannot be finished yet", (LONG, "There is no signature in the box yet."))
    return page


def notes() -> QWidget:
    page = PrivateNotes()
    page.show_notes((("1", LONG), ("2", "")))
    return page


PAGES: dict[str, Callable[[], QWidget]] = {
    "sharing": sharing,
    "drawn": lambda: signing("drawn"),
    "typed": lambda: signing("typed"),
    "spoken": lambda: signing("spoken"),
    "paper": lambda: signing("paper"),
    "copy": copy,
    "where": where,
    "refusal": RefusalPage,
    "stop": stop,
    "notes": notes,
}


def shown(qtbot: QtBot, name: str, width: int = 1074) -> QWidget:
    page = PAGES[name]()
    qtbot.addWidget(page)
    page.resize(width, 696)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scale", "palette", "width"), [(1, "light", 1074), (1.5, "dark", 800), (2, "contrast", 1366)])
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    qtbot: QtBot, name: str, scale: float, palette: PaletteName, width: int
) -> None:
    theme.set_palette(palette)
    theme.set_scale(scale)
    page = shown(qtbot, name, width)
    QApplication.processEvents()
    assert cut_off(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_is_open_follows_a_change_of_text_size(qtbot: QtBot, name: str) -> None:
    page = shown(qtbot, name, 1366)
    theme.set_scale(2)
    QApplication.processEvents()
    assert cut_off(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_a_role(qtbot: QtBot, name: str) -> None:
    assert nameless(shown(qtbot, name)) == []


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_be_pressed_is_large_enough(qtbot: QtBot, name: str) -> None:
    page = shown(qtbot, name)
    pressed = [button for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert pressed
    assert [button.objectName() for button in pressed if button.height() < TARGET_HEIGHT] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_alone_reaches_every_control(qtbot: QtBot, name: str) -> None:
    """A group of radio buttons is one stop, whose arrows reach the rest."""
    page = shown(qtbot, name)
    wanted = [
        widget.objectName()
        for widget in page.findChildren(QWidget)
        if widget.objectName() and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    met: set[str] = set()
    for _ in range(2 * len(wanted) + 10):
        focused = QApplication.focusWidget() or page
        met.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    groups = {name.rsplit(":", 1)[0] for name in met}
    assert [name for name in wanted if name not in met and name.rsplit(":", 1)[0] not in groups] == []
