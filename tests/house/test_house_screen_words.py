"""The screen's words in another language: on these pages none is left out, and none is spoken before its review.

Which pages these are stands in ``PAGES``; the others are not wrapped yet, and the state of things says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest
import screenwords
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.copyfor import CopyFor
from app.domain.denied import ChildsSay
from app.domain.letter import LetterKind
from app.look import speech
from app.look.kit import Text
from app.look.speech import CONTEXT, speak, tr
from app.operations.copies import CopyNote
from app.operations.leaving import Way
from app.operations.letters import NOT_AGREED
from app.ui.finishing.copy import CopyPage
from app.ui.paperspage import PapersPage

NOON = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
OPENED, CLOSED = "⟦", "⟧"
NAMES_OF_LANGUAGES = {"English", "Cymraeg"}
"""What a language calls itself is the same in each."""


class Marked(QTranslator):
    """A language in which every word of ours that goes through ``tr`` stands in brackets."""

    def translate(
        self, context: str, source: str, _disambiguation: str | bytes | None = None, _n: int = -1
    ) -> str | None:
        """Return the words in brackets."""
        return f"{OPENED}{source}{CLOSED}" if context == CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there are words."""
        return False


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    """Speak the marked language."""
    language = Marked(qapp)
    assert qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


def a_copy_page() -> QWidget:
    page = CopyPage()
    page.know_languages(dict.fromkeys(CopyFor, ("en-GB", "cy")))
    page.show_childs_say(ChildsSay.NOT_ASKED)
    page.show_notes([CopyNote(NOON, reader, way) for reader, way in ((CopyFor.EASY, None), ("", Way.SAVED))])
    page.show_saved()
    return page


def a_papers_page() -> QWidget:
    page = PapersPage()
    page.show_languages(("en-GB", "cy"))
    page.show_ready({LetterKind.REMINDER: NOT_AGREED})
    page.show_shown()
    return page


PAGES: dict[str, Callable[[], QWidget]] = {"copy": a_copy_page, "papers": a_papers_page}


def said_on(page: QWidget) -> set[str]:
    """Return everything a page says: words, buttons, and names for whoever listens."""
    words = {text.words for text in page.findChildren(Text)}
    buttons = {button.text() for button in page.findChildren(QAbstractButton)}
    return {said.strip() for said in words | buttons if said.strip()} - NAMES_OF_LANGUAGES


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("which", PAGES)
def test_a_page_a_family_sees_has_no_word_that_cannot_be_translated(qtbot: QtBot, which: str) -> None:
    page = PAGES[which]()
    qtbot.addWidget(page)
    said = said_on(page)
    assert len(said) > 15
    assert {words for words in said if not words.startswith(OPENED) or not words.endswith(CLOSED)} == set()


def test_our_own_language_needs_no_file(qapp: QApplication) -> None:
    assert not speak(qapp, "en")
    assert tr("Leave a copy") == "Leave a copy"


def test_every_translation_has_the_words_of_today_and_keeps_their_blanks() -> None:
    for file in screenwords.FOLDER.glob("ecaf_*.ts"):
        assert file.read_text(encoding="utf-8") == screenwords.renewed(file), "run tests/house/screenwords.py"
        for ours, (theirs, _) in screenwords.translated(file).items():
            assert theirs.strip()
            assert ours.count("{") == theirs.count("{")


def test_what_awaits_its_translator_is_not_spoken(qapp: QApplication) -> None:
    assert not list(screenwords.FOLDER.glob("ecaf_*.qm"))
    assert not speak(qapp, "cy")


def test_once_every_word_is_finished_it_is_spoken(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "i18n" / "ecaf_cy.ts"
    file.parent.mkdir()
    copyfile(screenwords.FOLDER / file.name, file)
    monkeypatch.setattr(speech, "resources", lambda: tmp_path)
    screenwords.make(file)
    assert not speak(qapp, "cy")
    file.write_text(file.read_text(encoding="utf-8").replace(' type="unfinished"', ""), encoding="utf-8")
    screenwords.make(file)
    assert speak(qapp, "cy")
    assert tr("Leave a copy") == "Gadael copi"
    spoken = next(each for each in qapp.findChildren(QTranslator) if each.filePath().startswith(str(tmp_path)))
    QCoreApplication.removeTranslator(spoken)
