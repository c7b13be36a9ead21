"""Whose endpoint this is; one row, written once, when the endpoint is set up."""

from __future__ import annotations

from sqlalchemy import Engine, insert, select

from endpoint.storage.tables import AUTHORITIES
from protocol.codec import decode, encode
from protocol.messages import SignedDirectory


def insert_authority(engine: Engine, directory: SignedDirectory, store_epoch: str) -> None:
    """Keep the authority's directory and the epoch of this store."""
    row = {
        "authority": directory.directory.authority,
        "store_epoch": store_epoch,
        "directory": encode(directory),
    }
    with engine.begin() as connection:
        connection.execute(insert(AUTHORITIES).values(row))


def find_authority(engine: Engine) -> tuple[SignedDirectory, str] | None:
    """Return the directory and the store's epoch, or None in a store that was never set up."""
    with engine.begin() as connection:
        row = connection.execute(select(AUTHORITIES.c.directory, AUTHORITIES.c.store_epoch)).one_or_none()
    return (decode(row.directory, SignedDirectory), row.store_epoch) if row else None
