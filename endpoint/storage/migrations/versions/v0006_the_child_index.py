"""The child index: children and who to ask, that an assessment exists, second ones held, and the log of every look."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of it."""
    _make_children()
    _make_assessments()
    _make_looks()


def _text(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _number(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.BigInteger(), nullable=False) for name in names]


def _make_children() -> None:
    op.create_table(
        "index_children",
        *_text("authority", "child", "born", "died", "gender", "number", "address", "postcode", "whereabouts"),
        *_number("stays_on", "is_shielded"),
        *_text("came_by", "archive_on", "purge_on"),
        sa.PrimaryKeyConstraint("authority", "child", name="pk_index_children"),
    )
    op.create_index("ix_index_children_purge", "index_children", ["authority", "purge_on"])
    op.create_table(
        "index_names",
        *(*_text("authority", "child"), *_number("place"), *_text("given", "family")),
        sa.PrimaryKeyConstraint("authority", "child", "place", name="pk_index_names"),
    )
    op.create_table(
        "index_contacts",
        *(*_text("authority", "child"), *_number("place"), *_text("kind", "name", "contact", "began", "ended")),
        *_number("is_lead", "has_information", "taking_action"),
        sa.PrimaryKeyConstraint("authority", "child", "place", name="pk_index_contacts"),
    )
    op.create_table(
        "index_keys",
        *_text("authority", "key", "child"),
        sa.PrimaryKeyConstraint("authority", "key", "child", name="pk_index_keys"),
    )
    op.create_index("ix_index_keys_child", "index_keys", ["authority", "child"])


def _make_assessments() -> None:
    op.create_table(
        "index_cafs",
        *_text("authority", "episode", "child", "state", "holder", "agency", "device", "since"),
        sa.PrimaryKeyConstraint("authority", "episode", name="pk_index_cafs"),
    )
    op.create_index("ix_index_cafs_child", "index_cafs", ["authority", "child"])
    op.create_table(
        "index_held",
        *_text("authority", "episode", "other", "noticed_at", "settled_at", "how", "device"),
        sa.PrimaryKeyConstraint("authority", "episode", "other", name="pk_index_held"),
    )
    op.create_index("ix_index_held_other", "index_held", ["authority", "other"])


def _make_looks() -> None:
    op.create_table(
        "index_looks",
        *_text("authority", "look", "at", "device", "who", "agency", "act", "child", "reason", "on_behalf"),
        *(*_text("query", "results"), *_number("status")),
        sa.PrimaryKeyConstraint("authority", "look", name="pk_index_looks"),
    )
    op.create_index("ix_index_looks_child", "index_looks", ["authority", "child"])
    op.create_index("ix_index_looks_act", "index_looks", ["authority", "act", "at"])
    op.create_table(
        "index_reviews",
        *_text("authority", "look", "device", "at", "words"),
        sa.PrimaryKeyConstraint("authority", "look", name="pk_index_reviews"),
    )
