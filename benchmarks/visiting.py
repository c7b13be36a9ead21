"""What a person feels at a kitchen table: letters, the search page, and whether the window ever stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.ids import EpisodeId
from app.ui.shell.steps import in_order, is_open
from app.ui.shell.workroom import Workroom
from benchmarks.bare import bare_copy, encrypted
from benchmarks.bare_form import bare_form
from benchmarks.family import Laptop, answers_for, new_laptop
from benchmarks.many import laptop_with
from benchmarks.measure import WALL, Comparison, Result, Sample, compare, timed
from benchmarks.screen import drawn, settle, workroom

_WORDS = "She sleeps through most nights now, and likes to be read to before bed. "
_BOX, _PAGE = "d1.speech.needs", "d1.speech"
_FOUND, _FEW, _TYPED = 25_000, 60, "msn rd"
_STALL = "99th of 100 acts, ms"
_SLOW = "95th of 100 letters, ms"
_LOOK = """
SELECT given, family FROM finding CROSS JOIN children USING (child)
WHERE sought LIKE (? || '') AND sought LIKE (? || '') ORDER BY worked_at DESC LIMIT 12
"""
KEY = Comparison(
    "key-to-letter",
    "From a key to its letter on the screen",
    "each letter of a sentence into a box of an open topic: taken in, handed to the saving, painted",
    "the same letters into a bare Qt box of the same size, painted",
    judged=_SLOW,
    within=50,
)
FIND = Comparison(
    "ctrl-k",
    f"Ctrl+K and a name among {_FOUND:,} children",
    "the page for finding over an open record, painted, and what was meant by the letters, painted; the pause that "
    "waits for the next letter apart",
    "a bare Qt window with a box and a list, and the same letters in their order by one statement in bare SQLCipher",
    within=150,
)
STALLS = Comparison(
    "stalls",
    "How long the window stands still in a visit",
    "opening a record, turning its pages, writing, taking back, finding, home: how long each act keeps the window from "
    "anything else",
    "the same number of acts of a bare Qt window: the pages as bare boxes, and letters into one",
    judged=_STALL,
    within=100,
)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the results; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "visit")
    answers = answers_for(laptop.workplace.forms.by_name("caf-assessment"))
    episode = laptop.add_family("Mason", answers)
    laptop.vault.lock()
    turns = 1 if quick else 12
    with workroom(laptop.home) as room:
        room.open_family(episode, step=_PAGE)
        settle()
        ours, bare = _our_box(room), _bare_box()
        yield compare(KEY, lambda: _typing(ours), lambda: _typing(bare), turns)
        pages = [laptop.workplace.forms.by_name("caf-assessment").page(_PAGE)]
        plain = lambda: bare_form(pages, answers)  # noqa: E731 - one act among others
        yield compare(
            STALLS,
            lambda: _stalls(_visit(room, episode)),
            lambda: _stalls([plain if number % 4 else lambda: _press(bare, "a") for number in range(100)]),
            1 if quick else 6,
        )
        bare.window().deleteLater()
    yield from _finding(folder, turns, quick=quick)


def _our_box(room: Workroom) -> QWidget:
    box = room.family.findChild(QWidget, _BOX)
    if box is None:
        raise LookupError(_BOX)
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    return box


def _bare_box() -> QWidget:
    box = QPlainTextEdit()
    box.resize(900, 160)
    box.show()
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    settle()
    return box


def _press(box: QWidget, letter: str) -> None:
    QTest.keyClicks(box, letter)
    settle()


def _typing(box: QWidget) -> Sample:
    took = [_took(partial(_press, box, letter)) for letter in (_WORDS * 2)[:100]]
    return {WALL: sum(took) / len(took), _SLOW: _at(took, 95)}


def _stalls(acts: Sequence[Callable[[], object]]) -> Sample:
    """Return how long acts keep the window from anything else."""
    took = [_took(drawn(act)) for act in acts]
    return {WALL: sum(took) / len(took), _STALL: _at(took, 99)}


def _at(took: Sequence[float], percent: int) -> float:
    return quantiles(took, n=100, method="inclusive")[percent - 1]


def _took(act: Callable[[], object]) -> float:
    started = perf_counter()
    act()
    return (perf_counter() - started) * 1000


def _visit(room: Workroom, episode: EpisodeId) -> list[Callable[[], object]]:
    """Return a hundred acts of a visit, in the order somebody does them."""
    room.open_family(episode)
    file = room.family.file
    pages = [step for step in in_order(file) if is_open(file, step)][:20] if file is not None else []
    acts: list[Callable[[], object]] = [lambda: room.open_family(episode)]
    for page in pages:
        acts += [partial(room.family.go, page), *[_write_here] * 3]
    acts += [room.undo] * 8 + [room.redo] * 4 + [room.save] * 2
    return [*acts, room.show_find, room.go_home, lambda: room.open_family(episode, step=_PAGE), room.go_home]


def _write_here() -> None:
    """Write a letter where the keyboard is, if something can be written there."""
    box = QApplication.focusWidget()
    if isinstance(box, QPlainTextEdit):
        QTest.keyClicks(box, "a")


def _finding(folder: Path, turns: int, *, quick: bool) -> Iterator[Result]:
    laptop = laptop_with(folder / "found", _FEW if quick else _FOUND, written=False)
    floor = _floor_of_finding(folder, laptop)
    with laptop.vault.transaction() as tx:
        episode = EpisodeId(tx.all("SELECT episode FROM episodes LIMIT 1")[0]["episode"])
    laptop.vault.lock()
    with workroom(laptop.home) as room:
        room.open_family(episode)
        settle()
        yield compare(FIND, lambda: timed(lambda: _find(room)), lambda: timed(floor), turns)


def _find(room: Workroom) -> None:
    room.show_find()
    settle()
    find = room.beside.find
    QTest.keyClicks(find.page.focusWidget(), _TYPED)
    find.search_now()
    settle()
    find.page.back_requested.emit()


def _floor_of_finding(folder: Path, laptop: Laptop) -> Callable[[], None]:
    with laptop.vault.transaction() as tx:
        path = bare_copy(folder / "bare.db", "SQLCipher", tx)
    connection = encrypted(path)

    def find() -> None:
        window, box, found = QWidget(), QPlainTextEdit(), QListWidget()
        column = QVBoxLayout(window)
        column.addWidget(box)
        column.addWidget(found)
        window.resize(1366, 768)
        window.show()
        settle()
        QTest.keyClicks(box, _TYPED)
        patterns = [f"% {'%'.join(word)}%" for word in _TYPED.split()]
        found.addItems([" ".join(row) for row in connection.execute(_LOOK, patterns).fetchall()])
        settle()
        window.deleteLater()

    return find
