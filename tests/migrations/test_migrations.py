"""The vault's form grows forward, one whole step at a time, and nothing kept is lost on the way."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.storage import migrations
from app.storage.library import sqlcipher
from app.storage.troubles import VaultTooNew

STORAGE = Path(migrations.__file__).parent.parent
SECOND, EIGHTH = migrations.steps()[2], migrations.steps()[8]
READING = "-- What the steps in migrations/ add up to, for reading; a test compares the two.\n\n"


@pytest.fixture
def connection() -> Iterator[Any]:
    opened = sqlcipher.connect(":memory:", isolation_level=None)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a folder of steps of its own, with nothing but the real first one in it."""
    first = migrations.steps()[1]
    (tmp_path / first.name).write_text(first.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(migrations, "_FOLDER", tmp_path)
    return tmp_path


def number(connection: Any) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_the_steps_are_numbered_without_a_gap() -> None:
    assert list(migrations.steps()) == list(range(1, len(migrations.steps()) + 1))


def test_the_steps_add_up_to_the_schema_that_is_there_to_read(connection: Any) -> None:
    migrations.migrate(connection)
    assert READING + migrations.schema(connection) == (STORAGE / "schema.sql").read_text(encoding="utf-8")


def test_a_second_time_there_is_nothing_to_do(connection: Any) -> None:
    migrations.migrate(connection)
    before = migrations.schema(connection)
    migrations.migrate(connection)
    assert (migrations.schema(connection), number(connection)) == (before, len(migrations.steps()))


def test_a_step_keeps_what_was_there(connection: Any, folder: Path) -> None:
    migrations.migrate(connection)
    connection.execute("INSERT INTO sync_state VALUES ('cursor', '7')")
    step = "ALTER TABLE children ADD COLUMN pronouns TEXT NOT NULL DEFAULT '';\n"
    (folder / "0002_pronouns.sql").write_text(step, encoding="utf-8")
    migrations.migrate(connection)
    assert number(connection) == 2
    assert connection.execute("SELECT * FROM sync_state").fetchall() == [("cursor", "7")]
    assert connection.execute("SELECT count(pronouns) FROM children").fetchone() == (0,)


def test_a_step_that_fails_half_way_is_undone_whole(connection: Any, folder: Path) -> None:
    migrations.migrate(connection)
    before = migrations.schema(connection)
    step = "CREATE TABLE halfway (n);\nINSERT INTO nowhere VALUES (1);\n"
    (folder / "0002_broken.sql").write_text(step, encoding="utf-8")
    with pytest.raises(sqlcipher.OperationalError):
        migrations.migrate(connection)
    assert (migrations.schema(connection), number(connection)) == (before, 1)


def test_a_newer_vault_is_refused_in_words(connection: Any) -> None:
    connection.execute(f"PRAGMA user_version = {len(migrations.steps()) + 1}")
    with pytest.raises(VaultTooNew) as met:
        migrations.refuse_newer(connection)
    assert "newer version" in met.value.sentences()


def test_a_trigger_is_one_statement() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER c BEFORE DELETE ON a\nBEGIN SELECT 1; END;\n-- the end\n"
    assert [statement[:12] for statement in migrations.statements(script)] == ["CREATE TABLE", "CREATE TRIGG"]


def test_the_second_step_marks_the_episodes_that_were_there_before_due_dates(connection: Any, folder: Path) -> None:
    migrations.migrate(connection)
    connection.execute("INSERT INTO children (child, given, added_at) VALUES ('c', 'Mason', '2026-11-02')")
    connection.execute("INSERT INTO episodes VALUES ('e', 'c', 0, '2026-11-02')")
    connection.execute("INSERT INTO drafts VALUES ('d', 'e', 'assessment', 'u', '1', 's', NULL, NULL, 't', 't')")
    connection.execute("INSERT INTO draft_answers VALUES ('d', 'co.review', '\"2026-12-01\"')")
    kept = "SELECT given, answer FROM children, draft_answers"
    before = connection.execute(kept).fetchall()
    (folder / SECOND.name).write_text(SECOND.read_text(encoding="utf-8"), encoding="utf-8")
    migrations.migrate(connection)
    assert number(connection) == 2
    assert connection.execute("SELECT * FROM due_unread").fetchall() == [("e",)]
    assert connection.execute(kept).fetchall() == before == [("Mason", '"2026-12-01"')]


def test_the_eighth_step_takes_the_words_of_the_names_that_are_there(
    connection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step, path in migrations.steps().items():
        if step < int(EIGHTH.name[:4]):
            (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(migrations, "_FOLDER", tmp_path)
    migrations.migrate(connection)
    for child, sought in (("c", " zoe o reid zoe"), ("d", "")):
        connection.execute("INSERT INTO children (child, added_at) VALUES (?, '2026-11-02')", (child,))
        connection.execute("UPDATE finding SET sought = ? WHERE child = ?", (sought, child))
    (tmp_path / EIGHTH.name).write_text(EIGHTH.read_text(encoding="utf-8"), encoding="utf-8")
    migrations.migrate(connection)
    assert connection.execute("SELECT * FROM name_words ORDER BY word").fetchall() == [
        (" o", "c"),
        (" reid", "c"),
        (" zoe", "c"),
    ]
