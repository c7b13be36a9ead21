"""Nothing is asked to be erased before it was said who asks, why, and that they know it is for ever."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.operations.erasing import AskedBy, WouldErase
from app.ui.finishing.eraseask import WHO, WHY, EraseAskPage
from app.ui.shell.askingerased import erase_shown
from protocol.keeping import ErasureWhy


def test_it_is_asked_only_when_all_of_it_was_said(qtbot: QtBot) -> None:
    page = EraseAskPage()
    qtbot.addWidget(page)
    page.begin(erase_shown(WouldErase(2, 1, ("Priya Nair",), on_a_stick=True), "Ambleton"))
    for group, code in zip(page._groups, ("law", "in-error"), strict=True):
        assert not page._ask.isEnabled()
        next(one for one in group.buttons() if one.property("code") == code).click()
    assert not page._ask.isEnabled()
    page._sure.click()
    with qtbot.waitSignal(page.asked, check_params_cb=lambda who, why: (who, why) == ("law", "in-error")):
        page._ask.click()
    page.begin(erase_shown(None, "Ambleton"))
    assert not page._ask.isEnabled()


def test_every_code_has_its_words_and_what_cannot_be_reached_is_said() -> None:
    assert set(WHO) == {one.value for one in AskedBy}
    assert set(WHY) == {one.value for one in ErasureWhy} - {"refused"}
    shown = erase_shown(WouldErase(2, 1, ("Priya Nair",), on_a_stick=True), "Ambleton")
    assert shown.stays[0] == "What Priya Nair has read already."
    assert any("1 sealed copy not sent yet" in line for line in shown.goes)
    assert any("stick" in line for line in shown.stays)
