"""Each paper that leaves the vault in the real program: it is told, it is written down, and the tray is empty after."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from furnished import Furnished, Opened, furnish, opened
from pages_seen import words_on
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from tour import child_of

from app.operations.reviewing import Wanted, review


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Return laptops with families on them."""
    return furnish(tmp_path_factory.mktemp("laptops"))


class Viewer:
    """Stands for the system's program that shows PDFs; it keeps what it was shown, as such programs may."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.papers: list[bytes] = []

    def show(self, path: Path) -> bool:
        """Show a file."""
        self.paths.append(path)
        self.papers.append(path.read_bytes())
        return True

    def text(self) -> str:
        """Return the words on the last paper."""
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(self.papers[-1])).pages)


def ask_for_copy(program: Opened, found: Furnished, button: str, said: str) -> None:
    program.room.open_family(found.signed)
    program.go_to("copy")
    program.hands.choose("copy.for:parent")
    program.hands.choose("copy.safe:yes")
    program.hands.click(button)
    program.hands.until(lambda: said in words_on(program.window), said)


def ask_for_note(program: Opened, found: Furnished, button: str, said: str) -> None:
    program.room.open_family(found.declining)
    program.go_to("c1")
    program.hands.click("start.agree")
    program.hands.click(button)
    program.hands.until(lambda: said in words_on(program.window), said)


def ask_for_letter(program: Opened, found: Furnished, button: str, said: str) -> None:
    program.room.open_family(found.signed)
    program.hands.click("room.papers")
    program.hands.choose("papers.safe:yes")
    program.hands.click(button)
    program.hands.until(lambda: said in words_on(program.window), said)


def ask_for_bundle(program: Opened, found: Furnished, button: str, said: str) -> None:
    program.room.go_home()
    program.room.show_looks()
    program.hands.pick("looks.child", child_of(program, found.signed))
    program.room.beside.looks.refresh()
    program.hands.click("looks.bundle")
    program.hands.choose("bundle.for:parent")
    program.hands.click(button)
    program.hands.until(lambda: said in words_on(program.window), said)


PRESSED = {
    "copy": ("copy.print", "copy.save"),
    "refusal": ("refusal.print", "refusal.note"),
    "letter": ("papers.print:agreement-reminder", "papers.save:agreement-reminder"),
    "bundle": ("bundle.print", "bundle.save"),
}
"""The buttons that open a paper to be printed, and that save it."""


def left(program: Opened) -> list[str]:
    """Return what the list of what left says, newest first."""
    workplace = program.room._bench.workplace
    found = program.program.tasks.ask(lambda tx: review(tx, workplace, Wanted(only_left=True)))
    return [told.what for told in found.told]


Ask = Callable[[Opened, Furnished, str, str], None]


@pytest.mark.parametrize(
    ("ask", "name", "word", "saved", "shown"),
    [
        (
            ask_for_copy,
            "copy",
            "Noah",
            "Saved the family’s copy as a file, for a parent or carer",
            "Opened the family’s copy in another program, to print it, for a parent or carer",
        ),
        (
            ask_for_note,
            "refusal",
            "Kayden",
            "Saved a note of a refusal as a file",
            "Opened a note of a refusal in another program, to print it",
        ),
        (
            ask_for_letter,
            "letter",
            "Carly",
            "Saved a letter on what was agreed as a file",
            "Opened a letter on what was agreed in another program, to print it",
        ),
        (
            ask_for_bundle,
            "bundle",
            "Noah",
            "Saved everything held about a child as a file, for a parent or carer",
            "Opened everything held about a child in another program, to print it, for a parent or carer",
        ),
    ],
)
def test_a_paper_is_printed_from_the_tray_or_saved_and_either_is_told_and_written_down(  # noqa: PLR0913, PLR0917
    qapp: QApplication, found: Furnished, tmp_path: Path, ask: Ask, name: str, word: str, saved: str, shown: str
) -> None:
    viewer, (show, save) = Viewer(), PRESSED[name]
    with opened(qapp, found.practitioner, tmp_path, show_file=viewer.show) as program:
        program.unlock()
        ask(program, found, show, "is open in another program")
        assert "may keep traces" in words_on(program.window)
        assert word in viewer.text()
        (path,) = viewer.paths
        assert (path.parent, word in path.name) == (found.practitioner / "tray", False)
        assert left(program)[0] == shown
        ask(program, found, save, "is saved")
        assert "Nothing protects the file" in words_on(program.window)
        assert left(program)[0] == saved
        assert path.exists()
        program.program.lock()
    assert not path.exists()
    assert program.told == ["started afresh", "left with 0"]


def test_where_no_program_shows_pdfs_it_says_to_save_it(qapp: QApplication, found: Furnished, tmp_path: Path) -> None:
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        ask_for_copy(program, found, "copy.print", "No program on this laptop could open it.")
        assert list((found.practitioner / "tray").iterdir()) == []


def test_what_left_is_found_in_the_list_with_one_tick(qapp: QApplication, found: Furnished, tmp_path: Path) -> None:
    with opened(qapp, found.practitioner, tmp_path, show_file=Viewer().show) as program:
        program.unlock()
        ask_for_copy(program, found, "copy.print", "is open in another program")
        program.hands.click("bar.home")
        program.hands.click("home.looks")
        program.hands.click("looks.only_left")
        lines = program.room.beside.looks.page._model.lines
        assert (lines[0].child, lines[0].what.split(" in ")[0]) == ("Noah Marsh", "Opened the family’s copy")
        assert "Read the record" not in {line.what for line in lines}
        program.hands.click("looks.only_left")
        assert "Read the record" in {line.what for line in program.room.beside.looks.page._model.lines}
