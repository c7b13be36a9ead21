"""Bringing a database to the tables of this version; it only ever goes forward, and never through a guess."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from endpoint.storage.database import take_turn

NEWEST = "0015"
_MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Run the migrations this database has not had yet."""
    with engine.begin() as connection:
        take_turn(connection, "the tables themselves")  # another process may be at the same door at this moment
        if stands_at(connection) != NEWEST:
            _migrate(connection)


def stands_at(connection: Connection) -> str:
    """Return the version of a database's tables; empty where it has none."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none())


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
