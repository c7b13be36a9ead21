"""Keeping what somebody typed for a second, beside the bare commit of the same words in equal bare databases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from random import Random

from app.domain.answers import Answers
from app.domain.ids import DraftId
from app.domain.record import RecordKind
from app.operations.families import draft_of
from app.operations.keeping import Unsaved, keep
from app.storage.database import Connection
from app.storage.drafts import Place
from benchmarks.bare import KINDS, open_all
from benchmarks.family import SEED, Laptop, answers_for, new_laptop, sentence
from benchmarks.measure import Beside, Result, Sample, timed

PATH = "d1.behaviour.needs"
_WORDS, _BEGUN, _LETTERS = 400, 200, 5
SAVE = Beside(
    "save",
    "Keeping what was typed",
    "one autosave of a long answer and of the caret's place, with the history of what it took away, in one transaction",
    "the same answer replaced in one table: same pragmas, one commit on the disk",
    budget=3.0,
)


def measure(folder: Path, *, quick: bool) -> Iterator[Result]:
    """Yield the result; ``quick`` is for seeing that this still runs."""
    laptop = new_laptop(folder / "save")
    answers = answers_for(laptop.workplace.forms.by_name("caf-assessment"))
    episode = laptop.add_family("Mason", answers)
    with laptop.vault.transaction() as tx:
        draft = draft_of(tx, laptop.workplace, episode, RecordKind.ASSESSMENT)
    texts, times = _typing(), 3 if quick else 100
    paths = {kind: folder / f"{kind}.db" for kind in KINDS}
    with open_all(paths) as connections:
        for connection in connections.values():
            _fill(connection, answers)
        floors = {kind: partial(_floors, connection, texts, times) for kind, connection in connections.items()}
        ours = partial(timed, lambda: _ours(laptop, draft, next(texts)), times)
        yield from SAVE.measured(ours, floors, 2 if quick else 20)
    laptop.vault.lock()


def _typing() -> Iterator[str]:
    """Yield what stands in the box a second later each time: five letters more, until the answer is begun afresh."""
    text = sentence(Random(SEED), _WORDS)  # noqa: S311 - the same words each time, not a secret
    for end in cycle(range(_BEGUN, len(text), _LETTERS)):
        yield text[:end]


def _ours(laptop: Laptop, draft: DraftId, text: str) -> None:
    unsaved = Unsaved(answers={draft: {PATH: text}}, places={draft: Place(PATH, len(text))})
    with laptop.vault.transaction() as tx:
        keep(tx, unsaved, laptop.workplace.clock.now())


def _fill(connection: Connection, answers: Answers) -> None:
    """Make one table of the same answers."""
    connection.execute("CREATE TABLE answers (path TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID")
    rows = [(place, json.dumps(answer, default=str)) for place, answer in answers.items()]
    connection.executemany("INSERT INTO answers VALUES (?, ?)", rows)


def _floors(connection: Connection, texts: Iterator[str], times: int) -> Sample:
    return timed(lambda: _floor(connection, next(texts)), times)


def _floor(connection: Connection, text: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (PATH, json.dumps(text, ensure_ascii=False)))
    connection.execute("COMMIT")
