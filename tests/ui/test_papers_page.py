"""The page of papers: what cannot be made says why, and no letter about a family leaves before it is safe at home."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit
from pytestqt.qtbot import QtBot

from app.domain.letter import FOR_HOME, LetterKind, Passing
from app.look.kit import Text
from app.ui.paperspage import TITLES, PapersPage


def shown(qtbot: QtBot, why_not: dict[LetterKind, str] | None = None) -> tuple[PapersPage, list[LetterKind]]:
    page, wanted = PapersPage(), list[LetterKind]()
    page.save_requested.connect(wanted.append)
    page.print_requested.connect(wanted.append)
    qtbot.addWidget(page)
    page.show_ready(why_not or {})
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    return page, wanted


def button(page: PapersPage, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    return found


def words(page: PapersPage) -> str:
    QApplication.processEvents()
    return "\n".join(text.words for text in page.findChildren(Text) if text.isVisible())


def test_every_letter_has_its_card(qtbot: QtBot) -> None:
    page, _wanted = shown(qtbot)
    assert set(TITLES) == set(LetterKind)
    assert all(button(page, f"papers.save:{kind}").isVisible() for kind in LetterKind)
    assert "Not yet" not in words(page)


def test_what_cannot_be_made_says_why_and_has_no_button(qtbot: QtBot) -> None:
    page, _wanted = shown(qtbot, {kind: "Not agreed." for kind in LetterKind if kind is not LetterKind.LEAFLET})
    assert f"{TITLES[LetterKind.REMINDER][0]}: Not agreed." in words(page)
    assert not button(page, f"papers.save:{LetterKind.REMINDER}").isVisible()
    assert button(page, f"papers.save:{LetterKind.LEAFLET}").isVisible()
    assert "safe to have letters at home" not in words(page)


def test_no_letter_for_home_leaves_before_it_is_said_to_be_safe_there(qtbot: QtBot) -> None:
    page, wanted = shown(qtbot)
    for kind in LetterKind:
        button(page, f"papers.save:{kind}").click()
    assert set(wanted) == set(LetterKind) - FOR_HOME
    wanted.clear()
    button(page, "papers.safe:no").click()
    button(page, f"papers.print:{LetterKind.REMINDER}").click()
    assert wanted == []
    button(page, "papers.safe:yes").click()
    button(page, f"papers.print:{LetterKind.REMINDER}").click()
    assert wanted == [LetterKind.REMINDER]


def test_to_whom_it_is_passed_on_is_read_and_then_forgotten(qtbot: QtBot) -> None:
    page, _wanted = shown(qtbot)
    box = page.findChild(QTextEdit, "papers.to")
    assert box is not None
    box.setPlainText("Brent")
    button(page, "papers.what:plan").click()
    assert page.passing() == Passing("Brent", ("plan",), agreed=False)
    button(page, "papers.agreed:yes").click()
    assert page.passing().agreed
    page.clear()
    assert page.passing() == Passing("", (), agreed=False)
