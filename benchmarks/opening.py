"""Opening a draft with 250 answers at its longest page, beside bare boxes with the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.answers import Answers
from app.domain.ids import EpisodeId
from app.forms.definition import Page
from app.ui.shell.workroom import Workroom
from benchmarks.bare_form import bare_form
from benchmarks.family import ANSWERS, answers_for, new_laptop
from benchmarks.measure import Comparison, Result, Sample, compare, timed
from benchmarks.screen import drawn, settle, workroom

_PAGE = "id"
"""The page with the most questions."""
OPEN = Comparison(
    "open-draft",
    f"Opening a draft of {ANSWERS} answers",
    "from home to the page with the most questions: read from the vault with its audit line, list of topics, page "
    "built and painted",
    "the same questions and answers as bare labels and boxes in one scrolled column, built and painted",
    within=100,
)
TURN = Comparison(
    "turn-page",
    "Turning to another page",
    "from one topic to another: what was typed is written, the page built and painted",
    "the questions of the page as bare labels and boxes in one scrolled column, built and painted",
    within=100,
)
_HERE, _THERE = "d1.speech", "d1.emotional"


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the results; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "open")
    form = laptop.workplace.forms.by_name("caf-assessment")
    answers = answers_for(form)
    episode = laptop.add_family("Mason", answers)
    laptop.vault.lock()
    turns = 1 if quick else 12
    longest, both = [form.page(_PAGE)], [form.page(_THERE), form.page(_HERE)]
    with workroom(laptop.home) as room:
        yield compare(OPEN, lambda: _open(room, episode), lambda: timed(lambda: bare_form(longest, answers)), turns)
        room.open_family(episode, step=_HERE)
        yield compare(
            TURN, lambda: _for_one(lambda: _turn(room)), lambda: _for_one(lambda: _both(both, answers)), turns
        )


def _open(room: Workroom, episode: EpisodeId) -> Sample:
    room.go_home()
    settle()
    return timed(drawn(lambda: room.open_family(episode, step=_PAGE)))


def _for_one(two_pages: Callable[[], object]) -> Sample:
    return {aspect: figure / 2 for aspect, figure in timed(two_pages).items()}


def _both(pages: list[Page], answers: Answers) -> None:
    for page in pages:
        bare_form([page], answers)


def _turn(room: Workroom) -> None:
    for step in (_THERE, _HERE):
        room.family.go(step)
        settle()
