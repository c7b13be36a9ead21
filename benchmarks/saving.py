"""Keeping what somebody typed for a second, beside the bare commit of the same words in an equal database."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as sqlcipher

from app.domain.answers import Answers
from app.domain.ids import DraftId
from app.domain.record import RecordKind
from app.operations.families import draft_of
from app.operations.keeping import Unsaved, keep
from app.storage.database import PRAGMAS, Connection
from app.storage.drafts import Place
from benchmarks.family import SEED, Laptop, answers_for, new_laptop, sentence
from benchmarks.measure import Comparison, Result, compare, timed

PATH = "d1.behaviour.needs"
_WORDS, _BEGUN, _LETTERS = 400, 200, 5
SAVE = Comparison(
    "save",
    "Keeping what was typed",
    "one autosave of a long answer and of the caret's place, with the history of what it took away, in one transaction",
    "the same answer replaced in one table of an equal SQLCipher database: same pragmas, one commit on the disk",
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
    with closing(_bare(folder / "bare.db", answers)) as connection:
        yield compare(
            SAVE,
            lambda: timed(lambda: _ours(laptop, draft, next(texts)), times),
            lambda: timed(lambda: _floor(connection, next(texts)), times),
            2 if quick else 20,
        )
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


def _bare(path: Path, answers: Answers) -> Connection:
    """Return an encrypted database with one table of the same answers."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{os.urandom(32).hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security=ON")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")
    connection.execute("CREATE TABLE answers (path TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID")
    rows = [(place, json.dumps(answer, default=str)) for place, answer in answers.items()]
    connection.executemany("INSERT INTO answers VALUES (?, ?)", rows)
    return connection


def _floor(connection: Connection, text: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (PATH, json.dumps(text, ensure_ascii=False)))
    connection.execute("COMMIT")
