"""The child index's tables: what content A16 lists and nothing else, and the log of every look."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, PrimaryKeyConstraint, Table, Text

from endpoint.storage.tables import METADATA


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=False)


INDEX_CHILDREN = Table(
    "index_children",
    METADATA,
    *(_text("authority"), _text("child"), _text("born"), _text("died"), _text("gender"), _text("number")),
    *(_text("address"), _text("postcode"), _text("whereabouts"), _number("stays_on"), _number("is_shielded")),
    *(_text("came_by"), _text("archive_on"), _text("purge_on")),
    PrimaryKeyConstraint("authority", "child"),
    Index("ix_index_children_purge", "authority", "purge_on"),
)

INDEX_NAMES = Table(
    "index_names",
    METADATA,
    *(_text("authority"), _text("child"), _number("place"), _text("given"), _text("family")),
    PrimaryKeyConstraint("authority", "child", "place"),
)

INDEX_CONTACTS = Table(
    "index_contacts",
    METADATA,
    *(_text("authority"), _text("child"), _number("place"), _text("kind"), _text("name"), _text("contact")),
    *(_text("began"), _text("ended"), _number("is_lead"), _number("has_information"), _number("taking_action")),
    PrimaryKeyConstraint("authority", "child", "place"),
)

INDEX_CAFS = Table(
    "index_cafs",
    METADATA,
    *(_text("authority"), _text("episode"), _text("child"), _text("state"), _text("holder"), _text("agency")),
    *(_text("device"), _text("since")),
    PrimaryKeyConstraint("authority", "episode"),
    Index("ix_index_cafs_child", "authority", "child"),
)

INDEX_KEYS = Table(
    "index_keys",
    METADATA,
    *(_text("authority"), _text("key"), _text("child")),
    PrimaryKeyConstraint("authority", "key", "child"),
    Index("ix_index_keys_child", "authority", "child"),
)

INDEX_HELD = Table(
    "index_held",
    METADATA,
    *(_text("authority"), _text("episode"), _text("other"), _text("noticed_at"), _text("settled_at"), _text("how")),
    *(_text("device"), _text("goes_on")),
    PrimaryKeyConstraint("authority", "episode", "other"),
    Index("ix_index_held_other", "authority", "other"),
)

INDEX_LOOKS = Table(
    "index_looks",
    METADATA,
    *(_text("authority"), _text("look"), _text("at"), _text("device"), _text("who"), _text("agency"), _text("act")),
    *(_text("child"), _text("reason"), _text("on_behalf"), _text("query"), _text("results"), _number("status")),
    PrimaryKeyConstraint("authority", "look"),
    Index("ix_index_looks_child", "authority", "child"),
    Index("ix_index_looks_act", "authority", "act", "at"),
)

INDEX_REVIEWS = Table(
    "index_reviews",
    METADATA,
    *(_text("authority"), _text("look"), _text("device"), _text("at"), _text("words")),
    PrimaryKeyConstraint("authority", "look"),
)
