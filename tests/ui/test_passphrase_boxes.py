"""The boxes for a passphrase: covered while it is typed, pasted into, as long as anybody likes, no hint asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages_seen import Show, control
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.ui.bringback import BringBackPage
from app.ui.entrance import EnrolPage, PassphrasePage, UnlockPage
from app.ui.forgotten import CodeEntryPage, ForgottenPage, WaitingPage
from app.ui.keyspage import ProofPage
from app.ui.newwords import NewWordsPage

PAGES: dict[str, Callable[[], QWidget]] = {
    "unlock": UnlockPage,
    "first words": PassphrasePage,
    "new words": lambda: NewWordsPage("change", "Your new words", "", "Use these from now on", "Not now"),
    "proof": lambda: ProofPage("Change the key", "", "Change it"),
    "holders": WaitingPage,
    "backup": BringBackPage,
    "code": CodeEntryPage,
    "ways": ForgottenPage,
    "team": EnrolPage,
}
CODES = {"recover.code", "enrol.code"}
"""Long random codes on paper, which nobody has in mind."""
LENGTH = 500


def boxes(page: QWidget) -> dict[str, QLineEdit]:
    return {box.objectName(): box for box in page.findChildren(QLineEdit)}


@pytest.mark.parametrize("name", PAGES)
def test_a_passphrase_is_covered_while_it_is_typed(show: Show, name: str) -> None:
    """All but the five offered words, which are typed back from the paper they were copied to a moment before."""
    page = PAGES[name]()
    show(page)
    secret = {
        name: box
        for name, box in boxes(page).items()
        if box.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData and not name.endswith(".again")
    }
    assert {name for name, box in secret.items() if box.echoMode() is not QLineEdit.EchoMode.Password} <= CODES
    assert secret or name == "ways"


def test_a_passphrase_can_be_pasted_and_is_as_long_as_anybody_likes(show: Show) -> None:
    page = PAGES["new words"]()
    show(page)
    heard: list[str] = []
    assert isinstance(page, NewWordsPage)
    page.own_offered.connect(heard.append)
    QTest.mouseClick(control(page, "change.choose_own"), Qt.MouseButton.LeftButton)
    long = "tŷ glas, 7 kettles & a slow piano! " * (LENGTH // 34)
    QApplication.clipboard().setText(long)
    for name in ("change.own", "change.own_again"):
        box = control(page, name)
        box.setFocus()
        QTest.keySequence(box, QKeySequence(QKeySequence.StandardKey.Paste))
    QTest.mouseClick(control(page, "change.create"), Qt.MouseButton.LeftButton)
    QApplication.clipboard().clear()
    assert heard == [long]
    assert len(long) > LENGTH - 34


def test_the_door_asks_for_the_passphrase_and_for_nothing_else_somebody_could_remember() -> None:
    assert list(boxes(UnlockPage())) == ["unlock.passphrase"]
    assert not boxes(ForgottenPage())
    assert list(boxes(CodeEntryPage())) == ["recover.code"]
    assert list(boxes(WaitingPage())) == ["waiting.words"]
    assert list(boxes(EnrolPage())) == ["enrol.address", "enrol.code"]
