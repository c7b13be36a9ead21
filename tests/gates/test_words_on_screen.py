"""In a made-up language in which every fixed word stands in brackets, nothing on a page of ours stands outside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bracketed import marked_everywhere
from furnished import Furnished, Opened, furnish, opened, settle
from larkrise import MASON
from PySide6.QtWidgets import QApplication
from spoken_here import from_files, left_over, opened_by, words_on
from tour import PIN, Way, stretches

from app.ui.shell.othersteps import SHELF

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")

NO_WORDS = frozenset(
    {
        *("a new laptop", "a recovery code", "five words", "five words that differ", "join with a wrong letter"),
        *("forgotten words", "quick notes"),
    }
)
"""Pages that show letters to compare, words to write down, and what the walk has just typed."""
SEALED = frozenset({"reading", "everything kept, read and decided"})
"""Pages that show finished records, whose words stand in no table in the clear."""


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    """Speak the marked language."""
    with marked_everywhere(qapp):
        yield


def a_few_pages(program: Opened, found: Furnished) -> Iterator[str]:
    """Open the pages with most words on them."""
    hands, room = program.hands, program.room
    room.go_home()
    yield "home"
    room.open_family(found.writing, step="d1.behaviour")
    yield "a topic"
    for step in ("share", "sign"):
        program.go_to(step)
        yield step
    hands.click("bar.worried")
    yield "worried now"
    hands.click("worried.back")
    room.open_family(found.asking, step="c1")
    yield "agreement to start"
    room.open_family(found.signed, step="copy")
    yield "leave a copy"
    program.go_to("where")
    yield "where it is"
    room.open_family(found.signed, step=SHELF)
    yield "other forms"
    room.show_looks()
    yield "who did what"


def left_on(program: Opened, found: Furnished, way: Way, *, unlocked: bool = True) -> dict[str, set[str]]:
    """Return what stands outside the brackets on each page of a walk."""
    left: dict[str, set[str]] = {}
    known = set(from_files()) | {PIN, *map(str, MASON.values())}
    for name in way(program, found):
        settle()
        words = set() if name in NO_WORDS | SEALED else words_on(program.window)
        if (over := left_over(words, known)) and unlocked and program.program.tasks.vault_thread.is_open:
            known |= opened_by(program)  # what the walk has written since
            over = left_over(words, known)
        if over:
            left[name] = over
    return left


@pytest.mark.usefixtures("marked")
def test_no_fixed_word_on_a_page_is_left_in_our_own_language(
    qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = furnish(tmp_path / "furnished")
    if not request.config.getoption("--long"):
        with opened(qapp, found.practitioner, tmp_path) as program:
            program.unlock()
            assert left_on(program, found, a_few_pages) == {}
        return
    for home, way, unlocked in stretches(found, tmp_path / "nobody"):
        with opened(qapp, home, tmp_path) as program:
            if unlocked:
                program.unlock()
            assert left_on(program, found, way, unlocked=unlocked) == {}


def test_words_outside_the_brackets_are_noticed() -> None:
    assert left_over({"Go home", "Ruby Marsh, 9 years", "12:30", "eCAF"}, {"Ruby", "Marsh"}) == {
        "Go home",
        "Ruby Marsh, 9 years",
    }
    assert left_over({"Tuesday 6 October 2026", "Ruby"}, {"Ruby"}) == set()
