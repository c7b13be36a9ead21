"""In the real program: every look of a whole walk is written down, an older copy is told of, and a list is saved."""

from __future__ import annotations

import re
import shutil
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from furnished import Furnished, Opened, furnish, opened, settle
from larkrise import PASSPHRASE
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from tour import coordinator, everything_shown, practitioner

from app.storage import noticed
from app.storage.database import Transaction
from app.storage.seats import seat_folder
from app.storage.vault import open_vault
from app.sync.status import Reach, SyncStatus
from app.ui.shell.looksroom import ACCOUNT_NAME
from app.ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

CONTENT = (
    "children|draft_answers|answer_history|saved_answers|record_bodies|private_notes|quick_notes|inbox|inbox_bodies"
)
READS = re.compile(rf"\b(?:FROM|JOIN) (?:{CONTENT})\b")
WRITES = re.compile(rf"\b(?:INTO|UPDATE|DELETE FROM) (?:{CONTENT}|drafts|draft_\w+|records)\b")
NO_LOOK = {
    "refresh": "the same page again, because the courier brought something",
    "look_for_noticed": "no child is in it",
    "_erase_what_ended": "days are compared, and nobody sees a name",
    "_load_agreement": "that there is another record is told, and nothing of whom",
    "_show_before": "what an answer of the record that is open said before; to open it is the look",
    "_tell_copies": "how copies left is told, of a record that is open already",
    "_ask_to_start": "days of copies are told, and nothing of a record",
}


@pytest.fixture
def found(tmp_path: Path) -> Furnished:
    """Furnish laptops of this test's own."""
    return furnish(tmp_path / "laptops")


class Overheard:
    """Every piece of work that the windows gave to the vault: who asked for it, and what it ran."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[set[str], list[str]]] = []
        self._running: list[str] = []
        for name in ("one", "all", "run"):
            self._listen(patch, name)
        asks, starts = Tasks.ask, Tasks.start
        patch.setattr(Tasks, "ask", lambda tasks, work: asks(tasks, self._overhearing(work)))
        patch.setattr(Tasks, "start", lambda tasks, work, *then: starts(tasks, self._overhearing(work), *then))

    def _listen(self, patch: pytest.MonkeyPatch, name: str) -> None:
        real = getattr(Transaction, name)

        def heard(tx: Transaction, statement: str, *values: Any) -> Any:
            self._running.append(statement)
            return real(tx, statement, *values)

        patch.setattr(Transaction, name, heard)

    def _overhearing(self, work: Callable[[Transaction], Any]) -> Callable[[Transaction], Any]:
        askers = {frame.name for frame in traceback.extract_stack() if "/app/" in frame.filename}

        def overheard(tx: Transaction) -> Any:
            self._running = []
            result = work(tx)
            self.asked.append((askers, self._running))
            return result

        return overheard

    def looks(self) -> Iterator[tuple[set[str], str]]:
        """Yield each piece of work that read something of a child, with all its statements in one."""
        for askers, statements in self.asked:
            ran = "\n".join(statements)
            if READS.search(ran) and askers:
                yield askers, ran


@pytest.mark.parametrize(("who", "way"), [("practitioner", practitioner), ("coordinator", coordinator)])
def test_every_look_of_a_whole_walk_is_in_the_audit(  # noqa: PLR0913, PLR0917 -- a whole program and two ways
    qapp: QApplication,
    found: Furnished,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    who: str,
    way: Callable[[Opened, Furnished], Iterator[str]],
) -> None:
    with opened(qapp, getattr(found, who), tmp_path) as program:
        overheard = Overheard(monkeypatch)
        program.unlock()
        program.let_the_courier_rest(SyncStatus(Reach.NO_CONNECTION))  # it reads in order to seal, and shows nobody
        screens = sum(1 for _ in way(program, found))
        looks = list(overheard.looks())
        monkeypatch.undo()
    unwritten = [
        (sorted(askers), ran)
        for askers, ran in looks
        if "INTO audit" not in ran and not WRITES.search(ran) and not askers & set(NO_LOOK)
    ]
    assert unwritten == []
    assert len(looks) >= 2
    assert screens >= 2


def test_an_older_copy_is_told_of_until_somebody_has_read_it(
    qapp: QApplication, found: Furnished, tmp_path: Path
) -> None:
    folder = seat_folder(found.practitioner, "")
    older = shutil.copy(folder / "vault.db", tmp_path / "older.db")
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        assert "older copy" not in everything_shown(program.window)
    shutil.copy(older, folder / "vault.db")
    for _ in range(2):
        with opened(qapp, found.practitioner, tmp_path) as program:
            program.unlock()
            settle()
            assert "This may be an older copy of your work" in everything_shown(program.window)
            assert "Ruby Marsh" in {row.name for row in program.room.home._families._rows}
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        program.hands.click("noticed.read")
        assert "older copy" not in everything_shown(program.window)
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        assert "older copy" not in everything_shown(program.window)
        assert program.program.tasks.ask(noticed.standing) == ()


def test_the_list_is_reached_from_home_by_key_and_a_childs_part_of_it_saved(
    qapp: QApplication, found: Furnished, tmp_path: Path
) -> None:
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        offered: list[str] = []
        bench = program.room._bench

        def choose(name: str) -> Path:
            offered.append(name)
            return tmp_path / name

        program.room.beside.looks._bench = replace(bench, choose_file=choose)
        program.hands.click("home.looks")
        page = program.room.beside.looks.page
        assert {"Ruby Marsh", "Mason Reid"} <= {line.child for line in page._model.lines}
        page._child.setCurrentIndex(page._child.findText("Noah Marsh"))
        page.wanted_changed.emit()
        assert {line.child for line in page._model.lines} == {"Noah Marsh"}
        program.hands.click("looks.save")
        assert "The list is saved" in everything_shown(program.window)
        assert offered == [ACCOUNT_NAME]
        program.hands.click("looks.back")
        assert page._model.lines == ()
    words = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / ACCOUNT_NAME).pages)
    assert "Noah Marsh" in words
    assert not [name for name in ("Mason", "Ruby", "Erin", "Heron Close") if name in words]
    assert (tmp_path / ACCOUNT_NAME).stat().st_mode & 0o777 == 0o600


def test_after_a_pause_the_journal_is_folded_in_and_the_witness_stands_for_it(
    qapp: QApplication, found: Furnished, tmp_path: Path
) -> None:
    with opened(qapp, found.practitioner, tmp_path) as program:
        program.unlock()
        vault = program.program.tasks.vault_thread.vault
        program.program._pause.setInterval(10)
        program.room.open_family(found.writing, step="as")
        program.hands.type("as.reason", "Carly asked again.")
        program.hands.until(lambda: vault._journal_bytes() == 0, "the folding in")
    assert open_and_signs(seat_folder(found.practitioner, "")) == ()


def open_and_signs(folder: Path) -> tuple[str, ...]:
    vault = open_vault(folder, PASSPHRASE)
    signs = vault.signs
    vault.lock()
    return signs
