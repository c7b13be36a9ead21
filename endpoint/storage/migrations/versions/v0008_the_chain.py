"""The chain over looks, reviews and account changes; what was written before is bound in the order of its times."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_LOGS = (
    ("look", "index_looks", ("look",)),
    ("review", "index_reviews", ("look",)),
    ("account", "account_changes", ("account", "n")),
)


def upgrade() -> None:
    """Make the table, and bind what there is."""
    op.create_table(
        "audit_chain",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "n", name="pk_audit_chain"),
    )
    heads: dict[str, tuple[int, str]] = defaultdict(lambda: (0, ""))
    for authority, _, kind, key, line in sorted(_lines()):
        n, before = heads[authority]
        link = hashlib.sha256(f"ecaf/audit/1\0{before}\0{kind}\0{line}".encode()).hexdigest()
        heads[authority] = (n + 1, link)
        op.get_bind().execute(
            sa.text("INSERT INTO audit_chain VALUES (:authority, :n, :kind, :key, :link)"),
            {"authority": authority, "n": n + 1, "kind": kind, "key": key, "link": link},
        )


def _lines() -> list[tuple[str, str, str, str, str]]:
    found = []
    for kind, table, names in _LOGS:
        for row in op.get_bind().execute(sa.text(f"SELECT * FROM {table}")).mappings():  # noqa: S608 - our own names
            said = {str(name): value for name, value in row.items() if name != "authority"}
            key = " ".join(str(row[name]) for name in names)
            line = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            found.append((str(row["authority"]), str(row["at"]), kind, key, line))
    return found
