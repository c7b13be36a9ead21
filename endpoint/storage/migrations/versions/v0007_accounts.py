"""Accounts: one for whoever was invited, with nothing recorded yet; each device knows whose it is."""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and open an account for whoever was invited before there were any."""
    op.create_table(
        "accounts",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "account", name="pk_accounts"),
    )
    op.create_table(
        "account_changes",
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "account", "n", name="pk_account_changes"),
    )
    op.add_column("devices", sa.Column("account", sa.Text(), nullable=False, server_default=""))
    op.add_column("devices", sa.Column("good_until", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_devices_account", "devices", ["authority", "account"])
    _open_accounts()


def _open_accounts() -> None:
    connection = op.get_bind()
    opened = set()
    for authority, key, body in connection.execute(sa.text("SELECT authority, key, body FROM invitations")).all():
        invited = json.loads(bytes(body))["invitation"]
        name, agency, role = invited["name"], invited["agency"], invited["role"]
        whole = f"ecaf/account/1\0{name}\0{agency}\0{role}".encode()
        account = hashlib.sha256(whole).hexdigest()[:12]
        said = {"account": account, "name": name, "job": invited["job"], "agency": agency, "role": role}
        said |= {"manager": "", "state": "open", "vetted": None, "trained": [], "accepted_on": ""}
        if (authority, account) not in opened:
            opened.add((authority, account))
            row = {"authority": authority, "account": account, "role": role, "body": json.dumps(said).encode()}
            connection.execute(sa.text("INSERT INTO accounts VALUES (:authority, :account, :role, :body)"), row)
        connection.execute(
            sa.text("UPDATE devices SET account = :account WHERE authority = :authority AND invitation = :key"),
            {"authority": authority, "account": account, "key": key},
        )
