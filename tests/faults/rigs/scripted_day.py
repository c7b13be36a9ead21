"""A day at work whose every word carries a mark, as processes that can be killed: ``python -m rigs.scripted_day PART``.

``work FOLDER MARK SEED`` makes laptops with families on them and walks through every page, prints and saves what can be
saved. ``write HOME EPISODE MARK`` is the program as it is started, with hands that lay a paper in the tray and then
write until they are told to lock, or are killed. The passphrase comes over standard input and words go out over
standard output, a line each.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from random import Random
from select import select

import furnished
import pytest
import tour
from furnished import Furnished, Opened, furnish, opened
from larkrise import FORMS, PRIVATE, Visit
from pages_seen import words_on
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import log, main
from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.domain.record import RecordKind
from app.forms.definition import ItemKind
from app.hardening import leave_no_dump
from app.look.tokens import PaletteName
from app.operations.families import form_for
from app.ui.front import Front
from app.ui.program import Program
from app.ui.surroundings import Surroundings
from demonstration.hands import Hands

WORDS = frozenset({ItemKind.TEXT, ItemKind.STRING})
PALETTES: tuple[PaletteName, ...] = ("light", "dark", "contrast")
STEP, FIELD = "d1.behaviour", "d1.behaviour.needs"
KEYSTROKE_MS = 15
CHOSEN = "chosen"
"""The folder for what somebody chose to save."""


def tell(word: object) -> None:
    """Send one line to whoever directs the day."""
    print(json.dumps(word), flush=True)  # noqa: T201 -- the line to the test


def marked(answers: Answers, kind: RecordKind, mark: str) -> Answers:
    """Return answers with the mark in each that is in words."""
    form = form_for(FORMS, kind)

    def is_words(path: str) -> bool:
        return form.item(path.rsplit("/", 1)[-1]).kind in WORDS

    return {
        path: f"{said} {mark}" if isinstance(said, str) and is_words(path) else said for path, said in answers.items()
    }


def marked_laptops(folder: Path, mark: str) -> Furnished:
    """Make laptops with families on them, with the mark in every answer and in the private note."""
    first = Visit.write

    def write_marked(visit: Visit, answers: Answers, kind: RecordKind = RecordKind.ASSESSMENT) -> None:
        first(visit, marked(answers, kind, mark), kind)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Visit, "write", write_marked)
        patched.setattr(furnished, "PRIVATE", f"{PRIVATE} {mark}")
        return furnish(folder)


def work(folder: Path, mark: str, seed: str) -> None:
    """Make the laptops, and pass every page of the program on each; then save and print whatever can leave."""
    chance, chosen, nobody = Random(seed), folder / CHOSEN, folder / "nobody"
    for place in (chosen, nobody):
        place.mkdir()
    log.start(folder / "logs")
    application = main.make_application()
    found = marked_laptops(folder / "laptops", mark)
    with opened(application, nobody, chosen, show_file=Path.is_file) as program:
        secrets = arrive(program)
        program.program.close()
    pages = len(secrets)
    for home, way, is_open in tour.stretches(found, nobody):
        if way is tour.way_in:
            continue
        with opened(application, home, chosen, show_file=Path.is_file) as program:
            if is_open:
                program.unlock()
            program.wear(chance.choice(PALETTES), 1.0)
            pages += sum(1 for _ in way(program, found))
    with opened(
        application, found.practitioner, chosen, show_file=Path.is_file, choose_folder=lambda _title: chosen
    ) as program:
        program.unlock()
        pages += leave(program, found, mark)
    tell({"pages": pages, "secrets": secrets, **{name: str(value) for name, value in asdict(found).items()}})


def arrive(program: Opened) -> dict[str, str]:
    """Make a new place, and have its recovery code printed and saved; return the words and the code."""
    hands, window = program.hands, program.program.window
    words = window.passphrase.words.words()
    hands.click("passphrase.written")
    hands.type("passphrase.again", words)
    hands.click("passphrase.create")
    hands.find("code.shown")
    code = window.code.whole_code()
    for button, said in (("code.print", "The sheet is open in another program"), ("code.save", "The sheet is saved")):
        hands.click(button)
        until(program, said)
    hands.click("code.later")
    hands.find("enrol.go")
    return {"words of a new place": words, "code of a new place": code}


def until(program: Opened, words: str) -> None:
    """Wait until the window says something."""
    program.hands.until(lambda: words in words_on(program.window), words)


def leave(program: Opened, found: Furnished, mark: str) -> int:
    """Save and print all that can leave the vault, and pass the rooms beside home; return how many."""
    hands, room = program.hands, program.room

    room.open_family(found.signed)
    program.go_to("copy")
    hands.choose("copy.for:parent")
    hands.choose("copy.safe:yes")
    hands.click("copy.print")
    until(program, "The copy is open in another program")
    room.open_family(found.declining)
    program.go_to("c1")
    hands.click("start.agree")
    hands.type("refusal.reason", f"Because {mark}")
    hands.click("refusal.print")
    until(program, "The note is open in another program")
    hands.click("refusal.note")
    until(program, "The note is saved")
    room.show_looks()
    page = room.beside.looks.page
    page._child.setCurrentIndex(page._child.count() - 1)
    page.wanted_changed.emit()
    hands.click("looks.save")
    until(program, "The list is saved")
    room.go_home()
    hands.click("home.care")
    hands.click("care.check")
    until(program, "Everything is well.")
    hands.click("care.backup")
    until(program, "The backup is made.")
    room.show_move()
    hands.click("move.file")
    until(program, "The file is saved.")
    return len(("copy", "note", "note", "list", "check", "backup", "file"))


def write(home: Path, episode: EpisodeId, mark: str) -> None:
    """Run the program as it is started; once it stands, unlock, lay a paper in the tray, and write."""
    leave_no_dump()
    passphrase = sys.stdin.readline().strip()
    first = main.begin

    def begin(application: QApplication, place: Path, around: Callable[[], Surroundings], **more: bool) -> Front:
        front = first(application, place, around, **more)
        front.ready.connect(lambda: QTimer.singleShot(0, lambda: writing(front.program, passphrase, episode, mark)))
        return front

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(main, "begin", begin)
        patched.setattr(main, "show_file", Path.is_file)  # the system's own program must not come up in a test
        main.run(home)


def writing(program: Program | None, passphrase: str, episode: EpisodeId, mark: str) -> None:
    """Unlock, lay a paper in the tray, and write the mark letter by letter until somebody says to lock."""
    assert program is not None
    hands = Hands(program.window, program.tray.folder)
    hands.type("unlock.passphrase", passphrase)
    hands.click("unlock.open")
    hands.until(lambda: program.workroom is not None, "the workroom")
    assert program.workroom is not None
    program.tray.show(b"%PDF- " + mark.encode())
    program.workroom.open_family(episode, step=STEP)
    box = hands.find(FIELD)
    tell("writing")
    while not select([sys.stdin], [], [], 0)[0]:
        for letter in f"{mark} ":
            hands.key(box, letter)
            QTest.qWait(KEYSTROKE_MS)
    tell("locking")
    hands.click("bar.lock")


def start() -> None:
    """Play one part."""
    part, *given = sys.argv[1:]
    os.umask(0o077)
    if part == "work":
        work(Path(given[0]), given[1], given[2])
    else:
        write(Path(given[0]), EpisodeId(given[1]), given[2])


if __name__ == "__main__":
    start()
