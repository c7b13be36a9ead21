"""The screen's words in another language: no fixed word is left out, and none is spoken before its review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile
from xml.etree import ElementTree as ET

import fixedwords
import pytest
import screenwords
from bracketed import CLOSED, OPENED, marked_everywhere, unmarked
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from unspoken import ELSEWHERE, NOT_SHOWN, WHOLE

from app.domain.copyfor import CopyFor
from app.domain.denied import ChildsSay
from app.domain.letter import LetterKind
from app.look import speech
from app.look.kit import Text
from app.look.speech import if_ours, speak, told, tr
from app.operations.copies import CopyNote
from app.operations.leaving import Way
from app.operations.letters import NOT_AGREED
from app.said import one_after_another, said
from app.ui.counting import NOUNS, counted
from app.ui.finishing.copy import CopyPage
from app.ui.paperspage import PapersPage

NOON = datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
NAMES_OF_LANGUAGES = {"English", "Cymraeg"}
"""What a language calls itself is the same in each."""


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    """Speak the marked language."""
    with marked_everywhere(qapp):
        yield


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


def test_every_fixed_word_of_the_windows_is_gathered() -> None:
    found = [
        f"{file.relative_to(fixedwords.ROOT)}:{node.lineno}: {fixedwords.text_of(node)}"
        for file in fixedwords.files()
        for node in fixedwords.loose(file)
    ]
    assert found == [], "write it inside tr (noted, in a table), or give its reason in tests/house/unspoken.py"


def test_a_new_word_that_is_not_gathered_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.py"
    page.write_text(
        '"""A page."""\n'
        "def show(name, ready):\n"
        '    go("page.go", "Go on", tr("Stop here"))\n'
        '    tell(f"Hello {name}", "waiting" if ready else "not yet there")\n'
        '    Text("today")\n'
        '    setObjectName("Page one")\n'
        '    return {"A key": tr("Yes")}\n'
    )
    monkeypatch.setattr(fixedwords, "ROOT", tmp_path)
    found = {fixedwords.text_of(node) for node in fixedwords.loose(page)}
    assert found == {"Go on", "Hello {}", "waiting", "not yet there", "today"}
    assert set(fixedwords.gathered(page)) == {"Stop here", "Yes"}


def test_what_is_not_gathered_for_a_reason_is_still_there() -> None:
    for here in {*WHOLE, *NOT_SHOWN, *ELSEWHERE}:
        assert (fixedwords.ROOT / here).exists(), here
    for here, (words, reason) in NOT_SHOWN.items():
        literals = fixedwords.words_in(fixedwords.ROOT / here)
        assert words <= literals, here
        assert reason


def test_what_is_counted_has_a_phrase_for_one_and_for_more() -> None:
    assert fixedwords.nouns_counted() <= set(NOUNS)
    assert [counted(number, "sealed copy") for number in (0, 1, 2)] == [
        "0 sealed copies",
        "1 sealed copy",
        "2 sealed copies",
    ]


@pytest.mark.usefixtures("marked")
def test_a_sentence_said_below_the_windows_is_translated_with_what_was_put_in() -> None:
    wait = said("Please wait {time}.", time=said("{minutes} minutes", minutes=5))
    assert wait == "Please wait 5 minutes."
    assert tr(wait) == "⟦Please wait ⟧⟦⟧5⟦ minutes⟧⟦.⟧"
    assert unmarked(tr(one_after_another(("Kept.", "", wait)))).split() == ["5"]
    assert (if_ours("{Ruby}"), if_ours(said("New child"))) == ("{Ruby}", f"{OPENED}New child{CLOSED}")
    assert told([("yes", "Yes")]) == [("yes", f"{OPENED}Yes{CLOSED}")]
    assert tr("") == ""
    assert unmarked(f"{tr(wait)} Ruby").split() == ["5", "Ruby"]


def test_our_own_language_needs_no_file(qapp: QApplication) -> None:
    assert not speak(qapp, "en")
    assert tr("Leave a copy") == "Leave a copy"


def test_every_translation_has_the_words_of_today_and_keeps_their_blanks() -> None:
    for file in screenwords.FOLDER.glob("ecaf_*.ts"):
        assert file.read_text(encoding="utf-8") == screenwords.renewed(file), "run tests/house/screenwords.py"
        for ours, (theirs, finished) in screenwords.translated(file).items():
            assert theirs.strip() or not finished, ours
            assert not theirs or blanks(ours) == blanks(theirs), ours


def blanks(words: str) -> list[str]:
    """Return what is put into a sentence, whatever the order."""
    return sorted(part.split("}")[0] for part in words.split("{")[1:])


def test_what_a_family_reads_has_a_draft_in_welsh() -> None:
    welsh = screenwords.translated(screenwords.FOLDER / "ecaf_cy.ts")
    read = {words for file in fixedwords.files(fixedwords.FAMILYS) for words in fixedwords.gathered(file)}
    read.update(*(fixedwords.shown_from_below(file) for file in fixedwords.files(fixedwords.FAMILYS_BELOW)))
    assert len(read) > 350
    assert sorted(words for words in read if not welsh[words][0]) == []


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
    finish(file)
    screenwords.make(file)
    assert speak(qapp, "cy")
    assert tr("Leave a copy") == "Gadael copi"
    spoken = next(each for each in qapp.findChildren(QTranslator) if each.filePath().startswith(str(tmp_path)))
    QCoreApplication.removeTranslator(spoken)


def finish(file: Path) -> None:
    """Finish every word, as a translator would: what has none yet keeps ours."""
    whole = ET.parse(file)  # noqa: S314 - a file of our own
    for message in whole.iter("message"):
        words = message.find("translation")
        assert words is not None
        words.attrib.clear()
        words.text = words.text or message.findtext("source")
    whole.write(file, encoding="utf-8", xml_declaration=True)
